"""Which ways in are open."""

from collections.abc import Sequence
from typing import Protocol

from generator.conditions import Answers
from generator.plan import Decision
from generator.tables import Row, decide


class Way(Protocol):
    """A way in as an editor writes it."""

    @property
    def id(self) -> str:
        """Its name."""

    @property
    def rows(self) -> Sequence[Row[str]]:
        """When it is open, to be asked about, or closed."""


def routes(ways: Sequence[Way], answers: Answers) -> tuple[tuple[str, Decision[str]], ...]:
    """How each way in stands, by the first of its rows that applies."""
    return tuple((way.id, decide(way.id, way.rows, answers)) for way in ways)
