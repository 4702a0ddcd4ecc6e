"""The plan on one page."""

from collections.abc import Iterator
from datetime import date

from generator.prose import Prose
from generator.views.booklet.parts import Amount, PlanPage, RotationLine
from generator.views.changes import number_of, range_of
from generator.views.common import BlockView, Sight
from generator.views.costs import dollars
from generator.views.letters import SlotView
from generator.views.plans import part_name


def plan_page(sight: Sight, slots: tuple[SlotView, ...]) -> PlanPage:
    """The number and why, the rotations with their days, the letters and what it costs."""
    plan = sight.plan
    return PlanPage(
        number=number_of(plan.how_many.value),
        range=range_of(plan.how_many.value),
        because=plan.how_many.because,
        sources=plan.how_many.sources,
        schedule_because=plan.schedule.because,
        schedule_sources=plan.schedule.sources,
        rotations=tuple(_rotation(sight.block(block), plan.as_of) for block in plan.schedule.value.ahead),
        dropped=tuple(part_name(sight, one.part) for one in plan.schedule.value.dropped),
        has_conflict=plan.advice.conflict is not None,
        letters_because=plan.letters.because,
        slots=slots,
        costs_because=plan.costs.because,
        costs=tuple(_amounts(sight)),
        everything=dollars(plan.costs.value.everything),
    )


def _amounts(sight: Sight) -> Iterator[Amount]:
    for name, total in sight.plan.costs.value.groups:
        yield Amount(sight.catalog.name("group", name), dollars(total))


def _rotation(block: BlockView, as_of: date) -> RotationLine:
    """A rotation with the days that are still ahead."""
    letter, inquiry = block.letter, block.inquiry
    return RotationLine(
        name=block.name,
        host=block.at,
        part=block.role.name if block.role else Prose(""),
        kind=block.type.name if block.type and block.is_planned else Prose(""),
        first=block.first,
        last=block.last,
        certainty_name=block.certainty_name,
        write_by=_ahead(inquiry.write_by if inquiry else None, as_of),
        apply_by=_ahead(block.apply_by, as_of),
        ask_by=_ahead(letter.last_ask if letter else None, as_of),
        upload_by=_ahead(letter.upload_by if letter and letter.in_time else None, as_of),
    )


def _ahead(day: date | None, as_of: date) -> date | None:
    """The day, if it has not gone by."""
    return day if day and day >= as_of else None
