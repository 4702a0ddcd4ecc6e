"""The decision tables in `content/rules/`, as editors write them."""

from typing import Annotated, Literal

from pydantic import Field

from generator.catalog.entry import Conditional, Entry, Sources
from generator.catalog.known import EachOnce
from generator.catalog.letter_sets import BlockWriter, LetterApplication, LetterForm
from generator.plan import Count, Mix
from generator.reading import Id, Line, Model, Words


class Settled(Model):
    """How one contradiction of the article is settled, said once."""

    conflict: Annotated[Id, Field(description="Id of the contradiction in the list of the article's points.")]
    how: Annotated[Words, Field(description="The rule, in one sentence.")]


class Tested(Entry):
    """A clause or a reason: a fact that the page shows as met, not met or unknown."""

    fact: Id
    name: Words


class CountRow(Conditional):
    """A row that decides a number of rotations."""

    value: Count
    because: Words


class HowMany(Model):
    """`rules/how-many.yml`."""

    id: Id
    question: Words
    settles: tuple[Settled, ...]
    rows: Annotated[tuple[CountRow, ...], Field(min_length=1)]
    clauses: tuple[Tested, ...]
    reasons: tuple[Tested, ...]


class MixRow(Conditional):
    """A row that decides the parts, for certain numbers of rotations."""

    numbers: tuple[int, ...]
    value: Mix
    because: Words


class MixTable(Model):
    """`rules/mix.yml`."""

    id: Id
    question: Words
    settles: tuple[Settled, ...]
    rows: Annotated[tuple[MixRow, ...], Field(min_length=1)]


class VerdictRow(Conditional):
    """A row that decides whether a way in is open, to be asked about, or closed."""

    value: Literal["open", "ask", "closed"]
    because: Words


class Gift(Model):
    """Whether a way in gives something."""

    value: Literal["yes", "sometimes", "no"]
    words: Annotated[Words, Field(description="A few words on when, or why not.")]
    sources: Sources


class Route(Entry):
    """One way into an American hospital."""

    name: Words
    what: Words
    gives: Words
    letter: Annotated[Gift, Field(description="A letter of recommendation.")]
    hands_on: Annotated[Gift, Field(description="Work with patients.")]
    credit: Annotated[Gift, Field(description="Credit at one's own school.")]
    steps: tuple[Words, ...]
    beware: Words | None = None
    rows: Annotated[tuple[VerdictRow, ...], Field(min_length=1)]


class Routes(Model):
    """`rules/routes.yml`."""

    id: Id
    question: Words
    settles: tuple[Settled, ...] = ()
    routes: tuple[Route, ...]


class Reason(Entry):
    """Why an outcome came out; blanks in braces are filled with what the rule found."""

    because: Words


class Outcomes(Model):
    """A table of reasons, one for each outcome of a computed decision."""

    id: Id
    question: Words
    settles: tuple[Settled, ...] = ()
    outcomes: tuple[Reason, ...]

    def reason(self, outcome: str) -> "Reason":
        """The reason of an outcome; the catalog's check sees to it that each is there."""
        return next(reason for reason in self.outcomes if reason.id == outcome)


class ScheduleTable(Outcomes):
    """`rules/schedule.yml`."""

    broken: Annotated[tuple[Reason, ...], EachOnce, Field(description="What of the usual year may not be kept.")]


class Slot(Entry):
    """A letter that an application needs."""

    name: Words
    specialty: Line | Literal[""] = ""


class Refusal(Reason):
    """Why a letter does not count as a strong American one."""

    spare: Annotated[
        bool, Field(description="true if such a letter, once promised, may still fill a place that is not needed.")
    ] = False


class LetterTable(Outcomes):
    """`rules/letters.yml`."""

    slots: tuple[Slot, ...]
    applications: Annotated[
        tuple[LetterApplication, ...],
        EachOnce,
        Field(min_length=1, description="The set for each kind of application."),
    ]
    forms: Annotated[tuple[LetterForm, ...], EachOnce, Field(description="Standardized forms for letters.")]
    block_writer: BlockWriter
    refused: Annotated[tuple[Refusal, ...], Field(description="Why a letter does not count.")]
    timing: Annotated[tuple[Reason, ...], Field(description="What the dates of a block's letter say.")]


class CostTable(Outcomes):
    """`rules/costs.yml`."""

    apply_factor_low: int
    apply_factor_high: int
