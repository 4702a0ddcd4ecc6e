"""Money, as a range."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Money:
    """A range in US dollars."""

    low: int
    high: int

    def plus(self, other: "Money") -> "Money":
        """Both together."""
        return Money(self.low + other.low, self.high + other.high)
