"""What the documents say is so: commands run, files are there, examples are valid, lists are current.

Run as a program, this file renews the lists in CONTRIBUTING.md: `.venv/bin/python tests/test_docs.py`.
"""

import ast
import os
import re
import shutil
import subprocess
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

import click
import pytest
from pydantic import BaseModel
from test_rooms import ROOMS, SHARED

from generator.catalog import Catalog
from generator.catalog.calendar import EventKind
from generator.catalog.entry import Conditional
from generator.catalog.figures import Figure
from generator.catalog.goals import LimitEntry
from generator.catalog.guidance import ChangeEntry, Question, ScriptHead, TaskEntry
from generator.catalog.papers import CostEntry
from generator.catalog.program import VisitingRoute
from generator.catalog.tables import CountRow
from generator.catalog.world import MilestoneEntry, SourceEntry
from generator.facts import Fact, every_fact, fact_names
from generator.reading import Document, build, parse
from generator.rendering.filters import LOOKS
from generator.rendering.knowing import CITES
from generator.views import View

pytestmark = pytest.mark.fast

ROOT = Path(__file__).parent.parent
BUILD = "python3 -m venv .venv && .venv/bin/pip install -q -c constraints.txt -e . && .venv/bin/mkdocs build"
TEST = "python3 -m venv .venv && .venv/bin/pip install -q -c constraints.txt -e '.[test]' && .venv/bin/pytest"
DECISIONS = sorted((ROOT / "generator" / "decisions").glob("[0-9]*.md"))
GUIDES = ["README.md", "CONTRIBUTING.md", "SECURITY.md"]
DOCUMENTS = [*GUIDES, "CHANGELOG.md", *(path.relative_to(ROOT).as_posix() for path in DECISIONS)]
MADE_BY_THE_READER = {
    "profiles/me.yml", "profiles/me.yml.plan.json", "profiles/me.yml.tracker.json", "site/", "dist/", "ticks.json",
}  # fmt: skip
HOW_TO_RENEW = "renew it: .venv/bin/python tests/test_docs.py"


def text(name: str) -> str:
    """A document of the repository."""
    return (ROOT / name).read_text(encoding="utf-8")


def fenced(name: str, language: str) -> list[str]:
    """The examples in a document that are marked with a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text(name), re.MULTILINE | re.DOTALL)


# --- Lists that are made from the code ---


def one_line(doc: str | None) -> str:
    """The first line of a docstring, ready for a table."""
    return (doc or "").strip().split("\n")[0].replace("|", "\\|")


def fact_rows() -> Iterator[str]:
    """Every fact, its sentence, and the answers that it rests on."""
    for fact in every_fact():
        what = {"specialties": "specialty", "states": "state"}.get(fact.each, "")
        sentence = fact.sentence.split("\n")[0].replace("{name}", f"*{what}*")
        yield f"| `{fact_pattern(fact, what)}` | {sentence} | {', '.join(f'`{field}`' for field in fact.reads)} |"


def fact_pattern(fact: Fact, what: str) -> str:
    """The name of a fact; one that is told for each item of a list shows where the item stands."""
    return f"{fact.name}-<{what}>" if what else fact.name


def name_rows() -> Iterator[str]:
    """Every name that each page has, with what it is and has."""
    for name, hint in get_type_hints(View, include_extras=True).items():
        kind, meaning, *_ = get_args(hint)
        yield f"| `{name}` | {meaning}{parts_of(kind)} |"


def parts_of(kind: Any) -> str:
    """The fields of what is named, if it is one of ours; of a list, those of its items."""
    inner = next((each for each in (kind, *get_args(kind)) if is_dataclass(each)), None)
    known = ", ".join(f"`{field.name}`" for field in fields(inner)) if inner else ""
    return f" With {known}." if known else ""


def filter_rows() -> Iterator[str]:
    """Every filter and how things look behind it."""
    for name, function in {**CITES, **LOOKS}.items():
        yield f"| `{name}` | {one_line(function.__doc__)} |"


def room_rows() -> Iterator[str]:
    """Every room, what it does, and what it may import."""
    for room, (ours, others) in ROOMS.items():
        yield f"| `{room}` | {what_room_does(room)} | {imports_of(room, ours)} | {', '.join(sorted(others)) or '-'} |"


def imports_of(room: str, ours: set[str]) -> str:
    """The rooms besides those that everyone shares."""
    if room in SHARED:
        return "nothing but each other"
    return "all" if room == "cli" else ", ".join(sorted(ours)) or "-"


def what_room_does(room: str) -> str:
    """The first line of a room's own docstring."""
    folder = ROOT / "generator" / room
    path = folder / "__init__.py" if folder.is_dir() else folder.with_suffix(".py")
    return one_line(ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))))


LISTS: dict[str, tuple[tuple[str, ...], Callable[[], Iterator[str]]]] = {
    "facts": (("Fact", "True if", "Rests on"), fact_rows),
    "filters": (("Filter", "What it shows"), filter_rows),
    "names": (("Name", "What it is"), name_rows),
    "rooms": (("Room", "What it does", "May import of ours", "Packages"), room_rows),
}


def table(heads: tuple[str, ...], rows: Iterator[str]) -> str:
    """The rows below their headings, with the empty lines that a table needs around it."""
    lines = [f"| {' | '.join(heads)} |", f"|{' --- |' * len(heads)}", *rows]
    return "\n" + "".join(f"{line}\n" for line in lines) + "\n"


def renewed(document: str) -> str:
    """CONTRIBUTING.md with every list as the code has it now."""
    for name, (heads, rows) in LISTS.items():
        marks = re.compile(rf"^(<!-- {name}: .*? -->\n).*?^(<!-- end of {name} -->)$", re.MULTILINE | re.DOTALL)
        found = marks.search(document)
        assert found, f"the marks of the list of {name} are gone"
        whole = found[1] + table(heads, rows()) + found[2]
        document = document[: found.start()] + whole + document[found.end() :]
    return document


def test_the_lists_in_contributing_are_current() -> None:
    document = text("CONTRIBUTING.md")

    assert document == renewed(document), HOW_TO_RENEW


# --- Commands ---


def test_the_readme_sets_up_with_the_two_lines_and_no_others() -> None:
    lines = [line for block in fenced("README.md", "sh") for line in block.splitlines() if "pip install" in line]

    assert lines == [BUILD, TEST]


def test_ci_runs_the_line_of_the_readme() -> None:
    found = [line for line in text("README.md").splitlines() if "'.[test]'" in line]

    assert found == [TEST]
    assert """test_line() { grep -F "'.[test]'" README.md; }""" in text(".ci/run")
    assert 'bash -euo pipefail -c "$(test_line)"' in text(".ci/run")


def test_ci_can_be_run() -> None:
    script = ROOT / ".ci" / "run"

    assert os.access(script, os.X_OK)
    assert subprocess.run(["bash", "-n", script], check=False).returncode == 0


def guide_calls() -> list[tuple[str, str, str]]:
    """Every call of `guide` in a document, as file, command and what follows it."""
    calls = []
    for name in [*GUIDES, ".ci/run"]:
        for found in re.finditer(r"(?:`|bin/|Scripts\\)guide ([a-z]+)([^`\n&|,]*)", text(name)):
            calls.append((name, found[1], found[2]))
    return calls


@pytest.fixture(scope="module")
def commands() -> dict[str, click.Command]:
    """The commands of the terminal by name."""
    from generator.cli import guide

    return dict(guide.commands)


@pytest.mark.parametrize(("name", "command", "rest"), sorted(set(guide_calls())))
def test_guide_has_every_command_that_a_document_names(
    commands: dict[str, click.Command], name: str, command: str, rest: str
) -> None:
    assert command in commands, name
    known = {option for parameter in commands[command].params for option in parameter.opts}

    assert set(re.findall(r"--[a-z-]+", rest)) <= known, name


# --- Files ---


def named_paths(document: str) -> Iterator[str]:
    """What looks like a file or a folder of ours within backticks."""
    prose = re.sub(r"^```.*?^```$", "", text(document), flags=re.MULTILINE | re.DOTALL)
    for quoted in re.findall(r"`([^`\n]+)`", prose):
        for word in re.split(r"[\s=]+", quoted):
            if re.fullmatch(r"[A-Za-z._][\w./-]*(/|\.(md|yml|py|txt|toml|json|png))|\.ci/run", word):
                yield word


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_that_a_document_names_is_there(document: str) -> None:
    bases = [ROOT, ROOT / "content" / "pages", ROOT / "content"]
    named = {path for path in named_paths(document) if path not in MADE_BY_THE_READER and ".venv" not in path}

    assert sorted(path for path in named if not any((base / path).exists() for base in bases)) == []


@pytest.mark.parametrize("document", [*DOCUMENTS, "generator/decisions/README.md", "benchmarks/README.md"])
def test_every_link_within_the_repository_leads_somewhere(document: str) -> None:
    prose = re.sub(r"`[^`\n]*`", "", text(document))
    targets = re.findall(r"\]\(([^)#:]+)\)", prose)

    assert [target for target in targets if not (ROOT / document).parent.joinpath(target).exists()] == []


def test_the_readme_names_every_example() -> None:
    examples = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "profiles").glob("example-*.yml"))

    assert sorted(set(re.findall(r"profiles/example-[a-z-]+\.yml", text("README.md")))) == examples


def test_the_picture_is_small() -> None:
    assert (ROOT / ".github" / "example-home.png").stat().st_size < 200_000


def test_the_readme_says_when_facts_were_read(catalog: Catalog) -> None:
    last = max(source.checked for source in catalog.sources.values())

    assert f"read by {last:%B} {last.day}, {last.year}" in text("README.md")


def test_the_readme_names_every_season(catalog: Catalog) -> None:
    years = " and of ".join(str(year) for year in sorted(catalog.seasons))

    assert f"the Match of {years}" in text("README.md")


def tracked() -> list[Path]:
    """Every file that is in the repository or about to be."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("this is no Git checkout, so nobody knows which files belong to it")
    out = subprocess.run(listing, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [ROOT / name for name in out.split("\0") if name and (ROOT / name).is_file()]


# Put together here, so that this file does not hold what it looks for.
OF_ONE_MACHINE = [
    *("/" + folder + "/" for folder in ("work", "root", "home", "Users", "opt")),
    "pypi" + ".org",
    "files.python" + "hosted",
    "artifact" + "registry",
    *("--" + option for option in ("index-url", "extra-index-url", "find-links")),
]


def test_no_file_names_a_place_on_one_machine_or_a_registry() -> None:
    traces = re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, OF_ONE_MACHINE))})")
    texts = {path: path.read_text(encoding="utf-8", errors="ignore") for path in tracked()}

    assert [f"{path.relative_to(ROOT)}: {found}" for path in texts for found in traces.findall(texts[path])] == []


# --- Examples for editors ---

ENTRIES: dict[str, type[BaseModel]] = {
    "content/data/costs.yml": CostEntry,
    "content/data/faq.yml": Question,
    "content/data/figures.yml": Figure,
    "content/data/programs/utsw.yml": VisitingRoute,
    "content/data/seasons/2028.yml": MilestoneEntry,
    "content/data/seasons/2029.yml": MilestoneEntry,
    "content/data/sources.yml": SourceEntry,
    "content/data/tasks.yml": TaskEntry,
    "content/rules/calendar.yml": EventKind,
    "content/rules/changes.yml": ChangeEntry,
    "content/rules/how-many.yml": CountRow,
    "content/rules/limits.yml": LimitEntry,
}


def examples() -> Iterator[tuple[str, str]]:
    """Each example of an entry, with the file that it is for."""
    for block in fenced("CONTRIBUTING.md", "yaml"):
        first, _, rest = block.partition("\n")
        yield re.match(r"# ([\w/.-]+),", first)[1], rest  # type: ignore[index]


def as_entry(model: type[BaseModel], block: str) -> BaseModel:
    """The one entry of a list."""
    indented = "".join(f"  {line}\n" for line in block.splitlines())
    read: Any = parse(f"entries:\n{indented}", "CONTRIBUTING.md").value
    (value,) = read["entries"]
    return build(model, Document(value, {}, {}, "CONTRIBUTING.md"))


@pytest.mark.parametrize(("file", "block"), [pytest.param(*pair, id=pair[0]) for pair in examples()])
def test_every_example_for_editors_is_a_valid_entry(file: str, block: str, catalog: Catalog) -> None:
    entry = as_entry(ENTRIES[file], block)

    assert set(getattr(entry, "sources", ())) <= set(catalog.sources)
    if isinstance(entry, Conditional):
        assert {*entry.when, *entry.when_any, *entry.unless} <= set(fact_names(catalog.settings))


def test_there_is_an_example_for_every_kind_of_entry() -> None:
    assert sorted(file for file, _ in examples()) == sorted(ENTRIES)


def test_the_example_of_a_script_has_a_valid_head() -> None:
    script = next(block for block in fenced("CONTRIBUTING.md", "jinja") if "recipient:" in block)
    head = script.partition("{#")[2].partition("#}")[0]

    assert build(ScriptHead, parse(head, "CONTRIBUTING.md")).recipient == "host"


def test_the_example_of_a_fact_is_one_of_the_facts() -> None:
    (example,) = fenced("CONTRIBUTING.md", "python")
    written = "".join(f"    {line}\n" for line in example.splitlines())

    assert any(written in path.read_text(encoding="utf-8") for path in (ROOT / "generator" / "facts").glob("*.py"))


def test_every_recipe_without_code_says_how_to_check_it() -> None:
    part = text("CONTRIBUTING.md").partition("### Change a sentence on a page")[2].partition("### A condition that")[0]
    recipes = ("Change a sentence on a page" + part).split("\n### ")

    assert [recipe.split("\n")[0] for recipe in recipes if "\nCheck: `.venv/bin/" not in recipe] == []


# --- Changelog, decisions, versions ---


def test_the_changelog_keeps_its_shape() -> None:
    log = text("CHANGELOG.md")
    versions = re.findall(r"^## (.*)$", log, re.MULTILINE)
    kinds = {"Advice changed", "Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}

    assert [
        version for version in versions if not re.fullmatch(r"\[\d+\.\d+\.\d+\] - (unreleased|[\d-]{10})", version)
    ] == []
    assert set(re.findall(r"^### (.*)$", log, re.MULTILINE)) <= kinds
    assert versions[0].startswith(f"[{project()['version']}]")


def test_decisions_are_numbered_without_gaps_and_listed() -> None:
    index = text("generator/decisions/README.md")
    listed = re.findall(r"^(\d+)\. \[(.*)\]\((.*)\)$", index, re.MULTILINE)
    there = [
        (str(n), path.read_text(encoding="utf-8").split("\n")[0], path.name) for n, path in enumerate(DECISIONS, 1)
    ]

    assert [(n, f"# {n}. {title}", name) for n, title, name in listed] == there
    assert [path.name[:4] for path in DECISIONS] == [f"{n:04}" for n in range(1, len(DECISIONS) + 1)]


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_says_what_was_given_up(path: Path) -> None:
    headings = re.findall(r"^## (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)

    assert headings == ["Context", "Decision", "Consequences", "What was given up"]


def project() -> dict[str, Any]:
    """The project as its own file describes it."""
    found: dict[str, Any] = tomllib.loads(text("pyproject.toml"))["project"]
    return found


def constrained() -> list[str]:
    """The lines of the constraints that name a package."""
    return [line for line in text("constraints.txt").splitlines() if not line.startswith("#")]


def test_constraints_name_versions_and_nothing_else() -> None:
    pattern = r"[a-z0-9-]+==[\w.]+( ; [\w <>=!'.()-]+)?"

    assert [line for line in constrained() if not re.fullmatch(pattern, line)] == []


def test_constraints_hold_every_package_that_the_project_asks_for() -> None:
    asked = [
        *project()["dependencies"],
        *(name for extra in project()["optional-dependencies"].values() for name in extra),
    ]
    names = {re.split(r"[^\w-]", requirement)[0].lower() for requirement in asked}

    assert names <= {line.split("==")[0] for line in constrained()}


def test_constraints_serve_the_python_of_debian_12_and_newer_ones() -> None:
    versions = [line for line in constrained() if line.startswith("pymdown-extensions==")]

    assert [line.partition(" ; ")[2] for line in versions] == [
        "python_full_version < '3.11.5'",
        "python_full_version >= '3.11.5'",
    ]


if __name__ == "__main__":
    path = ROOT / "CONTRIBUTING.md"
    path.write_text(renewed(path.read_text(encoding="utf-8")), encoding="utf-8")
