"""The page on what to send: every message by its day, each with its text, or with the page that holds it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from posixpath import relpath
from typing import Annotated

from generator.catalog.known import by_id
from generator.phrases import month, short_date
from generator.plan import HostVerdict, Message
from generator.prose import Prose
from generator.views.addressing import address_of, addressed, office_for, reads_it, where_to_find
from generator.views.common import BlockView, Sight, View
from generator.views.offered import offer_block
from generator.views.scripts import ScriptView, script_to

FOLDER = "getting-in"


@dataclass(frozen=True)
class MessageView:
    """A message with its words.

    `only` says what it waits for, as a clause; `page` is where its text stands if another page has it, seen from the
    page on messages; `find_address` says where an address is found that the guide does not know.
    """

    id: str
    name: Prose
    to: str
    about: str
    why: Prose
    sources: tuple[str, ...]
    due: date | None
    opens: date | None
    is_due: bool
    is_late: bool
    only: Prose
    page: Prose
    office: str
    find_address: Prose
    scripts: tuple[ScriptView, ...]


@dataclass(frozen=True)
class MessageGroup:
    """Messages under one heading: a month, or what they wait for."""

    name: Prose
    messages: tuple[MessageView, ...]


@dataclass(frozen=True, kw_only=True)
class MessagesView(View):
    """What to send, by day."""

    now: Annotated[tuple[MessageView, ...], "To be sent now, what is due first at the top."]
    soon: Annotated[tuple[MessageView, ...], "Others with a day soon."]
    soon_until: Annotated[date, "The last day that counts as soon."]
    later: Annotated[tuple[MessageGroup, ...], "Later ones with a day, by month."]
    needed: Annotated[tuple[MessageGroup, ...], "Those without a day, by what they wait for."]
    count: Annotated[int, "How many are to be sent now."]
    every: Annotated[int, "How many there are in all."]
    keeps_lines: Annotated[bool, "Whether hosts are to be asked, or are kept in reserve."]
    close_weeks: Annotated[int, "Weeks of silence that count as a no."]
    keep_from: Annotated[tuple[HostVerdict, ...], "Hosts among them that ask visitors not to write to faculty first."]


def messages(sight: Sight) -> MessagesView:
    """The page on messages."""
    every = tuple(message_view(sight, one) for one in sight.plan.messages)
    timing = sight.catalog.files.messages.timing
    until = sight.plan.as_of + timedelta(days=timing.soon_days)
    dated = [one for one in every if one.due and not one.is_due]
    return MessagesView(
        **sight.common(),
        now=tuple(one for one in every if one.is_due),
        soon=tuple(one for one in dated if one.due and one.due <= until),
        soon_until=until,
        later=_grouped((month(one.due), one) for one in dated if one.due and one.due > until),
        needed=_grouped((_occasion(sight, one), one) for one in every if one.due is None),
        count=due_now(sight),
        every=len(every),
        keeps_lines=any(one.ask for one in sight.plan.messages),
        close_weeks=timing.close_days // 7,
        keep_from=tuple(_keep_from(sight)),
    )


def _keep_from(sight: Sight) -> Iterator[HostVerdict]:
    asked = {message.host_id for message in sight.plan.messages if message.ask}
    yield from (host for host in sight.plan.hosts if host.approach_faculty is False and host.id in asked)


def due_now(sight: Sight) -> int:
    """How many messages are to be sent now."""
    return sum(one.state == "due" for one in sight.plan.messages)


def message_view(sight: Sight, message: Message) -> MessageView:
    """A message with its words and its text."""
    kind, block = by_id(sight.catalog.files.messages.kinds)[message.kind], _block(sight, message)
    waits, host = by_id(sight.catalog.files.messages.waits), addressed(sight, message)
    return MessageView(
        id=message.id,
        name=kind.name,
        to=reads_it(sight, message),
        about=_about(sight, message),
        why=kind.why,
        sources=kind.sources,
        due=message.due,
        opens=message.opens if message.opens and message.opens > sight.plan.as_of else None,
        is_due=message.state == "due",
        is_late=message.late,
        only=waits[message.waits_for].words if message.waits_for else Prose(""),
        page=Prose(relpath(kind.page, FOLDER)) if kind.page else Prose(""),
        office=office_for(sight, message) or "",
        find_address=where_to_find(sight, message),
        scripts=(script_to(sight, message.script, block, host, address=address_of(sight, message)),),
    )


def _block(sight: Sight, message: Message) -> BlockView | None:
    """The rotation that a message is about; in a message to a host it is at that host or at none."""
    if not message.block:
        return None
    block = _rotation(sight, message.block)
    return replace(block, host=message.host) if message.recipient == "host" else block


def _rotation(sight: Sight, id_: str) -> BlockView:
    """A rotation of the plan, or an offer."""
    offers = {f"offer-{one.number}": one for one in sight.plan.advice.offers}
    return offer_block(sight, offers[id_]) if id_ in offers else sight.block_called(id_)


def _about(sight: Sight, message: Message) -> str:
    """The rotation in a phrase, as plain text; empty for none."""
    if not message.block:
        return ""
    block = _rotation(sight, message.block)
    return f"{block.role.name if block.role else block.name}, {short_date(block.first)}"


def _occasion(sight: Sight, message: MessageView) -> Prose:
    """What a message without a day waits for, as a heading."""
    words = message.only or sight.catalog.name("phase", "needed")
    return Prose(words[:1].upper() + words[1:])


def _grouped(named: Iterable[tuple[Prose, MessageView]]) -> tuple[MessageGroup, ...]:
    """Messages under their headings, in the order in which the headings come up."""
    groups: dict[Prose, list[MessageView]] = {}
    for heading, one in named:
        groups.setdefault(heading, []).append(one)
    return tuple(MessageGroup(heading, tuple(some)) for heading, some in groups.items())
