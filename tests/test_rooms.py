"""The rooms of `generator/` import only what the house plan allows, and only the outermost know clock and terminal."""

import ast
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parent.parent / "generator"
STANDARD = sys.stdlib_module_names

# Words that everyone shares: any room may import them.
SHARED = {"errors", "prose", "phrases", "plan"}

# Each room, the rooms that it may import besides the shared ones, and the packages of others.
ROOMS: dict[str, tuple[set[str], set[str]]] = {
    "errors": (set(), set()),
    "prose": (set(), set()),
    "phrases": (set(), set()),
    "plan": (set(), set()),
    "reading": (set(), {"yaml", "pydantic", "pydantic_core"}),
    "profile": ({"reading"}, {"pydantic"}),
    "facts": ({"profile"}, set()),
    "conditions": ({"facts"}, set()),
    "tables": ({"conditions", "facts"}, set()),
    "catalog": ({"tables", "conditions", "reading"}, {"pydantic"}),
    "rules": ({"tables", "catalog"}, set()),
    "ledger": ({"reading", "profile", "catalog"}, set()),
    "search": (set(), set()),
    "planner": ({"facts", "catalog", "rules", "search"}, set()),
    "accepted": ({"reading", "profile", "facts", "catalog", "ledger", "planner"}, {"pydantic"}),
    "downloads": (set(), {"icalendar", "typst", "xlsxwriter"}),
    "views": ({"catalog", "downloads"}, set()),
    "rendering": (set(), {"jinja2"}),
    "publishing": ({"profile"}, set()),
    "editing": ({"profile", "reading", "downloads"}, {"openpyxl", "pydantic", "yaml"}),
    "site": (
        {
            "reading",
            "profile",
            "facts",
            "conditions",
            "tables",
            "catalog",
            "ledger",
            "rules",
            "planner",
            "accepted",
            "views",
            "downloads",
            "rendering",
        },
        set(),
    ),
    "plugin": ({"profile", "accepted", "site", "publishing"}, {"mkdocs"}),
}
# The terminal may use every room.
ROOMS["cli"] = (set(ROOMS), {"click", "mkdocs"})

# What the code does today and the house plan's table does not name. A departure that has ended must go from here too.
DEPARTURES = {
    ("catalog", "facts"): "the names of facts that editors write are checked where everything else that they write is",
    ("rules", "conditions"): "rules take answers, whose type lives there, and ask whether an entry applies",
    ("planner", "conditions"): "documents, costs and changes apply or not before a rule sees them",
    ("planner", "profile"): "what would change a plan is found by changing the profile and deciding again",
    ("views", "conditions"): "scripts, questions and rotation types that do not apply are left out",
    ("views", "facts"): "pages read single facts, and scripts ask on which fields a fact rests",
    ("views", "profile"): "scripts ask which fields may be said to their recipient",
    ("cli", "yaml"): "`guide render` writes a plain mkdocs.yml",
    ("plugin", "jinja2"): "MkDocs hands over its Jinja, which is given a cache for compiled templates",
}

CLOCK_OR_WORLD = {
    ("date", "today"),
    ("datetime", "now"),
    ("datetime", "today"),
    ("datetime", "utcnow"),
    ("os", "environ"),
    ("os", "getenv"),
    ("os", "putenv"),
    ("sys", "argv"),
    ("sys", "stderr"),
    ("sys", "stdin"),
    ("sys", "stdout"),
    ("time", "localtime"),
    ("time", "monotonic"),
    ("time", "perf_counter"),
    ("time", "time"),
    ("time", "time_ns"),
}
OUTERMOST = {"plugin", "cli"}


def room_of(path: Path) -> str:
    """The room that a file belongs to: the folder or module right below `generator`."""
    return path.relative_to(GENERATOR).parts[0].removesuffix(".py")


def files() -> list[Path]:
    """Every module but the package's own first line."""
    found = sorted(GENERATOR.rglob("*.py"))
    return [path for path in found if path != GENERATOR / "__init__.py" and "theme" not in path.parts]


@cache
def trees() -> tuple[tuple[Path, ast.Module], ...]:
    """Every module with its syntax."""
    return tuple((path, ast.parse(path.read_text(encoding="utf-8"))) for path in files())


def imported(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Every module that is imported, wherever the import stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: imports name the whole path"
            if node.module == "generator":
                yield from ((f"generator.{alias.name}", node.lineno) for alias in node.names)
            else:
                yield str(node.module), node.lineno


def crossings() -> Iterator[tuple[str, str, str]]:
    """Each room, what it imports from outside itself (a room or somebody's package), and where."""
    for path, tree in trees():
        room = room_of(path)
        for name, line in imported(tree):
            package, _, inside = name.partition(".")
            other = inside.partition(".")[0] if package == "generator" else package
            if other != room and package not in STANDARD:
                yield room, other, f"{path.relative_to(GENERATOR.parent)}:{line}"


def told(node: ast.AST) -> tuple[str, str] | None:
    """An attribute of a plain name, as a pair."""
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return node.value.id, node.attr
    return None


def worldly(tree: ast.Module) -> Iterator[int]:
    """The lines that read the clock or the environment, or that print."""
    for node in ast.walk(tree):
        if told(node) in CLOCK_OR_WORLD:
            yield node.lineno  # type: ignore[attr-defined]
        if isinstance(node, ast.ImportFrom):
            yield from (node.lineno for alias in node.names if (node.module, alias.name) in CLOCK_OR_WORLD)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("print", "input"):
            yield node.lineno


def test_every_room_is_in_the_table() -> None:
    rooms = {room_of(path) for path in files()}

    assert rooms <= set(ROOMS), "a new room: add it to ROOMS with what it may import, and to CONTRIBUTING.md"


def test_rooms_import_only_what_they_may() -> None:
    refused = [
        f"{where}: {room} imports {other}"
        for room, other, where in crossings()
        if other not in SHARED | ROOMS[room][0] | ROOMS[room][1] and (room, other) not in DEPARTURES
    ]

    assert refused == []


def test_every_departure_from_the_table_is_still_needed() -> None:
    made = {(room, other) for room, other, _ in crossings()}

    assert sorted(set(DEPARTURES) - made) == []


def test_no_departure_is_allowed_by_the_table_anyway() -> None:
    needless = [(room, other) for room, other in DEPARTURES if other in SHARED | ROOMS[room][0] | ROOMS[room][1]]

    assert needless == []


def test_rooms_do_not_import_each_other_in_a_circle() -> None:
    graph: dict[str, set[str]] = {}
    for room, other, _ in crossings():
        graph.setdefault(room, set()).add(other)

    assert list(TopologicalSorter(graph).static_order())


def test_only_the_outermost_rooms_know_the_clock_the_environment_and_the_terminal() -> None:
    inner = [(path, tree) for path, tree in trees() if room_of(path) not in OUTERMOST]

    assert [f"{path}:{line}" for path, tree in inner for line in worldly(tree)] == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        pytest.param("date.today()", True, id="today"),
        pytest.param("datetime.now().astimezone()", True, id="now"),
        pytest.param("os.environ.get('HOME')", True, id="an environment variable"),
        pytest.param("from time import time", True, id="the clock under its own name"),
        pytest.param("print('a')", True, id="a line on the terminal"),
        pytest.param("date(2027, 1, 31)", False, id="a day that is written down"),
        pytest.param("time.sleep(1)", False, id="waiting is no question for the time"),
        pytest.param("environment.get('HOME')", False, id="a mapping that was passed in"),
    ],
)
def test_the_search_finds_what_it_should(code: str, found: bool) -> None:
    assert bool(list(worldly(ast.parse(code)))) is found
