"""The sheet of what to apply for: electives at hosts, then residency."""

from collections.abc import Iterator

from generator.catalog.known import by_id
from generator.catalog.program import Program
from generator.downloads.sheets import Sheet, Value
from generator.phrases import between
from generator.plan import Money, Target
from generator.views.tracker.building import Builder, Line
from generator.views.tracker.places import Places
from generator.views.tracker.words import known, lines, plain

SUBMIT = "application-submit"
NOTHING = Money(0, 0)


def applications(make: Builder) -> Sheet:
    """A row for every place to apply to for a block, and for every kind of residency application."""
    return make.sheet("applications", _Applications(make).lines())


class _Applications:
    """The rows."""

    def __init__(self, make: Builder) -> None:
        self._make, self._sight = make, make.sight
        self._places = Places(make.sight)
        self._types = by_id(make.sight.facts.settings.types)
        self._unknown = plain(make.file.unknown)

    def lines(self) -> Iterator[Line]:
        for number, target in enumerate(self._sight.plan.advice.targets, start=1):
            yield Line(f"plan/{target.block}--{target.host_id or number}--{target.type}", self._elective(target))
        yield from self._residency()

    def _elective(self, target: Target) -> dict[str, Value]:
        kind = self._types.get(target.type)
        host = self._places.called(target.host) if target.host else None
        route = self._places.route(host) if host else None
        fee = known(route.fee if route else None, self._unknown)
        return {
            "kind": plain(self._make.file.application["elective"]),
            "where": plain(target.host) if target.host else plain(self._make.file.any_host),
            "what": plain(kind.request) if kind else None,
            "block": plain(self._sight.block_called(target.block).name),
            "first": target.first,
            "apply_by": target.apply_by,
            "fee": fee,
            "fee_to": fee,
            "papers": self._papers(target.host_id),
            "done": "false",
        }

    def _papers(self, host_id: str) -> Value:
        """The papers that the host was seen asking for."""
        record = self._places.record(host_id)
        asked = record.requirements if isinstance(record, Program) else ()
        documents = self._sight.catalog.files.documents.documents
        found = (one.name for one in documents if one.id in asked or (host_id and host_id in one.asked_by))
        return lines(found) or self._unknown

    def _residency(self) -> Iterator[Line]:
        due = next((task.due for task in self._sight.plan.tasks if task.entry == SUBMIT), None)
        letters = {one.id: one.places for one in self._sight.catalog.files.letters.applications}
        for kind in self._sight.plan.application.kinds:
            count, fee = kind.count.value, kind.fee or NOTHING
            values: dict[str, Value] = {
                "kind": plain(self._make.file.application["residency"]),
                "where": plain(kind.name),
                "what": plain(kind.what),
                "apply_by": due,
                "programs": between(str(count.low), str(count.high)),
                "fee": fee.low,
                "fee_to": fee.high,
                "papers": lines(place.what for place in letters.get(kind.id, ())),
                "done": "false",
            }
            yield Line(f"plan/residency-{kind.id}", values)
