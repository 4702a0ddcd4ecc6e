"""What could be put into a plan: a rotation offered or applied for, a host that may say yes, or an open slot."""

from dataclasses import dataclass
from typing import Literal

from generator.plan import Money
from generator.planner.days import Day

Certainty = Literal["offered", "open", "ask", "slot"]


@dataclass(frozen=True)
class Candidate:
    """A rotation that could be taken: the parts that it can play, its days, what is known of its place and its price.

    `id` is the same for one and the same offer, whatever part it plays; `voices` are the specialties that its letter
    speaks for, None for those of the part; `barred` are limits that it breaks on any day; `stated` says that its host
    tells how visitors come in.
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
    rotation: int | None = None
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

    @property
    def place(self) -> str:
        """The host by one name, however it is known; empty for an open slot."""
        return self.host_id or self.host.casefold()
