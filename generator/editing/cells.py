"""A cell's content as text for the profile: a day, a whole number, a word of a list; or why that cannot be."""

import re
from calendar import month_abbr, month_name
from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple
from unicodedata import normalize

from openpyxl.utils.escape import unescape

from generator.reading import did_you_mean
from generator.reading.files import REFUSED
from generator.reading.quoted import quoted
from generator.reading.wording import listed

MONTHS = {
    name.casefold(): number for names in (month_name, month_abbr) for number, name in enumerate(names) if number
} | {"sept": 9}
DAYS = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?:[ T]00:00(?::00)?)?"),
    re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[ .-]+(?P<month>[a-z]+)[ .,-]+(?P<year>\d{4})"),
    re.compile(r"(?P<month>[a-z]+)[ .]+(?P<day>\d{1,2})(?:st|nd|rd|th)?,? +(?P<year>\d{4})"),
)
AMOUNT = re.compile(r"(?:\$|usd)? ?(?P<number>\d+|\d{1,3}(?:,\d{3})+)(?:\.0+)?(?: ?usd)?")
TRUTH = {"true": "true", "false": "false", "yes": "true", "no": "false"}
WRITE_A_DAY = "write it like 2027-01-31, or with the month's name"
UNKNOWN = "unknown"


class Content(NamedTuple):
    """What a cell holds, and of which type openpyxl says that it is."""

    value: object
    type: str


class UnreadableError(ValueError):
    """A cell that says nothing a profile could; what is wrong, and how to mend it."""

    def __init__(self, what: str, hint: str) -> None:
        """Both are for the person who filled the cell."""
        super().__init__(what)
        self.what, self.hint = what, hint


def as_text(cell: Content, kind: str, words: Mapping[str, str]) -> str:
    """The cell as the profile would have it; empty for nothing. `words` shows each choice's word."""
    if cell.type == "f":
        raise UnreadableError("a formula stands here", "write the value itself; the guide does not calculate")
    if cell.type == "e":
        raise UnreadableError(f"{cell.value} stands here", "write the value itself")
    written = as_written(cell.value)
    if not written or (kind != "text" and written.casefold() == UNKNOWN):
        return ""
    if kind == "day":
        return _day(cell.value, written)
    if kind in ("whole", "money"):
        return _whole(cell.value, written)
    return _word(written, kind, words) if words or kind in ("yes-no", "listed") else written


def as_written(value: object) -> str:
    """The cell in letters, as a profile holds texts.

    >>> as_written(4.0), as_written(True), as_written(" a\\r\\nb ")
    ('4', 'true', 'a\\nb')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.isoformat(" ").removesuffix(" 00:00:00")
    return _readable(str(value))


def _readable(text: str) -> str:
    text = normalize("NFC", "\n".join(unescape(text).strip().splitlines()))
    odd = REFUSED.search(text)
    if odd:
        raise UnreadableError(f"the character U+{ord(odd.group()):04X} can't stand in a profile", "delete it")
    return text


def _day(value: object, written: str) -> str:
    if isinstance(value, date):
        return written[:10]
    words = " ".join(written.casefold().split())
    found = next(filter(None, (pattern.fullmatch(words) for pattern in DAYS)), None) if isinstance(value, str) else None
    if found is None:
        raise UnreadableError(f"expected a day, found {quoted(written)}", _day_hint(words))
    month = found["month"]
    try:
        return date(int(found["year"]), MONTHS.get(month) or int(month), int(found["day"])).isoformat()
    except ValueError:
        raise UnreadableError(f"expected a day, found {quoted(written)}", "there is no such day") from None


def _day_hint(words: str) -> str:
    if re.fullmatch(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}", words):
        return f"in figures, day and month may be meant either way round; {WRITE_A_DAY}"
    return f"give the cell the format of a date; or {WRITE_A_DAY}" if words.isdigit() else WRITE_A_DAY


def _whole(value: object, written: str) -> str:
    found = AMOUNT.fullmatch(written.casefold())
    if isinstance(value, bool) or found is None:
        raise UnreadableError(f"expected a whole number, 0 or more, found {quoted(written)}", "")
    return str(int(found["number"].replace(",", "")))


def _word(written: str, kind: str, words: Mapping[str, str]) -> str:
    """The profile's word for one that the workbook shows, capitals and blanks aside."""
    meant = {_squeezed(word): value for value, word in words.items()}
    known = {**(TRUTH if kind in ("yes-no", "listed") else {}), **{_squeezed(value): value for value in words}, **meant}
    found = known.get(_squeezed(written))
    if found is None:
        shown = tuple(words.values()) or ("Yes", "No")
        raise UnreadableError(f"expected {listed(shown)}, found {quoted(written)}", did_you_mean(written, shown))
    return found


def _squeezed(text: str) -> str:
    return " ".join(text.casefold().split())
