"""What could be put into one person's plan, gathered from their rotations, from hosts and from open slots."""

from collections.abc import Iterator

from generator.catalog import Catalog
from generator.facts import Facts
from generator.plan import HostVerdict
from generator.planner.at_hosts import from_hosts
from generator.planner.candidates import Candidate
from generator.planner.own_rotations import from_rotations
from generator.planner.pricing import Stay, price
from generator.planner.shared import Shared


def candidates(facts: Facts, catalog: Catalog, hosts: tuple[HostVerdict, ...], *, late: bool) -> tuple[Candidate, ...]:
    """Everything that could be put into a plan, the surest first; nothing that a host rules out.

    An offer is one even if no part fits it, since it waits for an answer. A host that has offered a rotation, or may,
    is not asked for others, unless the guide knows it and that rotation plays no part.
    """
    shared = Shared(facts, catalog, hosts, late)
    own = tuple(from_rotations(shared))
    waiting = {one.place for one in own if one.parts or not one.host_id}
    made = (*own, *from_hosts(shared, but=waiting), *_slots(shared))
    return tuple(one for one in made if one.days and (one.parts or one.certainty == "offered"))


def _slots(shared: Shared) -> Iterator[Candidate]:
    """One open slot for each type that this person can do and each part that it plays: some host or other."""
    lead, cost = shared.short_lead, price(shared.facts, shared.catalog, Stay(shared.weeks))
    days, goals = shared.days_for(lead, ()), shared.catalog.files.goals
    elsewhere = {*goals.other_host_types} | {kind.id for kind in shared.types} - {*goals.host_types}
    for kind in (one for one in shared.types if one.id in elsewhere):
        for part in kind.fills:
            yield Candidate(f"any/{kind.id}/{part}", "slot", (part,), kind.id, kind.field, days, cost, lead=lead)
