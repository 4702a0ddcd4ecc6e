"""What several judgments share: something that was read, and the levels of a yes, a no and an unknown."""

from collections.abc import Iterable
from typing import Protocol

from generator.prose import Prose
from generator.rules.ranking import NO_WORDS

Answer = bool | None
BOTH = (True, False)


class Stated(Protocol):
    """Something that was read."""

    @property
    def what(self) -> Prose:
        """What is written there."""

    @property
    def sources(self) -> tuple[str, ...]:
        """Where."""


def by_answer(answer: Answer, yes: str, no: str) -> tuple[str, ...]:
    """The level of a yes, that of a no, or both."""
    return tuple(yes if one else no for one in either(answer))


def either(answer: Answer) -> tuple[bool, ...]:
    """The answers that are possible."""
    return BOTH if answer is None else (answer,)


def what_of(read: Stated | None) -> Prose:
    """What was read, if anything was."""
    return read.what if read else NO_WORDS


def sources_of(read: Stated | None) -> tuple[str, ...]:
    """Where it was read."""
    return read.sources if read else ()


def sentences(read: Iterable[Stated]) -> Prose:
    """Each in a sentence."""
    return Prose(" ".join(f"{one.what.rstrip('.')}." for one in read))


def cited(read: Iterable[Stated]) -> tuple[str, ...]:
    """Where all of it was read."""
    return tuple(source for one in read for source in one.sources)
