"""Words of pages as plain text, and values that may not be known, as a cell shows them."""

import re
from collections.abc import Iterable
from html import unescape

from generator.catalog.entry import Known
from generator.downloads.sheets import Value
from generator.prose import Prose

LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)(\{[^}]*\})?")
MARKS = re.compile(r"(\*\*|\*|`)(?=\S)(.+?)(?<=\S)\1")


def plain(text: str) -> str:
    """What a reader sees of Markdown by editors; any other text as it is.

    >>> plain(Prose("**Ask** [the host](hosts.md) of &#61;Ann&#39;s")), plain("**Ask** &amp;")
    ("Ask the host of =Ann's", '**Ask** &amp;')
    """
    if not isinstance(text, Prose):
        return str(text)
    return unescape(MARKS.sub(r"\2", LINK.sub(r"\1", text)))


def some(text: str | None) -> str | None:
    """The text, or an empty cell where there is none."""
    return plain(text) if text else None


def known(value: Known | None, unknown: str) -> Value:
    """A known number or known words; what is not known says so."""
    if value is None or value.value is None:
        return unknown
    if isinstance(value.value, tuple):
        return lines(value.value)
    return value.value if type(value.value) is int else plain(value.value)  # type: ignore[arg-type]


def lines(texts: Iterable[str]) -> str | None:
    """Texts one below the other, each once; an empty cell for none."""
    return "\n".join(dict.fromkeys(map(plain, texts))) or None


def yes_no(answer: bool | None) -> str | None:
    """A yes or no as a profile has it."""
    return None if answer is None else str(answer).lower()
