"""Slips with quotes, brackets and other marks."""

import re

import yaml

from generator.reading.stop import Finding, Spot, Stop

QUOTED_START = re.compile(r"""(?:^|[:\-,\[{]\s+|[\[{])['"]""")


def open_quote(stop: Stop) -> Finding | None:
    """A quote that runs to the end of the file."""
    if "quoted scalar" not in stop.context or "escape" in stop.said or "hex" in stop.said:
        return None
    return _unclosed(stop.start, stop.opening)


def swallowed_lines(stop: Stop) -> Finding | None:
    """A quote that is closed only by one in a later line."""
    style, mark = getattr(stop.last, "style", None), getattr(stop.last, "start_mark", None)
    if style not in ("'", '"') or not mark or mark.line == stop.last.end_mark.line:
        return None
    return _unclosed((mark.line, mark.column), style)


def _unclosed(spot: Spot, quote: str) -> Finding:
    twice = "; an apostrophe inside '…' is written twice" if quote == "'" else ""
    what = f"the quote {quote} that opens here is not closed"
    return spot, what, f"put {quote} at the end of the text{twice}"


def escape(stop: Stop) -> Finding | None:
    """A backslash inside double quotes, as in a Windows path."""
    overflow = stop.at == stop.start and not stop.context and "too large" in stop.said
    if not overflow and not ("quoted scalar" in stop.context or "range(" in stop.said):
        return None
    what = 'a backslash inside "…" begins a code, and this is none'
    return stop.start, what, "put '…' round the text instead, or write two backslashes"


def after_quote(stop: Stop) -> Finding | None:
    """An apostrophe inside single quotes, or quotes inside quotes."""
    before = stop.before.rstrip()
    if before[-1:] not in ("'", '"') or not QUOTED_START.search(before[:-1]):
        return None
    quote = before[-1]
    other = '"' if quote == "'" else "'"
    twice = "'' for an apostrophe" if quote == "'" else r"\" for a quote"
    hint = f"put {other}…{other} round the whole text, or write {twice} inside it"
    return stop.at, "the text goes on after its closing quote", hint


def unclosed_bracket(stop: Stop) -> Finding | None:
    """A bracket or brace without its end."""
    closing = {"[": "]", "{": "}"}.get(stop.opening)
    if "flow" not in stop.context or not closing:
        return None
    what = f"the {stop.opening} that opens here is not closed, or a comma is missing after it"
    hint = f"close it with {closing}; put quotes round a text that begins with {stop.opening}"
    return stop.start, what, hint


def stray_bracket(stop: Stop) -> Finding | None:
    """A closing bracket or a comma where a value belongs."""
    if stop.sign not in tuple("]},") or "flow" in stop.context:
        return None
    return stop.at, f"'{stop.sign}' stands alone here", "take it out, or put quotes round the whole text"


def after_bracket(stop: Stop) -> Finding | None:
    """More text after a closing bracket."""
    if stop.before.rstrip()[-1:] not in tuple("]}") or "parsing a block" not in stop.context:
        return None
    hint = "take out the rest, or put quotes round the whole text"
    return stop.at, "the line goes on after a closing bracket", hint


def block_text(stop: Stop) -> Finding | None:
    """Text right after the sign of a text over several lines."""
    if "block scalar" not in stop.context or stop.opening not in tuple("|>"):
        return None
    what = f"text stands in the same line as '{stop.opening}'"
    return stop.start, what, "begin it in the next line, indented; or put quotes round the whole text"


def directive(stop: Stop) -> Finding | None:
    """A percent sign at the very beginning of a line, before anything else was read."""
    if not isinstance(stop.last, yaml.StreamStartEvent):
        return None
    lines = (number for number, line in enumerate(stop.lines) if line.startswith("%"))
    number = next(lines, None)
    what = "a line without quotes cannot begin with '%'"
    return None if number is None else ((number, 0), what, "take the line out, or put quotes round the text")


def odd_beginning(stop: Stop) -> Finding | None:
    """A sign that means something else at the beginning of a text."""
    if stop.opening not in tuple("@`%*&!|>?") or not stop.opening:
        return None
    return stop.start, f"a text without quotes cannot begin with '{stop.opening}'", 'put quotes round it: "…"'
