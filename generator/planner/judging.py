"""Who will have this person: a verdict for every host of the catalog and every host that they name."""

from dataclasses import dataclass, replace
from functools import cached_property

from generator.catalog import Catalog
from generator.catalog.program import Program, VisitingRoute
from generator.facts import Facts
from generator.plan import Decision, HostVerdict
from generator.planner.answered import hosts_named, told_by
from generator.planner.places import Place, names_of, place_called, places_of
from generator.prose import Prose
from generator.rules.verdicts import Way, best, verdict

UNKNOWN = "unknown"


def judged_hosts(facts: Facts, catalog: Catalog) -> tuple[HostVerdict, ...]:
    """Every host of the catalog and every host that they name; those that they want first, in their own order."""
    judge = _Judge(facts, catalog)
    known = [judge.place(place) for place in judge.places]
    named = [judge.named(name) for name in judge.others]
    return tuple(sorted((*known, *named), key=judge.rank))


@dataclass(frozen=True)
class _Judge:
    """One person before the hosts."""

    facts: Facts
    catalog: Catalog

    @property
    def places(self) -> tuple[Place, ...]:
        """The hosts that the guide knows."""
        return places_of(self.catalog)

    @cached_property
    def others(self) -> tuple[str, ...]:
        """The hosts that they name and the guide does not know, each once."""
        told: list[str] = []
        for name in hosts_named(self.facts):
            if self._id_of(name) is None and not self.catalog.naming.among(name, told):
                told.append(name)
        return tuple(told)

    @cached_property
    def wishes(self) -> tuple[str, ...]:
        """What they want, most wanted first: ids of hosts that the guide knows, and names of others."""
        targets = self.facts.targets
        hosts = (self._id_of(name) or name for name in targets.hosts or ())
        return (*(targets.programs or ()), *hosts)

    def rank(self, host: HostVerdict) -> int:
        """The place of a host among their wishes; the same behind them all for every other."""
        return self.wishes.index(host.id or host.name) if host.wanted else len(self.wishes)

    def place(self, place: Place) -> HostVerdict:
        """How a host stands that the guide knows, by its best route."""
        said = told_by(names_of(place), self.facts, self.catalog.naming)
        decisions = [self._decided(self._way(route, said)) for route in place.visiting]
        number = best(self.catalog.files.verdicts.order, decisions)
        route, decision = place.visiting[number], decisions[number]
        sources = tuple(dict.fromkeys((*route.sources, *decision.sources)))
        return HostVerdict(
            id=place.id,
            name=place.name,
            kind="program" if isinstance(place, Program) else "host",
            route=route.route or UNKNOWN,
            verdict=replace(decision, sources=sources),
            rule=route.rule,
            ask=self._question(decision, route.ask),
            as_of=route.as_of,
            old=self._is_old(route),
            sources=route.sources,
            approach_faculty=place.contact.approach_faculty,
            contact_rule=place.contact.rule or Prose(""),
            wanted=place.id in self.wishes,
        )

    def named(self, name: str) -> HostVerdict:
        """How a host stands that only they name: by what it has told them."""
        decision = self._decided(Way(said=told_by((name,), self.facts, self.catalog.naming)))
        return HostVerdict(
            id="",
            name=name,
            kind="named",
            route=UNKNOWN,
            verdict=decision,
            rule=Prose(""),
            ask=self._question(decision, self.catalog.files.verdicts.ask),
            as_of=None,
            old=False,
            sources=(),
            approach_faculty=None,
            contact_rule=Prose(""),
            wanted=name in self.wishes,
        )

    def _id_of(self, name: str) -> str | None:
        place = place_called(name, self.catalog)
        return place.id if place else None

    def _decided(self, way: Way) -> Decision[str]:
        return verdict(self.catalog.files.verdicts, way, self.facts.answers())

    def _question(self, decision: Decision[str], own: Prose) -> Prose:
        row = self.catalog.files.verdicts.row(decision.rule)
        return (row.ask or own) if row.asks else Prose("")

    def _way(self, route: VisitingRoute, said: str) -> Way:
        must = route.must_be_student.value
        return Way(
            route=route.route or UNKNOWN,
            international_schools=_or_unknown(route.international_schools),
            us_citizens_abroad=route.us_citizens_abroad or UNKNOWN,
            must_be_student=must if isinstance(must, bool) else UNKNOWN,
            step_1_first=_or_unknown(route.step_1_first),
            partner=_or_unknown(self._is_partner(route)),
            said=said,
            dated=route.as_of is not None,
        )

    def _is_partner(self, route: VisitingRoute) -> bool | None:
        school = self.facts.profile.school.name
        if school is None or not route.partner_schools:
            return None
        return self.catalog.naming.among(school, route.partner_schools)

    def _is_old(self, route: VisitingRoute) -> bool:
        """Whether a stated rule bears no date, or one that is too long ago; where nothing was found nothing is old."""
        stated = route.confidence != "inferred"
        limit = self.facts.as_of.year - self.catalog.files.verdicts.old_after_years
        return stated and (route.as_of is None or route.as_of < limit)


def _or_unknown(value: bool | str | None) -> bool | str:
    return UNKNOWN if value is None else value
