"""Any changes that a person may make in the workbook come back, each once, and all else stays as it was."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.catalog import Catalog
from generator.cli import updating
from generator.downloads.layout import AS_MADE
from generator.profile import Profile
from generator.reading import build, parse
from update.trackers import AS_OF, TEXT, Book, keys, read, rearranged

SOME = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],
)
Work = Callable[[Path, Path], updating.Update]
TODAY = date.fromisoformat(AS_OF)
SHEETS = {
    "inquiries": "Inquiries",
    "rotations": "Rotations",
    "letters": "Letters",
    "documents": "Documents",
    "done": "Tasks",
}
ENTRIES = ("inquiries", "rotations", "letters", "documents")


class Answer(NamedTuple):
    """What somebody may write under a heading, and what the profile then says."""

    title: str
    field: str
    written: st.SearchStrategy[tuple[Any, Any]]


def same(values: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, Any]]:
    """What the profile says as it was written; an empty cell is unknown."""
    return st.one_of(st.just((None, None)), values.map(lambda value: (value, value)))


def words(**choices: str) -> st.SearchStrategy[tuple[Any, Any]]:
    """Words of a list, in capitals or not; `_` stands for a dash."""
    pairs = [(word, value.replace("_", "-")) for value, word in choices.items()]
    return st.one_of(
        st.just((None, None)),
        st.sampled_from([(way(word), value) for word, value in pairs for way in (str, str.upper)]),
    )


def days(first: date, last: date) -> st.SearchStrategy[tuple[Any, Any]]:
    """Days as dates or in letters."""
    return st.tuples(st.dates(first, last), st.sampled_from([None, "%Y-%m-%d", "%d %B %Y", "%b %d, %Y"])).map(
        lambda pair: (pair[0].strftime(pair[1]) if pair[1] else pair[0], pair[0])
    )


YES_NO = st.sampled_from([(None, None), ("Yes", True), ("no", False), (True, True), (False, False)])
LINES = st.one_of(
    st.sampled_from(
        ["no", "12:30", "0x1f", "a: b", "a #b", "- x", "[x]", "it's", '"x"', "Zürich 李 🙂", "<b>*x*</b>", "|"]
    ),
    st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=30),
).filter(lambda text: not re.match(r"=|#[A-Z]|unknown", text))
SENT = days(date(2026, 10, 1), date(2026, 11, 22))
EXPIRES = Answer("Runs out on", "expires", days(date(2026, 12, 1), date(2029, 12, 31)))
GONE = {  # the lines of an entry that is taken out, and the name of the list once it is empty
    "documents": ("document", "documents", "expires"),
    "done": ("settle-goals # on Monday", "survey-programs", "done"),
}
DONE = Answer("Done", "done", st.nothing())
IN_HAND, YES, NO = Answer("In hand", "in_hand", st.nothing()), "yes", "no"
NOTE = Answer("Note", "note", same(st.one_of(LINES, LINES.map("Line one\n\n{}".format))))
ANSWERS: Mapping[str, tuple[Answer, ...]] = {
    "inquiries": (
        Answer("Answered on", "answered", days(date(2026, 11, 10), TODAY)),
        Answer("Outcome", "outcome", words(open="Open", closed="Closed", ask_later="Ask again later")),
        NOTE,
    ),
    "rotations": (
        Answer("Status", "status", st.sampled_from([("Applied", "applied"), ("offered", "offered")])),
        Answer("Answer by", "answer_due", days(TODAY, date(2027, 3, 1))),
        Answer("City", "city", same(LINES)),
        Answer("State", "state", same(st.sampled_from(["NY", "GA"]))),
        Answer("Fee", "fee", same(st.integers(0, 9_999))),
    ),
    "letters": (
        Answer("Status", "status", words(possible="Possible", asked="Asked", promised="Promised")),
        Answer("Since", "date", days(date(2026, 1, 1), TODAY)),
        Answer("In the US", "us", YES_NO),
        Answer("Faculty", "faculty", YES_NO),
        Answer("Knows your work", "knows", words(well="Well", little="A little")),
    ),
    "documents": (EXPIRES,),
}
ADDED: Mapping[str, tuple[Answer, ...]] = {
    "inquiries": (Answer("Host", "host", LINES.map(lambda text: (text, text))), Answer("Sent on", "sent", SENT), NOTE),
    "letters": (
        Answer("Writer", "writer", LINES.map(lambda text: (f"Dr. {text}", f"Dr. {text}"))),
        *ANSWERS["letters"],
    ),
}


class Written(NamedTuple):
    """A cell that somebody fills."""

    section: str
    key: str
    answer: Answer
    value: Any
    says: Any


@st.composite
def changes(draw: Any, found: Mapping[str, list[str]]) -> list[Written]:
    """Some cells of some rows."""
    some: list[Written] = []
    for section, rows in ((name, found[name]) for name in ENTRIES):
        mine = [key for key in rows if key.startswith(f"{section}/")]
        for key in draw(st.sets(st.sampled_from(mine))):
            some += draw(cells(section, key, ANSWERS[section], fewest=0))
        if section in ADDED and draw(st.booleans()):
            some += draw(cells(section, "", ADDED[section], fewest=len(ADDED[section])))
    papers = [key for key in found["documents"] if key.startswith("plan/")]
    for key in draw(st.sets(st.sampled_from(papers), max_size=2)):
        some.append(Written("documents", key, IN_HAND, "Yes", YES))
        some += draw(cells("documents", key, (EXPIRES,), fewest=0))
    gone = draw(st.sets(st.sampled_from(["documents/0", "documents/1"])))
    to_do = [key for key in found["done"] if key.startswith("plan/")]
    done = draw(st.sets(st.sampled_from(to_do), max_size=3))
    undone = draw(st.sets(st.sampled_from(["done/0", "done/1"])))
    return [
        *some,
        *(Written("documents", key, IN_HAND, "no", NO) for key in sorted(gone)),
        *(Written("done", key, DONE, "Yes", YES) for key in sorted(done)),
        *(Written("done", key, DONE, "no", NO) for key in sorted(undone)),
    ]


@st.composite
def cells(draw: Any, section: str, key: str, answers: tuple[Answer, ...], *, fewest: int) -> list[Written]:
    """Some answers of one row, each once."""
    count = draw(st.integers(fewest, len(answers)))
    return [Written(section, key, answer, *draw(answer.written)) for answer in draw(st.permutations(answers))[:count]]


def after(some: list[Written]) -> Profile:
    """The profile with all of it said, worked out on plain values."""
    said: dict[str, Any] = build(Profile, parse(TEXT, "me.yml")).model_dump()
    entries: dict[tuple[str, str], dict[str, Any]] = {
        (section, f"{section}/{index}"): dict(entry) for section in ENTRIES for index, entry in enumerate(said[section])
    }
    ticked = {f"done/{index}": task for index, task in enumerate(said["done"])}
    for one in (one for one in some if one.section == "done"):
        ticked |= {one.key: one.key.removeprefix("plan/") if one.says == YES else ""}
    said["done"] = tuple(filter(None, ticked.values()))
    for one in (one for one in some if one.section in ENTRIES):
        name = one.key.removeprefix("plan/")
        entry = entries.setdefault((one.section, one.key), {"document": name} if one.section == "documents" else {})
        entry[one.answer.field] = one.says
    for section in ENTRIES:
        mine = (entry for (where, _), entry in entries.items() if where == section)
        said[section] = tuple(entry for entry in mine if entry.pop("in_hand", YES) == YES)
    return Profile.model_validate({"schema": said.pop("schema_"), **said})


def filled_in(made: bytes, some: list[Written], turn: Callable[[list[Any]], list[Any]]) -> Book:
    """The workbook with these cells filled, its rows in another order, and no sheet that is not needed."""
    book = Book(made)
    rows = {(one.section, one.key): book.row(SHEETS[one.section], one.key) for one in some}
    for one in some:
        sheet = SHEETS[one.section]
        book.sheet(sheet).cell(rows[one.section, one.key], book.column(sheet, one.answer.title)).value = one.value
    for sheet in SHEETS.values():
        rearranged(book.sheet(sheet), rows=turn)
    for name in set(book.book.sheetnames) - {*SHEETS.values(), AS_MADE}:
        book.book.remove(book.sheet(name))
    return book


@pytest.fixture
def rows(made: bytes) -> Mapping[str, list[str]]:
    """The keys of each sheet's rows."""
    return {section: keys(Book(made), sheet) for section, sheet in SHEETS.items()}


@pytest.fixture
def work(catalog: Catalog) -> Work:
    """What a workbook brings, with the project's own catalog."""
    return lambda path, tracker: updating.worked_out(path, tracker, catalog, as_of=TODAY)


@SOME
@given(data=st.data())
def test_what_was_changed_comes_back_once_and_nothing_else_moves(
    data: Any, made: bytes, rows: Mapping[str, list[str]], work: Work
) -> None:
    some = data.draw(changes(rows))
    turn = data.draw(st.sampled_from([list, lambda rows: rows[::-1], lambda rows: sorted(rows, key=repr)]))
    with TemporaryDirectory() as folder:
        path, tracker = Path(folder) / "me.yml", Path(folder) / "tracker.xlsx"
        path.write_text(TEXT, encoding="utf-8")
        filled_in(made, some, turn).book.save(tracker)

        updating.written(work(path, tracker))
        new = path.read_text(encoding="utf-8")
        again = work(path, tracker)
        path.with_name("me.yml.tracker.json").unlink()
        without_memory = work(path, tracker)

        assert sorted_lists(read(path)) == sorted_lists(after(some))
        assert (again.found.changes, again.new) == ((), new)
        assert (without_memory.found.changes, without_memory.new) == ((), new)
    gone = Counter(TEXT.splitlines()) - Counter(new.splitlines())
    gone_lines = (GONE.get(one.section, ()) if one.says == NO else () for one in some)
    names = {*(one.answer.field for one in some), *(name for lines in gone_lines for name in lines)}
    assert [line for line in gone if "{" not in line and line.split(":")[0].strip(" -") not in names] == []
    assert [comment for comment in re.findall(r" *# .*", TEXT) if comment not in new] == []


def sorted_lists(profile: Profile) -> dict[str, Any]:
    """The profile with its lists in an order that does not hang on which row of the workbook came first."""
    said: dict[str, Any] = profile.model_dump()
    return {name: sorted(value, key=repr) if isinstance(value, tuple) else value for name, value in said.items()}
