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
    return tuple(_why_refused(facts, letter) for letter in facts.profile.letters or ())


def _why_refused(facts: Facts, letter: Letter) -> str:
    """Why a letter does not count: not-us, not-faculty, not-well, not-yet or unknown; empty if it does."""
    if letter.us is False:
        return "not-us"
    if letter.faculty is False:
        return "not-faculty"
    if letter.knows in ("somewhat", "little"):
        return "not-well"
    if letter.status in ("possible", "asked"):
        return "not-yet"
    return "" if facts.counts(letter) else "unknown"


def _at_hand(facts: Facts, counting: tuple[int, ...]) -> Iterator[Voice]:
    for number in counting:
        field = (facts.profile.letters or ())[number].field
        yield Voice(number, None, facts.settings.counts_for(field or ""))


def _to_come(facts: Facts, schedule: Schedule) -> Iterator[Voice]:
    for block in schedule.ahead:
        if block.letter is not None and block.letter.in_time:
            yield Voice(None, block.id, _specialties(facts, block))


def _specialties(facts: Facts, block: Block) -> tuple[str, ...]:
    if block.field:
        return facts.settings.counts_for(block.field)
    return (facts.settings.role(block.part).specialty,)


def _outcome(made: LetterPlan) -> str:
    if made.covered < len(made.slots):
        return "gap"
    return "all-at-hand" if all(slot.letter is not None for slot in made.slots) else "all-planned"
