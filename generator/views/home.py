"""The first page: the plan on one screen."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from generator.catalog.known import by_id
from generator.phrases import plural
from generator.plan import Count, Decision, Schedule
from generator.plan.world import Milestone
from generator.prose import Prose
from generator.views.changes import number_of, range_of
from generator.views.common import BlockView, Sight, View
from generator.views.costs import dollars
from generator.views.messages import due_now
from generator.views.mix import MixView, mix
from generator.views.next_steps import due, until
from generator.views.open_questions import QuestionView, questions
from generator.views.schedule import milestones_ahead
from generator.views.to_do import Item

STEPS = 7
QUESTIONS = 3


@dataclass(frozen=True, kw_only=True)
class HomeView(View):
    """The plan on one screen."""

    number: Annotated[Prose, "The number of rotations as a phrase."]
    how_many: Annotated[Decision[Count], "The number and its reason."]
    schedule: Annotated[Decision[Schedule], "The schedule and its reason."]
    letters_because: Annotated[Prose, "How the letters stand."]
    letters_covered: Annotated[int, "Letters at hand or planned."]
    letters_needed: Annotated[int, "Letters that are needed."]
    cost: Annotated[Prose, "The rotations, as far as prices are known."]
    mix: Annotated[MixView, "The parts of the plan."]
    range: Annotated[Prose, "The least and the most as a phrase."]
    placed: Annotated[Prose, "How many rotations ahead have dates, as a phrase."]
    behind: Annotated[Prose, "Rotations that are done, as a phrase; empty for none."]
    first: Annotated[BlockView | None, "The first rotation ahead."]
    write_by: Annotated[date | None, "The day by which to write to hosts for the rotations to be found."]
    steps: Annotated[
        tuple[Item, ...], "The first things to finish or begin within fourteen days that hang on no open question."
    ]
    steps_more: Annotated[int, "Others due or to be begun within fourteen days, or past their date."]
    until: Annotated[date, "The last of the fourteen days."]
    messages_due: Annotated[int, "Messages to be sent now."]
    questions: Annotated[tuple[QuestionView, ...], "The three weightiest open questions."]
    questions_count: Annotated[int, "Open questions in all."]
    open_routes: Annotated[tuple[Prose, ...], "Ways in that are not closed, by name."]
    next_date: Annotated[Milestone | None, "The next date of the season."]
    changes: Annotated[int, "Things that changed since the plan was saved; 0 if it never was."]
    changed_since: Annotated[date | None, "The day of the plan that was saved."]
    next_certainty: Annotated[Prose | None, "How certain that date is."]


def home(sight: Sight) -> HomeView:
    """The first page."""
    ahead, todo = sight.plan.schedule.value.ahead, due(sight)
    steps = tuple(step for step in todo if step.only_if is None)[:STEPS]
    return HomeView(
        **sight.common(),
        **_decided(sight),
        **_next_date(sight),
        placed=plural(len(ahead), "block"),
        behind=_behind(sight),
        first=sight.block(ahead[0]) if ahead else None,
        write_by=min((block.inquiry.write_by for block in ahead if block.inquiry), default=None),
        steps=steps,
        steps_more=len(todo) - len(steps) + sum(task.late for task in sight.plan.tasks),
        until=until(sight),
        messages_due=due_now(sight),
        questions=tuple(one for one in questions(sight) if one.hangs)[:QUESTIONS],
        changes=sight.changed.count if sight.changed else 0,
        changed_since=sight.changed.since if sight.changed else None,
        questions_count=len(sight.plan.open_questions),
    )


def _behind(sight: Sight) -> Prose:
    done = sum(block.status == "done" for block in sight.plan.schedule.value.blocks)
    return plural(done, "rotation") if done else Prose("")


def _decided(sight: Sight) -> dict[str, Any]:
    """What was decided, in a word each."""
    plan, routes = sight.plan, by_id(sight.catalog.files.routes.routes)
    return {
        "number": number_of(plan.how_many.value),
        "range": range_of(plan.how_many.value),
        "how_many": plan.how_many,
        "mix": mix(sight),
        "schedule": plan.schedule,
        "letters_because": plan.letters.because,
        "letters_covered": plan.letters.value.covered,
        "letters_needed": len(plan.letters.value.slots),
        "cost": dollars(plan.costs.value.rotations),
        "open_routes": tuple(routes[name].name for name, route in plan.routes if route.value != "closed"),
    }


def _next_date(sight: Sight) -> dict[str, Any]:
    dated = next((one for one in milestones_ahead(sight) if one.day is not None), None)
    certainty = sight.catalog.name("certainty", dated.certainty) if dated else None
    return {"next_date": dated, "next_certainty": certainty}
