"""What holds for every part of a profile: days in order, numbers that count, nothing listed twice."""

from collections.abc import Iterator
from typing import Any

from generator.errors import Problem
from generator.profile import Experience, Period, Rotation, Weight
from generator.profile.clashes.said import Said, models
from generator.reading.document import Path

LISTS: tuple[Path, ...] = (
    ("applicant", "languages"),
    ("school", "patients_speak"),
    ("school", "earlier_schools"),
    ("targets", "programs"),
    ("targets", "hosts"),
    ("targets", "regions"),
    ("targets", "partner_regions"),
    ("targets", "free_housing"),
    ("targets", "license_states"),
    ("targets", "other_specialties"),
    ("targets", "interviews"),
    ("targets", "weights"),
    ("documents",),
    ("school", "final_year"),
)
NAMED_BY = {"documents": "document", "final_year": "field", "weights": "criterion"}
HIGHEST_WEIGHT = 10


def ends_before_it_begins(said: Said) -> Iterator[Problem]:
    """A stretch of days whose last day lies before its first."""
    for path, item in models(said.profile, Period, Experience, Rotation):
        if item.first and item.last and item.last < item.first:
            what = f"it ends on {item.last}, before it begins on {item.first}"
            yield said.wrong((*path, "last"), what, "swap the two days, or correct one")


def starts_in_no_days(said: Said) -> Iterator[Problem]:
    """A rotation that could begin up to a day before the first on which it could, or that lasts no week."""
    for path, item in models(said.profile, Rotation):
        if item.start_from and item.start_to and item.start_to < item.start_from:
            what = f"it could begin up to {item.start_to}, before {item.start_from}"
            yield said.wrong((*path, "start_to"), what, "swap the two days, or correct one")
        if item.weeks == 0:
            yield said.wrong((*path, "weeks"), "a rotation of no weeks", "write how long it lasts, or unknown")


def below_zero(said: Said) -> Iterator[Problem]:
    """A number that counts something and is less than nothing; scores have a range of their own."""
    for path, number in models(said.profile, int):
        if number < 0 and path[-1] not in ("score", "season"):
            yield said.wrong(path, f"expected 0 or more, found {number}", "leave out the minus sign, or write unknown")


def weight_too_high(said: Said) -> Iterator[Problem]:
    """A weight above the highest that there is."""
    for path, item in models(said.profile, Weight):
        if item.weight > HIGHEST_WEIGHT:
            what = f"expected a weight from 0 to {HIGHEST_WEIGHT}, found {item.weight}"
            yield said.wrong((*path, "weight"), what, "0 leaves a criterion out; the highest counts most")


def listed_twice(said: Said) -> Iterator[Problem]:
    """The same name twice in one list, capitals and blanks aside."""
    for path in LISTS:
        first: dict[str, Path] = {}
        for place, name in _names(said, path):
            seen = first.setdefault(" ".join(name.casefold().split()), place)
            if seen != place:
                what = f"{name!r} stands in this list twice, first on {said.line(seen)}"
                yield said.wrong(place, what, "delete one of the two")


def _names(said: Said, path: Path) -> Iterator[tuple[Path, str]]:
    by = NAMED_BY.get(str(path[-1]))
    part: Any = said.profile
    for step in path:
        part = getattr(part, str(step), None)
    for number, item in enumerate(part or ()):
        yield ((*path, number, by), getattr(item, by)) if by else ((*path, number), str(item))
