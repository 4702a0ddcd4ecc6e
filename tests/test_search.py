"""The search against other ways to the best plan: looking at every plan, and a general solver.

`CASES=200 .venv/bin/pytest tests/test_search.py -k general` asks the general solver about many more realistic problems;
the seed is the number of the case. Twenty thousand small problems are looked at in every run.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from oracles import brute, general
from oracles.dense import dense
from oracles.random_problems import shuffled, small
from oracles.realistic import KINDS, realistic

from generator.search import Cap, Choice, Problem, Result, Start, search

CASES = int(os.environ.get("CASES", "24"))
FEW_OFFERS, MANY_OFFERS = (30, 12, 20, 16), (30, 45, 60, 40, 30, 100, 35)  # the solver needs minutes for two hundred
SORTS = {"small": small, "dense": dense}
FEW = [(sort, seed) for sort in SORTS for seed in range(150)]
LIMITS = (1, 2, 3, 5, 8, 20, 50, 100, 200)

fast = pytest.mark.fast

Named = tuple[str, int]
"""A sort of small problem, and a seed."""


def made(named: Named) -> Problem:
    """The small problem of a sort and a seed."""
    sort, seed = named
    return SORTS[sort](seed)


@cache
def best(named: Named) -> tuple[int, ...]:
    """The best score of a small problem, found by looking at every plan."""
    return brute.best_score(made(named))


def case(seed: int) -> Problem:
    """A realistic problem of each sort in turn; the first ones are small enough for every run."""
    sizes = FEW_OFFERS if seed < 24 else MANY_OFFERS
    return realistic(seed, sizes[seed % len(sizes)], list(KINDS)[seed % len(KINDS)])


def sound(problem: Problem, result: Result) -> bool:
    """Whether what was found is a plan, in order of time, and has the score that it claims."""
    firsts = [taken.start.first for taken in result.taken]
    scored = brute.feasible(problem, result.taken) and brute.score(problem, result.taken) == result.score
    return scored and firsts == sorted(firsts)


def within(problem: Problem, result: Result, score: tuple[int, ...]) -> bool:
    """Whether the best score is one that a result leaves room for: the same before the gap, then so far off at most."""
    if result.gap is None:
        return score == result.score
    place = problem.goals.index(result.gap.goal)
    off = score[place] - result.score[place]
    return score[:place] == result.score[:place] and off <= result.gap.amount and result.gap.amount > 0


def without_one(problem: Problem) -> Iterator[Problem]:
    """The problem with each choice left out in turn."""
    for choice in problem.choices:
        yield replace(problem, choices=tuple(other for other in problem.choices if other is not choice))


def thousands() -> Iterator[Any]:
    """Ten thousand problems of each sort, and few of both as a fast sample."""
    yield pytest.param(FEW, marks=fast, id="few")
    for sort in SORTS:
        for first in range(0, 10_000, 1000):
            yield pytest.param([(sort, seed) for seed in range(first, first + 1000)], id=f"{sort} from {first}")


@pytest.mark.parametrize("names", list(thousands()))
def test_nothing_is_better_among_all_plans_of_a_small_problem(names: list[Named]) -> None:
    results = {named: search(made(named)) for named in names}

    assert {named: (best(named), found) for named, found in results.items() if found.score != best(named)} == {}
    assert [named for named, found in results.items() if not (found.proved and sound(made(named), found))] == []


@pytest.mark.parametrize("seed", range(CASES))
def test_a_general_solver_finds_nothing_better(seed: int) -> None:
    problem = case(seed)
    found = search(problem)
    _, score = general.best_plan(problem)

    assert sound(problem, found)
    assert within(problem, found, score)


def test_realistic_problems_are_proved_best() -> None:
    assert [seed for seed in range(24) if not search(case(seed)).proved] == []


def test_a_general_solver_and_looking_at_every_plan_agree() -> None:
    assert [named for named in FEW if general.best_plan(made(named))[1] != best(named)] == []


def test_a_general_solver_agrees_with_what_was_worked_out_by_hand() -> None:
    assert {name: general.best_plan(problem)[1] for name, (problem, _) in BY_HAND.items()} == {
        name: expected for name, (_, expected) in BY_HAND.items()
    }


def stay(role: str, offer: str, **more: Any) -> Choice:
    """A choice on the days of its role, apart from those of others."""
    first = more.pop("first", 100 * "ABCD".index(role))
    return Choice(id=f"{role}-{offer}", offer=offer, role=role, starts=(Start(first, first + 27),), **more)


ANYWHERE = replace(stay("B", "two", worth={"number": 1}), city="")
BY_HAND: dict[str, tuple[Problem, tuple[int, ...]]] = {
    "a shared day is a clash": (
        Problem((stay("A", "one", worth={"number": 1}), stay("B", "two", worth={"number": 1}, first=27)), ("number",)),
        (1,),
    ),
    "the day after is free": (
        Problem((stay("A", "one", worth={"number": 1}), stay("B", "two", worth={"number": 1}, first=28)), ("number",)),
        (2,),
    ),
    "a letter fills one place, and one at hand makes room for another": (
        Problem((stay("A", "one", letter=0b11),), ("letters",), places=(3, 2, 5), held=(0b001, 0b001)),
        (5,),
    ),
    "unknown cities are journeys each, a visited one is none": (
        Problem(
            (
                *(
                    replace(ANYWHERE, offer=role, role=role, starts=(Start(day, day),))
                    for day, role in enumerate("ABC")
                ),
                replace(stay("D", "four", first=9, worth={"number": 1}), city="home"),
            ),
            ("number", "cities", "cost"),
            visited=frozenset({"home"}),
            trip=100,
        ),
        (4, -3, -300),
    ),
    "one journey serves all in a city, and the budget holds it": (
        Problem(
            tuple(stay(role, role, city="x", cost=10, worth={"number": 1}) for role in "ABC"),
            ("number", "cost"),
            trip=5,
            budget=34,
        ),
        (2, -25),
    ),
    "settings count once, those seen and those unknown not at all": (
        Problem(
            (*(stay(role, role, setting="ward") for role in "AB"), stay("C", "three", setting="clinic")),
            ("settings",),
            seen=frozenset({"clinic"}),
        ),
        (1,),
    ),
    "a cap holds for all together": (
        Problem(
            tuple(stay(role, role, uses={"weeks": 4}, worth={"number": 1}) for role in "ABC"),
            ("number",),
            caps=(Cap("weeks", 11),),
        ),
        (2,),
    ),
    "what takes away is left out, unless an earlier goal wants it": (
        Problem(
            (stay("A", "one", worth={"number": 1, "pattern": -9}), stay("B", "two", worth={"pattern": -1})),
            ("number", "pattern"),
        ),
        (1, -9),
    ),
    "limits that are exceeded already allow nothing": (
        Problem((stay("A", "one", worth={"number": 1}),), ("number",), caps=(Cap("weeks", -1),)),
        (0,),
    ),
}


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"same-but-cost"}))
def test_two_hundred_offers_are_proved_best(kind: str) -> None:
    """Only where all are alike but for their price may it take longer."""
    assert [seed for seed in range(4) if not search(realistic(seed, 200, kind)).proved] == []


@fast
@pytest.mark.parametrize("name", BY_HAND)
def test_what_a_plan_is_worth_is_as_worked_out_by_hand(name: str) -> None:
    problem, expected = BY_HAND[name]

    assert (brute.best_score(problem), search(problem).score) == (expected, expected)


@fast
def test_a_city_that_is_paid_for_is_free_to_those_that_come_late() -> None:
    """They are not worth their journey by themselves, and only the lesser of two before them leaves their days free."""
    late = [stay("C", f"late-{number}", first=100, city="x", worth={"exposure": 2}) for number in range(3)]
    problem = Problem(
        choices=(
            stay("A", "first", city="x", worth={"certainty": 1}),
            stay("B", "better", city="home", worth={"certainty": 1, "exposure": 3}),
            stay("B", "lesser", city="home", worth={"certainty": 1, "exposure": 2}, first=200),
            *late,
        ),
        goals=("certainty", "cities", "exposure"),
        visited=frozenset({"home"}),
    )

    assert search(problem).score == (2, -1, 4)


@fast
def test_an_offer_that_is_in_twice_does_not_hide_the_next_one() -> None:
    """The offer is needed for another role, and the next one is all that is left for this."""
    others = [stay("B", f"other-{number}") for number in range(5)]
    problem = Problem(
        choices=(
            stay("A", "both", worth={"exposure": 5}),
            replace(stay("A", "both", worth={"exposure": 4}), id="A-both-again"),
            stay("A", "next", worth={"exposure": 3}),
            stay("B", "both", worth={"exposure": 9}),
            *others,
        ),
        goals=("exposure",),
    )

    assert search(problem).score == (12,)


@fast
def test_the_order_of_choices_does_not_matter() -> None:
    assert [named for named in FEW if search(shuffled(made(named), 1)).score != best(named)] == []


def test_the_order_of_many_choices_does_not_matter() -> None:
    pairs = [(case(seed), shuffled(case(seed), seed)) for seed in range(12)]

    assert [search(one).score for one, _ in pairs] == [search(other).score for _, other in pairs]


def test_another_choice_never_makes_the_plan_worse() -> None:
    worse = [named for named in FEW for less in without_one(made(named)) if search(less).score > best(named)]

    assert worse == []


@pytest.mark.parametrize("limit", [pytest.param(LIMITS[0], marks=fast), *LIMITS[1:]])
def test_cut_short_it_still_finds_a_plan_and_says_how_far_off_it_is_at_most(limit: int) -> None:
    results = {named: search(made(named), node_limit=limit) for named in FEW}

    assert [named for named, found in results.items() if not sound(made(named), found)] == []
    assert [named for named, found in results.items() if not within(made(named), found, best(named))] == []


def test_cut_short_on_a_realistic_problem_it_says_how_far_off_it_is_at_most() -> None:
    wrong = []
    for seed in range(24):
        problem, full = case(seed), search(case(seed))
        cut = {limit: search(problem, node_limit=limit) for limit in (*LIMITS, 500, 2000, 10_000)}
        wrong += [
            (seed, limit)
            for limit, found in cut.items()
            if not (sound(problem, found) and within(problem, found, full.score))
        ]

    assert wrong == []


@fast
def test_small_searches_are_cut_short_at_times() -> None:
    """Else the tests above would prove nothing about gaps."""
    gaps = [search(made(named), node_limit=1).gap for named in FEW]

    assert len({gap.goal for gap in gaps if gap}) > 3


def test_the_same_problem_has_the_same_result() -> None:
    assert [search(made(named)) for named in FEW] == [search(made(named)) for named in FEW]


def test_the_result_does_not_hang_on_how_a_process_orders_sets() -> None:
    program = (
        "from test_search import *; print([search(made(named)) for named in FEW], [search(case(3)), search(case(7))])"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=Path(__file__).parent,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(printed) == 1


@pytest.mark.parametrize(
    "freed",
    [
        pytest.param({"caps": ()}, id="caps"),
        pytest.param({"budget": None}, id="budget"),
        pytest.param({"places": ()}, id="letters wanted"),
        pytest.param({"held": ()}, id="letters at hand"),
        pytest.param({"visited": frozenset()}, id="cities visited"),
        pytest.param({"seen": frozenset()}, id="settings seen"),
        pytest.param({"trip": 0}, id="journeys"),
    ],
)
def test_everything_that_a_problem_has_decides_some_small_one(freed: dict[str, Any]) -> None:
    """Else looking at every plan would prove nothing about it."""
    decided = [named for named in FEW if brute.best_score(replace(made(named), **freed)) != best(named)]

    assert len(decided) >= 5
