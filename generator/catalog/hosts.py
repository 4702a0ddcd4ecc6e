"""A hospital or school that takes visitors, or says whom it does not take, and has no combined program."""

from pydantic import Field

from generator.catalog.entry import Entry
from generator.catalog.program import Contact, Names, Region, Visiting
from generator.reading import Line, Words


class Host(Entry):
    """`data/hosts/<id>.yml`: a host without a combined program that states whom it takes."""

    name: Words = Field(description="Short name, as the guide uses it.")
    sponsor: Words = Field(description="The institution in full.")
    names: Names = ()
    city: Words = Field(description="City.")
    state: Line = Field(pattern="^[A-Z]{2}$", description="State, as two capital letters.")
    region: Region = Field(description="Region of the US Census Bureau.")
    visiting: Visiting
    contact: Contact = Field(description="Whether to write to faculty first.")
    notes: Words | None = Field(default=None, description="What else a reader should know.")
