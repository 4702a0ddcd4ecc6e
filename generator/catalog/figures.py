"""Dated figures for running text, and the limits that states and schools set."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from generator.catalog.entry import Entry
from generator.catalog.known import EachOnce, one_of_two
from generator.catalog.program import AsOf, How
from generator.reading import Line, Model, Words


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


class StateRule(Entry):
    """A limit that a state sets."""

    state: Line = Field(pattern="^[A-Z]{2}$", description="State, as two capital letters.")
    name: Words = Field(description="State and subject.")
    about: Literal["train", "rotate", "license"] = Field(
        description="train: residency there; rotate: electives there; license: a license later."
    )
    rule: Words = Field(description="The rule in our words.")
    ask: Words = Field(description="The question for the state's board, ready to send.")
    as_of: AsOf
    confidence: How


class StatesFile(Model):
    """`data/states.yml`."""

    states: Annotated[tuple[StateRule, ...], EachOnce] = Field(description="Every rule found.")


class SchoolRule(Entry):
    """Limits that a school abroad sets for its own students."""

    name: Words = Field(description="The school.")
    rule: Words = Field(description="Its rules in our words.")
    ask: Words = Field(description="The question for its clinical office, ready to send.")
    as_of: AsOf
    confidence: How


class SchoolsFile(Model):
    """`data/schools.yml`."""

    schools: Annotated[tuple[SchoolRule, ...], EachOnce] = Field(description="Every school found.")
