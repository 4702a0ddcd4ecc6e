"""What a file says, and where in the file it says so."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from generator.errors import Place

Scalar: TypeAlias = str | int | float | bool | None
Value: TypeAlias = "dict[str, Value] | list[Value] | Scalar"
Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True)
class Document:
    """A file that was read: plain values, and the place of each."""

    value: dict[str, Value]
    places: Mapping[Path, Place]
    keys: Mapping[Path, Place]
    file: str

    def place(self, path: Path) -> Place:
        """Where the value stands, or else the nearest thing around it that stands in the file."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Place(self.file))

    def key(self, path: Path) -> Place:
        """Where the name before the value stands, or else the place of the value."""
        return self.keys.get(path) or self.place(path)
