"""Letters: when to ask and to remind, other messages to their writers, and the day by which they should be uploaded."""

from collections.abc import Iterator

from generator.downloads.events import Event
from generator.plan import Message, Span
from generator.views.addressing import reads_it
from generator.views.calendar.making import Maker, Told
from generator.views.calendar.messages import is_overdue

ASK = "letter-ask"
KINDS = {"letter-request": ASK, "letter-reminder": "letter-reminder"}
SAID_ALREADY = "letter-talk"  # the request in person, on the days of the request in writing


def letters(make: Maker) -> Iterator[Event]:
    """The days for each letter, and the one by which all of them should be there."""
    for message in make.sight.plan.messages:
        wanted = message.letter and message.kind != SAID_ALREADY
        if wanted and message.due and not is_overdue(make, message):
            yield _message(make, message)
    upload_by = make.sight.plan.schedule.value.upload_by
    if upload_by and make.sight.plan.letter_sets.writers:
        sure = make.sight.answers["calendar-projected"] is False
        yield make.event("letters-in", str(make.sight.plan.season), Span(upload_by, upload_by), Told("", {}, sure=sure))


def _message(make: Maker, message: Message) -> Event:
    entry, who, about = make.message(message), reads_it(make.sight, message), make.name_of(message.block)
    kind = KINDS.get(message.kind, "letter-message")
    what = about or who
    why = "" if kind == ASK else entry.why  # that of the request in writing; here it is the one in person as well
    lines = {"who": who, "about": about, "why": why, "waits": make.waits(message)}
    told = Told(what if message.kind in KINDS else f"{entry.name}: {what}", lines, sure=not message.waits_for)
    return make.event(kind, make.message_name(message), _days(message), told)


def _days(message: Message) -> Span:
    """The days for asking about a rotation's letter; else the one day by which a message is due."""
    assert message.due
    opens = message.opens if message.block and message.opens else message.due
    return Span(min(opens, message.due), message.due)
