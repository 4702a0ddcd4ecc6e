"""What booked and done rotations are called, so that what hangs on a rotation stays with it whatever is added."""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace
from hashlib import sha256
from unicodedata import normalize

from generator.plan import Block

APART = re.compile(r"[^a-z0-9]+")
LETTERS = 8


def with_ids(blocks: Iterable[Block], *, parts: Collection[str]) -> tuple[Block, ...]:
    """The same blocks, each named after its host and field; `parts` are what blocks of the plan are called.

    Of those that are called the same, the second in the order given ends in 2, and so on; given as the profile lists
    them, a new one at the end leaves the others their names.
    """
    had = Counter(parts)
    return tuple(replace(block, id=_counted(f"{slug(block.host)}-{block.field}", had)) for block in blocks)


def _counted(name: str, had: Counter[str]) -> str:
    had[name] += 1
    return name if had[name] == 1 else f"{name}-{had[name]}"


def slug(name: str) -> str:
    """A name in Latin letters and digits with dashes; what has others too is told apart by a few more.

    >>> slug("St. Mary's Hôpital"), slug("Emory")
    ('st-mary-s-hopital', 'emory')
    >>> slug("大学病院"), slug("大学病院") == slug(" 大学病院 ")
    ('a8580d40', True)
    """
    plain = normalize("NFKC", name).strip().casefold()
    letters = [one for one in normalize("NFKD", plain) if one.isalnum()]
    words = APART.sub("-", "".join(one for one in normalize("NFKD", plain) if one.isascii())).strip("-")
    if words and all(one.isascii() for one in letters):
        return words
    return "-".join(filter(None, (words, sha256(plain.encode()).hexdigest()[:LETTERS])))
