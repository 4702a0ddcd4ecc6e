"""Rows that are not in the profile yet: those of the plan that a person filled in, and those that they added."""

from collections.abc import Iterator, Mapping

from generator.downloads.layout import FROM_PLAN
from generator.editing.edits import Set, one_more
from generator.editing.ground import LISTED, YES, Ground, answer_of, entry_of
from generator.editing.matching import marks
from generator.editing.tables import Line
from generator.editing.told import Finding, change, conflict, incomplete, new_entry, other_answer, twice


def new_rows(ground: Ground) -> Iterator[Finding]:
    """What each of these rows brings: a new entry, an answer for one that came in before, or nothing."""
    free = set(range(len(ground.entries))) - set(ground.places.values())
    seen: set[tuple[str, ...]] = set()
    for line in _said(ground):
        named = marks(ground.section.name, line.texts)
        missing = _missing(ground, line)
        if missing:
            yield incomplete(ground, line, missing)
            continue
        yield from [twice(ground, line)] if named in seen else _row(ground, line, free)
        seen.add(named)


def _said(ground: Ground) -> Iterator[Line]:
    """The rows in which something new was said."""
    rows = ground.originals.items()
    made = (line for key, line in rows if key.startswith(FROM_PLAN) or ground.returns(line))
    for line in (*made, *ground.added):
        if any(line.texts[name] for name in ground.changed(line)):
            yield line


def _missing(ground: Ground, line: Line) -> tuple[str, ...]:
    """The fields without which there is no entry."""
    return tuple(
        cell.field
        for cell in ground.section.cells
        if (cell.needed and not line.texts[cell.field]) or (cell.kind == LISTED and line.texts[cell.field] != YES)
    )


def _row(ground: Ground, line: Line, free: set[int]) -> Iterator[Finding]:
    named = marks(ground.section.name, line.texts)
    alike = [place for place, entry in enumerate(ground.entries) if marks(ground.section.name, entry) == named]
    mine = [place for place in alike if place in free]
    if not alike:
        edit = one_more(ground.section.name, entry_of(line.texts, ground.section))
        yield change(ground, line, edit, new_entry(ground, line))
    elif len(mine) == 1:
        yield from _answers(ground, line, mine[0])
    elif not any(_says_no_more(line, ground.entries[place]) for place in alike):
        yield twice(ground, line)


def _answers(ground: Ground, line: Line, place: int) -> Iterator[Finding]:
    """What the row says of an entry that came in before."""
    was = ground.was(line)
    for cell in ground.section.cells:
        text, now = line.texts[cell.field], ground.entries[place][cell.field]
        if cell.field not in ground.changed(line) or text == now:
            continue
        if now != was.get(cell.field, ""):
            yield conflict(ground, line, cell.field, now)
        else:
            edit = Set(ground.section.name, place, cell.field, answer_of(text, cell.kind))
            yield change(ground, line, edit, other_answer(ground, line, cell.field))


def _says_no_more(line: Line, entry: Mapping[str, str]) -> bool:
    """A copy of a row that says nothing but what the profile says."""
    return all(text in ("", entry[name]) for name, text in line.texts.items())
