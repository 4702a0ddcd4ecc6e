"""What `guide update` says and does: what the person changed in the workbook goes into the profile's file."""

import difflib
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

import click

from generator.catalog import Catalog
from generator.cli.outcome import as_lines, stop
from generator.cli.terminal import entry, title
from generator.editing import (
    Change,
    Comparison,
    Left,
    at_cells,
    compared,
    edited,
    not_written,
    put,
    read_tracker,
    replaced,
)
from generator.editing.memory import memory_of, remembered
from generator.errors import GuideError
from generator.reading import parse
from generator.reading.files import LINE_ENDS, read_text
from generator.site import profile_in

AS_IT_WOULD_BE = "as it would be"
NOT_WRITTEN = "Nothing is written."


@dataclass(frozen=True)
class Update:
    """One update that is worked out and not yet written."""

    path: Path
    file: str
    tracker: str
    made: str
    old: str
    new: str
    found: Comparison


def brought_back(path: Path, tracker: Path, catalog: Catalog, *, as_of: date, yes: bool) -> Iterator[str]:
    """All that is said on the way; it is written after what it changes was told, and only if somebody agrees."""
    try:
        update = worked_out(path, tracker, catalog, as_of=as_of)
    except GuideError as error:
        stop([*as_lines(error.problems), NOT_WRITTEN])
    yield from in_words(update)
    refuse_misfits(update, catalog, as_of=as_of)
    if update.found.changes:
        if not (yes or agreed()):
            stop([NOT_WRITTEN])
        yield from written(update)


def worked_out(path: Path, tracker: Path, catalog: Catalog, *, as_of: date) -> Update:
    """What the workbook brings; a GuideError if a cell can't be brought back, or the profile has mistakes already."""
    file, name = catalog.shown_path(path), catalog.shown_path(tracker)
    old = read_text(path, file)
    profile = profile_in(parse(old, file), catalog, as_of=as_of)
    read = read_tracker(tracker, file=name)
    found = compared(profile, read, remembered(_memory(path), read.made.print))
    return Update(path, file, name, read.made.print, old, edited(old, file, found.edits), found)


def refuse_misfits(update: Update, catalog: Catalog, *, as_of: date) -> None:
    """End here if the profile would have mistakes afterwards, each told at the cell that brings it."""
    document = parse(update.new, f"{update.file} {AS_IT_WOULD_BE}")
    try:
        profile_in(document, catalog, as_of=as_of)
    except GuideError as error:
        found = at_cells(error.problems, document, update.found.changes)
        stop(["", "These changes do not fit, so nothing is written:", *as_lines(found)])


def agreed() -> bool:
    """Whether the person at the terminal says yes; where there is none, nobody does."""
    if not at_a_terminal():
        click.echo("To write these changes, add --yes.", err=True)
        return False
    return click.confirm("Write these changes?")


def at_a_terminal() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty()


def written(update: Update) -> list[str]:
    """Put the new text in the place of the old one, and say so."""
    copy = replaced(update.path, old=update.old.encode(), new=update.new.encode(), file=update.file)
    told = f"{update.file} is written. As it was before, it is kept in {copy.name}."
    return [told, *_remembered(update)]


def _remembered(update: Update) -> Iterator[str]:
    """Note what the workbook brought; without that, its rows could not be told from ones that changed since."""
    path = _memory(update.path)
    try:
        put(path, memory_of(update.made, update.found.lines), like=update.path)
    except OSError as error:
        yield f"{path.name} {not_written(error)}. Go on with a new workbook, not this one."


def in_words(update: Update) -> Iterator[str]:
    """What changes, sheet by sheet; what stays in the workbook; and the file's lines before and after."""
    if update.found.changes:
        yield title(f"{update.tracker} changes {update.file}:")
    else:
        yield f"Nothing is new in {update.tracker} for {update.file}."
    yield from _by_sheet(update.found.changes)
    if update.found.left:
        yield from ("", title("Not brought back:"))
        yield from _by_sheet(update.found.left)
    if update.old != update.new:
        yield from ("", *_difference(update))


def _difference(update: Update) -> Iterator[str]:
    """The lines of the file that change, with those around them."""
    old, new = LINE_ENDS.split(update.old), LINE_ENDS.split(update.new)
    return difflib.unified_diff(old, new, update.file, f"{update.file} {AS_IT_WOULD_BE}", lineterm="")


def _by_sheet(found: Iterable[Change | Left]) -> Iterator[str]:
    for sheet, some in groupby(found, key=lambda one: one.sheet):
        yield from ("", sheet, *(entry(f"{one.label}: {one.told}", indent=0) for one in some))


def _memory(path: Path) -> Path:
    """Where it is kept what came from a workbook last time."""
    return path.with_name(f"{path.name}.tracker.json")
