"""What an applicant says, where they say it, and on which day it is read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from pydantic import BaseModel

from generator.errors import Problem
from generator.profile import Experience, Period, Profile, Rotation
from generator.reading import Document
from generator.reading.document import Path


@dataclass(frozen=True)
class Said:
    """One profile, the file it stands in, and the day."""

    profile: Profile
    document: Document
    as_of: date

    def wrong(self, path: Path, what: str, hint: str) -> Problem:
        """A problem at the value that the path leads to."""
        return Problem(self.document.place(path), what, hint)

    def line(self, path: Path) -> str:
        """The line of a value, in words."""
        return f"line {self.document.place(path).line}"


@dataclass(frozen=True)
class Stretch:
    """Days from first to last, and where the file tells them."""

    path: Path
    first: date
    last: date

    def __str__(self) -> str:
        """Both days, in words."""
        return f"{self.first} to {self.last}"

    def overlaps(self, other: "Stretch") -> bool:
        """Whether they share a day."""
        return self.first <= other.last and other.first <= self.last


def stretches(
    items: Iterable[Period | Rotation | Experience] | None, path: Path, *, among: Iterable[str] = ()
) -> tuple[Stretch, ...]:
    """Those of a list that have both days in order; `among` keeps those of certain statuses or kinds."""
    wanted = frozenset(among)
    return tuple(
        Stretch((*path, place), item.first, item.last)
        for place, item in enumerate(items or ())
        if item.first and item.last and item.first <= item.last
        if not wanted or _sort_of(item) in wanted
    )


def _sort_of(item: Period | Rotation | Experience) -> str | None:
    if isinstance(item, Rotation):
        return item.status
    return item.kind if isinstance(item, Experience) else None


def named(item: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value below, each with its path, outermost first."""
    for step, value in _inside(item):
        yield (*path, step), value
        yield from named(value, (*path, step))


def _inside(item: Any) -> Iterator[tuple[str | int, Any]]:
    if isinstance(item, BaseModel):
        fields = type(item).model_fields.items()
        return ((field.alias or name, getattr(item, name)) for name, field in fields)
    return iter(enumerate(item)) if isinstance(item, tuple) else iter(())


def models(profile: Profile, *kinds: type[Any]) -> Iterator[tuple[Path, Any]]:
    """Every part of the profile that is of one of these kinds."""
    return ((path, value) for path, value in chain([((), profile)], named(profile)) if isinstance(value, kinds))
