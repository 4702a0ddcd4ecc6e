"""Pages on letters."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from generator.catalog.known import by_id
from generator.catalog.tables import Reason
from generator.plan import Slot
from generator.prose import Prose
from generator.views.common import BlockView, Sight, View
from generator.views.letter_sets import FormView, LossView, Sets, SetView, WriterView
from generator.views.scripts import ScriptView, scripts


@dataclass(frozen=True)
class SlotView:
    """A letter that is needed, and what fills it."""

    name: Prose
    covered_by: str | None
    from_block: str | None
    status_name: Prose


@dataclass(frozen=True)
class LetterView:
    """A letter of the applicant's list."""

    writer: str
    field_name: str
    status_name: Prose
    counts: bool
    why_not: Prose | None


@dataclass(frozen=True)
class AskView:
    """When to ask for the letter of a block; a day that has gone by is None."""

    block_name: str
    first_ask: date | None
    last_ask: date | None
    reminder: date | None
    upload_by: date | None
    late: Prose | None


@dataclass(frozen=True, kw_only=True)
class LettersView(View):
    """Letters: which, from whom, when."""

    letters_needed: Annotated[Prose, "How the letters that are needed stand."]
    slots: Annotated[tuple[SlotView, ...], "The letters that a combined program needs, in short."]
    writers: Annotated[tuple[WriterView, ...], "Everybody whose letter is there, promised or planned."]
    due: Annotated[tuple[WriterView, ...], "Those of them with whom something is left to do."]
    sets: Annotated[tuple[SetView, ...], "The set of letters for each kind of application."]
    forms: Annotated[tuple[FormView, ...], "The standardized forms that these writers may use."]
    losses: Annotated[tuple[LossView, ...], "What happens if a writer falls away, for each who has a place."]
    letters: Annotated[tuple[LetterView, ...], "The letters that the reader listed."]
    asks: Annotated[tuple[AskView, ...], "When to ask, a row for each block."]
    ended: Annotated[tuple[str, ...], "Hosts whose rotation ended lately, so that its letter can still be asked for."]
    most_per_program: Annotated[int, "Letters that a program takes at most."]
    scripts: Annotated[tuple[ScriptView, ...], "Texts for the ask and after it."]


def letters(sight: Sight, page: str) -> LettersView:
    """A page on letters, with the scripts that it shows."""
    sets = Sets(sight)
    writers = tuple(sets.writers())
    return LettersView(
        **sight.common(),
        letters_needed=sight.plan.letters.because,
        slots=tuple(_slot(sight, slot) for slot in sight.plan.letters.value.slots),
        writers=writers,
        due=tuple(writer for writer in writers if writer.left_to_do),
        sets=tuple(sets.sets()),
        forms=tuple(sets.forms()),
        losses=tuple(sets.losses()),
        letters=tuple(_letters(sight)),
        asks=tuple(_asks(sight)),
        ended=tuple(_ended(sight)),
        most_per_program=sight.facts.settings.letters_per_program,
        scripts=scripts(sight, page),
    )


def _ended(sight: Sight) -> Iterator[str]:
    """Those for which something is still to be done."""
    left = {task.block for task in sight.plan.tasks if not task.done}
    for block in sight.plan.schedule.value.blocks:
        if block.status == "done" and block.id in left:
            yield block.host


def _slot(sight: Sight, slot: Slot) -> SlotView:
    held = (sight.facts.profile.letters or ())[slot.letter] if slot.letter is not None else None
    block = sight.block_called(slot.block) if slot.block else None
    state = "at-hand" if held else "planned" if block else "open"
    return SlotView(
        name=slot.name,
        covered_by=held.writer if held else None,
        from_block=block.name if block else None,
        status_name=sight.catalog.name("slot", state),
    )


def _letters(sight: Sight) -> Iterator[LetterView]:
    for letter, refused in zip(sight.facts.profile.letters or (), sight.plan.refused, strict=True):
        field = sight.facts.settings.fields.get(letter.field or "")
        yield LetterView(
            writer=letter.writer,
            field_name=field.name if field else sight.catalog.name("letter", "unknown"),
            status_name=sight.catalog.name("letter", letter.status or "unknown"),
            counts=not refused,
            why_not=_reason(sight.catalog.files.letters.refused, refused) if refused else None,
        )


def _asks(sight: Sight) -> Iterator[AskView]:
    for block in map(sight.block, sight.plan.schedule.value.ahead):
        dates = block.letter
        if dates is not None:
            yield AskView(
                block.name,
                dates.first_ask,
                dates.last_ask,
                dates.reminder,
                dates.upload_by,
                _late(sight, block),
            )


def _late(sight: Sight, block: BlockView) -> Prose | None:
    timing = sight.catalog.files.letters.timing
    if block.letter is None or not block.letter.in_time:
        return _reason(timing, "too-late")
    return _reason(timing, "ask-now") if block.letter.last_ask is None else None


def _reason(reasons: tuple[Reason, ...], name: str) -> Prose:
    return by_id(reasons)[name].because
