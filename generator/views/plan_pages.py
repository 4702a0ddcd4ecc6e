"""Pages on the plan itself: at a glance, how many, when, what next, what is open."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Any

from generator.catalog.tables import Tested
from generator.plan import Change, Clause, Count, Decision, Schedule
from generator.plan.settings import Calendar
from generator.plan.world import Milestone
from generator.prose import Prose
from generator.views.checklists import Group, Item, item
from generator.views.common import BlockView, Sight, View
from generator.views.getting_in import MixView, SettledView, dollars, mix, settled

FORTNIGHT = timedelta(days=14)
NUMBERS = ("no", "one", "two", "three", "four", "five", "six")
ON_HOME = 7


@dataclass(frozen=True)
class QuestionView:
    """Something that the guide does not know about the reader."""

    sentence: Prose
    matters: Prose
    find_out: Prose
    field: Prose
    hangs: int
    decisions: Prose
    outcomes: tuple["Outcome", ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """What a decision becomes if an answer comes out in a certain way."""

    if_clause: Prose
    then: Prose


@dataclass(frozen=True, kw_only=True)
class QuestionsView(View):
    """What is unknown about this person."""

    questions: Annotated[tuple[QuestionView, ...], "Those with most decisions on them first."]


def open_questions(sight: Sight) -> QuestionsView:
    """The open questions page."""
    return QuestionsView(**sight.common(), questions=tuple(_questions(sight)))


def _questions(sight: Sight) -> Iterator[QuestionView]:
    for open_question in sight.plan.open_questions:
        words, item_name = sight.catalog.words_for(open_question.fact)
        yield QuestionView(
            sentence=Prose(f"Whether {sight.clause(open_question.fact)}"),
            matters=Prose(words.matters.replace("{name}", item_name)),
            find_out=Prose(words.find_out.replace("{name}", item_name)),
            field=words.field,
            hangs=len(open_question.rules),
            decisions=Prose(", ".join(_rule_name(sight, rule) for rule in open_question.rules)),
            outcomes=tuple(_outcomes(sight, words.field)),
            sources=words.sources,
        )


def _rule_name(sight: Sight, rule: str) -> str:
    table, _, route = rule.partition(": ")
    if not route:
        return sight.catalog.name("rule", table).lower()
    return next(one.name for one in sight.catalog.files.routes.routes if one.id == route)


def _is_about(sight: Sight, change: Change[Any], field: str) -> bool:
    return any(sight.catalog.words_for(fact)[0].field == field for fact in change.settles)


def _outcomes(sight: Sight, field: str) -> Iterator[Outcome]:
    for number in sight.plan.how_many.would_change:
        if _is_about(sight, number, field):
            yield Outcome(Prose(f"it is {number.name}"), number_and_range(number.value))
    for dates in sight.plan.schedule.would_change:
        if _is_about(sight, dates, field):
            yield Outcome(Prose(f"it is {dates.name}"), placed_in(dates.value))


def number_of(count: Count) -> Prose:
    """A number of rotations as a phrase."""
    return Prose(f"{NUMBERS[count.aim]} rotation{'' if count.aim == 1 else 's'}")


def range_of(count: Count) -> Prose:
    """The range that a number stands in, as a phrase."""
    least, most = NUMBERS[count.least], NUMBERS[count.most]
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
    return Prose(f"{number_word(len(blocks))}, beginning {days}")


def number_word(count: int) -> str:
    """A number of blocks in words."""
    return f"{NUMBERS[count]} block{'' if count == 1 else 's'}"


@dataclass(frozen=True)
class ClauseView:
    """A clause or a reason, and how it stands."""

    name: Prose
    met: bool | None
    state: str
    state_name: Prose
    find_out: Prose | None
    sources: tuple[str, ...]


@dataclass(frozen=True)
class ChangeView:
    """A change of the reader's own, and what it does."""

    name: Prose
    how: Prose
    then: Prose


@dataclass(frozen=True, kw_only=True)
class HowManyView(View):
    """How many rotations, and why."""

    decision: Annotated[Decision[Count], "The number and its reason."]
    number: Annotated[Prose, "The number of rotations as a phrase."]
    range: Annotated[Prose, "The least and the most as a phrase."]
    clauses: Annotated[tuple[ClauseView, ...], "The test for two."]
    reasons: Annotated[tuple[ClauseView, ...], "What speaks for three or four."]
    changes: Annotated[tuple[ChangeView, ...], "What the reader could do to alter the number."]
    answers: Annotated[tuple[ChangeView, ...], "What answers that are still open would make of the number."]
    mix: Annotated[MixView, "The parts of the plan."]
    settled: Annotated[tuple[SettledView, ...], "Contradictions of the article about the number."]
    bands: Annotated[Prose, "How the score bands are drawn."]
    bands_sources: Annotated[tuple[str, ...], "What the bands rest on."]
    hangs_on: Annotated[tuple[Prose, ...], "Unknown facts that the number hangs on, each after whether."]


def how_many(sight: Sight) -> HowManyView:
    """The page on the number of rotations."""
    decision, table = sight.plan.how_many, sight.catalog.files.how_many
    bands = sight.catalog.files.settings.bands
    return HowManyView(
        **sight.common(),
        decision=decision,
        number=number_of(decision.value),
        range=range_of(decision.value),
        clauses=_clauses(sight, table.clauses, sight.plan.clauses),
        reasons=_clauses(sight, table.reasons, sight.plan.reasons),
        changes=tuple(_changes(decision, number_and_range, open_=False)),
        answers=tuple(_changes(decision, number_and_range, open_=True)),
        mix=mix(sight),
        settled=settled(sight, "how-many"),
        bands=bands.because,
        bands_sources=bands.sources,
        hangs_on=sight.whether(decision.unsettled),
    )


def _clauses(sight: Sight, entries: tuple[Tested, ...], judged: tuple[Clause, ...]) -> tuple[ClauseView, ...]:
    states = {True: "yes", False: "no", None: "unknown"}
    return tuple(
        ClauseView(
            name=entry.name,
            met=clause.met,
            state=states[clause.met],
            state_name=sight.catalog.name("clause", states[clause.met]),
            find_out=sight.catalog.words_for(clause.fact)[0].find_out if clause.met is None else None,
            sources=entry.sources,
        )
        for entry, clause in zip(entries, judged, strict=True)
    )


def _changes(decision: Decision[Any], said: Any, *, open_: bool) -> Iterator[ChangeView]:
    changes: tuple[Change[Any], ...] = decision.would_change
    for change in changes:
        if bool(change.settles) is open_ and said(change.value) != said(decision.value):
            yield ChangeView(change.name, change.how, said(change.value))


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
    last_end: Annotated[date | None, "Last day on which a block is of use."]
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
        changes=tuple(_changes(decision, placed_in, open_=False)),
        answers=tuple(_changes(decision, placed_in, open_=True)),
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
    reasons = {reason.id: reason.because for reason in sight.catalog.files.schedule.dropped}
    for one in made.dropped:
        yield DroppedView(sight.facts.settings.role(one.part).name, reasons[one.why])


def milestones_ahead(sight: Sight) -> tuple[Milestone, ...]:
    """The dates of the season that have not gone by, in order; those without a date come last."""
    ahead = [one for one in sight.facts.season.milestones.values() if one.day is None or one.day >= sight.plan.as_of]
    return tuple(sorted(ahead, key=lambda one: one.day or date.max))


@dataclass(frozen=True)
class MonthView:
    """Tasks of one month."""

    name: Prose
    items: tuple[Item, ...]


@dataclass(frozen=True, kw_only=True)
class StepsView(View):
    """What to do next."""

    due: Annotated[tuple[Item, ...], "Due within fourteen days and not late."]
    late: Annotated[tuple[Group, ...], "Past their own day and still of use, by checklist."]
    months: Annotated[tuple[MonthView, ...], "Later ones by month."]
    until: Annotated[date, "The last of the fourteen days."]


def next_steps(sight: Sight) -> StepsView:
    """The next steps page."""
    until = sight.plan.as_of + FORTNIGHT
    later = [task for task in sight.plan.tasks if task.due is not None and task.due > until]
    names = dict.fromkeys(Prose(f"{task.due:%B %Y}") for task in later if task.due)
    return StepsView(
        **sight.common(),
        due=_due(sight),
        late=tuple(_late(sight)),
        months=tuple(
            MonthView(name, tuple(item(sight, task) for task in later if task.due and f"{task.due:%B %Y}" == name))
            for name in names
        ),
        until=until,
    )


def _due(sight: Sight) -> tuple[Item, ...]:
    until = sight.plan.as_of + FORTNIGHT
    return tuple(item(sight, task) for task in sight.plan.tasks if task.due and task.due <= until and not task.late)


def _late(sight: Sight) -> Iterator[Group]:
    late = [item(sight, task) for task in sight.plan.tasks if task.late]
    for name in dict.fromkeys(step.list_name for step in late):
        yield Group(name, tuple(step for step in late if step.list_name == name))


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
    first: Annotated[BlockView | None, "The first rotation ahead."]
    write_by: Annotated[date | None, "The day by which to write to hosts for the rotations to be found."]
    steps: Annotated[tuple[Item, ...], "The first things due within fourteen days that hang on no open question."]
    steps_more: Annotated[int, "Others due within fourteen days or past their date."]
    until: Annotated[date, "The last of the fourteen days."]
    questions: Annotated[tuple[QuestionView, ...], "The three weightiest open questions."]
    questions_count: Annotated[int, "Open questions in all."]
    open_routes: Annotated[tuple[Prose, ...], "Ways in that are not closed, by name."]
    next_date: Annotated[Milestone | None, "The next date of the season."]
    next_certainty: Annotated[Prose | None, "How certain that date is."]


def home(sight: Sight) -> HomeView:
    """The first page."""
    plan = sight.plan
    questions = [one for one in _questions(sight) if one.hangs]
    slots = plan.letters.value.slots
    routes = {route.id: route.name for route in sight.catalog.files.routes.routes}
    dated = [one for one in milestones_ahead(sight) if one.day is not None]
    ahead = plan.schedule.value.ahead
    due = _due(sight)
    steps = tuple(step for step in due if step.only_if is None)[:ON_HOME]
    return HomeView(
        **sight.common(),
        number=number_of(plan.how_many.value),
        how_many=plan.how_many,
        schedule=plan.schedule,
        letters_because=plan.letters.because,
        letters_covered=sum(slot.letter is not None or slot.block is not None for slot in slots),
        letters_needed=len(slots),
        cost=dollars(plan.costs.value.rotations),
        mix=mix(sight),
        range=range_of(plan.how_many.value),
        placed=Prose(number_word(len(ahead))),
        first=sight.block(ahead[0]) if ahead else None,
        write_by=min((block.inquiry.write_by for block in ahead if block.inquiry), default=None),
        steps=steps,
        steps_more=len(due) - len(steps) + sum(task.late for task in plan.tasks),
        until=plan.as_of + FORTNIGHT,
        questions=tuple(questions[:3]),
        questions_count=len(plan.open_questions),
        open_routes=tuple(routes[name] for name, route in plan.routes if route.value != "closed"),
        next_date=dated[0] if dated else None,
        next_certainty=sight.catalog.name("certainty", dated[0].certainty) if dated else None,
    )
