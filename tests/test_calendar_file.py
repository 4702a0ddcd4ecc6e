"""The calendar file: every event right, read back by other people's parser, and nothing private in a title."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from conftest import AS_OF, ROOT
from factory import make_profile
from hypothesis import given
from ical.calendar import Calendar as ParsedCalendar
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event as ParsedEvent
from ical.store import EventStore
from people import PEOPLE, SEASONS_DAYS, random
from test_applicants import CASES, Case
from test_tracker import sight_of

from generator.catalog import Catalog
from generator.downloads.calendar import calendar_file, sequence
from generator.downloads.events import Calendar, Event
from generator.errors import GuideError
from generator.plan import Span
from generator.plan.saved import SavedEvent, SavedPlan
from generator.publishing import choosing
from generator.site import build_outputs, load_profile
from generator.views import Sight
from generator.views.calendar import calendar, events, saved
from generator.views.schedule import milestones_ahead

EXAMPLES = sorted((ROOT / "profiles").glob("example-*.yml"))
DAY = timedelta(days=1)
A_DAY = date(2027, 5, 1)
EVENT = Event(
    uid="a",
    kind="exam",
    category="Exams",
    span=Span(A_DAY, A_DAY),
    title="Exam: Step 2 CK",
    discreet="Exam",
    place="",
    details="",
    status="confirmed",
    busy=False,
    alarms=(),
)
BOOKING = {
    "host": "Example University",
    "field": "psychiatry",
    "type": "inpatient-psychiatry",
    "status": "booked",
    "first": "2027-03-08",
    "last": "2027-04-04",
}


def of(*found: Event, titles: Any = "full", as_of: date = AS_OF, hour: int = 9) -> Calendar:
    """A calendar with these events."""
    return Calendar("My plan", as_of, titles, hour, found)


def written(*found: Event, **options: Any) -> str:
    """Its file as text."""
    return calendar_file(of(*found, **options)).decode()


def parsed(data: bytes) -> ParsedCalendar:
    """The file as the parser of other people reads it."""
    return IcsCalendarStream.calendar_from_ics(data.decode())


def lines_of(data: bytes) -> list[str]:
    """The file's lines with folding undone, as RFC 5545 wants it."""
    return data.decode().replace("\r\n ", "").split("\r\n")


def somebody(path: Path, catalog: Catalog) -> Sight:
    """An example or a test applicant."""
    if path in EXAMPLES:
        return sight_of(load_profile(path, catalog, as_of=AS_OF), catalog)
    case = Case(path)
    return sight_of(case.profile, catalog, case.as_of)


@pytest.fixture(scope="module")
def example(catalog: Catalog) -> Sight:
    """The student of the examples."""
    return somebody(ROOT / "profiles/example-fourth-year.yml", catalog)


@pytest.fixture
def planned(catalog: Catalog) -> Callable[..., tuple[Event, ...]]:
    """The events of a person with these answers on a day."""

    def made(as_of: date = AS_OF, **answers: Any) -> tuple[Event, ...]:
        return events(sight_of(make_profile(answers), catalog, as_of))

    return made


def by_kind(found: tuple[Event, ...], kind: str) -> list[Event]:
    """The events of one kind."""
    return [event for event in found if event.kind == kind]


@pytest.mark.fast
class TestFile:
    """What is written, whatever the events are."""

    def test_a_day_ends_on_the_next(self) -> None:
        lines = written(EVENT).split("\r\n")

        assert {"DTSTART;VALUE=DATE:20270501", "DTEND;VALUE=DATE:20270502"} <= set(lines)

    @pytest.mark.parametrize(
        ("first", "last", "end"),
        [
            pytest.param(date(2028, 2, 29), date(2028, 2, 29), date(2028, 3, 1), id="a leap day"),
            pytest.param(date(2028, 2, 28), date(2028, 2, 28), date(2028, 2, 29), id="the day before a leap day"),
            pytest.param(date(2027, 2, 28), date(2027, 2, 28), date(2027, 3, 1), id="no leap year"),
            pytest.param(date(2027, 3, 14), date(2027, 3, 14), date(2027, 3, 15), id="clocks go forward in New York"),
            pytest.param(date(2027, 11, 7), date(2027, 11, 7), date(2027, 11, 8), id="clocks go back in New York"),
            pytest.param(date(2027, 3, 8), date(2027, 4, 4), date(2027, 4, 5), id="weeks across both changes"),
            pytest.param(date(2027, 12, 20), date(2028, 1, 2), date(2028, 1, 3), id="across the year"),
        ],
    )
    def test_days_have_no_hour_and_no_zone(self, first: date, last: date, end: date) -> None:
        data = calendar_file(of(replace(EVENT, span=Span(first, last))))
        [event] = parsed(data).events

        assert (event.dtstart, event.dtend, b"TZID" in data, b"VTIMEZONE" in data) == (first, end, False, False)

    def test_lines_end_with_cr_and_lf(self) -> None:
        data = calendar_file(of(EVENT, replace(EVENT, uid="b", details="one\ntwo")))

        assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
        assert data.endswith(b"END:VCALENDAR\r\n")

    @pytest.mark.parametrize(
        "letter",
        ["a", "é", "ễ", "文", "🩺", "\u0301"],
        ids=["one octet", "two octets", "three octets", "a wide sign", "four octets", "a mark that joins"],
    )
    @pytest.mark.parametrize("shift", range(5))
    def test_no_line_is_longer_than_75_octets_and_no_letter_is_torn(self, letter: str, shift: int) -> None:
        title = "x" * shift + letter * 200
        data = calendar_file(of(replace(EVENT, title=title)))

        assert max(len(line) for line in data.split(b"\r\n")) <= 75
        assert all(line.decode() for line in data.split(b"\r\n") if line)
        assert parsed(data).events[0].summary == title

    @pytest.mark.parametrize(
        "title",
        ["a, b", "a; b", "a\\b", "a\\nb", "a:b", 'a "b" c', "a\\,b", "^n", "%0A", "BEGIN:VEVENT", "a\tb", "=1+1"],
    )
    def test_signs_of_the_format_come_back_as_they_were(self, title: str) -> None:
        [event] = parsed(calendar_file(of(replace(EVENT, title=title, details=title, place=title)))).events

        assert (event.summary, event.description, event.location) == (title, title, title)

    def test_commas_semicolons_backslashes_and_breaks_are_escaped(self) -> None:
        lines = written(replace(EVENT, details="a,b;c\\d\ne")).split("\r\n")

        assert r"DESCRIPTION:a\,b\;c\\d\ne" in lines

    @pytest.mark.parametrize("brk", ["\r\n", "\n", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029", "\x00"])
    def test_a_break_in_a_text_begins_no_line_of_the_file(self, brk: str) -> None:
        text = f"Ann{brk}ATTENDEE:mailto:a@example.org{brk}END:VEVENT"
        event = replace(EVENT, title=text, place=text, details=text, category=text, alarms=(1,))
        data = calendar_file(of(event))
        names = {
            re.split("[:;]", line)[0] for line in re.split("[\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]+", data.decode())
        }

        assert "ATTENDEE" not in names
        assert (len(parsed(data).events), data.count(b"\r\nEND:VEVENT")) == (1, 1)

    def test_half_a_letter_stops_nothing(self) -> None:
        [event] = parsed(calendar_file(of(replace(EVENT, title="a\ud800b")))).events

        assert event.summary == "a\ufffdb"

    def test_the_number_of_the_file_rises_with_each_day(self) -> None:
        numbers = [parsed(calendar_file(of(EVENT, as_of=AS_OF + DAY * days))).events[0].sequence for days in range(400)]

        assert numbers[0] == (AS_OF - date(2020, 1, 1)).days == sequence(AS_OF)
        assert all(earlier + 1 == later for earlier, later in pairwise(numbers))  # type: ignore[operator]

    def test_it_is_stamped_with_its_own_day_and_never_with_the_clock(self) -> None:
        [event] = parsed(calendar_file(of(EVENT))).events
        midnight = datetime(2026, 11, 22, tzinfo=UTC)

        assert (event.dtstamp, event.last_modified, event.created) == (midnight, midnight, None)

    @pytest.mark.parametrize(
        ("days", "trigger"),
        [
            pytest.param(0, timedelta(hours=9), id="nine in the morning of the day"),
            pytest.param(1, timedelta(hours=-15), id="the morning before"),
            pytest.param(28, timedelta(days=-28, hours=9), id="four weeks before"),
        ],
    )
    def test_alarms_ring_in_the_morning(self, days: int, trigger: timedelta) -> None:
        [event] = parsed(calendar_file(of(replace(EVENT, alarms=(days,)), titles="discreet"))).events
        [alarm] = event.alarm

        assert (alarm.action, alarm.trigger, alarm.description) == ("DISPLAY", trigger, "Exam")

    def test_discreet_titles_leave_the_place_out_and_full_ones_do_not(self) -> None:
        event = replace(EVENT, place="Emory, Atlanta")
        texts = [parsed(calendar_file(of(event, titles=titles))).events[0] for titles in ("discreet", "full")]

        assert [(one.summary, one.location) for one in texts] == [
            ("Exam", None),
            ("Exam: Step 2 CK", "Emory, Atlanta"),
        ]

    def test_every_event_is_private_and_nobody_is_invited(self) -> None:
        text = written(EVENT)

        assert "CLASS:PRIVATE" in text
        assert not re.search("^(METHOD|ORGANIZER|ATTENDEE|URL|ATTACH)", text, re.MULTILINE)

    def test_an_empty_calendar_is_one(self) -> None:
        assert parsed(calendar_file(of())).events == []


class Client:
    """A calendar program of other people's making that goes by ids: the store of the library ical."""

    def __init__(self) -> None:
        self.held = ParsedCalendar()

    def imports(self, data: bytes) -> "Client":
        """Every event is put in, or takes the place of the one with its id if its number is not lower."""
        store = EventStore(self.held)
        for event in parsed(data).events:
            there = [one for one in self.held.events if one.uid == event.uid]
            if there and (event.sequence or 0) >= (there[0].sequence or 0):
                store.delete(there[0].uid)
            if not there or (event.sequence or 0) >= (there[0].sequence or 0):
                store.add(event)
        return self

    @property
    def days(self) -> Mapping[str, tuple[Any, ...]]:
        """What it holds, by id."""
        held = {one.uid: (one.dtstart, one.dtend, one.summary, one.status) for one in self.held.events}
        assert len(held) == len(self.held.events), "an id stands twice"
        return held


class TestAgain:
    """A second file updates what the first one brought."""

    def test_the_same_file_twice_doubles_nothing(self, example: Sight) -> None:
        data = calendar_file(calendar(example))
        once = dict(Client().imports(data).days)

        assert len(once) == len(events(example)) > 50
        assert Client().imports(data).imports(data).days == once

    def test_a_later_file_moves_what_has_moved(self) -> None:
        moved = replace(EVENT, span=Span(A_DAY + DAY, A_DAY + DAY), title="Exam: moved")
        client = Client().imports(calendar_file(of(EVENT)))
        client.imports(calendar_file(of(moved, as_of=AS_OF + DAY)))

        assert list(client.days.values()) == [(A_DAY + DAY, A_DAY + 2 * DAY, "Exam: moved", "CONFIRMED")]

    def test_an_older_file_does_not_undo_a_newer_one(self) -> None:
        moved = replace(EVENT, title="Exam: moved")
        client = Client().imports(calendar_file(of(moved, as_of=AS_OF + DAY))).imports(calendar_file(of(EVENT)))

        assert [one[2] for one in client.days.values()] == ["Exam: moved"]

    def test_what_is_no_longer_planned_is_canceled_under_its_own_id(self, example: Sight) -> None:
        gone = SavedEvent("f" * 32, "Rotation: Example", A_DAY, A_DAY + 27 * DAY, "rotation")
        client = Client().imports(calendar_file(of(replace(EVENT, uid=gone.uid), as_of=AS_OF - DAY)))
        client.imports(calendar_file(calendar(example, [gone])))

        assert client.days[gone.uid] == (A_DAY, A_DAY + 28 * DAY, "No longer open", "CANCELLED")

    def test_what_stands_or_is_past_is_not_canceled(self, example: Sight) -> None:
        past = SavedEvent("e" * 32, "Past", AS_OF - 9 * DAY, AS_OF - DAY, "exam")
        last_day = SavedEvent("d" * 32, "Today", AS_OF - 9 * DAY, AS_OF, "exam")
        made = calendar(example, [*saved(example), past, last_day])

        assert [one.uid for one in made.events if one.status == "canceled"] == [last_day.uid]

    def test_a_canceled_event_says_its_name_in_full_titles_only(self, example: Sight) -> None:
        gone = SavedEvent("f" * 32, "Rotation: Emory", A_DAY, A_DAY, "rotation")
        texts = [
            calendar_file(calendar(replace(example, titles=titles), [gone])).decode() for titles in ("full", "discreet")
        ]

        assert ["Emory" in re.findall("SUMMARY:No longer open.*", text)[0] for text in texts] == [True, False]

    def test_what_went_out_once_is_kept_through_later_saves_until_its_day(
        self, example: Sight, catalog: Catalog
    ) -> None:
        gone = SavedEvent("f" * 32, "Rotation: Emory", A_DAY, A_DAY, "rotation")
        later = sight_of(example.facts.profile, catalog, A_DAY + DAY)

        assert gone in saved(example, [gone])
        assert gone not in saved(later, saved(example, [gone]))
        assert saved(example, saved(example)) == saved(example)

    def test_the_saved_plan_reaches_the_file(self, catalog: Catalog) -> None:
        gone = SavedEvent("f" * 32, "Rotation: Emory", A_DAY, A_DAY, "rotation")
        outputs = build_outputs(make_profile(), catalog, as_of=AS_OF, previous=SavedPlan(AS_OF, {}, {}, (), (gone,)))
        [data] = [one.content for one in outputs if one.path == "downloads/plan.ics"]

        assert isinstance(data, bytes)
        assert "STATUS:CANCELLED" in data.decode()


class TestIds:
    """An event keeps its id whatever day it is, and whatever else there is."""

    def test_they_are_the_same_on_another_day(self, example: Sight, catalog: Catalog) -> None:
        later = sight_of(example.facts.profile, catalog, AS_OF + DAY)
        today = {one.uid: one.title for one in events(example)}
        tomorrow = {one.uid: one.title for one in events(later)}

        assert len(today.keys() & tomorrow.keys()) > 50
        assert all(today[uid] == tomorrow[uid] for uid in today.keys() & tomorrow.keys())
        assert sorted(today.values()) == sorted(tomorrow.values())
        assert today.keys() == tomorrow.keys()

    def test_an_offer_and_a_letter_keep_theirs_when_another_comes_before(self, planned: Callable[..., Any]) -> None:
        offer = {**BOOKING, "status": "offered", "answer_due": "2026-12-05"}
        other = {**offer, "host": "Another Hospital", "first": "2027-06-07", "last": "2027-07-04"}
        letter = {"writer": "Dr. Example", "field": "medicine", "us": True, "faculty": True, "knows": "well",
                  "status": "promised", "date": "2026-11-20"}  # fmt: skip
        alone = planned(rotations=[offer], letters=[letter])
        after = planned(rotations=[other, offer], letters=[{**letter, "writer": "Dr. First"}, letter])

        for kind in ("offer", "letter-reminder", "letter-message"):
            mine = {one.uid for one in by_kind(alone, kind)}
            assert mine
            assert mine <= {one.uid for one in by_kind(after, kind)}

    def test_two_offers_of_one_host_in_one_field_are_two_events(self, planned: Callable[..., Any]) -> None:
        offer = {**BOOKING, "status": "offered", "answer_due": "2026-12-05"}
        found = by_kind(planned(rotations=[offer, {**offer, "first": "2027-06-07", "last": "2027-07-04"}]), "offer")

        assert len({one.uid for one in found}) == len(found) == 2

    def test_two_people_share_none(self, planned: Callable[..., Any]) -> None:
        mine, theirs = planned(), planned(applicant={"name": "Ben Example"})

        assert {one.uid for one in mine}.isdisjoint(one.uid for one in theirs)

    def test_nothing_can_be_read_from_them(self, example: Sight) -> None:
        assert all(re.fullmatch("[0-9a-f]{32}", one.uid) for one in events(example))


class TestWhich:
    """Which events there are."""

    @pytest.mark.parametrize(
        ("status", "told", "sure", "busy"),
        [
            pytest.param("booked", "(booked)", "confirmed", True, id="booked"),
            pytest.param("offered", "(offered)", "tentative", True, id="offered"),
        ],
    )
    def test_a_rotation_says_how_sure_it_is(
        self, planned: Callable[..., Any], status: str, told: str, sure: str, busy: bool
    ) -> None:
        found = by_kind(planned(rotations=[{**BOOKING, "status": status}]), "rotation")
        [mine] = [one for one in found if one.span.first == date(2027, 3, 8)]

        assert "Example University" in mine.title
        assert (told in mine.title, told in mine.discreet, mine.status, mine.busy) == (True, True, sure, busy)
        assert mine.span == Span(date(2027, 3, 8), date(2027, 4, 4))

    def test_a_rotation_that_is_still_to_be_found_takes_no_days(self, example: Sight) -> None:
        found = by_kind(events(example), "rotation")

        assert found
        assert {(one.status, one.busy) for one in found} == {("tentative", False)}

    def test_the_inquiries_about_one_rotation_are_one_event_with_every_host(self, example: Sight) -> None:
        asked = [one for one in example.plan.messages if one.kind == "inquiry" and one.due]
        found = by_kind(events(example), "inquiry")

        assert len(found) == len({one.block for one in asked}) < len(asked)
        assert all(any(one.host in event.details for event in found) for one in asked)

    def test_every_day_by_which_to_apply_is_there(self, example: Sight) -> None:
        days = [block.apply_by for block in example.plan.schedule.value.planned if block.apply_by]

        assert sorted(one.span.first for one in by_kind(events(example), "application")) == sorted(days)

    def test_each_letter_has_its_days_for_asking_and_one_for_reminding(self, example: Sight) -> None:
        blocks = [block.letter for block in example.plan.schedule.value.ahead if block.letter]
        asks = [one.span for one in by_kind(events(example), "letter-ask")]
        reminders = [one.span.first for one in by_kind(events(example), "letter-reminder")]

        assert [(one.first, one.last) for one in asks] == [(one.first_ask, one.last_ask) for one in blocks]
        assert reminders == [one.reminder for one in blocks]
        assert [one.span.first for one in by_kind(events(example), "letters-in")] == [blocks[0].upload_by]

    def test_a_projected_date_says_so_in_its_title_and_an_unknown_one_is_not_there(self, example: Sight) -> None:
        known = [one for one in milestones_ahead(example) if one.day]
        found = by_kind(events(example), "season")

        assert len(found) == len(known) < len(milestones_ahead(example))
        assert all(one.title.endswith("(projected)") for one in found)
        assert all(one.discreet.endswith("(projected)") for one in found)
        assert {one.status for one in found} == {"tentative"}

    def test_an_official_date_does_not(self, catalog: Catalog) -> None:
        sight = sight_of(make_profile(season=2027), catalog, date(2026, 6, 1))
        official = [one for one in by_kind(events(sight), "season") if one.status == "confirmed"]

        assert official
        assert not any("projected" in one.title for one in official)

    def test_exams_and_papers_that_run_out_are_there_until_their_day(self, planned: Callable[..., Any]) -> None:
        answers = {
            "exams": {"step_1": {"status": "passed", "date": "2026-02-14"}, "step_2_ck": {"date": "2027-04-16"}},
            "documents": [
                {"document": "transcript", "expires": "2027-05-01"},
                {"document": "cv", "expires": "2026-11-21"},
            ],
        }
        found = planned(**answers)

        assert [(one.title, one.span.first) for one in by_kind(found, "exam")] == [
            ("Exam: Step 2 CK", date(2027, 4, 16))
        ]
        assert [(one.title, one.span.first) for one in by_kind(found, "paper")] == [
            ("Runs out: Transcript", date(2027, 5, 1))
        ]

    def test_an_offer_has_the_day_for_its_answer(self, planned: Callable[..., Any]) -> None:
        offer = {**BOOKING, "status": "offered", "answer_due": "2026-12-05"}
        [mine] = by_kind(planned(rotations=[offer]), "offer")

        assert (mine.span.first, mine.discreet) == (date(2026, 12, 5), "An answer is due")

    def test_a_message_whose_day_has_gone_by_is_left_to_the_list_for_today(self, planned: Callable[..., Any]) -> None:
        def sent(day: str) -> list[Event]:
            return by_kind(planned(inquiries=[{"host": "Iowa", "sent": day}]), "message")

        assert [one.span.first for one in sent("2026-11-15") if "Reminder" in one.title] == [date(2026, 11, 29)]
        assert [one for one in sent("2026-11-05") if "Reminder" in one.title] == []

    def test_tasks_are_those_that_come_once_and_have_a_day_of_their_own(self, example: Sight, catalog: Catalog) -> None:
        uids = {one.uid for one in events(example)}
        wanted = catalog.files.calendar.tasks
        found = by_kind(events(example), "task")
        dated = [task for task in example.plan.tasks if task.due]

        assert len(uids) == len(events(example))
        assert 20 < len(found) < len(dated) / 2
        assert {one.discreet for one in found} <= {
            f"To do: {catalog.name('list', name)}" for name in (*wanted.lists, "hosts", "letters")
        }
        assert not any("goals" in one.title for one in found), "settle-goals is counted from today"

    def test_a_paper_that_a_message_asks_for_is_no_task_as_well(self, catalog: Catalog) -> None:
        sight = somebody(ROOT / "profiles/example-two-are-enough.yml", catalog)
        titles = [one.title for one in events(sight)]

        assert "Letter of good standing" in titles
        assert not [
            title for title in titles if title.startswith("Ask the dean's office for a letter of good standing")
        ]

    def test_no_task_tells_of_what_has_to_be_explained_or_of_money(self, catalog: Catalog) -> None:
        wanted, told = catalog.files.calendar.tasks, []
        for task in catalog.files.tasks.tasks:
            hangs_on = (*task.when, *task.when_any, *task.unless)
            fields = {field for fact in hangs_on for field in catalog.facts[fact].reads}
            private = [field for field in fields if field.startswith(("explain", "means", "school.repeated"))]
            if private and (task.list in wanted.lists or task.id in wanted.also):
                told.append(task.id)

        assert sorted(told) == sorted(wanted.without)

    def test_a_failed_exam_is_nowhere_in_the_file(self, planned: Callable[..., Any]) -> None:
        failed = planned(exams={"step_1": {"status": "failed", "date": "2026-02-14", "attempts": 1}})

        assert not [one for one in failed if "failed" in f"{one.title} {one.details}"]

    def test_an_alarm_whose_day_has_gone_by_is_left_out(self, planned: Callable[..., Any]) -> None:
        def of_exam(day: str) -> tuple[int, ...]:
            [exam] = by_kind(planned(exams={"step_2_ck": {"date": day}}), "exam")
            return tuple(exam.alarms)

        assert [of_exam(day) for day in ("2027-04-16", "2026-12-20", "2026-12-19", "2026-11-28")] == [
            (28, 7),
            (28, 7),
            (7,),
            (),
        ]

    def test_a_rotation_that_has_begun_stays_until_its_last_day(self, planned: Callable[..., Any]) -> None:
        def on(day: date) -> list[Span]:
            found = by_kind(planned(day, rotations=[BOOKING]), "rotation")
            return [one.span for one in found if one.span.first == date(2027, 3, 8)]

        whole = Span(date(2027, 3, 8), date(2027, 4, 4))
        assert [on(date(2027, 3, 20)), on(date(2027, 4, 4)), on(date(2027, 4, 5))] == [[whole], [whole], []]

    def test_a_leap_day_is_a_day_like_others(self, planned: Callable[..., Any]) -> None:
        [exam] = by_kind(planned(exams={"step_2_ck": {"date": "2028-02-29"}}), "exam")
        [read] = parsed(calendar_file(of(exam))).events

        assert (read.dtstart, read.dtend) == (date(2028, 2, 29), date(2028, 3, 1))


CANARY = "Zq"
FREE = {  # every answer that is the applicant's own text, and the numbers that can be told from others
    "applicant": {"name": "ZqName", "own_words": "ZqOwn", "languages": ["ZqTongue"], "citizenship": "naturalized"},
    "school": {
        "name": "ZqSchool", "country": "ZqLand", "language": "ZqTaught", "patients_speak": ["ZqPatients"],
        "earlier_schools": ["ZqEarlier"], "terms": [{"first": "2027-09-06", "last": "2027-12-17", "what": "ZqTerm"}],
        "leave": [{"first": "2025-09-06", "last": "2025-12-17", "what": "ZqLeave"}],
    },
    "exams": {
        "step_1": {"status": "passed", "date": "2021-02-14", "score": 299, "attempts": 1},
        "step_2_ck": {"status": "planned", "date": "2027-04-16", "attempts": 0},
    },
    "letters": [
        {"writer": "ZqWriter", "field": "medicine", "us": True, "faculty": True, "knows": "well", "status": "promised",
         "date": "2026-11-20"},
        {"writer": "ZqPossible", "field": "psychiatry", "us": True, "faculty": True, "knows": "well",
         "status": "possible"},
    ],
    "targets": {"hosts": ["ZqWanted"], "free_housing": ["ZqHome"], "programs": ["emory"],
                "interviews": ["ZqInterview"], "other_specialties": ["ZqOther"]},
    "means": {"budget": 87654, "lost_income_per_week": 4321, "return_trip": 5432, "room_per_week": 6543,
              "busy": [{"first": "2027-06-18", "last": "2027-06-20", "what": "ZqBusy"}],
              "fixed": [{"first": "2027-07-18", "last": "2027-07-20", "what": "ZqFixed"}]},
    "rotations": [
        {"host": "ZqBooked", "field": "psychiatry", "type": "inpatient-psychiatry", "status": "booked",
         "first": "2027-03-08", "last": "2027-04-04", "city": "ZqTown", "fee": 7654},
        {"host": "ZqOffer", "field": "medicine", "type": "medicine-sub-internship", "status": "offered",
         "first": "2027-05-03", "last": "2027-05-30", "city": "ZqVillage", "fee": 8765, "answer_due": "2026-12-05"},
    ],
    "inquiries": [{"host": "ZqWanted", "sent": "2026-11-15", "note": "ZqNote"}],
    "hosts": [{"host": "ZqMine", "city": "ZqCity", "state": "GA", "route": "own-form", "international_schools": True,
               "us_citizens_abroad": "accepted", "fee": 9876, "office": "ZqOffice", "email": "zq@example.org",
               "page": "https://zq.example.org/", "read_on": "2026-11-15", "where": "ZqWhere"}],
    "documents": [{"document": "transcript", "expires": "2027-05-01"}],
    "explain": [{"kind": "gap", "what": "ZqGap"}],
    "strengths": ["ZqStrength"],
}  # fmt: skip
NEVER = ("ZqNote", "ZqGap", "ZqStrength", "ZqBusy", "ZqFixed", "ZqTerm", "ZqLeave", "ZqName", "ZqOwn", "ZqTongue",
         "ZqEarlier", "ZqHome", "ZqInterview", "ZqOther", "ZqWhere", "zq@example.org", "87654", "87,654", "4321",
         "5432", "6543", "7654", "8765", "9876", "$", "299")  # fmt: skip


@pytest.fixture(scope="module")
def canary(catalog: Catalog) -> Sight:
    """Somebody whose every own word can be told."""
    return sight_of(make_profile(FREE), catalog)


class TestDiscreet:
    """What a shared calendar shows."""

    def test_no_title_place_category_or_id_holds_a_word_of_the_applicant(self, canary: Sight) -> None:
        lines = lines_of(calendar_file(calendar(canary)))
        others = [line for line in lines if not line.startswith("DESCRIPTION")]

        assert [line for line in others if CANARY.casefold() in line.casefold()] == []
        assert not [line for line in others if line.startswith("LOCATION")]

    def test_no_alarm_does_either(self, canary: Sight) -> None:
        alarms = [
            alarm.description or "" for one in parsed(calendar_file(calendar(canary))).events for alarm in one.alarm
        ]

        assert alarms
        assert not [told for told in alarms if CANARY in told]

    def test_no_title_names_an_exam_a_program_or_a_known_host(self, canary: Sight, catalog: Catalog) -> None:
        titles = {one.discreet for one in events(canary)}
        names = {name for place in catalog.places for name in (place.name, *place.called)}
        named = [title for title in titles for name in (*names, "Step", "OET", "ECFMG") if name in title]

        assert named == []

    def test_full_titles_do_name_them_so_that_the_canary_sings(self, canary: Sight) -> None:
        text = " ".join(one.title for one in events(canary))

        assert [word for word in ("ZqBooked", "ZqOffer", "ZqWriter", "ZqWanted", "Step 2 CK") if word not in text] == []

    def test_money_scores_notes_and_what_is_to_be_explained_are_nowhere(self, canary: Sight) -> None:
        for titles in ("discreet", "full"):
            text = "\n".join(lines_of(calendar_file(calendar(replace(canary, titles=titles)))))  # type: ignore[arg-type]
            readable = "\n".join(line for line in text.split("\n") if not line.startswith("UID:"))

            assert [word for word in NEVER if word in readable] == []

    def test_the_description_has_what_the_title_keeps_back(self, canary: Sight) -> None:
        told = " ".join(one.details for one in events(canary))

        assert [word for word in ("ZqBooked", "ZqOffer", "ZqWriter", "Step 2 CK") if word not in told] == []

    def test_a_name_that_tries_to_be_a_property_stays_text(self, catalog: Catalog) -> None:
        evil = "Ann END:VEVENT ATTENDEE;X=1:mailto:a@example.org, \\n; \\\\"
        profile = make_profile(
            rotations=[{**BOOKING, "host": evil}],
            letters=[{"writer": evil, "field": "medicine", "us": True, "status": "promised", "date": "2026-11-20"}],
        )
        sight = replace(sight_of(profile, catalog), titles="full")
        data = calendar_file(calendar(sight))

        assert len(parsed(data).events) == len(events(sight))
        assert any(evil in (one.summary or "") for one in parsed(data).events)
        assert not any(line.startswith(("ATTENDEE", "X=1")) for line in lines_of(data))


@pytest.mark.fast
class TestOption:
    """Which titles, as `mkdocs.yml` and the environment say."""

    @pytest.mark.parametrize(
        ("option", "environment", "chosen"),
        [
            pytest.param(None, {}, "discreet", id="nothing said"),
            pytest.param("full", {}, "full", id="the option"),
            pytest.param("full", {"GUIDE_CALENDAR_TITLES": "discreet"}, "discreet", id="the environment counts more"),
            pytest.param("full", {"GUIDE_CALENDAR_TITLES": ""}, "full", id="an empty variable says nothing"),
        ],
    )
    def test_the_titles_are_chosen(self, option: str | None, environment: Mapping[str, str], chosen: str) -> None:
        assert choosing.chosen_titles(option, environment) == chosen

    @pytest.mark.parametrize(
        ("option", "environment", "told"),
        [
            pytest.param("ful", {}, "mkdocs.yml: calendar_titles is 'ful' (write discreet or full)", id="the option"),
            pytest.param(True, {}, "mkdocs.yml: calendar_titles is True (write discreet or full)", id="no word"),
            pytest.param(
                None,
                {"GUIDE_CALENDAR_TITLES": "all"},
                "GUIDE_CALENDAR_TITLES: there are no titles 'all' for the calendar (write discreet or full)",
                id="the environment",
            ),
        ],
    )
    def test_others_are_refused_in_words(self, option: Any, environment: Mapping[str, str], told: str) -> None:
        with pytest.raises(GuideError) as refused:
            choosing.chosen_titles(option, environment)

        assert [str(problem) for problem in refused.value.problems] == [told]


def everybody() -> list[Any]:
    """The examples and the test applicants."""
    return [pytest.param(path, id=path.stem) for path in (*EXAMPLES, *CASES)]


class TestEverybody:
    """What holds for whoever it is."""

    @pytest.mark.parametrize("path", everybody())
    def test_the_parser_reads_back_what_was_meant(self, path: Path, catalog: Catalog) -> None:
        sight = replace(somebody(path, catalog), titles="full")
        found = parsed(calendar_file(calendar(sight))).events

        assert [as_meant(one) for one in found] == [as_read(one) for one in events(sight)]

    @random(25)
    @given(answers=PEOPLE, as_of=SEASONS_DAYS)
    def test_events_are_named_ahead_in_order_told_apart_and_the_same_twice(
        self, catalog: Catalog, answers: Mapping[str, Any], as_of: date
    ) -> None:
        sight = sight_of(make_profile(**answers), catalog, as_of)
        found = events(sight)

        assert calendar_file(calendar(sight)) == calendar_file(calendar(sight))
        assert all(one.title.strip() and one.discreet.strip() and one.category for one in found)
        assert all(one.span.first <= one.span.last and one.span.last >= as_of for one in found)
        assert len({one.uid for one in found}) == len(found)
        assert [one.span for one in found] == sorted(one.span for one in found)
        assert all(one.span.first - timedelta(days=days) >= as_of for one in found for days in one.alarms)
        assert all("{" not in text for one in found for text in (one.title, one.discreet, one.details))


def as_read(event: Event) -> tuple[Any, ...]:
    """An event as a parser should read it."""
    return (
        event.uid,
        event.title,
        event.span.first,
        event.span.last + DAY,
        event.details or None,
        event.place or None,
        [event.category],
        {"confirmed": "CONFIRMED", "tentative": "TENTATIVE"}[event.status],
        "OPAQUE" if event.busy else "TRANSPARENT",
        [timedelta(days=-days, hours=9) for days in event.alarms],
    )


def as_meant(event: ParsedEvent) -> tuple[Any, ...]:
    """What the parser read of it."""
    return (
        event.uid,
        event.summary,
        event.dtstart,
        event.dtend,
        event.description,
        event.location,
        event.categories,
        event.status,
        event.transparency,
        [alarm.trigger for alarm in event.alarm],
    )
