"""Hosts of the plan by any of their names, and what their pages say."""

from functools import cached_property
from typing import TypeAlias

from generator.catalog.hosts import Host
from generator.catalog.known import by_id
from generator.catalog.program import Program, VisitingRoute
from generator.plan import HostVerdict
from generator.views.common import Sight

Place: TypeAlias = Program | Host


class Places:
    """The hosts of one plan."""

    def __init__(self, sight: Sight) -> None:
        """Keep where they are looked up."""
        self._sight = sight

    @cached_property
    def _records(self) -> dict[str, Place]:
        catalog = self._sight.catalog
        places: tuple[Place, ...] = (*catalog.programs, *catalog.hosts)
        return dict(by_id(places))

    def record(self, id_: str) -> Place | None:
        """What the guide knows of a host; nothing of one that only the person names."""
        return self._records.get(id_)

    def called(self, name: str) -> HostVerdict | None:
        """How a host stands, by any of its names."""
        naming = self._sight.catalog.naming
        return next((one for one in self._sight.plan.hosts if naming.among(name, self._names(one))), None)

    def _names(self, host: HostVerdict) -> tuple[str, ...]:
        record = self.record(host.id)
        return record.called if record else (host.name,)

    def route(self, host: HostVerdict) -> VisitingRoute | None:
        """The host's route that decided."""
        record = self.record(host.id)
        routes = record.visiting if record else ()
        return next((route for route in routes if (route.route or "unknown") == host.route), None)
