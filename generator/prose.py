"""Text that an editor of the guide wrote, kept apart from text that the applicant wrote."""

import re
from collections.abc import Mapping

BLANK = re.compile(r"\{([a-z][a-z0-9_]*)\}")
ADDRESS = re.compile(r"https?://[^\s<>]*[^\s<>.,;:)]")
ENTITIES = {code: f"&#{code};" for code in range(128) if not (chr(code).isalnum() or chr(code) == " ")}


class Prose(str):
    """Words from `content/`; Markdown in them is meant. A plain `str` never is: it gets escaped."""

    __slots__ = ()


def blanks(text: str) -> frozenset[str]:
    """The names that stand in braces, each to be filled in.

    >>> sorted(blanks("You have {count} of {wanted}."))
    ['count', 'wanted']
    """
    return frozenset(BLANK.findall(text))


def escaped(text: str) -> Prose:
    """The text as a reader sees it, safe in Markdown and in HTML: every ASCII mark becomes an entity.

    >>> escaped("<b>*x*</b>")
    '&#60;b&#62;&#42;x&#42;&#60;&#47;b&#62;'
    """
    return Prose(text.translate(ENTITIES))


def shown(value: object) -> Prose:
    """Any value on its way to a page: prose as it is, everything else escaped."""
    return value if isinstance(value, Prose) else escaped(str(value))


def fill(text: Prose, values: Mapping[str, object]) -> Prose:
    """The text with its blanks filled in; what goes in is escaped unless it is prose.

    >>> fill(Prose("You have {count}."), {"count": 2})
    'You have 2.'
    """
    return Prose(BLANK.sub(lambda match: shown(values[match.group(1)]), text))


def linked(text: Prose) -> Prose:
    """The text with each bare address as a link that is called by its site.

    >>> linked(Prose("Start at https://www.siumed.edu/ or ask."))
    'Start at [siumed.edu](<https://www.siumed.edu/>) or ask.'
    """
    return Prose(ADDRESS.sub(lambda found: f"[{_site(found.group())}](<{found.group()}>)", text))


def _site(address: str) -> str:
    return address.split("/")[2].removeprefix("www.")
