"""From letters at hand and blocks to come to the writers, their days, and the sets of letters for each application."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from generator.catalog.tables import LetterTable
from generator.conditions import applies
from generator.facts import Facts
from generator.plan import Block, LetterDates, LetterMatrix, Schedule, Writer
from generator.planner.lettering import reasons, specialties_of
from generator.profile import Letter
from generator.rules.sets import letter_matrix

AT_HAND = ("promised", "uploaded")
Fills = Literal["every", "spare", "none"]


def letter_sets(facts: Facts, schedule: Schedule, table: LetterTable) -> LetterMatrix:
    """Which writer's letter goes where, from the profile's letters and the blocks that are ahead."""
    return letter_matrix(table.applications, tuple(_writers(facts, schedule, table)), as_of=facts.as_of)


def _writers(facts: Facts, schedule: Schedule, table: LetterTable) -> Iterator[Writer]:
    for number, letter in enumerate(facts.profile.letters or ()):
        due = None if letter.status in (None, "uploaded") else schedule.upload_by
        yield _of_letter(facts, letter, number, due, table)
    for block in schedule.ahead:
        if block.letter is not None:
            yield _of_block(facts, block, block.letter, table)


def _of_letter(facts: Facts, letter: Letter, number: int, due: date | None, table: LetterTable) -> Writer:
    specialties = facts.settings.counts_for(letter.field or "")
    fills = _fills(letter, table)
    there = letter.status == "uploaded"
    return Writer(
        id=f"letter-{number + 1}",
        letter=number,
        block=None,
        specialties=specialties,
        fills=fills,
        at_hand=letter.status in AT_HAND,
        ready_on=facts.as_of if there else None,
        ask_from=None,
        ask_by=None,
        remind_on=_ahead(_reminder(facts, letter, due), facts.as_of),
        upload_by=_ahead(due, facts.as_of),
        forms=() if there or fills != "every" else _forms(facts, specialties, table),
    )


def _of_block(facts: Facts, block: Block, dates: LetterDates, table: LetterTable) -> Writer:
    specialties = specialties_of(facts, block)
    return Writer(
        id=block.id,
        letter=None,
        block=block.id,
        specialties=specialties,
        fills="every" if dates.in_time else "none",
        at_hand=False,
        ready_on=_ready_on(facts, block),
        ask_from=dates.first_ask,
        ask_by=dates.last_ask,
        remind_on=dates.reminder,
        upload_by=dates.upload_by,
        forms=_forms(facts, specialties, table),
    )


def _fills(letter: Letter, table: LetterTable) -> Fills:
    """Where a letter may stand: it counts; or it is at hand, and all that speaks against it lets it be a spare one."""
    against = set(reasons(letter))
    if not against:
        return "every"
    spare = {refusal.id for refusal in table.refused if refusal.spare}
    return "spare" if against <= spare and letter.status in AT_HAND else "none"


def _forms(facts: Facts, specialties: tuple[str, ...], table: LetterTable) -> tuple[str, ...]:
    """The forms that a writer may use for a letter still to be written."""
    answers = facts.answers()
    fitting = (form for form in table.forms if form.specialty in specialties)
    return tuple(form.id for form in fitting if applies(form, answers) is not False)


def _ready_on(facts: Facts, block: Block) -> date:
    """The day from which a block's letter can be counted on: not before ERAS takes letters."""
    written = block.span.last + timedelta(days=facts.settings.calendar.letter_days_after_block)
    return max(written, facts.season.day("eras-opens") or written)


def _reminder(facts: Facts, letter: Letter, due: date | None) -> date | None:
    """The day to remind somebody who has promised, as long after it, or after ERAS opens, as after a block."""
    known = [day for day in (letter.date, facts.season.day("eras-opens")) if day]
    if letter.status != "promised" or due is None or not known:
        return None
    reminder = max(known) + timedelta(days=facts.settings.calendar.reminder_days)
    return reminder if reminder < due else None


def _ahead(day: date | None, as_of: date) -> date | None:
    return None if day is None or day < as_of else day
