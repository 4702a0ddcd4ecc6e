"""Filters: how values look, and nothing else. They give prose, so that nothing is escaped twice."""

from collections.abc import Sequence
from datetime import date

from generator.prose import Prose, shown

NONE = "\u2013"
NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


def long_date(day: date | None) -> Prose:
    """A day in full; a dash for none.

    >>> long_date(date(2027, 9, 2))
    'September 2, 2027'
    """
    return Prose(f"{day:%B} {day.day}, {day.year}" if day else NONE)


def short_date(day: date | None) -> Prose:
    """A day in short; a dash for none.

    >>> short_date(date(2027, 9, 2))
    'Sep 2, 2027'
    """
    return Prose(f"{day:%b} {day.day}, {day.year}" if day else NONE)


def month(day: date) -> Prose:
    """A month.

    >>> month(date(2027, 9, 2))
    'September 2027'
    """
    return Prose(f"{day:%B %Y}")


def iso(day: date) -> Prose:
    """A day for machines.

    >>> iso(date(2027, 9, 2))
    '2027-09-02'
    """
    return Prose(day.isoformat())


def money(amount: int) -> Prose:
    """US dollars.

    >>> money(1703)
    '$1,703'
    """
    return Prose(f"${amount:,}")


def number(count: int) -> Prose:
    """A small number as a word.

    >>> number(3), number(13)
    ('three', '13')
    """
    return Prose(NUMBERS[count] if 0 <= count < len(NUMBERS) else str(count))


def plural(count: int, noun: str) -> Prose:
    """A number with its noun.

    >>> plural(1, "rotation"), plural(3, "rotation")
    ('one rotation', 'three rotations')
    """
    return Prose(f"{number(count)} {noun}{'' if count == 1 else 's'}")


def weeks(count: int) -> Prose:
    """A number of weeks.

    >>> weeks(4)
    'four weeks'
    """
    return plural(count, "week")


def listed(items: Sequence[object]) -> Prose:
    """Items as a phrase.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    words = [shown(item) for item in items]
    return Prose(" and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words))


def blank_date(day: date | None) -> Prose:
    """A day in a message; a blank to fill in for none."""
    return long_date(day) if day else Prose("[date]")


def blank_month(day: date | None) -> Prose:
    """A month in a message; a blank to fill in for none."""
    return month(day) if day else Prose("[month]")


IN_MESSAGES = {"date": blank_date, "month": blank_month}
LOOKS = {
    "date": long_date,
    "short_date": short_date,
    "month": month,
    "iso": iso,
    "money": money,
    "number": number,
    "plural": plural,
    "weeks": weeks,
    "listed": listed,
}
