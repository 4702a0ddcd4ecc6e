"""The table that says whether a host will have this person, as editors write it."""

from typing import Annotated, Literal

from pydantic import Field

from generator.catalog.entry import Conditional
from generator.catalog.tables import Settled
from generator.reading import Id, Model, Words

Verdict = Literal["open", "ask", "partner-schools-only", "not-for-graduates", "closed"]
Three = tuple[Literal[True, False, "unknown"], ...]


class HostLimits(Model):
    """Which hosts a row is for: of each property the values that it may have; none named, any."""

    said: Annotated[
        tuple[Literal["yes", "no", "nothing"], ...],
        Field(description="What the host has told this person: an offer or a booking is a yes."),
    ] = ()
    route: tuple[Literal["visiting-service", "own-form", "military", "unknown"], ...] = ()
    international_schools: tuple[Literal[True, False, "partners-only", "some-departments", "unknown"], ...] = ()
    us_citizens_abroad: tuple[Literal["accepted", "refused", "by-school", "unknown"], ...] = ()
    partner: Annotated[Three, Field(description="Whether the person's school is one of its partners.")] = ()
    must_be_student: Three = ()
    step_1_first: Three = ()
    dated: Annotated[tuple[bool, ...], Field(description="Whether the host's rule bears a year.")] = ()

    def named(self) -> dict[str, tuple[object, ...]]:
        """The properties that are limited, with the values that they may have."""
        return {name: allowed for name, allowed in self if allowed}


class HostRow(Conditional):
    """A row that decides how a host stands; it is for those hosts that fit `host`."""

    value: Verdict
    because: Words
    host: HostLimits = HostLimits()
    ask: Annotated[Words | None, Field(description="The question to send, in place of the host's own.")] = None
    asks: Annotated[bool, Field(description="false where no question is worth sending.")] = True


class Verdicts(Model):
    """`rules/verdicts.yml`."""

    id: Id
    question: Words
    settles: tuple[Settled, ...] = ()
    order: Annotated[
        tuple[Verdict, ...], Field(min_length=5, max_length=5, description="The best first; each verdict once.")
    ]
    old_after_years: Annotated[int, Field(ge=0, description="Years after which a host's rule is said to be old.")]
    ask: Annotated[Words, Field(description="The question for a host that the guide knows nothing of.")]
    hangs: Annotated[HostRow, Field(description="Instead of open, where an earlier row is not settled.")]
    rows: Annotated[tuple[HostRow, ...], Field(min_length=1)]

    def row(self, rule: str) -> HostRow:
        """The row that a decision names as its rule."""
        return next(row for row in (*self.rows, self.hangs) if rule == f"{self.id}: {row.id}")
