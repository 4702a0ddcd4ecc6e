"""Whether a host will have this person, route by route."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from generator.conditions import Answers
from generator.plan import Decision
from generator.tables import Row, decide


class Limits(Protocol):
    """Which hosts a row is for."""

    def named(self) -> Mapping[str, tuple[object, ...]]:
        """Properties of a host's route that are limited, with the values that they may have."""


class HostRow(Row[str], Protocol):
    """A row for the hosts that fit it."""

    @property
    def host(self) -> Limits:
        """The hosts that it is for."""


class Table(Protocol):
    """The table as an editor writes it."""

    @property
    def id(self) -> str:
        """Its name."""

    @property
    def rows(self) -> Sequence[HostRow]:
        """The rows; the last is for every host and everybody."""

    @property
    def hangs(self) -> HostRow:
        """What is said instead of open where an earlier row is unsettled."""


@dataclass(frozen=True)
class Way:
    """What a host states of one of its routes, and what it and the person's school have to do with each other.

    The names and values are those that rows limit. What is not stated is `unknown`; a rule without a year is not dated.
    """

    route: str = "unknown"
    international_schools: bool | str = "unknown"
    us_citizens_abroad: str = "unknown"
    must_be_student: bool | str = "unknown"
    step_1_first: bool | str = "unknown"
    partner: bool | str = "unknown"
    said: str = "nothing"
    dated: bool = False


def verdict(table: Table, way: Way, answers: Answers) -> Decision[str]:
    """How one route of a host stands; never open while a row above the one that says so is unsettled."""
    rows = [row for row in table.rows if fits(row, way)]
    decision = decide(table.id, rows, answers)
    if decision.value != "open" or not decision.unsettled:
        return decision
    return replace(decide(table.id, [table.hangs], answers), unsettled=decision.unsettled)


def fits(row: HostRow, way: Way) -> bool:
    """Whether a row is for this route."""
    return all(_is_one_of(getattr(way, name), allowed) for name, allowed in row.host.named().items())


def _is_one_of(value: object, allowed: tuple[object, ...]) -> bool:
    return any(value is one or (isinstance(value, str) and value == one) for one in allowed)


def best(order: Sequence[str], verdicts: Sequence[Decision[str]]) -> int:
    """Which of several verdicts counts: the first among the best."""
    return min(range(len(verdicts)), key=lambda number: order.index(verdicts[number].value))
