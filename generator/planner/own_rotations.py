"""Rotations that the person was offered or has applied for, as candidates."""

from collections.abc import Iterator

from generator.catalog.program import Program
from generator.facts import Facts
from generator.plan import Money
from generator.planner.candidates import HOPEFUL, Candidate
from generator.planner.days import offered_days
from generator.planner.places import city_key, key_called, key_of, place_called, setting_of, where
from generator.planner.pricing import Stay, price
from generator.planner.shared import Shared
from generator.profile import Rotation


def from_rotations(shared: Shared) -> Iterator[Candidate]:
    """What is offered or applied for and can still be had; nothing applied for at a host that rules it out."""
    closed = {key_of(one) for one in shared.hosts if one.verdict.value not in HOPEFUL}
    for number, rotation in enumerate(shared.facts.profile.rotations or ()):
        if _is_live(shared.facts, rotation):
            found = _candidate(shared, number, rotation)
            if rotation.status == "offered" or found.place not in closed:
                yield found


def _is_live(facts: Facts, rotation: Rotation) -> bool:
    overdue = rotation.answer_due is not None and rotation.answer_due < facts.as_of
    return rotation.status in ("offered", "applied") and not overdue


def _candidate(shared: Shared, number: int, rotation: Rotation) -> Candidate:
    facts, catalog = shared.facts, shared.catalog
    record, days = place_called(rotation.host, catalog), offered_days(facts, rotation, late=shared.late)
    fee = None if rotation.fee is None else Money(rotation.fee, rotation.fee)
    city, state = where(rotation, record)
    return Candidate(
        id=f"rotation-{number + 1}",
        certainty="offered" if rotation.status == "offered" else "ask",
        parts=_parts(shared, rotation),
        type=rotation.type or "",
        field=rotation.field,
        days=days,
        cost=price(facts, catalog, Stay(days[0].span.weeks if days else 0, city, fee, applying=False)),
        fee=fee,
        host=rotation.host,
        host_id=record.id if record else "",
        place=key_called(rotation.host, catalog, shared.hosts),
        rotation=number,
        answer_due=rotation.answer_due,
        city=city_key(city, state),
        combined=isinstance(record, Program),
        stated=True,
        state=state,
        setting=setting_of(rotation, record, catalog),
        voices=facts.settings.counts_for(rotation.field),
        barred=shared.barred(state, rotation.program_in_field),
    )


def _parts(shared: Shared, rotation: Rotation) -> tuple[str, ...]:
    """The parts that a rotation can play: those of its type; without one those of its field's types and letters."""
    settings = shared.facts.settings
    typed = [kind.fills for kind in settings.types if kind.id == rotation.type]
    if typed:
        found = (*typed[0], settings.part_of(rotation.field))
    else:
        filled = (part for kind in shared.types if kind.field == rotation.field for part in kind.fills)
        spoken = settings.counts_for(rotation.field)
        fitting = (part for part in filled if settings.role(part).specialty in spoken)
        found = (*fitting, settings.part_of(rotation.field))
    return tuple(dict.fromkeys(part for part in found if part))
