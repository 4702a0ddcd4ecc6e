"""How to turn what was found into what was expected, where one slip explains it."""

import re
from collections.abc import Mapping

from generator.reading.scalars import plain_value

QUOTED_BY_MISTAKE: Mapping[str, tuple[type, ...]] = {
    "a whole number": (int,),
    "a number": (int, float),
    "true or false": (bool,),
}
EMPTY = "write it after the colon, or leave the line out"


def mending(expected: str, found: object) -> str:
    """The hint for one kind of value in the place of another; empty if the message says it all."""
    if expected == "a list":
        return _as_list(found)
    if expected == "a group of names and values":
        return _as_group(found)
    if found is None:
        return EMPTY
    if expected == "text":
        return "write one text" if isinstance(found, list | dict) else "put quotes round it"
    return _as_number(expected, found)


def _as_list(found: object) -> str:
    if found is None:
        return "write [] if there is none"
    first = next(iter(found), "") if isinstance(found, dict) else found
    if isinstance(first, str) and re.match(r"-\S", first):
        return "put a space after each dash"
    return "begin each item with '- ' in a line of its own, or put [ and ] round them"


def _as_group(found: object) -> str:
    if isinstance(found, str) and re.match(r"\w+:\S", found):
        return "put a space after each colon"
    return "write each name and its value in a line below, indented"


def _as_number(expected: str, found: object) -> str:
    if isinstance(found, float) and found.is_integer():
        return f"write {int(found)}"
    if not isinstance(found, str):
        return ""
    plain = found.replace(",", "") if re.fullmatch(r"\d{1,3}(,\d{3})+", found) else found
    if plain != found:
        return f"write {plain}"
    meant = QUOTED_BY_MISTAKE.get(expected, ())
    return "take the quotes away" if isinstance(plain_value(found), meant) else ""
