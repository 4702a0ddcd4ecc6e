"""The page on ways in: which are open, to be asked about, or closed."""

from dataclasses import dataclass
from typing import Annotated

from generator.catalog.figures import SchoolRule, StateRule
from generator.catalog.known import by_id
from generator.catalog.tables import Gift, Route
from generator.plan import Change, Decision
from generator.prose import Prose
from generator.views.common import Sight, View


@dataclass(frozen=True)
class GiftView:
    """Whether a way in gives something, and when."""

    name: Prose
    words: Prose
    sources: tuple[str, ...]


@dataclass(frozen=True)
class RouteView:
    """One way in, and how it stands for this person."""

    id: str
    name: Prose
    what: Prose
    gives: Prose
    letter: GiftView
    hands_on: GiftView
    credit: GiftView
    steps: tuple[Prose, ...]
    beware: Prose | None
    verdict: str
    verdict_name: Prose
    because: Prose
    hangs_on: tuple[Prose, ...]
    changes: tuple[Change[str], ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class RoutesView(View):
    """Which ways in are open."""

    routes: Annotated[tuple[RouteView, ...], "Every way in, those not closed first."]
    open_routes: Annotated[tuple[RouteView, ...], "Ways that are open or to be asked about."]
    closed_routes: Annotated[tuple[RouteView, ...], "Ways that are closed."]
    school_rules: Annotated[tuple[SchoolRule, ...], "Rules of the reader's school, if the guide knows it."]
    state_rules: Annotated[tuple[StateRule, ...], "Rules of states."]


def routes(sight: Sight) -> RoutesView:
    """The routes page."""
    entries = by_id(sight.catalog.files.routes.routes)
    shown = [_route(sight, entries[name], decision) for name, decision in sight.plan.routes]
    open_routes = tuple(route for route in shown if route.verdict != "closed")
    closed_routes = tuple(route for route in shown if route.verdict == "closed")
    return RoutesView(
        **sight.common(),
        routes=(*open_routes, *closed_routes),
        open_routes=open_routes,
        closed_routes=closed_routes,
        school_rules=tuple(_rules_of_school(sight)),
        state_rules=sight.catalog.files.states.states,
    )


def _route(sight: Sight, entry: Route, decision: Decision[str]) -> RouteView:
    return RouteView(
        id=entry.id,
        name=entry.name,
        what=entry.what,
        gives=entry.gives,
        letter=_gift(sight, entry.letter),
        hands_on=_gift(sight, entry.hands_on),
        credit=_gift(sight, entry.credit),
        steps=entry.steps,
        beware=entry.beware,
        verdict=decision.value,
        verdict_name=sight.catalog.name("verdict", decision.value),
        because=decision.because,
        hangs_on=sight.whether(decision.unsettled),
        changes=decision.would_change,
        sources=tuple(dict.fromkeys((*decision.sources, *entry.sources))),
    )


def _gift(sight: Sight, gift: Gift) -> GiftView:
    return GiftView(sight.catalog.name("gift", gift.value), gift.words, gift.sources)


def _rules_of_school(sight: Sight) -> list[SchoolRule]:
    rule = sight.catalog.school_called(sight.facts.profile.school.name or "")
    return [rule] if rule else []
