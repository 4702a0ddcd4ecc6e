"""From letters at hand and blocks to come to the letters that applications need."""

from collections.abc import Iterator

from generator.catalog.tables import LetterTable
from generator.facts import Facts
from generator.plan import Block, Decision, LetterPlan, Schedule
from generator.prose import fill
from generator.rules.letters import Voice, fill_slots


def letters(facts: Facts, schedule: Schedule, table: LetterTable) -> Decision[LetterPlan]:
    """What fills each letter that is needed: first what is at hand, then blocks that end in time."""
    counting = tuple(_counting(facts))
    slots = fill_slots(table.slots, (*_at_hand(facts, counting), *_to_come(facts, schedule)))
    covered = sum(slot.letter is not None or slot.block is not None for slot in slots)
    reason = table.reason(_outcome(len(slots), covered, at_hand=sum(slot.letter is not None for slot in slots)))
    return Decision(
        value=LetterPlan(slots, counting),
        because=fill(reason.because, {"covered": covered, "needed": len(slots)}),
        facts=(),
        sources=reason.sources,
        rule=f"{table.id}: {reason.id}",
        unsettled=("us-letter",) if facts.us_letter() is None else (),
    )


def why_refused(facts: Facts, number: int) -> str:
    """Why a letter does not count: not-us, not-faculty, not-well, not-yet or unknown; empty if it does."""
    letter = (facts.profile.letters or ())[number]
    if letter.us is False:
        return "not-us"
    if letter.faculty is False:
        return "not-faculty"
    if letter.knows in ("somewhat", "little"):
        return "not-well"
    if letter.status in ("possible", "asked"):
        return "not-yet"
    return "" if facts.counts(letter) else "unknown"


def _counting(facts: Facts) -> Iterator[int]:
    for number, letter in enumerate(facts.profile.letters or ()):
        if facts.counts(letter):
            yield number


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


def _outcome(needed: int, covered: int, *, at_hand: int) -> str:
    if covered < needed:
        return "gap"
    return "all-at-hand" if at_hand == needed else "all-planned"
