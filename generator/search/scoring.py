"""What a plan scores, goal by goal, straight from the definition."""

from collections.abc import Sequence

from generator.search.covering import Covering
from generator.search.problem import Problem
from generator.search.result import Taken


def score(problem: Problem, taken: Sequence[Taken]) -> tuple[int, ...]:
    """The amount of each goal in order; of each more is better."""
    return tuple(_amount(problem, goal, taken) for goal in problem.goals)


def spent(problem: Problem, taken: Sequence[Taken]) -> int:
    """What a plan costs, with a journey for each new city."""
    return sum(one.choice.cost for one in taken) + problem.trip * new_cities(problem, taken)


def new_cities(problem: Problem, taken: Sequence[Taken]) -> int:
    """How many cities one has to travel to: those of no name each by itself."""
    cities = [one.choice.city for one in taken]
    return cities.count("") + len({*cities} - {""} - problem.visited)


def _amount(problem: Problem, goal: str, taken: Sequence[Taken]) -> int:
    if goal == "letters":
        covering = Covering(problem.places)
        return covering.weight(covering.reach((*problem.held, *(one.choice.letter for one in taken))))
    if goal == "settings":
        return len({one.choice.setting for one in taken} - {""} - problem.seen)
    if goal == "cities":
        return -new_cities(problem, taken)
    if goal == "cost":
        return -spent(problem, taken)
    return sum(one.choice.worth.get(goal, 0) + one.start.worth.get(goal, 0) for one in taken)
