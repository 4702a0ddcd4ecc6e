"""Where rotations fit in time: every allowed block, and one for each part in the order of the year.

This room places simply: as many parts as fit, each as early as its place in the year allows. A search that
weighs hosts, letters and money against each other replaces `place`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.plan import Span


@dataclass(frozen=True)
class Limits:
    """What the calendar allows: blocks of `days` between two days, inside any windows, beside what is taken."""

    earliest: date
    last_end: date
    days: int
    windows: tuple[Span, ...] | None
    taken: tuple[Span, ...]


@dataclass(frozen=True)
class Wish:
    """A part that wants a block, not before a day if that leaves room."""

    part: str
    not_before: date


def monday_from(day: date) -> date:
    """The first Monday on or after a day.

    >>> monday_from(date(2027, 3, 28)).isoformat()
    '2027-03-29'
    """
    return day + timedelta(days=-day.weekday() % 7)


def allowed(limits: Limits) -> tuple[Span, ...]:
    """Every block that keeps the limits, in order of time."""
    return tuple(block for block in _between(limits) if _fits(block, limits))


def _between(limits: Limits) -> Iterator[Span]:
    first, length = monday_from(limits.earliest), timedelta(days=limits.days - 1)
    while first + length <= limits.last_end:
        yield Span(first, first + length)
        first += timedelta(days=7)


def _fits(block: Span, limits: Limits) -> bool:
    inside = limits.windows is None or any(window.holds(block) for window in limits.windows)
    return inside and not any(block.overlaps(span) for span in limits.taken)


def most_after(blocks: Sequence[Span], day: date) -> int:
    """How many blocks without a shared day begin after a day; blocks are in order and of one length."""
    count = 0
    for block in blocks:
        if block.first > day:
            count, day = count + 1, block.last
    return count


def place(wishes: Sequence[Wish], blocks: Sequence[Span]) -> tuple[Span, ...]:
    """One block for each wish, in their order, each as early as its wish allows while the later ones still fit.

    The wishes are no more than `most_after` finds room for.
    """
    chosen: list[Span] = []
    for index, wish in enumerate(wishes):
        after = chosen[-1].last if chosen else date.min
        later = len(wishes) - index - 1
        open_now = [block for block in blocks if block.first > after and most_after(blocks, block.last) >= later]
        hoped = [block for block in open_now if block.first >= wish.not_before]
        chosen.append((hoped or open_now)[0])
    return tuple(chosen)
