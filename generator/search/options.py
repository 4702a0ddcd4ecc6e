"""Choices made ready for the search: their worth as one number, and what they could be worth at best."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from generator.search.problem import Choice, Problem, Start
from generator.search.scale import Scale, by_role
from generator.search.timing import Lane, Slot


@dataclass(frozen=True, slots=True)
class City:
    """What the first rotation in a city costs, in worth; at most `most` rotations share that."""

    price: int
    most: int

    @property
    def share(self) -> int:
        """What each of them bears at least."""
        return self.price // self.most


@dataclass(frozen=True, slots=True)
class Option:
    """A choice with its worth: `fixed` without setting and city, `undated` with both at best, `hope` with its day too.

    `uses` stand in the order of the caps; `starts` are the best for each first and last day.
    """

    choice: Choice
    fixed: int
    variety: int
    undated: int
    hope: int
    uses: tuple[int, ...]
    lane: Lane
    starts: Mapping[tuple[int, int], Start]

    @property
    def kind(self) -> tuple[object, ...]:
        """What it has in common with options that can stand in for it."""
        return self.lane.number, self.choice.city, self.choice.setting, self.choice.letter, self.uses


@dataclass(frozen=True, slots=True)
class Role:
    """The options for one role, the most hopeful first, and all their days together.

    `plain` and `plain_days` are what they can add if settings bring nothing new.
    """

    options: tuple[Option, ...]
    letters: int
    days: Lane
    plain: int
    plain_days: Lane

    @property
    def hope(self) -> int:
        """The most that it can add; nothing if every option would take away."""
        return max(self.options[0].hope, 0)


def cities_of(problem: Problem, scale: Scale) -> Mapping[str, City]:
    """Every city that is not visited anyway; those without a name can't be shared."""
    price = scale.weight("cities") + scale.weight("cost") * problem.trip
    named: dict[str, list[Choice]] = {}
    for choice in problem.choices:
        if choice.starts and choice.city not in problem.visited:
            named.setdefault(choice.city, []).append(choice)
    return {city: City(price, _most(problem, choices) if city else 1) for city, choices in named.items()}


def _most(problem: Problem, choices: Sequence[Choice]) -> int:
    """How many of them can be taken at most."""
    counts = [len({choice.role for choice in choices}), len({choice.offer for choice in choices})]
    for cap in problem.caps:
        least = min(choice.uses.get(cap.id, 0) for choice in choices)
        if least > 0:
            counts.append(cap.left // least)
    return max(min(counts), 1)


def roles_of(problem: Problem, scale: Scale, cities: Mapping[str, City]) -> tuple[Role, ...]:
    """The roles, those with the fewest options first."""
    maker = _Maker(problem, scale, cities)
    roles = [_role([maker.option(choice) for choice in choices]) for choices in by_role(problem).values()]
    return tuple(sorted(roles, key=lambda role: len(role.options)))


class _Maker:
    """Makes options; starts that several choices share are worked out once."""

    def __init__(self, problem: Problem, scale: Scale, cities: Mapping[str, City]) -> None:
        self.problem, self.scale, self.cities = problem, scale, cities
        self.made: dict[int, tuple[Lane, Mapping[tuple[int, int], Start]]] = {}
        self.lanes: dict[tuple[Slot, ...], Lane] = {}
        self.caps = tuple(cap.id for cap in problem.caps)

    def option(self, choice: Choice) -> Option:
        lane, starts = self._lane(choice.starts)
        fixed = self.scale.value(choice.worth) - self.scale.weight("cost") * choice.cost
        variety = self.scale.weight("settings") if choice.setting and choice.setting not in self.problem.seen else 0
        undated = fixed + variety - (self.cities[choice.city].share if choice.city in self.cities else 0)
        uses = tuple(choice.uses.get(cap, 0) for cap in self.caps)
        return Option(choice, fixed, variety, undated, undated + lane.hope, uses, lane, starts)

    def _lane(self, starts: tuple[Start, ...]) -> tuple[Lane, Mapping[tuple[int, int], Start]]:
        key = id(starts)
        if key not in self.made:
            best = _best_starts([(self.scale.value(start.worth), start) for start in starts])
            slots = _ranked({days: worth for days, (worth, _) in best.items()})
            lane = self.lanes.setdefault(slots, Lane(slots, optional=False, number=len(self.lanes)))
            self.made[key] = lane, {days: start for days, (_, start) in best.items()}
        return self.made[key]


def _best_starts(starts: Iterable[tuple[int, Start]]) -> dict[tuple[int, int], tuple[int, Start]]:
    """The start worth most for each first and last day, with its worth."""
    best: dict[tuple[int, int], tuple[int, Start]] = {}
    for worth, start in starts:
        days = start.first, start.last
        if days not in best or worth > best[days][0]:
            best[days] = worth, start
    return best


def _role(options: Iterable[Option]) -> Role:
    ranked = tuple(sorted(options, key=lambda option: -option.hope))
    hopes: dict[int, Option] = {}
    for option in ranked:
        hopes.setdefault(option.lane.number, option)  # of those with the same days the first hopes most
    letters = reduce(or_, (option.choice.letter for option in ranked))
    plain = max(0, *(option.hope - option.variety for option in ranked))
    return Role(ranked, letters, _together(hopes.values()), plain, _together(ranked, plain=True))


def _together(options: Iterable[Option], *, plain: bool = False) -> Lane:
    """The days of several options as one lane, each at the most that it could be worth; plain without variety."""
    best: dict[tuple[int, int], int] = {}
    for option in options:
        undated = option.undated - option.variety if plain else option.undated
        for worth, first, last in option.lane.slots:
            best[first, last] = max(best.get((first, last), undated + worth), undated + worth)
    return Lane(_ranked(best), optional=True)


def _ranked(worths: Mapping[tuple[int, int], int]) -> tuple[Slot, ...]:
    """Days with their worth, worth most first and then the earliest."""
    return tuple(sorted(((worth, *days) for days, worth in worths.items()), key=lambda slot: (-slot[0], slot[1])))
