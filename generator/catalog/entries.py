"""The words for what a person enters about hosts, as editors write them."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from generator.catalog.entry import Sources
from generator.prose import Prose, blanks
from generator.reading import Model, Words, mistake

YesOrNo = dict[Literal["yes", "no"], Words]


def _with(*names: str) -> AfterValidator:
    """The words have exactly these blanks, each in braces."""

    def checked(words: Prose) -> Prose:
        if blanks(words) != set(names):
            raise mistake(f"expected the blanks {', '.join(sorted(names))} in braces", "write each once")
        return words

    return AfterValidator(checked)


class Unknowns(Model):
    """How to settle what a person left out of a host that only they describe."""

    fee: Words
    lead_weeks: Words
    most_electives: Words
    must_be_student: Words
    blocks: Words
    office: Words
    email: Words
    page: Words


class EntriesFile(Model):
    """`data/entries.yml`."""

    dated: Annotated[Words, _with("day", "stated")]
    undated: Annotated[Words, _with("stated")]
    note: Annotated[Words, _with("where")]
    page: Annotated[Words, _with("page")]
    had: Annotated[Words, _with("rule")]
    route: dict[Literal["visiting-service", "own-form", "military"], Words]
    international_schools: dict[Literal["yes", "no", "partners-only", "some-departments"], Words]
    us_citizens_abroad: dict[Literal["accepted", "refused", "by-school"], Words]
    approach_faculty: YesOrNo
    recruiting: YesOrNo
    nothing: Annotated[Words, Field(description="The rule of a host that a person entered without any.")]
    ask: Annotated[Words, Field(description="The question to such a host that takes students of schools abroad.")]
    contact: Annotated[Words, Field(description="The question about faculty at such a host.")]
    unknown: Unknowns
    sources: Sources
