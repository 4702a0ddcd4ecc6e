"""Which place comes first, with every point that says so."""

from dataclasses import dataclass

from generator.prose import Prose


@dataclass(frozen=True)
class Criterion:
    """One thing that places are compared by; `most` is what its best level comes to."""

    id: str
    name: Prose
    weight: int
    own: bool
    most: int


@dataclass(frozen=True)
class Points:
    """What one criterion gives a place: the weight times the points of its level, from `low` to `high`.

    `unknown` is empty where the level is known; then `low` and `high` are the same. Of two places that hang on the same
    thing one answer moves both.
    """

    criterion: str
    low: int
    high: int
    weight: int
    levels: tuple[str, ...]
    because: Prose
    sources: tuple[str, ...]
    unknown: Prose
    settle: Prose
    hangs_on: str

    @property
    def moves(self) -> int:
        """By how much an answer can move it."""
        return self.high - self.low


@dataclass(frozen=True)
class RankRow:
    """A place with its points; `host_id` is empty for one that only the applicant names.

    Places with the same range share a place. `passes` says whether answers could put it above the row before it.
    """

    host_id: str
    name: str
    place: int
    low: int
    high: int
    points: tuple[Points, ...]
    passes: bool

    @property
    def is_settled(self) -> bool:
        """Whether nothing that is unknown can move it."""
        return self.low == self.high


@dataclass(frozen=True)
class Ranking:
    """Places in their order."""

    id: str
    criteria: tuple[Criterion, ...]
    rows: tuple[RankRow, ...]

    @property
    def most(self) -> int:
        """What a place with the best level in everything would have."""
        return sum(one.most for one in self.criteria)
