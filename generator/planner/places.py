"""Hosts as the guide and a person name them, and the cities that they lie in."""

from collections.abc import Iterable
from typing import TypeAlias

from generator.catalog import Catalog
from generator.catalog.hosts import Host
from generator.catalog.naming import Naming
from generator.catalog.program import Program
from generator.plan import Block, HostVerdict
from generator.profile import Rotation

Place: TypeAlias = Program | Host


def places_of(catalog: Catalog) -> tuple[Place, ...]:
    """The hosts that the guide knows."""
    return catalog.places


def names_of(place: Place) -> tuple[str, ...]:
    """Every name by which a profile may mean a host that the guide knows."""
    return place.called


def place_called(name: str, catalog: Catalog) -> Place | None:
    """The host that the guide knows under this name, or None."""
    return catalog.place_called(name)


def key_of(verdict: HostVerdict) -> str:
    """The host of a verdict in one word, as candidates know it."""
    return verdict.id or verdict.name.casefold()


def key_called(name: str, catalog: Catalog, hosts: tuple[HostVerdict, ...]) -> str:
    """The same for a host by any of its names, those included by which only the person knows it."""
    known = place_called(name, catalog)
    if known is not None:
        return known.id
    named = (one for one in hosts if not one.id)
    return next((key_of(one) for one in named if catalog.naming.same(name, one.name)), name.casefold())


def where(rotation: Rotation, place: Place | None) -> tuple[str, str]:
    """City and state of a rotation, as the person says or the guide knows; empty where neither does."""
    city = place.city if place and not rotation.city else rotation.city
    return city or "", rotation.state or (place.state if place else "")


def told_where(name: str, rotations: Iterable[Rotation], naming: Naming) -> tuple[str, str]:
    """City and state of a host that only the person knows, as they say of a rotation there; empty where they don't."""
    there = [one for one in rotations if naming.same(name, one.host)]
    cities, states = ([one.city for one in there if one.city], [one.state for one in there if one.state])
    return cities[0] if cities else "", states[0] if states else ""


def setting_of(rotation: Rotation, place: Place | None, catalog: Catalog) -> str:
    """The kind of hospital, as the person says or as it is at hosts that the guide knows; empty if unknown."""
    return rotation.setting or host_setting(place, catalog)


def host_setting(place: Place | None, catalog: Catalog) -> str:
    """The kind of hospital of a host that the guide itself knows; empty for one that only the person describes."""
    return catalog.files.goals.host_setting if place and "host" not in place.own else ""


def city_key(city: str, state: str) -> str:
    """A city as one word for comparing; empty where it is not known."""
    return f"{city}, {state}".casefold() if city else ""


def city_of(block: Block) -> str:
    """A block's city as people name it, who name no state where they can stay for nothing."""
    return block.city.rpartition(", ")[0]
