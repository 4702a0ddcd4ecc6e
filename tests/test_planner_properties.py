"""What holds of every plan, whoever it is for: limits are kept, costs stay within the budget, letters come in time."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from people import (
    ANSWERS,
    BOOKED,
    CAPS,
    DATED,
    DONE,
    EARLY_DAYS,
    EXAMS,
    FIRST_DAYS,
    FOR_FOUR,
    IN_NEW_YORK,
    IN_SEPTEMBER,
    LIMITING,
    OFFERED,
    OFFERS,
    OVERLAPPING,
    PEOPLE,
    REFUSED,
    ROTATIONS,
    SEASONS_DAYS,
    SPELLED,
    SPELLED_TWICE,
    Said,
    answers_of,
    day_after,
    people,
    random,
    rotations,
    some_of,
)
from plan_rules import Rules

from generator.catalog import Catalog
from generator.facts import Facts
from generator.plan import Block, Decision, Fallback, Plan, Target
from generator.planner import make_plain_plan
from generator.planner.core import Core, core

FactsOf = Callable[..., Facts]
Drafted = Callable[[Facts], Plan]
Decided = Callable[[Facts], Core]
Judged = Callable[[Facts, Plan | Core], Rules]
DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def drafted(catalog: Catalog) -> Drafted:
    """Facts to a plan without what would change it; hypothesis shows this name instead of a whole catalog."""
    return lambda facts: make_plain_plan(facts, catalog)


@pytest.fixture(scope="module")
def decided(catalog: Catalog) -> Decided:
    """Facts to what is decided from them, without what stands beside it: many times as fast."""
    return lambda facts: core(facts, catalog)


@pytest.fixture(scope="module")
def judged(catalog: Catalog) -> Judged:
    """The rules that a plan has to keep."""
    return lambda facts, plan: Rules(facts, plan, catalog)


# --- which blocks a plan may hold ---


def with_cap(cap: str, most: st.SearchStrategy[int]) -> st.SearchStrategy[dict[str, Any]]:
    """Students of a school with one cap, some of it used or offered for use."""
    caps, had = most.map(lambda number: {cap: number}), st.lists(BOOKED | DONE | OFFERS, max_size=3)
    return people({"school.status": st.just("enrolled"), "school.caps": caps, "rotations": had}, limits=0)


IN_SPRING = st.tuples(st.integers(60, 260), st.integers(5, 60)).map(
    lambda one: {"first": day_after(one[0]), "last": day_after(sum(one))}
)
DAYS_TAKEN = ("school.terms", "means.busy", "means.fixed")
LIMITED: Mapping[str, st.SearchStrategy[dict[str, Any]]] = {
    **{name: people({name: ANSWERS[name], "rotations": ROTATIONS}, limits=1) for name in LIMITING},
    **{name: people({name: st.lists(IN_SPRING, min_size=1, max_size=3)}, limits=0) for name in DAYS_TAKEN},
    "electives": with_cap("electives", st.integers(0, 4)),
    "weeks outside": with_cap("weeks_outside", st.integers(4, 20)),
    "weeks in one field": with_cap("weeks_per_field", some_of(4, 8)),
    "a score that is wanted": people(
        {
            "rotations": st.lists(OFFERS.map(lambda one: {**one, "wants_step_2": True}), min_size=1, max_size=3),
            "exams.step_2_ck": EXAMS,
        },
        limits=0,
    ),
    "New York": IN_NEW_YORK,
    "four parts": FOR_FOUR,
    "two spellings": SPELLED_TWICE,
    "anybody": PEOPLE,
}


@pytest.mark.parametrize("limit", LIMITED)
@random(20)
@given(data=st.data(), as_of=EARLY_DAYS | SEASONS_DAYS)
def test_a_schedule_keeps_its_limits(
    limit: str, data: st.DataObject, as_of: date, decided: Decided, judged: Judged, facts_of: FactsOf
) -> None:
    facts = facts_of(data.draw(LIMITED[limit]), as_of=as_of)
    made = decided(facts)

    assert judged(facts, made).broken(made.schedule.value.chosen) == []


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
    {
        "means.budget": BUDGETS,
        "means.return_trip": some_of(0, 300, 700),
        "rotations": st.lists(BOOKED.map(lambda one: {"fee": 500, **one}) | OFFERS, max_size=2),
    },
    limits=1,
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
@given(said=PEOPLE | IN_SEPTEMBER, as_of=SEASONS_DAYS)
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
@given(said=PEOPLE | OFFERED, as_of=SEASONS_DAYS)
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
@given(said=TOLD | REFUSED, as_of=EARLY_DAYS)
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
@given(said=PEOPLE | OFFERED | OVERLAPPING, as_of=EARLY_DAYS | FIRST_DAYS)
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
        assert not block.status == fallback.certainty == "offered"
        assert (fallback.host or fallback.type) != (block.host or block.type)


@random(15)
@given(said=PEOPLE | OFFERED, as_of=EARLY_DAYS)
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


@random(30)
@given(said=OFFERED | OVERLAPPING, as_of=EARLY_DAYS | FIRST_DAYS)
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


WITH_FEW_WEEKS = people({"means.weeks": st.integers(4, 12)}, limits=1) | people({"school.caps": CAPS}, limits=1)


@pytest.fixture(scope="module")
def scored(catalog: Catalog) -> Scored:
    """Facts to what their plan scores."""
    return lambda facts: core(facts, catalog).schedule.value.score


@random(50)
@given(said=PEOPLE | WITH_FEW_WEEKS, offer=ONE_MORE, as_of=EARLY_DAYS)
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
