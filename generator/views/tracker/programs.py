"""The sheet of programs and hosts."""

from collections.abc import Iterator

from generator.catalog.program import Program
from generator.downloads.sheets import Sheet, Value
from generator.plan import HostVerdict
from generator.views.tracker.building import Builder, Line
from generator.views.tracker.places import Place, Places
from generator.views.tracker.words import known, lines, plain, some, yes_no

WHERE = ("city", "state", "region")
OF_HOSTS = ("office", "email", "page")
OF_PROGRAMS = ("recruiting", "seats", "letters", "signals", "img_statement", "img_residents")
WHOLE = "host"


def programs(make: Builder) -> Sheet:
    """Every host of the plan, with what its pages say."""
    return make.sheet("programs", _Programs(make).lines())


class _Programs:
    """The rows."""

    def __init__(self, make: Builder) -> None:
        self._make, self._sight = make, make.sight
        self._places = Places(make.sight)
        self._unknown = plain(make.file.unknown)

    def lines(self) -> Iterator[Line]:
        for number, host in enumerate(self._sight.plan.hosts, start=1):
            values = {**self._standing(host), **self._visiting(host), **self._recorded(self._places.record(host.id))}
            yield Line(f"plan/{host.id or f'named-{number}'}", {**values, **self._ranked(host), **self._cited(host)})

    def _standing(self, host: HostVerdict) -> dict[str, Value]:
        catalog, file = self._sight.catalog, self._make.file
        contact = plain(host.contact_rule) or self._unknown
        return {
            "name": plain(host.name),
            "kind": plain(file.kinds[host.kind]),
            "wanted": yes_no(host.wanted),
            "verdict": plain(catalog.name("verdict", host.verdict.value)),
            "why": plain(host.verdict.because),
            "route": plain(catalog.name("route", host.route)),
            "ask": some(host.ask),
            "dated": self._dated(host),
            "rule": plain(host.rule) or self._unknown,
            "contact": contact,
        }

    def _dated(self, host: HostVerdict) -> Value:
        """The year of the rule, marked where it is old; a rule that is nowhere stated has none."""
        file = self._make.file
        if host.as_of is None:
            return plain(file.undated) if host.old else self._unknown
        return f"{host.as_of}, {file.old}" if host.old else str(host.as_of)

    def _visiting(self, host: HostVerdict) -> dict[str, Value]:
        route = self._places.route(host)
        return {
            name: known(getattr(route, name, None), self._unknown)
            for name in ("fee", "lead_weeks", "most_electives", "blocks")
        }

    def _recorded(self, place: Place | None) -> dict[str, Value]:
        """What the guide, or the person, knows of the host itself."""
        if place is None:
            return {**dict.fromkeys((*WHERE, *OF_HOSTS), self._unknown), "own": plain(self._make.file.own)}
        fields = (*OF_HOSTS, *(OF_PROGRAMS if isinstance(place, Program) else ()))
        region = self._sight.catalog.name("region", place.region) if place.region else None
        return {
            **{name: known(getattr(place, name), self._unknown) for name in fields},
            "city": plain(place.city) or self._unknown,
            "state": place.state or self._unknown,
            "region": plain(region or self._unknown),
            "own": self._own(place),
        }

    def _own(self, place: Place) -> Value:
        """Whether it is the person's own entry, or some of it is."""
        file = self._make.file
        return plain(file.own if WHOLE in place.own else file.own_part) if place.own else None

    def _ranked(self, host: HostVerdict) -> dict[str, Value]:
        """Its points in each ranking, from the least to the most; nothing where it is not ranked."""
        found = {
            ranking.id: row
            for ranking in self._sight.plan.rankings
            for row in ranking.rows
            if (row.host_id, row.name) == (host.id, host.name)
        }
        return {f"{name}_{end}": getattr(row, end) for name, row in found.items() for end in ("low", "high")}

    def _cited(self, host: HostVerdict) -> dict[str, Value]:
        """The addresses of the pages, and the day on which the one that was read longest ago was read."""
        place = self._places.record(host.id)
        named = dict.fromkeys((*host.verdict.sources, *host.sources, *(place.sources if place else ())))
        pages = [source for source in map(self._sight.catalog.sources.get, named) if source and source.url]
        return {
            "sources": lines(source.url for source in pages),
            "checked": min((source.checked for source in pages), default=None),
        }
