"""Which writer's letter goes to which kind of application, and what the loss of one writer does."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.prose import Prose


@dataclass(frozen=True)
class Writer:
    """Somebody whose letter is there, promised or hoped for: one of the profile's letters, or a block to come."""

    id: str
    letter: int | None
    block: str | None
    specialties: tuple[str, ...]
    fills: Literal["every", "spare", "none"]
    at_hand: bool
    ready_on: date | None
    ask_from: date | None
    ask_by: date | None
    remind_on: date | None
    upload_by: date | None
    forms: tuple[str, ...]


@dataclass(frozen=True)
class Place:
    """One place in a set of letters, and the writer who fills it; `writer` is empty while it is open."""

    id: str
    name: Prose
    needed: bool
    writer: str


@dataclass(frozen=True)
class LetterSet:
    """The letters for one kind of application; complete if no place that is needed is open."""

    application: str
    places: tuple[Place, ...]
    complete: bool
    complete_on: date | None

    @property
    def writers(self) -> tuple[str, ...]:
        """The writers who have a place in it, in the order of the places."""
        return tuple(place.writer for place in self.places if place.writer)

    @property
    def needed(self) -> tuple[Place, ...]:
        """The places that are needed."""
        return tuple(place for place in self.places if place.needed)

    @property
    def covered(self) -> int:
        """How many of the places that are needed have a writer."""
        return sum(bool(place.writer) for place in self.needed)


@dataclass(frozen=True)
class LossInSet:
    """What one set is without a writer who had a place in it."""

    application: str
    opened: tuple[str, ...]
    takes_over: tuple[str, ...]
    complete_on: date | None


@dataclass(frozen=True)
class Loss:
    """What falls away with one writer; it breaks a set if fewer of the places that are needed can be filled."""

    writer: str
    sets: tuple[LossInSet, ...]
    breaks: tuple[str, ...]


@dataclass(frozen=True)
class LetterMatrix:
    """The writers, the set of each kind of application, and the loss of each writer."""

    writers: tuple[Writer, ...]
    sets: tuple[LetterSet, ...]
    losses: tuple[Loss, ...]
