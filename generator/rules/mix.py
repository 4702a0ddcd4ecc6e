"""Which parts the rotations play."""

from collections.abc import Sequence
from typing import Protocol

from generator.conditions import Answers
from generator.plan import Decision, Mix
from generator.tables import Row, decide


class MixRow(Row[Mix], Protocol):
    """A row that holds for certain numbers of rotations."""

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers that it is for."""


def mix(rows: Sequence[MixRow], answers: Answers, *, number: int) -> Decision[Mix]:
    """The parts for this number of rotations."""
    return decide("mix", [row for row in rows if number in row.numbers], answers)
