"""The application list: how many programs of each kind, signals, and divisions to name, as editors write them."""

from typing import Annotated

from pydantic import Field

from generator.catalog.entry import Conditional, Sources
from generator.catalog.known import EachOnce
from generator.catalog.program import Region
from generator.catalog.tables import Reason, Settled
from generator.plan import ListRule
from generator.plan.application import Preference
from generator.reading import Id, Line, Model, Words


class NumberRow(Conditional):
    """A row that decides how many programs of a kind."""

    value: ListRule
    because: Words


class KindEntry(Model):
    """A kind of program on the list."""

    id: Id
    name: Words
    what: Words
    counted: Annotated[
        Words | None, Field(description="Its number in a sentence; {count} is filled in. None for one within others.")
    ] = None
    specialty: Annotated[Id | None, Field(description="The specialty of a categorical program.")] = None
    within: Annotated[
        tuple[Id, ...], Field(description="Kinds among which it is counted; it has no fees of its own.")
    ] = ()
    rows: Annotated[tuple[NumberRow, ...], Field(min_length=1)]


class SignalWords(Model):
    """Why signals go where they go, the first reason first, and what is said of the rest."""

    combined: Annotated[tuple[Reason, ...], EachOnce]
    departments: Annotated[tuple[Reason, ...], EachOnce]
    left: Words
    none_left: Words
    given: Annotated[Words, Field(description="The combined programs that get one; {names} is filled in.")]
    sent: Words
    sent_sources: Sources


class PreferenceRow(Conditional):
    """A row that decides whether to name divisions."""

    value: Preference
    because: Words


class Note(Conditional):
    """What else to mind, for those whom it concerns."""

    because: Words


class ApplicationList(Model):
    """`rules/application-list.yml`."""

    id: Id
    question: Words
    settles: tuple[Settled, ...] = ()
    kinds: Annotated[tuple[KindEntry, ...], EachOnce]
    listed: Annotated[tuple[Reason, ...], EachOnce, Field(description="Why a place is listed, the strongest first.")]
    left_out: Annotated[tuple[Reason, ...], EachOnce, Field(description="Why a combined program is not listed.")]
    signals: SignalWords
    preferences: Annotated[tuple[PreferenceRow, ...], Field(min_length=1)]
    notes: Annotated[tuple[Note, ...], EachOnce] = ()


class DivisionEntry(Model):
    """One of the nine divisions."""

    id: Id
    name: Words
    region: Region
    states: tuple[Annotated[Line, Field(pattern="^[A-Z]{2}$")], ...]


class DivisionsFile(Model):
    """`data/divisions.yml`."""

    most: Annotated[int, Field(ge=1, description="How many may be named.")]
    sources: Sources
    divisions: Annotated[tuple[DivisionEntry, ...], EachOnce]

    def of(self, state: str) -> DivisionEntry | None:
        """The division that a state lies in."""
        return next((one for one in self.divisions if state in one.states), None)
