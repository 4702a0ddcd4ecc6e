"""A combined program and its host, as editors write them in one file each."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, PrivateAttr, model_validator

from generator.catalog.entry import Confidence, Entry, Sources
from generator.catalog.known import Count, Fact, Page, Phrase, YesNo
from generator.reading import Id, Line, Maybe, Model, Words, mistake

AsOf = Annotated[Maybe[int], Field(description="Year that the source speaks of; unknown if undated.")]
How = Annotated[Confidence, Field(description="agreed: several sources; single: one; inferred: worked out.")]
Months = tuple[Annotated[int, Field(ge=1, le=12)], ...]
Region = Literal["northeast", "south", "midwest", "west"]


class Setting(Model):
    """A unit, clinic or elective with a name, where both specialties meet."""

    name: Words = Field(description="Its name, as the host uses it.")
    what: Words = Field(description="What it is, and whether visitors may go there.")
    type: Id | None = Field(default=None, description="Rotation type, if it is an elective that visitors may ask for.")
    open_to_visitors: Maybe[bool] = Field(default=None, description="Whether visitors may go; left out if not said.")
    as_of: AsOf
    confidence: How
    sources: Sources


class VisitingRoute(Model):
    """One way for a visiting student to get an elective at this host."""

    route: Maybe[Literal["visiting-service", "own-form", "military"]] = Field(
        description="visiting-service (VSLO), own-form (papers to the host), military or unknown."
    )
    international_schools: Maybe[Literal[True, False, "partners-only", "some-departments"]] = Field(
        description="Whether it takes students of schools abroad."
    )
    us_citizens_abroad: Maybe[Literal["accepted", "refused", "by-school"]] = Field(
        description="US citizens at schools abroad; by-school: only the school counts."
    )
    partner_schools: tuple[Words, ...] = Field(
        default=(), description="Schools with an agreement, as the page names them."
    )
    rule: Words = Field(description="The host's rule in our words.")
    ask: Words = Field(description="The one question that settles what is unclear, ready to send.")
    fee: Count = Field(description="What the host charges for it, in US dollars.")
    lead_weeks: Count = Field(description="Weeks before the first day by which papers must be in.")
    most_electives: Count = Field(description="Most electives that one visitor gets.")
    must_be_student: YesNo = Field(description="Whether one must still be enrolled when it ends.")
    step_1_first: Maybe[bool] = Field(default=None, description="true if one must have passed Step 1 to apply.")
    blocks: Phrase = Field(description="The host's own calendar of blocks, in words.")
    months: Months = Field(default=(), description="Months in which visitors' blocks begin; none if not known.")
    as_of: AsOf
    confidence: How
    sources: Sources


def _each_way_once(ways: tuple[VisitingRoute, ...]) -> tuple[VisitingRoute, ...]:
    routes = [way.route for way in ways]
    for number, route in enumerate(routes):
        if route in routes[:number]:
            raise mistake("a second route of the same kind", "join the two into one", at=[number, "route"])
    return ways


Visiting = Annotated[
    tuple[VisitingRoute, ...],
    AfterValidator(_each_way_once),
    Field(min_length=1, description="Routes for visitors, best first; each kind once."),
]
Names = Annotated[tuple[Line, ...], Field(description="Other names by which a profile may mean it.")]


class Contact(Model):
    """Whether to write to faculty before applying for an elective."""

    approach_faculty: Maybe[bool] = Field(description="false if the host asks not to.")
    rule: Words | None = Field(default=None, description="The host's wish in our words.")
    ask: Words | None = Field(default=None, description="The question that settles it, ready to send.")
    as_of: AsOf
    confidence: How
    sources: Sources

    @model_validator(mode="after")
    def _says_why_or_asks(self) -> Self:
        if self.approach_faculty is None and self.ask is None:
            raise mistake("nothing is known about writing to faculty, and no question settles it", "add ask")
        if self.approach_faculty is not None and self.rule is None:
            raise mistake("a host's wish about faculty needs its rule", "add rule")
        return self


Office = Annotated[Phrase, Field(description="The office that answers visitors, as its page names it.")]
Email = Annotated[Phrase, Field(description="Address of that office, never of a person.")]


class Statement(Model):
    """Something a parent department says to its own applicants."""

    about: Literal["letters", "img", "signals", "dates"] = Field(description="What it is about.")
    what: Words = Field(description="What is said, in our own words.")
    as_of: AsOf
    confidence: How
    sources: Sources


class Siblings(Model):
    """What the categorical programs of the same institution say."""

    medicine: tuple[Statement, ...] = Field(default=(), description="Internal medicine.")
    psychiatry: tuple[Statement, ...] = Field(default=(), description="Psychiatry.")


class Hospital(Entry):
    """A hospital or school with its names and where it lies."""

    name: Words = Field(description="Short name, as the guide uses it.")
    sponsor: Words = Field(description="The institution in full.")
    names: Names = ()
    city: Words = Field(description="City.")
    state: Line = Field(pattern="^[A-Z]{2}$", description="State, as two capital letters.")
    _own: frozenset[str] = PrivateAttr(default=frozenset())

    @property
    def own(self) -> frozenset[str]:
        """What of it is a person's own entry: names of fields of the profile's `hosts`; `host` where all of it is."""
        return self._own

    @property
    def called(self) -> tuple[str, ...]:
        """Every name by which a profile may mean it."""
        return (self.id, self.name, self.sponsor, *self.names)

    def entered(self, said: Mapping[str, object], *, own: Iterable[str]) -> Self:
        """The same host with what a person says of it."""
        mine = self.model_copy(update=dict(said))
        mine._own = frozenset(own)
        return mine


class Program(Hospital):
    """`data/programs/<id>.yml`: one combined program and its host."""

    region: Region = Field(description="Region of the US Census Bureau.")
    military: bool = Field(description="true if places go through military selection.")
    nrmp_code: Phrase = Field(description="Code on the rank list.")
    acgme_id: Phrase = Field(description="Number in ACGME's and FREIDA's lists, in quotes.")
    seats: Count = Field(description="Places a year.")
    founded: Fact = Field(description="Year of the first class, or words where pages differ.")
    page: Page = Field(description="The program's own page.")
    recruiting: Phrase = Field(description="Where it was last seen listed.")
    settings: tuple[Setting, ...] = Field(default=(), description="Units, clinics and electives with a name.")
    visiting: Visiting
    contact: Contact = Field(description="Whether to write to faculty first.")
    office: Office
    email: Email
    letters: Phrase = Field(description="Letters that the residency asks for.")
    img_statement: Phrase = Field(description="What it says to graduates of schools abroad.")
    application_dates: Phrase = Field(description="When it takes applications.")
    signals: Phrase = Field(description="What it says about signals.")
    img_residents: Phrase = Field(description="Graduates of schools abroad among its residents now.")
    siblings: Siblings = Field(default=Siblings(), description="Its parent departments.")
    requirements: tuple[Id, ...] = Field(default=(), description="Papers that the host asks for: ids of documents.yml.")
    notes: Words | None = Field(default=None, description="What else a reader should know.")

    @model_validator(mode="after")
    def _civilians_have_a_code(self) -> Self:
        if self.military and self.nrmp_code.value is not None:
            raise mistake(
                f"{self.id} is military and has an NRMP code", "military places are not in the civilian Match"
            )
        return self
