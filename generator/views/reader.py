"""The person whom the guide is for."""

from dataclasses import dataclass
from datetime import date

from generator.catalog import Catalog
from generator.catalog.guidance import StatusRow
from generator.conditions import Answers, applies
from generator.facts import Facts
from generator.prose import Prose


@dataclass(frozen=True)
class Reader:
    """The person whom the guide is for, as pages speak of them; plain strings are their own words."""

    name: str
    status: Prose
    self: str
    stage: Prose
    school: str
    country: str
    graduation: date
    season: int


def reader(facts: Facts, answers: Answers, catalog: Catalog) -> Reader:
    """The applicant as pages speak of them."""
    person, school = facts.profile.applicant, facts.profile.school
    status = status_row(answers, catalog).reader
    return Reader(
        name=person.name,
        status=status,
        self=person.own_words or status,
        stage=catalog.name("stage", "graduate" if facts.graduated() else "student"),
        school=school.name or catalog.name("school", "unnamed"),
        country=school.country or catalog.name("school", "country"),
        graduation=school.graduation,
        season=facts.profile.season,
    )


def status_row(answers: Answers, catalog: Catalog) -> StatusRow:
    """What this person is called: the first row that applies."""
    return next(row for row in catalog.files.words.statuses if applies(row, answers))
