"""Days that are spoken for, and blocks that are booked or done."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.facts import Facts
from generator.plan import Block, LetterDates, Money, Span
from generator.profile import Exam, Period, Rotation
from generator.rules.dates import letter_dates

EXAMS = ("step_1", "step_2_ck", "english_test")


def periods(listed: tuple[Period, ...] | None) -> tuple[Span, ...]:
    """Periods of the profile as stretches of days."""
    return tuple(Span(period.first, period.last) for period in listed or ())


def exam_days(facts: Facts) -> tuple[Span, ...]:
    """The days before an exam that are kept free, with the day itself."""
    free = timedelta(days=facts.settings.calendar.exam_days_before)
    exams: Iterator[Exam] = map(facts.exam, EXAMS)
    days = (exam.date for exam in exams if exam.date is not None and exam.date >= facts.as_of)
    return tuple(Span(day - free, day) for day in days)


def booked_spans(facts: Facts) -> tuple[Span, ...]:
    """The days of booked rotations."""
    booked = (rotation for rotation in facts.profile.rotations or () if rotation.status == "booked")
    return tuple(span for rotation in booked if (span := _span(rotation)) is not None)


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
        certainty="done" if done else "booked",
        field=rotation.field,
        type=rotation.type or "",
        host=rotation.host,
        city=f"{rotation.city}, {rotation.state or ''}".casefold() if rotation.city else "",
        letter=None if done else block_letter(facts, span),
        fee=None if rotation.fee is None else Money(rotation.fee, rotation.fee),
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
