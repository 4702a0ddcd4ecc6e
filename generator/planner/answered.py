"""What hosts have told this person: places that they gave, and answers to messages."""

from collections.abc import Iterator
from datetime import date

from generator.catalog.naming import Naming
from generator.facts import Facts
from generator.profile import Rotation

SAID = {"open": "yes", "closed": "no"}


def told_by(names: tuple[str, ...], facts: Facts, naming: Naming) -> str:
    """yes, no or nothing: what a host of these names has told them last; a place that is still to come is a yes."""
    rotations = [one for one in facts.profile.rotations or () if naming.among(one.host, names)]
    if any(_is_to_come(one, facts) for one in rotations):
        return "yes"
    places = [(one.last or date.min, "yes") for one in rotations if _was_had(one, facts)]
    answers = [
        (one.answered or one.sent, SAID[one.outcome])
        for one in facts.profile.inquiries or ()
        if one.outcome in SAID and naming.among(one.host, names)
    ]
    return max((*places, *answers), default=(date.min, "nothing"))[1]


def hosts_named(facts: Facts) -> Iterator[str]:
    """Every host that they name, those that they want first."""
    yield from facts.targets.hosts or ()
    yield from (rotation.host for rotation in facts.profile.rotations or ())
    yield from (inquiry.host for inquiry in facts.profile.inquiries or ())


def _is_to_come(rotation: Rotation, facts: Facts) -> bool:
    """Whether it is booked or offered, and neither over nor lapsed."""
    lapsed = rotation.status == "offered" and rotation.answer_due is not None and rotation.answer_due < facts.as_of
    return rotation.status in ("offered", "booked") and not lapsed and not _is_over(rotation, facts)


def _was_had(rotation: Rotation, facts: Facts) -> bool:
    """Whether it took place and shows that the host takes them as they are now: of a graduate's none does."""
    over = rotation.status == "done" or (rotation.status == "booked" and _is_over(rotation, facts))
    return over and facts.enrolled() is True


def _is_over(rotation: Rotation, facts: Facts) -> bool:
    return rotation.last is not None and rotation.last < facts.as_of
