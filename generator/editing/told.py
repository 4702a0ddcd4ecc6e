"""What comparing finds, in words: a change, a row that stays in the workbook, a cell that can't be brought back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from generator.editing.edits import Add, Append, Edit
from generator.editing.ground import LISTED, NO, YES, Ground, answer_of
from generator.editing.made import ANEW
from generator.editing.tables import Line
from generator.errors import Place, Problem

NOTHING = "unknown"


@dataclass(frozen=True)
class Change:
    """One edit of the profile: the sheet, what the row is called, what changes in words, and the cells that say so."""

    edit: Edit
    sheet: str
    label: str
    told: str
    spots: Mapping[str, Place]
    row: Place


@dataclass(frozen=True)
class Left:
    """A row, or its absence, that changes nothing in the profile, and why; `row` is 0 where it is gone."""

    sheet: str
    row: int
    label: str
    told: str


Finding: TypeAlias = Change | Left | Problem


def change(ground: Ground, line: Line, edit: Edit, told: str) -> Change:
    """An edit with the words for it."""
    spots = {name: ground.spot(line, name) for name in line.spots}
    texts = line.texts if isinstance(edit, Append | Add) else ground.was(line) or line.texts
    return Change(edit, ground.table.title, ground.label(texts), told, spots, ground.spot(line))


def other_answer(ground: Ground, line: Line, name: str) -> str:
    """From which answer to which.

    A cell that was emptied makes the answer unknown again.
    """
    before, after = _shown(ground, name, ground.was(line).get(name, "")), _shown(ground, name, line.texts[name])
    return f"{ground.title(name)}: {before} → {after}"


def new_entry(ground: Ground, line: Line) -> str:
    """What a new entry says besides what it is called."""
    fields = [cell.field for cell in ground.section.cells if cell.kind != LISTED and cell.field not in ground.called_by]
    told = [f"{ground.title(name)}: {_shown(ground, name, line.texts[name])}" for name in fields if line.texts[name]]
    return "; ".join(["new", *filter(None, [", ".join(told)])])


def conflict(ground: Ground, line: Line, name: str, now: str) -> Problem:
    """The profile and the workbook were both changed, each in its own way."""
    ours, theirs = _shown(ground, name, now), _shown(ground, name, line.texts[name])
    was = _shown(ground, name, ground.was(line).get(name, ""))
    what = f"{ground.title(name)} was {was}; the profile says {ours} by now, and this cell {theirs}"
    cell = ground.section.cell(name)
    answer = answer_of(line.texts[name], cell.kind) if cell else ""
    written = NOTHING if answer is None else str(answer).lower() if isinstance(answer, bool) else answer
    return Problem(ground.spot(line, name), what, f"write {ours} here; or, in the profile, {name}: {written}")


def empty(ground: Ground, line: Line, name: str) -> Problem:
    """A cell without which there is no entry was emptied."""
    cell, was = ground.section.cell(name), _shown(ground, name, ground.was(line).get(name, ""))
    hint = f"it was {was}; to take the entry out, delete it in the profile"
    if cell and cell.kind == LISTED:
        hint = f"write {_shown(ground, name, YES)} or {_shown(ground, name, NO)}"
    return Problem(ground.spot(line, name), f"{ground.title(name)} can't be empty", hint)


def lost(ground: Ground, line: Line) -> Problem:
    """The row's entry can't be found in the profile any more, or could be one of several."""
    what = (
        f"this row was changed, and its entry ({ground.label(ground.was(line))}) is not found in the profile any more"
    )
    return Problem(ground.spot(line), what, f"change it in the profile yourself; or {ANEW}")


def twice(ground: Ground, line: Line) -> Problem:
    """A row that was added names what another one names already."""
    what = f"{ground.label(line.texts)} stands in the profile or in another row already"
    return Problem(ground.spot(line), what, "write your changes into that row, and empty this one")


def incomplete(ground: Ground, line: Line, missing: Iterable[str]) -> Left:
    """A row that is no entry yet."""
    wanted = " and ".join(f"{ground.title(name)} {_enough(ground, name)}" for name in missing)
    called = ground.label(line.texts) if ground.is_named(line) else f"row {line.number}"
    return Left(ground.table.title, line.number, called, f"it stays in the workbook until {wanted}")


def _enough(ground: Ground, name: str) -> str:
    return f"says {_shown(ground, name, YES)}" if name == ground.listed else "is filled in"


def _shown(ground: Ground, name: str, text: str) -> str:
    return ground.made.word(name, text) if text else NOTHING
