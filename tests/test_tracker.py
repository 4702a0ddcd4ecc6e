"""What the workbook holds: each row from the plan or the profile, each word of a list one answer, each day right."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
from conftest import AS_OF, ROOT
from factory import make_profile
from test_applicants import CASES, Case

from generator.catalog import Catalog
from generator.downloads.sheets import LAYOUT, SHEETS, Row, Sheet, Tracker, Value
from generator.facts import derive
from generator.planner import make_plain_plan
from generator.profile import Inquiry, Letter, Profile, Rotation
from generator.profile.fingerprint import fingerprint
from generator.prose import Prose, escaped
from generator.site import amended, load_profile
from generator.views import Sight
from generator.views.tracker import tracker
from generator.views.tracker.columns import SPECS
from generator.views.tracker.words import plain

EXAMPLES = sorted((ROOT / "profiles").glob("example-*.yml"))
STATUSES = {"rotation-status": (Rotation, "status"), "letter-status": (Letter, "status"), "knows": (Letter, "knows")}
LISTS = {**STATUSES, "outcome": (Inquiry, "outcome")}
AHEAD, GONE, SOON = date(2027, 3, 1), date(2026, 11, 21), date(2026, 12, 6)


def sight_of(profile: Profile, catalog: Catalog, as_of: date = AS_OF) -> Sight:
    """What a person's pages and workbook are made from."""
    known = amended(catalog, profile)
    facts = derive(profile, known.settings, known.seasons[profile.season], as_of)
    return Sight(make_plain_plan(facts, known), facts, facts.answers(), known)


def everybody() -> list[Any]:
    """The examples and the test applicants."""
    return [pytest.param(path, id=path.stem) for path in (*EXAMPLES, *CASES)]


@pytest.fixture(params=everybody(), scope="module")
def somebody(request: pytest.FixtureRequest, catalog: Catalog) -> Sight:
    """Each of them in turn."""
    path: Path = request.param
    if path in EXAMPLES:
        return sight_of(load_profile(path, catalog, as_of=AS_OF), catalog)
    case = Case(path)
    return sight_of(case.profile, catalog, case.as_of)


@pytest.fixture
def made(catalog: Catalog) -> Callable[..., Tracker]:
    """The workbook of a person with these answers on a day."""

    def of(as_of: date = AS_OF, **answers: Any) -> Tracker:
        return tracker(sight_of(make_profile(answers), catalog, as_of))

    return of


def sheet_of(book: Tracker, name: str) -> Sheet:
    return next(sheet for sheet in book.sheets if sheet.id == name)


def told(sheet: Sheet, row: Row) -> Mapping[str, Value]:
    """A row by the names of its columns."""
    return dict(zip((column.id for column in sheet.columns), row.values, strict=True))


def rows(book: Tracker, name: str) -> dict[str, Mapping[str, Value]]:
    """The rows of a sheet by key, without those that are free."""
    sheet = sheet_of(book, name)
    return {row.key: told(sheet, row) for row in sheet.rows if row.key}


def answers_of(model: Any, name: str) -> tuple[str, ...]:
    """What a profile may say in a field."""
    kinds = [part for part in get_args(model.model_fields[name].annotation) if get_origin(part) is Literal]
    return get_args((kinds or [model.model_fields[name].annotation])[0])


@pytest.mark.fast
class TestWords:
    """What editors write of the workbook fits what it is made of."""

    @pytest.mark.parametrize("name", SHEETS)
    def test_every_column_has_words_and_a_sort(self, name: str, catalog: Catalog) -> None:
        words = next(sheet for sheet in catalog.files.tracker.sheets if sheet.id == name)

        assert [column.id for column in words.columns] == list(SPECS[name])

    def test_the_sheets_are_the_eight(self, catalog: Catalog) -> None:
        assert tuple(sheet.id for sheet in catalog.files.tracker.sheets) == SHEETS

    @pytest.mark.parametrize("name", LAYOUT)
    def test_every_field_that_comes_back_has_its_column_of_the_same_kind(self, name: str) -> None:
        assert {cell.field: cell.kind for cell in LAYOUT[name].cells} == {
            cell.field: SPECS[name][cell.field].kind for cell in LAYOUT[name].cells
        }

    @pytest.mark.parametrize("name", LISTS)
    def test_each_answer_of_a_profile_has_one_word(self, name: str, catalog: Catalog) -> None:
        shown = catalog.files.tracker.choices[name]

        assert tuple(shown) == answers_of(*LISTS[name])
        assert len(set(shown.values())) == len(shown)

    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            pytest.param(Prose("**Ask** [the host](x.md) *today*."), "Ask the host today.", id="marks of editors go"),
            pytest.param("**Ask** [the host](x.md)", "**Ask** [the host](x.md)", id="those of others stay"),
            pytest.param(escaped("=1 & **x** [a](b)"), "=1 & **x** [a](b)", id="text of others among ours stays"),
            pytest.param(Prose("a [page](<u>){ .cite title=x }"), "a page", id="a link with attributes is its words"),
            pytest.param(Prose("2 * 3 * 4"), "2 * 3 * 4", id="a star by itself is a star"),
        ],
    )
    def test_words_of_pages_become_plain_text(self, text: str, shown: str) -> None:
        assert plain(text) == shown


class TestForEverybody:
    """What holds of every example and test applicant."""

    def test_no_two_words_of_a_list_are_the_same(self, somebody: Sight) -> None:
        lists = [(column.id, column.choices) for sheet in tracker(somebody).sheets for column in sheet.columns]

        twice = [name for name, choices in lists if len({one.word.casefold() for one in choices}) < len(choices)]

        assert twice == []

    def test_a_row_for_every_host_with_its_verdict(self, somebody: Sight) -> None:
        names = somebody.catalog.files.words.names["verdict"]
        expected = [(str(host.name), names[host.verdict.value]) for host in somebody.plan.hosts]

        found = [(row["name"], row["verdict"]) for row in rows(tracker(somebody), "programs").values()]

        assert found == [(name, plain(verdict)) for name, verdict in expected]

    def test_what_the_guide_does_not_know_is_said(self, somebody: Sight) -> None:
        numbers = (
            "city",
            "state",
            "region",
            "page",
            "fee",
            "lead_weeks",
            "most_electives",
            "route",
            "dated",
            "rule",
            "contact",
            "office",
            "email",
        )

        empty = [
            (key, name)
            for key, row in rows(tracker(somebody), "programs").items()
            for name in numbers
            if row[name] in (None, "")
        ]

        assert empty == []

    def test_every_entry_of_the_profile_has_its_row_with_its_answers(self, somebody: Sight) -> None:
        book, profile = tracker(somebody), somebody.facts.profile
        for name in ("inquiries", "rotations", "letters"):
            cells = LAYOUT[name].cells
            for number, entry in enumerate(getattr(profile, name) or ()):
                row = rows(book, name)[f"{name}/{number}"]
                answers = {cell.field: getattr(entry, cell.field) for cell in cells}

                assert {field: row[field] for field in answers} == {
                    field: str(answer).lower() if isinstance(answer, bool) else answer
                    for field, answer in answers.items()
                }

    def test_every_paper_in_hand_has_its_row(self, somebody: Sight) -> None:
        held = somebody.facts.profile.documents or ()

        found = {key: row for key, row in rows(tracker(somebody), "documents").items() if row["in_hand"] == "true"}

        assert {key: (row["document"], row["expires"]) for key, row in found.items()} == {
            f"documents/{number}": (paper.document, paper.expires) for number, paper in enumerate(held)
        }

    def test_every_block_still_to_be_found_has_a_row_ready_to_become_a_rotation(self, somebody: Sight) -> None:
        own = {f"rotation-{number + 1}" for number in range(len(somebody.facts.profile.rotations or ()))}
        blocks = [block for block in somebody.plan.schedule.value.planned if block.candidate not in own]

        found = {
            key: (row["first"], row["last"], row["status"])
            for key, row in rows(tracker(somebody), "rotations").items()
            if key.startswith("plan/")
        }

        assert found == {f"plan/{block.id}": (block.span.first, block.span.last, None) for block in blocks}

    def test_every_task_and_every_place_to_apply_to_has_its_row(self, somebody: Sight) -> None:
        book, plan = tracker(somebody), somebody.plan
        electives = [row for row in rows(book, "applications").values() if row["kind"] == "Elective"]

        assert {row["task"]: (row["due"], row["done"]) for row in rows(book, "tasks").values()} == {
            task.id: (task.due, "true" if task.done else "false") for task in plan.tasks
        }
        assert {key for key in rows(book, "tasks") if key.startswith("plan/")} == {
            f"plan/{task.id}" for task in plan.tasks if not task.done
        }
        assert sorted((row["first"], row["apply_by"]) for row in electives) == sorted(  # type: ignore[type-var]
            (target.first, target.apply_by) for target in plan.advice.targets
        )

    def test_the_first_message_to_each_host_that_waits_for_one_has_its_row(self, somebody: Sight) -> None:
        wanted = [one.host for one in somebody.plan.messages if one.kind in ("inquiry", "inquiry-graduate")]

        found = [row for key, row in rows(tracker(somebody), "inquiries").items() if key.startswith("plan/")]

        assert [row["host"] for row in found] == list(map(str, wanted))
        assert [row["sent"] for row in found] == [None] * len(wanted)
        assert [row["host"] for row in found if row["due"] is None] == []

    def test_the_sums_are_those_of_the_plan(self, somebody: Sight) -> None:
        decided = somebody.plan.costs.value
        sums = {
            one.id: [cell.value for cell in one.cells] for one in sheet_of(tracker(somebody), "costs").sums if one.cells
        }
        expected: dict[str, list[Value]] = {name: [total.low, total.high] for name, total in decided.groups}
        budget, spent = decided.budget, decided.rotations
        left = ["not known"] * 2 if budget is None else [budget - spent.low, budget - spent.high]

        assert sums == {
            **expected,
            "all": [decided.everything.low, decided.everything.high],
            "budget": ["not known" if budget is None else budget] * 2,
            "left": left,
        }

    def test_no_key_is_used_twice(self, somebody: Sight) -> None:
        for sheet in tracker(somebody).sheets:
            keys = [row.key for row in sheet.rows if row.key]

            assert len(keys) == len(set(keys)), sheet.id

    def test_what_is_kept_for_the_way_back_is_what_the_cells_say(self, somebody: Sight) -> None:
        book = tracker(somebody)
        head, body = book.made()[:4], book.made()[4:]

        assert [row[0] for row in head] == ["format", "profile", "as-of", "sheet"]
        assert head[1][3] == fingerprint(somebody.facts.profile)
        for name in LAYOUT:
            kept = {(key, field): value for sheet, key, field, value in body if sheet == name and "#" not in key}

            assert kept == {
                (key, cell.field): "" if row[cell.field] is None else str(row[cell.field])
                for key, row in rows(book, name).items()
                for cell in LAYOUT[name].cells
            }


class TestStandings:
    """How rows stand on a day, worked out by hand: today is November 22, 2026, and soon is within 14 days."""

    @pytest.mark.parametrize(
        ("inquiry", "next_on", "standing"),
        [
            pytest.param({"sent": date(2026, 11, 15)}, date(2026, 11, 29), "due soon", id="the reminder comes first"),
            pytest.param({"sent": date(2026, 11, 8)}, date(2026, 11, 22), "due soon", id="today is not overdue"),
            pytest.param({"sent": date(2026, 11, 7)}, date(2026, 12, 5), "due soon", id="after it the call"),
            pytest.param({"sent": date(2026, 10, 1)}, date(2026, 10, 29), "overdue", id="both days have gone by"),
            pytest.param({"sent": date(2026, 10, 1), "answered": date(2026, 10, 9)}, "", "done", id="answered"),
            pytest.param({"sent": date(2026, 10, 1), "outcome": "closed"}, "", "done", id="a no is an answer"),
            pytest.param({"sent": date(2026, 10, 1), "outcome": "ask-later"}, "", "later", id="later, no day"),
            pytest.param(
                {"sent": date(2026, 10, 1), "outcome": "ask-later", "write_again": SOON}, SOON, "due soon", id="later"
            ),
        ],
    )
    def test_inquiries(
        self, inquiry: dict[str, Any], next_on: Value, standing: str, made: Callable[..., Tracker]
    ) -> None:
        book = made(inquiries=[{"host": "Example Hospital", **inquiry}])

        row = rows(book, "inquiries")["inquiries/0"]

        assert (row["next_on"], row["standing"]) == (next_on, standing)

    @pytest.mark.parametrize(
        ("rotation", "next_on", "standing"),
        [
            pytest.param({"status": "offered", "answer_due": SOON}, SOON, "due soon", id="an offer"),
            pytest.param({"status": "offered", "answer_due": AHEAD}, AHEAD, "later", id="an offer for later"),
            pytest.param({"status": "offered"}, "", "", id="an offer without a day"),
            pytest.param({"status": "applied"}, "", "waiting", id="applied"),
            pytest.param({"status": "applied", "answer_due": SOON}, SOON, "due soon", id="applied, with a day"),
            pytest.param({"status": "booked", "first": AHEAD, "last": date(2027, 3, 28)}, AHEAD, "later", id="booked"),
            pytest.param({"status": "booked", "first": AS_OF, "last": AHEAD}, AS_OF, "under way", id="from today"),
            pytest.param({"status": "booked", "first": GONE, "last": AS_OF}, "", "under way", id="until today"),
            pytest.param({"status": "booked", "first": date(2026, 11, 1), "last": GONE}, "", "done", id="over"),
            pytest.param({"status": "done"}, "", "done", id="done"),
        ],
    )
    def test_rotations(
        self, rotation: dict[str, Any], next_on: Value, standing: str, made: Callable[..., Tracker]
    ) -> None:
        book = made(rotations=[{"host": "Example Hospital", "field": "medicine", **rotation}])

        row = rows(book, "rotations")["rotations/0"]

        assert (row["next_on"], row["standing"]) == (next_on, standing)

    @pytest.mark.parametrize(
        ("status", "as_of", "next_on", "standing"),
        [
            pytest.param("asked", AS_OF, date(2027, 9, 8), "later", id="asked: the day to be in"),
            pytest.param("promised", AS_OF, date(2027, 6, 9), "later", id="promised: a week after ERAS opens"),
            pytest.param("promised", date(2027, 6, 1), date(2027, 6, 9), "due soon", id="the reminder is near"),
            pytest.param("promised", date(2027, 6, 10), date(2027, 9, 8), "later", id="after the reminder"),
            pytest.param("uploaded", AS_OF, "", "done", id="uploaded"),
        ],
    )
    def test_letters(
        self, status: str, as_of: date, next_on: Value, standing: str, made: Callable[..., Tracker]
    ) -> None:
        letter = {"writer": "Dr. Example", "field": "medicine", "us": True, "faculty": True, "knows": "well"}
        book = made(as_of, letters=[{**letter, "status": status, "date": "2026-11-01"}])

        row = rows(book, "letters")["letters/0"]

        assert (row["next_on"], row["standing"]) == (next_on, standing)

    @pytest.mark.parametrize(
        ("expires", "standing"),
        [
            pytest.param(None, "done", id="it never runs out"),
            pytest.param(date(2030, 1, 1), "done", id="it lasts"),
            pytest.param(GONE, "overdue", id="it has run out"),
            pytest.param(SOON, "due soon", id="it runs out soon"),
        ],
    )
    def test_papers_in_hand(self, expires: date | None, standing: str, made: Callable[..., Tracker]) -> None:
        book = made(documents=[{"document": "cv", "expires": expires or "unknown"}])

        row = rows(book, "documents")["documents/0"]

        assert (row["in_hand"], row["start"], row["standing"]) == ("true", None, standing)

    def test_an_offer_that_is_answered_late_by_one_day_is_overdue(self, made: Callable[..., Tracker]) -> None:
        offer = {"host": "Example Hospital", "field": "medicine", "status": "offered", "answer_due": GONE}

        assert rows(made(rotations=[offer]), "rotations")["rotations/0"]["standing"] == "overdue"


@pytest.fixture(scope="module")
def book(catalog: Catalog) -> Tracker:
    """The workbook of the student with an offer."""
    case = Case(ROOT / "tests" / "cases" / "applicants" / "offer-pending.yml")
    return tracker(sight_of(case.profile, catalog, case.as_of))


class TestOnePerson:
    """A student with an offer, one application out and one message without an answer, worked out by hand."""

    def test_the_offer(self, book: Tracker) -> None:
        row = rows(book, "rotations")["rotations/0"]
        expected = {
            "host": "Example Harbor Hospital",
            "field": "psychiatry",
            "type": None,
            "status": "offered",
            "first": date(2027, 6, 7),
            "last": date(2027, 7, 4),
            "weeks": None,
            "answer_due": date(2026, 11, 27),
            "fee": 500,
            "next_on": date(2026, 11, 27),
            "standing": "due soon",
        }

        assert {name: row[name] for name in expected} == expected

    def test_the_message(self, book: Tracker) -> None:
        row = rows(book, "inquiries")["inquiries/0"]
        expected = {
            "host": "Example Lakeside Hospital",
            "sent": date(2026, 11, 2),
            "answered": None,
            "outcome": None,
            "remind_on": date(2026, 11, 16),
            "call_on": date(2026, 11, 30),
            "next_on": date(2026, 11, 30),
            "standing": "due soon",
        }

        assert {name: row[name] for name in expected} == expected

    def test_the_letter(self, book: Tracker) -> None:
        row = rows(book, "letters")["letters/0"]
        expected = {
            "writer": "Psychiatrist in Boston",
            "block": None,
            "field": "psychiatry",
            "us": "true",
            "faculty": "true",
            "knows": "well",
            "status": "asked",
            "date": date(2026, 10, 20),
        }

        assert {name: row[name] for name in expected} == expected

    def test_free_rows_stand_where_entries_may_be_added(self, book: Tracker) -> None:
        free = {sheet.id: sum(not row.key for row in sheet.rows) for sheet in book.sheets}

        assert {name for name, count in free.items() if count} == set(LAYOUT) - {"tasks"}


class TestOwnEntries:
    """Hosts that a person adds, or of which they know better."""

    def test_they_are_marked(self, made: Callable[..., Tracker]) -> None:
        hosts = [{"host": "Example Hospital"}, {"host": "emory", "fee": 350}]
        found = rows(made(hosts=hosts), "programs").values()

        assert {row["name"]: (row["own"], row["fee"], row["city"]) for row in found if row["own"]} == {
            "Example Hospital": ("your own entry", "not known", "not known"),
            "Emory": ("partly your own entry", 350, "Atlanta"),
        }

    def test_a_host_that_is_only_named_is_theirs(self, made: Callable[..., Tracker]) -> None:
        found = rows(made(targets={"hosts": ["Example Hospital"]}), "programs").values()

        assert [row["own"] for row in found if row["name"] == "Example Hospital"] == ["your own entry"]


@pytest.mark.fast
class TestFingerprint:
    """The line that says from which answers a workbook was made."""

    def test_the_same_answers_have_the_same(self) -> None:
        assert fingerprint(make_profile()) == fingerprint(make_profile())

    @pytest.mark.parametrize(
        ("answers", "is_same"),
        [
            pytest.param({"means.budget": 1}, False, id="another answer"),
            pytest.param({"means.budget": "unknown", "means.weeks": 2}, True, id="unknown is the same as not there"),
        ],
    )
    def test_it_changes_with_answers(self, answers: dict[str, Any], is_same: bool) -> None:
        assert (fingerprint(make_profile(**answers)) == fingerprint(make_profile(**{"means.weeks": 2}))) is is_same
