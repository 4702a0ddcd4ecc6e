"""Messages to the person's own school: the agreement with a host, and the papers that hosts ask for."""

from collections.abc import Iterator
from datetime import timedelta

from generator.catalog.known import by_id
from generator.catalog.program import Program
from generator.plan import Block, Message
from generator.planner.messaging.contacts import blocks_at, contacts
from generator.planner.messaging.desk import About, Desk, When, at_block
from generator.planner.places import places_of

SINGLY = ("standing", "malpractice")
"""Papers that can be asked for before any host has named its list."""


def school_messages(desk: Desk) -> Iterator[Message]:
    """What to ask the school for; its record for the application, where the person has graduated."""
    yield from _record(desk)
    agreed = tuple(_agreed(desk))
    for block in agreed:
        yield from _agreement(desk, block)
        yield from _papers(desk, block)
    if not agreed:
        yield from _ahead_of_any_yes(desk)


def _agreed(desk: Desk) -> Iterator[Block]:
    """The blocks ahead that are booked or offered, or whose host has said that the person may apply."""
    yes = {block.id for one in contacts(desk) if one.said_yes for block in blocks_at(desk, one)}
    for block in desk.schedule.ahead:
        if block.span.first > desk.as_of and (block.status in ("booked", "offered") or block.id in yes):
            yield block


def _ahead_of_any_yes(desk: Desk) -> Iterator[Message]:
    """Before any host has said yes: papers that every host wants, and the agreement as soon as one asks for it."""
    for block in desk.schedule.planned[:1]:
        for kind in SINGLY:
            if _missing(desk, kind):
                yield from desk.message(kind, About(), _by(desk, kind, block))
    for block in [block for block in desk.schedule.planned if block.host][:1]:
        if _missing(desk, "agreement") and _needs_agreement(desk, block) is not False:
            yield from desk.message("agreement", at_block(block), When(waits_for="answer"))


def _agreement(desk: Desk, block: Block) -> Iterator[Message]:
    """An agreement that is needed is asked for today; one that may be needed, once the host asks for it."""
    needed = _needs_agreement(desk, block)
    if needed is not False and _missing(desk, "agreement"):
        when = _by(desk, "agreement", block) if needed else When(waits_for="host-asks")
        yield from desk.message("agreement", at_block(block), when)


def _needs_agreement(desk: Desk, block: Block) -> bool | None:
    """Whether the school must sign one, by its own rule or by the host's list of papers."""
    place = next((one for one in places_of(desk.catalog) if one.id == block.host_id), None)
    listed = place.requirements if isinstance(place, Program) else ()
    wanted = _entry_papers(desk, "agreement")
    return True if set(wanted) & set(listed) else desk.facts.school_needs_agreement()


def _papers(desk: Desk, block: Block) -> Iterator[Message]:
    """One message for all papers, or the one for the only paper that is missing."""
    missing = _missing(desk, "papers")
    alone = next((kind for kind in SINGLY if missing == _entry_papers(desk, kind)), "")
    if missing:
        kind = alone or "papers"
        yield from desk.message(kind, at_block(block), _by(desk, kind, block))


def _record(desk: Desk) -> Iterator[Message]:
    opens = desk.facts.season.day("submit-opens")
    if _missing(desk, "school-record"):
        due = opens - timedelta(weeks=desk.timing.record_weeks) if opens else None
        yield from desk.message("school-record", About(), When(due=due))


def _entry_papers(desk: Desk, kind: str) -> tuple[str, ...]:
    return by_id(desk.table.kinds)[kind].papers


def _missing(desk: Desk, kind: str) -> tuple[str, ...]:
    """Of the papers that a message asks for, those that are not in hand or run out too soon."""
    held = {paper.id for paper in desk.documents if paper.in_hand and not paper.expires_too_soon}
    return tuple(paper for paper in _entry_papers(desk, kind) if paper not in held)


def _by(desk: Desk, kind: str, block: Block) -> When:
    """The day on which to begin with the paper that takes longest; today, where no lead is known."""
    weeks = [_weeks(desk, paper) for paper in _missing(desk, kind)]
    return When(due=block.span.first - timedelta(weeks=max(weeks))) if any(weeks) else When(due=desk.as_of)


def _weeks(desk: Desk, paper: str) -> int:
    known = by_id(desk.catalog.files.documents.documents)[paper].start_weeks_ahead
    return known.value if known and isinstance(known.value, int) else 0
