"""Formulas built from parts, each part with what it gives for a row on a day: written once, right in both."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from generator.downloads.sheets import Value

Values = Mapping[str, Value]


@dataclass(frozen=True)
class Formula:
    """A formula and what it gives; `{sent}` is the cell of the column `sent` in the same row."""

    text: str
    value: Callable[[Values, date], Value]


@dataclass(frozen=True)
class Test:
    """A condition and whether it holds."""

    text: str
    holds: Callable[[Values, date], bool]


def word(text: str) -> Formula:
    """Always this word, as a formula writes it.

    >>> print(word('an "x" ray').text)
    "an ""x"" ray"
    """
    return Formula('"' + text.replace('"', '""') + '"', lambda values, today: text)


NOTHING = word("")


def cell(column: str) -> Formula:
    """What stands in a column, where something does."""
    return Formula(f"{{{column}}}", lambda values, today: values[column])


def after(column: str, days: int) -> Formula:
    """So many days after the day in a column, where one does."""
    return Formula(f"{{{column}}}+{days}", lambda values, today: _later(values[column], days))


def when(test: Test, then: Formula, otherwise: Formula) -> Formula:
    """The one or the other."""
    return Formula(
        f"IF({test.text},{then.text},{otherwise.text})",
        lambda values, today: (then if test.holds(values, today) else otherwise).value(values, today),
    )


def is_day(column: str) -> Test:
    """Whether a day stands in a column."""
    return Test(f"ISNUMBER({{{column}}})", lambda values, today: isinstance(values[column], date))


def is_filled(column: str) -> Test:
    """Whether anything does."""
    return Test(f'{{{column}}}<>""', lambda values, today: values[column] not in (None, ""))


def is_empty(column: str) -> Test:
    """Whether nothing does."""
    return Test(f'{{{column}}}=""', lambda values, today: values[column] in (None, ""))


def is_gone(column: str) -> Test:
    """Whether the day in a column has gone by."""
    return Test(
        f"AND(ISNUMBER({{{column}}}),{{{column}}}<{{today}})",
        lambda values, today: isinstance(day := values[column], date) and day < today,
    )


def is_within(column: str, days: int) -> Test:
    """Whether the day in a column has gone by or comes within so many days."""
    return Test(
        f"AND(ISNUMBER({{{column}}}),{{{column}}}<={{today}}+{days})",
        lambda values, today: isinstance(day := values[column], date) and day <= today + timedelta(days=days),
    )


def any_of(*tests: Test) -> Test:
    """Whether at least one of them holds."""
    return Test(
        f"OR({','.join(test.text for test in tests)})",
        lambda values, today: any(test.holds(values, today) for test in tests),
    )


def all_of(*tests: Test) -> Test:
    """Whether all of them hold."""
    return Test(
        f"AND({','.join(test.text for test in tests)})",
        lambda values, today: all(test.holds(values, today) for test in tests),
    )


def not_(test: Test) -> Test:
    """Whether a condition does not hold."""
    return Test(f"NOT({test.text})", lambda values, today: not test.holds(values, today))


def day(column: str) -> Formula:
    """The day in a column; an empty text where there is none."""
    return when(is_day(column), cell(column), NOTHING)


def _later(value: Value, days: int) -> Value:
    return value + timedelta(days=days) if isinstance(value, date) else ""
