"""The pages on combined programs."""

from dataclasses import dataclass, fields
from typing import Annotated, Any

from generator.catalog.entry import Known
from generator.catalog.program import Contact, Program, Setting, Siblings, VisitingRoute
from generator.prose import Prose
from generator.views.common import Sight, View
from generator.views.hosts import HostView, host_view


@dataclass(frozen=True)
class VisitingView:
    """One route into a host, as its page tells it."""

    route_name: Prose
    rule: Prose
    ask: Prose
    fee: Known
    lead_weeks: Known
    most_electives: Known
    as_of: int | None
    sources: tuple[str, ...]


@dataclass(frozen=True)
class ProgramView:
    """A combined program with its host."""

    id: str
    name: Prose
    sponsor: Prose
    city: Prose
    state: Prose
    military: bool
    seats: Known
    founded: Known
    nrmp_code: Known
    acgme_id: Known
    recruiting: Known
    page: Known
    letters: Known
    img_statement: Known
    application_dates: Known
    settings: tuple[Setting, ...]
    visiting: tuple[VisitingView, ...]
    contact: Contact
    siblings: Siblings
    notes: Prose | None
    wanted: bool
    stands: HostView


@dataclass(frozen=True, kw_only=True)
class ProgramsView(View):
    """Every combined program."""

    programs: Annotated[tuple[ProgramView, ...], "Those that the reader wants first, then by name."]


def programs(sight: Sight) -> ProgramsView:
    """The programs page."""
    wanted = list(sight.facts.targets.programs or ())
    listed = sorted(sight.catalog.programs, key=lambda one: (one.military, one.name))
    ranked = sorted(listed, key=lambda one: wanted.index(one.id) if one.id in wanted else len(wanted))
    return ProgramsView(**sight.common(), programs=tuple(_program(sight, one, one.id in wanted) for one in ranked))


def _program(sight: Sight, program: Program, wanted: bool) -> ProgramView:
    own = {"state": Prose(program.state), "visiting": tuple(_visiting(sight, route) for route in program.visiting)}
    told: dict[str, Any] = {field.name: getattr(program, field.name, None) for field in fields(ProgramView)}
    verdict = next(one for one in sight.plan.hosts if one.id == program.id)
    return ProgramView(**{**told, **own, "wanted": wanted, "stands": host_view(sight, verdict)})


def _visiting(sight: Sight, route: VisitingRoute) -> VisitingView:
    return VisitingView(
        route_name=sight.catalog.name("route", route.route or "unknown"),
        rule=route.rule,
        ask=route.ask,
        fee=route.fee,
        lead_weeks=route.lead_weeks,
        most_electives=route.most_electives,
        as_of=route.as_of,
        sources=route.sources,
    )
