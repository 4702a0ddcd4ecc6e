"""Days, blocks, letters, documents, tasks and prices: the rules that only count and compare."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.catalog import Catalog
from generator.plan import CostLine, InquiryDates, LetterDates, Money, Span
from generator.plan.settings import Calendar
from generator.planner.days import monday_from, mondays
from generator.prose import Prose
from generator.rules.costs import against_budget, cost_line, tiered, total
from generator.rules.dates import inquiry_dates, letter_dates, months_before
from generator.rules.documents import Paper, document_due
from generator.rules.letters import Voice, fill_slots

pytestmark = pytest.mark.fast

AS_OF = date(2026, 11, 22)
MONDAY = date(2027, 1, 4)
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
known_days = settings(derandomize=True, deadline=None, max_examples=50, database=None)


def day(text: str) -> date:
    return date.fromisoformat(text)


def span(first: str, last: str) -> Span:
    return Span(day(first), day(last))


def starts(blocks: Sequence[Span]) -> list[str]:
    return [block.first.isoformat() for block in blocks]


# --- spans ---


@pytest.mark.parametrize(
    ("other", "overlaps", "holds"),
    [
        pytest.param(("2027-03-01", "2027-03-28"), True, True, id="itself"),
        pytest.param(("2027-03-28", "2027-04-24"), True, False, id="sharing the last day"),
        pytest.param(("2027-03-29", "2027-04-25"), False, False, id="beginning the day after"),
        pytest.param(("2027-02-01", "2027-02-28"), False, False, id="ending the day before"),
        pytest.param(("2027-03-05", "2027-03-06"), True, True, id="within"),
        pytest.param(("2027-02-01", "2027-05-01"), True, False, id="around"),
    ],
)
def test_spans(other: tuple[str, str], overlaps: bool, holds: bool) -> None:
    march = span("2027-03-01", "2027-03-28")

    assert (march.overlaps(span(*other)), march.holds(span(*other))) == (overlaps, holds)


@pytest.mark.parametrize(
    ("last", "weeks"),
    [
        pytest.param("2027-03-01", 1, id="a day"),
        pytest.param("2027-03-28", 4, id="four weeks"),
        pytest.param("2027-03-29", 5, id="a day more"),
    ],
)
def test_weeks_begun_count(last: str, weeks: int) -> None:
    assert span("2027-03-01", last).weeks == weeks


@pytest.mark.parametrize(
    ("from_", "monday"),
    [
        pytest.param("2027-03-01", "2027-03-01", id="a Monday"),
        pytest.param("2027-03-02", "2027-03-08", id="a Tuesday"),
        pytest.param("2027-02-28", "2027-03-01", id="a Sunday"),
        pytest.param("2027-12-31", "2028-01-03", id="the end of a year"),
    ],
)
def test_the_first_monday(from_: str, monday: str) -> None:
    assert monday_from(day(from_)) == day(monday)


# --- where blocks may lie ---


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        pytest.param("2027-03-01", "2027-03-28", ["2027-03-01"], id="four weeks to the day"),
        pytest.param("2027-03-02", "2027-03-28", [], id="a day less"),
        pytest.param("2027-02-27", "2027-04-05", ["2027-03-01", "2027-03-08"], id="from the first Monday on"),
    ],
)
def test_blocks_from_a_monday(first: str, last: str, found: list[str]) -> None:
    assert starts(list(mondays(day(first), day(last), days=28))) == found


# --- days that hang on a block ---


@pytest.mark.parametrize(
    ("from_", "months", "found"),
    [
        pytest.param("2027-05-31", 3, "2027-02-28", id="a month of 28 days"),
        pytest.param("2028-05-31", 3, "2028-02-29", id="a leap year"),
        pytest.param("2028-02-29", 12, "2027-02-28", id="a leap day a year earlier"),
        pytest.param("2028-02-29", 48, "2024-02-29", id="a leap day four years earlier"),
        pytest.param("2027-01-15", 1, "2026-12-15", id="over the new year"),
        pytest.param("2027-12-31", 12, "2026-12-31", id="from the last day of a year"),
        pytest.param("2027-07-31", 1, "2027-06-30", id="a month of 30 days"),
        pytest.param("2027-03-30", 0, "2027-03-30", id="no month"),
    ],
)
def test_months_before(from_: str, months: int, found: str) -> None:
    assert months_before(day(from_), months) == day(found)


@known_days
@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 60))
def test_months_before_keeps_the_day_or_takes_the_last_of_the_month(from_: date, months: int) -> None:
    found = months_before(from_, months)

    assert (from_.year * 12 + from_.month) - (found.year * 12 + found.month) == months
    assert found.day == from_.day or (found.day < from_.day and (found + DAY).day == 1)


@pytest.fixture(scope="module")
def calendar(catalog: Catalog) -> Calendar:
    return catalog.settings.calendar


BLOCK = span("2027-07-05", "2027-08-01")


@pytest.mark.parametrize(
    ("as_of", "found"),
    [
        pytest.param("2026-06-01", ("2026-07-05", "2026-10-05", "2026-10-05", False), id="before the usual time"),
        pytest.param("2026-09-28", ("2026-07-05", "2026-10-05", "2026-10-05", False), id="a week before its last day"),
        pytest.param("2026-10-05", ("2026-07-05", "2026-10-05", "2026-10-12", False), id="on its last day"),
        pytest.param("2026-10-06", ("2026-07-05", "2026-10-05", "2026-10-13", True), id="gone by"),
    ],
)
def test_inquiries(as_of: str, found: tuple[str, str, str, bool], calendar: Calendar) -> None:
    *days, closed = found

    assert inquiry_dates(BLOCK, as_of=day(as_of), calendar=calendar) == InquiryDates(*map(day, days), closed=closed)


@pytest.mark.parametrize(
    ("as_of", "found"),
    [
        pytest.param("2027-06-01", ("2027-07-16", "2027-07-23", "2027-08-08", "2027-09-08"), id="all ahead"),
        pytest.param("2027-07-16", ("2027-07-16", "2027-07-23", "2027-08-08", "2027-09-08"), id="on the first day"),
        pytest.param("2027-07-17", (None, "2027-07-23", "2027-08-08", "2027-09-08"), id="the first day gone by"),
        pytest.param("2027-07-24", (None, None, "2027-08-08", "2027-09-08"), id="both days to ask gone by"),
        pytest.param("2027-09-09", (None, None, None, None), id="all gone by"),
    ],
)
def test_letter_days(as_of: str, found: tuple[str | None, ...], calendar: Calendar) -> None:
    dates = letter_dates(BLOCK, as_of=day(as_of), calendar=calendar, upload_by=day("2027-09-08"), portal_opens=None)

    assert dates == LetterDates(*(one and day(one) for one in found), in_time=True)


@pytest.mark.parametrize(
    ("last", "asks"),
    [
        pytest.param("2027-07-18", ("2027-07-10", "2027-07-14"), id="two weeks"),
        pytest.param("2027-08-01", ("2027-07-16", "2027-07-23"), id="four weeks"),
        pytest.param("2027-08-29", ("2027-07-28", "2027-08-11"), id="eight weeks"),
        pytest.param("2027-07-05", ("2027-07-05", "2027-07-05"), id="one day"),
    ],
)
def test_other_lengths_ask_at_the_same_share(last: str, asks: tuple[str, str], calendar: Calendar) -> None:
    block = span("2027-07-05", last)
    dates = letter_dates(block, as_of=AS_OF, calendar=calendar, upload_by=day("2027-10-01"), portal_opens=None)

    assert (dates.first_ask, dates.last_ask) == tuple(map(day, asks))


@pytest.mark.parametrize(
    ("last", "upload_by", "in_time"),
    [
        pytest.param("2027-09-01", "2027-09-08", True, id="seven days to the upload"),
        pytest.param("2027-09-02", "2027-09-08", False, id="six days"),
        pytest.param("2027-09-01", None, False, id="a day that nobody knows"),
    ],
)
def test_a_letter_in_time(last: str, upload_by: str | None, in_time: bool, calendar: Calendar) -> None:
    due = day(upload_by) if upload_by else None
    dates = letter_dates(span("2027-08-02", last), as_of=AS_OF, calendar=calendar, upload_by=due, portal_opens=None)

    assert dates.in_time == in_time


@pytest.mark.parametrize(
    ("portal", "upload_by", "reminder"),
    [
        pytest.param(None, "2027-09-08", "2027-08-08", id="a week after the block"),
        pytest.param("2027-06-02", "2027-09-08", "2027-08-08", id="a portal that is open already"),
        pytest.param("2027-08-20", "2027-09-08", "2027-08-27", id="a week after the portal opens"),
        pytest.param(None, "2027-08-08", None, id="none on the day of the upload itself"),
        pytest.param(None, None, "2027-08-08", id="no day of upload known"),
    ],
)
def test_reminders(portal: str | None, upload_by: str | None, reminder: str | None, calendar: Calendar) -> None:
    opens, due = (one and day(one) for one in (portal, upload_by))
    dates = letter_dates(BLOCK, as_of=AS_OF, calendar=calendar, upload_by=due or None, portal_opens=opens or None)

    assert dates.reminder == (reminder and day(reminder))


@known_days
@given(
    first=st.dates(date(2026, 6, 1), date(2028, 6, 1)),
    length=st.integers(1, 90),
    as_of=st.dates(date(2026, 6, 1), date(2028, 6, 1)),
)
def test_letters_are_asked_for_within_the_block_and_nothing_is_before_today(
    first: date, length: int, as_of: date, calendar: Calendar
) -> None:
    block = Span(first, first + DAY * (length - 1))
    dates = letter_dates(block, as_of=as_of, calendar=calendar, upload_by=date(2027, 9, 8), portal_opens=None)
    inquiry = inquiry_dates(block, as_of=as_of, calendar=calendar)
    asks = [one for one in (dates.first_ask, dates.last_ask) if one]
    told = [one for one in (*asks, dates.reminder, dates.upload_by, inquiry.write_by) if one]

    assert [one for one in asks if not block.first <= one <= block.last] == []
    assert [one for one in told if one < as_of] == []
    assert asks == sorted(asks)


# --- documents ---

PAPER = Paper("paper", 8, in_hand=False, expires=None, only_if=())
ROTATIONS = span("2027-03-29", "2027-06-20")


@pytest.mark.parametrize(
    ("as_of", "start", "now"),
    [
        pytest.param("2026-11-22", "2027-02-01", False, id="eight weeks before the first block"),
        pytest.param("2027-02-01", "2027-02-01", True, id="on the day"),
        pytest.param("2027-02-02", "2027-02-02", True, id="a day that has gone by is today"),
    ],
)
def test_when_to_begin_with_a_document(as_of: str, start: str, now: bool) -> None:
    due = document_due(PAPER, ROTATIONS, day(as_of))

    assert (due.start, due.now) == (day(start), now)


@pytest.mark.parametrize(
    ("paper", "rotations"),
    [
        pytest.param(PAPER, None, id="no rotation"),
        pytest.param(replace(PAPER, weeks_ahead=None), ROTATIONS, id="a time that is not known"),
    ],
)
def test_a_document_without_a_day(paper: Paper, rotations: Span | None) -> None:
    due = document_due(paper, rotations, AS_OF)

    assert (due.start, due.now) == (None, False)


@pytest.mark.parametrize(
    ("expires", "too_soon"),
    [
        pytest.param("2027-06-19", True, id="the day before the last"),
        pytest.param("2027-06-20", False, id="the last day"),
        pytest.param(None, False, id="never, as far as is known"),
    ],
)
def test_a_document_must_last_through_the_last_rotation(expires: str | None, too_soon: bool) -> None:
    paper = replace(PAPER, in_hand=True, expires=expires and day(expires))

    assert document_due(paper, ROTATIONS, AS_OF).expires_too_soon == too_soon


# --- prices ---


@dataclass(frozen=True)
class Price:
    """A cost as the rule sees it."""

    per: str = "rotation"
    low: int | None = 100
    high: int | None = 250
    id: str = "fee"
    counted: bool = True
    beyond: int = 0


FEWEST, MOST = {"once": 1, "rotation": 3, "application": 9}, {"once": 1, "rotation": 3, "application": 12}


@pytest.mark.parametrize(
    ("price", "line"),
    [
        pytest.param(Price(), CostLine("fee", 3, Money(300, 750), True), id="for each rotation"),
        pytest.param(Price("once"), CostLine("fee", 1, Money(100, 250), True), id="once"),
        pytest.param(Price("application"), CostLine("fee", 9, Money(900, 3000), True), id="for fewer or more packets"),
        pytest.param(Price(low=None, high=None), CostLine("fee", 3, None, True), id="not known is not nothing"),
        pytest.param(Price(low=0, high=0), CostLine("fee", 3, Money(0, 0), True), id="free"),
        pytest.param(Price(beyond=2), CostLine("fee", 1, Money(100, 250), True), id="two of three are free"),
        pytest.param(Price(beyond=4), CostLine("fee", 0, Money(0, 0), True), id="more are free than there are"),
        pytest.param(Price(counted=False), CostLine("fee", 3, Money(300, 750), False), id="kept out of the total"),
    ],
)
def test_a_line_of_costs(price: Price, line: CostLine) -> None:
    assert cost_line(price, FEWEST, MOST) == line


@pytest.mark.parametrize(
    ("programs", "fee"),
    [
        pytest.param(0, 0, id="none"),
        pytest.param(1, 11, id="one"),
        pytest.param(30, 330, id="thirty"),
        pytest.param(31, 360, id="thirty-one"),
        pytest.param(60, 1230, id="sixty"),
    ],
)
def test_fees_by_tiers(programs: int, fee: int, catalog: Catalog) -> None:
    assert tiered(catalog.files.costs.eras_tiers.tiers, programs) == fee


@dataclass(frozen=True)
class Step:
    """A tier as the rule sees it."""

    upto: int | None
    fee: int


@known_days
@given(st.integers(0, 100), st.integers(1, 40), st.integers(0, 40), st.integers(1, 50), st.integers(1, 50))
def test_tiers_are_what_counting_one_by_one_gives(count: int, first: int, more: int, low: int, high: int) -> None:
    tiers = (Step(first, low), Step(first + more, high), Step(None, 7))
    each = [low if one <= first else high if one <= first + more else 7 for one in range(1, count + 1)]

    assert tiered(tiers, count) == sum(each)


def test_a_total_leaves_out_what_is_not_known() -> None:
    assert total([Money(1, 2), None, Money(10, 20)]) == Money(11, 22)


@known_days
@given(st.integers(0, 500), st.integers(0, 300), st.integers(0, 300))
def test_a_larger_budget_never_stands_worse(budget: int, low: int, more: int) -> None:
    order = ["short", "tight", "enough"]
    needed = Money(low, low + more)

    assert order.index(against_budget(budget, needed)) <= order.index(against_budget(budget + 1, needed))


# --- letters to fill ---


A_LETTER = Prose("A letter")


@dataclass(frozen=True)
class Place:
    """A letter that is wanted."""

    id: str
    specialty: str
    name: Prose = A_LETTER


PLACES = (Place("medicine", "medicine"), Place("psychiatry", "psychiatry"), Place("third", ""))


@pytest.mark.parametrize(
    ("voices", "found"),
    [
        pytest.param([], [None, None, None], id="nobody"),
        pytest.param([("a", "medicine psychiatry")], ["a", None, None], id="nobody speaks twice"),
        pytest.param([("a", "psychiatry"), ("b", "medicine")], ["b", "a", None], id="each in their place"),
        pytest.param([("a", ""), ("b", "")], [None, None, "a"], id="others can only be the third"),
        pytest.param([("a", "medicine"), ("b", "medicine")], ["a", None, "b"], id="the first named comes first"),
        pytest.param(
            [("a", "medicine psychiatry"), ("b", "medicine"), ("c", "medicine")],
            ["b", "a", "c"],
            id="who speaks for both is kept for where nobody else does",
        ),
    ],
)
def test_filling_places(voices: list[tuple[str, str]], found: list[str | None]) -> None:
    slots = fill_slots(PLACES, [Voice(None, id_, tuple(said.split())) for id_, said in voices])

    assert [slot.block for slot in slots] == found
