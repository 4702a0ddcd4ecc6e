"""What a schedule is made of."""

from dataclasses import dataclass
from datetime import date
from typing import Literal


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
    """One rotation of the plan: planned, booked or done; `part` is empty where it plays none."""

    id: str
    part: str
    span: Span
    status: Literal["planned", "booked", "done"]
    field: str
    type: str
    host: str
    late: bool
    letter: LetterDates | None
    inquiry: InquiryDates | None


@dataclass(frozen=True)
class Dropped:
    """A part that found no place, and why: no-time, electives-cap, weeks-cap, weeks-available or no-windows."""

    part: str
    why: str


@dataclass(frozen=True)
class Schedule:
    """The blocks in order of time, and what did not fit."""

    blocks: tuple[Block, ...]
    wanted: tuple[str, ...]
    dropped: tuple[Dropped, ...]
    lead: Literal["usual", "short"]
    late: bool
    earliest: date
    last_end: date
    upload_by: date | None

    @property
    def planned(self) -> tuple[Block, ...]:
        """Those still to be found."""
        return tuple(block for block in self.blocks if block.status == "planned")

    @property
    def ahead(self) -> tuple[Block, ...]:
        """Those not done yet, planned or booked."""
        return tuple(block for block in self.blocks if block.status != "done")
