"""Whether two names mean the same school or hospital: letter case, marks and words that tell none apart don't count."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

APOSTROPHES = re.compile("['\u2018\u2019\u02bc`]")
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Naming:
    """Names compared by the words that tell schools and hospitals apart; `plain` are those that do not."""

    plain: frozenset[str]

    def same(self, one: str, other: str) -> bool | None:
        """Whether they mean the same; None where one name holds all of the other and more.

        >>> naming = Naming(frozenset({"the", "of", "university"}))
        >>> naming.same("St. George\u2019s University", "St Georges"), naming.same("Nagoya", "Nagoya City University")
        (True, None)
        >>> naming.same("University of Kansas", "University of Texas")
        False
        """
        mine, theirs = self._words(one), self._words(other)
        if mine == theirs:
            return True
        return None if mine < theirs or theirs < mine else False

    def among(self, name: str, names: Iterable[str]) -> bool | None:
        """Whether it is one of these names; None where it may be."""
        answers = [self.same(name, other) for other in names]
        return True if True in answers else None if None in answers else False

    def _words(self, name: str) -> frozenset[str]:
        """The words that count; all of them where none does."""
        words = _words_of(name)
        return words - self.plain or words


@lru_cache(maxsize=4096)
def _words_of(name: str) -> frozenset[str]:
    """The words of a name in small letters without marks."""
    letters = unicodedata.normalize("NFKD", APOSTROPHES.sub("", name)).casefold()
    return frozenset(WORD.findall("".join(mark for mark in letters if not unicodedata.combining(mark))))
