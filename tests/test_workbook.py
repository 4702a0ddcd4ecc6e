"""The workbook as a file: what other programs read from it, count in it, and refuse in it; and its sheets as CSV."""

import csv
import hashlib
import io
import json
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from conftest import AS_OF, ROOT
from factory import make_profile
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from people import random
from test_site import built
from test_tracker import EXAMPLES, Case, sight_of

from generator.catalog import Catalog
from generator.downloads.cells import MOST_LETTERS, clean
from generator.downloads.csv_files import csv_file
from generator.downloads.looks import HEADINGS, TONES
from generator.downloads.sheets import LAYOUT, Column, Front, Hints, Row, Sheet, Tracker, Value
from generator.downloads.workbook import workbook
from generator.site import build_outputs, load_profile
from generator.views import Sight
from generator.views.tracker import tracker
from generator.views.tracker.building import Builder, Line

APPLICANTS = ROOT / "tests" / "cases" / "applicants"
UNLIKE = (
    "awkward-name",
    "everything-unknown",
    "graduate-of-ten-years",
    "no-time-at-all",
    "offer-pending",
    "rotation-done",
)
FILES = [*EXAMPLES, *(APPLICANTS / f"{name}.yml" for name in UNLIKE)]
SHEETS = ["Read me", "Programs", "Inquiries", "Applications", "Rotations", "Letters", "Documents", "Costs", "Tasks"]
HIDDEN = ["choices", "as-made"]
SIGNS = "=+-@'\"&<>{}[]|;,!#%_x0041ab \ufffe\U0001f600李"
MARKS = st.lists(st.sampled_from([*SIGNS, "_x0041_", "=HYPERLINK(", "http://x.y"]), min_size=1, max_size=9).map("".join)
WRITTEN = MARKS.map(str.strip).filter(bool)  # what a profile takes
ANYTHING = st.one_of(MARKS, st.text(max_size=30), st.text("\x00\x1b\t\r\n=+@\ud800\uffff", max_size=9))
ERRORS = ("#NAME?", "#REF!", "#VALUE!", "#N/A", "#DIV/0!", "#NUM!", "#NULL!", "Err:")
DAYS: list[Value] = [
    None,
    AS_OF - timedelta(days=30),
    AS_OF - timedelta(days=1),
    AS_OF,
    AS_OF + timedelta(days=14),
    AS_OF + timedelta(days=15),
]
TYPED: dict[str, dict[str, list[Value]]] = {
    "inquiries": {
        "due": [*DAYS, "once the host has said so"],
        "sent": DAYS[:4],
        "answered": DAYS[:2],
        "outcome": [None, "open", "ask-later", "no-answer"],
        "write_again": [None, DAYS[1], DAYS[5]],
    },
    "rotations": {
        "status": [None, "applied", "offered", "booked", "done"],
        "first": [None, DAYS[1], DAYS[3], DAYS[5]],
        "last": [None, DAYS[2], DAYS[3], DAYS[5]],
        "answer_due": [None, DAYS[2], DAYS[4]],
        "apply_by": [None, DAYS[3]],
    },
    "letters": {
        "status": [None, "possible", "asked", "promised", "uploaded"],
        "ask_by": DAYS,
        "remind_on": DAYS[:4],
        "upload_by": DAYS[:4],
    },
    "documents": {"in_hand": [None, "true", "false"], "start": DAYS, "expires": DAYS, "renew": DAYS[:4]},
    "tasks": {"done": [None, "true", "false"], "due": DAYS},
}
TYPED_AFTER = (0, 200)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
SOFFICE = shutil.which("soffice")
counted_again = pytest.mark.skipif(not SOFFICE, reason="no LibreOffice here to count the workbook again")


@pytest.fixture(scope="module")
def of(catalog: Catalog) -> dict[str, Tracker]:
    """The workbooks of people unlike each other."""
    found = {}
    for path in FILES:
        if path in EXAMPLES:
            sight = sight_of(load_profile(path, catalog, as_of=AS_OF), catalog)
        else:
            case = Case(path)
            sight = sight_of(case.profile, catalog, case.as_of)
        found[path.stem] = tracker(sight)
    return found


each = pytest.mark.parametrize("name", [path.stem for path in FILES])


def opened(content: bytes, *, values: bool = False) -> Workbook:
    """The file as openpyxl reads it: formulas, or what they gave."""
    return load_workbook(io.BytesIO(content), data_only=values)


def day_of(value: object) -> object:
    """A day as a day: openpyxl reads it with an hour."""
    return value.date() if isinstance(value, datetime) else value


def shown(column: Column, value: Value) -> Value:
    """What a cell is to hold: the word of a choice, text as far as a file can hold it, nothing for nothing."""
    word = column.shown(value)
    return (clean(word) if isinstance(word, str) else word) or (0 if word == 0 else None)


def cells_of(sheet: Sheet, page: Worksheet) -> Iterator[tuple[Column, Row, Value, Cell]]:
    """Each cell of the table with what it is to hold."""
    for number, row in enumerate(sheet.rows, start=2):
        for place, (column, value) in enumerate(zip(sheet.columns, row.values, strict=True), start=2):
            yield column, row, value, page.cell(number, place)  # type: ignore[misc]


class TestWhatItHolds:
    """Cell by cell, as another program reads it."""

    @each
    def test_its_sheets(self, name: str, of: dict[str, Tracker]) -> None:
        book = opened(workbook(of[name]))

        assert book.sheetnames == [*SHEETS, *HIDDEN]
        assert [book[sheet].sheet_state for sheet in HIDDEN] == ["veryHidden"] * 2
        assert {book[sheet].sheet_state for sheet in SHEETS} == {"visible"}

    @each
    def test_every_cell_is_what_the_guide_says(self, name: str, of: dict[str, Tracker]) -> None:
        book = opened(workbook(of[name]), values=True)
        for sheet in of[name].sheets:
            page = book[sheet.name]

            assert [cell.value for cell in page[1]] == ["key", *(column.name for column in sheet.columns)]
            assert [page.cell(number, 1).value or "" for number in range(2, len(sheet.rows) + 2)] == [
                row.key for row in sheet.rows
            ]
            for column, row, value, cell in cells_of(sheet, page):
                assert day_of(cell.value) == shown(column, value), (sheet.id, row.key, column.id)

    @each
    def test_days_and_numbers_are_days_and_numbers(self, name: str, of: dict[str, Tracker]) -> None:
        book = opened(workbook(of[name]), values=True)
        for sheet in of[name].sheets:
            for column, row, value, cell in cells_of(sheet, book[sheet.name]):
                if isinstance(value, date):
                    assert cell.is_date, (sheet.id, row.key, column.id)
                elif isinstance(value, int):
                    assert cell.data_type == "n", (sheet.id, row.key, column.id)

    @each
    def test_only_our_own_columns_and_sums_are_formulas(self, name: str, of: dict[str, Tracker]) -> None:
        book = opened(workbook(of[name]))
        for sheet in of[name].sheets:
            for column, row, _, cell in cells_of(sheet, book[sheet.name]):
                assert (cell.data_type == "f") is bool(column.formula), (sheet.id, row.key, column.id)

    @each
    def test_what_it_was_is_kept_beside_it(self, name: str, of: dict[str, Tracker]) -> None:
        page = opened(workbook(of[name]))["as-made"]

        kept = [tuple(str(cell.value or "") for cell in row[:4]) for row in page.iter_rows(max_col=4)]

        assert kept == [tuple(map(clean, row)) for row in of[name].made()]

    def test_a_sheet_without_a_row_keeps_an_empty_one(self, of: dict[str, Tracker]) -> None:
        for book in of.values():
            assert min(len(sheet.rows) for sheet in book.sheets) >= 1


class TestHowItLooks:
    """Tables, panes, paper, lists and colors."""

    @pytest.fixture(scope="class")
    @classmethod
    def made(cls, of: dict[str, Tracker]) -> tuple[Tracker, Workbook]:
        return of["example-fourth-year"], opened(workbook(of["example-fourth-year"]))

    @pytest.mark.parametrize("number", range(8), ids=SHEETS[1:])
    def test_tables_panes_and_paper(self, number: int, made: tuple[Tracker, Workbook]) -> None:
        sheet, page = made[0].sheets[number], made[1][made[0].sheets[number].name]
        table = page.tables[sheet.id]

        assert (table.ref.split(":")[0], table.autoFilter.ref) == ("A1", table.ref)
        assert page.freeze_panes == "C2"
        assert page.column_dimensions["A"].hidden
        assert page.print_title_rows == "$1:$1"
        assert (page.page_setup.orientation, page.page_setup.fitToHeight) == ("landscape", 0)
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert page.oddHeader.left.text == made[0].title
        assert page.oddFooter.center.text == "Page &P of &N"

    @pytest.mark.parametrize("number", range(8), ids=SHEETS[1:])
    def test_what_is_printed_can_be_read(self, number: int, made: tuple[Tracker, Workbook]) -> None:
        """A page of letter paper holds about 110 letters of a width; more than 200 would be too small to read."""
        sheet = made[0].sheets[number]
        printed = sheet.columns[: sheet.printed or None]
        area = f"'{sheet.name}'!$A$1:${LETTERS[len(printed)]}${len(sheet.rows) + 1}"

        assert made[1][sheet.name].print_area == (area if sheet.printed else "")
        assert sum(column.width for column in printed) <= 200

    def test_formulas_fill_themselves_in_for_new_rows(self, made: tuple[Tracker, Workbook]) -> None:
        for sheet in made[0].sheets:
            columns = made[1][sheet.name].tables[sheet.id].tableColumns
            filled = {column.name for column in columns if column.calculatedColumnFormula}

            assert filled == {column.name for column in sheet.columns if column.formula}

    def test_lists_offer_what_a_profile_accepts(self, made: tuple[Tracker, Workbook], catalog: Catalog) -> None:
        book = made[1]
        for sheet in made[0].sheets:
            for column in sheet.columns:
                if column.choices:
                    rule = rule_of(book[sheet.name], column.name)
                    assert (rule.type, rule.errorStyle or "stop", rule.allow_blank) == ("list", "stop", True)
                    assert offered(book, rule) == [choice.word for choice in column.choices]

    @pytest.mark.parametrize("name", LAYOUT)
    def test_days_and_numbers_are_checked_with_a_word_of_help(self, name: str, made: tuple[Tracker, Workbook]) -> None:
        sheet = next(sheet for sheet in made[0].sheets if sheet.id == name)
        for cell in LAYOUT[name].cells:
            column = next(column for column in sheet.columns if column.id == cell.field)
            if cell.kind == "day":
                rule = rule_of(made[1][sheet.name], column.name)
                assert (rule.type, rule.operator or "between", rule.formula1) == ("date", "between", "1")
                assert rule.error == "Write a day, like 2027-01-31."
            if cell.kind in ("whole", "money"):
                rule = rule_of(made[1][sheet.name], column.name)
                assert (rule.type, rule.operator, rule.formula1) == ("whole", "greaterThanOrEqual", "0")
                assert rule.error == "Write a whole number, 0 or more."

    def test_each_color_stands_for_a_word_in_the_same_row(self, made: tuple[Tracker, Workbook]) -> None:
        page = made[1]["Tasks"]
        due, stands = (cell.column_letter for cell in page[1] if cell.value in ("Due", "Stands"))
        rules = [rule for found in page.conditional_formatting for rule in found.rules]

        assert {rule.formula[0] for rule in rules} == {
            f'AND(${stands}2="{word}",{cell}2<>"")'
            for cell in (due, stands)
            for word in ("overdue", "due soon", "done")
        }

    @pytest.mark.fast
    @pytest.mark.parametrize("name", [*TONES, *HEADINGS])
    def test_colors_can_be_told_from_what_is_behind_them(self, name: str) -> None:
        back, ink = {**TONES, **HEADINGS}[name]

        assert contrast(back, ink) >= 7

    def test_the_first_sheet_says_what_comes_back(self, made: tuple[Tracker, Workbook]) -> None:
        texts = [str(cell.value) for row in made[1]["Read me"].iter_rows() for cell in row if cell.value]

        assert texts[0] == "Tracker of away rotations"
        assert any("guide update" in text for text in texts)
        assert made[1]["Read me"]["B3"].value == "=TODAY()"


def rule_of(page: Worksheet, heading: str) -> DataValidation:
    """What the cells below a heading accept."""
    place = next(cell.column_letter for cell in page[1] if cell.value == heading)
    rules = [rule for rule in page.data_validations.dataValidation if f"{place}2" in rule.sqref]
    return rules[0]


def offered(book: Workbook, rule: DataValidation) -> list[object]:
    """The words of a list, from the hidden sheet that it points to."""
    name, _, cells = rule.formula1.partition("!")
    return [cell.value for (cell,) in book[name.strip("'")][cells.replace("$", "")]]


def contrast(one: str, other: str) -> float:
    """The ratio of luminances, as the guidelines for accessible content reckon it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: str) -> float:
    parts = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


class TestTheFileItself:
    """The same bytes, nothing private outside the cells, nothing that runs or leads elsewhere."""

    def test_the_same_input_gives_the_same_bytes_in_another_process(self, of: dict[str, Tracker]) -> None:
        code = (
            "import sys; sys.path.insert(0, 'tests')\n"
            "from test_workbook import *; from generator.site import load_catalog\n"
            "catalog = load_catalog(ROOT / 'content', root=ROOT)\n"
            "profile = load_profile(EXAMPLES[0], catalog, as_of=AS_OF)\n"
            "print(hashlib.sha256(workbook(tracker(sight_of(profile, catalog)))).hexdigest())"
        )
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

        assert done.stdout.strip() == hashlib.sha256(workbook(of[EXAMPLES[0].stem])).hexdigest()

    @each
    def test_its_properties_name_nobody(self, name: str, of: dict[str, Tracker]) -> None:
        properties = opened(workbook(of[name])).properties

        assert (properties.title, properties.creator or "", properties.lastModifiedBy or "") == (of[name].title, "", "")
        assert {properties.created, properties.modified} == {datetime.combine(of[name].as_of, datetime.min.time())}
        assert not any((properties.subject, properties.keywords, properties.description, properties.category))

    @each
    def test_nothing_in_it_leads_elsewhere(self, name: str, of: dict[str, Tracker]) -> None:
        with zipfile.ZipFile(io.BytesIO(workbook(of[name]))) as package:
            names = package.namelist()
            relations = "".join(package.read(part).decode() for part in names if part.endswith(".rels"))

        assert 'TargetMode="External"' not in relations
        assert [part for part in names if re.search("vba|externalLink|connections|macro", part)] == []
        assert {info.date_time for info in zipfile.ZipFile(io.BytesIO(workbook(of[name]))).infolist()} == {
            (1980, 1, 1, 0, 0, 0)
        }

    @random(12)
    @given(st.lists(WRITTEN, min_size=6, max_size=6))
    def test_text_of_a_person_stays_text(self, catalog: Catalog, texts: list[str]) -> None:
        """Whatever it begins with, it is no formula and no link, and it is read as it was written."""
        host, writer, note, city, other, target = texts
        answers = {
            "inquiries": [{"host": host, "sent": "2026-11-01", "note": note}],
            "rotations": [{"host": other, "field": "medicine", "status": "booked", "city": city}],
            "letters": [{"writer": writer}],
            "targets": {"hosts": [target]},
        }
        book = tracker(sight_of(make_profile(answers), catalog))
        page = opened(workbook(book))
        said = [page["Inquiries"].cell(2, place).value for place in (2, 14)]

        assert said == [clean(host), clean(note)]
        assert all(is_plain(column, value, cell) for column, value, cell in every_cell(book, page))

    @random(60)
    @given(st.lists(ANYTHING, min_size=1, max_size=20))
    def test_any_text_at_all_stays_text(self, texts: list[str]) -> None:
        """What no profile takes does not break the file either."""
        sheet = Sheet("plain", "Plain", (Column("a", "A", "text"),), tuple(Row(text, (text,)) for text in texts))
        book = Tracker("T", Front("Read me", (), "Today", "Page"), Hints(*"abcde"), (), AS_OF, "", (sheet,))

        page = opened(workbook(book))

        assert all(is_plain(column, value, cell) for column, value, cell in every_cell(book, page))

    def test_what_is_only_for_the_person_is_not_in_it(self, catalog: Catalog) -> None:
        answers = {"explain": [{"kind": "other", "what": "PrivateReason"}], "strengths": ["PrivateStrength"]}
        content = workbook(tracker(sight_of(make_profile(answers), catalog)))

        with zipfile.ZipFile(io.BytesIO(content)) as package:
            assert [part for part in package.namelist() if b"Private" in package.read(part)] == []


def every_cell(book: Tracker, page: Workbook) -> Iterator[tuple[Column, Value, Cell]]:
    for sheet in book.sheets:
        yield from ((column, value, cell) for column, _, value, cell in cells_of(sheet, page[sheet.name]))


def is_plain(column: Column, value: Value, cell: Cell) -> bool:
    """One of our formulas; or no formula, no link, and just what was written."""
    if column.formula:
        return cell.data_type == "f"
    read = day_of(cell.value)
    return cell.data_type != "f" and cell.hyperlink is None and (None if read == "" else read) == shown(column, value)


@pytest.mark.fast
class TestCells:
    """What a cell can hold."""

    @pytest.mark.parametrize(
        ("text", "held"),
        [
            pytest.param("=1+1", "=1+1", id="a sign is no reason to change anything"),
            pytest.param("a\x00b\x1bc", "a\ufffdb\ufffdc", id="marks that no file can hold"),
            pytest.param("a\r\nb\rc", "a\nb\nc", id="ends of lines"),
            pytest.param("x" * MOST_LETTERS, "x" * MOST_LETTERS, id="as long as a cell"),
            pytest.param("x" * (MOST_LETTERS + 1), "x" * (MOST_LETTERS - 1) + "…", id="one more is cut"),
            pytest.param("😀" * 16384, "😀" * 16383 + "…", id="letters that count twice"),
        ],
    )
    def test_text(self, text: str, held: str) -> None:
        assert clean(text) == held


@pytest.fixture(scope="module")
def files(of: dict[str, Tracker], catalog: Catalog) -> dict[str, bytes]:
    """Workbooks on days that stand still: of people, of rows of every sort on two days, and one on a wrong day."""
    sight = sight_of(make_profile(), catalog)
    days = {f"typed-{days}": AS_OF + timedelta(days=days) for days in TYPED_AFTER}
    return {
        **{name: on_a_fixed_day(workbook(book), book.as_of) for name, book in of.items()},
        **{name: on_a_fixed_day(typed(sight, day), day) for name, day in days.items()},
        "wrong": on_a_fixed_day(workbook(of["example-fourth-year"]), AS_OF + timedelta(days=400)),
    }


@pytest.fixture(scope="module")
def again(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The same files as LibreOffice saves them after it has counted everything anew."""
    return recounted(files, tmp_path_factory.mktemp("office"))


@counted_again
class TestCountedAgain:
    """What LibreOffice counts is what the file says already."""

    @pytest.mark.parametrize("name", [path.stem for path in FILES])
    def test_no_formula_gives_an_error_or_anything_else(
        self, name: str, files: dict[str, bytes], again: dict[str, bytes]
    ) -> None:
        assert differences(files[name], again[name]) == []

    @pytest.mark.parametrize("days", TYPED_AFTER)
    def test_formulas_and_the_guide_agree_whatever_is_typed(
        self, days: int, files: dict[str, bytes], again: dict[str, bytes]
    ) -> None:
        assert differences(files[f"typed-{days}"], again[f"typed-{days}"]) == []

    def test_a_wrong_result_would_be_found(self, files: dict[str, bytes], again: dict[str, bytes]) -> None:
        assert len(differences(files["wrong"], again["wrong"])) > 20


def typed(sight: Sight, today: date) -> bytes:
    """A workbook with rows of every sort, as the guide reckons them on a day."""
    later = replace(sight, plan=replace(sight.plan, as_of=today))
    book = tracker(later)
    sheets = (Builder(later).sheet(one.id, lines(one)) if one.id in TYPED else one for one in book.sheets)
    return workbook(replace(book, sheets=tuple(sheets)))


def lines(sheet: Sheet) -> Iterator[Line]:
    """Every combination of these answers."""
    combined: list[dict[str, Value]] = [{}]
    for name, values in TYPED[sheet.id].items():
        combined = [{**row, name: value} for row in combined for value in values]
    return (Line(f"plan/{number}", row) for number, row in enumerate(combined))


def on_a_fixed_day(content: bytes, day: date) -> bytes:
    """The same file where today is a day that stands still."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as package, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as written:
        for info in package.infolist():
            fixed = f"DATE({day.year},{day.month},{day.day})".encode()
            written.writestr(info, package.read(info).replace(b"TODAY()", fixed))
    return held.getvalue()


def recounted(files: dict[str, bytes], folder: Path) -> dict[str, bytes]:
    """The files as LibreOffice saves them, by one program with settings of its own."""
    settings = folder / "office" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(ALWAYS, encoding="utf-8")
    paths = {name: folder / f"{name}.xlsx" for name in files}
    for name, path in paths.items():
        path.write_bytes(files[name])
    home = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    command = [str(SOFFICE), home, "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "out")]
    done = subprocess.run(
        [*command, *map(str, paths.values())], capture_output=True, text=True, check=False, timeout=600
    )
    assert all((folder / "out" / path.name).is_file() for path in paths.values()), done.stdout + done.stderr
    return {name: (folder / "out" / path.name).read_bytes() for name, path in paths.items()}


ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def differences(before: bytes, after: bytes) -> list[tuple[str, str, object, object]]:
    """Formulas whose result is an error, or is not what was written."""
    formulas, written, counted = opened(before), opened(before, values=True), opened(after, values=True)
    found = []
    for page in formulas.worksheets:
        for cell in (cell for row in page.iter_rows() for cell in row if cell.data_type == "f"):
            was, now = (day_of(book[page.title][cell.coordinate].value) or "" for book in (written, counted))
            if was != now or str(now).startswith(ERRORS):
                found.append((page.title, cell.coordinate, was, now))
    return found


class TestCsv:
    """Each sheet by itself."""

    @each
    def test_it_says_what_the_sheet_says(self, name: str, of: dict[str, Tracker]) -> None:
        for sheet in of[name].sheets:
            text = csv_file(sheet).decode("utf-8-sig")
            head, *body = csv.reader(io.StringIO(text, newline=""))

            assert head == [column.name for column in sheet.columns]
            table = body[: len(body) - len(sheet.sums)]
            expected = [
                [as_csv(shown(column, value)) for column, value in zip(sheet.columns, row.values, strict=True)]
                for row in sheet.rows
                if row.key
            ]
            assert [[unguarded(text) for text in row] for row in table] == expected
            assert [row[1] for row in body[len(table) :]] == [one.words for one in sheet.sums]

    def test_how_it_is_written(self, of: dict[str, Tracker]) -> None:
        content = csv_file(of["example-fourth-year"].sheets[0])

        assert content.startswith(b'\xef\xbb\xbf"Program or host","City"')
        assert content.endswith(b'"\r\n')

    @pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", '=HYPERLINK("http://x")'])
    def test_no_text_can_be_taken_for_a_formula(self, text: str) -> None:
        column = Column("a", "A", "text")
        sheet = Sheet("a", "A", (column, replace(column, id="b")), (Row("k", (text, -7)),))

        _, row = csv.reader(io.StringIO(csv_file(sheet).decode("utf-8-sig"), newline=""))

        assert row == ["'" + text, "-7"]


def as_csv(value: Value) -> str:
    return value.isoformat() if isinstance(value, date) else "" if value is None else str(value)


def unguarded(text: str) -> str:
    """The text without the apostrophe that keeps it from being a formula."""
    return text[1:] if re.match(r"'[=+\-@\t\r]", text) else text


class TestInTheSite:
    """The files arrive beside the pages."""

    def test_they_are_among_the_files_of_the_guide(self, catalog: Catalog) -> None:
        made = {
            output.path for output in build_outputs(make_profile(), catalog, as_of=AS_OF, look_for_press=lambda: None)
        }

        assert {f"downloads/{name}.csv" for name in (*LAYOUT, "programs", "applications", "costs", "tasks")} <= made
        assert "downloads/tracker.xlsx" in made

    def test_a_strict_build_has_them_and_does_not_search_them(self, catalog: Catalog, tmp_path: Path) -> None:
        site = built(EXAMPLES[0], tmp_path / "site", AS_OF)
        page = (site / "checklists" / "tracker" / "index.html").read_text(encoding="utf-8")
        index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
        profile = load_profile(EXAMPLES[0], catalog, as_of=AS_OF)

        assert 'href="../../downloads/tracker.xlsx"' in page
        assert opened((site / "downloads" / "tracker.xlsx").read_bytes()).sheetnames[0] == "Read me"
        assert (site / "downloads" / "tasks.csv").is_file()
        assert [entry for entry in index["docs"] if entry["location"].startswith("downloads/")] == []
        assert (site / "downloads" / "tracker.xlsx").read_bytes() == workbook(tracker(sight_of(profile, catalog)))
