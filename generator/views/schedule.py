"""The page on the plan: its blocks, the places behind them, other plans, losses, and what would change it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from generator.plan import Decision, Schedule
from generator.plan.settings import Calendar
from generator.plan.world import Milestone
from generator.prose import Prose
from generator.views.changes import ChangeView, changes, open_answers, placed_in
from generator.views.common import BlockView, Sight, View
from generator.views.places import StandingView, standings
from generator.views.plans import (
    GoalView,
    PlanView,
    ProofView,
    SetbackView,
    beaten,
    goals,
    in_sentence,
    measured,
    part_name,
    plans,
    proof,
    setbacks,
)
from generator.views.settled import SettledView, settled
from generator.views.timeline import Timeline, timeline
from generator.views.usual_year import BrokenView, NextSeasonView, broken, next_season


@dataclass(frozen=True)
class DroppedView:
    """A part that found no place."""

    name: Prose
    why: Prose


@dataclass(frozen=True, kw_only=True)
class ScheduleView(View):
    """When and where."""

    decision: Annotated[Decision[Schedule], "The schedule and its reason."]
    proof: Annotated[ProofView | None, "How sure it is that no plan is better; none where nothing is placed."]
    standings: Annotated[tuple[StandingView, ...], "The blocks ahead with what hangs on their hosts, in order of time."]
    done: Annotated[tuple[BlockView, ...], "Blocks that lie behind."]
    dropped: Annotated[tuple[DroppedView, ...], "Parts that found no place."]
    has_places: Annotated[bool, "Whether there are places to apply to."]
    has_slots: Annotated[bool, "Whether a block has no host yet."]
    late_inquiries: Annotated[tuple[Prose, ...], "Parts for which the usual time to write to hosts has gone by."]
    first_apply: Annotated[date | None, "The day by which the first application is due."]
    plans: Annotated[tuple[PlanView, ...], "The plans that are worth weighing, the guide's own first."]
    measures: Annotated[tuple[Prose, ...], "What plans are compared by, in the order of their cells."]
    beaten: Annotated[tuple[Prose, ...], "Plans left out because another one beats them."]
    setbacks: Annotated[tuple[SetbackView, ...], "What is left if a host falls away."]
    goals: Annotated[tuple[GoalView, ...], "The goals that decided, in their order."]
    broken: Annotated[tuple[BrokenView, ...], "What of the usual year is not kept."]
    next_season: Annotated[NextSeasonView, "The season after this one."]
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
    timeline: Annotated[Timeline | None, "The year as a picture, if anything lies ahead."]


def schedule(sight: Sight) -> ScheduleView:
    """The page on the plan."""
    decision, calendar = sight.plan.schedule, sight.facts.settings.calendar
    made, milestones = decision.value, milestones_ahead(sight)
    return ScheduleView(
        **sight.common(),
        **_blocks(sight),
        **_beside(sight),
        decision=decision,
        dropped=tuple(_dropped(sight, made)),
        changes=changes(decision, placed_in),
        answers=open_answers(decision, placed_in),
        milestones=milestones,
        calendar=calendar,
        calendar_because=sight.catalog.files.settings.calendar.because,
        short_lead=made.lead == "short",
        late=made.late,
        earliest=made.earliest,
        last_end=made.last_end,
        settled=settled(sight, "schedule"),
        hangs_on=sight.whether(decision.unsettled),
        timeline=timeline(sight, milestones),
    )


def _blocks(sight: Sight) -> dict[str, Any]:
    """The blocks, and the places behind them."""
    made, standing = sight.plan.schedule.value, tuple(standings(sight))
    days = [place.apply_by for one in standing for place in one.places if place.apply_by]
    return {
        "standings": standing,
        "done": tuple(sight.block(block) for block in made.blocks if block.status == "done"),
        "proof": proof(sight) if made.chosen else None,
        "has_places": any(one.places for one in standing),
        "has_slots": any(block.certainty == "slot" for block in made.planned),
        "late_inquiries": tuple(_late_inquiries(sight, made)),
        "first_apply": min(days, default=None),
    }


def _beside(sight: Sight) -> dict[str, Any]:
    """What stands beside the plan."""
    return {
        "plans": plans(sight),
        "measures": measured(sight),
        "beaten": beaten(sight),
        "setbacks": tuple(setbacks(sight)),
        "goals": goals(sight),
        "broken": tuple(broken(sight)),
        "next_season": next_season(sight),
    }


def _late_inquiries(sight: Sight, made: Schedule) -> Iterator[Prose]:
    closed = (block for block in made.planned if block.inquiry and block.inquiry.closed)
    yield from (in_sentence(sight, block.part) for block in closed)


def _dropped(sight: Sight, made: Schedule) -> Iterator[DroppedView]:
    limits = sight.catalog.files.limits
    for one in made.dropped:
        yield DroppedView(part_name(sight, one.part), limits.reason(one.why).because)


def milestones_ahead(sight: Sight) -> tuple[Milestone, ...]:
    """The dates of the season that concern this person and have not gone by; those without a date come last."""
    concerning = (one for one in sight.facts.season.milestones.values() if not any(map(sight.answers.get, one.unless)))
    ahead = (one for one in concerning if one.day is None or one.day >= sight.plan.as_of)
    return tuple(sorted(ahead, key=lambda one: one.day or date.max))
