"""Dated figures for running text, and the limits that states and schools set."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from generator.catalog.entry import Entry
from generator.catalog.known import EachOnce, one_of_two
from generator.catalog.program import AsOf, How, Names
from generator.reading import Id, Line, Model, Words


class Figure(Entry):
    """A figure that the text quotes, or one that was looked for and not found."""

    value: Words | None = Field(default=None, description="The figure as a short phrase; left out if it was not found.")
    what: Words = Field(description="What it says, in one sentence with the size of the sample.")
    as_of: AsOf
    confidence: How
    caveat: Words | None = Field(default=None, description="Why to be careful with it.")
    find_out: Words | None = Field(
        default=None, description="The page or question that settles it, where no value was found."
    )

    @model_validator(mode="after")
    def _a_value_or_a_way_to_it(self) -> Self:
        one_of_two(self.value, self.find_out, names=("value", "find_out"))
        return self


class FiguresFile(Model):
    """`data/figures.yml`."""

    figures: Annotated[tuple[Figure, ...], EachOnce] = Field(description="Every figure, once.")


class StateLimits(Model):
    """What a state's rule says in figures, as far as it says it."""

    most_weeks: int | None = Field(default=None, ge=0, description="Most weeks of rotations there in all.")
    same_subject: bool = Field(default=False, description="true if the hospital must train residents in the subject.")


class StateRule(Entry):
    """A limit that a state sets."""

    state: Line = Field(pattern="^[A-Z]{2}$", description="State, as two capital letters.")
    name: Words = Field(description="State and subject.")
    about: Literal["train", "rotate", "license"] = Field(
        description="train: residency there; rotate: electives there; license: a license later."
    )
    rule: Words = Field(description="The rule in our words.")
    ask: Words = Field(description="The question for the state's board, ready to send.")
    limits: StateLimits = Field(default=StateLimits(), description="The same in figures, as far as it has any.")
    as_of: AsOf
    confidence: How


class StatesFile(Model):
    """`data/states.yml`."""

    states: Annotated[tuple[StateRule, ...], EachOnce] = Field(description="Every rule found.")


class WeeksBesides(Model):
    """A limit on electives outside one field."""

    field: Id = Field(description="The field that the limit does not touch.")
    weeks: int = Field(ge=0, description="Most weeks of electives in all other fields together.")


class SchoolLimits(Model):
    """What a school's rules say in figures, as far as they say it."""

    weeks_outside: int | None = Field(default=None, ge=0, description="Most weeks outside the school's own hospitals.")
    weeks_besides: WeeksBesides | None = Field(default=None, description="Most weeks of electives outside one field.")
    agreement_needed: bool | None = Field(default=None, description="true if it must sign an agreement first.")
    same_subject: bool = Field(default=False, description="true if the hospital must train residents in the subject.")
    visiting_service: bool | None = Field(default=None, description="Whether its students can use the service.")


class SchoolRule(Entry):
    """Limits that a school abroad sets for its own students."""

    name: Words = Field(description="The school.")
    names: Names = ()
    rule: Words = Field(description="Its rules in our words.")
    ask: Words = Field(description="The question for its clinical office, ready to send.")
    limits: SchoolLimits = Field(default=SchoolLimits(), description="The same in figures, as far as it has any.")
    as_of: AsOf
    confidence: How


class SchoolsFile(Model):
    """`data/schools.yml`."""

    schools: Annotated[tuple[SchoolRule, ...], EachOnce] = Field(description="Every school found.")
