"""What may be changed in the lists of a profile: an answer, one more entry, one entry less."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from pydantic import BaseModel

from generator.profile import Inquiry, Letter, Paper, Rotation

Answer: TypeAlias = str | int | bool | None
"""As the file has it: a day is its text, and None is unknown."""

ENTRIES: Mapping[str, type[BaseModel]] = MappingProxyType(
    {"inquiries": Inquiry, "rotations": Rotation, "letters": Letter, "documents": Paper}
)


@dataclass(frozen=True)
class Set:
    """One answer of one entry becomes another."""

    section: str
    index: int
    field: str
    value: Answer


@dataclass(frozen=True)
class Append:
    """One more entry at the end of a list."""

    section: str
    entry: tuple[tuple[str, Answer], ...]


@dataclass(frozen=True)
class Remove:
    """An entry that counts no longer."""

    section: str
    index: int


Edit: TypeAlias = Set | Append | Remove


def in_order(section: str, entry: Mapping[str, Answer]) -> tuple[tuple[str, Answer], ...]:
    """The answers of an entry in the order in which a profile tells them."""
    names = tuple(ENTRIES[section].model_fields)
    return tuple(sorted(entry.items(), key=lambda pair: names.index(pair[0])))
