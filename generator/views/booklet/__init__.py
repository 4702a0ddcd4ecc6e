"""What is in the booklet, and on the sheet of each checklist."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.prose import Prose
from generator.views.booklet.parts import (
    Booklet,
    Checklist,
    DateLine,
    MessagePart,
    MessageText,
    PacketText,
    Sheet,
    Stage,
)
from generator.views.booklet.plan import plan_page
from generator.views.booklet.sources import source_lines
from generator.views.checklists import checklist
from generator.views.common import Sight
from generator.views.letters import letters
from generator.views.messages import MessageView, messages
from generator.views.schedule import milestones_ahead
from generator.views.scripts import ScriptView
from generator.views.timeline import timeline

__all__ = ["Booklet", "Sheet", "booklet", "list_ids", "sheets"]

PACKET = "letters/packet"
TextOf = Callable[[ScriptView], str]


def booklet(sight: Sight, text_of: TextOf) -> Booklet:
    """The booklet of one person on one day; whoever calls fills in the texts of scripts."""
    on_letters = letters(sight, PACKET)
    return Booklet(
        **_head(sight),
        stage=_stage(sight),
        plan=plan_page(sight, on_letters.slots),
        timeline=timeline(sight, milestones_ahead(sight)),
        checklists=tuple(_checklists(sight)),
        messages=tuple(_messages(sight, text_of)),
        asks=on_letters.asks,
        packet=tuple(PacketText(one.title, one.when, text_of(one), one.sources) for one in on_letters.scripts),
        dates=tuple(_dates(sight)),
        sources=source_lines(sight),
    )


def sheets(sight: Sight) -> Mapping[str, Sheet]:
    """A sheet for each checklist, by its id, with the sources that it cites."""
    lines = source_lines(sight)
    return {
        one.id: Sheet(**_head(sight), checklist=one, sources={name: lines[name] for name in sorted(set(_cited(one)))})
        for one in _checklists(sight)
    }


def list_ids(sight: Sight) -> tuple[str, ...]:
    """The checklists that there are, in the order in which editors name them."""
    return tuple(sight.catalog.files.words.names["list"])


def _head(sight: Sight) -> dict[str, Any]:
    profile = sight.facts.profile
    return {"name": profile.applicant.name, "season": profile.season, "as_of": sight.plan.as_of, "paper": sight.paper}


def _stage(sight: Sight) -> Stage:
    """How far the season has come."""
    if sight.answers["rank-lists-closed"]:
        return "closed"
    return "reading" if sight.answers["reviews-begun"] else "ahead"


def _checklists(sight: Sight) -> Iterator[Checklist]:
    for name in list_ids(sight):
        yield Checklist(name, sight.catalog.name("list", name), checklist(sight, name).groups)


def _cited(one: Checklist) -> Iterator[str]:
    """What its open tasks cite; of those that are done no reasons are printed."""
    return (name for group in one.groups for item in group.items if not item.done for name in item.sources)


def _messages(sight: Sight, text_of: TextOf) -> Iterator[MessagePart]:
    """Messages by day, then by what they wait for; parts without any are left out."""
    page = messages(sight)
    parts = [(Prose(""), None, page.now), (Prose(""), page.soon_until, page.soon)]
    parts += [(one.name, None, one.messages) for one in (*page.later, *page.needed)]
    for name, until, some in parts:
        if some:
            yield MessagePart(name, until, tuple(_message(one, text_of) for one in some))


def _message(one: MessageView, text_of: TextOf) -> MessageText:
    return MessageText(
        name=one.name,
        to=one.to,
        about=one.about,
        why=one.why,
        sources=one.sources,
        due=one.due,
        opens=one.opens,
        is_late=one.is_late,
        only=one.only,
        office=one.office,
        find_address=one.find_address,
        text="\n\n".join(map(text_of, one.scripts)),
    )


def _dates(sight: Sight) -> Iterator[DateLine]:
    for one in milestones_ahead(sight):
        name = sight.catalog.name("certainty", one.certainty)
        yield DateLine(one.name, one.day, one.certainty, name, one.rule, one.find_out, one.sources)
