"""School and season: graduation on the wrong side of something, electives when there can be none."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from generator.errors import Problem
from generator.profile.clashes.said import Said, Stretch, stretches
from generator.reading.document import Path

GRADUATION: Path = ("school", "graduation")
WINDOWS: Path = ("school", "elective_windows")
TERMS: Path = ("school", "terms")
EXPLAINED = {
    "repeated-year": ("repeated_years", 0),
    "leave": ("leave", ()),
    "change-of-school": ("earlier_schools", ()),
}


def graduation_against_status(said: Said) -> Iterator[Problem]:
    """Graduated with the day still ahead, or enrolled with the day past."""
    school = said.profile.school
    if school.status == "graduated" and school.graduation > said.as_of:
        what = f"the status is 'graduated', but graduation on {school.graduation} is still ahead"
        yield said.wrong(GRADUATION, what, "write status: enrolled until that day, or correct the day")
    if school.status == "enrolled" and school.graduation < said.as_of:
        what = f"the status is 'enrolled', but graduation on {school.graduation} is past"
        yield said.wrong(GRADUATION, what, "write status: graduated, or correct the day")


def season_is_no_year(said: Said) -> Iterator[Problem]:
    """A season that is no year of four digits."""
    season = said.profile.season
    if _residency_begins(said) is None:
        yield said.wrong(("season",), f"expected a year like 2028, found {season}", "write the year of the Match")


def graduation_after_residency_begins(said: Said) -> Iterator[Problem]:
    """A degree that comes too late for the season."""
    begins, graduation = _residency_begins(said), said.profile.school.graduation
    if begins and graduation > begins:
        what = f"graduation on {graduation} is after residency begins on {begins} in season {begins.year}"
        yield said.wrong(GRADUATION, what, "choose a later season, or correct the day")


def season_over(said: Said) -> Iterator[Problem]:
    """A season whose residents have begun already."""
    begins = _residency_begins(said)
    if begins and begins < said.as_of:
        what = f"season {said.profile.season} is over: its residents began on {begins}"
        yield said.wrong(("season",), what, "write the year of the Match that you apply for next")


def windows_after_graduation(said: Said) -> Iterator[Problem]:
    """A period for electives that begins when the applicant is no student any more."""
    graduation = said.profile.school.graduation
    for window in _windows(said):
        if window.first > graduation:
            what = f"electives are allowed from {window.first}, but graduation is on {graduation}"
            yield said.wrong((*window.path, "first"), what, "delete this period, or correct a day")


def windows_overlap(said: Said) -> Iterator[Problem]:
    """Two periods for electives that share days."""
    for one, other in combinations(_windows(said), 2):
        if one.overlaps(other):
            what = f"this period, {other}, overlaps the one on {said.line(one.path)}, {one}"
            yield said.wrong((*other.path, "first"), what, "make one period of the two, or correct a day")


def windows_in_terms(said: Said) -> Iterator[Problem]:
    """A period for electives elsewhere during a term that has to be spent at the school."""
    for term in stretches(said.profile.school.terms, TERMS):
        for window in _windows(said):
            if window.overlaps(term):
                what = f"electives are allowed {window}, during the term on {said.line(term.path)}, {term}"
                yield said.wrong((*window.path, "first"), what, "shorten one of the two")


def explained_but_denied(said: Said) -> Iterator[Problem]:
    """Something to explain that the school section says never happened."""
    for number, item in enumerate(said.profile.explain or ()):
        name, nothing = EXPLAINED.get(item.kind, ("status", None))
        if getattr(said.profile.school, name) == nothing:
            what = f"there is a {item.kind!r} to explain, but {name} in school says that there is none"
            yield said.wrong(("explain", number, "kind"), what, f"correct {name}, or delete this entry")


def _windows(said: Said) -> tuple[Stretch, ...]:
    return stretches(said.profile.school.elective_windows, WINDOWS)


def _residency_begins(said: Said) -> date | None:
    season = said.profile.season
    return date(season, 7, 1) if 1000 <= season <= 9999 else None
