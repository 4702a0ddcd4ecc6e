"""Random problems of every kind, each told by its seed: small ones for brute force, and ones such as people have."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from generator.search import Cap, Choice, Problem, Start
from generator.search.problem import SHARED

T = TypeVar("T")

GOALS = (
    "letters",
    "certainty",
    "number",
    "notice",
    "parts",
    "tiers",
    "critical",
    "exposure",
    "settings",
    "cities",
    "cost",
    "pattern",
)
"""The planner's goals, in its usual order."""

OF_THE_DAY = ("notice", "critical", "pattern")
OF_THE_CHOICE = ("certainty", "number", "parts", "tiers", "exposure")


def small(seed: int) -> Problem:
    """Few choices with few starts, and any limit or goal that there can be."""
    return Small(seed).problem()


class Small:
    """One small problem: everything is drawn from narrow ranges, so that much is equal and much is in the way."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.roles = ["a", "b", "c", "d"][: self.dice.randint(1, 4)]
        self.count = self.dice.randint(3, 6)
        self.days = self.dice.choice((15, 40, 120))
        self.worths = self.dice.choice(((0, 1), (-1, 1), (-2, 5), (0, 40)))
        self.caps = [f"cap-{number}" for number in range(self.one(0, 0, 1, 2))]
        self.copied = self.one(0, 0, 0.4, 0.8)
        self.places = [self.dice.randint(0, 3) for _ in range(self.dice.randint(0, 3))]

    def one(self, *values: T) -> T:
        return self.dice.choice(values)

    def problem(self) -> Problem:
        """Choices, limits and goals."""
        return Problem(
            choices=self.choices(),
            goals=self.goals(),
            caps=tuple(Cap(cap, self.one(-1, 0, 1, 1, 2, 2, 3, 5)) for cap in self.caps),
            places=tuple(self.places),
            held=tuple(self.bits() for _ in range(self.one(0, 0, 1, 2))),
            visited=frozenset(self.one((), (), ("x",), ("x", "z"))),
            seen=frozenset(self.one((), (), ("ward",))),
            trip=self.one(0, 1, 3, 10),
            budget=self.one(None, None, -1, 0, 5, 10, 15, 25),
        )

    def goals(self) -> tuple[str, ...]:
        """The usual order, or some goals in any order."""
        if self.dice.random() < 0.3:
            return GOALS
        goals = self.dice.sample(GOALS, self.dice.randint(1, len(GOALS)))
        return tuple(sorted(goals, key=SHARED.__contains__, reverse=True) if self.dice.random() < 0.3 else goals)

    def choices(self) -> tuple[Choice, ...]:
        """Choices of their own, and some that are another one but for a thing or two."""
        made: list[Choice] = []
        for number in range(self.count):
            other = self.choice(number)
            made.append(self.copy(self.one(*made), other) if made and self.dice.random() < self.copied else other)
        return tuple(made)

    def copy(self, choice: Choice, other: Choice) -> Choice:
        """The first choice with some of what the other has."""
        names = self.dice.sample(
            ("offer", "role", "cost", "worth", "city", "setting", "letter"), self.dice.randint(0, 3)
        )
        return replace(choice, id=other.id, **{name: getattr(other, name) for name in names})

    def choice(self, number: int) -> Choice:
        """A choice; some offers can play several roles."""
        return Choice(
            id=f"choice-{number}",
            offer=f"offer-{self.dice.randrange(self.count)}" if self.dice.random() < 0.5 else f"own-{number}",
            role=self.one(*self.roles),
            starts=tuple(self.start() for _ in range(self.one(0, 1, 1, 2, 2, 2, 3, 3))),
            letter=self.bits(),
            worth=self.worth(OF_THE_CHOICE),
            city=self.one("", "x", "x", "y", "y", "z"),
            setting=self.one("", "ward", "clinic", "clinic"),
            cost=self.one(0, 0, 1, 4, 5, 9),
            uses={cap: self.one(0, 1, 1, 2) for cap in self.caps if self.dice.random() < 0.8},
        )

    def start(self) -> Start:
        """Some days, often next to or on others."""
        first = self.dice.randrange(self.days)
        return Start(first, first + self.one(0, 4, 9, 27), self.worth(OF_THE_DAY))

    def bits(self) -> int:
        """The places that a letter can fill; none, often."""
        return self.dice.randrange(1 << len(self.places)) if self.dice.random() < 0.8 else 0

    def worth(self, goals: Sequence[str]) -> Mapping[str, int]:
        """An amount for some of the goals."""
        return {goal: self.dice.randint(*self.worths) for goal in goals if self.dice.random() < 0.7}


def shuffled(problem: Problem, seed: int) -> Problem:
    """The same problem with choices, starts and caps in another order."""
    dice = random.Random(seed)

    def mixed(values: Sequence[T]) -> tuple[T, ...]:
        return tuple(dice.sample(values, len(values)))

    choices = (replace(choice, starts=mixed(choice.starts)) for choice in problem.choices)
    return replace(problem, choices=mixed(tuple(choices)), caps=mixed(problem.caps))
