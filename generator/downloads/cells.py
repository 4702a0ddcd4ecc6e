"""What goes into one cell: text that stays text, days and numbers as far as a spreadsheet can hold them."""

import re
from collections.abc import Iterable
from datetime import date
from textwrap import wrap

from generator.downloads.sheets import Value

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
REPLACED = "\ufffd"
CUT = "\u2026"
MOST_LETTERS = 32_767
FIRST_DAY = date(1900, 3, 1)
DAY_ZERO = date(1899, 12, 30)
MOST = 10**15
LINE_HEIGHT, MOST_LINES = 15, 12


def fit(value: Value) -> Value:
    """The value as a cell can hold it: a day too early, or a number too long, becomes text.

    >>> fit(date(1850, 1, 31)), fit(7), fit(10**15)
    ('1850-01-31', 7, '1000000000000000')
    """
    if isinstance(value, date):
        return value if value >= FIRST_DAY else value.isoformat()
    if isinstance(value, int):
        return value if abs(value) < MOST else str(value)
    return value if value is None else clean(value)


def clean(text: str) -> str:
    """The text without marks that no file of this kind can hold, and cut with a mark where it is too long.

    >>> clean("a\\x00b\\r\\nc") == "a\\ufffdb\\nc"
    True
    """
    return _cut(NOT_IN_XML.sub(REPLACED, text.replace("\r\n", "\n").replace("\r", "\n")))


def serial(day: date) -> int:
    """The number that stands for a day in a spreadsheet.

    >>> serial(date(2026, 11, 22))
    46348
    """
    return (day - DAY_ZERO).days


def _cut(text: str) -> str:
    """The text within the length that a spreadsheet counts: a letter that needs two units counts twice."""
    units = text.encode("utf-16-le")
    if len(units) // 2 <= MOST_LETTERS:
        return text
    return units[: 2 * (MOST_LETTERS - 1)].decode("utf-16-le", "ignore") + CUT


def height(cells: Iterable[tuple[str, int]]) -> int:
    """The height of a row in points, so that wrapped texts can be read in columns of these widths.

    >>> height([("short", 20), ("a text of four words and more", 12)])
    45
    """
    most = max((_lines(text, width) for text, width in cells), default=1)
    return LINE_HEIGHT * min(most, MOST_LINES)


def _lines(text: str, width: int) -> int:
    return sum(max(len(wrap(part, width)), 1) for part in text.split("\n"))
