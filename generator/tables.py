"""The first row that applies decides; what can't be judged yet is reported, never guessed."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from generator.conditions import Answers, HasConditions, applies, named_facts, open_facts
from generator.plan.decision import Decision
from generator.prose import Prose

Value = TypeVar("Value", covariant=True)


class Row(HasConditions, Protocol[Value]):
    """One row of a table."""

    @property
    def id(self) -> str:
        """Its name within the table."""

    @property
    def value(self) -> Value:
        """What it decides."""

    @property
    def because(self) -> Prose:
        """Why, in words for the reader."""

    @property
    def sources(self) -> tuple[str, ...]:
        """What it rests on."""


Result = TypeVar("Result")


def decide(table: str, rows: Sequence[Row[Result]], answers: Answers) -> Decision[Result]:
    """The first row that applies; the last row has no conditions, so one always does."""
    unsettled: dict[str, None] = {}
    for row in rows:
        if applies(row, answers):
            break
        unsettled.update(dict.fromkeys(open_facts(row, answers)))
    return Decision(
        value=row.value,
        because=row.because,
        facts=named_facts(row),
        sources=row.sources,
        rule=f"{table}: {row.id}",
        unsettled=tuple(unsettled),
    )
