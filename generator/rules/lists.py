"""How many programs of each kind, and whether to name divisions: the first row that applies."""

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from generator.conditions import Answers
from generator.plan import Decision, ListRule
from generator.tables import Row, decide

Value = TypeVar("Value")


class Kind(Protocol):
    """A kind of program, as an editor writes it."""

    @property
    def id(self) -> str:
        """Its name."""

    @property
    def rows(self) -> Sequence[Row[ListRule]]:
        """The rows that decide how many."""


Numbers = tuple[tuple[str, Decision[ListRule]], ...]


def numbers(table: str, kinds: Iterable[Kind], answers: Answers) -> Numbers:
    """Of each kind, by its id, how many."""
    return tuple((kind.id, decide(f"{table}-{kind.id}", kind.rows, answers)) for kind in kinds)


def preference(table: str, rows: Sequence[Row[Value]], answers: Answers) -> Decision[Value]:
    """Whether to name divisions."""
    return decide(f"{table}-preferences", rows, answers)
