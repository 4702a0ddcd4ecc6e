"""A hospital or school that takes visitors, or says whom it does not take, and has no combined program."""

from pydantic import Field

from generator.catalog.known import Page
from generator.catalog.program import Contact, Email, Hospital, Office, Region, Visiting
from generator.reading import Maybe, Words


class Host(Hospital):
    """`data/hosts/<id>.yml`: a host without a combined program that states whom it takes."""

    region: Maybe[Region] = Field(description="Region of the US Census Bureau; unknown where a person names no state.")
    page: Page = Field(description="Its page for visitors.")
    visiting: Visiting
    contact: Contact = Field(description="Whether to write to faculty first.")
    office: Office
    email: Email
    notes: Words | None = Field(default=None, description="What else a reader should know.")
