"""Days that hang on a block: when to write to hosts, when to ask for its letter, when to remind."""

from calendar import monthrange
from datetime import date, timedelta

from generator.plan import InquiryDates, LetterDates, Span
from generator.plan.settings import Calendar


def months_before(day: date, months: int) -> date:
    """The same day some months earlier, or the last day of a shorter month.

    >>> months_before(date(2027, 5, 31), 3).isoformat()
    '2027-02-28'
    """
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def inquiry_dates(block: Span, *, as_of: date, calendar: Calendar) -> InquiryDates:
    """The usual window for inquiries about a block, and the day by which to write; a window gone by says so."""
    opens = months_before(block.first, calendar.inquiry_first_months)
    closes = months_before(block.first, calendar.inquiry_last_months)
    soon = as_of + timedelta(days=calendar.answer_days)
    return InquiryDates(opens, closes, max(closes, soon), closed=closes < as_of)


def letter_dates(
    block: Span, *, as_of: date, calendar: Calendar, upload_by: date | None, portal_opens: date | None
) -> LetterDates:
    """The days to ask for a block's letter, at the share of its length that the settings name."""
    ready = block.last + timedelta(days=calendar.letter_days_after_block)
    reminder = max(block.last, portal_opens or block.last) + timedelta(days=calendar.reminder_days)
    return LetterDates(
        first_ask=_ahead(_day_within(block, calendar.ask_first_day, calendar.block_days), as_of),
        last_ask=_ahead(_day_within(block, calendar.ask_last_day, calendar.block_days), as_of),
        reminder=_ahead(reminder, as_of) if upload_by is None or reminder < upload_by else None,
        upload_by=_ahead(upload_by, as_of),
        in_time=upload_by is not None and ready <= upload_by,
    )


def _day_within(block: Span, day: int, of: int) -> date:
    length = (block.last - block.first).days + 1
    return block.first + timedelta(days=max(round(length * day / of) - 1, 0))


def _ahead(day: date | None, as_of: date) -> date | None:
    return None if day is None or day < as_of else day
