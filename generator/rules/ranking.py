"""From what is known of places to their points and their order; what is not known makes a range."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from generator.plan import Points, RankRow
from generator.prose import Prose, fill

NO_WORDS = Prose("")


class Level(Protocol):
    """One level of a criterion, as an editor writes it."""

    @property
    def id(self) -> str:
        """Its name."""

    @property
    def worth(self) -> int:
        """Its points."""

    @property
    def because(self) -> Prose:
        """Why, in words."""

    @property
    def upto(self) -> int | None:
        """The highest amount that it is for, of a level that goes by an amount."""


class Criterion(Protocol):
    """A criterion, as an editor writes it."""

    @property
    def id(self) -> str:
        """Its name."""

    @property
    def weight(self) -> int:
        """What points are multiplied by, if the person does not say otherwise."""

    @property
    def unknown(self) -> Prose:
        """What may not be known, as a clause."""

    @property
    def settle(self) -> Prose:
        """Who knows it."""

    @property
    def levels(self) -> Sequence[Level]:
        """The levels, the best first."""

    @property
    def sources(self) -> tuple[str, ...]:
        """What its points rest on."""


@dataclass(frozen=True)
class Finding:
    """Which levels a place may have in one criterion; none named, any.

    An `amount` takes the first level whose limit holds it, or else the one that is named. `said` fills the words of a
    level, `what` is what was read, and `hangs_on` and `settle` say of an open one what it hangs on and who knows it.
    """

    levels: tuple[str, ...] = ()
    amount: int | None = None
    said: Mapping[str, object] = field(default_factory=dict)
    what: Prose = NO_WORDS
    sources: tuple[str, ...] = ()
    hangs_on: str = ""
    settle: Prose = NO_WORDS


def scored(criterion: Criterion, finding: Finding, *, weight: int, not_known: Prose) -> Points:
    """The points of a place in one criterion, from the worst to the best level that it may have."""
    levels = possible(criterion, finding)
    points = [weight * level.worth for level in levels]
    is_open = len(levels) > 1
    because = fill(not_known, {"unknown": criterion.unknown}) if is_open else fill(levels[0].because, finding.said)
    return Points(
        criterion=criterion.id,
        low=min(points),
        high=max(points),
        weight=weight,
        levels=tuple(level.id for level in levels),
        because=Prose(f"{because} {finding.what}".strip()),
        sources=tuple(dict.fromkeys((*finding.sources, *criterion.sources))),
        unknown=criterion.unknown if is_open else Prose(""),
        settle=(finding.settle or criterion.settle) if is_open else Prose(""),
        hangs_on=finding.hangs_on if is_open else "",
    )


def possible(criterion: Criterion, finding: Finding) -> tuple[Level, ...]:
    """The levels that a place may have, the best first."""
    if finding.amount is not None:
        holding = [one for one in criterion.levels if one.upto is not None and finding.amount <= one.upto]
        return tuple(holding[:1]) or _named(criterion, finding)
    return _named(criterion, finding) if finding.levels else tuple(criterion.levels)


def _named(criterion: Criterion, finding: Finding) -> tuple[Level, ...]:
    return tuple(level for level in criterion.levels if level.id in finding.levels)


def row(host_id: str, name: str, points: Iterable[Points]) -> RankRow:
    """A place with its total; it has no place yet."""
    parts = tuple(points)
    low, high = sum(one.low for one in parts), sum(one.high for one in parts)
    return RankRow(host_id, name, 0, low, high, parts, passes=False)


def ordered(rows: Iterable[RankRow]) -> tuple[RankRow, ...]:
    """The rows by the middle of their range, then by its lower end, then by name; each with its place."""
    inorder = sorted(rows, key=lambda one: (-(one.low + one.high), -one.low, one.name.casefold(), one.name))
    made: list[RankRow] = []
    for number, one in enumerate(inorder, start=1):
        before = made[-1] if made else None
        shares = before is not None and (before.low, before.high) == (one.low, one.high)
        place = before.place if before is not None and shares else number
        made.append(replace(one, place=place, passes=before is not None and may_pass(one, before)))
    return tuple(made)


def may_pass(below: RankRow, above: RankRow) -> bool:
    """Whether answers could give the lower row more points; one answer on which both hang alike moves both alike."""
    return sum(map(_most_gained, below.points, above.points)) > 0


def _most_gained(mine: Points, theirs: Points) -> int:
    together = bool(mine.hangs_on) and mine.hangs_on == theirs.hangs_on and mine.levels == theirs.levels
    return 0 if together else mine.high - theirs.low
