"""What would change a decision: each change that is told is made, by another way than the planner's."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from people import PEOPLE, Said, random
from test_planner import SOMEBODY, each_example, example_facts, facts_for, with_answers

from generator.catalog import Catalog
from generator.catalog.guidance import ChangeEntry
from generator.conditions import applies
from generator.facts import Facts
from generator.plan import Decision, Plan
from generator.planner import Memory, make_plan
from generator.planner.core import Core, core

FactsOf = Callable[..., Facts]


def by_name(plan: Plan) -> Iterator[tuple[str, Decision[Any]]]:
    """Each decision that may tell what would change it, with its name."""
    yield "how-many", plan.how_many
    yield "schedule", plan.schedule
    yield "letters", plan.letters
    for route, decision in plan.routes:
        yield f"routes: {route}", decision
    for kind in plan.application.kinds:
        yield f"list: {kind.id}", kind.count


def value_of(name: str, value: Any) -> Any:
    """A value as it is compared: rules of the application list are told as the numbers that they come to."""
    return None if name.startswith("list: ") else value


def told_changes(facts: Facts, catalog: Catalog) -> dict[tuple[str, str], tuple[Any, str]]:
    """Every change that a plan tells of, by the decision's name and the change's."""
    told = by_name(make_plan(facts, catalog))
    changes = ((name, one) for name, decision in told for one in decision.would_change)
    return {(name, one.id): (value_of(name, one.value), one.rule) for name, one in changes}


def tried(facts: Facts, entry: ChangeEntry, catalog: Catalog) -> Core:
    return core(facts_for(with_answers(facts.profile, entry.set, entry.add), catalog), catalog)


def makes_sense(entry: ChangeEntry, facts: Facts) -> bool:
    answers = facts.answers()
    is_open = not entry.if_unknown or any(answers[name] is None for name in entry.if_unknown)
    return is_open and applies(entry, answers) is True


def expected_changes(facts: Facts, catalog: Catalog) -> dict[tuple[str, str], tuple[Any, str]]:
    """What each change that makes sense turns each decision into, where it turns it into something else."""
    now = dict(core(facts, catalog).by_name())
    entries = [entry for entry in catalog.files.changes.changes if makes_sense(entry, facts)]
    others = {entry.id: dict(tried(facts, entry, catalog).by_name()) for entry in entries}
    return {
        (name, id_): (value_of(name, other[name].value), other[name].rule)
        for id_, other in others.items()
        for name in now
        if name != "mix" and other[name].value != now[name].value
    }


@pytest.fixture(scope="module")
def both(catalog: Catalog) -> Callable[[Facts], tuple[Any, Any]]:
    """What a plan tells of changes, and what comes of making each."""
    return lambda facts: (told_changes(facts, catalog), expected_changes(facts, catalog))


@each_example
def test_what_would_change_an_example_does(example: str, catalog: Catalog) -> None:
    facts = example_facts(example, catalog)

    assert told_changes(facts, catalog) == expected_changes(facts, catalog)


@random(5)
@given(said=PEOPLE)
def test_what_would_change_a_plan_does(said: Said, both: Callable[[Facts], tuple[Any, Any]], facts_of: FactsOf) -> None:
    told, expected = both(facts_of(said))

    assert told == expected


def test_a_change_that_would_be_told_is_among_those_tried(catalog: Catalog, facts_of: FactsOf) -> None:
    told = told_changes(facts_of({**SOMEBODY, "letters": "unknown"}), catalog)

    assert {id_ for name, id_ in told if name == "how-many"} >= {"letter-promised"}


# --- what is remembered ---


@pytest.mark.parametrize("other", [{"means.weeks": 8}, {"applicant.name": "Somebody Else"}], ids=["plan", "name"])
def test_a_memory_spares_work_for_the_same_answers_only(
    other: dict[str, Any], catalog: Catalog, facts_of: FactsOf
) -> None:
    memory: Memory = {}
    first, again = (make_plan(facts_of({"means.weeks": 12}), catalog, memory) for _ in range(2))
    kept = dict(memory)
    make_plan(facts_of({"means.weeks": 12, **other}), catalog, memory)

    assert (first == again, len(kept), len(memory)) == (True, 1, 2)


def test_a_memory_is_believed(catalog: Catalog, facts_of: FactsOf) -> None:
    facts = facts_of({"means.weeks": 12})
    memory: Memory = {}
    told = make_plan(facts, catalog, memory).how_many.would_change
    memory[next(iter(memory))] = dict.fromkeys(next(iter(memory.values())), ())

    assert told
    assert make_plan(facts, catalog, memory).how_many.would_change == ()
