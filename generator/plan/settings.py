"""The numbers and lists of the field, as editors set them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from generator.prose import Prose


@dataclass(frozen=True)
class Specialty:
    """A specialty whose letters and experience decide."""

    id: str
    name: Prose
    writer: Prose


@dataclass(frozen=True)
class Field:
    """A field of medicine: the specialties that work in it counts for, and the part that a rotation in it plays."""

    id: str
    name: Prose
    counts_for: tuple[str, ...]
    part: str


@dataclass(frozen=True)
class Role:
    """A part that a rotation can play in the plan; `months` are those of the pattern to follow, 1 to 12.

    One that is `wanted` is for a program that the applicant wants.
    """

    id: str
    name: Prose
    goal: Prose
    months: tuple[int, ...]
    specialty: str
    wanted: bool
    sources: tuple[str, ...]


@dataclass(frozen=True)
class RotationType:
    """A kind of rotation, its tier, and the roles that it can fill; `request` names it in a message."""

    id: str
    request: Prose
    name: Prose
    tier: str
    field: str
    hands_on: bool
    fills: tuple[str, ...]
    why: Prose
    titles: Prose
    when: tuple[str, ...]
    unless: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Tier:
    """How much a kind of rotation is worth."""

    id: str
    name: Prose
    meaning: Prose


@dataclass(frozen=True)
class Calendar:
    """Lengths and leads of the schedule, in days unless the name says weeks or months.

    `ask_first_day` and `ask_last_day` count from 1 within a block of `block_days`.
    """

    block_days: int
    usual_lead_weeks: int
    short_lead_weeks: int
    inquiry_first_months: int
    inquiry_last_months: int
    letter_days_after_block: int
    upload_days_before_review: int
    exam_days_before: int
    ask_first_day: int
    ask_last_day: int
    reminder_days: int
    score_weeks: int
    answer_days: int
    withdraw_weeks: int
    sources: tuple[str, ...]


@dataclass(frozen=True)
class ListRule:
    """How many programs: a number, or all, in-regions or listed, which is then counted."""

    low: int | Literal["all", "in-regions", "listed"]
    high: int | Literal["all", "in-regions", "listed"]


@dataclass(frozen=True)
class Settings:
    """All of it."""

    specialties: tuple[Specialty, ...]
    fields: Mapping[str, Field]
    states: Mapping[str, Prose]
    regions: Mapping[str, str]
    roles: tuple[Role, ...]
    tiers: tuple[Tier, ...]
    types: tuple[RotationType, ...]
    calendar: Calendar
    strong_from: int
    borderline_below: int
    very_low_below: int
    letters_per_program: int
    old_after_years: int

    @property
    def specialty_ids(self) -> tuple[str, ...]:
        """The ids of the specialties, in order."""
        return tuple(specialty.id for specialty in self.specialties)

    def listed(self, name: str) -> tuple[str, ...]:
        """The ids of a list that facts are told for: specialties or states; nothing for no name."""
        lists = {"specialties": self.specialty_ids, "states": tuple(self.states)}
        return lists.get(name, ())

    def counts_for(self, field: str) -> tuple[str, ...]:
        """The specialties that work in a field counts for; none for a field outside the list."""
        found = self.fields.get(field)
        return found.counts_for if found else ()

    def part_of(self, field: str) -> str:
        """The part that a rotation in a field plays; empty for none."""
        found = self.fields.get(field)
        return found.part if found else ""

    @property
    def watching_types(self) -> frozenset[str]:
        """The rotation types in which one watches and does not treat."""
        return frozenset(kind.id for kind in self.types if not kind.hands_on)

    def role(self, role: str) -> Role:
        """A role by its id."""
        return next(found for found in self.roles if found.id == role)
