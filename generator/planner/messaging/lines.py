"""Whom to ask now, about which block, and who is kept in reserve: so many open lines a block and no more."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.plan import Block
from generator.planner.messaging.contacts import Contact, blocks_at, contacts, is_open_line
from generator.planner.messaging.desk import Desk
from generator.planner.places import places_of


@dataclass(frozen=True)
class Line:
    """A host to be asked, the block that it could serve (None for none in particular), and whether now."""

    contact: Contact
    block: Block | None
    is_now: bool


def lines(desk: Desk) -> tuple[Line, ...]:
    """Every host that has not been asked and should be, the first to be asked at the top."""
    found = contacts(desk)
    load: Counter[str] = Counter()
    for contact in found:
        if is_open_line(desk, contact):
            load.update(_own(desk, contact) or _blocks_of(desk, contact, load)[:1])
    asked = sorted((one for one in found if _is_to_be_asked(desk, one)), key=lambda one: _rank(desk, one))
    return tuple(line for contact in asked for line in _line(desk, contact, load))


def _line(desk: Desk, contact: Contact, load: Counter[str]) -> Iterator[Line]:
    """The line to one host; it is opened as long as its block has too few."""
    own, fitting = _own(desk, contact), _blocks_of(desk, contact, load)
    ids = own or fitting[:1]
    if not ids and not contact.host.wanted:
        return
    is_now = bool(own) or contact.host.wanted or load[ids[0]] < desk.table.lines.most
    if is_now and _counts(desk, contact):
        load.update(ids)
    blocks = {block.id: block for block in desk.open_blocks}
    yield Line(contact, blocks[ids[0]] if ids else None, is_now)


def _own(desk: Desk, contact: Contact) -> list[str]:
    return [block.id for block in blocks_at(desk, contact) if block.inquiry]


def _counts(desk: Desk, contact: Contact) -> bool:
    return contact.host.verdict.value in desk.table.asks


def _is_to_be_asked(desk: Desk, contact: Contact) -> bool:
    """Whether it has not been asked, a question is worth sending, and it lies where the person would go."""
    host, table = contact.host, desk.table
    asks = host.verdict.value in (*table.asks, *table.after_school) and bool(host.ask)
    return asks and not contact.is_asked and (host.wanted or _is_within_reach(desk, contact))


def _is_within_reach(desk: Desk, contact: Contact) -> bool:
    """Whether it lies in a region that they named, or nobody has said where it lies."""
    regions = desk.facts.targets.regions
    place = next((one for one in places_of(desk.catalog) if one.id == contact.host.id), None)
    return not regions or place is None or place.region is None or place.region in regions


def _blocks_of(desk: Desk, contact: Contact, load: Counter[str]) -> list[str]:
    """The blocks that a host could serve, that with the fewest lines first."""
    served = [block for block in desk.open_blocks if _serves(desk, contact, block)]
    return [block.id for block in sorted(served, key=lambda block: (load[block.id], block.span.first))]


def _serves(desk: Desk, contact: Contact, block: Block) -> bool:
    """Whether it could give this part on these days; of a host of which nothing is reckoned anything may come."""
    mine = [one for one in desk.decided.ground.candidates if one.place == contact.key]
    fitting = (one for one in mine if block.part in one.parts and not one.barred)
    return not mine or any(day.span == block.span and not day.broken for one in fitting for day in one.days)


def _rank(desk: Desk, contact: Contact) -> tuple[int, ...]:
    """Hosts of the plan first, then those that are wanted, then places to apply to, then the surest."""
    host = contact.host
    targets = [one.host for one in desk.advice.targets]
    return (
        not _own(desk, contact),
        not host.wanted,
        targets.index(host.name) if host.name in targets else len(targets),
        desk.catalog.files.verdicts.order.index(host.verdict.value),
        host.kind != "program",
    )
