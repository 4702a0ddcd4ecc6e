"""The best plan by a general solver: the same problem as linear constraints, goal after goal.

The columns are a yes or no for every choice on every start, for a letter (of a choice, or at hand) in a place, for a
city newly travelled to and for a setting newly seen. Nothing here is shared with the search.
"""

from collections.abc import Iterator, Mapping, Sequence

from generator.search import Choice, Problem, Start, Taken
from oracles.brute import Plan, feasible, score
from oracles.linear import Key, Model, Terms

MOST = 100_000  # what one objective may reach: below it several goals go together, and floating point is exact enough


def best_plan(problem: Problem) -> tuple[Plan, tuple[int, ...]]:
    """A best plan and its score; an assertion fails if the model's sums and the definition differ."""
    if any(cap.left < 0 for cap in problem.caps) or (problem.budget or 0) < 0:
        return (), score(problem, ())
    model, goals = modelled(problem)
    chosen: frozenset[Key] = frozenset()
    for group in grouped(problem, goals):
        chosen = model.best(weighted(problem, group))
        for terms in group:
            model.at_least(terms, value(terms, chosen) - 0.5)
    plan = tuple(
        Taken(problem.choices[n], start) for (n, turn), start in starts(problem) if ("take", n, turn) in chosen
    )
    found = score(problem, plan)
    assert feasible(problem, plan)
    assert [value(terms, chosen) for terms in goals] == list(found)
    return plan, found


def value(terms: Terms, chosen: frozenset[Key]) -> int:
    """What terms add up to."""
    return sum(worth for key, worth in terms.items() if key in chosen)


def starts(problem: Problem) -> Iterator[tuple[tuple[int, int], Start]]:
    """Every start of every choice, with the numbers of both."""
    for number, choice in enumerate(problem.choices):
        yield from (((number, turn), start) for turn, start in enumerate(choice.starts))


def every(problem: Problem, worth: Mapping[int, int]) -> dict[Key, int]:
    """Terms that count a choice by its number, whatever its start."""
    return {("take", n, turn): worth[n] for (n, turn), _ in starts(problem) if worth.get(n)}


def modelled(problem: Problem) -> tuple[Model, list[Terms]]:
    """The columns and rows of a problem, and each goal as terms, in their order."""
    model = Model()
    for (number, turn), _ in starts(problem):
        model.column(("take", number, turn))
    add_clashes(model, problem)
    add_cities(model, problem)
    add_settings(model, problem)
    add_letters(model, problem)
    add_limits(model, problem)
    return model, [terms_of(problem, model, goal=goal) for goal in problem.goals]


def add_clashes(model: Model, problem: Problem) -> None:
    """One choice a role and an offer, and one a day: what meets at all meets on a day on which something starts."""
    for names in ([choice.role for choice in problem.choices], [choice.offer for choice in problem.choices]):
        for name in dict.fromkeys(names):
            model.at_most(every(problem, {n: 1 for n, other in enumerate(names) if other == name}), 1)
    for day in sorted({start.first for _, start in starts(problem)}):
        model.at_most({("take", *at): 1 for at, start in starts(problem) if start.first <= day <= start.last}, 1)


def add_cities(model: Model, problem: Problem) -> None:
    """A city is travelled to if any choice there is taken."""
    for number, choice in enumerate(problem.choices):
        if choice.city and choice.city not in problem.visited and choice.starts:
            model.at_most({**every(problem, {number: 1}), model.column(("city", choice.city)): -1}, 0)


def add_settings(model: Model, problem: Problem) -> None:
    """A setting is seen only if a choice in it is taken."""
    for setting in dict.fromkeys(choice.setting for choice in problem.choices):
        if setting and setting not in problem.seen:
            there = every(problem, {n: -1 for n, choice in enumerate(problem.choices) if choice.setting == setting})
            model.at_most({model.column(("setting", setting)): 1, **there}, 0)


def add_letters(model: Model, problem: Problem) -> None:
    """A letter fills one place at most, and only if it is written; a place is filled once."""
    for number, letter in enumerate(problem.held):
        model.at_most(dict.fromkeys(fitting(model, problem, letter=letter, writer=("held", number)), 1), 1)
    for number, choice in enumerate(problem.choices):
        fits = fitting(model, problem, letter=choice.letter, writer=("choice", number))
        model.at_most({**dict.fromkeys(fits, 1), **every(problem, {number: -1})}, 0)
    for place, _ in enumerate(problem.places):
        model.at_most({key: 1 for key in model.columns if key[:2] == ("letter", place)}, 1)


def fitting(model: Model, problem: Problem, *, letter: int, writer: Key) -> list[Key]:
    """A column for each place that a letter can fill."""
    return [model.column(("letter", place, *writer)) for place, _ in enumerate(problem.places) if letter >> place & 1]


def add_limits(model: Model, problem: Problem) -> None:
    """No cap is exceeded, nor the budget."""
    for cap in problem.caps:
        model.at_most(
            every(problem, {n: choice.uses.get(cap.id, 0) for n, choice in enumerate(problem.choices)}), cap.left
        )
    if problem.budget is not None:
        model.at_least(terms_of(problem, model, goal="cost"), -problem.budget)


def terms_of(problem: Problem, model: Model, *, goal: str) -> Terms:
    """A goal as terms; more is better."""
    unnamed = every(problem, {n: -1 for n, choice in enumerate(problem.choices) if choice.city == ""})
    journeys = {**unnamed, **{key: -1 for key in model.columns if key[0] == "city"}}
    match goal:
        case "letters":
            return {key: problem.places[int(key[1])] for key in model.columns if key[0] == "letter"}
        case "settings":
            return {key: 1 for key in model.columns if key[0] == "setting"}
        case "cities":
            return journeys
        case "cost":
            own = every(problem, {n: choice.cost for n, choice in enumerate(problem.choices)})
            return {key: problem.trip * journeys.get(key, 0) - own.get(key, 0) for key in {**own, **journeys}}
    worth = {("take", *at): worth_of(problem.choices[at[0]], start, goal=goal) for at, start in starts(problem)}
    return {key: each for key, each in worth.items() if each}


def worth_of(choice: Choice, start: Start, *, goal: str) -> int:
    """What a choice on a start is worth to a goal."""
    return choice.worth.get(goal, 0) + start.worth.get(goal, 0)


def grouped(problem: Problem, goals: Sequence[Terms]) -> Iterator[list[Terms]]:
    """The goals in order, several together as long as one objective with room for all of them stays small."""
    group: list[Terms] = []
    for terms in goals:
        if group and weight(problem, [*group, terms]) > MOST:
            yield group
            group = []
        group.append(terms)
    if group:
        yield group


def weighted(problem: Problem, group: Sequence[Terms]) -> dict[Key, int]:
    """One objective in which the least of an earlier goal is worth more than all of the later ones."""
    together: dict[Key, int] = {}
    for place, terms in enumerate(group):
        for key, worth in terms.items():
            together[key] = together.get(key, 0) + worth * weight(problem, group[place + 1 :])
    return together


def weight(problem: Problem, group: Sequence[Terms]) -> int:
    """How many different amounts the goals can have together, at most."""
    product = 1
    for terms in group:
        product *= 1 + spread(problem, terms)
    return product


def spread(problem: Problem, terms: Terms) -> int:
    """How far the amounts of a goal can lie apart: the most of each kind of column, as often as it can be taken."""
    roles = len({choice.role for choice in problem.choices})
    often = {"take": roles, "city": roles, "setting": roles, "letter": len(problem.places)}
    kinds: dict[str, list[int]] = {}
    for key, worth in terms.items():
        kinds.setdefault(str(key[0]), [0]).append(worth)
    return sum(often[kind] * (max(worths) - min(worths)) for kind, worths in kinds.items())
