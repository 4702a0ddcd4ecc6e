"""The rows of one sheet as the person left it: columns found by their titles, wherever they stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from openpyxl.worksheet.worksheet import Worksheet

from generator.downloads.layout import KEY, Section
from generator.editing.cells import UNKNOWN, Content, UnreadableError, as_text, as_written
from generator.editing.made import ANEW, MadeSheet
from generator.errors import GuideError, Place, Problem

HEAD_WITHIN = 50
Grid = Mapping[int, Mapping[int, tuple[str, Content]]]


@dataclass(frozen=True)
class Line:
    """One row: its number, its hidden key, and for each field where the cell is and what it says."""

    sheet: str
    number: int
    key: str
    spots: Mapping[str, str]
    texts: Mapping[str, str]


@dataclass(frozen=True)
class Table:
    """The rows of one sheet, and all that could not be read in it."""

    title: str
    lines: tuple[Line, ...]
    problems: tuple[Problem, ...]


def place(file: str, sheet: str, spot: object = "") -> Place:
    """A cell or a row in the words of messages.

    >>> str(place("tracker.xlsx", "Letters", "D5"))
    'tracker.xlsx, Letters!D5'
    """
    return Place(f"{file}, {sheet}!{spot}" if spot else f"{file}, {sheet}")


def table_of(sheet: Worksheet, section: Section, made: MadeSheet, file: str) -> Table:
    """The rows of a sheet below its headings; a GuideError if a column is missing."""
    grid = _grid(sheet)
    head, columns = _columns(grid, section, made, place(file, sheet.title))
    lines, problems = [], []
    for number in sorted(number for number in grid if number > head):
        spots = {name: f"{columns[name][1]}{number}" for name in columns if name != KEY}
        texts, wrong = _texts(grid[number], columns, section, made)
        problems += [Problem(place(file, sheet.title, spots[name]), what, hint) for name, what, hint in wrong]
        key = _key(grid[number], columns[KEY][0])
        if key or any(texts.values()):
            lines.append(Line(sheet.title, number, key, MappingProxyType(spots), MappingProxyType(texts)))
    return Table(sheet.title, tuple(lines), tuple(problems))


def has_columns(sheet: Worksheet, made: MadeSheet) -> bool:
    """Whether a sheet has all the headings of one that was made."""
    wanted = {KEY, *map(_squeezed, made.titles.values())}
    return any(wanted <= set(_titles(row)) for number, row in _grid(sheet).items() if number <= HEAD_WITHIN)


def _grid(sheet: Worksheet) -> Grid:
    """The cells that hold something, by row and column; empty ones far away cost nothing."""
    grid: dict[int, dict[int, tuple[str, Content]]] = {}
    for (row, column), cell in sorted(sheet._cells.items()):
        if cell.value is not None:
            grid.setdefault(row, {})[column] = (cell.column_letter, Content(cell.value, str(cell.data_type)))
    return grid


def _columns(grid: Grid, section: Section, made: MadeSheet, where: Place) -> tuple[int, dict[str, tuple[int, str]]]:
    """The row of the headings, and each field's column as number and letter."""
    wanted = {KEY: KEY, **{cell.field: _squeezed(made.titles[cell.field]) for cell in section.cells}}
    heads = {number: _titles(row) for number, row in grid.items() if number <= HEAD_WITHIN}
    head = max(heads, key=lambda number: (len(set(heads[number]) & set(wanted.values())), -number), default=0)
    found = heads.get(head, [])
    problems = [_missing(name, made, where) for name, title in wanted.items() if title not in found]
    problems += [_twice(name, made, where) for name, title in wanted.items() if found.count(title) > 1]
    if problems:
        raise GuideError(problems if found else [Problem(where, "there are no headings in this sheet", ANEW)])
    by_title = {title: (column, grid[head][column][0]) for column, title in zip(grid[head], found, strict=True)}
    return head, {name: by_title[title] for name, title in wanted.items()}


def _missing(name: str, made: MadeSheet, where: Place) -> Problem:
    if name == KEY:
        return Problem(where, "the hidden column at the front of this sheet is gone", ANEW)
    title = made.titles[name]
    return Problem(where, f"the column {title!r} is gone", f"give it its heading back, or {ANEW}")


def _twice(name: str, made: MadeSheet, where: Place) -> Problem:
    title = made.titles.get(name, name)
    return Problem(where, f"two columns are called {title!r}", "give the one that you added another heading")


def _texts(
    row: Mapping[int, tuple[str, Content]], columns: Mapping[str, tuple[int, str]], section: Section, made: MadeSheet
) -> tuple[dict[str, str], list[tuple[str, str, str]]]:
    """What each field's cell says, and each that says nothing a profile could."""
    texts, wrong = {}, []
    for cell in section.cells:
        content = row.get(columns[cell.field][0], ("", Content(None, "n")))[1]
        try:
            text = as_text(content, cell.kind, made.words.get(cell.field, {}))
            texts[cell.field] = "" if text.casefold() == UNKNOWN and not cell.needed else text
        except UnreadableError as error:
            texts[cell.field] = ""
            wrong.append((cell.field, error.what, error.hint))
    return texts, wrong


def _key(row: Mapping[int, tuple[str, Content]], column: int) -> str:
    return str(row[column][1].value).strip() if column in row else ""


def _titles(row: Mapping[int, tuple[str, Content]]) -> list[str]:
    return [_squeezed(str(content.value)) for _, content in row.values()]


def _squeezed(text: str) -> str:
    return " ".join(text.casefold().split())


def made_rows(sheet: Worksheet, width: int) -> Iterator[tuple[str, ...]]:
    """The rows of the hidden sheet as texts, each as wide as it was written."""
    for row in _grid(sheet).values():
        texts = {column: as_written(content.value) for column, (_, content) in row.items()}
        yield tuple(texts.get(column, "") for column in range(1, width + 1))
