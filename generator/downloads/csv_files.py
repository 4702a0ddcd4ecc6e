"""Each sheet as a file of its own: values separated by commas, for programs that read no workbook."""

import csv
from datetime import date
from io import StringIO

from generator.downloads.cells import clean
from generator.downloads.sheets import Column, Sheet, Value

MARK = "\ufeff"  # by which Excel knows UTF-8
GUARDED = ("=", "+", "-", "@", "\t", "\r")
GUARD = "'"


def csv_file(sheet: Sheet) -> bytes:
    """The headings, the rows with what formulas give, then the sums; no keys, and no row that is still free."""
    held = StringIO(newline="")
    writer = csv.writer(held, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(column.name for column in sheet.columns)
    writer.writerows(
        [_text(column, value) for column, value in zip(sheet.columns, row.values, strict=True)]
        for row in sheet.rows
        if row.key
    )
    writer.writerows(_sums(sheet))
    return (MARK + held.getvalue()).encode()


def _sums(sheet: Sheet) -> list[list[str]]:
    """The words of a sum stand in the second column, as in the workbook."""
    rows = []
    for one in sheet.sums:
        told = {cell.column: cell.value for cell in one.cells}
        row = [_text(column, told.get(column.id)) for column in sheet.columns]
        rows.append([row[0], one.words, *row[2:]])
    return rows


def _text(column: Column, value: Value) -> str:
    """A value as text; days like 2027-01-31."""
    shown = column.shown(value)
    if isinstance(shown, date):
        return shown.isoformat()
    if isinstance(shown, int):
        return str(shown)
    return guarded(clean(shown)) if shown else ""


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe before what could begin one, as OWASP advises.

    >>> guarded("=1+1"), guarded("Emory")
    ("'=1+1", 'Emory')
    """
    return GUARD + text if text.startswith(GUARDED) else text
