"""The settings file, as editors write it, and the frozen settings that the pure rooms see."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from pydantic import Field as About

from generator.catalog.entry import Conditional, Sources
from generator.catalog.known import EachOnce
from generator.plan.settings import Calendar, Field, Role, RotationType, Settings, Specialty, Tier
from generator.reading import Id, Line, Model, Words


class SpecialtyEntry(Model):
    """A specialty whose letters and experience decide."""

    id: Id
    name: Words
    writer: Annotated[Words, About(description="Who writes its letters, like: an internist.")]


class FieldEntry(Model):
    """A field that a rotation, a letter or an experience can name."""

    id: Id
    name: Words
    counts_for: tuple[Id, ...]
    part: Annotated[Id | None, About(description="The part of the plan that a rotation in it plays.")] = None


class StateEntry(Model):
    """A state with a rule that the guide knows."""

    id: Line
    name: Words


class Bands(Model):
    """Lines through the Step 2 CK score, in points."""

    strong_from: int
    borderline_below: int
    very_low_below: int
    because: Words
    sources: Sources


class CalendarEntry(Model):
    """Lengths and leads; see the frozen `Calendar` for units."""

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
    because: Words
    sources: Sources


class Letters(Model):
    """How many letters a program takes."""

    per_program: int
    sources: Sources


class TierEntry(Model):
    """How much a kind of rotation is worth."""

    id: Id
    name: Words
    meaning: Words


class RoleEntry(Model):
    """A part of the plan."""

    id: Id
    name: Words
    goal: Words
    months: Annotated[
        tuple[Annotated[int, About(ge=1, le=12)], ...],
        About(min_length=1, description="Months of the pattern, 1 to 12, in the year before the Match."),
    ]
    specialty: Id
    wanted: Annotated[bool, About(description="true where it is for a program that the applicant wants.")] = False
    sources: Sources


class TypeEntry(Conditional):
    """A kind of rotation."""

    request: Annotated[Words, About(description="What a message calls it, like: medicine sub-internship.")]
    name: Words
    tier: Id
    field: Id
    hands_on: Annotated[bool, About(description="false where one watches and does not treat.")] = True
    fills: tuple[Id, ...]
    titles: Words
    why: Words


class SettingsFile(Model):
    """`data/settings.yml`."""

    specialties: Annotated[tuple[SpecialtyEntry, ...], EachOnce]
    fields: Annotated[tuple[FieldEntry, ...], EachOnce]
    states: Annotated[tuple[StateEntry, ...], EachOnce]
    regions: Annotated[Mapping[str, tuple[Line, ...]], About(description="States by region.")]
    bands: Bands
    calendar: CalendarEntry
    letters: Letters
    old_after_years: Annotated[int, About(description="Years after which a source counts as old.")]
    tiers: Annotated[tuple[TierEntry, ...], EachOnce]
    roles: Annotated[tuple[RoleEntry, ...], EachOnce]
    types: Annotated[tuple[TypeEntry, ...], EachOnce]


def settings_from(file: SettingsFile) -> Settings:
    """The frozen settings."""
    return Settings(
        specialties=tuple(Specialty(one.id, one.name, one.writer) for one in file.specialties),
        fields=MappingProxyType({one.id: _field(one) for one in file.fields}),
        states=MappingProxyType({one.id: one.name for one in file.states}),
        regions=MappingProxyType({state: region for region, states in file.regions.items() for state in states}),
        roles=tuple(Role(**one.model_dump()) for one in file.roles),
        tiers=tuple(Tier(one.id, one.name, one.meaning) for one in file.tiers),
        types=tuple(_type(one) for one in file.types),
        calendar=_calendar(file.calendar),
        strong_from=file.bands.strong_from,
        borderline_below=file.bands.borderline_below,
        very_low_below=file.bands.very_low_below,
        letters_per_program=file.letters.per_program,
        old_after_years=file.old_after_years,
    )


def _field(entry: FieldEntry) -> Field:
    return Field(entry.id, entry.name, entry.counts_for, entry.part or "")


def _type(entry: TypeEntry) -> RotationType:
    return RotationType(**entry.model_dump(exclude={"until", "when_any"}))


def _calendar(entry: CalendarEntry) -> Calendar:
    return Calendar(**entry.model_dump(exclude={"because"}))
