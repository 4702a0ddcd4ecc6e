"""A profile's text changed in place: the answers that were meant, and not one character more."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.editing import Append, Edit, Remove, Set, edited
from generator.editing.scalars import as_read
from generator.errors import GuideError
from generator.profile import Inquiry
from generator.reading import parse
from generator.reading.files import LINE_ENDS

pytestmark = pytest.mark.fast

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = sorted((ROOT / "profiles").glob("example-*.yml"))
QUICK = settings(
    max_examples=40, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
ANSWERED = Set("inquiries", 0, "answered", "2026-11-10")
HILL = Append("inquiries", (("host", "Hill Hospital"), ("sent", "2026-11-12")))
CV = Append("documents", (("document", "cv"),))


@pytest.mark.parametrize(
    ("before", "edit", "after"),
    [
        pytest.param("answered: unknown", ANSWERED, "answered: 2026-11-10", id="unknown"),
        pytest.param("answered: 2026-01-01 # at last", ANSWERED, "answered: 2026-11-10 # at last", id="a comment"),
        pytest.param("answered:", ANSWERED, "answered: 2026-11-10", id="nothing yet"),
        pytest.param("answered:   # not yet", ANSWERED, "answered: 2026-11-10   # not yet", id="only a comment yet"),
        pytest.param("answered:    '2026-01-01'  ", ANSWERED, "answered:    '2026-11-10'  ", id="quotes and blanks"),
        pytest.param('answered: "2026-01-01"', ANSWERED, 'answered: "2026-11-10"', id="double quotes"),
        pytest.param(
            "sent: 2026-11-01", ANSWERED, "sent: 2026-11-01\n    answered: 2026-11-10", id="a line is missing"
        ),
        pytest.param(
            "sent: 2026-11-01 # by\n            # mail\n    # more",
            ANSWERED,
            "sent: 2026-11-01 # by\n            # mail\n    answered: 2026-11-10\n    # more",
            id="a comment that goes on",
        ),
        pytest.param(
            "outcome: open\n    note: x",
            ANSWERED,
            "answered: 2026-11-10\n    outcome: open\n    note: x",
            id="a line before others",
        ),
        pytest.param(
            "note: |\n      one\n\n      two\n\n    sent: 2026-11-01",
            Set("inquiries", 0, "note", "three"),
            "note: three\n\n    sent: 2026-11-01",
            id="a text over several lines",
        ),
        pytest.param(
            "note: >- # folded\n      one\n      two",
            Set("inquiries", 0, "note", "a: b"),
            'note: "a: b" # folded',
            id="a folded text with a comment",
        ),
        pytest.param(
            "note: one\n      two\n      three # end",
            Set("inquiries", 0, "note", "four\nfive"),
            'note: "four\\nfive" # end',
            id="a text that goes on without quotes",
        ),
        pytest.param(
            "note: |+\n      keep\n\n\n    sent: 2026-11-01",
            ANSWERED,
            "note: |+\n      keep\n\n\n    sent: 2026-11-01\n    answered: 2026-11-10",
            id="blank lines that belong to a text",
        ),
        pytest.param(
            "answered: 2026-11-01", Set("inquiries", 0, "answered", None), "answered: unknown", id="to unknown"
        ),
    ],
)
def test_one_answer_becomes_another(before: str, edit: Edit, after: str) -> None:
    head = "# mine\ninquiries:\n\n  - host: Hill # a hill\n    "
    tail = "\n# below\nseason: 2028"

    assert edited(head + before + tail, "me.yml", [edit]) == head + after + tail


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("{host: A}", "{host: A, answered: 2026-11-10}", id="one name"),
        pytest.param(
            "{ host: A , outcome: open } # x", "{ host: A, answered: 2026-11-10 , outcome: open } # x", id="blanks"
        ),
        pytest.param("{host: A, answered: }", "{host: A, answered: 2026-11-10 }", id="nothing"),
        pytest.param('{"host": "A", "answered":"unknown"}', '{"host": "A", "answered":"2026-11-10"}', id="like JSON"),
        pytest.param(
            "{host: A, # the first\n     sent: 2026-11-01}",
            "{host: A, # the first\n     sent: 2026-11-01, answered: 2026-11-10}",
            id="over two lines",
        ),
    ],
)
@pytest.mark.parametrize(
    ("head", "tail"),
    [
        pytest.param("inquiries:\n- ", "\nseason: 2028\n", id="in a list of lines"),
        pytest.param("inquiries: [", "]\n", id="in a list in brackets"),
        pytest.param("{inquiries: [", "], season: 2028}", id="in a file in braces"),
    ],
)
def test_one_answer_within_braces(head: str, before: str, after: str, tail: str) -> None:
    if "# x" in before and "[" in head:
        before, after, tail = f"{before}\n", f"{after}\n", f" {tail}"

    assert edited(head + before + tail, "me.yml", [ANSWERED]) == head + after + tail


@pytest.mark.parametrize(
    ("before", "edit", "after"),
    [
        pytest.param(
            "inquiries: [] # none\ndocuments: []\n",
            HILL,
            "inquiries: # none\n  - host: Hill Hospital\n    sent: 2026-11-12\ndocuments: []\n",
            id="an empty list",
        ),
        pytest.param(
            "inquiries: unknown\ndocuments: []\n",
            HILL,
            "inquiries:\n  - host: Hill Hospital\n    sent: 2026-11-12\ndocuments: []\n",
            id="unknown",
        ),
        pytest.param("documents:", CV, "documents:\n  - document: cv", id="nothing, and no line end"),
        pytest.param("# a\nseason: 2028\n", CV, "# a\nseason: 2028\ndocuments:\n  - document: cv\n", id="no such list"),
        pytest.param(
            "a: 1\r\n\r\nb: 2\r\n",
            CV,
            "a: 1\r\n\r\nb: 2\r\n\r\ndocuments:\r\n  - document: cv\r\n",
            id="no such list, parts set apart, lines as on Windows",
        ),
        pytest.param("a: 1\n...\n", CV, "a: 1\ndocuments:\n  - document: cv\n...\n", id="before the end mark"),
        pytest.param(
            "letters:\n- writer: A\nseason: 2028",
            CV,
            "letters:\n- writer: A\nseason: 2028\ndocuments:\n- document: cv",
            id="set in like other lists",
        ),
        pytest.param(
            "documents:\n    -   document: a # x\n        # y\n    # z\nseason: 2028\n",
            Append("documents", (("document", "cv"), ("expires", "2027-01-31"))),
            "documents:\n    -   document: a # x\n        # y\n    -   document: cv\n        expires: 2027-01-31\n"
            "    # z\nseason: 2028\n",
            id="set in far",
        ),
        pytest.param(
            "documents:\n- {document: a}\n\nseason: 2028\n",
            Append("documents", (("document", "cv"), ("expires", "2027-01-31"))),
            "documents:\n- {document: a}\n- {document: cv, expires: 2027-01-31}\n\nseason: 2028\n",
            id="entries in braces",
        ),
        pytest.param(
            "documents: [{document: a}]\n", CV, "documents: [{document: a}, {document: cv}]\n", id="a list in brackets"
        ),
        pytest.param(
            "documents: [ # none\n  ]\n", CV, "documents: [{document: cv} # none\n  ]\n", id="a comment inside"
        ),
        pytest.param("{season: 2028}", CV, "{season: 2028, documents: [{document: cv}]}", id="a file in braces"),
        pytest.param("{documents: [], a: 1}", CV, "{documents: [{document: cv}], a: 1}", id="an empty list in braces"),
        pytest.param("{documents: unknown}", CV, "{documents: [{document: cv}]}", id="unknown in braces"),
    ],
)
def test_one_more_entry(before: str, edit: Edit, after: str) -> None:
    assert edited(before, "me.yml", [edit]) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            "documents:\n  - document: a # x\n\n    expires: 2027-01-31\n  # between\n  - document: b\n",
            "documents:\n  # - document: a # x\n\n  #   expires: 2027-01-31\n  # between\n  - document: b\n",
            id="its lines become comments",
        ),
        pytest.param("documents: # mine\n- document: a", "documents: [] # mine\n# - document: a", id="the last one"),
        pytest.param("documents: [{document: a}, {document: b}]", "documents: [{document: b}]", id="first in brackets"),
        pytest.param("documents: [{document: a}]", "documents: []", id="alone in brackets"),
    ],
)
def test_the_first_entry_counts_no_longer(before: str, after: str) -> None:
    assert edited(before, "me.yml", [Remove("documents", 0)]) == after


def test_edits_mean_the_places_that_entries_had_before() -> None:
    before = "documents:\n- document: a\n- document: b\n- document: c\n"
    edits = [Remove("documents", 0), CV, Remove("documents", 1), Set("documents", 2, "expires", "2027-01-31")]

    assert edited(before, "me.yml", edits) == (
        "documents:\n# - document: a\n# - document: b\n- document: c\n  expires: 2027-01-31\n- document: cv\n"
    )


def test_a_byte_order_mark_stays() -> None:
    assert edited("\ufeffdocuments: []", "me.yml", [CV]) == "\ufeffdocuments:\n  - document: cv"


@pytest.mark.parametrize(
    ("text", "edit", "said"),
    [
        pytest.param(
            "documents: [{document: a} # x\n  , {document: b}]",
            Remove("documents", 0),
            "me.yml:1:13: the way in which this is written can't be changed without changing more "
            "(take this entry out yourself)",
            id="a comment would be lost",
        ),
        pytest.param(
            "inquiries: [{host: A, answered}]",
            ANSWERED,
            "me.yml:1:23: the way in which this is written can't be changed without changing more "
            "(write answered: 2026-11-10 here yourself)",
            id="a name without a colon",
        ),
    ],
)
def test_what_cannot_be_changed_alone_is_told(text: str, edit: Edit, said: str) -> None:
    with pytest.raises(GuideError) as error:
        edited(text, "me.yml", [edit])

    assert str(error.value) == said


# --- Any layout, any edits ---

TEXTS = st.one_of(
    st.sampled_from(
        ["open", "no", "12", "0x1f", "12:30", "a: b", "a #b", "- x", "[x", "it's", '"x"', "ü 李 🙂", "x\ny"]
    ),
    st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=12).map(str.strip).filter(bool),
)
DAYS = st.dates().map(str)
VALUES = {"host": TEXTS, "sent": DAYS, "answered": DAYS, "outcome": TEXTS, "note": TEXTS}


@st.composite
def layouts(draw: Any) -> tuple[str, list[dict[str, str]]]:
    """The text of a file with inquiries and much else, and what its inquiries say."""
    newline = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    gap = st.sampled_from(["", "", f"{newline}", f"# c{draw(st.integers(0, 9))}{newline}", f"   # far{newline}"])
    column, beyond = draw(st.sampled_from([0, 1, 2, 4])), draw(st.sampled_from([2, 3, 4]))
    entries, lines = [], []
    for _ in range(draw(st.integers(0, 4))):
        names = [
            name
            for name in Inquiry.model_fields
            if name in ("host", "sent") or (name in VALUES and draw(st.booleans()))
        ]
        entry = {name: draw(VALUES[name]) for name in names}
        entries.append(entry)
        if draw(st.booleans()):
            told = ", ".join(f"{name}: {quoted(value)}" for name, value in entry.items())
            lines.append(f"{' ' * column}- {{ {told} }}{draw(comments)}{newline}")
            continue
        for number, (name, value) in enumerate(entry.items()):
            front = " " * (column + beyond) if number else f"{' ' * column}-".ljust(column + beyond)
            lines.append(f"{front}{name}: {quoted(value)}{draw(comments)}{newline}")
            lines.append(draw(gap))
    empty = draw(st.sampled_from([" []", " unknown", "", "  []  # none"]))
    body = f"inquiries:{draw(comments)}{newline}" + "".join(lines) if entries else f"inquiries:{empty}{newline}"
    before, after = f"# top{newline}a: [p, q] # z{newline}", f"{draw(gap)}b: 'it''s'{newline}c:{newline}  - d # e"
    mark, end = draw(st.sampled_from(["", "\ufeff"])), draw(st.sampled_from(["", newline, newline * 2]))
    return mark + before + body + after + end, entries


comments = st.sampled_from(["", "", " # why", "   #", "  "])


def quoted(value: str) -> str:
    """A text in quotes that hold anything."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


@st.composite
def edits_of(draw: Any, count: int) -> list[Edit]:
    """Some edits, no answer twice."""
    edits: list[Edit] = []
    for index in range(count):
        if draw(st.integers(0, 4)) == 0:
            edits.append(Remove("inquiries", index))
            continue
        for name in draw(st.sets(st.sampled_from(list(VALUES)), max_size=3)):
            edits.append(Set("inquiries", index, name, draw(st.one_of(st.none(), VALUES[name]))))
    for _ in range(draw(st.integers(0, 2))):
        edits.append(Append("inquiries", (("host", draw(TEXTS)), ("sent", draw(DAYS)))))
    return draw(st.permutations(edits))


@QUICK
@given(st.data())
def test_any_edits_in_any_layout_leave_all_else_alone(data: Any) -> None:
    text, entries = data.draw(layouts())
    edits = data.draw(edits_of(len(entries)))

    after = edited(text, "me.yml", edits)

    assert said_by(after) == expected(entries, edits) or not edits
    assert comments_in(text) <= comments_in(after)
    assert untouched(text, after, edits)
    assert set(LINE_ENDS.findall(after)) <= set(LINE_ENDS.findall(text)) | {"\n"}
    rest = parse(after, "me.yml").value
    assert {name: rest[name] for name in "abc"} == {"a": ["p", "q"], "b": "it's", "c": ["d"]}


def said_by(text: str) -> Any:
    """The inquiries of a file."""
    return parse(text, "me.yml").value["inquiries"]


def expected(entries: Sequence[dict[str, str]], edits: Sequence[Edit]) -> list[dict[str, Any]]:
    """The inquiries after the edits, worked out on plain values."""
    kept: list[dict[str, Any] | None] = [dict(entry) for entry in entries]
    for edit in edits:
        if isinstance(edit, Set):
            kept[edit.index][edit.field] = as_read(edit.value)  # type: ignore[index]
    for edit in edits:
        if isinstance(edit, Remove):
            kept[edit.index] = None
    return [
        *(one for one in kept if one is not None),
        *(dict(edit.entry) for edit in edits if isinstance(edit, Append)),
    ]


def comments_in(text: str) -> set[str]:
    """What stands behind the signs of comments; the texts of these layouts hold none at a line's end."""
    return set(re.findall(r"# (?:why|top|z|e|c\d|far|none)\b", text))


def untouched(before: str, after: str, edits: Sequence[Edit]) -> bool:
    """No more lines have gone than edits can touch, and each that has gone is one that an edit speaks of."""
    gone = Counter(LINE_ENDS.split(before)) - Counter(LINE_ENDS.split(after))
    removed = {edit.index for edit in edits if isinstance(edit, Remove)}
    names = {edit.field for edit in edits if isinstance(edit, Set)} | ({*VALUES} if removed else set())
    return all(
        "inquiries:" in line or "{" in line or any(re.match(rf"[ -]*{name}:", line) for name in names) for line in gone
    )


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_keeps_every_line(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    after = edited(text, path.name, [HILL, CV])

    gone = Counter(text.splitlines()) - Counter(after.splitlines())
    assert sorted(gone) in ([], ["inquiries: []"])
