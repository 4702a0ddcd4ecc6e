"""What was found in a file, as a message shows it."""

import json


def shortened(text: str) -> str:
    """The text, or its beginning if it is long.

    >>> shortened("a" * 100)[-5:]
    'aaaa…'
    """
    return text if len(text) <= 60 else text[:59] + "…"


def quoted(value: object) -> str:
    """The value as its owner wrote it, or else what sort of value it is.

    >>> quoted("three"), quoted(3), quoted(True), quoted(None), quoted(["a"])
    ("'three'", '3', 'true', 'nothing', 'a list')
    """
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a group of names and values"
    if isinstance(value, list | tuple | set | frozenset):
        return "a list"
    return shortened(json.dumps(value)) if isinstance(value, bool | int | float) else repr(shortened(str(value)))
