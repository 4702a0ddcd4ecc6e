"""Random problems such as the planner puts: offers and hosts over a year and more, for up to four parts of a plan."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from generator.search import Cap, Choice, Problem, Start
from oracles.random_problems import GOALS

T = TypeVar("T")

TODAY = date(2026, 11, 23).toordinal()  # a Monday
BLOCK, WEEK, MONTH = 28, 7, 30
USUAL_LEAD, SHORT_LEAD = 18, 8

LETTERS = {"medicine": 0b101, "psychiatry": 0b110, "combined": 0b111, "consults": 0b010}
"""The places (medicine, psychiatry, a third) that the letter of a part can fill."""
PLACES = (3, 3, 1)
PARTS = {"medicine": 6, "psychiatry": 5, "combined": 8, "consults": 2}
CERTAINTY = {"offered": 64, "open": 16, "ask": 4, "slot": 1}
SETTINGS = ("university", "community", "veterans", "county", "")

ORDERS: Mapping[str, tuple[str, ...]] = {
    "letters": GOALS,
    "cost": ("number", "letters", "cost", "cities", "certainty", "notice", "parts", "critical", "pattern"),
    "integrated": ("parts", "number", "letters", "certainty", "notice", "settings", "critical", "tiers", "pattern"),
}
"""Goals in the order of the three plans that a person is offered."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What sets one sort of problem apart from the usual one."""

    weeks: tuple[int, int] = (1, 30)
    fixed: float = 0.4
    first: tuple[int, int] = (0, 52)
    parts: tuple[int, int] = (1, 3)
    cities: int = 15
    cap: tuple[int, int] = (2, 4)
    alike: bool = False
    budget: tuple[int, ...] = (0, 0, 6_000, 9_000, 14_000)
    orders: tuple[str, ...] = ("letters", "letters", "cost", "integrated")


KINDS: Mapping[str, Kind] = {
    "usual": Kind(),
    "same-but-cost": Kind(alike=True, weeks=(12, 12), fixed=0, first=(10, 10)),
    "all-overlap": Kind(weeks=(1, 3), fixed=0.5, first=(20, 21)),
    "all-conflict": Kind(cap=(1, 1)),
    "narrow-windows": Kind(weeks=(2, 2), fixed=0),
    "many-parts": Kind(parts=(3, 4), weeks=(10, 40), fixed=0),
    "one-city": Kind(cities=1),
    "own-cities": Kind(cities=200),
    "tight-budget": Kind(budget=(4_000, 5_000, 7_000)),
    "wide-windows": Kind(weeks=(40, 60), fixed=0, first=(0, 8)),
}
"""Sorts of problems, the usual one and nasty ones."""


def realistic(seed: int, offers: int, kind: str = "usual") -> Problem:
    """Offers, each for one part or several, with their days, limits and the goals of one of the plans."""
    return Realistic(seed, KINDS[kind]).problem(offers)


def blocks(seed: int, *, offers: int, count: int) -> Problem:
    """Offers that are all open in each of so many blocks, one after another."""
    return Realistic(seed, Kind(weeks=(count, count), fixed=0, first=(0, 0)), step=BLOCK).problem(offers)


class Realistic:
    """One person's year, drawn by a seed."""

    def __init__(self, seed: int, kind: Kind, *, step: int = WEEK) -> None:
        self.dice = random.Random(seed)
        self.kind, self.step = kind, step
        self.span = self.dice.randint(52, 78)
        self.months = {part: self.dice.randrange(self.span) * WEEK // MONTH for part in PARTS}
        self.late = TODAY + self.span * WEEK

    def one(self, *values: T) -> T:
        return self.dice.choice(values)

    def problem(self, offers: int) -> Problem:
        """Everything together."""
        budget = self.one(*self.kind.budget)
        return Problem(
            choices=tuple(choice for number in range(offers) for choice in self.offer(number)),
            goals=ORDERS[self.one(*self.kind.orders)],
            caps=(
                Cap("electives", self.dice.randint(*self.kind.cap)),
                *(Cap(f"host-{n}", 2) for n in range(offers // 3)),
            ),
            places=PLACES,
            held=self.one((), (), (LETTERS["medicine"],), (LETTERS["psychiatry"], 0b100)),
            visited=frozenset(self.one((), ("city-1",))),
            seen=frozenset(self.one((), ("community",))),
            trip=self.one(250, 400, 600),
            budget=budget or None,
        )

    def offer(self, number: int) -> Iterator[Choice]:
        """One offer, as a choice for each part that it can play."""
        certainty = "ask" if self.kind.alike else self.one("offered", "offered", "open", "ask", "ask", "slot")
        starts = self.days(certainty)
        offer = Choice(
            id=f"{number}",
            offer=f"offer-{number}",
            role="",
            starts=(),
            worth={"certainty": CERTAINTY[certainty], "number": 1, **self.merits()},
            city="" if certainty == "slot" else f"city-{self.dice.randrange(self.kind.cities)}",
            setting="university" if self.kind.alike else self.one(*SETTINGS),
            cost=self.dice.randrange(600, 4_000, 25),
            uses={"electives": 1, f"host-{number // 3}": 1},
        )
        for part in self.parts():
            yield self.playing(part, offer, starts)

    def playing(self, part: str, offer: Choice, firsts: Sequence[int]) -> Choice:
        """An offer in one of its parts."""
        return replace(
            offer,
            id=f"{offer.id}-{part}",
            role=part,
            starts=tuple(self.start(first, part) for first in firsts),
            letter=LETTERS[part],
            worth={**offer.worth, "parts": PARTS[part]},
        )

    def parts(self) -> list[str]:
        """The parts that an offer can play."""
        return list(PARTS) if self.kind.alike else self.dice.sample(list(PARTS), self.dice.randint(*self.kind.parts))

    def merits(self) -> Mapping[str, int]:
        """What a place is worth by itself."""
        if self.kind.alike:
            return {"tiers": 2, "exposure": 3}
        return {"tiers": self.dice.randint(0, 3), "exposure": self.one(0, 0, 0, *range(1, 9))}

    def days(self, certainty: str) -> list[int]:
        """The first days, in time to be asked for and to end."""
        lead = 0 if certainty == "offered" else self.one(SHORT_LEAD, USUAL_LEAD, 26)
        first = TODAY + WEEK * max(lead, self.dice.randint(*self.kind.first))
        fixed = self.dice.random() < self.kind.fixed
        count = 1 if fixed else self.dice.randint(*self.kind.weeks)
        shift = self.dice.randrange(WEEK) if fixed and certainty == "offered" else 0
        days = (first + shift + self.step * turn for turn in range(count))
        return [day for day in days if self.step == BLOCK or day + BLOCK <= self.late]

    def start(self, first: int, part: str) -> Start:
        """A block that begins on a day, and how well that suits the pattern of the plan."""
        weeks = (first - (TODAY + self.months[part] * MONTH)) // WEEK
        letter = part in ("medicine", "psychiatry")
        return Start(
            first,
            first + BLOCK - 1,
            {
                "notice": int(first >= TODAY + USUAL_LEAD * WEEK),
                "critical": -max(weeks, 0) if letter else 0,
                "pattern": -(weeks**2),
            },
        )
