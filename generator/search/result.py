"""What a search finds."""

from dataclasses import dataclass

from generator.search.problem import Choice, Start


@dataclass(frozen=True, slots=True)
class Taken:
    """A choice and the days it was given."""

    choice: Choice
    start: Start


@dataclass(frozen=True, slots=True)
class Gap:
    """How far from the best at most, after a search cut short: so much in one goal, and those before it are best."""

    goal: str
    amount: int


@dataclass(frozen=True, slots=True)
class Result:
    """The best plan found, in order of time, what it scores goal by goal, and how sure that is.

    Of `score` more is better: cities and cost stand as negative numbers. `nodes` counts the options and days weighed.
    `gap` is None if the plan is proved best.
    """

    taken: tuple[Taken, ...]
    score: tuple[int, ...]
    nodes: int
    gap: Gap | None

    @property
    def proved(self) -> bool:
        """Whether no better plan exists."""
        return self.gap is None
