"""The guide's hosts with what a person knows of them laid over: their entry wins and is marked as theirs."""

from dataclasses import replace
from hashlib import sha256
from typing import TypeVar

from generator.catalog import Catalog
from generator.catalog.hosts import Host
from generator.catalog.program import Program
from generator.ledger.adding import new_host
from generator.ledger.amending import amended_place
from generator.ledger.mistakes import check_entries
from generator.ledger.naming import with_names
from generator.profile import OwnHost, Profile

__all__ = ["amended", "check_entries", "with_names"]

P = TypeVar("P", Program, Host)


def amended(catalog: Catalog, profile: Profile) -> Catalog:
    """The catalog as this person knows it; the same one where they entered nothing, or where it is theirs already."""
    said = "".join(entry.model_dump_json() for entry in profile.hosts or ())
    if said == catalog.entered:
        return catalog
    laid = catalog
    for entry in profile.hosts or ():
        laid = _with(laid, entry)
    return replace(laid, key=sha256(f"{catalog.key} {said}".encode()).hexdigest(), entered=said)


def _with(catalog: Catalog, entry: OwnHost) -> Catalog:
    """The catalog with one entry more: a host of the guide amended, or a host added."""
    known = catalog.place_called(entry.host)
    if known is None:
        return replace(catalog, hosts=(*catalog.hosts, new_host(entry, catalog)))
    mine = amended_place(known, entry, catalog)
    if isinstance(mine, Program):
        return replace(catalog, programs=_put(catalog.programs, mine))
    return replace(catalog, hosts=_put(catalog.hosts, mine))


def _put(places: tuple[P, ...], mine: P) -> tuple[P, ...]:
    """The same with theirs in the place of the one that has its id."""
    return tuple(mine if place.id == mine.id else place for place in places)
