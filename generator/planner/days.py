"""Days on which a rotation could lie, each with the limits that stand against it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.facts import Facts
from generator.plan import Span
from generator.planner.taken import booked_spans, exam_days, periods, upload_by
from generator.profile import Rotation

WEEK = timedelta(weeks=1)


@dataclass(frozen=True)
class Day:
    """One stretch of days: the limits that it breaks, whether it gives hosts the usual notice, and a letter time."""

    span: Span
    broken: frozenset[str]
    usual: bool
    in_time: bool


def monday_from(day: date) -> date:
    """The first Monday on or after a day.

    >>> monday_from(date(2027, 3, 28)).isoformat()
    '2027-03-29'
    """
    return day + timedelta(days=-day.weekday() % 7)


def mondays(first: date, last: date, *, days: int) -> Iterator[Span]:
    """Every stretch of so many days from a Monday, all of it between two days."""
    start, length = monday_from(first), timedelta(days=days - 1)
    while start + length <= last:
        yield Span(start, start + length)
        start += WEEK


def block_days(facts: Facts, *, late: bool) -> tuple[Day, ...]:
    """Every block that could be asked for, whatever notice a host wants."""
    first, length = facts.as_of + timedelta(days=1), facts.settings.calendar.block_days
    return tuple(_day(facts, span, late=late) for span in mondays(first, useful_end(facts, late=True), days=length))


def asked_days(days: tuple[Day, ...], *, ready: date, months: tuple[int, ...]) -> tuple[Day, ...]:
    """The blocks of a host that can be ready by a day, and begins in these months or in any."""
    return tuple(
        replace(day, broken=day.broken | {"lead"}) if day.span.first < ready else day
        for day in days
        if not months or day.span.first.month in months
    )


def offered_days(facts: Facts, rotation: Rotation, *, late: bool) -> tuple[Day, ...]:
    """The days of a rotation that was offered or applied for; an offer may end too late for a letter."""
    offered = rotation.status == "offered"
    return tuple(
        _day(facts, span, late=late, more=_score_first(facts, rotation, span), offered=offered)
        for span in _offered_spans(facts, rotation)
        if span.first > facts.as_of
    )


def _offered_spans(facts: Facts, rotation: Rotation) -> Iterable[Span]:
    if rotation.first and rotation.last:
        return [Span(rotation.first, rotation.last)]
    weeks = rotation.weeks or facts.settings.calendar.block_days // 7
    length = timedelta(days=7 * weeks - 1)
    if rotation.first:
        return [Span(rotation.first, rotation.first + length)]
    first, last = _first_start(facts, rotation), rotation.start_to
    if last is None:
        return mondays(first, useful_end(facts, late=True), days=7 * weeks)
    on_mondays = tuple(mondays(first, last + length, days=7 * weeks))
    return on_mondays or ([Span(first, first + length)] if first <= last else [])


def _first_start(facts: Facts, rotation: Rotation) -> date:
    """The first day on which it could begin; where no day is set, once hosts with little notice could be ready."""
    if rotation.start_from is not None:
        return max(rotation.start_from, facts.as_of + timedelta(days=1))
    ready = facts.as_of + timedelta(weeks=facts.settings.calendar.short_lead_weeks)
    return min(ready, rotation.start_to or ready)


def _score_first(facts: Facts, rotation: Rotation, span: Span) -> tuple[str, ...]:
    if not rotation.wants_step_2 or facts.step_2_passed():
        return ()
    result = facts.step_2_result()
    return () if result is not None and result <= span.first else ("score-first",)


def useful_end(facts: Facts, *, late: bool) -> date:
    """The last day on which a block is of use: for a letter in time; late, for contact before rank lists close."""
    closing = facts.season.day("rank-list-deadline") if late else upload_by(facts)
    return (closing or facts.season.last_day) - timedelta(days=facts.settings.calendar.letter_days_after_block)


def last_end(facts: Facts, *, late: bool) -> date:
    """The last day on which a block can end: while it is of use, and for the enrolled by graduation."""
    useful = useful_end(facts, late=late)
    return min(useful, facts.profile.school.graduation) if facts.enrolled() else useful


def too_late(facts: Facts) -> bool:
    """Whether nothing that is still to be found could end in time for a letter."""
    earliest = facts.as_of + timedelta(weeks=facts.settings.calendar.short_lead_weeks)
    days = facts.settings.calendar.block_days
    return not any(mondays(earliest, useful_end(facts, late=False), days=days))


def _day(facts: Facts, span: Span, *, late: bool, more: tuple[str, ...] = (), offered: bool = False) -> Day:
    in_time = span.last <= useful_end(facts, late=False)
    broken = {*_broken(facts, span), *more}
    if span.last > useful_end(facts, late=late or offered):
        broken.add("letter-day")
    usual = facts.as_of + timedelta(weeks=facts.settings.calendar.usual_lead_weeks)
    return Day(span, frozenset(broken), offered or span.first >= usual, in_time)


def _broken(facts: Facts, span: Span) -> Iterator[str]:
    school, enrolled = facts.profile.school, facts.enrolled()
    if enrolled and span.last > school.graduation:
        yield "graduation"
    if enrolled and school.elective_windows is not None and not _inside(span, periods(school.elective_windows)):
        yield "windows"
    taken = {
        "terms": periods(school.terms) if enrolled else (),
        "busy": periods(facts.means.busy),
        "fixed": periods(facts.means.fixed),
        "exams": exam_days(facts),
        "booked": booked_spans(facts),
    }
    yield from (limit for limit, spans in taken.items() if any(span.overlaps(other) for other in spans))


def _inside(span: Span, windows: Iterable[Span]) -> bool:
    return any(window.holds(span) for window in windows)
