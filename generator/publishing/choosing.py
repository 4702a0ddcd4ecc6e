"""Whose site is built, for which day and for whom: the option, the environment, or the clock."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import GuideError, Place, Problem

if TYPE_CHECKING:
    from generator.plan.titles import Titles

PROFILE = "GUIDE_PROFILE"
AS_OF = "GUIDE_AS_OF"
TITLES = "GUIDE_CALENDAR_TITLES"
TITLES_KNOWN: tuple[Titles, ...] = ("discreet", "full")
AUDIENCES = ("private",)
EXAMPLE = "example-"
PAPERS = ("letter", "a4")


def chosen_profile(option: str | None, environment: Mapping[str, str], *, root: Path) -> Path:
    """The profile's file: `GUIDE_PROFILE`, then the option, each relative to the folder of `mkdocs.yml`."""
    named = environment.get(PROFILE) or option
    place = Place(PROFILE if environment.get(PROFILE) else "mkdocs.yml")
    if not named:
        raise refused(place, "no profile is named", f"set {PROFILE}, or profile: under plugins, guide")
    path = root / at_home(named)
    if path.is_file():
        return path
    raise refused(place, f"there is no profile {named!r}", nearest(named, root))


def at_home(named: str) -> Path:
    """The path with `~` as the home folder, where there is one."""
    try:
        return Path(named).expanduser()
    except RuntimeError:
        return Path(named)


def nearest(named: str, root: Path) -> str:
    """The profile that was probably meant, or else those that there are."""
    folder = root / "profiles"
    there = {path.stem: path.relative_to(root).as_posix() for path in sorted(folder.glob("*.yml"))}
    close = get_close_matches(Path(named).stem, there, n=1, cutoff=0.5)
    if close:
        return f"did you mean {there[close[0]]}?"
    return "there are " + ", ".join(there.values()) if there else "the folder profiles/ holds none yet"


def chosen_date(option: object, environment: Mapping[str, str], *, today: date) -> date:
    """The day that the site is made for: the option, then `GUIDE_AS_OF`, then today.

    >>> chosen_date(None, {"GUIDE_AS_OF": "2027-01-31"}, today=date(2026, 7, 1))
    datetime.date(2027, 1, 31)
    """
    if option is not None:
        return as_date(option, Place("mkdocs.yml"), "as_of")
    if environment.get(AS_OF):
        return as_date(environment[AS_OF], Place(AS_OF), "the date")
    return today


def today_for(profiles: Iterable[Path], examples_day: object, *, clock: date) -> date:
    """Today; for examples alone the day that they were written for, so that they never grow old."""
    if examples_day is None or not all(path.name.startswith(EXAMPLE) for path in profiles):
        return clock
    return as_date(examples_day, Place("mkdocs.yml"), "examples_as_of")


def as_date(value: object, place: Place, what: str) -> date:
    """The value as a date; `2027-01-31` and nothing looser."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", str(value)) is None:
            raise ValueError
        return date.fromisoformat(str(value))
    except ValueError:
        raise refused(place, f"{what} is {str(value)!r}", "write a date like 2027-01-31") from None


def chosen_audience(option: str) -> str:
    """For whom the site is made, if such a site can be made."""
    if option in AUDIENCES:
        return option
    offered = ", ".join(AUDIENCES)
    raise refused(Place("mkdocs.yml"), f"no site is made yet for the audience {option!r}", f"there is: {offered}")


def chosen_titles(option: object, environment: Mapping[str, str]) -> Titles:
    """How much the titles in the calendar say: `GUIDE_CALENDAR_TITLES`, then the option, then the discreet ones.

    >>> chosen_titles("discreet", {"GUIDE_CALENDAR_TITLES": "full"}), chosen_titles(None, {})
    ('full', 'discreet')
    """
    named = environment.get(TITLES) or option
    if named is None:
        return "discreet"
    for known in TITLES_KNOWN:
        if named == known:
            return known
    offered = " or ".join(TITLES_KNOWN)
    if environment.get(TITLES):
        raise refused(Place(TITLES), f"there are no titles {named!r} for the calendar", f"write {offered}")
    raise refused(Place("mkdocs.yml"), f"calendar_titles is {named!r}", f"write {offered}")


def chosen_paper(option: object) -> str:
    """The paper that PDFs are made for.

    >>> chosen_paper("a4")
    'a4'
    """
    if option in PAPERS:
        return str(option)
    raise refused(Place("mkdocs.yml"), f"no paper is called {option!r}", f"there are: {', '.join(PAPERS)}")


def refused(place: Place, what: str, hint: str) -> GuideError:
    """The one mistake that stops the build."""
    return GuideError([Problem(place, what, hint)])


def listed(problems: Iterable[Problem]) -> str:
    """The mistakes as a terminal shows them, one to a line.

    >>> print(listed([Problem(Place("a.yml", 2), "no name")]))
    The site was not built, and the last one stands as it was. To mend:
      a.yml:2: no name
    """
    first = "The site was not built, and the last one stands as it was. To mend:"
    return "\n".join([first, *(f"  {problem}" for problem in problems)])
