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

PLAIN: Mapping[str, str] = MappingProxyType({"done": "task"})
"""Lists of plain words, and what a word is called where it is shown beside others."""


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
class Add:
    """One more word at the end of a list of plain words."""

    section: str
    word: str


@dataclass(frozen=True)
class Remove:
    """An entry that counts no longer."""

    section: str
    index: int


Edit: TypeAlias = Set | Append | Add | Remove
OneMore: TypeAlias = Append | Add


def one_more(section: str, entry: Mapping[str, Answer]) -> OneMore:
    """A new entry, its answers in the order in which a profile tells them."""
    if section in PLAIN:
        return Add(section, str(entry[PLAIN[section]]))
    names = tuple(ENTRIES[section].model_fields)
    return Append(section, tuple(sorted(entry.items(), key=lambda pair: names.index(pair[0]))))
