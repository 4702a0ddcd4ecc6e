"""What editors know of the world, as the pure rooms see it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.prose import Prose

Certainty = Literal["official", "projected", "unknown"]
Confidence = Literal["agreed", "single", "inferred"]


@dataclass(frozen=True)
class Source:
    """Where a statement comes from; `as_of` is the year it speaks of, None where it bears no date."""

    id: str
    title: Prose
    short: Prose
    url: str
    kind: Literal["official", "secondary", "article", "own", "reader", "claim"]
    as_of: int | None
    checked: date
    confidence: Confidence


@dataclass(frozen=True)
class Milestone:
    """One date of a season; `day` is None where nothing is known, and `find_out` then says who knows.

    It does not concern those for whom a fact under `unless` is true.
    """

    id: str
    name: Prose
    day: date | None
    certainty: Certainty
    rule: Prose
    find_out: Prose
    sources: tuple[str, ...]
    unless: tuple[str, ...] = ()


@dataclass(frozen=True)
class SignalTier:
    """Signals of one sort, and how many there are."""

    id: str
    name: Prose
    one: Prose
    number: int


@dataclass(frozen=True)
class Allowance:
    """The signals that a season gives in one specialty; where it lists none, `find_out` says who knows."""

    specialty: str
    name: Prose
    tiers: tuple[SignalTier, ...]
    certainty: Certainty
    rule: Prose
    find_out: Prose
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Season:
    """The calendar of one Match, named by its year, and the signals that it gives."""

    year: int
    milestones: Mapping[str, Milestone]
    signals: tuple[Allowance, ...] = ()

    def day(self, milestone: str) -> date | None:
        """The day of a milestone, None where it is unknown; a milestone that no season has is an error."""
        return self.milestones[milestone].day

    @property
    def last_day(self) -> date:
        """The last day that is known of it; where none is, the end of its year."""
        known = [milestone.day for milestone in self.milestones.values() if milestone.day]
        return max(known, default=date(self.year, 12, 31))
