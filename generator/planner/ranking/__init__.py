"""Where to rotate and where to apply: every place with the points that speak for it."""

from collections.abc import Callable, Iterator, Mapping

from generator.catalog import Catalog
from generator.catalog.ranking import RankingEntry
from generator.facts import Facts
from generator.plan import Criterion, HostVerdict, LetterMatrix, Ranking, RankRow
from generator.planner.ranking.hosts import findings_of_host
from generator.planner.ranking.programs import findings_of_program
from generator.planner.ranking.theirs import Theirs
from generator.rules.ranking import Finding, ordered, row, scored

Found = Mapping[str, Finding]


def rankings(facts: Facts, catalog: Catalog, hosts: tuple[HostVerdict, ...], sets: LetterMatrix) -> tuple[Ranking, ...]:
    """The two rankings, in the order in which editors write them."""
    ranker = _Ranker(facts, catalog, hosts, sets)
    return tuple(ranker.ranking(entry) for entry in catalog.files.ranking.rankings)


class _Ranker:
    """One person before the places of both rankings."""

    def __init__(self, facts: Facts, catalog: Catalog, hosts: tuple[HostVerdict, ...], sets: LetterMatrix) -> None:
        """Nothing ranked yet."""
        self._theirs = Theirs(facts, catalog, sets)
        self._catalog, self._hosts = catalog, hosts
        self._own = {one.criterion: one.weight for one in facts.targets.weights or ()}
        self._places: Mapping[str, Callable[[], Iterator[tuple[str, str, Found]]]] = {
            "rotate": self._to_rotate,
            "apply": self._to_apply,
        }

    def ranking(self, entry: RankingEntry) -> Ranking:
        """One ranking with its rows in order."""
        rows = (self._row(entry, *place) for place in self._places[entry.id]())
        return Ranking(entry.id, tuple(self._criteria(entry)), ordered(rows))

    def _criteria(self, entry: RankingEntry) -> Iterator[Criterion]:
        for one in entry.criteria:
            weight, best = self._weight(one.id, one.weight), max(level.worth for level in one.levels)
            yield Criterion(one.id, one.name, weight, own=one.id in self._own, most=weight * best)

    def _row(self, entry: RankingEntry, host_id: str, name: str, found: Found) -> RankRow:
        not_known = self._catalog.files.ranking.not_known
        points = (
            scored(one, found[one.id], weight=self._weight(one.id, one.weight), not_known=not_known)
            for one in entry.criteria
        )
        return row(host_id, name, points)

    def _weight(self, criterion: str, editors: int) -> int:
        return self._own.get(criterion, editors)

    def _to_rotate(self) -> Iterator[tuple[str, str, Found]]:
        military = {program.id for program in self._catalog.programs if program.military}
        for host in self._hosts:
            if host.id not in military:
                yield host.id, host.name, findings_of_host(host, self._theirs)

    def _to_apply(self) -> Iterator[tuple[str, str, Found]]:
        for program in self._catalog.programs:
            if not program.military:
                yield program.id, program.name, findings_of_program(program, self._theirs)
