"""Days, numbers and amounts as they stand in a sentence."""

from collections.abc import Sequence
from datetime import date

from generator.prose import Prose, shown

NONE = "\u2013"
NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


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


def between(low: str, high: str) -> Prose:
    """A range, or the one value that it comes to.

    >>> between("$5", "$9"), between("$5", "$5")
    ('$5 to $9', '$5')
    """
    return Prose(low if low == high else f"{low} to {high}")


def listed(items: Sequence[object]) -> Prose:
    """Items as a phrase.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    return Prose(joined([shown(item) for item in items]))


def joined(words: Sequence[str]) -> str:
    """Words as a phrase, nothing escaped.

    >>> joined(["a", "b", "c"]), joined(["a", "b"]), joined(["a"]), joined([])
    ('a, b and c', 'a and b', 'a', '')
    """
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))
