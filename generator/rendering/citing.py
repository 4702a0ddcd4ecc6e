"""How sources, figures, dates of a season and known values look where they stand in a sentence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from jinja2 import pass_context
from jinja2.runtime import Context

from generator.phrases import listed, long_date
from generator.prose import Prose, escaped, shown


class Source(Protocol):
    """A source, as far as a citation needs it."""

    @property
    def id(self) -> str:
        """Its name."""

    @property
    def title(self) -> Prose:
        """What it is called."""

    @property
    def short(self) -> Prose:
        """A few letters by which a reader knows it."""

    @property
    def url(self) -> str:
        """Its page; empty for our own rules."""

    @property
    def kind(self) -> str:
        """official, secondary, article, own, reader or claim."""

    @property
    def as_of(self) -> int | None:
        """The year that it speaks of."""

    @property
    def checked(self) -> date:
        """When it was last read."""

    @property
    def confidence(self) -> str:
        """agreed, single or inferred."""


class Cited(Protocol):
    """Something with a value and sources."""

    @property
    def value(self) -> object:
        """What it is; None where it is unknown."""

    @property
    def sources(self) -> tuple[str, ...]:
        """What it rests on."""


class Milestone(Protocol):
    """A date of a season."""

    @property
    def day(self) -> date | None:
        """The day, if it is known."""

    @property
    def certainty(self) -> str:
        """official, projected or unknown."""


@dataclass(frozen=True)
class Citing:
    """What citations on one page need: sources, words, the first year that is not old, the way to the site's root."""

    sources: Mapping[str, Source]
    words: Mapping[str, Prose]
    fresh_from: int
    root: str = ""


@pass_context
def cite(context: Context, ids: str | Iterable[str]) -> Prose:
    """Small links, one a source, each with the year that it speaks of."""
    citing: Citing = context["citing"]
    names = (ids,) if isinstance(ids, str) else tuple(ids)
    return Prose(" ".join(_link(source_of(name, citing), citing) for name in names))


@pass_context
def figure(context: Context, cited: Cited) -> Prose:
    """A figure with its sources; one that was not found says so."""
    value = words_of(context, "unknown") if cited.value is None else cited.value
    return Prose(f"{shown(value)} {cite(context, cited.sources)}")


@pass_context
def day(context: Context, milestone: Milestone) -> Prose:
    """A date of the season, and that it is projected or not published where that is so."""
    if milestone.day is None:
        return words_of(context, "unpublished")
    projected = f" ({words_of(context, 'projected')})" if milestone.certainty == "projected" else ""
    return Prose(long_date(milestone.day) + projected)


def words_of(context: Context, name: str) -> Prose:
    """How the guide calls what stands beside a value."""
    citing: Citing = context["citing"]
    return citing.words[name]


def source_of(name: str, citing: Citing) -> Source:
    """A source by its name."""
    if name not in citing.sources:
        raise KeyError(f"no source is called {name}")
    return citing.sources[name]


def _link(source: Source, citing: Citing) -> str:
    target = source.url or f"{citing.root}sources.md#source-{source.id}"
    state = _state(source, citing.fresh_from)
    return f'[{_label(source, citing.words)}](<{target}>){{ .cite .cite--{state} title="{_title(source)}" }}'


def _label(source: Source, words: Mapping[str, Prose]) -> str:
    if source.kind in ("article", "own", "reader"):
        return source.short
    return f"{source.short}, {source.as_of or words['undated']}"


def _state(source: Source, fresh_from: int) -> str:
    """old; single for an account by somebody else that nothing confirms; plain for what is as good as it gets."""
    if source.as_of is not None and source.as_of < fresh_from:
        return "old"
    return "single" if source.kind in ("secondary", "claim") and source.confidence == "single" else "plain"


def _title(source: Source) -> str:
    read = "" if source.kind in ("own", "reader") else f"; read {source.checked.isoformat()}"
    return escaped(str(source.title)) + read


def plain(context: Context, value: object) -> Prose:
    """A value as a sentence takes it: an address as a link, yes or no in words, several in a list."""
    if isinstance(value, bool):
        return words_of(context, "yes" if value else "no")
    if isinstance(value, tuple):
        return listed(value)
    text = shown(value)
    return Prose(f"[{words_of(context, 'page')}](<{text}>)") if text.startswith(("http://", "https://")) else text
