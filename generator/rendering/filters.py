"""Filters: how values look, and nothing else. They give prose, so that nothing is escaped twice."""

from datetime import date

from generator.phrases import listed, long_date, money, month, number, plural, short_date
from generator.prose import Prose


def iso(day: date) -> Prose:
    """A day for machines.

    >>> iso(date(2027, 9, 2))
    '2027-09-02'
    """
    return Prose(day.isoformat())


def weeks(count: int) -> Prose:
    """A number of weeks.

    >>> weeks(4)
    'four weeks'
    """
    return plural(count, "week")


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
