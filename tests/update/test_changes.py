"""`guide update`: what a person changed in the workbook comes back into the profile's file, and nothing else does."""

import re
import shutil
import subprocess
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from update.trackers import ROOT, TEXT, Book, difference, keys, read, rearranged, update

CASES = sorted((ROOT / "tests" / "cases" / "messages" / "tracker").glob("*.yml"))


class TestWhatComesBack:
    """Answers, offers, letters, documents."""

    def test_a_workbook_as_it_was_made_brings_nothing(self, profile: Path, made: bytes) -> None:
        result = update(profile, made, "--yes")

        assert (result.exit_code, result.stderr) == (0, "")
        assert "Nothing is new in " in result.stdout
        assert profile.read_text(encoding="utf-8") == TEXT
        assert sorted(path.name for path in profile.parent.iterdir()) == ["me.yml", "tracker.xlsx"]

    @pytest.mark.parametrize(
        ("sheet", "key", "values", "lines"),
        [
            pytest.param(
                "Inquiries",
                "inquiries/0",
                {"Answered_on": date(2026, 11, 10), "Outcome": "Ask again later"},
                ["-     outcome: unknown", "+     answered: 2026-11-10", "+     outcome: ask-later"],
                id="an answer",
            ),
            pytest.param(
                "Inquiries",
                "inquiries/1",
                {"Note": 'He said: "no" #1'},
                [r'-     note: "They said:\n\n wait"', r'+     note: "He said: \"no\" #1"'],
                id="a note",
            ),
            pytest.param(
                "Inquiries",
                "inquiries/2",
                {"Outcome": "closed"},
                ["-   - {host: Tulane, sent: 2026-11-09}", "+   - {host: Tulane, sent: 2026-11-09, outcome: closed}"],
                id="an entry in braces",
            ),
            pytest.param(
                "Rotations",
                "rotations/0",
                {"Status": "BOOKED", "Answer_by": None},
                [
                    "-   status: offered",
                    "-   answer_due: 2026-12-01 # by mail",
                    "+   status: booked",
                    "+   answer_due: unknown # by mail",
                ],
                id="an offer taken",
            ),
            pytest.param(
                "Rotations",
                "rotations/1",
                {
                    "First_day": "2027-06-07",
                    "Last_day": datetime(2027, 7, 4, tzinfo=UTC).replace(tzinfo=None),
                    "Fee": "$1,250",
                },
                ["-   fee: 500", "+   first: 2027-06-07", "+   last: 2027-07-04", "+   fee: 1250"],
                id="days and money",
            ),
            pytest.param(
                "Letters",
                "letters/0",
                {"Status": "Promised", "Since": "12 Nov 2026", "Faculty": "No"},
                [
                    "-       faculty: true",
                    "+       faculty: false",
                    "-       status: asked",
                    "-       date: 2026-11-01",
                    "+       status: promised",
                    "+       date: 2026-11-12",
                ],
                id="a letter",
            ),
            pytest.param(
                "Documents",
                "documents/0",
                {"Runs_out_on": "January 31, 2028"},
                ["+     expires: 2028-01-31"],
                id="a document that runs out",
            ),
            pytest.param(
                "Documents",
                "documents/1",
                {"In_hand": "No"},
                [
                    "-   - document: immunization-form",
                    "-     expires: 2027-08-01",
                    "+   # - document: immunization-form",
                    "+   #   expires: 2027-08-01",
                ],
                id="a document that is gone",
            ),
        ],
    )
    def test_what_was_changed_in_a_row(
        self, profile: Path, made: bytes, sheet: str, key: str, values: Mapping[str, Any], lines: list[str]
    ) -> None:
        result = update(profile, Book(made).write(sheet, key, **values).book, "--yes")

        after = profile.read_text(encoding="utf-8")
        assert (result.exit_code, result.stderr) == (0, "")
        assert difference(TEXT, after) == lines
        assert read(profile)
        assert "Nothing is new" in update(profile, Book(made).write(sheet, key, **values).book, "--yes").stdout
        assert profile.read_text(encoding="utf-8") == after

    def test_a_row_of_the_plan_becomes_an_entry_once_it_is_filled_in(self, profile: Path, made: bytes) -> None:
        book = Book(made).write("Documents", "plan/transcript", In_hand="Yes", Runs_out_on=date(2027, 9, 1))

        update(profile, book.book, "--yes")

        assert difference(TEXT, profile.read_text(encoding="utf-8")) == [
            "+   - document: transcript",
            "+     expires: 2027-09-01",
        ]

    def test_rows_that_were_added_become_entries(self, profile: Path, made: bytes) -> None:
        book = Book(made)
        book.write("Inquiries", "", Host="Valley Clinic", Sent_on=date(2026, 11, 20), Note="by mail")
        book.write("Letters", "", Writer="Dr. Third", In_the_US=True, Field="Psychiatry")

        result = update(profile, book.book, "--yes")

        assert result.exit_code == 0
        assert "- Valley Clinic, 2026-11-20: new; Note: by mail\n" in result.stdout
        assert "- Dr. Third: new; Field: psychiatry, In the US: Yes\n" in result.stdout
        assert difference(TEXT, profile.read_text(encoding="utf-8")) == [
            "+     - {writer: Dr. Third, field: psychiatry, us: true}",
            "+   - {host: Valley Clinic, sent: 2026-11-20, note: by mail}",
        ]
        assert "Nothing is new" in update(profile, book.book, "--yes").stdout

    def test_a_row_without_what_an_entry_needs_stays_in_the_workbook(self, profile: Path, made: bytes) -> None:
        book = Book(made)
        plan = next(key for key in keys(book, "Inquiries") if key.startswith("plan/"))
        book.write("Inquiries", plan, Note="write to them after the holiday")
        book.write("Inquiries", "", Host="Valley Clinic")

        result = update(profile, book.book, "--yes")

        assert (result.exit_code, profile.read_text(encoding="utf-8")) == (0, TEXT)
        assert result.stdout.count("it stays in the workbook until Sent on is filled in") == 2
        assert "Valley Clinic: it stays" in result.stdout

    def test_a_row_that_stays_and_names_nothing_is_told_by_its_number(self, profile: Path, made: bytes) -> None:
        book = Book(made).write("Documents", "plan/photo", Runs_out_on="2028-01-31")
        free = book.row("Inquiries", "")
        book.write("Inquiries", "", Note="call the school")

        result = update(profile, book.book, "--yes")

        assert (result.exit_code, profile.read_text(encoding="utf-8")) == (0, TEXT)
        assert result.stdout.replace("\n  ", " ").splitlines()[2:] == [
            "Not brought back:",
            "",
            "Inquiries",
            f"- row {free}: it stays in the workbook until Host is filled in and Sent on is filled in",
            "",
            "Documents",
            "- Photo: it stays in the workbook until In hand says Yes",
        ]

    def test_a_row_that_is_gone_deletes_nothing_and_is_told(self, profile: Path, made: bytes) -> None:
        book = Book(made)
        book.sheet("Rotations").delete_rows(book.row("Rotations", "rotations/1"))

        result = update(profile, book.book, "--yes")

        assert (result.exit_code, profile.read_text(encoding="utf-8")) == (0, TEXT)
        words = " ".join(result.stdout.split())
        assert "Hill Hospital, psychiatry: its row is gone from the workbook, and it stays in the profile" in words

    def test_a_paper_that_was_taken_out_may_return(self, profile: Path, made: bytes) -> None:
        book = Book(made)
        for word in ("No", "Yes"):
            result = update(profile, book.write("Documents", "documents/1", In_hand=word).book, "--yes")
            assert (result.exit_code, result.stderr) == (0, "")

        after = profile.read_text(encoding="utf-8")
        assert after.count("  # - document: immunization-form") == after.count("\n  - document: immunization-form") == 1
        assert "Nothing is new" in update(profile, book.book, "--yes").stdout

    def test_a_copy_of_a_row_is_a_new_entry_once_it_says_something_else(self, profile: Path, made: bytes) -> None:
        book = Book(made)
        sheet, row = book.sheet("Inquiries"), book.row("Inquiries", "inquiries/0")
        free = book.row("Inquiries", "")
        for cell in list(sheet[row]):
            sheet.cell(free, cell.column).value = cell.value

        assert "Nothing is new" in update(profile, book.book).stdout
        sheet.cell(free, book.column("Inquiries", "Sent on")).value = date(2026, 11, 21)
        update(profile, book.book, "--yes")

        assert difference(TEXT, profile.read_text(encoding="utf-8")) == ["+   - {host: Emory, sent: 2026-11-21}"]


class TestTheWorkbookIsThePersonsOwn:
    """Sorting, own columns, other names: none of it matters."""

    @pytest.fixture
    def book(self, made: bytes) -> Book:
        """A workbook with one change in each sheet."""
        book = Book(made)
        book.write("Inquiries", "inquiries/1", Outcome="Open")
        book.write("Rotations", "rotations/1", Status="Offered")
        book.write("Letters", "letters/1", Status="Possible")
        return book.write("Documents", "documents/0", Runs_out_on=date(2028, 1, 31))

    def lines(self, profile: Path, book: Book) -> list[str]:
        """What changes in the file."""
        result = update(profile, book.book, "--yes")
        assert (result.exit_code, result.stderr) == (0, "")
        return difference(TEXT, profile.read_text(encoding="utf-8"))

    EXPECTED = (
        '-     - {writer: "Dr. New: a friend", us: false}',
        '+     - {writer: "Dr. New: a friend", us: false, status: possible}',
        "-   status: applied",
        "+   status: offered",
        "+     outcome: open",
        "+     expires: 2028-01-31",
    )

    def test_as_it_was(self, profile: Path, book: Book) -> None:
        assert sorted(self.lines(profile, book)) == sorted(self.EXPECTED)

    def test_sorted_the_other_way(self, profile: Path, book: Book) -> None:
        for name in ("Inquiries", "Rotations", "Letters", "Documents"):
            rearranged(book.sheet(name), rows=lambda rows: rows[::-1])

        assert sorted(self.lines(profile, book)) == sorted(self.EXPECTED)

    def test_sorted_without_the_hidden_keys(self, profile: Path, book: Book) -> None:
        for name in ("Inquiries", "Rotations", "Letters", "Documents"):
            rearranged(book.sheet(name), columns=lambda columns: [columns[0], *map(turned, columns[1:])])

        assert sorted(self.lines(profile, book)) == sorted(self.EXPECTED)

    def test_with_rows_whose_keys_were_lost(self, profile: Path, book: Book) -> None:
        for row in range(2, 5):
            book.sheet("Inquiries").cell(row, 1).value = None

        assert sorted(self.lines(profile, book)) == sorted(self.EXPECTED)

    def test_with_columns_in_another_order(self, profile: Path, book: Book) -> None:
        for name in ("Inquiries", "Rotations", "Letters", "Documents"):
            rearranged(book.sheet(name), columns=lambda columns: columns[::-1])

        assert sorted(self.lines(profile, book)) == sorted(self.EXPECTED)

    def test_with_columns_and_rows_of_their_own(self, profile: Path, book: Book) -> None:
        for name in ("Inquiries", "Rotations", "Letters", "Documents"):
            rearranged(book.sheet(name), columns=lambda columns: [["Mood", "good", "poor"], *columns, [None, "x"]])
            book.sheet(name).insert_rows(1, 3)
            book.sheet(name)["B1"] = "My own title: host, sent on, status"

        assert sorted(self.lines(profile, book)) == sorted(self.EXPECTED)

    def test_with_sheets_in_another_order_and_of_another_name(self, profile: Path, book: Book) -> None:
        for sheet in ("Inquiries", "Documents"):
            book.sheet(sheet).title = f"My {sheet}"
        book.book.move_sheet("Letters", -3)
        book.book.create_sheet("Notes")["A1"] = "Inquiries"

        assert sorted(self.lines(profile, book)) == sorted(self.EXPECTED)

    def test_with_hidden_and_filtered_rows_and_wide_columns(self, profile: Path, book: Book) -> None:
        sheet = book.sheet("Inquiries")
        sheet.row_dimensions[book.row("Inquiries", "inquiries/1")].hidden = True
        sheet.column_dimensions["C"].width = 90
        sheet.auto_filter.ref = "A1:D9"
        sheet.cell(1_000_000, 16_000).number_format = "0.00"

        assert sorted(self.lines(profile, book)) == sorted(self.EXPECTED)

    @pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice here to save a workbook with")
    def test_saved_by_libreoffice(self, profile: Path, book: Book, tmp_path: Path) -> None:
        book.book.save(tmp_path / "mine.xlsx")
        home, out = f"-env:UserInstallation=file://{tmp_path}/office", tmp_path / "out"
        command = ["soffice", home, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out)]
        subprocess.run([*command, str(tmp_path / "mine.xlsx")], check=True, capture_output=True, timeout=300)

        result = update(profile, (out / "mine.xlsx").read_bytes(), "--yes")

        assert (result.exit_code, result.stderr) == (0, "")
        assert sorted(difference(TEXT, profile.read_text(encoding="utf-8"))) == sorted(self.EXPECTED)


class TestTheProfileMovesOn:
    """What the profile says by now is never overwritten unseen."""

    def test_entries_in_another_order_are_found_again(self, profile: Path, made: bytes) -> None:
        text = TEXT.replace("  - host: Emory", "  - {host: Valley, sent: 2026-10-01}\n  - host: Emory")
        profile.write_text(text, encoding="utf-8")

        update(profile, Book(made).write("Inquiries", "inquiries/1", Outcome="Open").book, "--yes")

        assert [one.outcome for one in read(profile).inquiries or ()] == [None, None, "open", None]

    def test_entries_that_look_alike_are_told_by_what_else_they_say(self, profile: Path, made: bytes) -> None:
        lines = ["  - host: Tulane\n    sent: 2026-11-03\n", '    note: "They said:\\n\\n wait"\n']
        text = TEXT.replace("".join(lines), "").replace("  - host: Emory", "".join([*lines, "  - host: Emory"]))
        profile.write_text(text, encoding="utf-8")

        update(profile, Book(made).write("Inquiries", "inquiries/2", Outcome="Open").book, "--yes")

        assert [one.outcome for one in read(profile).inquiries or ()] == [None, None, "open"]

    def test_the_same_change_on_both_sides_is_none(self, profile: Path, made: bytes) -> None:
        profile.write_text(TEXT.replace("outcome: unknown", "outcome: open"), encoding="utf-8")

        result = update(profile, Book(made).write("Inquiries", "inquiries/0", Outcome="Open").book)

        assert (result.exit_code, "Nothing is new" in result.stdout) == (0, True)

    def test_an_entry_that_was_added_on_both_sides_is_one(self, profile: Path, made: bytes) -> None:
        profile.write_text(TEXT.replace("# The end.", "  - document: mask-fit"), encoding="utf-8")
        book = Book(made)
        book.write("Documents", "plan/mask-fit", In_hand="Yes", Runs_out_on=date(2030, 1, 1))

        update(profile, book.book, "--yes")

        assert "  - document: mask-fit\n    expires: 2030-01-01\n" in profile.read_text(encoding="utf-8")

    def test_a_cell_may_change_again_after_it_was_brought_back(self, profile: Path, made: bytes) -> None:
        book = Book(made)
        book.write("Letters", "", Writer="Dr. Third")
        for status in ("Offered", "Booked"):
            book.write("Rotations", "rotations/1", Status=status)
            assert update(profile, book.book, "--yes").exit_code == 0

        row = next(row for row in range(2, 99) if book.sheet("Letters").cell(row, 2).value == "Dr. Third")
        book.sheet("Letters").cell(row, book.column("Letters", "Status")).value = "Asked"
        assert update(profile, book.book, "--yes").exit_code == 0

        assert [one.status for one in read(profile).rotations or ()] == ["offered", "booked"]
        assert [one.status for one in read(profile).letters or ()] == ["asked", None, "asked"]

    def test_without_its_memory_the_second_change_is_a_conflict(self, profile: Path, made: bytes) -> None:
        book = Book(made)
        update(profile, book.write("Rotations", "rotations/1", Status="Offered").book, "--yes")
        profile.with_name("me.yml.tracker.json").write_text("[", encoding="utf-8")

        result = update(profile, book.write("Rotations", "rotations/1", Status="Booked").book, "--yes")

        assert result.exit_code == 1
        assert "Status was Applied; the profile says Offered by now, and this cell Booked" in result.stderr


def turned(column: list[Any]) -> list[Any]:
    """A column whose rows stand the other way round below its heading."""
    return [column[0], *column[:0:-1]]


# --- What can't be brought back ---


def at_its_cell(book: Book, line: str) -> str:
    """A message in which `Inquiries!{inquiries/0: Sent on}` becomes the cell as Excel names it."""
    return re.sub(
        r"(\w+)!{(\S*): ([^}]+)}", lambda found: f"{found[1]}!{book.spot(found[1], found[2], found[3])}", line
    )


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_the_owner_of_a_workbook_reads(path: Path, profile: Path, made: bytes) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    book, text = Book(made), TEXT
    for one in case.get("profile", ()):
        assert one["was"] in text
        text = text.replace(one["was"], one["is"])
    says = [at_its_cell(book, line) for line in case["says"]]
    for sheet, rows in case["cells"].items():
        for key, cells in rows.items():
            book.write(sheet, key, **cells)
    profile.write_text(text, encoding="utf-8")
    before = sorted(path.name for path in profile.parent.iterdir())

    result = update(profile, book.book, "--yes")

    assert result.exit_code == 1
    assert sorted(result.stderr.replace(f"{profile.parent}/", "").strip().splitlines()) == sorted(says)
    assert profile.read_text(encoding="utf-8") == text
    assert sorted(path.name for path in profile.parent.iterdir()) == sorted({*before, "tracker.xlsx"})


def test_mistakes_are_told_in_the_order_of_the_rows(profile: Path, made: bytes) -> None:
    book = Book(made).write("Inquiries", "", Host="Valley Clinic", Sent_on="2026-12-24")
    book.write("Inquiries", "inquiries/0", Sent_on="2026-12-25")
    spots = [book.spot("Inquiries", key, "Sent on") for key in ("inquiries/0", "")]

    told = update(profile, book.book, "--yes").stderr.splitlines()

    assert [line.split("!")[1].split(":")[0] for line in told if "!" in line] == spots
