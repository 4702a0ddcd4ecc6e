"""From letters at hand and blocks to come to the letters that applications need."""

from collections.abc import Iterator

from generator.catalog.tables import LetterTable
from generator.facts import Facts
from generator.plan import Block, Decision, LetterPlan, Schedule
from generator.profile import Letter
from generator.prose import fill
from generator.rules.letters import Voice, fill_slots


def letters(facts: Facts, schedule: Schedule, table: LetterTable) -> Decision[LetterPlan]:
    """What fills each letter that is needed: first what is at hand, then blocks that end in time."""
    counting = tuple(number for number, why in enumerate(refused(facts)) if not why)
    slots = fill_slots(table.slots, (*_at_hand(facts, counting), *_to_come(facts, schedule)))
    made = LetterPlan(slots, counting)
    reason = table.reason(_outcome(made))
    return Decision(
        value=made,
        because=fill(reason.because, {"covered": made.covered, "needed": len(slots)}),
        facts=(),
        sources=reason.sources,
        rule=f"{table.id}: {reason.id}",
        unsettled=("us-letter",) if facts.us_letter() is None else (),
    )


def refused(facts: Facts) -> tuple[str, ...]:
    """Why each letter of the applicant's list does not count; empty for one that does."""
    return tuple(next(reasons(letter), "") for letter in facts.profile.letters or ())


def reasons(letter: Letter) -> Iterator[str]:
    """All that keeps a letter from counting, the weightiest first: not-us, not-faculty, not-well, not-yet, unknown."""
    if letter.us is False:
        yield "not-us"
    if letter.faculty is False:
        yield "not-faculty"
    if letter.knows in ("somewhat", "little"):
        yield "not-well"
    if letter.status in ("possible", "asked"):
        yield "not-yet"
    if None in (letter.us, letter.faculty, letter.knows, letter.status):
        yield "unknown"


def _at_hand(facts: Facts, counting: tuple[int, ...]) -> Iterator[Voice]:
    for number in counting:
        field = (facts.profile.letters or ())[number].field
        yield Voice(number, None, facts.settings.counts_for(field or ""))


def _to_come(facts: Facts, schedule: Schedule) -> Iterator[Voice]:
    for block in schedule.ahead:
        if block.letter is not None and block.letter.in_time:
            yield Voice(None, block.id, specialties_of(facts, block))


def specialties_of(facts: Facts, block: Block) -> tuple[str, ...]:
    """The specialties that the writer of a block's letter speaks for."""
    if block.field:
        return facts.settings.counts_for(block.field)
    return (facts.settings.role(block.part).specialty,)


def _outcome(made: LetterPlan) -> str:
    if made.covered < len(made.slots):
        return "gap"
    return "all-at-hand" if all(slot.letter is not None for slot in made.slots) else "all-planned"
