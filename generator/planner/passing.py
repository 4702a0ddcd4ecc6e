"""Whether one person passes what a program, or its parent department, asks of applicants."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from generator.catalog.readings import Filter
from generator.facts import Answer, Facts
from generator.facts.logic import every, opposite, some

NOT_TAKEN = ("not-taken", "planned")


def passes(asked: Filter, facts: Facts) -> Answer:
    """Whether they have what is asked for; unknown where they may still get it before programs read."""
    return PASSES[asked.kind](asked, facts)


def _graduated_since(asked: Filter, facts: Facts) -> Answer:
    """A floor for the year of graduation; it may have moved on by a year each season since it was written."""
    graduation, floor = facts.profile.school.graduation.year, asked.year or 0
    moved = floor + max(_applying(facts) - asked.as_of, 0) if asked.as_of else None
    if graduation < floor:
        return False
    return True if moved is not None and graduation >= moved else None


def _graduated_within(asked: Filter, facts: Facts) -> Answer:
    return facts.profile.school.graduation.year >= _applying(facts) - (asked.years or 0)


def _first_attempt(asked: Filter, facts: Facts) -> Answer:
    return opposite(facts.failed_an_exam())


def _passed(asked: Filter, facts: Facts) -> Answer:
    return every(_has_passed(exam, facts, taken_only=asked.taken_only) for exam in asked.exams)


def _has_passed(exam: str, facts: Facts, *, taken_only: bool) -> Answer:
    status = facts.exam(exam.replace("-", "_")).status
    if status == "passed" or (taken_only and status in NOT_TAKEN):
        return True
    return None if status in (None, "waiting") else _not_yet(facts)


def _certificate_by(asked: Filter, facts: Facts) -> Answer:
    held = facts.ecfmg_certified()
    return some([held, False if held is False and facts.has_come(asked.milestone or "") else None])


def _us_experience(asked: Filter, facts: Facts) -> Answer:
    answer = facts.us_experience()
    return _not_yet(facts) if answer is False else answer


def _school_list(asked: Filter, facts: Facts) -> Answer:
    """Only the state's board can say."""
    return None


def _not_yet(facts: Facts) -> Answer:
    """What is missing can still be had until programs read."""
    return False if facts.reviews_begun() else None


def _applying(facts: Facts) -> int:
    """The year in which they apply: the one before the Match."""
    return facts.season.year - 1


PASSES: Mapping[str, Callable[[Filter, Facts], Answer]] = MappingProxyType(
    {
        "graduated-since": _graduated_since,
        "graduated-within": _graduated_within,
        "first-attempt": _first_attempt,
        "passed": _passed,
        "certificate-by": _certificate_by,
        "us-experience": _us_experience,
        "school-list": _school_list,
    }
)
