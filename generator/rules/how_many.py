"""How many rotations, and how each clause of the test stands."""

from collections.abc import Sequence
from typing import Protocol

from generator.conditions import Answers
from generator.plan import Clause, Count, Decision
from generator.tables import Row, decide


class Tested(Protocol):
    """A clause as an editor writes it: an id and the fact that it asks for."""

    @property
    def id(self) -> str:
        """Its name."""

    @property
    def fact(self) -> str:
        """The fact that must hold."""


def how_many(rows: Sequence[Row[Count]], answers: Answers) -> Decision[Count]:
    """The number of rotations by the first row that applies."""
    return decide("how-many", rows, answers)


def judged(clauses: Sequence[Tested], answers: Answers) -> tuple[Clause, ...]:
    """Each clause with whether it is met."""
    return tuple(Clause(clause.id, clause.fact, answers[clause.fact]) for clause in clauses)
