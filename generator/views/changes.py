"""Numbers and schedules as phrases, and what would change them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from generator.phrases import number, plural
from generator.plan import Change, Count, Decision, Schedule
from generator.prose import Prose

Value = TypeVar("Value")


@dataclass(frozen=True)
class ChangeView:
    """A change of the reader's own, and what it does."""

    name: Prose
    how: Prose
    then: Prose


def number_of(count: Count) -> Prose:
    """A number of rotations as a phrase."""
    return plural(count.aim, "rotation")


def range_of(count: Count) -> Prose:
    """The range that a number stands in, as a phrase."""
    least, most = number(count.least), number(count.most)
    return Prose(f"{least} to {most}" if count.least < count.most else f"{least}, no more")


def number_and_range(count: Count) -> Prose:
    """A number of rotations with its range."""
    return Prose(f"{number_of(count)} ({range_of(count)})")


def placed_in(schedule: Schedule) -> Prose:
    """What a schedule comes to, as a phrase."""
    blocks = schedule.ahead
    if not blocks:
        return Prose("no block finds a place")
    days = ", ".join(f"{block.span.first:%b} {block.span.first.day}" for block in blocks)
    return Prose(f"{plural(len(blocks), 'block')}, beginning {days}")


def changes(decision: Decision[Value], said: Callable[[Value], Prose]) -> tuple[ChangeView, ...]:
    """What the reader could do to alter a decision."""
    return _told([change for change in decision.would_change if not change.settles], decision, said)


def open_answers(decision: Decision[Value], said: Callable[[Value], Prose]) -> tuple[ChangeView, ...]:
    """What answers that are still open would make of a decision."""
    return _told([change for change in decision.would_change if change.settles], decision, said)


def _told(
    listed: Iterable[Change[Value]], decision: Decision[Value], said: Callable[[Value], Prose]
) -> tuple[ChangeView, ...]:
    """Those that alter what is said of it."""
    told = ((change, said(change.value)) for change in listed)
    return tuple(ChangeView(one.name, one.how, then) for one, then in told if then != said(decision.value))
