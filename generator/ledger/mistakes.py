"""What in a person's entries about hosts the guide can't place."""

import re
from collections.abc import Iterator

from generator.catalog import Catalog
from generator.catalog.program import Program
from generator.errors import Problem
from generator.profile import OwnHost, Profile
from generator.reading import Document, did_you_mean

LIKE_AN_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
OF_A_PROGRAM = ("seats", "letters", "recruiting", "application_dates")


def check_entries(profile: Profile, document: Document, catalog: Catalog) -> tuple[Problem, ...]:
    """Hosts that are entered twice, ids that no host has, and what only a combined program can have."""
    found = [
        problem
        for number, entry in enumerate(profile.hosts or ())
        for check in (_no_such_id, _twice, _no_program)
        for problem in check(profile, number, document, catalog)
    ]
    return tuple(sorted(set(found)))


def _no_such_id(profile: Profile, number: int, document: Document, catalog: Catalog) -> Iterator[Problem]:
    name = _entries(profile)[number].host
    near = did_you_mean(name, [place.id for place in catalog.places])
    if LIKE_AN_ID.fullmatch(name) and near and catalog.place_called(name) is None:
        hint = f"{near} if not, write its name as people do, with capital letters"
        yield Problem(document.place(("hosts", number, "host")), f"the guide knows no host {name!r}", hint)


def _twice(profile: Profile, number: int, document: Document, catalog: Catalog) -> Iterator[Problem]:
    name = _entries(profile)[number].host
    for earlier, other in enumerate(_entries(profile)[:number]):
        if _same(name, other.host, catalog):
            line = document.place(("hosts", earlier, "host")).line
            what = f"{name!r} is entered twice, first on line {line} as {other.host!r}"
            yield Problem(document.place(("hosts", number, "host")), what, "join the two into one")
            return


def _same(name: str, other: str, catalog: Catalog) -> bool:
    known = catalog.place_called(name)
    if known is not None:
        return known is catalog.place_called(other)
    return catalog.naming.same(name, other) is True


def _no_program(profile: Profile, number: int, document: Document, catalog: Catalog) -> Iterator[Problem]:
    entry = _entries(profile)[number]
    if isinstance(catalog.place_called(entry.host), Program):
        return
    for field in OF_A_PROGRAM:
        if getattr(entry, field) is not None:
            what = f"{field} belongs to a combined program, and the guide knows none under {entry.host!r}"
            yield Problem(document.place(("hosts", number, field)), what, "put it into where, or leave it out")


def _entries(profile: Profile) -> tuple[OwnHost, ...]:
    return profile.hosts or ()
