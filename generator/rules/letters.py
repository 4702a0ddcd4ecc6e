"""Which letters an application needs, and what can fill each place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from generator.plan import Slot
from generator.prose import Prose


class Wanted(Protocol):
    """A letter as an editor asks for it."""

    @property
    def id(self) -> str:
        """Its name."""

    @property
    def name(self) -> Prose:
        """What it is called."""

    @property
    def specialty(self) -> str:
        """The specialty that its writer must speak for; empty for any."""


@dataclass(frozen=True)
class Voice:
    """Something that can fill a place: a letter at hand or a block to come, and the specialties that it speaks for."""

    letter: int | None
    block: str | None
    specialties: tuple[str, ...]


def fill_slots(wanted: Sequence[Wanted], voices: Sequence[Voice]) -> tuple[Slot, ...]:
    """The places with voices that can speak for them, each once, as many filled as can be; earlier voices first."""
    filled = max(
        _fillings(tuple(wanted), tuple(voices)), key=lambda filling: sum(voice is not None for voice in filling)
    )
    return tuple(_slot(place, voice) for place, voice in zip(wanted, filled, strict=True))


def _fillings(wanted: tuple[Wanted, ...], free: tuple[Voice, ...]) -> Iterator[tuple[Voice | None, ...]]:
    """Every way to fill the places, those with earlier voices first."""
    if not wanted:
        yield ()
        return
    place, *later = wanted
    fitting = [voice for voice in free if not place.specialty or place.specialty in voice.specialties]
    for voice in (*fitting, None):
        left = tuple(one for one in free if one is not voice)
        yield from ((voice, *rest) for rest in _fillings(tuple(later), left))


def _slot(place: Wanted, voice: Voice | None) -> Slot:
    return Slot(place.id, place.name, voice.letter if voice else None, voice.block if voice else None)
