"""Tabs outside quotes, which only some programs take for spaces."""

import re
from collections.abc import Iterable

from generator.errors import Problem
from generator.reading.files import spot_of

WHAT = "a tab stands here"
HINT = "indent with spaces, two for each step; elsewhere write one space, or put quotes round the text"
COMMENT = re.compile(r"(?:^|(?<=[ \r\n]))#[^\r\n]*")
Span = tuple[int, int]


def stray_tabs(text: str, quoted: Iterable[Span], file: str) -> list[Problem]:
    """A problem for each tab that is neither in a quoted or indented text nor in a comment."""
    if "\t" not in text:
        return []
    rest = COMMENT.sub(_blank, _without(text, quoted))
    return [Problem(spot_of(text[: tab.start()], file), WHAT, HINT) for tab in re.finditer("\t+", rest)]


def _without(text: str, spans: Iterable[Span]) -> str:
    pieces, done = [], 0
    for start, end in spans:
        pieces += [text[done:start], "x" * (end - start)]
        done = end
    return "".join([*pieces, text[done:]])


def _blank(match: re.Match[str]) -> str:
    return "x" * len(match.group())
