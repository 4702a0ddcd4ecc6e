"""Where the YAML parser stopped, and what stands around that spot."""

from dataclasses import dataclass
from typing import Any, Self

from generator.reading.files import LINE_ENDS

Spot = tuple[int, int]
Finding = tuple[Spot, str, str]


@dataclass(frozen=True, kw_only=True)
class Stop:
    """Where the parser stopped: line and column count from 0."""

    lines: tuple[str, ...]
    at: Spot
    start: Spot
    said: str
    context: str
    last: Any

    @classmethod
    def of(cls, error: Exception, text: str, last: Any) -> Self:
        """What the parser knew when it stopped; errors without a place are at the last thing read."""
        known = getattr(last, "start_mark", None)
        at = getattr(error, "problem_mark", None) or known
        start = getattr(error, "context_mark", None) or at
        return cls(
            lines=tuple(LINE_ENDS.split(text)),
            at=(at.line, at.column) if at else (0, 0),
            start=(start.line, start.column) if start else (0, 0),
            said=getattr(error, "problem", None) or str(error),
            context=getattr(error, "context", None) or "",
            last=last,
        )

    def line(self, number: int) -> str:
        """A line by its number; empty behind the end."""
        return self.lines[number] if number < len(self.lines) else ""

    @property
    def above(self) -> int:
        """The nearest line above that says something."""
        number = self.at[0] - 1
        while number > 0 and not self.line(number).split("#")[0].strip():
            number -= 1
        return max(number, 0)

    @property
    def before(self) -> str:
        """The line up to where the parser stopped."""
        return self.line(self.at[0])[: self.at[1]]

    @property
    def sign(self) -> str:
        """The character at which the parser stopped."""
        return self.line(self.at[0])[self.at[1] :][:1]

    @property
    def opening(self) -> str:
        """The character with which the unfinished thing begins."""
        return self.line(self.start[0])[self.start[1] :][:1]
