"""Days that are spoken for, and blocks that are booked or done."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.catalog import Catalog
from generator.facts import Facts
from generator.plan import Block, LetterDates, Money, Span
from generator.planner.block_ids import with_ids
from generator.planner.places import Place, city_key, place_called, setting_of, where
from generator.profile import Period, Rotation
from generator.rules.dates import letter_dates


def periods(listed: tuple[Period, ...] | None) -> tuple[Span, ...]:
    """Periods of the profile as stretches of days."""
    return tuple(Span(period.first, period.last) for period in listed or ())


def exam_days(facts: Facts) -> tuple[Span, ...]:
    """The days before an exam that are kept free, with the day itself."""
    free = timedelta(days=facts.settings.calendar.exam_days_before)
    return tuple(Span(day - free, day) for day in facts.exam_days())


def booked_spans(facts: Facts) -> tuple[Span, ...]:
    """The days of booked rotations."""
    booked = (rotation for rotation in facts.profile.rotations or () if rotation.status == "booked")
    return tuple(span for rotation in booked if (span := _span(rotation)) is not None)


def _span(rotation: Rotation) -> Span | None:
    if rotation.first is None or rotation.last is None:
        return None
    return Span(rotation.first, rotation.last)


def parts_played(facts: Facts) -> tuple[str, ...]:
    """The parts that booked or done rotations play, those without dates included."""
    parts = (facts.settings.part_of(rotation.field) for rotation in _had(facts))
    return tuple(part for part in parts if part)


def held_settings(facts: Facts, catalog: Catalog) -> tuple[str, ...]:
    """The kinds of hospital that booked and done rotations bring along, as far as they are known."""
    found = (setting_of(rotation, place_called(rotation.host, catalog), catalog) for rotation in _had(facts))
    return tuple(setting for setting in found if setting)


def _had(facts: Facts) -> Iterator[Rotation]:
    return (rotation for rotation in facts.profile.rotations or () if rotation.status in ("booked", "done"))


def fixed_blocks(facts: Facts, catalog: Catalog) -> tuple[Block, ...]:
    """The rotations that are booked or done and have dates, in order of time."""
    spans = ((_span(rotation), rotation) for rotation in _had(facts))
    made = (_block(facts, span, one, place_called(one.host, catalog)) for span, one in spans if span)
    named = with_ids(made, parts=[role.id for role in facts.settings.roles])
    return tuple(sorted(named, key=lambda block: block.span))


def _block(facts: Facts, span: Span, rotation: Rotation, place: Place | None) -> Block:
    done = rotation.status == "done" or span.last < facts.as_of
    return Block(
        id="",
        part=facts.settings.part_of(rotation.field),
        span=span,
        status="done" if done else "booked",
        certainty="done" if done else "booked",
        field=rotation.field,
        type=rotation.type or "",
        host=rotation.host,
        host_id=place.id if place else "",
        city=city_key(*where(rotation, place)),
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
