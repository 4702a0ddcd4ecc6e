"""Which parts the rotations play."""

from collections.abc import Mapping, Sequence, Set
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


def kept(
    wanted: Sequence[str], parts: Mix, *, number: int, specialties: Mapping[str, str], covered: Set[str]
) -> tuple[str, ...]:
    """The parts to keep when only some fit: by weight, but first one for each specialty without a letter or block."""
    chosen: list[str] = []
    left = [part for part in parts.keep if part in wanted]
    for _ in range(min(number, len(left))):
        spoken_for = {*covered, *(specialties[part] for part in chosen)}
        part = next((part for part in left if specialties[part] not in spoken_for), left[0])
        left.remove(part)
        chosen.append(part)
    return tuple(part for part in wanted if part in chosen)
