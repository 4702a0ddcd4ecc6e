"""What an unquoted word in a file is: text, a number, true or false; or a trap."""

import re
from dataclasses import dataclass

from generator.reading.document import Scalar
from generator.reading.quoted import shortened

QUOTE_IT = "write it in quotes: {quoted}"

KINDS = re.compile(
    r"""
      (?P<true>true) | (?P<false>false)
    | (?P<truth>(?i:true|false|yes|no|on|off|y|n))
    | (?P<null>~|(?i:null))
    | (?P<whole>[-+]?(?:0|[1-9][0-9]{0,17}))
    | (?P<long>[-+]?[1-9][0-9]{18,})
    | (?P<zero>[-+]?0[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?)
    | (?P<number>[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?)
    | (?P<notation>[-+]?0(?:[xX][0-9a-fA-F_]+|[oO][0-7_]+|[bB][01_]+))
    | (?P<clock>[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?)
    | (?P<grouped>[-+]?[0-9]+(?:_[0-9_]*(?:\.[0-9_]*)?|\.[0-9]*_[0-9_]*))
    | (?P<endless>[-+]?\.(?i:inf)|\.(?i:nan))
    | (?P<merge><<)
    | (?P<curly>[“„‘‚«](?s:.*)[”“’‘»])
    """,
    re.VERBOSE,
)


@dataclass(frozen=True)
class Trap:
    """What is wrong with an unquoted word that programs read in more than one way, and how to mend it."""

    what: str
    hint: str


TRAPS = {
    "truth": Trap(
        "'{word}' may be read as true or false",
        "write true or false, or put quotes round it if you mean the word",
    ),
    "null": Trap("'{word}' does not say what is meant", "write unknown, or leave the line out"),
    "long": Trap("'{word}' is too long for a number", QUOTE_IT),
    "zero": Trap(
        "'{word}' begins with a zero, so it may be read as another number",
        QUOTE_IT + ", or leave out the zero in front",
    ),
    "notation": Trap("'{word}' may be read as another number", QUOTE_IT + ", or write the number in plain digits"),
    "clock": Trap("'{word}' may be read as a number of minutes or seconds", QUOTE_IT),
    "grouped": Trap("'{word}' may be read as a number", QUOTE_IT + ", or leave out the underscores"),
    "endless": Trap("'{word}' may be read as a number without end", QUOTE_IT),
    "merge": Trap("'<<' would copy other lines in here, and that is not used", "write the lines out"),
    "curly": Trap(
        "these are curly quotes, which do not count as quotes: {word}",
        "write straight quotes, \"…\" or '…'; to show curly ones, put straight ones round them",
    ),
}


def plain_value(word: str) -> Scalar | Trap:
    """What an unquoted word stands for; a date stays text.

    >>> plain_value("2027"), plain_value("2027-01-31"), plain_value("1.5"), plain_value("")
    (2027, '2027-01-31', 1.5, None)
    >>> plain_value("NO").what
    "'NO' may be read as true or false"
    """
    if not word:
        return None
    match = KINDS.fullmatch(word)
    return word if match is None else _of_kind(match.lastgroup or "", word)


def _of_kind(kind: str, word: str) -> Scalar | Trap:
    if kind in TRAPS:
        return _told(TRAPS[kind], word)
    if kind == "whole":
        return int(word)
    return _number(word) if kind == "number" else kind == "true"


def _number(word: str) -> float | Trap:
    number = float(word)
    return _told(TRAPS["endless"], word) if abs(number) == float("inf") else number


def _told(trap: Trap, word: str) -> Trap:
    short = shortened(word)
    return Trap(trap.what.format(word=short), trap.hint.format(quoted=f'"{short}"'))
