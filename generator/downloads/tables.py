"""One sheet of the workbook: its table, what its cells accept, its colors, its sums, how it prints."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]

from generator.downloads.cells import clean, fit, height, serial
from generator.downloads.looks import Format, Looks, Page
from generator.downloads.sheets import KEY, Column, Hints, Row, Sheet, Tracker, Value

STANDING = "standing"
TODAY = "guide_today"
BLANK = re.compile(r"\{([a-z_]+)(?:@([a-z-]+))?\}")
LETTER, LAST_DAY = 1, date(9999, 12, 31)
FIRST = 1  # the column beside the hidden key
GAP = 2  # rows from the table to its sums
MOST_OF_A_HINT = 255


@dataclass(frozen=True)
class Table:
    """A sheet that is being written, with all that its cells refer to."""

    page: Page
    sheet: Sheet
    looks: Looks
    tracker: Tracker
    lists: Mapping[tuple[str, str], str]

    def write(self) -> None:
        """The whole sheet."""
        self._table()
        for number, row in enumerate(self.sheet.rows, start=1):
            self._row(number, row)
        for place, column in enumerate(self.sheet.columns, start=FIRST):
            self._accept(place, column)
            self._tint(place, column)
        self._sums()
        self._lay_out()

    @property
    def _last(self) -> int:
        return len(self.sheet.rows)

    def _place(self, column: str) -> int:
        return [one.id for one in self.sheet.columns].index(column) + FIRST

    def _table(self) -> None:
        columns = [{"header": KEY}, *map(self._head, self.sheet.columns)]
        options = {"name": self.sheet.id, "columns": columns, "style": None}
        self.page.add_table(0, 0, self._last, len(columns) - 1, options)

    def _head(self, column: Column) -> dict[str, Any]:
        look = self.looks.headings["back" if column.edits else "own" if column.own else "guide"]
        formula = {"formula": self._in_row(column.formula)} if column.formula else {}
        return {"header": column.name, "header_format": look, **formula}

    def _in_row(self, formula: str) -> str:
        """A formula whose names are cells of the same row."""
        names = {column.id: column.name for column in self.sheet.columns}

        def cell(match: re.Match[str]) -> str:
            name = match.group(1)
            return TODAY if name == "today" else f"{self.sheet.id}[[#This Row],[{names[name]}]]"

        return "=" + BLANK.sub(cell, formula)

    def _row(self, number: int, row: Row) -> None:
        self.page.write_string(number, 0, clean(row.key))
        texts: list[tuple[str, int]] = []
        for place, (column, value) in enumerate(zip(self.sheet.columns, row.values, strict=True), start=FIRST):
            look, shown = self.looks.of(column.kind), fit(column.shown(value))
            if column.formula:
                self._formula(number, place, self._in_row(column.formula), look, value)
                continue
            self._value(number, place, shown, look)
            if isinstance(shown, str) and place <= (self.sheet.printed or place):
                texts.append((shown, column.width))
        self.page.set_row(number, height(texts))

    def _value(self, row: int, place: int, value: Value, look: Format) -> None:
        """A value as what it is: whatever a text begins with, it is no formula."""
        if value is None:
            self.page.write_blank(row, place, None, look)
        elif isinstance(value, str):
            self.page.write_string(row, place, value, look)
        elif isinstance(value, date):
            self.page.write_datetime(row, place, value, look)
        else:
            self.page.write_number(row, place, value, look)

    def _formula(self, row: int, place: int, formula: str, look: Format, value: Value) -> None:
        """One of our formulas with what it gives today, for programs that show a file without counting."""
        given = serial(value) if isinstance(value, date) else value
        self.page.write_formula(row, place, formula, look, given)

    def _accept(self, place: int, column: Column) -> None:
        """What a cell takes, and a word beside the heading about it."""
        rule = _rule(column, self.tracker.hints, self.lists.get((self.sheet.id, column.id), ""))
        if rule:
            self.page.data_validation(FIRST, place, self._last, place, rule)
        comes = self.tracker.hints.back if column.edits else self.tracker.hints.stays if column.own else ""
        hint = " ".join(filter(None, [column.note, comes]))
        if hint:
            shown = {"validate": "any", "input_title": column.name, "input_message": hint[:MOST_OF_A_HINT]}
            self.page.data_validation(0, place, 0, place, shown)

    def _tint(self, place: int, column: Column) -> None:
        """The color of what the row says of itself in words, on cells that hold something."""
        if not column.tinted:
            return
        said, here = xl_col_to_name(self._place(STANDING)), xl_col_to_name(place)
        for tone, word in self.tracker.tones:
            test = f'=AND(${said}{FIRST + 1}="{word}",{here}{FIRST + 1}<>"")'
            rule = {"type": "formula", "criteria": test, "format": self.looks.tones[tone]}
            self.page.conditional_format(FIRST, place, self._last, place, rule)

    def _sums(self) -> None:
        rows = {one.id: self._last + GAP + number for number, one in enumerate(self.sheet.sums)}
        for one in self.sheet.sums:
            self.page.write_string(rows[one.id], FIRST + 1, one.words, self.looks.strong)
            for cell in one.cells:
                place = self._place(cell.column)
                if cell.formula:
                    formula = self._of_sums(cell.formula, rows)
                    self._formula(rows[one.id], place, formula, self.looks.money, cell.value)
                else:
                    self._value(rows[one.id], place, fit(cell.value), self.looks.money)

    def _of_sums(self, formula: str, rows: Mapping[str, int]) -> str:
        """A formula whose names are whole columns, or cells of other sums."""
        names = {column.id: column.name for column in self.sheet.columns}

        def cell(match: re.Match[str]) -> str:
            column, one = match.groups()
            if one is None:
                return f"{self.sheet.id}[{names[column]}]"
            return f"${xl_col_to_name(self._place(column))}${rows[one] + 1}"

        return "=" + BLANK.sub(cell, formula)

    def _lay_out(self) -> None:
        """Widths, what stays in view, and paper."""
        self.page.set_column(0, 0, 4, None, {"hidden": True})
        for place, column in enumerate(self.sheet.columns, start=FIRST):
            self.page.set_column(place, place, column.width)
        self.page.set_row(0, 32)
        self.page.freeze_panes(1, FIRST + 1)
        on_paper(self.page, self.tracker)
        self.page.repeat_rows(0)
        if self.sheet.printed:
            self.page.print_area(0, 0, self._last, self.sheet.printed)


def _rule(column: Column, hints: Hints, listed: str) -> dict[str, Any]:
    """What a column that somebody fills in accepts; nothing for one that is the guide's."""
    wrong = {"error_title": column.name}
    if listed:
        return {**wrong, "validate": "list", "source": listed, "error_message": hints.choice}
    if not (column.edits or column.own):
        return {}
    if column.kind == "day":
        days = {"validate": "date", "criteria": "between", "minimum": date(1900, 1, 1), "maximum": LAST_DAY}
        return {**wrong, **days, "error_message": hints.day}
    if column.kind in ("whole", "money"):
        return {**wrong, "validate": "integer", "criteria": ">=", "value": 0, "error_message": hints.whole}
    return {}


def on_paper(page: Page, tracker: Tracker) -> None:
    """Letter paper, lying, as wide as one page, with what it is and the number of the page."""
    page.set_landscape()
    page.set_paper(LETTER)
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    page.set_header(f"&L{_printed(tracker.title)}&R&A")
    page.set_footer("&C" + _printed(tracker.front.page).replace("{page}", "&P").replace("{pages}", "&N"))


def _printed(text: str) -> str:
    return text.replace("&", "&&")
