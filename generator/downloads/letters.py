"""Letters that the fonts of the booklet don't have: found, and replaced by a mark that can be seen."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from unicodedata import category

MARK = "\N{WHITE SQUARE}"
BARRED = re.compile("[\0\ufeff\ufffe\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What PDF/UA-1 does not allow, what would turn the text around it, and halves of letters."""
SELECTORS = range(0xFE00, 0xFE10)


@dataclass(frozen=True)
class Legible:
    """What can't be shown, and how to do without it."""

    refused: frozenset[str]

    def text(self, text: str) -> str:
        """The text with a square for each letter that can't be shown.

        >>> Legible(frozenset("李明")).text("李明 Zhang")
        '□□ Zhang'
        """
        pieces = sorted(self.refused, key=lambda piece: (-len(piece), piece))
        return re.sub("|".join(map(re.escape, pieces)), _mark, text) if pieces else text

    def data(self, value: Any) -> Any:
        """Plain data with every text in it made so."""
        if not self.refused:
            return value
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self.data(one) for one in value]
        return {name: self.data(one) for name, one in value.items()} if isinstance(value, Mapping) else value

    def holds(self, text: str) -> bool:
        """Whether something in the text can't be shown."""
        return any(piece in text for piece in self.refused)

    def names(self, text: str) -> tuple[str, ...]:
        """Those letters of the text that can't be shown, each by its number.

        >>> Legible(frozenset("李明")).names("李明 Zhang")
        ('U+674E', 'U+660E')
        """
        letters = (letter for piece in self.refused if piece in text for letter in piece if not letter.isascii())
        return tuple(f"U+{ord(letter):04X}" for letter in sorted(set(letters), key=text.index))


def legible(value: Any, refuses: Callable[[Iterable[str]], frozenset[str]]) -> Legible:
    """What of plain data can't be shown, asked of whoever has the fonts."""
    texts = tuple(texts_of(value))
    barred = frozenset(BARRED.findall("".join(texts)))
    return Legible(refuses(BARRED.sub("", text) if barred else text for text in texts) | barred)


def texts_of(value: Any) -> Iterator[str]:
    """Every text in plain data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | Mapping):
        for one in value.values() if isinstance(value, Mapping) else value:
            yield from texts_of(one)


def _mark(found: re.Match[str]) -> str:
    """A square; nothing for what has no look of its own and only joins or varies its neighbors."""
    piece = found.group()
    alone = len(piece) == 1 and (category(piece) == "Cf" or ord(piece) in SELECTORS)
    return "" if alone else MARK
