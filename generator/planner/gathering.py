"""What could be put into one person's plan, gathered from their rotations, from hosts and from open slots."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from generator.catalog import Catalog
from generator.catalog.hosts import Host
from generator.catalog.known import by_id
from generator.catalog.program import Program, VisitingRoute
from generator.conditions import applies
from generator.facts import Facts
from generator.plan import HostVerdict, Money
from generator.plan.settings import RotationType
from generator.planner.answered import place_called
from generator.planner.candidates import Candidate
from generator.planner.days import Day, asked_days, block_days, offered_days
from generator.planner.pricing import Stay, price
from generator.profile import Rotation

OPEN = ("open", "ask")
Place = Program | Host


def candidates(facts: Facts, catalog: Catalog, hosts: tuple[HostVerdict, ...], *, late: bool) -> tuple[Candidate, ...]:
    """Everything that could be put into a plan, the surest first; nothing that a host rules out.

    An offer is one even if no part fits it, since it waits for an answer.
    """
    found = _Gatherer(facts, catalog, hosts, late)
    made = (*found.from_rotations(), *found.from_hosts(), *found.slots())
    return tuple(one for one in made if one.days and (one.parts or one.certainty == "offered"))


def is_live(facts: Facts, rotation: Rotation) -> bool:
    """Whether a rotation is offered or applied for and can still be had."""
    overdue = rotation.answer_due is not None and rotation.answer_due < facts.as_of
    return rotation.status in ("offered", "applied") and not overdue


def city_key(city: str | None, state: str | None) -> str:
    """A city as one word for comparing; empty where it is not known."""
    return f"{city}, {state or ''}".casefold() if city else ""


@dataclass(frozen=True)
class _Gatherer:
    """One person, before programs read or late; what many candidates share is worked out once."""

    facts: Facts
    catalog: Catalog
    hosts: tuple[HostVerdict, ...]
    late: bool

    @cached_property
    def days(self) -> tuple[Day, ...]:
        return block_days(self.facts, late=self.late)

    @cached_property
    def types(self) -> tuple[RotationType, ...]:
        """The rotation types that this person can do at all."""
        entries, answers = by_id(self.catalog.files.settings.types), self.facts.answers()
        return tuple(kind for kind in self.facts.settings.types if applies(entries[kind.id], answers) is not False)

    @cached_property
    def asked(self) -> dict[tuple[int, tuple[int, ...]], tuple[Day, ...]]:
        """The days of hosts with the same notice and the same months, each worked out once."""
        return {}

    @property
    def weeks(self) -> int:
        return self.facts.settings.calendar.block_days // 7

    @property
    def short_lead(self) -> int:
        return self.facts.settings.calendar.short_lead_weeks

    @cached_property
    def needs_residents(self) -> bool:
        """Whether a state in which they want a license counts clerkships only beside residents of the subject."""
        wanted = set(self.facts.targets.license_states or ())
        return any(one.state in wanted and one.limits.same_subject for one in self.catalog.files.states.states)

    @property
    def partner_regions(self) -> tuple[str, ...]:
        """Where their partner can move, unless they enter the Match alone."""
        targets = self.facts.targets
        return () if targets.couples_match is False else targets.partner_regions or ()

    def days_for(self, lead: int, months: tuple[int, ...]) -> tuple[Day, ...]:
        key = lead, months
        if key not in self.asked:
            ready: date = self.facts.as_of + timedelta(weeks=lead)
            self.asked[key] = asked_days(self.days, ready=ready, months=months)
        return self.asked[key]

    def from_rotations(self) -> Iterator[Candidate]:
        closed = {place_of(one) for one in self.hosts if one.verdict.value not in OPEN}
        for number, rotation in enumerate(self.facts.profile.rotations or ()):
            record = place_called(rotation.host, self.catalog)
            refused = rotation.status == "applied" and _place(rotation, record) in closed
            if is_live(self.facts, rotation) and not refused:
                yield self._from_rotation(number, rotation, record)

    def from_hosts(self) -> Iterator[Candidate]:
        places: tuple[Place, ...] = (*self.catalog.programs, *self.catalog.hosts)
        records = {one.id: one for one in places}
        live = [one for one in self.facts.profile.rotations or () if is_live(self.facts, one)]
        mine = {_place(one, place_called(one.host, self.catalog)) for one in live}
        for verdict in self.hosts:
            if verdict.verdict.value in OPEN and place_of(verdict) not in mine:
                yield from self._at_host(verdict, records.get(verdict.id))

    def slots(self) -> Iterator[Candidate]:
        """One open slot for each type that this person can do and each part that it plays: some host or other."""
        lead, cost = self.short_lead, price(self.facts, self.catalog, Stay(self.weeks))
        days = self.days_for(lead, ())
        goals = self.catalog.files.goals
        elsewhere = {*goals.other_host_types} | {kind.id for kind in self.types} - {*goals.host_types}
        for kind in (one for one in self.types if one.id in elsewhere):
            for part in kind.fills:
                yield Candidate(f"any/{kind.id}/{part}", "slot", (part,), kind.id, kind.field, days, cost, lead=lead)

    def _from_rotation(self, number: int, rotation: Rotation, record: Place | None) -> Candidate:
        days = offered_days(self.facts, rotation, late=self.late)
        fee = None if rotation.fee is None else Money(rotation.fee, rotation.fee)
        city, state = _where(rotation, record)
        stay = Stay(days[0].span.weeks if days else 0, city, fee, applying=False)
        return Candidate(
            id=f"rotation-{number + 1}",
            certainty="offered" if rotation.status == "offered" else "ask",
            parts=self._parts(rotation),
            type=rotation.type or "",
            field=rotation.field,
            days=days,
            cost=price(self.facts, self.catalog, stay),
            fee=fee,
            host=rotation.host,
            host_id=record.id if record else "",
            rotation=number,
            city=city_key(city, state),
            combined=isinstance(record, Program),
            stated=True,
            state=state,
            setting=rotation.setting or ("university" if record else ""),
            voices=self.facts.settings.counts_for(rotation.field),
            barred=self._barred(state, rotation.program_in_field),
        )

    def _parts(self, rotation: Rotation) -> tuple[str, ...]:
        """The parts that a rotation can play: those of its type, or without one those of every type in its field."""
        settings = self.facts.settings
        kinds = [kind for kind in settings.types if kind.id == rotation.type]
        kinds = kinds or [kind for kind in settings.types if kind.field == rotation.field]
        parts = (*(part for kind in kinds for part in kind.fills), settings.part_of(rotation.field))
        return tuple(dict.fromkeys(part for part in parts if part))

    def _at_host(self, verdict: HostVerdict, record: Place | None) -> Iterator[Candidate]:
        route = _route(record, verdict.route)
        lead, fee, most = _figures(route)
        city, state = (record.city, record.state) if record else ("", "")
        known_fee = None if fee is None else Money(fee, fee)
        for kind in self._kinds(record):
            yield Candidate(
                id=f"{verdict.id or verdict.name.casefold()}/{kind.id}",
                certainty="open" if verdict.verdict.value == "open" else "ask",
                parts=kind.fills,
                type=kind.id,
                field=kind.field,
                days=self.days_for(self.short_lead if lead is None else lead, route.months if route else ()),
                cost=price(self.facts, self.catalog, Stay(self.weeks, city, known_fee)),
                fee=known_fee,
                host_id=verdict.id,
                host=verdict.name,
                city=city_key(city, state),
                stated=route is not None and route.route is not None,
                state=state,
                setting="university" if record else "",
                combined=isinstance(record, Program),
                lead=self.short_lead if lead is None else lead,
                most=self.catalog.files.goals.host_electives if most is None else most,
                barred=self._barred(state, isinstance(record, Program) or None),
            )

    def _kinds(self, record: Place | None) -> Iterator[RotationType]:
        """What to ask a host for: electives with a name that visitors may take, and what every such host has."""
        goals = self.catalog.files.goals
        named = [setting.type for setting in record.settings if setting.type] if isinstance(record, Program) else []
        usual = goals.host_types if isinstance(record, Program) else goals.other_host_types
        wanted = {*named, *usual}
        return (kind for kind in self.types if kind.id in wanted)

    def _barred(self, state: str, residents: bool | None) -> frozenset[str]:
        """The limits that a place breaks whatever the day; of a place that is not known none."""
        region, targets = self.facts.settings.regions.get(state), self.facts.targets
        found = {
            "regions": bool(region and targets.regions and region not in targets.regions),
            "couples": bool(region and self.partner_regions and region not in self.partner_regions),
            "same-subject": residents is False and self.needs_residents,
        }
        return frozenset(limit for limit, breaks in found.items() if breaks)


def place_of(verdict: HostVerdict) -> str:
    """The host of a verdict by one name, as candidates know it."""
    return verdict.id or verdict.name.casefold()


def _place(rotation: Rotation, record: Place | None) -> str:
    return record.id if record else rotation.host.casefold()


def _where(rotation: Rotation, record: Place | None) -> tuple[str, str]:
    """City and state, as the person says or the guide knows."""
    known = (record.city, record.state) if record and not rotation.city else ("", "")
    return rotation.city or known[0], rotation.state or (record.state if record else "")


def _route(record: Place | None, name: str) -> VisitingRoute | None:
    if record is None:
        return None
    return next((route for route in record.visiting if (route.route or "unknown") == name), record.visiting[0])


def _figures(route: VisitingRoute | None) -> tuple[int | None, int | None, int | None]:
    """A route's notice in weeks, its fee, and the most electives, as far as they are known."""
    if route is None:
        return None, None, None
    return _count(route.lead_weeks.value), _count(route.fee.value), _count(route.most_electives.value)


def _count(value: object) -> int | None:
    return value if isinstance(value, int) else None
