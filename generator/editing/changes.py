"""What a person changed in the workbook, held against what the profile says by now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.downloads.layout import LAYOUT
from generator.editing.added import new_rows
from generator.editing.edits import Edit, Remove, Set
from generator.editing.ground import YES, Ground, answer_of, entries_of
from generator.editing.memory import Memory
from generator.editing.tables import Line
from generator.editing.told import Change, Finding, Left, change, conflict, empty, lost, other_answer
from generator.editing.tracker_file import Tracker
from generator.errors import GuideError, Problem
from generator.profile import Profile


@dataclass(frozen=True)
class Comparison:
    """All that would change, what stays in the workbook only, and the rows that are brought back, by list."""

    changes: tuple[Change, ...]
    left: tuple[Left, ...]
    lines: Mapping[str, tuple[Line, ...]]

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What is done to the profile's file."""
        return tuple(change.edit for change in self.changes)


def compared(profile: Profile, tracker: Tracker, memory: Memory) -> Comparison:
    """What the workbook brings; a GuideError names every cell that can't be brought back, all at once."""
    found: list[Finding] = []
    lines: dict[str, tuple[Line, ...]] = {}
    for name, section in LAYOUT.items():
        made, table = tracker.made.sheets[name], tracker.tables[name]
        ground = Ground(tracker.file, section, made, table, memory, entries_of(profile, section))
        here = [*_entries(ground), *new_rows(ground), *_gone(ground)]
        lines[section.name] = _brought_back(ground, here)
        found += here
    problems = [one for one in found if isinstance(one, Problem)]
    if problems:
        raise GuideError(problems)
    changes = tuple(one for one in found if isinstance(one, Change))
    return Comparison(changes, tuple(one for one in found if isinstance(one, Left)), lines)


def _brought_back(ground: Ground, found: list[Finding]) -> tuple[Line, ...]:
    """The rows but for those that stay in the workbook only."""
    left = {one.row for one in found if isinstance(one, Left)}
    return tuple(line for line in (*ground.originals.values(), *ground.added) if line.number not in left)


def _entries(ground: Ground) -> Iterator[Finding]:
    """What was changed in the rows that were made from entries of the profile."""
    for key, line in ground.originals.items():
        changed = ground.changed(line)
        if key in ground.in_profile and changed and not ground.returns(line):
            yield from _entry(ground, line, changed)


def _entry(ground: Ground, line: Line, changed: tuple[str, ...]) -> Iterator[Finding]:
    taken_out = ground.listed in changed and line.texts[ground.listed] != YES
    place = ground.places.get(line.key)
    if taken_out and not line.texts[ground.listed]:
        yield empty(ground, line, ground.listed)
    elif taken_out:
        yield from () if place is None else _no_more(ground, line, place)
    elif place is None:
        yield lost(ground, line)
    else:
        yield from (one for name in changed if (one := _answer(ground, line, place, name)))


def _no_more(ground: Ground, line: Line, place: int) -> Iterator[Finding]:
    told = f"{other_answer(ground, line, ground.listed)}; its lines become a comment"
    yield change(ground, line, Remove(ground.section.name, place), told)


def _answer(ground: Ground, line: Line, place: int, name: str) -> Finding | None:
    """One cell that was changed: nothing, if the profile says the same by now."""
    cell, text, now = ground.section.cell(name), line.texts[name], ground.entries[place][name]
    if cell is None or text == now:
        return None
    if now != ground.was(line).get(name, ""):
        return conflict(ground, line, name, now)
    if cell.needed and not text:
        return empty(ground, line, name)
    edit = Set(ground.section.name, place, name, answer_of(text, cell.kind))
    return change(ground, line, edit, other_answer(ground, line, name))


def _gone(ground: Ground) -> Iterator[Left]:
    """Entries of the profile whose row is in the workbook no more."""
    for key in ground.made.rows:
        if key in ground.in_profile and key not in ground.originals and key in ground.places:
            told = "its row is gone from the workbook, and it stays in the profile; delete it there if you mean it"
            yield Left(ground.table.title, 0, ground.label(ground.made.rows[key]), told)
