"""Messages with a day: inquiries together for each rotation, offers to answer, and all others one by one."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.catalog.known import by_id
from generator.downloads.events import Event
from generator.phrases import joined
from generator.plan import Message, OfferAdvice, Span
from generator.views.addressing import reads_it
from generator.views.calendar.keys import offer_keys
from generator.views.calendar.making import Maker, Told
from generator.views.calendar.rotations import APPLICATION
from generator.views.offered import offer_block

INQUIRIES = ("inquiry", "inquiry-graduate")


def messages(make: Maker) -> Iterator[Event]:
    """Every message to a host or a school that has a day, and every offer with a day for its answer."""
    dated = [message for message in make.sight.plan.messages if message.due and not message.letter]
    yield from _inquiries(make, [message for message in dated if message.kind in INQUIRIES])
    yield from _offers(make)
    answers = {answer.scripts[0] for answer in make.sight.catalog.files.offers.answers}
    for message in dated:
        if message.kind not in (*INQUIRIES, *answers) and not is_overdue(make, message):
            yield _message(make, message)


def papers_asked_for(make: Maker) -> Iterator[str]:
    """The documents that messages in the calendar ask for."""
    for message in make.sight.plan.messages:
        if message.due and not is_overdue(make, message):
            yield from make.message(message).papers


def is_overdue(make: Maker, message: Message) -> bool:
    """Whether its own day has gone by, so that today is no day of its own and it belongs on the list for today."""
    return message.late and message.due == make.sight.plan.as_of


def _inquiries(make: Maker, asking: Sequence[Message]) -> Iterator[Event]:
    """One event for each rotation, since its inquiries are due together."""
    for block, found in groupby(sorted(asking, key=lambda one: one.block), lambda one: one.block):
        some = tuple(found)
        day = min(message.due for message in some if message.due)
        hosts, about = (
            joined([message.host for message in some]),
            by_id(make.sight.plan.schedule.value.blocks).get(block),
        )
        part = make.part_name(about) if about else hosts
        lines = {"hosts": hosts, "about": part if about else "", "why": make.message(some[0]).why}
        yield make.event("inquiry", block, Span(day, day), Told(part, lines))


def _offers(make: Maker) -> Iterator[Event]:
    names, answers = offer_keys(make.sight), by_id(make.sight.catalog.files.offers.answers)
    for offer in make.sight.plan.advice.offers:
        if offer.answer_by:
            lines = {"host": offer.host, "about": _offered(make, offer), "why": answers[offer.advice].what}
            what = Told(_offered(make, offer), lines)
            yield make.event("offer", names[offer.number], Span(offer.answer_by, offer.answer_by), what)


def _offered(make: Maker, offer: OfferAdvice) -> str:
    """The rotation that was offered, in a phrase."""
    view = offer_block(make.sight, offer)
    return ", ".join(dict.fromkeys(filter(None, [str(view.role.name) if view.role else "", offer.host])))


def _message(make: Maker, message: Message) -> Event:
    """An application or any other message, by the name that its kind has."""
    entry, reader = make.message(message), reads_it(make.sight, message)
    about = make.name_of(message.block)
    lines = {"who": reader, "about": about, "why": entry.why, "waits": make.waits(message)}
    assert message.due
    days, name, sure = Span(message.due, message.due), make.message_name(message), not message.waits_for
    if message.kind == APPLICATION:
        return make.event(APPLICATION, name, days, Told(about or reader, lines, sure=sure))
    what = entry.name if message.recipient == "school" else f"{entry.name}: {reader}"
    return make.event("message", name, days, Told(what, lines, sure=sure))
