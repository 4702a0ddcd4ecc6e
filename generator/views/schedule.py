"""The page on the schedule."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from generator.catalog.known import by_id
from generator.plan import Decision, Schedule
from generator.plan.settings import Calendar
from generator.plan.world import Milestone
from generator.prose import Prose
from generator.views.changes import ChangeView, changes, open_answers, placed_in
from generator.views.common import BlockView, Sight, View
from generator.views.settled import SettledView, settled


@dataclass(frozen=True)
class DroppedView:
    """A part that found no place."""

    name: Prose
    why: Prose


@dataclass(frozen=True, kw_only=True)
class ScheduleView(View):
    """When."""

    decision: Annotated[Decision[Schedule], "The schedule and its reason."]
    done: Annotated[tuple[BlockView, ...], "Blocks that lie behind."]
    dropped: Annotated[tuple[DroppedView, ...], "Parts that found no place."]
    changes: Annotated[tuple[ChangeView, ...], "What the reader could do to alter it."]
    answers: Annotated[tuple[ChangeView, ...], "What answers that are still open would make of it."]
    milestones: Annotated[tuple[Milestone, ...], "Dates of the season still ahead, in order."]
    calendar: Annotated[Calendar, "Lengths and leads."]
    calendar_because: Annotated[Prose, "Why these lengths and leads."]
    short_lead: Annotated[bool, "Whether hosts must decide within about two months."]
    late: Annotated[bool, "Whether letters come too late for the first reading."]
    earliest: Annotated[date, "First day that a host can still take."]
    last_end: Annotated[date, "Last day on which a block is of use."]
    settled: Annotated[tuple[SettledView, ...], "Contradictions of the article about the calendar."]
    hangs_on: Annotated[tuple[Prose, ...], "Unknown facts that the schedule hangs on, each after whether."]


def schedule(sight: Sight) -> ScheduleView:
    """The schedule page."""
    decision, calendar = sight.plan.schedule, sight.facts.settings.calendar
    made = decision.value
    return ScheduleView(
        **sight.common(),
        decision=decision,
        done=tuple(sight.block(block) for block in made.blocks if block.status == "done"),
        dropped=tuple(_dropped(sight, made)),
        changes=changes(decision, placed_in),
        answers=open_answers(decision, placed_in),
        milestones=milestones_ahead(sight),
        calendar=calendar,
        calendar_because=sight.catalog.files.settings.calendar.because,
        short_lead=made.lead == "short",
        late=made.late,
        earliest=made.earliest,
        last_end=made.last_end,
        settled=settled(sight, "schedule"),
        hangs_on=sight.whether(decision.unsettled),
    )


def _dropped(sight: Sight, made: Schedule) -> Iterator[DroppedView]:
    reasons = by_id(sight.catalog.files.schedule.dropped)
    for one in made.dropped:
        yield DroppedView(sight.facts.settings.role(one.part).name, reasons[one.why].because)


def milestones_ahead(sight: Sight) -> tuple[Milestone, ...]:
    """The dates of the season that concern this person and have not gone by; those without a date come last."""
    concerning = (one for one in sight.facts.season.milestones.values() if not any(map(sight.answers.get, one.unless)))
    ahead = (one for one in concerning if one.day is None or one.day >= sight.plan.as_of)
    return tuple(sorted(ahead, key=lambda one: one.day or date.max))
