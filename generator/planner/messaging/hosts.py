"""Messages to hosts: the first one, what follows it, and the application."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from generator.plan import Block, Message
from generator.planner.messaging.contacts import Contact, blocks_at, contacts
from generator.planner.messaging.desk import About, Desk, When, at_block
from generator.planner.messaging.lines import Line, lines
from generator.profile import Inquiry

FIRST = ("inquiry", "inquiry-graduate")


def first_messages(desk: Desk) -> Iterator[Message]:
    """The inquiry to each host that should be asked, and the question to the person's own school before some."""
    if not desk.open_blocks:
        return
    found = lines(desk)
    for line in found:
        about = _about(line.contact, line.block)
        for kind in FIRST:
            yield from desk.message(kind, about, _when(desk, line))
    yield from _to_school(desk, found)
    yield from desk.message("vslo-reply", About(), When())
    if desk.facts.graduated():
        yield from desk.message("research", About(block=desk.open_blocks[0].id), When())


def _to_school(desk: Desk, found: Iterable[Line]) -> Iterator[Message]:
    """The question to the person's own school: its agreements, and the visiting-student service if that is open."""
    when = When(due=_soonest(desk), opens=desk.as_of)
    if desk.facts.school_uses_visiting_service() is None:
        yield from desk.message("school-ways", About(), when)
    elif any(_after_school(desk, line) for line in found):
        yield from desk.message("school-partners", About(), when)


def _about(contact: Contact, block: Block | None) -> About:
    return About(contact.name, host=contact.host, asks=True, block=block.id if block else "")


def _after_school(desk: Desk, line: Line) -> bool:
    return line.contact.host.verdict.value in desk.table.after_school


def _when(desk: Desk, line: Line) -> When:
    if _after_school(desk, line):
        return When(waits_for="school")
    if not line.is_now:
        return When(waits_for="line")
    dates = line.block.inquiry if line.block else None
    if dates is None:
        return When(due=_soonest(desk), opens=desk.as_of)
    return When(due=dates.write_by, opens=dates.opens, late=dates.closed)


def _soonest(desk: Desk) -> date:
    """The day by which to write about the block that presses most."""
    return min(block.inquiry.write_by for block in desk.open_blocks if block.inquiry)


def next_messages(desk: Desk) -> Iterator[Message]:
    """What follows the last message to each host: reminder and call, thanks, a second inquiry, the application."""
    for contact in contacts(desk):
        if contact.inquiry is not None and not contact.rotations:
            yield from _after(desk, contact, contact.inquiry)


def _after(desk: Desk, contact: Contact, last: Inquiry) -> Iterator[Message]:
    if last.outcome == "closed":
        yield from desk.message("thanks-no", About(contact.name, host=contact.host), _thanks(desk, last))
    elif contact.is_closed:
        return
    elif last.outcome == "ask-later":
        yield from _later(desk, contact, last)
    elif contact.owes_an_answer:
        yield from _reminders(desk, contact, last)


def _thanks(desk: Desk, last: Inquiry) -> When:
    day = last.answered or last.sent
    return When(due=day, until=desk.on(day, desk.timing.thanks_days))


def _later(desk: Desk, contact: Contact, last: Inquiry) -> Iterator[Message]:
    """The answer to those who asked to be written to again, and the message on the day that they named."""
    about = About(contact.name, host=contact.host, block=_block_for(desk, contact))
    yield from desk.message("thanks-later", about, _thanks(desk, last))
    again = When(due=last.write_again, waits_for="" if last.write_again else "their-day")
    yield from desk.message("ask-again", replace(about, asks=True), again)


def _reminders(desk: Desk, contact: Contact, last: Inquiry) -> Iterator[Message]:
    """One reminder, one call; after that, silence is a no."""
    timing, about = desk.timing, About(contact.name, host=contact.host, block=_block_for(desk, contact), asks=True)
    call, close = desk.on(last.sent, timing.call_days), desk.on(last.sent, timing.close_days)
    reminder = desk.on(last.sent, timing.follow_up_days)
    yield from desk.message("follow-up", about, When(due=reminder, until=_before(call), waits_for="silence"))
    yield from desk.message("call", about, When(due=call, until=_before(close), waits_for="silence"))


def _before(day: date) -> date:
    return day - timedelta(days=1)


def _block_for(desk: Desk, contact: Contact) -> str:
    """The block that a host could serve: one that the plan puts there, else the first that is still to be found."""
    own = (*blocks_at(desk, contact), *desk.schedule.planned)
    return own[0].id if own else ""


def applications(desk: Desk) -> Iterator[Message]:
    """The papers to each host that takes them itself: due after its yes, and waiting for it elsewhere in the plan."""
    for contact in contacts(desk):
        if contact.host.route in desk.table.direct_routes and not contact.rotations and not contact.is_closed:
            yield from _papers_to(desk, contact)


def _papers_to(desk: Desk, contact: Contact) -> Iterator[Message]:
    blocks = tuple(blocks_at(desk, contact))
    if contact.inquiry is not None and contact.said_yes:
        elsewhere = About(contact.name, host=contact.host, block=_block_for(desk, contact))
        for about in map(at_block, blocks) if blocks else (elsewhere,):
            yield from desk.message("application", about, _after_yes(desk, contact.inquiry))
    elif contact.host.route != "unknown":
        for block in blocks:
            yield from desk.message("application", at_block(block), When(due=block.apply_by, waits_for="answer"))


def _after_yes(desk: Desk, last: Inquiry) -> When:
    day = last.answered or last.sent
    return When(due=desk.on(day, desk.timing.answer_days), opens=day)
