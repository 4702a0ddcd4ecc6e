"""How known values look: with sources, how old and how sure they are, and what the guide had before a person's own."""

from collections.abc import Iterator
from typing import Protocol

from jinja2 import pass_context
from jinja2.runtime import Context

from generator.prose import Prose, fill
from generator.rendering.citing import Cited, Citing, cite, day, figure, plain, source_of, words_of


class Dated(Cited, Protocol):
    """A value that says itself how old and how sure it is, and what the guide had where it is a person's own."""

    @property
    def unknown(self) -> Prose | None:
        """How to settle it; only where there is no value."""

    @property
    def as_of(self) -> int | None:
        """The year that it speaks of."""

    @property
    def confidence(self) -> str:
        """agreed, single or inferred."""

    @property
    def had(self) -> Cited | None:
        """What the guide had in its place."""


@pass_context
def known(context: Context, cited: Dated) -> Prose:
    """A value with its sources, and its age and how sure it is where they don't show it; or how to settle it."""
    if cited.value is None:
        return Prose(f"{words_of(context, 'unknown')} {cited.unknown or ''}".strip())
    said = (plain(context, cited.value), cite(context, cited.sources), _marks(context, cited))
    return Prose(" ".join(part for part in said if part) + _had(context, cited.had))


def _marks(context: Context, cited: Dated) -> Prose:
    """In parentheses: that it is worked out, and its year, where its sources show neither."""
    inferred = [words_of(context, "inferred")] if cited.confidence == "inferred" else []
    marks = ", ".join([*inferred, *_year(context, cited)])
    return Prose(f"({marks})" if marks else "")


def _year(context: Context, cited: Dated) -> Iterator[str]:
    citing: Citing = context["citing"]
    sources = [source_of(name, citing) for name in cited.sources]
    if cited.as_of is None or cited.as_of in {source.as_of for source in sources}:
        return
    if cited.as_of < citing.fresh_from:
        yield f"{citing.words['old']}, {cited.as_of}"
    elif all(source.kind == "reader" for source in sources):
        yield str(cited.as_of)


def _had(context: Context, before: Cited | None) -> Prose:
    """What the guide had, behind a person's own value."""
    if before is None:
        return Prose("")
    value = Prose(f"{plain(context, before.value)} {cite(context, before.sources)}")
    return Prose(f"; {fill(words_of(context, 'had'), {'value': value})}")


CITES = {"cite": cite, "figure": figure, "known": known, "day": day}
