"""Days that are spoken for, and blocks that are booked or done."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.facts import Facts
from generator.plan import Block, LetterDates, Span
from generator.profile import Exam, Rotation
from generator.rules.dates import letter_dates

EXAMS = ("step_1", "step_2_ck", "english_test")


def taken_spans(facts: Facts) -> tuple[Span, ...]:
    """Every stretch of days on which no new rotation can lie."""
    return (*_own_dates(facts), *_terms(facts), *_exam_days(facts), *_booked(facts))


def _own_dates(facts: Facts) -> Iterator[Span]:
    for period in (*(facts.means.busy or ()), *(facts.means.fixed or ())):
        yield Span(period.first, period.last)


def _terms(facts: Facts) -> Iterator[Span]:
    for term in facts.profile.school.terms or ():
        if facts.enrolled():
            yield Span(term.first, term.last)


def _exam_days(facts: Facts) -> Iterator[Span]:
    free = timedelta(days=facts.settings.calendar.exam_days_before)
    for name in EXAMS:
        exam: Exam = facts.exam(name)
        if exam.date is not None and exam.date >= facts.as_of:
            yield Span(exam.date - free, exam.date)


def _booked(facts: Facts) -> Iterator[Span]:
    for rotation in facts.profile.rotations or ():
        span = _span(rotation)
        if rotation.status == "booked" and span is not None:
            yield span


def _span(rotation: Rotation) -> Span | None:
    if rotation.first is None or rotation.last is None:
        return None
    return Span(rotation.first, rotation.last)


def fixed_blocks(facts: Facts) -> tuple[Block, ...]:
    """The rotations that are booked or done and have dates, in order of time."""
    listed = [rotation for rotation in facts.profile.rotations or () if rotation.status in ("booked", "done")]
    dated = sorted(((span, rotation) for rotation in listed if (span := _span(rotation))), key=lambda pair: pair[0])
    return tuple(_block(facts, number, span, rotation) for number, (span, rotation) in enumerate(dated, start=1))


def _block(facts: Facts, number: int, span: Span, rotation: Rotation) -> Block:
    done = rotation.status == "done" or span.last < facts.as_of
    return Block(
        id=f"booked-{number}",
        part=facts.settings.part_of(rotation.field),
        span=span,
        status="done" if done else "booked",
        field=rotation.field,
        type=rotation.type or "",
        host=rotation.host,
        late=False,
        letter=None if done else block_letter(facts, span),
        inquiry=None,
    )


def upload_by(facts: Facts) -> date | None:
    """The safe day for letters: some days before programs begin to read."""
    reviews = facts.season.day("reviews-begin")
    return None if reviews is None else reviews - timedelta(days=facts.settings.calendar.upload_days_before_review)


def block_letter(facts: Facts, span: Span) -> LetterDates:
    """The letter dates of a block in this season."""
    return letter_dates(
        span,
        as_of=facts.as_of,
        calendar=facts.settings.calendar,
        upload_by=upload_by(facts),
        portal_opens=facts.season.day("eras-opens"),
    )
