"""What is found of a host, criterion by criterion, for someone who would rotate there."""

from collections.abc import Mapping

from generator.catalog.program import Program, Setting, VisitingRoute
from generator.facts import Answer
from generator.facts.logic import opposite, some
from generator.plan import HostVerdict
from generator.planner.places import Place, key_of
from generator.planner.ranking.theirs import Theirs
from generator.prose import Prose
from generator.rules import criteria
from generator.rules.ranking import Finding

INTEGRATED = "integrated"


def findings_of_host(host: HostVerdict, theirs: Theirs) -> Mapping[str, Finding]:
    """Each criterion of the ranking of hosts with what is found of this host."""
    place, key = theirs.place(host.id), key_of(host)
    combined = isinstance(place, Program)
    city, state = _where(host, place, theirs)
    return {
        "verdict": criteria.verdict(host, key, settled=_is_settled(host, theirs), ask=theirs.catalog.files.ranking.ask),
        "wanted": criteria.wanted(theirs.wish(theirs.names(host), program=host.id if combined else ""), key),
        "elective": _elective(host, place, theirs),
        "letter": criteria.letter(missing=theirs.letter_missing, combined=combined),
        "region": theirs.region(state, key),
        "lodging": criteria.lodging(theirs.bed_in(city), city or key),
        "fee": _fee(host, place, theirs),
        "credit": criteria.credit(_counts(host, place, theirs), key),
    }


def _is_settled(host: HostVerdict, theirs: Theirs) -> bool:
    """Whether only the host itself could still change its verdict."""
    table = theirs.catalog.files.verdicts
    may_change = table.row(host.verdict.rule).id in theirs.catalog.files.ranking.open_rows
    return host.verdict.value != "ask" and not host.verdict.unsettled and not may_change


def _where(host: HostVerdict, place: Place | None, theirs: Theirs) -> tuple[str, str]:
    """City and state, as the guide knows them or as they say; empty where neither does."""
    told = theirs.rotations(theirs.names(host)) or ()
    cities = [place.city if place else "", *(one.city for one in told)]
    states = [place.state if place else "", *(one.state for one in told)]
    return next(filter(None, cities), ""), next(filter(None, states), "")


def _elective(host: HostVerdict, place: Place | None, theirs: Theirs) -> Finding:
    """An elective in both fields that they have there, or that the host names; graduates can't take the latter."""
    settings = theirs.facts.settings
    had = any(settings.part_of(one.field) == INTEGRATED for one in theirs.given(theirs.names(host)))
    named = next((one for one in _settings(place) if one.open_to_visitors), None)
    reading = theirs.catalog.files.readings.of(host.id).integrated
    offered: Answer = None if named is None else True
    return criteria.elective(
        offered=had or (False if theirs.facts.graduated() else offered),
        unit=True if reading and reading.level == "unit-or-clinic" else None,
        combined=isinstance(place, Program),
        read=None if had else named or reading,
        key=host.id or host.name,
    )


def _settings(place: Place | None) -> tuple[Setting, ...]:
    return place.settings if isinstance(place, Program) else ()


def _fee(host: HostVerdict, place: Place | None, theirs: Theirs) -> Finding:
    """What it charges: as they were told, or as its page says; a page speaks of students, not of graduates."""
    key = key_of(host)
    told = [one.fee for one in theirs.rotations(theirs.names(host)) or () if one.fee is not None]
    if told:
        return criteria.fee(told[-1], key)
    route = _route(host, place)
    if route is None or theirs.facts.graduated():
        return criteria.fee(None, key)
    amount = route.fee.value if isinstance(route.fee.value, int) else None
    return criteria.fee(amount, key, settle=route.fee.unknown or Prose(""), sources=route.fee.sources)


def _route(host: HostVerdict, place: Place | None) -> VisitingRoute | None:
    """The route that decided."""
    ways = place.visiting if place else ()
    return next((way for way in ways if (way.route or "unknown") == host.route), None)


def _counts(host: HostVerdict, place: Place | None, theirs: Theirs) -> Answer:
    """Whether a rotation there counts: residents train there in the subject, or no rule asks for it."""
    told = [one.program_in_field for one in theirs.rotations(theirs.names(host)) or ()]
    residents = True if isinstance(place, Program) else next((one for one in told if one is not None), None)
    return some([residents, opposite(theirs.needs_residents)])
