"""A host of the guide as a person knows it: their values in place of the guide's, where they have any."""

from collections.abc import Iterator
from typing import Any, TypeAlias

from generator.catalog import Catalog
from generator.catalog.entries import EntriesFile
from generator.catalog.entry import OWN_ENTRY, Known
from generator.catalog.hosts import Host
from generator.catalog.program import Contact, Program, VisitingRoute
from generator.ledger.wording import Wording
from generator.profile import OwnHost
from generator.prose import Prose

Place: TypeAlias = Program | Host
Routes: TypeAlias = tuple[VisitingRoute, ...]


def amended_place(place: Place, entry: OwnHost, catalog: Catalog) -> Place:
    """The host with their entry laid over."""
    wording = Wording(entry, catalog.files.entries, has_page=isinstance(place, Host))
    return place.entered(laid_over(place, wording, catalog), own={*place.own, *wording.fields})


def laid_over(place: Place, wording: Wording, catalog: Catalog) -> dict[str, Any]:
    """Every field of a host that their entry says, as it is with it."""
    return {
        **_lying(wording.entry, catalog),
        **dict(_values(place, wording)),
        "visiting": _visiting(place.visiting, wording),
        "contact": _contact(place.contact, wording),
        "notes": place.notes if wording.has_rule else wording.with_note(place.notes),
    }


def _lying(entry: OwnHost, catalog: Catalog) -> dict[str, str]:
    """City, state and region, as far as they say them."""
    region = catalog.settings.regions.get(entry.state or "")
    said = {"city": entry.city, "state": entry.state, "region": region}
    return {name: value for name, value in said.items() if value}


def _values(place: Place, wording: Wording) -> Iterator[tuple[str, Known]]:
    """Single values that they say, of those that such a host has."""
    entry = wording.entry
    said = {
        "page": wording.page if wording.has_page else None,
        "office": entry.office,
        "email": entry.email,
        "seats": entry.seats,
        "letters": entry.letters,
        "application_dates": entry.application_dates,
        "recruiting": wording.recruiting,
    }
    for name, value in said.items():
        before = getattr(place, name, None)
        if value is not None and isinstance(before, Known):
            yield name, before.told(value, as_of=wording.year)


def _visiting(routes: Routes, wording: Wording) -> Routes:
    """The routes; an entry that names none speaks of all of them, one that names a new one adds it."""
    named = wording.entry.route
    if named is None:
        return tuple(_route(route, wording) for route in routes)
    meant = next((route for kind in (named, None) for route in routes if route.route == kind), None)
    if meant is not None:
        return tuple(_route(route, wording) if route is meant else route for route in routes)
    return (_route(blank_route(wording.words, routes[0].ask), wording), *routes)


def blank_route(words: EntriesFile, ask: Prose) -> VisitingRoute:
    """A route of which nothing is known, with the question that settles it."""
    return VisitingRoute(
        route=None,
        international_schools=None,
        us_citizens_abroad=None,
        rule=words.nothing,
        ask=ask,
        fee=Known(unknown=words.unknown.fee),
        lead_weeks=Known(unknown=words.unknown.lead_weeks),
        most_electives=Known(unknown=words.unknown.most_electives),
        must_be_student=Known(unknown=words.unknown.must_be_student),
        blocks=Known(unknown=words.unknown.blocks),
        as_of=None,
        confidence="inferred",
        sources=(OWN_ENTRY,),
    )


def _route(route: VisitingRoute, wording: Wording) -> VisitingRoute:
    """A route with what they say of it; the rule is theirs if they say whom it takes."""
    entry, year = wording.entry, wording.year
    told = {"fee": entry.fee, "lead_weeks": entry.lead_weeks, "most_electives": entry.most_electives}
    said: dict[str, Any] = {
        name: getattr(route, name).told(value, as_of=year) for name, value in told.items() if value is not None
    }
    said["months"] = entry.months or route.months
    return route.model_copy(update={**said, **(_rule(route, wording) if wording.has_rule else {})})


def _rule(route: VisitingRoute, wording: Wording) -> dict[str, Any]:
    entry = wording.entry
    schools, citizens = entry.international_schools, entry.us_citizens_abroad
    return {
        "route": entry.route or route.route,
        "international_schools": route.international_schools if schools is None else schools,
        "us_citizens_abroad": citizens or route.us_citizens_abroad,
        "rule": wording.rule(route),
        "as_of": wording.year,
        "confidence": "single",
        "sources": tuple(dict.fromkeys((OWN_ENTRY, *_quoted(route)))),
    }


def _quoted(route: VisitingRoute) -> tuple[str, ...]:
    """The sources of what the guide said, which the new rule repeats."""
    return route.sources if route.confidence != "inferred" else ()


def _contact(contact: Contact, wording: Wording) -> Contact:
    if wording.faculty is None:
        return contact
    said = {"approach_faculty": wording.entry.approach_faculty, "rule": wording.faculty, "ask": None}
    dated = {"as_of": wording.year, "confidence": "single", "sources": (OWN_ENTRY,)}
    return contact.model_copy(update={**said, **dated})
