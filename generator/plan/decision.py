"""A decision that explains itself."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.prose import Prose

Value = TypeVar("Value")


@dataclass(frozen=True)
class Change(Generic[Value]):
    """What a decision becomes after one change of the applicant's own answers, found by deciding again."""

    id: str
    name: Prose
    how: Prose
    settles: tuple[str, ...]
    value: Value
    rule: str


@dataclass(frozen=True)
class Decision(Generic[Value]):
    """A value, why it is so, what it rests on, what is unsettled, and what would change it.

    `facts` are the facts that the deciding row names; `unsettled` are unknown facts of rows that come before it.
    """

    value: Value
    because: Prose
    facts: tuple[str, ...]
    sources: tuple[str, ...]
    rule: str
    unsettled: tuple[str, ...] = ()
    would_change: tuple[Change[Value], ...] = ()
