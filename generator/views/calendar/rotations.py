"""Rotations, and the days by which to apply for those that are still to be found."""

from collections.abc import Iterator

from generator.downloads.events import Event
from generator.plan import Block, Span
from generator.views.calendar.making import Maker, Told
from generator.views.tracker.words import plain

APPLICATION = "application"


def rotations(make: Maker) -> Iterator[Event]:
    """Every rotation ahead with how sure it is; for one that is planned, the day by which its papers must be in."""
    asked = {message.id for message in make.sight.plan.messages if message.due}
    for block in make.sight.plan.schedule.value.ahead:
        yield _rotation(make, block)
        name = f"{APPLICATION}--{block.id}"
        if block.status == "planned" and block.apply_by and name not in asked:
            yield make.event(APPLICATION, name, Span(block.apply_by, block.apply_by), _application(make, block))


def _application(make: Maker, block: Block) -> Told:
    lines = {"about": make.block_name(block), "sure": make.sight.catalog.name("sure", block.certainty)}
    return Told(make.block_name(block), lines, sure=False)


def _rotation(make: Maker, block: Block) -> Event:
    view = make.sight.block(block)
    lines = {
        "what": view.role.goal if view.role else "",
        "host": block.host,
        "kind": view.type.name if view.type else "",
        "sure": view.certainty_name,
    }
    what = Told(
        make.block_name(block),
        lines,
        words={"sure": make.file.sure[block.status]},
        place=", ".join([*filter(None, [block.host]), *_city(make, block)]),
        sure=block.status == "booked",
        busy=block.status in make.file.busy_once,
    )
    return make.event("rotation", block.id, block.span, what)


def _city(make: Maker, block: Block) -> Iterator[str]:
    """The city of its host as far as the guide or the person has it."""
    known = make.sight.catalog.place_called(block.host) if block.host else None
    if known and known.city:
        yield plain(known.city)
