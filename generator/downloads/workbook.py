"""The workbook as a file for Excel and LibreOffice; the same input, the same bytes."""

from collections.abc import Mapping
from datetime import datetime, time
from io import BytesIO

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.utility import xl_range_abs  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from generator.downloads.cells import clean, height, serial
from generator.downloads.looks import Book, Looks, looks
from generator.downloads.sheets import AS_MADE, Tracker
from generator.downloads.tables import TODAY, Table, on_paper

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
CHOICES = "choices"
TODAY_ROW, ABOUT = 2, 96
Lists = Mapping[tuple[str, str], str]


class Page(Worksheet):  # type: ignore[misc]
    """A sheet that gets a formula ready once: every row of a column has the same, and that takes most of the time."""

    def __init__(self) -> None:
        """No formula is ready yet."""
        super().__init__()
        self._ready: dict[tuple[str, bool], str] = {}

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        key = formula, expand_future_functions
        if key not in self._ready:
            self._ready[key] = super()._prepare_formula(*key)
        return self._ready[key]


def workbook(tracker: Tracker) -> bytes:
    """The file."""
    held = BytesIO()
    book = Workbook(held, OPTIONS)
    created = datetime.combine(tracker.as_of, time())
    book.set_properties({"title": tracker.title, "created": created})
    formats = looks(book)
    _front(book, formats, tracker)
    pages = [book.add_worksheet(sheet.name, Page) for sheet in tracker.sheets]
    lists = _choices(book, tracker)
    for page, sheet in zip(pages, tracker.sheets, strict=True):
        Table(page, sheet, formats, tracker, lists).write()
    _as_made(book, tracker)
    book.close()
    return held.getvalue()


def _front(book: Book, formats: Looks, tracker: Tracker) -> None:
    """What the workbook is, the day that counts as today, and the way to each sheet."""
    front = tracker.front
    page = book.add_worksheet(front.name)
    page.hide_gridlines(2)
    page.set_column(0, 0, 20)
    page.set_column(1, 1, ABOUT)
    page.write_string(0, 0, tracker.title, formats.title)
    page.write_string(TODAY_ROW, 0, front.today, formats.strong)
    page.write_formula(TODAY_ROW, 1, "=TODAY()", formats.today, serial(tracker.as_of))
    book.define_name(TODAY, f"='{front.name}'!$B${TODAY_ROW + 1}")
    first = TODAY_ROW + 2
    for row, line in enumerate(front.lines, start=first):
        page.write_string(row, 1, line, formats.plain)
        page.set_row(row, height([(line, ABOUT)]))
    _contents(page, formats, tracker, first + len(front.lines) + 1)
    on_paper(page, tracker)
    page.activate()


def _contents(page: Page, formats: Looks, tracker: Tracker, first: int) -> None:
    """From a row on, each sheet's name that leads to it, and what is on it."""
    for row, sheet in enumerate(tracker.sheets, start=first):
        page.write_url(row, 0, f"internal:'{sheet.name}'!B1", formats.link, sheet.name)
        page.write_string(row, 1, sheet.about, formats.plain)
        page.set_row(row, height([(sheet.about, ABOUT)]))


def _choices(book: Book, tracker: Tracker) -> Lists:
    """A hidden sheet with the words of every list, and where each column's are."""
    page = book.add_worksheet(CHOICES)
    page.very_hidden()
    found: dict[tuple[str, str], str] = {}
    columns = ((sheet.id, column) for sheet in tracker.sheets for column in sheet.columns if column.choices)
    for place, (sheet, column) in enumerate(columns):
        page.write_string(0, place, f"{sheet} {column.id}")
        for row, choice in enumerate(column.choices, start=1):
            page.write_string(row, place, choice.word)
        found[sheet, column.id] = _range(place, len(column.choices))
    return found


def _range(place: int, count: int) -> str:
    return f"={CHOICES}!{xl_range_abs(1, place, count, place)}"


def _as_made(book: Book, tracker: Tracker) -> None:
    """A hidden sheet with what the workbook held when it was made, for `guide update`."""
    page = book.add_worksheet(AS_MADE)
    page.very_hidden()
    for number, row in enumerate(tracker.made()):
        for place, text in enumerate(row):
            page.write_string(number, place, clean(text))
