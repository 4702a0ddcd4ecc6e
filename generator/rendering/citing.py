"""How sources, figures, dates of a season and known values look where they stand in a sentence."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Protocol

from jinja2 import pass_context
from jinja2.runtime import Context

from generator.prose import Prose, escaped, shown
from generator.rendering.filters import listed, long_date

OLD_AFTER_YEARS = 3


class Source(Protocol):
    """A source, as far as a citation needs it."""

    @property
    def id(self) -> str:
        """Its name."""

    @property
    def title(self) -> Prose:
        """What it is called."""

    @property
    def url(self) -> str:
        """Its page; empty for our own rules."""

    @property
    def kind(self) -> str:
        """official, secondary, article or own."""

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


def citing(sources: Mapping[str, Source], *, as_of: date) -> dict[str, Callable[..., Prose]]:
    """The filters cite, figure, known and day, for these sources on this day."""

    @pass_context
    def cite(context: Context, ids: str | Iterable[str]) -> Prose:
        """Small links, one a source, each with the year that it speaks of."""
        names = (ids,) if isinstance(ids, str) else tuple(ids)
        root = context.get("root", "")
        return Prose(" ".join(_link(sources[name], as_of, root) for name in names))

    @pass_context
    def figure(context: Context, cited: Cited) -> Prose:
        """A figure with its sources; one that was not found says so."""
        value = "not known" if cited.value is None else cited.value
        return Prose(f"{shown(value)} {cite(context, cited.sources)}")

    @pass_context
    def known(context: Context, cited: Cited) -> Prose:
        """A value with its sources, or how to settle it."""
        if cited.value is None:
            return Prose(f"*Not known.* {getattr(cited, 'unknown', None) or ''}".strip())
        return Prose(f"{_plain(cited.value)} {cite(context, cited.sources)}".strip())

    return {"cite": cite, "figure": figure, "known": known, "day": day}


def day(milestone: Milestone) -> Prose:
    """A date of the season, and that it is projected or not published where that is so."""
    if milestone.day is None:
        return Prose("a date not published yet")
    return Prose(long_date(milestone.day) + (" (projected)" if milestone.certainty == "projected" else ""))


def _link(source: Source, as_of: date, root: str) -> str:
    target = source.url or f"{root}sources.md#source-{source.id}"
    return f'[{_label(source, as_of)}](<{target}>){{ .cite .cite--{_state(source, as_of)} title="{_title(source)}" }}'


def _label(source: Source, as_of: date) -> str:
    if source.kind in ("article", "own"):
        return {"article": "article", "own": "our rule"}[source.kind]
    year = str(source.as_of) if source.as_of else "undated"
    return f"{year}, old" if _state(source, as_of) == "old" else year


def _state(source: Source, as_of: date) -> str:
    if source.as_of is not None and source.as_of < as_of.year - OLD_AFTER_YEARS:
        return "old"
    return source.confidence


def _title(source: Source) -> str:
    read = "" if source.kind == "own" else f"; read {source.checked.isoformat()}"
    return escaped(str(source.title)) + read


def _plain(value: object) -> Prose:
    if isinstance(value, bool):
        return Prose("yes" if value else "no")
    if isinstance(value, tuple):
        return listed(value)
    text = shown(value)
    return Prose(f"[its page](<{text}>)") if text.startswith(("http://", "https://")) else text
