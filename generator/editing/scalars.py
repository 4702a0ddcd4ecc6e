"""An answer as YAML: the plainest way of writing it that the guide's own reader takes for the same answer."""

import json
from collections.abc import Iterable, Iterator

import yaml

from generator.editing.edits import Answer
from generator.errors import GuideError
from generator.reading.strict import LOADER, parse_with

UNKNOWN = "unknown"
LOADERS = (LOADER, yaml.SafeLoader)


def as_read(value: Answer) -> Answer:
    """What the strict reader gives for an answer: a day stays text, and unknown is a word."""
    return UNKNOWN if value is None else value


def scalar(value: Answer, *, in_brackets: bool, quote: str = "") -> str:
    """The answer, in the quotes given or else without any if that does.

    >>> scalar("2027-01-31", in_brackets=False), scalar(True, in_brackets=False), scalar(None, in_brackets=False)
    ('2027-01-31', 'true', 'unknown')
    >>> scalar("A, B", in_brackets=False), scalar("A, B", in_brackets=True), scalar("it's: so", in_brackets=True)
    ('A, B', '"A, B"', '"it\\'s: so"')
    >>> scalar("12", in_brackets=False), scalar("it's", in_brackets=False, quote="'")
    ('"12"', "'it''s'")
    """
    before, after = ("{a: ", ", b: 1}") if in_brackets else ("a: ", "\nb: 1")
    fitting = (way for way in _ways(value, quote) if _reads(f"{before}{way}{after}", value))
    return next(fitting, json.dumps(value, ensure_ascii=False))


def in_braces(entry: Iterable[tuple[str, Answer]]) -> str:
    """An entry in one line.

    >>> in_braces([("host", "Hill Hospital"), ("fee", 0)])
    '{host: Hill Hospital, fee: 0}'
    """
    return "{" + ", ".join(f"{name}: {scalar(value, in_brackets=True)}" for name, value in entry) + "}"


def _ways(value: Answer, quote: str) -> Iterator[str]:
    if not isinstance(value, str):
        yield json.dumps(as_read(value)).strip('"')
        return
    if quote == "'":
        yield "'" + value.replace("'", "''") + "'"
    if not quote:
        yield value
    yield json.dumps(value, ensure_ascii=False)


def _reads(text: str, value: Answer) -> bool:
    """Whether both of PyYAML's parsers take the text for the value."""
    try:
        return all(parse_with(loader, text, "").value == {"a": as_read(value), "b": 1} for loader in LOADERS)
    except GuideError:
        return False
