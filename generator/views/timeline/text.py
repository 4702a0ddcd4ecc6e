"""How wide a text may turn out, reckoned for the widest of the usual fonts, and how it is broken or cut to fit."""

from collections.abc import Iterator
from math import ceil

SIZE = 12.5  # pixels, as the style sheet has it
STRONG = 1.15  # how much wider bold letters are
ELLIPSIS = "…"
WIDTHS = ((frozenset("ijlI.,:;'|/ "), 0.33), (frozenset("frt()[]-!"), 0.42), (frozenset("mwMW@%&…—"), 1.0))


def width_of(text: str, *, strong: bool = False) -> int:
    """The most pixels that a line of this text takes.

    >>> width_of("May"), width_of("May", strong=True)
    (29, 33)
    """
    return ceil(sum(map(_em, text)) * SIZE * (STRONG if strong else 1))


def _em(letter: str) -> float:
    if ord(letter) > 0x2E7F:  # from here on letters are as wide as high, pictures wider
        return 1.0 if ord(letter) <= 0xFFFF else 1.4
    usual = 0.79 if letter.isupper() else 0.64
    return next((width for letters, width in WIDTHS if letter in letters), usual)


def cut(text: str, room: int, *, strong: bool = False) -> str:
    """The text, with its end left out where it is wider than the room.

    >>> cut("Example University Hospital", 100), cut("Example", 100)
    ('Example Uni…', 'Example')
    """
    if width_of(text, strong=strong) <= room:
        return text
    kept = text
    while kept and width_of(kept.rstrip() + ELLIPSIS, strong=strong) > room:
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS


def broken(text: str, room: int, *, strong: bool = False) -> Iterator[str]:
    """The text in one line or two, broken between words, none for nothing; what the second can't hold is left out.

    >>> list(broken("Example University Hospital", 120)), list(broken("Example", 120))
    (['Example', 'University Hosp…'], ['Example'])
    """
    words = text.split()
    fitting = [n for n in range(1, len(words) + 1) if width_of(" ".join(words[:n]), strong=strong) <= room]
    first = max(fitting, default=1)
    for part in (words[:first], words[first:]):
        if part:
            yield cut(" ".join(part), room, strong=strong)
