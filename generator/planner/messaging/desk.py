"""What a message is made from: the person, the plan, and the table of messages."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from generator.catalog import Catalog
from generator.catalog.known import by_id
from generator.catalog.messages import MessageKind, MessagesFile, Timing
from generator.conditions import Answers, applies
from generator.facts import Facts
from generator.plan import Advice, Block, DocumentDue, HostVerdict, Message, Schedule, Writer
from generator.plan.messages import Addressee, State
from generator.planner.core import Core
from generator.planner.places import key_of
from generator.prose import Prose


@dataclass(frozen=True)
class About:
    """What a message is about; `name` stands in its id."""

    name: str = ""
    host: HostVerdict | None = None
    host_id: str = ""
    at: str = ""
    asks: bool = False
    block: str = ""
    letter: str = ""


@dataclass(frozen=True)
class When:
    """The day of a message: from, by, and until when it is still worth sending; and what it waits for."""

    due: date | None = None
    opens: date | None = None
    until: date | None = None
    waits_for: str = ""
    late: bool = False


@dataclass(frozen=True)
class Desk:
    """One person at their desk, with all that was decided before messages."""

    facts: Facts
    catalog: Catalog
    decided: Core
    advice: Advice
    writers: tuple[Writer, ...]
    documents: tuple[DocumentDue, ...]

    @property
    def as_of(self) -> date:
        """Today."""
        return self.facts.as_of

    @cached_property
    def answers(self) -> Answers:
        """Every fact by its name."""
        return self.facts.answers()

    @property
    def table(self) -> MessagesFile:
        """The table of messages."""
        return self.catalog.files.messages

    @property
    def timing(self) -> Timing:
        """The days between messages."""
        return self.table.timing

    @property
    def schedule(self) -> Schedule:
        """The schedule."""
        return self.decided.schedule.value

    @property
    def open_blocks(self) -> tuple[Block, ...]:
        """The blocks about which hosts are still to be written to; not one that is applied for."""
        return tuple(block for block in self.schedule.planned if block.inquiry)

    def on(self, day: date, days: int) -> date:
        """So many days after a day."""
        return day + timedelta(days=days)

    def message(self, kind: str, about: About, when: When) -> Iterator[Message]:
        """The message, unless it does not apply to this person or its time is over."""
        entry = by_id(self.table.kinds)[kind]
        over = when.until is not None and when.until < self.as_of
        if self._applies(entry) and not over:
            yield self._made(entry, about, when)

    def _applies(self, entry: MessageKind) -> bool:
        head = by_id(self.catalog.scripts)[entry.script].head
        return applies(entry, self.answers) is not False and applies(head, self.answers) is not False

    def _made(self, entry: MessageKind, about: About, when: When) -> Message:
        head, host, state = by_id(self.catalog.scripts)[entry.script].head, about.host, self._state(when)
        past = when.due is not None and when.due < self.as_of
        return Message(
            id=f"{entry.id}--{about.name}" if about.name else entry.id,
            kind=entry.id,
            script=entry.script,
            recipient=head.recipient,
            to=self._to(head.recipient, head.to),
            host_id=host.id if host else about.host_id,
            host=host.name if host else about.at,
            ask=host.ask if host and about.asks else Prose(""),
            block=about.block,
            letter=about.letter,
            opens=when.opens,
            due=self._due(when, state),
            late=state != "waiting" and (past or when.late),
            state=state,
            waits_for=when.waits_for,
        )

    def _to(self, recipient: str, at_host: Addressee) -> Addressee:
        if recipient == "writer":
            return "attending"
        return "school" if recipient == "school" else at_host

    def _state(self, when: When) -> State:
        if when.waits_for and by_id(self.table.waits)[when.waits_for].holds_back:
            return "waiting"
        if when.due is None:
            return "when-needed"
        return "due" if (when.opens or when.due) <= self.as_of else "later"

    def _due(self, when: When, state: State) -> date | None:
        """Never a day that has gone by: what still helps is due today, and what still waits has no day."""
        if when.due is None or when.due >= self.as_of:
            return when.due
        return None if state == "waiting" else self.as_of


def at_block(block: Block) -> About:
    """A message about a block and its host."""
    return About(name=block.id, host_id=block.host_id, at=block.host, block=block.id)


def word_for(host: HostVerdict) -> str:
    """A host in one word, for ids: its own id, or the name that only the person has for it with dashes."""
    letters = "".join(letter if letter.isalnum() else " " for letter in key_of(host))
    return host.id or "-".join(letters.split())
