"""Each row of each decision table: who gets it, what it says, and what stays unsettled."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import AS_OF
from factory import plain

from generator.catalog import Catalog
from generator.catalog.checks import OUTCOMES
from generator.conditions import Answers
from generator.facts import Facts, fact_names
from generator.plan import Count, Mix, Money
from generator.planner.core import Core, core
from generator.planner.lettering import refused
from generator.prose import blanks
from generator.rules.costs import against_budget
from generator.rules.how_many import how_many, judged
from generator.rules.mix import mix
from generator.tables import decide

pytestmark = pytest.mark.fast

TABLES = Path(__file__).parent / "cases" / "tables"
FactsOf = Callable[..., Facts]
Case = Mapping[str, Any]


def cases(table: str) -> list[Case]:
    return list(plain(TABLES / f"{table}.yml"))


def each(table: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in cases(table)])


def answers_of(case: Case, catalog: Catalog) -> Answers:
    """The answers of a case; what is not named is false, and only facts can be named."""
    said = {name: None if answer == "unknown" else answer for name, answer in case.get("answers", {}).items()}
    assert set(said) - set(fact_names(catalog.settings)) == set()
    return {**dict.fromkeys(fact_names(catalog.settings), False), **said}


def outcome(expect: Case) -> tuple[Any, str, tuple[str, ...]]:
    return expect["value"], expect["rule"], tuple(expect.get("unsettled", ()))


def rule_of(decision: Any) -> str:
    return str(decision.rule).partition(": ")[2]


# --- tables whose rows name facts ---


@each("how-many")
def test_how_many(case: Case, catalog: Catalog) -> None:
    decision = how_many(catalog.files.how_many.rows, answers_of(case, catalog))
    value, rule, unsettled = outcome(case["expect"])

    assert (decision.value, rule_of(decision), decision.unsettled) == (Count(**value), rule, unsettled)


@each("mix")
def test_mix(case: Case, catalog: Catalog) -> None:
    decision = mix(catalog.files.mix.rows, answers_of(case, catalog), number=case["number"])
    value, rule, unsettled = outcome(case["expect"])
    parts = Mix(**{name: tuple(some) for name, some in value.items()})

    assert (decision.value, rule_of(decision), decision.unsettled) == (parts, rule, unsettled)


@each("routes")
def test_routes(case: Case, catalog: Catalog) -> None:
    rows = next(route.rows for route in catalog.files.routes.routes if route.id == case["route"])
    decision = decide(case["route"], rows, answers_of(case, catalog))

    assert (decision.value, rule_of(decision), decision.unsettled) == outcome(case["expect"])


def rows_of(table: str, catalog: Catalog) -> Iterator[str]:
    """Each row of a table by the name that cases give it."""
    files = catalog.files
    if table == "routes":
        yield from (f"{route.id}: {row.id}" for route in files.routes.routes for row in route.rows)
    else:
        yield from (row.id for row in {"how-many": files.how_many, "mix": files.mix}[table].rows)


def reached(table: str) -> set[str]:
    routes = ((case.get("route"), case["expect"]["rule"]) for case in cases(table))
    return {f"{route}: {rule}" if route else rule for route, rule in routes}


@pytest.mark.parametrize("table", ["how-many", "mix", "routes"])
def test_every_row_is_reached_by_a_case(table: str, catalog: Catalog) -> None:
    assert set(rows_of(table, catalog)) - reached(table) == set()


@pytest.mark.parametrize("table", ["how-many", "routes"])
def test_no_two_cases_are_alike(table: str) -> None:
    asked = [(case.get("route"), case["answers"]) for case in cases(table)]

    assert [one for one in asked if asked.count(one) > 1] == []


def test_every_number_that_can_be_aimed_at_has_a_mix(catalog: Catalog) -> None:
    aims = {number for row in catalog.files.how_many.rows for number in range(1, row.value.most + 1)}
    numbers = [number for row in catalog.files.mix.rows for number in row.numbers]

    assert sorted(numbers) == sorted(aims)


@pytest.mark.parametrize("table", ["how-many", "mix"])
def test_a_range_holds_its_aim_and_the_aim_its_parts(table: str, catalog: Catalog) -> None:
    counts = [row.value for row in catalog.files.how_many.rows]
    mixes = [row.value for row in catalog.files.mix.rows]
    odd = {
        "how-many": [count for count in counts if not 1 <= count.least <= count.aim <= count.most],
        "mix": [one for one in mixes if sorted(one.keep) != sorted(one.parts) or not {*one.doubles} <= {*one.parts}],
    }

    assert odd[table] == []


def test_a_way_that_hangs_on_something_unknown_is_not_called_open(catalog: Catalog) -> None:
    """But for work: both of its open rows read right for somebody who may work and may hold the certificate."""
    unknown = [case for case in cases("routes") if case["expect"].get("unsettled") and case["route"] != "paid-work"]

    assert [case["name"] for case in unknown if case["expect"]["value"] == "open"] == []


# --- scores, both sides of each line ---

RECORD = {"exams.step_1": {"status": "passed", "attempts": 1}, "explain": [], "school.repeated_years": 0,
          "school.final_year": [{"field": "medicine", "exposure": "good"}, {"field": "psychiatry", "exposure": "good"}],
          "school.patients_speak": ["English"],
          "experience": [{"field": "medicine", "hands_on": True}],
          "letters": [{"writer": "A", "field": "medicine", "us": True, "faculty": True, "knows": "well",
                       "status": "promised"}]}  # fmt: skip


def decided(facts: Facts, catalog: Catalog) -> Core:
    return core(facts, catalog)


@pytest.mark.parametrize(
    ("score", "experience", "rule"),
    [
        pytest.param(245, RECORD["experience"], "two-is-enough", id="245 is strong"),
        pytest.param(244, RECORD["experience"], "two-to-three", id="244 is not"),
        pytest.param(236, RECORD["experience"], "two-to-three", id="236 is not borderline"),
        pytest.param(235, RECORD["experience"], "more-for-a-weak-spot", id="235 is borderline"),
        pytest.param(227, RECORD["experience"], "more-for-a-weak-spot", id="227 is borderline"),
        pytest.param(226, RECORD["experience"], "more-for-a-weak-spot", id="226 is very low"),
        pytest.param(236, [], "three-with-no-experience", id="236 without experience"),
        pytest.param(235, [], "four-with-no-experience", id="235 without experience"),
        pytest.param(226, [], "four-with-no-experience", id="226 without experience"),
    ],
)
def test_scores_on_both_sides_of_a_line(
    score: int, experience: list[Any], rule: str, catalog: Catalog, facts_of: FactsOf
) -> None:
    exam = {"status": "passed", "attempts": 1, "score": score}
    facts = facts_of({**RECORD, "experience": experience, "exams.step_2_ck": exam})

    assert rule_of(decided(facts, catalog).how_many) == rule


def test_each_clause_and_each_reason_is_met_not_met_or_unknown(catalog: Catalog) -> None:
    table = catalog.files.how_many
    answers = {**answers_of({}, catalog), "scores-strong": None, "us-letter": True}

    assert [(one.id, one.met) for one in judged(table.clauses, answers)] == [
        ("us-experience", False),
        ("strong-scores", None),
        ("no-red-flag", False),
        ("us-letter", True),
    ]


def test_clauses_and_reasons_are_the_facts_that_the_rows_ask_for(catalog: Catalog) -> None:
    table = catalog.files.how_many
    asked = {name for row in table.rows for name in (*row.when, *row.when_any, *row.unless)}
    told = {one.fact for one in (*table.clauses, *table.reasons)} - {"no-major-red-flag"}

    assert told == asked


# --- tables of outcomes ---

STRONG = {"writer": "A doctor", "us": True, "faculty": True, "knows": "well", "status": "promised"}


def letters_of(case: Case) -> Any:
    said = case["letters"]
    return said if said == "unknown" else [{**STRONG, **one} for one in said]


def as_of(case: Case) -> date:
    return case.get("as_of", AS_OF)


@each("letters")
def test_letters(case: Case, catalog: Catalog, facts_of: FactsOf) -> None:
    facts = facts_of({**case.get("profile", {}), "letters": letters_of(case)}, as_of=as_of(case))
    decision = decided(facts, catalog).letters
    filled = [slot.block if slot.letter is None else slot.letter for slot in decision.value.slots]

    assert (filled, rule_of(decision), decision.unsettled) == outcome(case["expect"])


@each("costs")
def test_costs(case: Case) -> None:
    budget = None if case["budget"] == "unknown" else case["budget"]

    assert against_budget(budget, Money(case["low"], case["high"])) == case["expect"]["rule"]


@each("schedule")
def test_schedule(case: Case, catalog: Catalog, facts_of: FactsOf) -> None:
    decision = decided(facts_of(case.get("profile", {}), as_of=as_of(case)), catalog).schedule
    dropped = {one.part: one.why for one in decision.value.dropped}

    assert (rule_of(decision), dropped) == (case["expect"]["rule"], case["expect"].get("dropped", {}))


@pytest.mark.parametrize(
    ("table", "field"), [("schedule", "schedule"), ("letters", "letters"), ("costs", "cost_table")]
)
def test_every_outcome_is_reached_by_a_case(table: str, field: str, catalog: Catalog) -> None:
    have = {reason.id for reason in getattr(catalog.files, field).outcomes}

    assert (have, reached(table)) == (set(OUTCOMES[field]), have)


@pytest.mark.parametrize(
    ("field", "known"),
    [
        pytest.param("schedule", {"placed", "wanted", "earliest", "last"}, id="schedule"),
        pytest.param("letters", {"covered", "needed"}, id="letters"),
        pytest.param("cost_table", {"low", "high", "budget", "missing", "unknown"}, id="costs"),
    ],
)
def test_a_reason_leaves_only_blanks_that_are_filled_in(field: str, known: set[str], catalog: Catalog) -> None:
    reasons = getattr(catalog.files, field).outcomes

    assert {reason.id: blanks(reason.because) - known for reason in reasons} == {one.id: set() for one in reasons}


ELSEWHERE = {"score-first", "regions", "couples", "host-cap", "state-weeks", "same-subject"}
"""Limits on single places: an open slot stands for any other, so a part never falls away for one of them alone."""


def test_every_reason_for_a_part_without_a_place_is_reached(catalog: Catalog) -> None:
    limits = catalog.files.limits
    told = {one.id for one in limits.limits} | {limits.together.id, limits.season.id}
    seen = {why for case in cases("schedule") for why in case["expect"].get("dropped", {}).values()}

    assert seen == told - ELSEWHERE


@pytest.mark.parametrize(
    ("change", "why"),
    [
        pytest.param({}, "", id="a strong one"),
        pytest.param({"us": False}, "not-us", id="from abroad"),
        pytest.param({"faculty": False}, "not-faculty", id="by a trainee"),
        pytest.param({"knows": "somewhat"}, "not-well", id="by someone who knows them somewhat"),
        pytest.param({"knows": "little"}, "not-well", id="by someone who knows them little"),
        pytest.param({"status": "asked"}, "not-yet", id="only asked for"),
        pytest.param({"status": "possible"}, "not-yet", id="only possible"),
        pytest.param({"knows": "unknown"}, "unknown", id="with something not said"),
        pytest.param({"us": False, "knows": "unknown"}, "not-us", id="a known reason comes before what is not said"),
    ],
)
def test_why_a_letter_does_not_count(change: Case, why: str, facts_of: FactsOf, catalog: Catalog) -> None:
    told = {reason.id for reason in catalog.files.letters.refused}
    [told_why] = refused(facts_of({"letters": [{**STRONG, **change}]}))

    assert (told_why, why in {*told, ""}) == (why, True)
