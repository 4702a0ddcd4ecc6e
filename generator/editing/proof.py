"""Mistakes in a profile as it would be, led back to the cells of the workbook that bring them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.editing.edits import Add, Append, Remove, Set
from generator.editing.told import Change
from generator.errors import Place, Problem
from generator.reading import Document

Entry = tuple[str, int]


def at_cells(problems: Iterable[Problem], document: Document, changes: Iterable[Change]) -> tuple[Problem, ...]:
    """Each mistake at the cell whose change brings it; one in an entry that no row changes stays where it is."""
    paths = {place: path for path, place in [*document.keys.items(), *document.places.items()]}
    by_entry = _by_entry(tuple(changes), document)
    return tuple(_at_cell(problem, paths.get(problem.where, ()), by_entry) for problem in problems)


def _at_cell(problem: Problem, path: tuple[str | int, ...], by_entry: Mapping[Entry, list[Change]]) -> Problem:
    section, index, name = (*path, "", "", "")[:3]
    if not isinstance(index, int) or (str(section), index) not in by_entry:
        return problem
    return replace(problem, where=_spot(by_entry[str(section), index], name))


def _spot(changes: list[Change], name: object) -> Place:
    """The cell of the answer; if a row has no such cell, the row."""
    return changes[0].spots.get(str(name), changes[0].row)


def _by_entry(changes: tuple[Change, ...], document: Document) -> dict[Entry, list[Change]]:
    """The changes of each entry, by the place that the entry has afterwards."""
    found: dict[Entry, list[Change]] = {}
    removed = [(change.edit.section, change.edit.index) for change in changes if isinstance(change.edit, Remove)]
    for change in changes:
        if isinstance(change.edit, Set):
            section, index = change.edit.section, change.edit.index
            gone = sum(1 for name, place in removed if name == section and place < index)
            found.setdefault((section, index - gone), []).append(change)
    for section in {change.edit.section for change in changes}:
        mine = [change for change in changes if change.edit.section == section]
        added = [change for change in mine if isinstance(change.edit, Append | Add)]
        listed = document.value.get(section)
        count = len(listed) if isinstance(listed, list) else 0
        found |= {(section, count - len(added) + number): [change] for number, change in enumerate(added)}
    return found
