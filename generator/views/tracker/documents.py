"""The sheet of papers."""

from collections.abc import Iterator

from generator.downloads.sheets import Sheet, Value
from generator.profile import Paper
from generator.views.documents import DocumentView
from generator.views.documents import documents as shown
from generator.views.tracker.building import Builder, Line
from generator.views.tracker.words import known, plain, some


def documents(make: Builder) -> Sheet:
    """A row for every paper that is asked for, and for every other one in hand."""
    return make.sheet("documents", _lines(make))


def _lines(make: Builder) -> Iterator[Line]:
    held = make.sight.facts.profile.documents or ()
    numbers = {paper.document: number for number, paper in enumerate(held)}
    view = shown(make.sight)
    wanted = (*view.to_start, *view.in_hand)
    for one in wanted:
        number = numbers.get(one.entry.id)
        key = f"plan/{one.entry.id}" if number is None else f"documents/{number}"
        yield Line(key, {**_asked(make, one), **_held(one.entry.id, None if number is None else held[number])})
    for number, paper in enumerate(held):
        if paper.document not in {one.entry.id for one in wanted}:
            yield Line(f"documents/{number}", _held(paper.document, paper))


def _asked(make: Builder, one: DocumentView) -> dict[str, Value]:
    """What the guide says of a paper: the day to begin, or to begin again where it runs out too soon."""
    return {
        "from": plain(one.entry.from_),
        "start": None if one.due.in_hand else one.due.start,
        "renew": one.due.start if one.due.in_hand else None,
        "valid_weeks": known(one.entry.valid_weeks, plain(make.file.unknown)) if one.entry.valid_weeks else None,
        "asked_by": some(one.asked_by),
        "only_if": some(one.only_if),
    }


def _held(id_: str, paper: Paper | None) -> dict[str, Value]:
    """What the profile says of a paper: it stands in the list if it is in hand."""
    return {
        "document": id_,
        "in_hand": "true" if paper else "false",
        "expires": paper.expires if paper else None,
    }
