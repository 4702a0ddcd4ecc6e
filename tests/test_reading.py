"""The reading room: YAML to typed data, and the words for every mistake."""

from collections.abc import Callable
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, Literal, Self

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import AfterValidator, Field, ValidationError, model_validator

from generator.errors import GuideError, Place, Problem
from generator.prose import Prose
from generator.reading import (
    Day,
    Id,
    Line,
    Maybe,
    Model,
    Text,
    Words,
    build,
    expected,
    mistake,
    nearest,
    parse,
    read_yaml,
)
from generator.reading.strict import parse_with

pytestmark = pytest.mark.fast

CASES = Path(__file__).parent / "cases" / "messages" / "yaml"
PARSERS = [
    pytest.param(yaml.CSafeLoader, id="libyaml"),
    pytest.param(yaml.SafeLoader, id="pure Python, as in a browser"),
]
QUICK = settings(
    max_examples=60, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


def weekday(word: str) -> str:
    """Only days on which someone works."""
    if word == "monday":
        raise ValueError("nobody works on monday")
    return word


class Degree(Enum):
    """What they will be."""

    DO = "do"
    MD = "md"


class School(Model):
    """A group inside a group."""

    id: Id
    limit: Maybe[Annotated[int, Field(ge=0, le=50)]] = None


class Exam(Model):
    """One kind of event."""

    kind: Literal["exam"]
    score: int


class Leave(Model):
    """Another kind of event."""

    kind: Literal["leave"]
    days: int

    @model_validator(mode="after")
    def short(self) -> Self:
        """Thirteen is too many."""
        if self.days > 12:
            raise mistake(f"{self.days} days are too many", "take at most 12", at=["days"])
        return self


class Person(Model):
    """A model with every type of the room in it."""

    name: Line
    season: Annotated[int, Field(ge=2025, le=2040)]
    degree: Degree = Degree.MD
    starts: Maybe[Day] = None
    graduates: Maybe[Day] = None
    note: Maybe[Text] = None
    nick: Maybe[Line] = None
    intro: Words | None = None
    school: School | None = None
    schools: tuple[School, ...] = ()
    tags: frozenset[Id] = frozenset()
    few: Annotated[tuple[Line, ...], Field(min_length=1)] = ("one",)
    couples: bool = False
    rate: float = 0.0
    night: Maybe[Annotated[Literal["friday", "monday"], AfterValidator(weekday)]] = None
    best: Day | Literal["open"] = "open"
    counts: dict[Id, int] = Field(default_factory=dict)
    events: tuple[Annotated[Exam | Leave, Field(discriminator="kind")], ...] = ()
    either: Exam | Leave | None = None
    hosts: Line | tuple[Line, ...] = ()

    @model_validator(mode="after")
    def in_order(self) -> Self:
        """Nobody graduates before they start."""
        if self.starts and self.graduates and self.graduates < self.starts:
            raise mistake("they graduate before they start", "exchange the two", at=["graduates"])
        return self


def cases(file: str) -> list[Any]:
    """The cases in a file, each with its name."""
    entries = yaml.safe_load((CASES / file).read_text(encoding="utf-8"))
    return [pytest.param(entry["text"], entry["says"].rstrip("\n"), id=entry["name"]) for entry in entries]


def read(text: str) -> Any:
    """The values in a text."""
    return parse(text, "ana.yml").value


def person(more: str = "") -> Person:
    """A person of whom only the given lines matter."""
    return build(Person, parse("name: Ana\nseason: 2028\n" + more, "ana.yml"))


def message(path: Path) -> str:
    """What the owner of a broken file reads."""
    with pytest.raises(GuideError) as error:
        read_yaml(path, file="ana.yml")
    return str(error.value)


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(("text", "says"), [*cases("traps.yml"), *cases("syntax.yml")])
def test_a_broken_text_is_explained(text: str, says: str, parser: Any) -> None:
    """Whichever parser reads it."""
    with pytest.raises(GuideError) as error:
        parse_with(parser, text, "ana.yml")

    assert str(error.value) == says


@pytest.mark.parametrize(("text", "says"), cases("types.yml"))
def test_a_wrong_value_is_explained(text: str, says: str) -> None:
    """With the line on which it stands."""
    with pytest.raises(GuideError) as error:
        build(Person, parse(text, "ana.yml"))

    assert str(error.value) == says


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    ("written", "value"),
    [
        pytest.param("2027-01-31", "2027-01-31", id="a day stays text"),
        pytest.param("2027-01-31 10:00:00", "2027-01-31 10:00:00", id="a day with a time stays text"),
        pytest.param("", None, id="nothing is None"),
        pytest.param("true", True, id="true"),
        pytest.param("'no'", "no", id="a quoted no is a word"),
        pytest.param('"12:30"', "12:30", id="a quoted time is text"),
        pytest.param("'null'", "null", id="a quoted null is a word"),
        pytest.param("-7", -7, id="a number below zero"),
        pytest.param("0", 0, id="zero"),
        pytest.param("0.5", 0.5, id="a zero before the point is no trap"),
        pytest.param("1e3", 1000.0, id="an exponent"),
        pytest.param("1:75", "1:75", id="minutes end at 59"),
        pytest.param("none", "none", id="a word that is nearly a trap"),
        pytest.param("“Why” it matters", "“Why” it matters", id="curly quotes inside a text"),
        pytest.param("x # y", "x", id="a comment"),
        pytest.param("[a, [b]]", ["a", ["b"]], id="lists in one line"),
        pytest.param("|\n  x\n  \ty\n", "x\n\ty\n", id="a tab in an indented text"),
        pytest.param("x # a\ttab", "x", id="a tab in a comment"),
        pytest.param("'a\tb'", "a\tb", id="a tab in quotes"),
    ],
)
def test_what_is_no_trap_is_read_as_written(written: str, value: object, parser: Any) -> None:
    """Nothing else changes its type."""
    actual = parse_with(parser, f"a: {written}", "ana.yml").value

    assert actual == {"a": value}
    assert type(actual["a"]) is type(value)


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[" * 10_000, id="brackets"),
        pytest.param("{a: " * 10_000, id="braces"),
        pytest.param("a:\n" + "".join(" " * depth + "a:\n" for depth in range(1, 999)), id="indentation"),
        pytest.param("- " * 10_000, id="dashes"),
        pytest.param("? " * 10_000, id="question marks"),
    ],
)
def test_deep_nesting_is_refused(text: str, parser: Any) -> None:
    """Without running out of stack."""
    with pytest.raises(GuideError, match="more than 50 lists and names stand inside each other"):
        parse_with(parser, text, "ana.yml")


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("code", ["\\U99999999", "\\U00110000", "\\xzz", "\\q"])
def test_a_code_that_is_none_is_explained(code: str, parser: Any) -> None:
    """Also those at which the pure parser trips."""
    with pytest.raises(GuideError, match=r"^ana\.yml:1:\d: a backslash inside") as error:
        parse_with(parser, f'a: "{code}"', "ana.yml")

    assert len(error.value.problems) == 1


def test_fifty_levels_are_enough_for_anyone() -> None:
    """The limit itself is allowed."""
    assert read("{a: " * 50 + "1" + "}" * 50) is not None
    with pytest.raises(GuideError):
        read("{a: " * 51 + "1" + "}" * 51)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(
            "a: é".encode("latin-1"),
            ":1:4: the byte 0xe9 is not part of UTF-8 text (save it again as UTF-8 text)",
            id="Latin-1",
        ),
        pytest.param(
            "a: 1".encode("utf-16"),
            ": this file is saved as UTF-16 (save it again as UTF-8 text)",
            id="UTF-16",
        ),
        pytest.param(
            b"a: 1\nb: \x00\n",
            ":2:4: the character U+0000 cannot stand in this file (delete it; most editors do not show it;"
            " or the file is no UTF-8 text, then save it again as UTF-8 text)",
            id="NUL",
        ),
        pytest.param(
            "a: x\u2028".encode(),
            ":1:5: the character U+2028 cannot stand in this file (delete it; most editors do not show it)",
            id="a line end that does not show",
        ),
        pytest.param(
            b"a: " + b"x" * 999_998,
            ": this file is larger than 1,000,000 bytes (check that it is the right file, or split it)",
            id="too large",
        ),
        pytest.param(b"", ": there is nothing in this file (write lines of the form name: value)", id="empty"),
    ],
)
def test_bytes_that_are_no_text_are_explained(tmp_path: Path, content: bytes, says: str) -> None:
    """The place is counted in characters."""
    file = tmp_path / "ana.yml"
    file.write_bytes(content)

    assert message(file) == "ana.yml" + says


def test_a_million_bytes_are_read(tmp_path: Path) -> None:
    """The limit itself is allowed."""
    file = tmp_path / "ana.yml"
    file.write_bytes(b"a: " + b"x" * 999_997)

    assert read_yaml(file).value == {"a": "x" * 999_997}


def test_every_odd_character_is_reported_once() -> None:
    """At its first place."""
    with pytest.raises(GuideError) as error:
        parse("a: \x01\nb: \x7f\x01\n", "ana.yml")

    assert [problem.where.line for problem in error.value.problems] == [1, 2]


def test_every_tab_is_reported() -> None:
    """Where the parser does not stop at the first."""
    with pytest.raises(GuideError) as error:
        parse_with(yaml.CSafeLoader, "a:\t\t1\nb: x\ty\n", "ana.yml")

    assert [str(problem.where) for problem in error.value.problems] == ["ana.yml:1:3", "ana.yml:2:5"]


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    """Windows editors write one; columns do not count it."""
    file = tmp_path / "ana.yml"
    file.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")

    document = read_yaml(file)
    assert document.value == {"a": 1, "b": 2}
    assert document.keys["a",] == Place(file.as_posix(), 1, 1)
    assert document.key(("b",)) == Place(file.as_posix(), 2, 1)


def test_a_missing_file_offers_its_neighbor(tmp_path: Path) -> None:
    """Nearest name first."""
    (tmp_path / "anna.yml").touch()

    assert message(tmp_path / "ana.yml") == "ana.yml: there is no such file (did you mean 'anna.yml'?)"
    assert message(tmp_path / "no" / "x.yml") == "ana.yml: there is no such file"


def test_what_cannot_be_opened_is_explained(tmp_path: Path) -> None:
    """A folder, a circle of links, a name that no system allows."""
    (tmp_path / "circle.yml").symlink_to("circle.yml")

    assert message(tmp_path) == "ana.yml: this is a folder, not a file (give the name of a file in it)"
    assert "cannot be opened: too many levels of symbolic links" in message(tmp_path / "circle.yml")
    assert "cannot be opened: embedded null byte" in message(tmp_path / "a\0b.yml")
    assert "cannot be opened: file name too long" in message(tmp_path / ("x" * 300))


def test_every_type_is_read_as_its_own() -> None:
    """Lists become tuples and sets, words become enums and prose."""
    ana = person(
        "degree: do\ngraduates: 2028-05-20\nintro: |\n  Hi *you*.\n  Bye.\ntags: [a, b-2]\n"
        "schools:\n  - id: a\n    limit: 3\nbest: open\ncounts: {a: 1}\nhosts: [x]\nrate: 2\n"
        "events:\n  - {kind: leave, days: 2}\n"
    )

    assert ana == Person(
        name="Ana",
        season=2028,
        degree=Degree.DO,
        graduates=date(2028, 5, 20),
        intro=Prose("Hi *you*.\nBye."),
        tags=frozenset({"a", "b-2"}),
        schools=(School(id="a", limit=3),),
        counts={"a": 1},
        hosts=("x",),
        rate=2.0,
        events=(Leave(kind="leave", days=2),),
    )
    assert isinstance(ana.intro, Prose)
    assert not isinstance(ana.name, Prose)


@pytest.mark.parametrize("answer", ["", "unknown", "'unknown'"])
def test_unknown_and_nothing_are_both_none(answer: str) -> None:
    """Also where any text would do."""
    ana = person(f"nick: {answer}\ngraduates: {answer}\nnote: {answer}\nnight: {answer}\n")

    assert (ana.nick, ana.graduates, ana.note, ana.night) == (None, None, None, None)


def test_texts_are_trimmed_and_composed() -> None:
    """The same letter is the same character, however it was typed."""
    ana = person('nick: "  Rene\\u0301e "\nnote: |\n\n  one\n  two\n\n')

    assert ana.nick == "Ren\u00e9e"
    assert ana.note == "one\ntwo"


def test_a_model_never_changes() -> None:
    """Frozen."""
    with pytest.raises(ValidationError):
        person().name = "Eve"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("field", "schema"),
    [
        pytest.param("graduates", [{"type": "string", "format": "date"}], id="a day"),
        pytest.param("nick", [{"type": "string", "minLength": 1, "maxLength": 300}], id="a line"),
        pytest.param("night", [{"type": "string", "enum": ["friday", "monday"]}], id="a word of several"),
    ],
)
def test_the_schema_of_what_may_be_unknown_says_so(field: str, schema: list[Any]) -> None:
    """And allows nothing at all, so that editors do not underline an empty line."""
    actual = Person.model_json_schema()["properties"][field]

    assert actual["anyOf"] == [*schema, {"const": "unknown"}, {"type": "null"}]


def test_the_schema_of_an_id_and_of_words() -> None:
    """The pattern is there for editors; words are a text like any other."""
    schema = Person.model_json_schema()

    assert schema["$defs"]["School"]["properties"]["id"]["pattern"] == "^[a-z0-9]+(-[a-z0-9]+)*$"
    assert schema["properties"]["intro"]["anyOf"][0] == {"type": "string", "minLength": 1}


def test_a_place_that_is_not_in_the_file_is_the_nearest_that_is() -> None:
    """For what is missing."""
    document = parse("a: 1\nb:\n  - c: 2\n", "ana.yml")

    assert document.place(("b", 0, "d", 5)) == Place("ana.yml", 3, 5)
    assert document.place(("x",)) == Place("ana.yml", 1, 1)
    assert document.key(("b", 0, "c")) == Place("ana.yml", 3, 5)


def test_a_validator_says_what_it_expected() -> None:
    """What was found is added."""

    def even(number: int) -> int:
        if number % 2:
            raise expected("an even number")
        return number

    class Even(Model):
        """A model of one number."""

        number: Annotated[int, AfterValidator(even)]

    with pytest.raises(GuideError, match=r"ana\.yml:1:9: expected an even number, found 3$"):
        build(Even, parse("number: 3", "ana.yml"))


@pytest.mark.parametrize(
    ("word", "name"),
    [
        pytest.param("graduation-year", "graduation_year", id="a dash for an underscore"),
        pytest.param("Graduation Year", "graduation_year", id="capitals and a blank"),
        pytest.param("gradution_year", "graduation_year", id="a letter missing"),
        pytest.param("shoes", None, id="nothing near"),
    ],
)
def test_the_nearest_name(word: str, name: str | None) -> None:
    """None rather than a far-fetched one."""
    assert nearest(word, ["school", "graduation_year"]) == name


SIGNS = [*"ab01 \n:-[]{},'\"#&*!|>%@`~?.\\\t_<=é“：\r\0\ud800", "\n  ", "a: ", "- ", "---", "!!str "]
TYPED = st.one_of(st.text(max_size=30), st.lists(st.sampled_from(SIGNS), max_size=30).map("".join))


def problems_of(reader: Callable[..., object], *given: object) -> tuple[Problem, ...]:
    """What is wrong, if anything is; any other exception passes."""
    try:
        reader(*given)
    except GuideError as error:
        return error.problems
    return ()


@QUICK
@given(st.sampled_from([yaml.CSafeLoader, yaml.SafeLoader]), TYPED)
def test_no_text_breaks_the_reader(parser: Any, text: str) -> None:
    """It gives a document, or problems that stand in the file."""
    lines = len(text.splitlines()) + 1

    assert all(problem.where.line <= lines for problem in problems_of(parse_with, parser, text, "ana.yml"))


@QUICK
@given(st.binary(max_size=60))
def test_no_bytes_break_the_reader(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    """Whatever a file holds."""
    file = tmp_path_factory.getbasetemp() / "any.yml"
    file.write_bytes(content)

    assert all(problem.where.file == file.as_posix() for problem in problems_of(read_yaml, file))


LETTERS = "aZ09 \n.:;,-_#&*!|>'\"%@`~?=<[]{}\\éßŁ日本😀“”\u0301\u00a0"
TEXTS = st.text(LETTERS, max_size=8).map("w".__add__)
SCALARS = st.one_of(
    TEXTS,
    st.booleans(),
    st.integers(min_value=-(10**17), max_value=10**17),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates().map(str),
)
VALUES = st.one_of(
    SCALARS, st.lists(SCALARS, max_size=3), st.lists(st.dictionaries(TEXTS, SCALARS, max_size=3), max_size=3)
)


@QUICK
@given(st.dictionaries(TEXTS, VALUES, min_size=1, max_size=4), st.sampled_from([True, False, None]))
def test_plain_data_comes_back_as_it_was(data: dict[str, Any], style: bool | None) -> None:
    """Written by another program, in lines or in brackets."""
    assert read(yaml.safe_dump(data, default_flow_style=style, allow_unicode=True)) == data


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], Any]]:
    """Every value that holds no other, with its path."""
    if isinstance(value, dict):
        return [leaf for key, inner in value.items() for leaf in leaves(inner, (*path, key))]
    if isinstance(value, list):
        return [leaf for number, inner in enumerate(value) for leaf in leaves(inner, (*path, number))]
    return [(path, value)]


SHORT = st.text("abcdefghijklm", min_size=4, max_size=4)
INNER = st.one_of(SHORT, st.lists(SHORT, max_size=3), st.dictionaries(SHORT, SHORT, max_size=3))
NESTED = st.one_of(INNER, st.lists(INNER, max_size=3), st.dictionaries(SHORT, INNER, max_size=3))


@QUICK
@given(st.dictionaries(SHORT, NESTED, min_size=1, max_size=4), st.sampled_from([True, False, None]))
def test_every_place_is_where_the_value_stands(data: dict[str, Any], style: bool | None) -> None:
    """To the column, for values and for names."""
    text = "# first\n\n" + yaml.safe_dump(data, default_flow_style=style, width=20)
    document = parse(text, "ana.yml")
    lines = text.split("\n")

    for path, value in leaves(data):
        place = document.places[path]
        assert lines[place.line - 1][place.column - 1 :].startswith(value)
    for path, place in document.keys.items():
        assert lines[place.line - 1][place.column - 1 :].startswith(str(path[-1]))
