"""The name that someone probably meant."""

import difflib
import re
from collections.abc import Iterable


def nearest(word: str, names: Iterable[str]) -> str | None:
    """The name most like the word, if one is like it; capitals, blanks and dashes do not count.

    >>> nearest("Gradution-year", ["school", "graduation_year"])
    'graduation_year'
    >>> nearest("shoes", ["school", "graduation_year"])
    """
    plain = {_plain(name): name for name in names}
    close = difflib.get_close_matches(_plain(word), plain, n=1, cutoff=0.7)
    return plain[close[0]] if close else None


def did_you_mean(word: str, names: Iterable[str]) -> str:
    """A question that offers the nearest name; empty if none is near.

    >>> did_you_mean("shool", ["school", "season"])
    "did you mean 'school'?"
    """
    name = nearest(word, names)
    return f"did you mean {name!r}?" if name else ""


def _plain(name: str) -> str:
    return re.sub(r"[\s_-]+", "-", name.strip().casefold())
