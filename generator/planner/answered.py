"""What hosts have told this person: places that they gave, and answers to messages."""

from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

from generator.catalog import Catalog
from generator.catalog.hosts import Host
from generator.catalog.naming import Naming
from generator.catalog.program import Program
from generator.facts import Facts
from generator.profile import Rotation

Place: TypeAlias = Program | Host
GIVEN = ("offered", "booked", "done")
SAID = {"open": "yes", "closed": "no"}


def names_of(place: Place) -> tuple[str, ...]:
    """Every name by which a profile may mean a host that the guide knows."""
    return (place.id, place.name, place.sponsor, *place.names)


def place_called(name: str, catalog: Catalog) -> Place | None:
    """The host that the guide knows under this name, or None."""
    places: tuple[Place, ...] = (*catalog.programs, *catalog.hosts)
    return next((place for place in places if catalog.naming.among(name, names_of(place))), None)


def told_by(names: tuple[str, ...], facts: Facts, naming: Naming) -> str:
    """yes, no or nothing: what a host of these names has told them; a place is a yes, then the last answer counts."""
    rotations = facts.profile.rotations or ()
    if any(_stands(one, facts) and naming.among(one.host, names) for one in rotations):
        return "yes"
    answers = [
        (one.answered or one.sent, SAID[one.outcome])
        for one in facts.profile.inquiries or ()
        if one.outcome in SAID and naming.among(one.host, names)
    ]
    return max(answers, default=(date.min, "nothing"))[1]


def hosts_named(facts: Facts) -> Iterator[str]:
    """Every host that they name, those that they want first."""
    yield from facts.targets.hosts or ()
    yield from (rotation.host for rotation in facts.profile.rotations or ())
    yield from (inquiry.host for inquiry in facts.profile.inquiries or ())


def _stands(rotation: Rotation, facts: Facts) -> bool:
    """Whether a place shows that the host takes them as they are now: of a graduate's only one that is not over."""
    is_over = rotation.last is not None and rotation.last < facts.as_of
    lapsed = rotation.status == "offered" and rotation.answer_due is not None and rotation.answer_due < facts.as_of
    if lapsed:
        return False
    return rotation.status in GIVEN and (facts.enrolled() is True or not (is_over or rotation.status == "done"))
