"""Slips with colons, dashes, lines and indentation."""

import re

from generator.reading import tabs
from generator.reading.quoted import shortened
from generator.reading.stop import Finding, Stop

NAMED = re.compile(r"""\s*(?:- +)*(?:'[^']*'|"[^"]*"|[^\s'"#:-][^:#]*?):(?:[ \t]|$)""")
SQUEEZED = re.compile(r"\s*(?:- +)*(?P<name>[^\W\d][\w-]*)(?P<colon>:\u00a0|：|:)(?P<value>\S.*)")
COLONS = {
    ":": "there is no space after the colon",
    ":\u00a0": "there is no plain space after the colon",
    "：": "this is not a plain colon",
}


def too_deep(stop: Stop) -> Finding | None:
    """Brackets without end, or a wrong file."""
    if "stand inside each other" not in stop.said:
        return None
    return stop.at, stop.said, "close the brackets, and indent less"


def tab(stop: Stop) -> Finding | None:
    """A tab among the spaces in front, or where the parser stopped."""
    if stop.sign == "\t":
        return stop.at, tabs.WHAT, tabs.HINT
    indent = re.match(r"[ -]*\t", stop.line(stop.at[0]))
    if not indent or stop.at[1] > indent.end():
        return None
    return (stop.at[0], indent.end() - 1), tabs.WHAT, tabs.HINT


def no_space_after_colon(stop: Stop) -> Finding | None:
    """`name:value`, or a colon that only looks like one."""
    number = stop.start[0] if "simple key" in stop.context else stop.above
    match = SQUEEZED.match(stop.line(number))
    if NAMED.match(stop.line(number)) or not match or "value" in stop.context:
        return None
    return _spaced(match, number) if _is_colon_trouble(stop) else None


def _is_colon_trouble(stop: Stop) -> bool:
    return "simple key" in stop.context or "mapping values" in stop.said


def _spaced(match: re.Match[str], number: int) -> Finding:
    name, value = match["name"], match["value"].strip()
    what = COLONS[match["colon"]]
    return (number, match.start("colon")), what, f"write {shortened(f'{name}: {value}')}"


def curly_quotes(stop: Stop) -> Finding | None:
    """A sentence with a colon, in quotes as a word processor writes them."""
    match = re.search(r"(?<=[:-] )[“„‘‚«]", stop.before)
    if "mapping values" not in stop.said or not match:
        return None
    spot = stop.at[0], match.start()
    what = f"the curly quote {match.group()} does not count as a quote"
    return spot, what, "write straight quotes, \"…\" or '…'"


def colon_in_text(stop: Stop) -> Finding | None:
    """A sentence with a colon in it."""
    if "mapping values" not in stop.said or not NAMED.match(stop.before):
        return None
    return stop.at, "a colon stands inside a text without quotes", 'put quotes round the whole text: "…"'


def line_goes_on(stop: Stop) -> Finding | None:
    """A line that YAML takes as part of the text above it."""
    if "mapping values" not in stop.said:
        return None
    spot = stop.at[0], _indent(stop.line(stop.at[0]))
    above = stop.line(stop.above)
    if NAMED.match(above) or above.lstrip().startswith("- "):
        hint = "begin it in the column of the name above; or, if it is text, put quotes round the whole text"
        return spot, "this line is indented further than the line that it follows", hint
    return _no_colon(stop.above, above)


def no_colon_in_line(stop: Stop) -> Finding | None:
    """A line of plain words among the names."""
    if "simple key" not in stop.context:
        return None
    return _no_colon(stop.start[0], stop.line(stop.start[0]))


def _no_colon(number: int, line: str) -> Finding:
    spot = number, _indent(line)
    if re.match(r"\s*-[^\s-]", line):
        return spot, "there is no space after the dash", "write '- ' in front of each item of a list"
    what = f"this line has no name and colon: '{shortened(line.strip())}'"
    return spot, what, "write name: value; or, if it belongs to the text above, indent it further"


def dash_after_name(stop: Stop) -> Finding | None:
    """`name: - item`."""
    if "sequence entries" not in stop.said:
        return None
    return stop.at, "a list cannot begin in the line of its name", "begin it in the next line, indented"


def empty_name(stop: Stop) -> Finding | None:
    """A line or a pair in braces that begins with a colon."""
    if stop.sign != ":" or stop.before.rstrip()[-1:] not in ("", *"[{,"):
        return None
    return stop.at, "there is no name before the colon", "write a name before it"


def among_items(stop: Stop) -> Finding | None:
    """A name among the items of a list."""
    if "block collection" not in stop.context or stop.at[1] != stop.start[1]:
        return None
    what = "this line stands in a list, but has no dash"
    return stop.at, what, "begin it with '- ', or indent it as it should be"


def dash_among_names(stop: Stop) -> Finding | None:
    """An item among names."""
    if stop.sign != "-" or "block mapping" not in stop.context or stop.at[1] != stop.start[1]:
        return None
    what = "a list begins here, where a name and a colon belong"
    return stop.at, what, "write the name of the list above it"


def indentation(stop: Stop) -> Finding | None:
    """A line whose indentation fits no line above."""
    if stop.before.strip() or not stop.line(stop.at[0]).strip():
        return None
    hint = "lines that belong together begin in the same column; count the spaces in front of them"
    return stop.at, "this line is indented like no line above that it could belong to", hint


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
