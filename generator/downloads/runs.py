"""Prose as a row of runs: pieces of text that each know how they look, for whatever is not a web page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape

from generator.prose import Prose

OUTSIDE = ("http://", "https://", "mailto:")
MARKS = re.compile(
    r"`(?P<code>[^`]+)`"
    r"|\[(?P<link>[^\]]*)\]\((?:<(?P<wrapped>[^>]*)>|(?P<bare>[^()\s]*))\)(?:\{[^}]*\})?"
    r"|\*\*(?P<bold>.+?)\*\*"
    r"|(?<!\w)_(?P<low>[^_]+)_(?!\w)"
    r"|\*(?P<italic>[^*]+)\*"
    r"|</?[a-zA-Z][^<>]*>"
)


@dataclass(frozen=True)
class Run:
    """A piece of text with its looks; `url` is an address outside the guide."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    url: str = ""


PLAIN = frozenset("`[*_<&")


def runs(prose: Prose) -> tuple[Run, ...]:
    """The prose without its Markdown; links inside the guide are plain words, for paper does not follow them.

    >>> runs(Prose("By *May* see [NRMP](<https://www.nrmp.org/>) &#38; [costs](costs.md)."))[1:3]
    (Run(text='May', bold=False, italic=True, code=False, url=''), Run(text=' see ', bold=False, italic=False, code=False, url=''))
    """  # noqa: E501 - a doctest's answer is one line
    if PLAIN.isdisjoint(prose):
        return (Run(str(prose)),) if prose else ()
    return tuple(_joined(_runs(prose, Run(""))))


def _runs(text: str, look: Run) -> Iterator[Run]:
    """The pieces of a text, each with the looks that it stands in."""
    end = 0
    for found in MARKS.finditer(text):
        yield replace(look, text=unescape(text[end : found.start()]))
        yield from _marked(found, look)
        end = found.end()
    yield replace(look, text=unescape(text[end:]))


def _marked(found: re.Match[str], look: Run) -> Iterator[Run]:
    """What stands between two marks; a tag of HTML is none and leaves nothing."""
    kind, inside = found.lastgroup, found.groupdict()
    if kind == "code":
        yield replace(look, text=unescape(inside["code"]), code=True)
    elif kind in ("wrapped", "bare"):
        yield from _runs(inside["link"], replace(look, url=_outside(inside["wrapped"] or inside["bare"] or "")))
    elif kind == "bold":
        yield from _runs(inside["bold"], replace(look, bold=True))
    elif kind in ("low", "italic"):
        yield from _runs(inside["low"] or inside["italic"], replace(look, italic=True))


def _outside(address: str) -> str:
    """The address if it leads out of the guide."""
    return unescape(address) if address.startswith(OUTSIDE) else ""


def _joined(pieces: Iterator[Run]) -> Iterator[Run]:
    """The pieces without empty ones, and neighbors that look alike in one."""
    last: Run | None = None
    for piece in pieces:
        if last and replace(last, text="") == replace(piece, text=""):
            last = replace(last, text=last.text + piece.text)
        elif piece.text:
            if last:
                yield last
            last = piece
    if last:
        yield last
