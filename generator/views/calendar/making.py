"""Days of the plan become events: ids that stay, titles, descriptions and alarms."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256

from generator.catalog.calendar import CalendarFile
from generator.catalog.known import by_id
from generator.catalog.messages import MessageKind
from generator.downloads.events import Event
from generator.phrases import long_date
from generator.plan import Block, Message, Span
from generator.prose import Prose, fill
from generator.views.calendar.keys import letter_keys, offer_keys
from generator.views.common import Sight
from generator.views.to_do import guide_key
from generator.views.tracker.words import plain

Words = Mapping[str, str]


@dataclass(frozen=True)
class Told:
    """What an event says: what it is about, its description line by line, and how sure it is.

    `words` are further blanks of its titles.
    """

    what: str
    lines: Words
    words: Words = field(default_factory=dict)
    place: str = ""
    sure: bool = True
    busy: bool = False


class Maker:
    """Makes the events of one person."""

    def __init__(self, sight: Sight) -> None:
        """Keep where words are looked up."""
        self.sight = sight
        self.file: CalendarFile = sight.catalog.files.calendar
        self._kinds = by_id(self.file.kinds)
        self._key = guide_key(sight)

    def event(self, kind: str, name: str, span: Span, what: Told) -> Event:
        """The event of a kind that has this name, which stays the same from build to build."""
        entry, words = self._kinds[kind], {"what": what.what, **what.words}
        return Event(
            uid=self._uid(kind, name),
            kind=kind,
            category=entry.category,
            span=span,
            title=in_one_line(filled(entry.full, words)),
            discreet=in_one_line(filled(entry.discreet, words)),
            place=in_one_line(what.place),
            details=self._details({"what": entry.note or "", **what.lines}),
            status="confirmed" if what.sure else "tentative",
            busy=what.busy or entry.busy,
            alarms=tuple(days for days in entry.alarms if span.first - timedelta(days=days) >= self.sight.plan.as_of),
        )

    def block_name(self, block: Block) -> str:
        """A rotation in a phrase: the part that it plays, and the host if there is one."""
        return ", ".join(dict.fromkeys(filter(None, [self.part_name(block), block.host])))

    def part_name(self, block: Block) -> str:
        """The part that a rotation plays; where it plays none, what it is called."""
        view = self.sight.block(block)
        return plain(view.role.name if view.role else view.name)

    def name_of(self, block: str) -> str:
        """The same by the rotation's id; empty for no rotation of the plan, such as an offer."""
        found = by_id(self.sight.plan.schedule.value.blocks).get(block)
        return self.block_name(found) if found else ""

    def message(self, message: Message) -> MessageKind:
        """What editors say of a message of this kind."""
        return by_id(self.sight.catalog.files.messages.kinds)[message.kind]

    def message_name(self, message: Message) -> str:
        """The id of a message, without the number of a letter or an offer, which others could push on."""
        ids = {**letter_keys(self.sight), **{f"offer-{n}": key for n, key in offer_keys(self.sight).items()}}
        about = message.letter or message.block
        return f"{message.kind}--{ids[about]}" if about in ids else message.id

    def waits(self, message: Message) -> str:
        """What a message waits for, as a clause."""
        waits = by_id(self.sight.catalog.files.messages.waits)
        return waits[message.waits_for].words if message.waits_for else ""

    def _uid(self, kind: str, name: str) -> str:
        """Nobody can read anything from it, and it is the same for the same guide, kind and name."""
        return sha256(f"{self._key}\0{kind}\0{name}".encode()).hexdigest()[:32]

    def _details(self, lines: Words) -> str:
        given = {**lines, "made": long_date(self.sight.plan.as_of)}
        return "\n".join(
            filled(words, {"value": given[name]}) for name, words in self.file.lines.items() if given.get(name)
        )


def filled(words: Prose, values: Words) -> str:
    """Words of editors with their blanks filled in, as plain text."""
    return plain(fill(words, {name: plain(value) for name, value in values.items()}))


def in_one_line(text: str) -> str:
    """The text without line breaks.

    >>> in_one_line("a \\r\\n b")
    'a b'
    """
    return " ".join(text.split())
