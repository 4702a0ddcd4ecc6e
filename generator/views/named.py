"""Things by id, as templates reach them."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


class Named(Mapping[str, Thing], Generic[Thing]):
    """Things by id, which templates reach as attributes: dashes become underscores."""

    def __init__(self, things: Mapping[str, Thing]) -> None:
        """Keep them under names that a template can write."""
        self._things = MappingProxyType({id_.replace("-", "_"): thing for id_, thing in things.items()})

    def __getitem__(self, name: str) -> Thing:
        """A thing by its name with underscores."""
        return self._things[name]

    def __iter__(self) -> Iterator[str]:
        """The names."""
        return iter(self._things)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._things)

    def __getattr__(self, name: str) -> Thing:
        """A thing as an attribute; an unknown name is an error that a template reports with its line."""
        try:
            return self._things[name]
        except KeyError:
            raise AttributeError(name) from None
