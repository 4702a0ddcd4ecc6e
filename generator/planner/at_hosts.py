"""Rotations that hosts may give, as candidates."""

from collections.abc import Collection, Iterator

from generator.catalog.program import Program, VisitingRoute
from generator.plan import HostVerdict, Money
from generator.plan.settings import RotationType
from generator.planner.candidates import HOPEFUL, Candidate
from generator.planner.places import Place, city_key, host_setting, key_of, places_of, told_where
from generator.planner.pricing import Stay, price
from generator.planner.shared import Shared


def from_hosts(shared: Shared, *, but: Collection[str]) -> Iterator[Candidate]:
    """What to ask of each host that takes this person or may, but for hosts with these keys."""
    records = {one.id: one for one in places_of(shared.catalog)}
    for verdict in shared.hosts:
        if verdict.verdict.value in HOPEFUL and key_of(verdict) not in but:
            yield from _at_host(shared, verdict, records.get(verdict.id))


def _at_host(shared: Shared, verdict: HostVerdict, record: Place | None) -> Iterator[Candidate]:
    route = _route(record, verdict.route)
    lead, fee, most = _figures(route)
    city, state = _where(shared, verdict, record)
    known_fee = None if fee is None else Money(fee, fee)
    notice = shared.short_lead if lead is None else lead
    for kind in _kinds(shared, record):
        yield Candidate(
            id=f"{key_of(verdict)}/{kind.id}",
            certainty="open" if verdict.verdict.value == "open" else "ask",
            parts=kind.fills,
            type=kind.id,
            field=kind.field,
            days=shared.days_for(notice, route.months if route else ()),
            cost=price(shared.facts, shared.catalog, Stay(shared.weeks, city, known_fee)),
            fee=known_fee,
            host_id=verdict.id,
            host=verdict.name,
            place=key_of(verdict),
            city=city_key(city, state),
            stated=route is not None and route.route is not None,
            state=state,
            setting=host_setting(record, shared.catalog),
            combined=isinstance(record, Program),
            lead=notice,
            most=shared.catalog.files.goals.host_electives if most is None else most,
            barred=shared.barred(state, isinstance(record, Program) or None),
        )


def _where(shared: Shared, verdict: HostVerdict, record: Place | None) -> tuple[str, str]:
    """Its city and state; empty where nobody has said them."""
    if record is not None:
        return record.city, record.state
    return told_where(verdict.name, shared.facts.profile.rotations or (), shared.catalog.naming)


def _kinds(shared: Shared, record: Place | None) -> Iterator[RotationType]:
    """What to ask a host for: electives with a name that visitors may take, and what every such host has."""
    goals = shared.catalog.files.goals
    named = [setting.type for setting in record.settings if setting.type] if isinstance(record, Program) else []
    usual = goals.host_types if isinstance(record, Program) else goals.other_host_types
    wanted = {*named, *usual}
    return (kind for kind in shared.types if kind.id in wanted)


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
