"""What holds of every plan, whoever it is for: limits are kept, costs stay within the budget, letters come in time."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from people import (
    DATED,
    EARLY_DAYS,
    FOR_FOUR,
    IN_NEW_YORK,
    OFFERED,
    PEOPLE,
    ROTATIONS,
    SEASONS_DAYS,
    SPELLED,
    SPELLED_TWICE,
    Said,
    answers_of,
    people,
    random,
    rotations,
    some_of,
)

from generator.catalog import Catalog
from generator.catalog.hosts import Host
from generator.catalog.program import Program
from generator.conditions import applies
from generator.facts import Facts
from generator.plan import Block, Decision, Fallback, Plan, Schedule, Span, Target
from generator.planner import make_plain_plan
from generator.planner.core import core
from generator.profile import Rotation

FactsOf = Callable[..., Facts]
Drafted = Callable[[Facts], Plan]
Judged = Callable[[Facts, Plan], "Rules"]
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
USUAL_AT_ONE_HOST, NEW_YORK_WEEKS, EXAM_DAYS = 2, 12, 14


@pytest.fixture(scope="module")
def drafted(catalog: Catalog) -> Drafted:
    """Facts to a plan without what would change it; hypothesis shows this name instead of a whole catalog."""
    return lambda facts: make_plain_plan(facts, catalog)


@pytest.fixture(scope="module")
def judged(catalog: Catalog) -> Judged:
    """The rules that a plan has to keep, read from the profile and the catalog by another way than the planner's."""
    return lambda facts, plan: Rules(facts, plan, catalog)


# --- which blocks a plan may hold ---


class Rules:
    """What the blocks of one person's plans may not do."""

    def __init__(self, facts: Facts, plan: Plan, catalog: Catalog) -> None:
        self.facts, self.plan, self.catalog = facts, plan, catalog
        self.school, self.means, self.targets = facts.profile.school, facts.means, facts.targets
        self.schedule: Schedule = plan.schedule.value
        self.held = tuple(block for block in self.schedule.blocks if block.status in ("booked", "done"))
        places: tuple[Program | Host, ...] = (*catalog.programs, *catalog.hosts)
        self.records: Mapping[str, Program | Host] = {one.id: one for one in places}

    def broken(self, chosen: tuple[Block, ...]) -> list[str]:
        """All that these blocks, beside what is held, do and may not do."""
        of_all = (*self.by_days(chosen), *self.by_caps(chosen), *self.by_place(chosen), *self.by_part(chosen))
        return [*of_all, *self.twice(chosen)]

    def by_days(self, chosen: tuple[Block, ...]) -> Iterator[str]:
        for block in chosen:
            yield from self.on_days(block.span)
            if block.status == "offered" or block.candidate.startswith("rotation-"):
                yield from self.of_own(block.span, self.rotation(block))
            else:
                yield from self.of_asked(block)
            if block.status == "planned" and block.span.last > self.schedule.last_end:
                yield "ends too late"

    def on_days(self, span: Span) -> Iterator[str]:
        """What days stand against a rotation, wherever it is."""
        if self.facts.enrolled():
            windows = self.school.elective_windows
            if span.last > self.school.graduation:
                yield "ends after graduation"
            if windows is not None and not any(one.first <= span.first and span.last <= one.last for one in windows):
                yield "lies outside the windows"
        for what, listed in self.taken().items():
            if any(first <= span.last and span.first <= last for first, last in listed):
                yield f"lies on {what} days"

    def taken(self) -> dict[str, list[tuple[date, date]]]:
        exams = [self.facts.exam(name).date for name in ("step_1", "step_2_ck", "english_test")]
        booked = [one for one in self.facts.profile.rotations or () if one.status == "booked"]
        return {
            "busy": [(one.first, one.last) for one in self.means.busy or ()],
            "fixed": [(one.first, one.last) for one in self.means.fixed or ()],
            "term": [(one.first, one.last) for one in self.school.terms or () if self.facts.enrolled()],
            "exam": [(day - DAY * EXAM_DAYS, day) for day in exams if day and day >= self.facts.as_of],
            "booked": [(one.first, one.last) for one in booked if one.first and one.last],
        }

    def rotation(self, block: Block) -> Rotation:
        return (self.facts.profile.rotations or ())[int(block.candidate.removeprefix("rotation-")) - 1]

    def of_own(self, span: Span, told: Rotation) -> Iterator[str]:
        """What a rotation of their own list says of its days."""
        ends = [told.last or span.first + DAY * (7 * (told.weeks or 4) - 1)]
        starts = (told.first, told.first) if told.first else (told.start_from, told.start_to)
        if span.first <= self.facts.as_of:
            yield "begins by today"
        if told.answer_due and told.answer_due < self.facts.as_of:
            yield "has lapsed"
        if span.last not in ends or span.first < (starts[0] or date.min) or span.first > (starts[1] or date.max):
            yield "is on other days than offered"
        if told.wants_step_2 and span.first < self.score_day():
            yield "begins before the score"

    def score_day(self) -> date:
        """The day from which the result of Step 2 CK is there."""
        exam = self.facts.exam("step_2_ck")
        if exam.status == "passed":
            return date.min
        return exam.date + WEEK * 4 if exam.date else date.max

    def of_asked(self, block: Block) -> Iterator[str]:
        """What a host, or any host, has to be given."""
        if block.span.first.weekday() != 0 or (block.span.last - block.span.first).days != 27:
            yield "is no four weeks from a Monday"
        if block.span.first < self.facts.as_of + WEEK * self.lead(block):
            yield "begins too soon"

    def lead(self, block: Block) -> int:
        lead = self.figure(block, "lead_weeks")
        return 8 if lead is None else lead

    def figure(self, block: Block, name: str) -> int | None:
        """A figure of the route by which a host takes them, if it is known."""
        if not block.host_id:
            return None
        verdict = next(one for one in self.plan.hosts if one.id == block.host_id)
        ways = self.records[block.host_id].visiting
        way = next(one for one in ways if (one.route or "unknown") == verdict.route)
        value = getattr(way, name).value
        return value if isinstance(value, int) else None

    def by_caps(self, chosen: tuple[Block, ...]) -> Iterator[str]:
        for what, used, most in self.caps(chosen):
            taken, held = sum(used(one) for one in chosen), sum(used(one) for one in self.held)
            if most is not None and taken and held + taken > most:
                yield f"breaks the cap on {what}"

    def caps(self, chosen: tuple[Block, ...]) -> Iterator[tuple[str, Callable[[Block], int], int | None]]:
        """Each cap with what a block uses of it; of what is done the traveler's counts nothing."""
        had = [one for one in self.facts.profile.rotations or () if one.status in ("booked", "done")]
        played = sum(bool(self.facts.settings.part_of(one.field)) for one in had)
        yield (
            "the number that makes sense",
            lambda one: int(bool(one.candidate)),
            self.plan.how_many.value.most - played,
        )
        yield "weeks to travel", lambda one: one.span.weeks * (one.status != "done"), self.means.weeks
        if self.facts.enrolled():
            yield from self.school_caps()
            told = [
                one for one in self.facts.profile.experience or () if one.state == "NY" and one.hands_on is not False
            ]
            left = NEW_YORK_WEEKS - sum(one.weeks or 0 for one in told)
            yield "weeks in New York", lambda one: one.span.weeks * (self.state(one) == "NY"), max(left, 0)
        for host in {one.host_id or one.host for one in chosen if one.status == "planned" and one.host}:
            asked = next(one for one in chosen if host in (one.host_id, one.host))
            if not asked.candidate.startswith("rotation-"):
                known = self.figure(asked, "most_electives")
                yield f"electives at {host}", self.at(host), USUAL_AT_ONE_HOST if known is None else known

    def at(self, host: str) -> Callable[[Block], int]:
        return lambda one: int(self.place(one) == host)

    def place(self, block: Block) -> str:
        """The host by its id if the guide knows it."""
        if block.host_id or not block.host:
            return block.host_id
        names = self.catalog.naming
        known = (
            one for one in self.records.values() if names.among(block.host, (one.id, one.name, one.sponsor, *one.names))
        )
        return next((one.id for one in known), block.host)

    def school_caps(self) -> Iterator[tuple[str, Callable[[Block], int], int | None]]:
        caps = self.school.caps
        if caps is not None:
            yield "electives", lambda one: 1, caps.electives
            yield "weeks outside", lambda one: one.span.weeks, caps.weeks_outside
            yield "weeks in medicine", self.counts("medicine"), caps.weeks_per_field
            yield "weeks in psychiatry", self.counts("psychiatry"), caps.weeks_per_field
        elif self.school.name == "St. George's University":
            yield "weeks outside", lambda one: one.span.weeks, 12
        elif self.school.name == "AUC":
            yield "weeks besides medicine", lambda one: one.span.weeks * (self.field(one) != "medicine"), 8

    def counts(self, specialty: str) -> Callable[[Block], int]:
        return lambda one: one.span.weeks * (specialty in self.facts.settings.counts_for(self.field(one)))

    def field(self, block: Block) -> str:
        types = {kind.id: kind.field for kind in self.facts.settings.types}
        return block.field or types[block.type]

    def state(self, block: Block) -> str:
        """The state that a block is in, as the profile or the guide says; empty if neither does."""
        told = [one for one in self.facts.profile.rotations or () if self.is_of(block, one)]
        known = self.records.get(self.place(block))
        return next((one.state for one in told if one.state), known.state if known else "")

    def is_of(self, block: Block, told: Rotation) -> bool:
        if block.candidate:
            return block.candidate.startswith("rotation-") and self.rotation(block) is told
        return block.status in ("booked", "done") and (told.first, told.last, told.host) == (
            block.span.first,
            block.span.last,
            block.host,
        )

    def by_place(self, chosen: tuple[Block, ...]) -> Iterator[str]:
        """Regions that are left out, and hospitals that do not count for a license."""
        partner = self.targets.partner_regions if self.targets.couples_match is not False else ()
        for block in chosen:
            region = self.facts.settings.regions.get(self.state(block))
            for wanted in (self.targets.regions, partner):
                if wanted and region and region not in wanted:
                    yield f"lies in the {region}"
            own = block.candidate.startswith("rotation-")
            if own and "TX" in (self.targets.license_states or ()) and self.rotation(block).program_in_field is False:
                yield "does not count for the license"

    def by_part(self, chosen: tuple[Block, ...]) -> Iterator[str]:
        """A rotation of their own list that plays what its type, or one of its field that they can do, does not."""
        answers, settings = self.facts.answers(), self.facts.settings
        open_ = {one.id for one in self.catalog.files.settings.types if applies(one, answers) is not False}
        for block in chosen:
            if block.candidate.startswith("rotation-"):
                told = self.rotation(block)
                kinds = [one for one in settings.types if one.id == told.type]
                kinds = kinds or [one for one in settings.types if one.field == told.field and one.id in open_]
                if block.part not in {settings.part_of(told.field), *(part for kind in kinds for part in kind.fills)}:
                    yield f"plays {block.part} with {told.field}"

    def twice(self, chosen: tuple[Block, ...]) -> Iterator[str]:
        pairs = [*combinations(chosen, 2), *((one, other) for one in chosen for other in self.held)]
        if any(one.span.first <= other.span.last and other.span.first <= one.span.last for one, other in pairs):
            yield "overlaps"
        parts, own = (
            [block.part for block in chosen],
            [one.candidate for one in chosen if one.candidate.startswith("rotation-")],
        )
        if len({*parts}) < len(parts) or not {*parts} <= {*self.plan.mix.value.parts} or len({*own}) < len(own):
            yield "takes a part or an offer twice"


@random(40)
@given(said=PEOPLE | IN_NEW_YORK | FOR_FOUR | SPELLED_TWICE, as_of=SEASONS_DAYS)
def test_a_schedule_keeps_its_limits(
    said: Said, as_of: date, drafted: Drafted, judged: Judged, facts_of: FactsOf
) -> None:
    facts = facts_of(said, as_of=as_of)
    plan = drafted(facts)

    assert judged(facts, plan).broken(plan.schedule.value.chosen) == []


@random(20)
@given(said=OFFERED, as_of=EARLY_DAYS)
def test_every_plan_beside_it_keeps_them_too(
    said: Said, as_of: date, drafted: Drafted, judged: Judged, facts_of: FactsOf
) -> None:
    facts = facts_of(said, as_of=as_of)
    plan = drafted(facts)
    rules = judged(facts, plan)
    blocks = {one.id: one.blocks for one in plan.advice.alternatives}

    assert {id_: rules.broken(some) for id_, some in blocks.items() if rules.broken(some)} == {}


# --- what it costs ---

BUDGETS = some_of(0, 100, 300, 1000, 1500, 2500, 4000, 9000)
SPENDERS = people(
    {"means.budget": BUDGETS, "means.return_trip": some_of(0, 300, 700), "rotations": ROTATIONS}, limits=1
)


@random(20)
@given(said=SPENDERS, as_of=EARLY_DAYS)
def test_no_plan_goes_over_the_budget_at_the_least_and_what_the_most_is_short_of_is_told(
    said: Said, as_of: date, drafted: Drafted, facts_of: FactsOf
) -> None:
    """What is booked is paid first; if that is too much already, nothing is added."""
    facts = facts_of(said, as_of=as_of)
    plan = drafted(facts)
    costs, budget = plan.costs.value, facts.means.budget or 0
    too_dear = costs.rotations.low > budget
    missing = (costs.rotations.low if too_dear else costs.rotations.high) - budget

    assert [one.id for one in plan.advice.alternatives if one.blocks and one.measures.cost.low > budget] == []
    assert not (too_dear and plan.schedule.value.chosen)
    assert costs.verdict == ("short" if too_dear else "tight" if missing > 0 else "enough")
    assert missing <= 0 or f"${missing:,} short" in plan.costs.because


# --- letters ---


@random(20)
@given(said=PEOPLE, as_of=SEASONS_DAYS)
def test_every_letter_that_is_counted_on_can_be_there_in_time(
    said: Said, as_of: date, drafted: Drafted, facts_of: FactsOf
) -> None:
    facts = facts_of(said, as_of=as_of)
    plan, reviews = drafted(facts), facts.season.day("reviews-begin")
    assert reviews is not None
    last = reviews - DAY * (14 + 7)
    ends = {block.id: block.span.last for block in plan.schedule.value.ahead}
    of_slots = {slot.block for slot in plan.letters.value.slots if slot.block}
    of_sets = {writer for one in plan.letter_sets.sets for writer in one.writers if writer in ends}

    assert {id_: ends[id_] for id_ in of_slots | of_sets if ends[id_] > last} == {}


@random(20)
@given(said=PEOPLE, as_of=SEASONS_DAYS)
def test_nothing_to_do_lies_before_today(said: Said, as_of: date, drafted: Drafted, facts_of: FactsOf) -> None:
    plan = drafted(facts_of(said, as_of=as_of))

    assert [one for one in days_to_do(plan) if one < as_of] == []


def days_to_do(plan: Plan) -> list[date]:
    """Every day that a plan tells somebody to do something on."""
    blocks, advice = plan.schedule.value.ahead, plan.advice
    asks = [(one.letter.first_ask, one.letter.last_ask, one.letter.reminder, one.letter.upload_by)
            for one in blocks if one.letter]  # fmt: skip
    found = [
        *(task.due for task in plan.tasks),
        *(document.start for document in plan.documents),
        *(block.inquiry.write_by for block in blocks if block.inquiry),
        *(block.apply_by for block in blocks),
        *(one.switch_by for one in advice.fallbacks),
        *(one.apply_by for one in advice.targets),
        *(one for offer in advice.offers for one in (offer.answer_by, offer.withdraw_by)),
        *(one for some in asks for one in some),
    ]
    return [one for one in found if one]


# --- hosts ---

NAMES = SPELLED | some_of("UC Davis Health", "UT Southwestern", "University of Rochester")
TOLD = people(
    {
        "targets.hosts": st.lists(NAMES, max_size=2),
        "rotations": st.lists(rotations(some_of("applied", "offered"), DATED, NAMES), max_size=3),
        "inquiries": st.lists(answers_of(NAMES), min_size=1, max_size=3),
    },
    limits=1,
)


@random(25)
@given(said=TOLD, as_of=EARLY_DAYS)
def test_a_host_that_does_not_take_them_is_nowhere_in_the_plan(
    said: Said, as_of: date, drafted: Drafted, facts_of: FactsOf, catalog: Catalog
) -> None:
    plan = drafted(facts_of(said, as_of=as_of))
    advice = plan.advice
    blocks = (*plan.schedule.value.chosen, *(block for one in advice.alternatives for block in one.blocks))
    everywhere: tuple[Block | Fallback | Target, ...] = (*blocks, *advice.fallbacks, *advice.targets)
    named = {(one.host_id, one.host) for one in everywhere if one.host}
    verdicts = {host: verdict_of(host, plan, catalog) for host in named}

    assert {host: told for host, told in verdicts.items() if told not in ("open", "ask")} == {}


def verdict_of(host: tuple[str, str], plan: Plan, catalog: Catalog) -> str:
    """How a host stands, by its id or else by a name that means it."""
    id_, name = host
    meant = [one for one in plan.hosts if (one.id == id_ if id_ else catalog.naming.among(name, (one.name,)))]
    return meant[0].verdict.value if meant else "unknown to the plan"


# --- what stands beside a plan ---


@random(20)
@given(said=PEOPLE, as_of=EARLY_DAYS)
def test_a_fallback_stands_beside_the_other_blocks_and_comes_in_time(
    said: Said, as_of: date, drafted: Drafted, judged: Judged, facts_of: FactsOf
) -> None:
    facts = facts_of(said, as_of=as_of)
    plan = drafted(facts)
    made, rules = plan.schedule.value, judged(facts, plan)

    for fallback in plan.advice.fallbacks:
        (block,) = (one for one in made.chosen if one.id == fallback.block)
        others = [one for one in made.blocks if one is not block]
        assert [one.id for one in others if fallback.span.overlaps(one.span)] == []
        assert list(rules.on_days(fallback.span)) == []
        assert as_of <= fallback.switch_by < block.span.first
        assert (fallback.host or fallback.type) != (block.host or block.type)


@random(15)
@given(said=PEOPLE, as_of=EARLY_DAYS)
def test_places_to_apply_to_differ_from_each_other(
    said: Said, as_of: date, drafted: Drafted, facts_of: FactsOf
) -> None:
    plan = drafted(facts_of(said, as_of=as_of))
    blocks = plan.schedule.value.planned
    listed = {block.id: [one for one in plan.advice.targets if one.block == block.id] for block in blocks}
    places = {id_: [one.host or f"any: {one.type}" for one in some] for id_, some in listed.items()}

    assert {id_: some for id_, some in places.items() if len({*some}) < len(some)} == {}
    assert [one.id for one in blocks if not listed[one.id]] == []


# --- offers ---


@random(20)
@given(said=OFFERED, as_of=EARLY_DAYS)
def test_offers_to_accept_are_those_of_the_plan_and_never_overlap(
    said: Said, as_of: date, drafted: Drafted, facts_of: FactsOf
) -> None:
    plan = drafted(facts_of(said, as_of=as_of))
    accepted = [one for one in plan.advice.offers if one.advice == "accept"]
    offered = [block for block in plan.schedule.value.chosen if block.status == "offered"]

    assert [pair for pair in combinations(accepted, 2) if pair[0].span.overlaps(pair[1].span)] == []
    assert sorted((one.host, one.span) for one in accepted) == sorted((one.host, one.span) for one in offered)


ONE_MORE = rotations(
    st.just("offered"),
    some_of({}, {"first": "2027-05-03", "last": "2027-05-30"}, {"start_from": "2027-04-01", "weeks": 2}),
    some_of("A host like no other", "A host like no other", "UT Southwestern", "UC Davis Health", "Iowa"),
)
Scored = Callable[[Facts], tuple[tuple[str, int], ...]]


@pytest.fixture(scope="module")
def scored(catalog: Catalog) -> Scored:
    """Facts to what their plan scores."""
    return lambda facts: core(facts, catalog).schedule.value.score


@random(50)
@given(said=PEOPLE, offer=ONE_MORE, as_of=EARLY_DAYS)
def test_one_more_offer_never_makes_a_plan_worse(
    said: Said, offer: dict[str, Any], as_of: date, scored: Scored, facts_of: FactsOf
) -> None:
    """Nobody has to take it: everything that could be planned without it still can be."""
    with_it = {**said, "rotations": [*said.get("rotations", []), offer]}

    assert scored(facts_of(with_it, as_of=as_of)) >= scored(facts_of(said, as_of=as_of))


# --- what is not known ---


@random(12)
@given(said=PEOPLE)
def test_what_is_unsettled_or_asked_is_unknown(said: Said, drafted: Drafted, facts_of: FactsOf) -> None:
    facts = facts_of(said)
    plan, answers = drafted(facts), facts.answers()
    decisions: list[Decision[Any]] = [plan.how_many, plan.mix, plan.schedule, plan.letters]
    decisions += [*(route for _, route in plan.routes), *(host.verdict for host in plan.hosts)]
    named = {name for decision in decisions for name in decision.unsettled}
    named |= {question.fact for question in plan.open_questions}
    hanging = [*(one.only_if for one in plan.tasks), *(one.only_if for one in plan.documents)]
    named |= {need.fact for needs in hanging for some in needs for need in some}

    assert {name for name in named if answers[name] is not None} == set()


@random(12)
@given(said=PEOPLE)
def test_every_unsettled_decision_has_its_question(said: Said, drafted: Drafted, facts_of: FactsOf) -> None:
    plan = drafted(facts_of(said))
    asked = {name for question in plan.open_questions for name in question.rules}
    decisions: dict[str, Decision[Any]] = {
        "how-many": plan.how_many,
        "schedule": plan.schedule,
        "letters": plan.letters,
    }
    open_ = {name for name, decision in decisions.items() if decision.unsettled}

    assert open_ - asked == set()
