"""Where to apply: how many programs of each kind, what they cost, which signals and divisions."""

from dataclasses import dataclass
from typing import Literal

from generator.plan.decision import Decision
from generator.plan.money import Money
from generator.plan.world import Allowance
from generator.prose import Prose

Preference = Literal["sent", "name", "leave-out"]


@dataclass(frozen=True)
class ListCount:
    """How many programs, from least to most."""

    low: int
    high: int


@dataclass(frozen=True)
class Listed:
    """A place that stands on the list by name, and why; `host_id` is empty where only the applicant names it."""

    host_id: str
    name: str
    why: str
    because: Prose
    sources: tuple[str, ...]


@dataclass(frozen=True)
class ListKind:
    """A kind of program on the list; one that is counted `within` others has no fees of its own."""

    id: str
    name: Prose
    what: Prose
    count: Decision[ListCount]
    within: tuple[str, ...]
    fee: Money | None
    programs: tuple[Listed, ...]


@dataclass(frozen=True)
class Signal:
    """One signal, the program that it goes to, and why."""

    tier: str
    host_id: str
    name: str
    because: Prose
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Signals(Allowance):
    """The signals of one specialty: how many the season gives, where they go, and how many are left."""

    assigned: tuple[Signal, ...]
    left: int

    @property
    def number(self) -> int:
        """How many there are in all."""
        return sum(tier.number for tier in self.tiers)


@dataclass(frozen=True)
class Division:
    """A division of the country, how many combined programs of the list lie in it, and whether to name it."""

    id: str
    name: Prose
    programs: int
    named: bool


@dataclass(frozen=True)
class Application:
    """The whole list; `open` says whether signals and divisions can still be chosen."""

    kinds: tuple[ListKind, ...]
    left_out: tuple[Listed, ...]
    others: tuple[str, ...]
    fees: Money
    signals: tuple[Signals, ...]
    preference: Decision[Preference]
    divisions: tuple[Division, ...]
    open: bool
