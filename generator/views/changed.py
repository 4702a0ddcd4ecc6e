"""The page on what changed since the plan that the person accepted, by what it changed because of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from generator.phrases import long_date
from generator.plan.differences import Because, Cause, Changed, Difference, Explained
from generator.prose import Prose, fill, shown
from generator.views.common import Sight, View
from generator.views.items import item_name, item_now


@dataclass(frozen=True)
class CauseView:
    """Something that changed, and one line for each of its values."""

    what: Prose
    said: tuple[Prose, ...]


@dataclass(frozen=True)
class ThingView:
    """One thing that differs: how it was and how it is."""

    name: Prose
    how: Prose
    before: Prose
    after: Prose


@dataclass(frozen=True)
class KindView:
    """Things of one kind."""

    name: Prose
    things: tuple[ThingView, ...]


@dataclass(frozen=True)
class BecauseView:
    """Things that changed for the same reason."""

    title: Prose
    about: Prose
    causes: tuple[CauseView, ...]
    kinds: tuple[KindView, ...]
    count: int


@dataclass(frozen=True, kw_only=True)
class ChangedView(View):
    """What changed."""

    since: Annotated[date, "The day of the plan that was saved."]
    count: Annotated[int, "How many things changed."]
    moved: Annotated[int, "Those that are there still, and otherwise."]
    appeared: Annotated[int, "Those that are new."]
    vanished: Annotated[int, "Those that are gone."]
    groups: Annotated[tuple[BecauseView, ...], "Things by what they changed because of; the day alone comes last."]


def has_changes(sight: Sight) -> bool:
    """Whether a plan was saved and something differs from it."""
    return sight.changed is not None and sight.changed.count > 0


def changed(sight: Sight) -> ChangedView:
    """The page on what changed."""
    found = sight.changed or Changed(sight.plan.as_of, ())
    hows = [one.how for group in found.groups for one in group.differences]
    return ChangedView(
        **sight.common(),
        since=found.since,
        count=found.count,
        moved=hows.count("moved"),
        appeared=hows.count("appeared"),
        vanished=hows.count("vanished"),
        groups=tuple(_group(sight, group) for group in found.groups),
    )


def _group(sight: Sight, group: Explained) -> BecauseView:
    because = group.because
    return BecauseView(
        title=_title(sight, because),
        about=sight.catalog.name("because", because.causes[0].kind if because.link == "alone" else because.link),
        causes=tuple(_cause(sight, cause) for cause in because.causes),
        kinds=tuple(_kinds(sight, group.differences)),
        count=len(group.differences),
    )


def _title(sight: Sight, because: Because) -> Prose:
    """One cause by its kind and where it stands, several as several."""
    if len(because.causes) != 1:
        return sight.catalog.name("because-of", "several" if because.causes else "none")
    [cause] = because.causes
    return fill(sight.catalog.name("because-of", cause.kind), {"where": cause.where})


def _cause(sight: Sight, cause: Cause) -> CauseView:
    words = sight.catalog.files.words.names["because"]
    if cause.kind == "day":
        [day] = cause.said
        days = {"before": _day(day.before), "after": _day(day.after)}
        return CauseView(fill(words["days"], days), ())
    if cause.kind == "content":
        file, _, entry = cause.where.partition("#")
        return CauseView(fill(words["entry" if entry else "file"], {"file": f"content/{file}", "entry": entry}), ())
    what = fill(words["answer-of" if cause.entry else "answer-in"], {"where": cause.where, "entry": cause.entry})
    return CauseView(what, (words[_whole(cause)],) if _whole(cause) else tuple(_said(sight, cause)))


def _whole(cause: Cause) -> str:
    """Whether an entry came or went as a whole."""
    if not cause.entry:
        return ""
    if all(one.before is None for one in cause.said):
        return "entry-new"
    return "entry-gone" if all(one.after is None for one in cause.said) else ""


def _said(sight: Sight, cause: Cause) -> Iterator[Prose]:
    words = sight.catalog.files.words.names["because"]
    for one in cause.said:
        kind = "added" if one.before is None else "taken" if one.after is None else "was"
        values = {"name": one.name, "before": one.before or "", "after": one.after or ""}
        yield fill(words[kind if one.name else f"{kind}-itself"], values)


def _day(day: str | None) -> Prose:
    return long_date(date.fromisoformat(day) if day else None)


def _kinds(sight: Sight, differences: Iterable[Difference]) -> Iterator[KindView]:
    """Things by kind, in the order in which editors name the kinds."""
    found: dict[str, list[ThingView]] = {}
    for one in differences:
        found.setdefault(one.kind, []).append(_thing(sight, one))
    for kind, name in sight.catalog.files.words.names["kind"].items():
        if kind in found:
            yield KindView(name, tuple(found[kind]))


def _thing(sight: Sight, one: Difference) -> ThingView:
    before = item_now(sight, one.before) if one.before else sight.catalog.name("how", "was-not")
    after = item_now(sight, one.after) if one.after else sight.catalog.name("how", "is-gone")
    return ThingView(shown(item_name(sight, one.item)), sight.catalog.name("how", one.how), before, after)
