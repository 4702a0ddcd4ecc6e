"""Every message that a person has to send, or may have to, in order of day."""

from collections.abc import Iterator
from datetime import date

from generator.plan import Message
from generator.planner.messaging.desk import Desk
from generator.planner.messaging.hosts import applications, first_messages, next_messages
from generator.planner.messaging.letters import letter_messages
from generator.planner.messaging.offers import offer_messages
from generator.planner.messaging.rotations import rotation_messages
from generator.planner.messaging.school import school_messages

__all__ = ["Desk", "messages"]

STATES = ("due", "later", "waiting", "when-needed")
MAKERS = (
    offer_messages,
    next_messages,
    first_messages,
    applications,
    school_messages,
    rotation_messages,
    letter_messages,
)


def messages(desk: Desk) -> tuple[Message, ...]:
    """All of them, what is due first at the top; those without a day come last."""
    return tuple(sorted(_found(desk), key=lambda one: (one.due or date.max, STATES.index(one.state))))


def _found(desk: Desk) -> Iterator[Message]:
    for make in MAKERS:
        yield from make(desk)
