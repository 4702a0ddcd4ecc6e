"""Goals in order as one whole number: more in an earlier goal always outweighs everything in later ones."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.search.problem import Choice, Problem


@dataclass(frozen=True)
class Scale:
    """For each goal in order the least and the greatest amount that any plan can have."""

    goals: tuple[str, ...]
    lowest: tuple[int, ...]
    highest: tuple[int, ...]

    @cached_property
    def weights(self) -> Mapping[str, int]:
        """What one more of each goal weighs."""
        found, weight = {}, 1
        for goal, low, high in zip(reversed(self.goals), reversed(self.lowest), reversed(self.highest), strict=True):
            found[goal] = weight
            weight *= high - low + 1
        return found

    def weight(self, goal: str) -> int:
        """What one more of a goal weighs; nothing if it is not asked for."""
        return self.weights.get(goal, 0)

    def value(self, worth: Mapping[str, int]) -> int:
        """Amounts of goals as one number."""
        return sum(self.weight(goal) * amount for goal, amount in worth.items())

    def amounts(self, value: int) -> tuple[int, ...]:
        """The amounts that a number stands for; one beyond all plans stands for the most of everything."""
        rest = value - sum(self.weights[goal] * low for goal, low in zip(self.goals, self.lowest, strict=True))
        found: list[int] = []
        for goal, low, high in zip(self.goals, self.lowest, self.highest, strict=True):
            amount, rest = divmod(rest, self.weights[goal])
            if low + amount > high:
                return (*found, *self.highest[len(found) :])
            found.append(low + amount)
        return tuple(found)


def scale_of(problem: Problem) -> Scale:
    """The scale on which every plan of a problem has its number."""
    spans = [_span(problem, goal) for goal in problem.goals]
    return Scale(problem.goals, tuple(low for low, _ in spans), tuple(high for _, high in spans))


def by_role(problem: Problem) -> Mapping[str, tuple[Choice, ...]]:
    """The choices for each role that can be taken on some day, in the order of the problem."""
    found: dict[str, list[Choice]] = {}
    for choice in problem.choices:
        if choice.starts:
            found.setdefault(choice.role, []).append(choice)
    return {role: tuple(choices) for role, choices in found.items()}


def _span(problem: Problem, goal: str) -> tuple[int, int]:
    roles = by_role(problem).values()
    if goal == "letters":
        return 0, sum(problem.places)
    if goal == "settings":
        return 0, len(roles)
    if goal == "cities":
        return -len(roles), 0
    if goal == "cost":
        return -sum(max(choice.cost for choice in choices) + problem.trip for choices in roles), 0
    return _sums([list(_amounts(choices, goal)) for choices in roles])


def _amounts(choices: Iterable[Choice], goal: str) -> Iterable[int]:
    """What each choice adds to a goal, at the least and at the most."""
    ends: dict[int, tuple[int, int]] = {}
    for choice in choices:
        key = id(choice.starts)
        if key not in ends:
            dated = [start.worth.get(goal, 0) for start in choice.starts]
            ends[key] = min(dated), max(dated)
        yield from (choice.worth.get(goal, 0) + end for end in ends[key])


def _sums(amounts: list[list[int]]) -> tuple[int, int]:
    return sum(min(0, *some, 0) for some in amounts), sum(max(0, *some, 0) for some in amounts)
