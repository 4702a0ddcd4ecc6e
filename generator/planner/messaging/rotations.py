"""What to say on a rotation and after it: the first talk, the question for feedback, the thanks."""

from collections.abc import Iterator

from generator.plan import Block, Message
from generator.planner.messaging.desk import Desk, When, at_block


def rotation_messages(desk: Desk) -> Iterator[Message]:
    """For each rotation that is booked or over."""
    for block in desk.schedule.blocks:
        if block.status == "booked":
            yield from _on_rotation(desk, block)
        if block.status in ("booked", "done"):
            yield from _thanks(desk, block)


def _on_rotation(desk: Desk, block: Block) -> Iterator[Message]:
    """The talk of the first week and the question halfway, as long as the middle is ahead."""
    middle = block.letter.first_ask if block.letter else None
    if middle:
        talk = min(desk.on(block.span.first, desk.timing.talk_days - 1), middle)
        yield from desk.message("first-talk", at_block(block), When(due=talk, opens=block.span.first, until=middle))
        yield from desk.message("feedback", at_block(block), When(due=middle))


def _thanks(desk: Desk, block: Block) -> Iterator[Message]:
    last, timing = block.span.last, desk.timing
    by, until = desk.on(last, timing.rotation_thanks_days), desk.on(last, timing.thanks_days)
    yield from desk.message("rotation-thanks", at_block(block), When(due=by, opens=last, until=until))
