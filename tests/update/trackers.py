"""A workbook in the hands of a person, and `guide update` with it."""

import difflib
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
from click.testing import CliRunner, Result
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator import cli
from generator.profile import Profile
from generator.reading import build, parse

ROOT = Path(__file__).parent.parent.parent

AS_OF = "2026-11-22"
TEXT = """\
# Mine.
schema: 1
applicant: {name: Ana Example, citizenship: citizen-by-birth} # a nickname
season: 2028
school: {status: enrolled, graduation: 2028-05-19}

exams: # all of them
  step_1: {status: passed, date: 2026-02-14, attempts: 1}

letters:
    - writer: Dr. Old # knows me well
      field: medicine
      us: true
      faculty: true
      knows: well
      status: asked
      date: 2026-11-01
    # - writer: Dr. Maybe
    - {writer: "Dr. New: a friend", us: false}

rotations: # the offers
- host: Riverside *R*
  field: consult-liaison
  status: offered
  answer_due: 2026-12-01 # by mail
  first: 2027-04-05
  last: 2027-05-02
- host: Hill Hospital
  field: psychiatry
  status: applied
  fee: 500

inquiries:
  - host: Emory
    sent: 2026-11-02   # to the office
    outcome: unknown

  - host: Tulane
    sent: 2026-11-03
    note: "They said:\\n\\n wait"
  - {host: Tulane, sent: 2026-11-09}
done:
  - settle-goals # on Monday
  - survey-programs
documents:
  - document: cv
  - document: immunization-form
    expires: 2027-08-01
# The end.
"""


def run(*words: str | Path, answer: str | None = None) -> Result:
    """A command's outcome; no exception gets out of it but the one that carries the exit status."""
    result = CliRunner().invoke(cli.guide, [str(word) for word in words], input=answer)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def update(profile: Path, book: bytes | Workbook, *words: str, answer: str | None = None) -> Result:
    """The outcome of `guide update` with a workbook, written beside the profile."""
    path = profile.with_name("tracker.xlsx")
    if isinstance(book, bytes):
        path.write_bytes(book)
    else:
        book.save(path)
    return run("update", profile, path, "--as-of", AS_OF, *words, answer=answer)


class Book:
    """A workbook in the hands of a person, who knows titles and rows and no letters."""

    def __init__(self, content: bytes) -> None:
        """Open it."""
        self.book = openpyxl.load_workbook(io.BytesIO(content))

    def sheet(self, name: str) -> Worksheet:
        """A sheet."""
        found = self.book[name]
        assert isinstance(found, Worksheet)
        return found

    def column(self, sheet: str, title: str) -> int:
        """A column by its heading."""
        return next(cell.column for cell in self.sheet(sheet)[1] if cell.value == title)

    def row(self, sheet: str, key: str) -> int:
        """A row by its key; without one, the first that is free."""
        key_column = self.column(sheet, "key")
        rows = range(2, self.sheet(sheet).max_row + 2)
        return next(row for row in rows if (self.sheet(sheet).cell(row, key_column).value or "") == key)

    def spot(self, sheet: str, key: str, title: str) -> str:
        """A cell as Excel names it."""
        return str(self.sheet(sheet).cell(self.row(sheet, key), self.column(sheet, title)).coordinate)

    def write(self, sheet: str, key: str, **values: Any) -> "Book":
        """Fill some cells of a row; `_` stands for a blank in a heading."""
        row = self.row(sheet, key)
        for title, value in values.items():
            self.sheet(sheet).cell(row, self.column(sheet, title.replace("_", " "))).value = value
        return self


def difference(before: str, after: str) -> list[str]:
    """The lines that went and came."""
    lines = list(difflib.unified_diff(before.splitlines(), after.splitlines(), n=0))[2:]
    return [f"{line[0]} {line[1:]}" for line in lines if line[0] in "+-"]


def read(path: Path) -> Profile:
    """What the file says now."""
    return build(Profile, parse(path.read_text(encoding="utf-8"), path.name))


def keys(book: Book, sheet: str) -> list[str]:
    """The keys of a sheet's rows."""
    return [str(cell.value or "") for cell in book.sheet(sheet)["A"][1:]]


def rearranged(
    sheet: Worksheet,
    *,
    rows: Callable[[list[Any]], list[Any]] = list,
    columns: Callable[[list[Any]], list[Any]] = list,
) -> None:
    """Move what a sheet holds below and beside its first row, as values."""
    table = [[cell.value for cell in row] for row in sheet.iter_rows(max_row=sheet.max_row)]
    head, *below = table
    turned = columns([list(column) for column in zip(head, *rows(below), strict=True)])
    sheet.delete_rows(1, sheet.max_row)
    for number, column in enumerate(turned, start=1):
        for row, value in enumerate(column, start=1):
            sheet.cell(row, number).value = value
