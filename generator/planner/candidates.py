"""What could be put into a plan: a rotation offered or applied for, a host that may say yes, or an open slot."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.plan import Money
from generator.planner.days import Day

Certainty = Literal["offered", "open", "ask", "slot"]
HOPEFUL = ("open", "ask")
"""The verdicts of hosts that may take the person."""


@dataclass(frozen=True)
class Candidate:
    """A rotation that could be taken: the parts that it can play, its days, what is known of its place and its price.

    `id` is the same for one and the same offer, whatever part it plays; `place` is its host in one word, however the
    person names it, and empty for an open slot; `voices` are the specialties that its letter speaks for, None for
    those of the part; `barred` are limits that it breaks on any day; `stated` says that its host tells how visitors
    come in.
    """

    id: str
    certainty: Certainty
    parts: tuple[str, ...]
    type: str
    field: str
    days: tuple[Day, ...]
    cost: Money
    fee: Money | None = None
    host_id: str = ""
    host: str = ""
    place: str = ""
    rotation: int | None = None
    answer_due: date | None = None
    city: str = ""
    state: str = ""
    setting: str = ""
    combined: bool = False
    stated: bool = False
    lead: int = 0
    most: int | None = None
    voices: tuple[str, ...] | None = None
    barred: frozenset[str] = frozenset()

    @property
    def weeks(self) -> int:
        """How long it lasts."""
        return self.days[0].span.weeks if self.days else 0
