"""Rotations that can't all take place, or not when they say."""

from collections.abc import Iterator
from itertools import combinations

from generator.errors import Problem
from generator.profile import Period, Rotation
from generator.profile.clashes.said import Said, Stretch, stretches
from generator.reading.document import Path

ROTATIONS: Path = ("rotations",)
AHEAD = ("applied", "offered", "booked")


def booked_overlap(said: Said) -> Iterator[Problem]:
    """Two booked rotations that share days."""
    for one, other in combinations(_booked(said), 2):
        if one.overlaps(other):
            what = f"this booked rotation, {other}, overlaps the one on {said.line(one.path)}, {one}"
            yield said.wrong((*other.path, "first"), what, "correct a day, or give one of the two up")


def booked_when_away(said: Said) -> Iterator[Problem]:
    """A booked rotation on days that are taken by something else."""
    for name, taken in _taken(said):
        for rotation in _booked(said):
            if rotation.overlaps(taken):
                what = f"this booked rotation, {rotation}, overlaps {name} on {said.line(taken.path)}, {taken}"
                yield said.wrong((*rotation.path, "first"), what, "correct a day of one of the two")


def done_but_ahead(said: Said) -> Iterator[Problem]:
    """A rotation that is done before its last day."""
    for path, rotation in _each(said):
        name = "last" if rotation.last else "first"
        day = rotation.last or rotation.first
        if rotation.status == "done" and day and day > said.as_of:
            what = f"this rotation is 'done', but its {name} day, {day}, is still ahead"
            yield said.wrong((*path, name), what, "write booked until it is over, or correct the day")


def over_but_open(said: Said) -> Iterator[Problem]:
    """A rotation applied for, offered or booked whose last day is past."""
    for path, rotation in _each(said):
        if rotation.status in AHEAD and rotation.last and rotation.last < said.as_of:
            what = f"this rotation is {rotation.status!r}, but its last day, {rotation.last}, is past"
            yield said.wrong((*path, "last"), what, "write done if it took place, or delete it")


def answer_overdue(said: Said) -> Iterator[Problem]:
    """An offer whose answer was due before today."""
    for path, rotation in _each(said):
        if rotation.status == "offered" and rotation.answer_due and rotation.answer_due < said.as_of:
            what = f"this rotation is 'offered', but the answer was due on {rotation.answer_due}"
            yield said.wrong((*path, "answer_due"), what, "write booked if you took it, or delete it if it lapsed")


def _each(said: Said) -> Iterator[tuple[Path, Rotation]]:
    for number, rotation in enumerate(said.profile.rotations or ()):
        yield (*ROTATIONS, number), rotation


def _booked(said: Said) -> tuple[Stretch, ...]:
    return stretches(said.profile.rotations, ROTATIONS, among=["booked"])


def _taken(said: Said) -> Iterator[tuple[str, Stretch]]:
    means, school = said.profile.means, said.profile.school
    terms = school.terms if school.status == "enrolled" else ()
    yield from _called("the busy dates", means.busy if means else None, ("means", "busy"))
    yield from _called("the fixed dates", means.fixed if means else None, ("means", "fixed"))
    yield from _called("the term", terms, ("school", "terms"))


def _called(name: str, periods: tuple[Period, ...] | None, path: Path) -> Iterator[tuple[str, Stretch]]:
    return ((name, stretch) for stretch in stretches(periods, path))
