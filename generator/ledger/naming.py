"""Hosts by the names that readers know, also where a profile gives the guide's short id for one."""

from collections.abc import Iterable
from typing import TypeVar

from generator.catalog import Catalog
from generator.profile import Inquiry, Profile, Rotation

Entry = TypeVar("Entry", Rotation, Inquiry)


def with_names(profile: Profile, catalog: Catalog) -> Profile:
    """The same profile, in which rotations and inquiries give a host's name in place of its id."""
    names = {place.id: str(place.name) for place in catalog.places}
    return profile.model_copy(
        update={
            "rotations": profile.rotations and _named(profile.rotations, names),
            "inquiries": profile.inquiries and _named(profile.inquiries, names),
        }
    )


def _named(entries: Iterable[Entry], names: dict[str, str]) -> tuple[Entry, ...]:
    return tuple(one.model_copy(update={"host": names.get(one.host, one.host)}) for one in entries)
