"""The ways to place blocks: with the usual lead or a short one, before programs read or late."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from generator.facts import Facts
from generator.plan import Span
from generator.planner.taken import taken_spans, upload_by
from generator.rules.calendar import Limits, allowed, most_after

Lead = Literal["usual", "short"]


@dataclass(frozen=True)
class Attempt:
    """One way to place the parts: with a lead, before reviews or late."""

    lead: Lead
    late: bool
    limits: Limits
    blocks: tuple[Span, ...]

    @property
    def room(self) -> int:
        """How many blocks fit one after another."""
        return most_after(self.blocks, date.min)


def best_attempt(facts: Facts, wanted: int) -> Attempt:
    """Before reviews if any day is left for it, else late; with a short lead only if that places more."""
    late = _too_late(facts)
    usual, short = _attempt(facts, "usual", late=late), _attempt(facts, "short", late=late)
    return short if min(short.room, wanted) > min(usual.room, wanted) else usual


def _too_late(facts: Facts) -> bool:
    calendar = facts.settings.calendar
    earliest = facts.as_of + timedelta(weeks=calendar.short_lead_weeks)
    return not allowed(Limits(earliest, _useful_end(facts, late=False), calendar.block_days, None, ()))


def _attempt(facts: Facts, lead: Lead, *, late: bool) -> Attempt:
    calendar = facts.settings.calendar
    weeks = calendar.usual_lead_weeks if lead == "usual" else calendar.short_lead_weeks
    limits = Limits(
        earliest=facts.as_of + timedelta(weeks=weeks),
        last_end=_last_end(facts, late=late),
        days=calendar.block_days,
        windows=_windows(facts),
        taken=taken_spans(facts),
    )
    return Attempt(lead, late, limits, allowed(limits))


def _last_end(facts: Facts, *, late: bool) -> date:
    """The last day on which a block can end: while it is of use, and for the enrolled by graduation."""
    useful = _useful_end(facts, late=late)
    return min(useful, facts.profile.school.graduation) if facts.enrolled() else useful


def _useful_end(facts: Facts, *, late: bool) -> date:
    """For a letter in time; late, for contact before rank lists close."""
    closing = facts.season.day("rank-list-deadline") if late else upload_by(facts)
    return (closing or facts.season.last_day) - timedelta(days=facts.settings.calendar.letter_days_after_block)


def _windows(facts: Facts) -> tuple[Span, ...] | None:
    windows = facts.profile.school.elective_windows
    if windows is None or facts.graduated():
        return None
    return tuple(Span(window.first, window.last) for window in windows)
