"""`guide update` and files: what is no tracker, what is asked before writing, and how a file is replaced."""

import io
import os
import random
import stat
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.cli import updating
from generator.downloads.layout import AS_MADE
from generator.editing import package, saving
from update.trackers import AS_OF, ROOT, TEXT, Book, run, update

Change = Callable[[bytes], bytes]
LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le")


def zipped(**parts: bytes) -> bytes:
    """A package of parts, `_` for a dot in their names and `__` for a slash."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return held.getvalue()


def with_part(name: str, edit: Change) -> Change:
    """A workbook in which one part is another."""

    def changed(content: bytes) -> bytes:
        held = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
            for part in old.infolist():
                new.writestr(part.filename, edit(old.read(part)) if part.filename == name else old.read(part))
        return held.getvalue()

    return changed


def edited(change: Callable[[Book], object]) -> Change:
    """A workbook in which somebody did something odd."""

    def changed(content: bytes) -> bytes:
        book, held = Book(content), io.BytesIO()
        change(book)
        book.book.save(held)
        return held.getvalue()

    return changed


def as_made(row: int, column: int, value: object) -> Change:
    """A workbook whose hidden sheet says something else."""
    return edited(lambda book: setattr(book.sheet(AS_MADE).cell(row, column), "value", value))


def without(sheet: str, title: str) -> Change:
    """A workbook without a column."""
    return edited(lambda book: book.sheet(sheet).delete_cols(book.column(sheet, title)))


ANEW = "take a new tracker from your guide, and copy your changes into it"
AS_XLSX = "open it in Excel or LibreOffice, choose File, Save as, and take the format Excel Workbook (.xlsx)"
ANOTHER_COPY = "open it in Excel or LibreOffice and save it again, or take a copy that opens there"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(lambda _: b"", "this is no workbook (give", id="an empty file"),
        pytest.param(lambda _: b"Host;Sent on\n", "this is no workbook (give", id="a text with commas"),
        pytest.param(lambda _: zipped(a_txt=b"x"), "this is no workbook (give", id="some other package"),
        pytest.param(lambda _: LOCKED, "this workbook is locked with a password (open it", id="a locked one"),
        pytest.param(lambda _: LOCKED[:400], f"this is a file of an older Excel (.xls) ({AS_XLSX})", id="xls"),
        pytest.param(
            lambda _: zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet", content_xml=b"<a/>"),
            f"this is a file of OpenDocument (.ods) ({AS_XLSX})",
            id="ods",
        ),
        pytest.param(
            with_part(
                "[Content_Types].xml", lambda xml: xml.replace(b"sheet.main+xml", b"sheet.macroEnabled.main+xml")
            ),
            f"this workbook holds macros (.xlsm) ({AS_XLSX})",
            id="xlsm",
        ),
        pytest.param(
            lambda _: zipped(xl__workbook_bin=b"x"), f"this is a binary workbook (.xlsb) ({AS_XLSX})", id="xlsb"
        ),
        pytest.param(lambda content: content[:9_000], f"it may be damaged ({ANOTHER_COPY})", id="half of one"),
        pytest.param(
            with_part("xl/workbook.xml", lambda _: b"<workbook"), f"it may be damaged ({ANOTHER_COPY})", id="broken XML"
        ),
        pytest.param(
            with_part(
                "xl/workbook.xml", lambda xml: xml.replace(b"<workbook", b"<!DOCTYPE a [<!ENTITY b 'c'>]><workbook")
            ),
            f"it may be damaged ({ANOTHER_COPY})",
            id="a document type",
        ),
        pytest.param(
            with_part("xl/styles.xml", lambda xml: xml + b" " * package.MOST_XML),
            "this workbook is far larger than a tracker gets (check that it is the right file)",
            id="a small file that unpacks into a large one",
        ),
        pytest.param(
            lambda content: content + bytes(package.LARGEST),
            "this workbook is far larger than a tracker gets (check that it is the right file)",
            id="a large file",
        ),
        pytest.param(
            edited(lambda book: book.book.remove(book.sheet(AS_MADE))),
            f"this is no tracker of the guide, or its hidden sheet is gone (give the name of your tracker; or {ANEW})",
            id="a workbook of another kind",
        ),
        pytest.param(
            as_made(1, 4, "3"),
            f"this workbook is of the format 3, and the guide reads the format 2 ({ANEW})",
            id="a tracker of another format",
        ),
        pytest.param(
            as_made(1, 1, "x"),
            f"the hidden sheet that says how this workbook was made is not as it was ({ANEW})",
            id="a hidden sheet without its head",
        ),
        pytest.param(
            as_made(5, 1, "x"),
            f"the hidden sheet that says how this workbook was made is not as it was ({ANEW})",
            id="a hidden sheet with a row of its own",
        ),
        pytest.param(
            as_made(9, 4, "a\ufeffb"),
            f"the hidden sheet that says how this workbook was made is not as it was ({ANEW})",
            id="a hidden sheet with a mark that no text holds",
        ),
        pytest.param(
            as_made(7, 3, "x"),
            f"the hidden sheet that says how this workbook was made is not as it was ({ANEW})",
            id="a hidden sheet that lacks a column",
        ),
        pytest.param(
            without("Letters", "key"),
            f"Letters: the hidden column at the front of this sheet is gone ({ANEW})",
            id="no keys",
        ),
        pytest.param(
            without("Letters", "Writer"),
            f"Letters: the column 'Writer' is gone (give it its heading back, or {ANEW})",
            id="no such column",
        ),
        pytest.param(
            edited(lambda book: setattr(book.sheet("Letters").cell(1, 30), "value", " writer")),
            "Letters: two columns are called 'Writer' (give the one that you added another heading)",
            id="a column twice",
        ),
        pytest.param(
            edited(lambda book: book.sheet("Letters").delete_rows(1, 99)),
            f"Letters: there are no headings in this sheet ({ANEW})",
            id="an empty sheet",
        ),
        pytest.param(
            edited(lambda book: book.book.remove(book.sheet("Letters"))),
            f"Letters: this sheet is gone (give it its name back, or {ANEW})",
            id="a sheet is gone",
        ),
    ],
)
def test_a_file_that_is_no_tracker_is_told_kindly(profile: Path, made: bytes, change: Change, said: str) -> None:
    result = update(profile, change(made), "--yes")

    assert result.exit_code == 1
    [told, nothing] = result.stderr.splitlines()
    assert said in told
    assert told.startswith(f"{profile.with_name('tracker.xlsx')}")
    assert nothing == "Nothing is written."
    assert profile.read_text(encoding="utf-8") == TEXT


def test_however_a_workbook_is_damaged_it_is_told_in_a_line(profile: Path, made: bytes) -> None:
    luck = random.Random(4)
    for _ in range(12):
        content = bytearray(made)
        for _ in range(luck.randint(1, 20)):
            content[luck.randrange(len(content))] = luck.randrange(256)

        result = update(profile, bytes(content), "--yes")

        assert result.exit_code == 0 or result.stderr.count("\n") == 2
        assert "Something in the guide itself" not in result.stderr
        assert profile.read_text(encoding="utf-8") == TEXT


def test_what_is_wrong_with_several_sheets_is_told_at_once(profile: Path, made: bytes) -> None:
    def change(book: Book) -> None:
        book.sheet("Letters").delete_cols(book.column("Letters", "Writer"))
        book.write("Inquiries", "inquiries/0", Sent_on="soon", Outcome="Perhaps")

    told = update(profile, edited(change)(made)).stderr.splitlines()

    assert len(told) == 4
    assert told[-1] == "Nothing is written."


@pytest.mark.parametrize(
    ("name", "said"),
    [
        pytest.param("none.xlsx", "none.xlsx: there is no such file", id="a missing file"),
        pytest.param("trakcer.xlsx", "(did you mean 'tracker.xlsx'?)", id="a misspelled file"),
        pytest.param(".", "this is a folder, not a file", id="a folder"),
    ],
)
def test_a_workbook_that_cannot_be_opened_is_told(profile: Path, made: bytes, name: str, said: str) -> None:
    update(profile, made)

    result = run("update", profile, f"{profile.parent}/{name}")

    assert result.exit_code == 1
    assert said in result.stderr


def test_a_profile_with_mistakes_is_mended_first(profile: Path, made: bytes) -> None:
    profile.write_text(TEXT.replace("status: enrolled", "status: enroled"), encoding="utf-8")

    result = update(profile, made, "--yes")

    assert result.exit_code == 1
    assert f"{profile}:5:18: expected enrolled or graduated" in result.stderr


def offered(made: bytes) -> bytes:
    """A workbook with one change."""
    return edited(lambda book: book.write("Rotations", "rotations/1", Status="Offered"))(made)


class TestAsking:
    """Nothing is written before somebody says yes."""

    def test_the_difference_comes_in_words_and_as_lines(self, profile: Path, made: bytes) -> None:
        told = update(profile, offered(made)).stdout.replace(f"{profile.parent}/", "").splitlines()

        assert told == [
            "tracker.xlsx changes me.yml:",
            "",
            "Rotations",
            "- Hill Hospital, psychiatry: Status: Applied → Offered",
            "",
            "--- me.yml",
            "+++ me.yml as it would be",
            "@@ -27,7 +27,7 @@",
            "   last: 2027-05-02",
            " - host: Hill Hospital",
            "   field: psychiatry",
            "-  status: applied",
            "+  status: offered",
            "   fee: 500",
            " ",
            " inquiries:",
        ]

    def test_without_a_terminal_nothing_is_written(self, profile: Path, made: bytes) -> None:
        result = update(profile, offered(made), answer="y\n")

        assert (result.exit_code, result.stderr) == (1, "To write these changes, add --yes.\nNothing is written.\n")
        assert sorted(path.name for path in profile.parent.iterdir()) == ["me.yml", "tracker.xlsx"]
        assert profile.read_text(encoding="utf-8") == TEXT

    @pytest.mark.parametrize(("answer", "status"), [("y\n", 0), ("n\n", 1), ("\n", 1), ("", 1)])
    def test_at_a_terminal_it_asks(
        self, profile: Path, made: bytes, answer: str, status: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(updating, "at_a_terminal", lambda: True)

        result = update(profile, offered(made), answer=answer)

        assert "Write these changes? [y/N]" in result.stdout
        assert result.exit_code == status
        assert (profile.read_text(encoding="utf-8") == TEXT) is bool(status)

    def test_yes_writes_and_says_where_the_old_file_is(self, profile: Path, made: bytes) -> None:
        result = update(profile, offered(made), "--yes")

        assert result.exit_code == 0
        assert result.stdout.endswith(f"{profile} is written. As it was before, it is kept in me.yml.bak.\n")
        assert profile.with_name("me.yml.bak").read_text(encoding="utf-8") == TEXT


def full_after(times: int) -> Callable[[int], None]:
    """A disk that has room for so many files and is full then."""
    room = iter(range(times))

    def kept(_: int) -> None:
        if next(room, None) is None:
            raise OSError(28, "No space left on device")

    return kept


class TestReplacing:
    """The file is whole at any time, and as private as it was."""

    def test_permissions_stay_and_no_scraps_are_left(self, profile: Path, made: bytes) -> None:
        profile.chmod(0o600)

        update(profile, offered(made), "--yes")

        names = {path.name: stat.S_IMODE(path.stat().st_mode) for path in profile.parent.glob("*me*")}
        assert names == {"me.yml": 0o600, "me.yml.bak": 0o600, "me.yml.tracker.json": 0o600}

    @pytest.mark.skipif(os.name == "nt", reason="links need special rights on Windows")
    def test_a_link_stays_a_link(self, profile: Path, made: bytes) -> None:
        real = profile.parent / "elsewhere" / "real.yml"
        real.parent.mkdir()
        profile.rename(real)
        profile.symlink_to(real)

        update(profile, offered(made), "--yes")

        assert profile.is_symlink()
        assert "  status: offered\n  fee: 500" in real.read_text(encoding="utf-8")

    def test_line_ends_and_a_byte_order_mark_stay(self, profile: Path, made: bytes) -> None:
        old = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()
        profile.write_bytes(old)

        update(profile, offered(made), "--yes")

        assert profile.read_bytes() == old.replace(b"status: applied", b"status: offered")

    def test_a_file_that_was_saved_meanwhile_is_not_overwritten(self, tmp_path: Path) -> None:
        path = tmp_path / "me.yml"
        path.write_bytes(b"new")

        with pytest.raises(saving.GuideError) as error:
            saving.replaced(path, old=b"old", new=b"newer", file="me.yml")

        assert "me.yml: this file was changed while you looked at the difference" in str(error.value)
        assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("me.yml", b"new")]

    @pytest.mark.parametrize("times", [0, 1])
    def test_what_goes_wrong_while_writing_leaves_the_file(
        self, profile: Path, made: bytes, monkeypatch: pytest.MonkeyPatch, times: int
    ) -> None:
        monkeypatch.setattr(os, "fsync", full_after(times))

        result = update(profile, offered(made), "--yes")

        told = f"{profile}: this file can't be written: no space left on device (it is as it was)\n"
        assert (result.exit_code, result.stderr) == (1, told)
        assert {path.name for path in profile.parent.iterdir()} - {"me.yml.bak"} == {"me.yml", "tracker.xlsx"}
        assert profile.read_text(encoding="utf-8") == TEXT

    def test_a_memory_that_cannot_be_written_is_told_and_the_profile_is_written(
        self, profile: Path, made: bytes, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(os, "fsync", full_after(2))

        result = update(profile, offered(made), "--yes")

        assert (result.exit_code, result.stderr) == (0, "")
        assert result.stdout.splitlines()[-2:] == [
            f"{profile} is written. As it was before, it is kept in me.yml.bak.",
            "me.yml.tracker.json can't be written: no space left on device. Go on with a new workbook, not this one.",
        ]
        assert "  status: offered\n  fee: 500" in profile.read_text(encoding="utf-8")


def test_the_day_decides_what_is_still_ahead(profile: Path, made: bytes) -> None:
    book = edited(lambda book: book.write("Inquiries", "inquiries/0", Answered_on=date(2026, 12, 1)))(made)
    profile.with_name("tracker.xlsx").write_bytes(book)
    command = ("update", profile, profile.with_name("tracker.xlsx"), "--yes", "--as-of")

    assert "which is still ahead" in run(*command, AS_OF).stderr
    assert run(*command, "2026-12-02").exit_code == 0


def test_the_folder_of_profiles_keeps_the_copy_and_the_memory_out_of_git() -> None:
    ignored = (ROOT / "profiles" / ".gitignore").read_text(encoding="utf-8").splitlines()

    assert "*" in ignored
    assert not [line for line in ignored if line.startswith("!") and ("bak" in line or "tracker" in line)]
