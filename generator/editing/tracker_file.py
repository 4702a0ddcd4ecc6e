"""The workbook that a person kept: what it held when it was made, and what it holds now."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.downloads.layout import AS_MADE, LAYOUT, MADE_COLUMNS
from generator.editing.cells import UnreadableError
from generator.editing.made import ANEW, BROKEN, Made, MadeSheet, made_of
from generator.editing.package import opened
from generator.editing.tables import Table, has_columns, made_rows, place, table_of
from generator.errors import GuideError, Place, Problem


@dataclass(frozen=True)
class Tracker:
    """The sheets that feed the profile; `file` is the workbook's name in messages."""

    file: str
    made: Made
    tables: Mapping[str, Table]


def read_tracker(path: Path, *, file: str) -> Tracker:
    """The workbook, or every reason why it can't be read, all at once."""
    book = opened(path, file)
    made = _made(book, file)
    tables: dict[str, Table] = {}
    problems: list[Problem] = []
    for name, section in LAYOUT.items():
        try:
            tables[name] = table_of(_sheet(book, made.sheets[name], file), section, made.sheets[name], file)
            problems += tables[name].problems
        except GuideError as error:
            problems += error.problems
    if problems:
        raise GuideError(problems)
    return Tracker(file, made, tables)


def _made(book: Workbook, file: str) -> Made:
    sheet = _called(book, AS_MADE)
    if sheet is None:
        what = "this is no tracker of the guide, or its hidden sheet is gone"
        raise GuideError([Problem(Place(file), what, f"give the name of your tracker; or {ANEW}")])
    try:
        return made_of(made_rows(sheet, len(MADE_COLUMNS)), file)
    except UnreadableError:
        raise GuideError([Problem(Place(file), BROKEN, ANEW)]) from None


def _sheet(book: Workbook, made: MadeSheet, file: str) -> Worksheet:
    """The sheet by its title; if that was changed, the one with its headings."""
    sheet = _called(book, made.name)
    if sheet is not None:
        return sheet
    alike = [sheet for sheet in book.worksheets if has_columns(sheet, made)]
    if len(alike) != 1:
        raise GuideError([Problem(place(file, made.name), "this sheet is gone", f"give it its name back, or {ANEW}")])
    return alike[0]


def _called(book: Workbook, name: str) -> Worksheet | None:
    return next((sheet for sheet in book.worksheets if sheet.title.casefold() == name.casefold()), None)
