"""A ranking as pages show it: every place with its range, and every point with the sum that it is part of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.catalog.known import by_id
from generator.catalog.ranking import CriterionEntry, LeftOut, RankingEntry
from generator.phrases import between
from generator.plan import Criterion, Points, Ranking, RankRow
from generator.prose import Prose
from generator.views.common import Sight, page_of

ROTATE = "rotate"


@dataclass(frozen=True)
class CriterionView:
    """What places are compared by; `own` says that the weight is the reader's, `most` is what its best level adds."""

    id: str
    name: Prose
    why: Prose
    weight: int
    own: bool
    most: int
    sources: tuple[str, ...]


@dataclass(frozen=True)
class PointsView:
    """One criterion of one place: weight times the points of its level, each a number or a range in words."""

    name: Prose
    weight: int
    level: Prose
    product: Prose
    because: Prose
    settle: Prose
    own: bool
    sources: tuple[str, ...]


@dataclass(frozen=True)
class MoveView:
    """Something unknown, the most points that its answer can add, and who knows it."""

    unknown: Prose
    points: int
    settle: Prose


@dataclass(frozen=True)
class RankView:
    """A place with its total; `page` is empty where it has none, `start` and `end` are those of its bar.

    `verdict` is empty for a program as one to apply to.
    """

    place: int
    name: str
    page: str
    range: Prose
    start: int
    end: int
    verdict: str
    tag: Prose
    verdict_name: Prose
    is_settled: bool
    passes: str
    points: tuple[PointsView, ...]
    moves: tuple[MoveView, ...]


@dataclass(frozen=True)
class AskedView:
    """Something that is not known of several places, and the most that its answer moves one of them."""

    unknown: Prose
    places: int
    points: int
    settle: Prose


@dataclass(frozen=True)
class RankingView:
    """A ranking: what it compares by, its places in order, and what is not known."""

    what: Prose
    most: int
    criteria: tuple[CriterionView, ...]
    rows: tuple[RankView, ...]
    asked: tuple[AskedView, ...]
    left_out: tuple[LeftOut, ...]
    own: tuple[Prose, ...]
    ranges: int


def ranking_view(sight: Sight, id_: str) -> RankingView:
    """One of the rankings with its words."""
    return _Words(sight, by_id(sight.plan.rankings)[id_], sight.catalog.files.ranking.ranking(id_)).view


@dataclass(frozen=True)
class _Words:
    """A ranking beside what editors wrote of it."""

    sight: Sight
    ranking: Ranking
    entry: RankingEntry

    @property
    def view(self) -> RankingView:
        """All of it."""
        rows = self.ranking.rows
        before = (None, *rows[:-1])
        return RankingView(
            what=self.entry.what,
            most=self.ranking.most,
            criteria=tuple(map(self._criterion, self.ranking.criteria)),
            rows=tuple(map(self._row, rows, before)),
            asked=tuple(self._asked()),
            left_out=self.entry.left_out,
            own=tuple(one.name for one in self.ranking.criteria if one.own),
            ranges=sum(not row.is_settled for row in rows),
        )

    @cached_property
    def _entries(self) -> Mapping[str, CriterionEntry]:
        return by_id(self.entry.criteria)

    @cached_property
    def _own(self) -> frozenset[str]:
        return frozenset(one.id for one in self.ranking.criteria if one.own)

    def _criterion(self, one: Criterion) -> CriterionView:
        entry = self._entries[one.id]
        return CriterionView(one.id, one.name, entry.why, one.weight, one.own, one.most, entry.sources)

    def _row(self, row: RankRow, before: RankRow | None) -> RankView:
        verdict = self._verdict(row)
        names = self.sight.catalog.name
        return RankView(
            place=row.place,
            name=row.name,
            page=page_of(row.host_id) if row.host_id in self.sight.catalog.program_ids else "",
            range=between(str(row.low), str(row.high)),
            start=self._share(row.low),
            end=max(self._share(row.high), self._share(row.low) + 2),
            verdict=verdict,
            tag=names("tag", verdict) if verdict else Prose(""),
            verdict_name=names("verdict", verdict) if verdict else Prose(""),
            is_settled=row.is_settled,
            passes=before.name if before is not None and row.passes else "",
            points=tuple(map(self._points, row.points)),
            moves=tuple(_moves(row)),
        )

    def _verdict(self, row: RankRow) -> str:
        """How a host stands as a place to rotate; empty for a program as one to apply to."""
        hosts = self.sight.plan.hosts if self.ranking.id == ROTATE else ()
        return next((one.verdict.value for one in hosts if _is(one.id, one.name, row)), "")

    def _share(self, points: int) -> int:
        """Points as hundredths of the most that there is, for the picture."""
        return points * 100 // max(self.ranking.most, 1)

    def _points(self, points: Points) -> PointsView:
        entry = self._entries[points.criterion]
        worth = [level.worth for level in entry.levels if level.id in points.levels]
        return PointsView(
            name=entry.name,
            weight=points.weight,
            level=between(str(min(worth)), str(max(worth))),
            product=between(str(points.low), str(points.high)),
            because=points.because,
            settle=points.settle,
            own=points.criterion in self._own,
            sources=points.sources,
        )

    def _asked(self) -> Iterator[AskedView]:
        """What is not known, that of most places first."""
        open_ = [points for row in self.ranking.rows for points in row.points if points.moves]
        found = []
        for criterion in self.ranking.criteria:
            mine = [points for points in open_ if points.criterion == criterion.id]
            if mine:
                entry = self._entries[criterion.id]
                most = max(points.moves for points in mine)
                found.append(AskedView(entry.unknown, len(mine), most, entry.settle))
        yield from sorted(found, key=lambda one: (-one.points, -one.places))


def _is(id_: str, name: str, row: RankRow) -> bool:
    return id_ == row.host_id and (bool(id_) or name == row.name)


def _moves(row: RankRow) -> Iterator[MoveView]:
    """What could move a place, the weightiest first."""
    open_ = sorted((points for points in row.points if points.moves), key=lambda points: -points.moves)
    yield from (MoveView(points.unknown, points.moves, points.settle) for points in open_)
