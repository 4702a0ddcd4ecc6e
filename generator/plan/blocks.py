"""What a schedule is made of."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from generator.plan.money import Money


@dataclass(frozen=True, order=True)
class Span:
    """A stretch of days, first and last included."""

    first: date
    last: date

    def overlaps(self, other: "Span") -> bool:
        """Whether they share a day."""
        return self.first <= other.last and other.first <= self.last

    def holds(self, other: "Span") -> bool:
        """Whether the other lies wholly inside."""
        return self.first <= other.first and other.last <= self.last

    @property
    def weeks(self) -> int:
        """Weeks begun, the last one perhaps not full."""
        return -(-((self.last - self.first).days + 1) // 7)


@dataclass(frozen=True)
class LetterDates:
    """When to ask for the letter of one block; a day that has gone by is None."""

    first_ask: date | None
    last_ask: date | None
    reminder: date | None
    upload_by: date | None
    in_time: bool


@dataclass(frozen=True)
class InquiryDates:
    """The usual time to write to hosts about one block, and the day by which to write now."""

    opens: date
    closes: date
    write_by: date
    closed: bool


@dataclass(frozen=True)
class Block:
    """One rotation of the plan: planned, offered, booked or done; `part` is empty where it plays none.

    A planned one names the type to look for, and the host that may take the applicant if one is known.
    """

    id: str
    part: str
    span: Span
    status: Literal["planned", "offered", "booked", "done"]
    certainty: Literal["done", "booked", "offered", "open", "ask", "slot"]
    field: str = ""
    type: str = ""
    host: str = ""
    host_id: str = ""
    candidate: str = ""
    city: str = ""
    late: bool = False
    short_notice: bool = False
    letter: LetterDates | None = None
    inquiry: InquiryDates | None = None
    apply_by: date | None = None
    fee: Money | None = None


@dataclass(frozen=True)
class Dropped:
    """A part that found no place, and the limit without which it would have one; together where several bind."""

    part: str
    why: str


@dataclass(frozen=True)
class Proof:
    """How sure it is that no plan is better: proved, or so much better in one goal at most."""

    proved: bool
    looked_at: int
    goal: str
    at_most: int


@dataclass(frozen=True)
class Schedule:
    """The blocks in order of time, what did not fit, what the plan scores goal by goal, and the proof."""

    blocks: tuple[Block, ...]
    wanted: tuple[str, ...]
    dropped: tuple[Dropped, ...]
    lead: Literal["usual", "short"]
    late: bool
    earliest: date
    last_end: date
    upload_by: date | None
    score: tuple[tuple[str, int], ...] = field(compare=False)
    proof: Proof = field(compare=False)

    @property
    def planned(self) -> tuple[Block, ...]:
        """Those still to be found."""
        return tuple(block for block in self.blocks if block.status == "planned")

    @property
    def chosen(self) -> tuple[Block, ...]:
        """Those that the search put there: still to be found, or offered and to be accepted."""
        return tuple(block for block in self.blocks if block.status in ("planned", "offered"))

    @property
    def ahead(self) -> tuple[Block, ...]:
        """Those not done yet, planned, offered or booked."""
        return tuple(block for block in self.blocks if block.status != "done")
