"""A profile from its file, with every mistake that a catalog and a day bring to light."""

from datetime import date
from pathlib import Path

from generator.catalog import Catalog
from generator.errors import GuideError, Place, Problem
from generator.ledger import check_entries, with_names
from generator.profile import Profile
from generator.profile.contradictions import contradictions, overtaken
from generator.profile.ticks import check_done
from generator.profile.words import check_words
from generator.reading import Document, build, read_yaml


def load_profile(path: Path, catalog: Catalog, *, as_of: date) -> Profile:
    """The profile in a file, without contradictions; a GuideError names every mistake with its line."""
    return profile_in(read_yaml(path, file=catalog.shown_path(path)), catalog, as_of=as_of)


def profile_in(document: Document, catalog: Catalog, *, as_of: date) -> Profile:
    """The same of a document that was read already."""
    profile = build(Profile, document)
    problems = [
        *check_words(
            profile,
            document,
            catalog.settings,
            program_ids=catalog.program_ids,
            document_ids=catalog.document_ids,
            type_ids=catalog.type_ids,
            criterion_ids=catalog.criterion_ids,
        ),
        *check_done(profile, document, task_ids=tuple(catalog.task_entries)),
        *contradictions(profile, document, as_of=as_of),
        *check_entries(profile, document, catalog),
    ]
    if profile.season not in catalog.seasons:
        problems.append(_no_season(profile, catalog, document.place(("season",))))
    if problems:
        raise GuideError(problems)
    return with_names(profile, catalog)


def overtaken_answers(path: Path, catalog: Catalog, *, as_of: date) -> tuple[Problem, ...]:
    """What in a profile without contradictions was right until a day went by."""
    profile, document = _read(path, catalog)
    return overtaken(profile, document, as_of=as_of)


def _read(path: Path, catalog: Catalog) -> tuple[Profile, Document]:
    document = read_yaml(path, file=catalog.shown_path(path))
    return build(Profile, document), document


def _no_season(profile: Profile, catalog: Catalog, place: Place) -> Problem:
    years = ", ".join(str(year) for year in sorted(catalog.seasons))
    hint = f"there are {years}; add {catalog.shown_path(catalog.content)}/data/seasons/{profile.season}.yml for another"
    return Problem(place, f"no calendar for the Match of {profile.season}", hint)
