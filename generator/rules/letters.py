"""Which letters an application needs, and what can fill each place."""

from collections.abc import Sequence
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
    """Each place with the first free voice that can speak for it; a voice speaks once, the first named comes first."""
    free = list(voices)
    slots = []
    for place in wanted:
        voice = next((voice for voice in free if not place.specialty or place.specialty in voice.specialties), None)
        if voice is not None:
            free.remove(voice)
        slots.append(Slot(place.id, place.name, voice.letter if voice else None, voice.block if voice else None))
    return tuple(slots)
