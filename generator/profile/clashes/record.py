"""Experience, letters and messages: what can't have happened, or not yet."""

from collections.abc import Iterator
from itertools import combinations

from generator.errors import Problem
from generator.profile import Experience
from generator.profile.clashes.said import Said, stretches
from generator.reading.document import Path

CLINICAL = ("core", "elective", "sub-internship", "externship", "observership")
STUDENTS = ("core", "elective", "sub-internship")
WEEK = 7


def experience_ahead(said: Said) -> Iterator[Problem]:
    """Experience that has not begun."""
    for path, item in _experience(said):
        name = "first" if item.first else "last"
        day = item.first or item.last
        if day and day > said.as_of:
            what = f"this is listed as experience, but its {name} day, {day}, is still ahead"
            yield said.wrong((*path, name), what, "list it under rotations as booked, or correct the day")


def experience_overlaps(said: Said) -> Iterator[Problem]:
    """Two clinical experiences that share days; research and work may run beside."""
    clinical = stretches(said.profile.experience, ("experience",), among=CLINICAL)
    for one, other in combinations(clinical, 2):
        if one.overlaps(other):
            what = f"this experience, {other}, overlaps the one on {said.line(one.path)}, {one}"
            yield said.wrong((*other.path, "first"), what, "correct a day of one of the two")


def more_weeks_than_days(said: Said) -> Iterator[Problem]:
    """More weeks than lie between the first day and the last."""
    for path, item in _experience(said):
        if item.weeks and item.first and item.last and item.first <= item.last:
            most = ((item.last - item.first).days + WEEK) // WEEK
            if item.weeks > most:
                what = f"{item.weeks} weeks don't fit between {item.first} and {item.last}"
                yield said.wrong((*path, "weeks"), what, f"at most {most} fit; correct the weeks or a day")


def student_after_graduation(said: Said) -> Iterator[Problem]:
    """A core, an elective or a sub-internship that began after graduation."""
    graduation = said.profile.school.graduation
    for path, item in _experience(said):
        if item.kind in STUDENTS and item.first and item.first > graduation:
            what = f"the kind is {item.kind!r}, which needs a student, but graduation was on {graduation}"
            hint = "write externship, observership, research or work, or correct a day"
            yield said.wrong((*path, "kind"), what, hint)


def hands_on_while_watching(said: Said) -> Iterator[Problem]:
    """An observership with hands on patients."""
    for path, item in _experience(said):
        if item.kind == "observership" and item.hands_on:
            what = "the kind is 'observership', which means watching, but hands_on is true"
            yield said.wrong((*path, "hands_on"), what, "write false, or another kind")


def letter_ahead(said: Said) -> Iterator[Problem]:
    """A letter asked for, promised or uploaded on a day still ahead."""
    for number, letter in enumerate(said.profile.letters or ()):
        if letter.date and letter.date > said.as_of and letter.status not in (None, "possible"):
            what = f"this letter is {letter.status!r}, but {letter.date} is still ahead"
            yield said.wrong(("letters", number, "date"), what, "correct the day, or write possible")


def message_ahead(said: Said) -> Iterator[Problem]:
    """A message sent or answered on a day still ahead."""
    for number, inquiry in enumerate(said.profile.inquiries or ()):
        for name, day in (("sent", inquiry.sent), ("answered", inquiry.answered)):
            if day and day > said.as_of:
                what = f"this message was {name} on {day}, which is still ahead"
                yield said.wrong(("inquiries", number, name), what, "correct the day; list messages once they are sent")


def answered_before_sent(said: Said) -> Iterator[Problem]:
    """A message that was answered before it was sent."""
    for number, inquiry in enumerate(said.profile.inquiries or ()):
        if inquiry.answered and inquiry.answered < inquiry.sent:
            what = f"this message was answered on {inquiry.answered}, before it was sent on {inquiry.sent}"
            yield said.wrong(("inquiries", number, "answered"), what, "swap the two days, or correct one")


def answered_without_answer(said: Said) -> Iterator[Problem]:
    """A message that was answered and yet had no answer."""
    for number, inquiry in enumerate(said.profile.inquiries or ()):
        if inquiry.answered and inquiry.outcome == "no-answer":
            what = f"the outcome is 'no-answer', but an answer came on {inquiry.answered}"
            yield said.wrong(
                ("inquiries", number, "outcome"), what, "write open, closed or ask-later, or delete the day"
            )


def _experience(said: Said) -> Iterator[tuple[Path, Experience]]:
    for number, item in enumerate(said.profile.experience or ()):
        yield ("experience", number), item
