"""Each host with what has passed between it and the person."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.plan import Block, HostVerdict
from generator.planner.messaging.desk import Desk, word_for
from generator.planner.places import key_called, key_of
from generator.profile import Inquiry, Rotation

GOING_ON = ("applied", "offered", "booked")


@dataclass(frozen=True)
class Contact:
    """A host, the last message sent to it, and the rotations that have come of it and are not over."""

    host: HostVerdict
    inquiry: Inquiry | None
    rotations: tuple[Rotation, ...]

    @property
    def key(self) -> str:
        """The host in one word, as candidates know it."""
        return key_of(self.host)

    @property
    def name(self) -> str:
        """The host in one word, as ids of messages have it."""
        return word_for(self.host)

    @property
    def is_asked(self) -> bool:
        """Whether it knows of the person already."""
        return self.inquiry is not None or bool(self.rotations)

    @property
    def is_closed(self) -> bool:
        """Whether its door is shut."""
        return self.host.verdict.value == "closed"

    @property
    def said_yes(self) -> bool:
        """Whether its last answer was that one may apply."""
        return self.inquiry is not None and self.inquiry.outcome == "open"

    @property
    def owes_an_answer(self) -> bool:
        """Whether the last message to it has none."""
        return (
            self.inquiry is not None and self.inquiry.answered is None and self.inquiry.outcome in (None, "no-answer")
        )

    def is_silent_since(self, day: date) -> bool:
        """Whether the last message to it was sent by this day and has no answer."""
        return self.owes_an_answer and self.inquiry is not None and self.inquiry.sent <= day


def contacts(desk: Desk) -> tuple[Contact, ...]:
    """Every host with its dealings, those that are wanted first."""
    return tuple(_contact(desk, host) for host in desk.decided.hosts)


def _contact(desk: Desk, host: HostVerdict) -> Contact:
    sent = [one for one in desk.facts.profile.inquiries or () if _is(desk, one.host, host)]
    had = (one for one in desk.facts.profile.rotations or () if _is(desk, one.host, host))
    last = max(sent, key=lambda one: one.sent, default=None)
    return Contact(host, last, tuple(one for one in had if _goes_on(desk, one)))


def _is(desk: Desk, name: str, host: HostVerdict) -> bool:
    return key_called(name, desk.catalog, desk.decided.hosts) == key_of(host)


def _goes_on(desk: Desk, rotation: Rotation) -> bool:
    return rotation.status in GOING_ON and not (rotation.last is not None and rotation.last < desk.as_of)


def is_open_line(desk: Desk, contact: Contact) -> bool:
    """Whether something may still come of what the person has sent there."""
    if contact.is_closed:
        return False
    if contact.rotations or contact.said_yes:
        return True
    return contact.owes_an_answer and not contact.is_silent_since(closing_day(desk))


def closing_day(desk: Desk) -> date:
    """Whoever was asked by this day and is silent counts as a no."""
    return desk.as_of - timedelta(days=desk.timing.close_days)


def blocks_at(desk: Desk, contact: Contact) -> Iterator[Block]:
    """The blocks still to be found that the plan puts at a host."""
    for block in desk.schedule.planned:
        if block.host and desk.decided.ground.candidate(block.candidate).place == contact.key:
            yield block
