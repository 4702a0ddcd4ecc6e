"""Messages to writers: the request with its packet, the reminder, the thanks; for each letter as far as it has come."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.plan import Block, Message, Writer
from generator.planner.lettering import reasons
from generator.planner.messaging.desk import About, Desk, When
from generator.profile import Letter


def letter_messages(desk: Desk) -> Iterator[Message]:
    """What to send to each writer of the plan, and word to programs of a letter that comes late."""
    blocks = {block.id: block for block in desk.schedule.ahead}
    letters = desk.facts.profile.letters or ()
    for writer in desk.writers:
        if writer.letter is not None:
            yield from _of_letter(desk, writer, letters[writer.letter])
        elif writer.block is not None:
            yield from _of_block(desk, writer, blocks[writer.block])
    if desk.writers:
        yield from desk.message("late-letter", About(), When())


def _of_block(desk: Desk, writer: Writer, block: Block) -> Iterator[Message]:
    """The letter of a block that is ahead; until that is booked, all of it waits for the place."""
    about = About(name=writer.id, host_id=block.host_id, at=block.host, block=block.id, letter=writer.id)
    is_booked = block.status == "booked"
    ask = _ask(desk, writer, block, waits_for="" if is_booked else "place")
    if is_booked:
        yield from desk.message("letter-talk", about, ask)
    yield from desk.message("letter-request", about, ask)
    if writer.remind_on:
        remind = When(due=writer.remind_on, waits_for="promise" if is_booked else "place")
        yield from desk.message("letter-reminder", about, remind)
    yield from desk.message("letter-thanks", about, When(waits_for="upload" if is_booked else "place"))


def _ask(desk: Desk, writer: Writer, block: Block, *, waits_for: str) -> When:
    """The days to ask; once they have gone by, today, as long as the rotation lasts."""
    if writer.ask_by is None:
        return When(due=block.span.last, opens=desk.as_of, late=True, waits_for=waits_for)
    return When(due=writer.ask_by, opens=writer.ask_from or desk.as_of, waits_for=waits_for)


def _of_letter(desk: Desk, writer: Writer, letter: Letter) -> Iterator[Message]:
    about = About(name=writer.id, letter=writer.id)
    if letter.status == "possible":
        yield from desk.message("letter-request", about, _request(desk, letter))
    elif letter.status == "asked":
        yield from desk.message("letter-again", about, _after(desk, letter.date, desk.timing.ask_again_days))
    elif letter.status == "promised":
        yield from _promised(desk, about, writer, letter)
    elif letter.status == "uploaded":
        yield from desk.message("letter-thanks", about, _thanks(desk, letter.date))


def _request(desk: Desk, letter: Letter) -> When:
    """This week where the letter would count; only if the person wants it, where it would not."""
    would_count = set(reasons(letter)) == {"not-yet"}
    return When(due=desk.on(desk.as_of, desk.timing.answer_days), opens=desk.as_of) if would_count else When()


def _after(desk: Desk, day: date | None, days: int) -> When:
    return When(due=desk.on(day, days)) if day else When()


def _thanks(desk: Desk, day: date | None) -> When:
    return When(due=day, until=desk.on(day, desk.timing.thanks_days)) if day else When()


def _promised(desk: Desk, about: About, writer: Writer, letter: Letter) -> Iterator[Message]:
    """The packet on the day of the promise, the form once ERAS is open, then the next reminder."""
    day = letter.date
    packet = When(due=day, until=desk.on(day, desk.timing.packet_days)) if day else When()
    yield from desk.message("letter-packet", about, packet)
    opens = desk.facts.season.day("eras-opens")
    if opens and (day is None or day < opens):
        until = desk.on(opens, desk.timing.answer_days - 1)
        yield from desk.message("letter-form", about, When(due=opens, until=until))
    remind = When(due=_next_reminder(desk, writer), waits_for="no-letter")
    yield from desk.message("letter-reminder", about, remind)
    yield from desk.message("letter-thanks", about, When(waits_for="upload"))


def _next_reminder(desk: Desk, writer: Writer) -> date:
    """The next day on which to remind: some days after the promise, before the letter is due, and on that day."""
    due = writer.upload_by
    days = (writer.remind_on, due and due - timedelta(days=desk.timing.remind_days), due)
    return min((day for day in days if day and day >= desk.as_of), default=desk.as_of)
