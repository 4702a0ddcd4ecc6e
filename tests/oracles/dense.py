"""Random problems in which nearly everything is alike, so that much hangs on who takes what from whom."""

import random
from typing import TypeVar

from generator.search import Cap, Choice, Problem, Start

T = TypeVar("T")

ORDERS = (
    ("exposure",),
    ("certainty", "exposure"),
    ("certainty", "cities", "exposure"),
    ("certainty", "settings", "exposure"),
    ("certainty", "cost", "exposure"),
    ("letters", "cities", "exposure"),
    ("cities", "exposure"),
    ("exposure", "cities"),
    ("exposure", "cost"),
)


def dense(seed: int) -> Problem:
    """Six to ten choices with one start each, for two or three roles whose days are mostly apart."""
    return Dense(seed).problem()


class Dense:
    """One dense problem: how much is alike, and in what, is drawn first."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.roles = ("a", "b", "c")[: self.one(2, 3, 3)]
        self.offers = self.dice.randint(3, 6)
        self.clashes, self.shares = self.one(0.0, 0.2, 0.4), self.one(0.5, 0.7, 1.0)
        self.most, self.dearest = self.one(1, 3, 9), self.one(0, 0, 2)
        self.cities = self.one(("x",), ("x", "v"), ("x", "y", "v"))
        self.settings = self.one(("",), ("",), ("s",), ("s", "t", ""))
        self.certain = {role: self.one(0, 1) for role in self.roles}
        self.home = {role: self.one(*self.cities) for role in self.roles}
        self.loyal = self.one(0.0, 0.9)
        self.letters = self.one((0,), (1,), (1, 2, 3))

    def one(self, *values: T) -> T:
        return self.dice.choice(values)

    def problem(self) -> Problem:
        """The choices, and now and then a limit."""
        count = self.dice.randint(6, 10)
        return Problem(
            choices=tuple(self.choice(number) for number in range(count)),
            goals=self.one(*ORDERS),
            caps=self.one((), (), (), (Cap("all", 2),)),
            places=self.one((1, 1), (2, 1)),
            visited=frozenset({"v"}),
            trip=self.one(0, 0, 3),
            budget=self.one(None, None, None, 3, 5),
        )

    def choice(self, number: int) -> Choice:
        """A choice that differs from others of its role in little."""
        place = self.dice.randrange(len(self.roles))
        role = self.roles[place]
        month = self.dice.randrange(3) if self.dice.random() < self.clashes else place
        return Choice(
            id=f"choice-{number}",
            offer=f"offer-{self.dice.randrange(self.offers)}" if self.dice.random() < self.shares else f"own-{number}",
            role=role,
            starts=(Start(30 * month, 30 * month + 27),),
            letter=self.one(*self.letters),
            worth={"certainty": self.certain[role], "exposure": self.dice.randint(0, self.most)},
            city=self.home[role] if self.dice.random() < self.loyal else self.one(*self.cities),
            setting=self.one(*self.settings),
            cost=self.dice.randint(0, self.dearest),
            uses={"all": 1},
        )
