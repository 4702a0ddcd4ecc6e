"""The commands: what they say, how they end, and that nothing but friendly lines ever comes out."""

import json
import os
import re
import shutil
import subprocess
import sys
from calendar import month_abbr
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result
from mkdocs.utils.yaml import yaml_load

from generator import cli, plan
from generator.catalog import Catalog
from generator.cli import plain_site, schemas, sight
from generator.phrases import short_date
from generator.plan import advice, application, blocks, decision, hosts, messages, money, parts, ranking, sets, world
from generator.plan.export import plan_schema
from generator.plan.meanings import MEANINGS
from generator.publishing import choosing

ROOT = Path(__file__).parent.parent
AS_OF = "2026-11-22"
EXAMPLES = sorted(path.stem for path in (ROOT / "profiles").glob("example-*.yml"))
FOURTH_YEAR = "profiles/example-fourth-year.yml"
VERDICTS = ("open", "ask", "partner-schools-only", "not-for-graduates", "closed")
PARTS = ("mkdocs.yml", "content", "profiles", "generator/theme")


@pytest.fixture(autouse=True)
def _nothing_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the project's folder, with nothing in the environment that chooses a profile or a day."""
    for name in (choosing.PROFILE, choosing.AS_OF, choosing.TITLES, cli.NO_COLOR):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(ROOT)


@pytest.fixture(autouse=True)
def _catalog_read_once(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    """The project's own catalog is that of all tests; a copy of the project has its own."""
    read = sight.load_catalog

    def load(content: Path, *, root: Path) -> Catalog:
        return catalog if root == ROOT else read(content, root=root)

    monkeypatch.setattr(sight, "load_catalog", load)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the project, to change things in."""
    root = tmp_path / "project"
    for part in PARTS:
        (root / part).parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        copy(ROOT / part, root / part)
    monkeypatch.chdir(root)
    return root


def run(*words: str | Path) -> Result:
    """A command's outcome; no exception gets out of it but the one that carries the exit status."""
    result = CliRunner().invoke(cli.guide, [str(word) for word in words])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def profile(folder: Path, text: str | bytes) -> Path:
    """A file as somebody wrote it."""
    path = folder / "mine.yml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def example(old: str, new: str) -> str:
    """The fourth-year example with one thing said otherwise."""
    text = (ROOT / FOURTH_YEAR).read_text(encoding="utf-8")
    assert old in text
    return text.replace(old, new)


def spot(text: str, words: str) -> str:
    """Line and column of some words."""
    before = text[: text.index(words)].split("\n")
    return f"mine.yml:{len(before)}:{len(before[-1]) + 1}:"


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below the folder with what it holds."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class TestCheck:
    """Every mistake at once, or what is unknown and matters most."""

    def test_a_profile_in_order_says_so_and_what_is_unknown(self) -> None:
        result = run("check", FOURTH_YEAR, "--as-of", AS_OF)

        assert result.exit_code == 0
        assert f"{FOURTH_YEAR} is in order, as of November 22, 2026." in result.stdout
        assert "Find out: Ask the clinical office" in result.stdout
        assert "In the profile: school: agreement_needed" in result.stdout
        assert result.stderr == ""

    def test_no_more_than_ten_unknown_answers_are_explained_and_the_rest_counted(self, tmp_path: Path) -> None:
        needed = "schema: 1\napplicant: {name: Ana}\nseason: 2028\nschool: {status: enrolled, graduation: 2028-05-19}\n"

        result = run("check", profile(tmp_path, needed), "--as-of", AS_OF)

        assert result.exit_code == 0
        assert result.stdout.count("Find out:") == 10
        assert "more, on which less hangs" in result.stdout

    def test_what_most_hangs_on_comes_first(self) -> None:
        result = run("check", FOURTH_YEAR, "--as-of", AS_OF)

        questions = [block for block in result.stdout.split("\n\n") if "Find out:" in block]
        hangs = ["Hangs on it:" in question for question in questions]
        assert (hangs[0], hangs[-1]) == (True, False)
        assert hangs == sorted(hangs, reverse=True)

    def test_every_mistake_is_listed_with_line_and_column(self, tmp_path: Path) -> None:
        text = example("status: enrolled", "status: enroled").replace("budget: 9000", "budget: lots")

        result = run("check", profile(tmp_path, text), "--as-of", AS_OF)

        assert result.exit_code == 1
        lines = result.stdout.splitlines()
        assert len(lines) == 2
        assert f"{spot(text, 'enroled')} expected enrolled or graduated, found 'enroled' (did you mean" in lines[0]
        assert f"{spot(text, 'lots')} expected a whole number" in lines[1]
        assert result.stderr == "2 things to mend.\n"

    def test_contradictions_are_listed(self, tmp_path: Path) -> None:
        text = example("    status: not-taken\n  ecfmg", "    status: not-taken\n    score: 400\n  ecfmg")

        result = run("check", profile(tmp_path, text), "--as-of", AS_OF)

        assert result.exit_code == 1
        assert "score" in result.stdout

    def test_every_profile_that_is_named_is_checked(self, tmp_path: Path) -> None:
        text = example("season: 2028", "season: soon")

        result = run("check", profile(tmp_path, text), FOURTH_YEAR, tmp_path / "none.yml", "--as-of", AS_OF)

        assert result.exit_code == 1
        assert spot(text, "soon") in result.stdout
        assert f"{FOURTH_YEAR} is in order" in result.stdout
        assert "none.yml: there is no such file" in result.stdout
        assert result.stderr == "2 things to mend.\n"

    def test_without_a_name_it_is_the_profile_of_the_website(self, monkeypatch: pytest.MonkeyPatch) -> None:
        by_file = run("check", "--as-of", AS_OF)
        monkeypatch.setenv(choosing.PROFILE, "profiles/example-graduate.yml")
        by_environment = run("check", "--as-of", AS_OF)

        assert by_file.stdout.startswith(FOURTH_YEAR)
        assert by_environment.stdout.startswith("profiles/example-graduate.yml")

    def test_it_works_in_a_folder_below_and_shows_paths_from_the_top(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(ROOT / "content" / "data")

        result = run("check", "../../profiles/example-graduate.yml", "../nobody.yml", "--as-of", AS_OF)

        assert "profiles/example-graduate.yml is in order" in result.stdout
        assert "content/nobody.yml: there is no such file" in result.stdout

    def test_the_environment_gives_the_day_and_the_option_comes_first(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv(choosing.AS_OF, "2026-12-01")

        assert "as of December 1, 2026." in run("check").stdout
        assert "as of November 22, 2026." in run("check", "--as-of", AS_OF).stdout

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            pytest.param(b"", "mine.yml", id="an empty file"),
            pytest.param(b"\x7fELF\x00\xd0\xff", "save it again as UTF-8 text", id="a binary file"),
            pytest.param("a: [1,\nb: }\n", "mine.yml:", id="broken YAML"),
            pytest.param("- a list\n", "mine.yml", id="no group of names"),
            pytest.param("[" * 10_000, "mine.yml:", id="deep nesting"),
            pytest.param(
                example("season: 2028", "season: 2031"), "content/data/seasons/2031.yml", id="a season without calendar"
            ),
        ],
    )
    @pytest.mark.parametrize("command", ["check", "plan"])
    def test_a_file_that_is_no_profile_is_told_kindly(
        self, tmp_path: Path, text: str | bytes, said: str, command: str
    ) -> None:
        result = run(command, profile(tmp_path, text), "--as-of", AS_OF)

        assert result.exit_code == 1
        assert said in result.output
        assert "Something in the guide itself" not in result.output

    @pytest.mark.parametrize(
        ("name", "said"),
        [
            pytest.param("none.yml", "none.yml: there is no such file", id="a missing file"),
            pytest.param("exampel.yml", "(did you mean 'example.yml'?)", id="a misspelled file"),
            pytest.param(".", "this is a folder, not a file", id="a folder"),
            pytest.param("nul\0.yml", "cannot be opened", id="an impossible name"),
        ],
    )
    def test_a_file_that_cannot_be_read_is_told_kindly(self, tmp_path: Path, name: str, said: str) -> None:
        (tmp_path / "example.yml").touch()

        result = run("plan", f"{tmp_path}/{name}")

        assert result.exit_code == 1
        assert said in result.stderr
        assert result.stdout == ""

    def test_a_mistake_that_quotes_several_lines_is_one_line(self, tmp_path: Path) -> None:
        result = run("check", profile(tmp_path, example("name: Maya Example", 'name: "Maya\\n\\nExample"')))

        assert len(result.stdout.splitlines()) == 1


class TestContent:
    """What editors wrote: mistakes stop, age is told."""

    def test_content_in_order_says_what_has_aged(self) -> None:
        result = run("check", "--content", "--as-of", "2027-11-22")

        assert result.exit_code == 0
        assert result.stdout.startswith("content/ is in order: ")
        assert "sources speak of a year before 2024" in result.stdout
        assert "season 2028: 8 projected dates have gone by" in result.stdout
        assert "Programs and hosts on November 22, 2027 (old: of a year before 2024):" in result.stdout
        assert "- yale: 2 known, 2 undated, 2 from one source, 9 unknown" in result.stdout
        assert "is in order, as of" not in result.stdout

    def test_a_profile_is_checked_too_if_it_is_named(self) -> None:
        result = run("check", "--content", FOURTH_YEAR, "--as-of", AS_OF)

        assert f"{FOURTH_YEAR} is in order" in result.stdout

    def test_a_mistake_in_the_content_is_told_with_its_place(self, project: Path) -> None:
        file = project / "content/rules/mix.yml"
        file.write_text(file.read_text(encoding="utf-8").replace("question:", "qestion:"), encoding="utf-8")

        result = run("check", "--content")

        assert result.exit_code == 1
        assert "content/rules/mix.yml:" in result.stderr
        assert "did you mean 'question'?" in result.stderr

    def test_an_entry_past_its_last_day_is_listed(self, project: Path) -> None:
        file = project / "content/data/tasks.yml"
        lines = file.read_text(encoding="utf-8").splitlines()
        first = next(number for number, line in enumerate(lines) if line.startswith("  - id: "))
        lines.insert(first + 1, "    until: 2026-11-21")
        file.write_text("\n".join(lines), encoding="utf-8")

        result = run("check", "--content", "--as-of", AS_OF)

        assert "data/tasks.yml: 1 entries are past their last day: " in " ".join(result.stdout.split())


class TestPlan:
    """The plan for people and for programs."""

    @pytest.mark.parametrize("name", EXAMPLES)
    def test_it_fits_a_terminal_and_holds_every_part(self, name: str) -> None:
        result = run("plan", f"profiles/{name}.yml", "--as-of", AS_OF)

        assert result.exit_code == 0
        assert max(map(len, result.stdout.splitlines())) <= 80
        headings = [line for line in result.stdout.splitlines() if line.isupper() or line.startswith("THE NEXT")]
        expected = ["HOW MANY", "WHICH", "WHEN", "LETTERS", "WAYS IN", "WHAT IT COSTS"]
        assert [heading for heading in headings if heading in expected] == expected
        assert "THE NEXT 14 DAYS, TO DECEMBER 6, 2026" in headings

    def test_it_says_when_to_write_and_when_to_ask(self) -> None:
        words = " ".join(run("plan", FOURTH_YEAR, "--as-of", AS_OF).stdout.split())

        assert "Write to hosts by Nov 29, 2026 (the usual time, " in words
        assert "Ask for the letter from Apr 30, 2027 to May 7, 2027" in words

    def test_no_markdown_and_no_entity_is_left(self) -> None:
        text = "".join(run("plan", f"profiles/{name}.yml", "--as-of", AS_OF).stdout for name in EXAMPLES)

        assert not [mark for mark in ("**", "](", "&#", "`", "Prose") if mark in text]

    def test_a_name_stands_as_it_was_written(self, tmp_path: Path) -> None:
        name = "O'Brien <b>*x*</b> {{ 7*7 }} | 李 _a_ [b](c)"
        path = profile(tmp_path, example("name: Maya Example", f'name: "{name}"'))

        assert run("plan", path, "--as-of", AS_OF).stdout.startswith(f"{name}: the Match of 2028")

    @pytest.mark.parametrize("name", EXAMPLES)
    def test_json_is_what_its_schema_says_and_the_same_each_time(self, name: str) -> None:
        command = ("plan", f"profiles/{name}.yml", "--json", "--as-of", AS_OF)
        first, second = run(*command), run(*command)

        told = json.loads(first.stdout)
        checker = jsonschema.Draft202012Validator(plan_schema(), format_checker=jsonschema.FormatChecker())
        assert list(checker.iter_errors(told)) == []
        assert (told["schema"], told["as_of"], told["season"]) == (1, AS_OF, 2028)
        assert first.stdout == second.stdout

    def test_the_schema_refuses_what_is_no_plan(self) -> None:
        told = json.loads(run("plan", FOURTH_YEAR, "--json", "--as-of", AS_OF).stdout)
        checker = jsonschema.Draft202012Validator(plan_schema(), format_checker=jsonschema.FormatChecker())

        assert not checker.is_valid({**told, "schema": 2})
        assert not checker.is_valid({**told, "as_of": "soon"})
        assert not checker.is_valid({**told, "more": 1})
        assert not checker.is_valid({name: value for name, value in told.items() if name != "costs"})

    def test_ways_in_are_an_object_by_id(self) -> None:
        told = json.loads(run("plan", FOURTH_YEAR, "--json", "--as-of", AS_OF).stdout)

        assert told["routes"]["visiting-service"]["value"] == "closed"

    def test_every_field_is_explained_and_nothing_else(self) -> None:
        ours = {plan.Plan, plan.Clause, decision.Decision, decision.Change, world.SignalTier}
        modules = (advice, application, blocks, hosts, messages, money, parts, ranking, sets)
        rooms = {room.__name__: room for room in modules}
        ours |= {
            kind for room in rooms.values() for kind in vars(room).values() if getattr(kind, "__module__", "") in rooms
        }
        named = {kind.__name__: [field.name for field in fields(kind)] for kind in ours}  # type: ignore[arg-type]

        assert {name: list(said) for name, said in MEANINGS.items()} == named

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            pytest.param(["--as-of", "soon"], "--as-of: the date is 'soon' (write a date like", id="no date"),
            pytest.param(["--as-of", "2027-02-30"], "--as-of: the date is '2027-02-30'", id="a day that is none"),
        ],
    )
    def test_a_day_that_cannot_be_read_is_told_kindly(self, words: list[str], said: str) -> None:
        result = run("plan", FOURTH_YEAR, *words)

        assert result.exit_code == 1
        assert said in result.stderr


OFFERS = """
schema: 1
applicant: {name: Ana Example, citizenship: citizen-by-birth}
season: 2028
school: {status: enrolled, graduation: 2028-05-19}
means: {budget: 9000, return_trip: 400}
letters:
  - {writer: Dr. Old, field: medicine, us: true, faculty: true, knows: well, status: uploaded}
rotations:
  - {host: Riverside *R*, field: consult-liaison, status: offered, answer_due: 2026-12-01,
     first: 2027-04-05, last: 2027-05-02}
  - {host: Hill Hospital, field: psychiatry, status: offered, answer_due: 2026-11-29,
     first: 2027-04-19, last: 2027-05-16}
  - {host: Lapsed Hospital, field: psychiatry, status: offered, answer_due: 2026-11-20,
     first: 2027-04-19, last: 2027-05-16}
"""
TIGHT = """
schema: 1
applicant: {name: Ana Example, citizenship: citizen-by-birth}
season: 2028
school: {status: enrolled, graduation: 2028-05-19}
means: {budget: 300, weeks: 4}
"""
DATE = re.compile(r"\b([A-Z][a-z]{2})[a-z]* (\d{1,2}), (20\d\d)\b")
USUAL = re.compile(r"\(the usual time, [^)]*, is over\)")


@cache
def told(text: str, *, as_of: str = AS_OF) -> tuple[dict[str, str], Any]:
    """What the terminal says below each heading, without line ends, and the same plan as JSON."""
    with TemporaryDirectory() as folder:
        path = profile(Path(folder), text)
        lines = run("plan", path, "--as-of", as_of).stdout.split("\n\n")[1:]
        plan = json.loads(run("plan", path, "--json", "--as-of", as_of).stdout)
    parts = (part.partition("\n") for part in lines)
    return {heading: " ".join(below.split()) for heading, _, below in parts}, plan


def day(text: str) -> str:
    return str(short_date(date.fromisoformat(text)))


def missing(said: str, wanted: Iterable[str]) -> list[str]:
    return [one for one in wanted if one not in said]


def past_days(text: str, today: date) -> list[date]:
    """Days before today, but for those that are called past."""
    found = DATE.findall(USUAL.sub("", text))
    days = [date(int(year), list(month_abbr).index(month), int(number)) for month, number, year in found]
    return [one for one in days if one < today]


class TestPlanInWords:
    """Everything that is decided is in the terminal too."""

    @pytest.mark.parametrize("text", [pytest.param(OFFERS, id="offers"), pytest.param(TIGHT, id="too little")])
    def test_every_host_stands_under_its_verdict(self, text: str, catalog: Catalog) -> None:
        said, plan = told(text)
        groups = {name: [one["name"] for one in plan["hosts"] if one["verdict"]["value"] == name] for name in VERDICTS}
        lines = said["HOSTS"].split(" - ")

        for verdict, names in groups.items():
            heading = f"{catalog.name('verdict', verdict)} ({len(names)}): "
            line = [one.removeprefix("- ") for one in lines if one.removeprefix("- ").startswith(heading)]
            assert [sorted(one.removeprefix(heading).rstrip(".").split(", ")) for one in line] == (
                [sorted(names)] if names else []
            )

    def test_each_block_is_told_with_its_host_its_certainty_and_the_question(self, catalog: Catalog) -> None:
        said, plan = told(OFFERS)
        planned = [one for one in plan["schedule"]["value"]["blocks"] if one["status"] == "planned"]
        asks = {one["id"]: one["ask"] for one in plan["hosts"]}

        assert planned
        for one in planned:
            sure = catalog.name("sure", one["certainty"]).lower()
            wanted = [f"at {one['host']} (to find; {sure})", f"Ask: {asks[one['host_id']]}", day(one["span"]["first"])]
            assert missing(said["WHEN"], [*wanted, f"Have the papers there by {day(one['apply_by'])}"]) == []

    def test_a_fallback_is_told_with_the_day_to_change_over(self) -> None:
        said, plan = told(OFFERS)
        wanted = [f"change over by {day(one['switch_by'])}" for one in plan["advice"]["fallbacks"]]

        assert wanted
        assert missing(said["WHAT TO DO INSTEAD"], wanted) == []

    def test_places_to_apply_to_are_told_with_their_day(self) -> None:
        said, plan = told(OFFERS)
        targets = plan["advice"]["targets"]

        assert targets
        assert missing(said["WHERE TO APPLY"], [f"- {one['host']}: " for one in targets]) == []
        assert missing(said["WHERE TO APPLY"], [f"apply by {day(one['apply_by'])}" for one in targets]) == []

    def test_plans_stand_side_by_side_with_what_each_gives_up(self, catalog: Catalog) -> None:
        said, plan = told(OFFERS)
        names = {order.id: order.name for order in catalog.files.goals.orders}
        shown = plan["advice"]["alternatives"]

        assert len(shown) > 1
        for one in shown:
            gives_up = ", ".join(catalog.name("gives-up", name) for name in one["gives_up"])
            cells = f"letters covered {one['measures']['letters']} of 3; blocks {one['measures']['number']};"
            wanted = [f"{names[one['id']]}. ", cells, f"Gives up: {gives_up}." if gives_up else ""]
            assert missing(said["PLANS SIDE BY SIDE"], wanted) == []

    def test_each_offer_is_told_with_its_answer_and_its_days(self) -> None:
        said = told(OFFERS)[0]["OFFERS TO ANSWER"]

        decline, accept = said.index("Decline: Hill Hospital, Apr 19, 2027"), said.index("Accept: Riverside *R*")
        assert decline < accept
        assert "Answer by Nov 29, 2026." in said[decline:accept]
        assert "Answer by Dec 1, 2026." in said[accept:]
        assert "Last polite day to withdraw after a yes: Feb 8, 2027." in said[accept:]
        assert "withdraw" not in said[decline:accept]
        assert "Lapsed" not in said

    def test_the_set_of_each_application_is_told_with_its_day(self, catalog: Catalog) -> None:
        said, plan = told(OFFERS)
        sets = plan["letter_sets"]["sets"]
        names = {one.id: one.name for one in catalog.files.letters.applications}
        covered = [sum(bool(place["writer"]) for place in one["places"] if place["needed"]) for one in sets]
        wanted = [
            f"{names[one['application']]}: {count} of 3 covered" for one, count in zip(sets, covered, strict=True)
        ]

        assert missing(said["LETTERS"], wanted) == []
        assert missing(said["LETTERS"], [f"complete on {day(one['complete_on'])}" for one in sets]) == []

    def test_what_is_in_the_way_is_told_with_the_ways_out(self, catalog: Catalog) -> None:
        said, plan = told(TIGHT)
        found = plan["advice"]["conflict"]
        limits = {one.id: one for one in catalog.files.limits.limits}
        told_here = said["WHAT IS IN THE WAY"]

        assert missing(told_here, [f"- {limits[id_].name}: {limits[id_].because}." for id_ in found["limits"]]) == []
        assert missing(told_here, [limits[id_].free for one in found["frees"] for id_ in one["limits"]]) == []
        assert "OFFERS TO ANSWER" not in said

    def test_who_has_no_conflict_and_no_offer_hears_of_neither(self) -> None:
        said, _ = told(TIGHT.replace("{budget: 300, weeks: 4}", "{budget: 9000}"))

        assert {"OFFERS TO ANSWER", "WHAT IS IN THE WAY"} & set(said) == set()

    @pytest.mark.parametrize("as_of", [AS_OF, "2027-04-10", "2027-07-01"])
    def test_no_day_that_is_past_is_told_as_something_to_do(self, as_of: str) -> None:
        said, _ = told(OFFERS, as_of=as_of)
        ahead = {heading: text for heading, text in said.items() if heading != "OPEN QUESTIONS"}

        assert {heading: past_days(text, date.fromisoformat(as_of)) for heading, text in ahead.items()} == {
            heading: [] for heading in ahead
        }

    @pytest.mark.parametrize("text", [pytest.param(OFFERS, id="offers"), pytest.param(TIGHT, id="too little")])
    def test_the_json_of_each_is_what_the_schema_says(self, text: str) -> None:
        _, plan = told(text)
        checker = jsonschema.Draft202012Validator(plan_schema(), format_checker=jsonschema.FormatChecker())

        assert list(checker.iter_errors(plan)) == []
        assert bool(plan["advice"]["conflict"]) != bool(plan["advice"]["offers"])


class TestSavedPlan:
    """`guide plan --save` keeps a plan; from then on what changed comes first."""

    def test_saving_says_what_was_written_and_that_it_is_private(self, tmp_path: Path) -> None:
        path = profile(tmp_path, example("budget: 9000", "budget: 8000"))
        path.chmod(0o600)

        result = run("plan", path, "--save", "--as-of", AS_OF)

        last = result.stdout.splitlines()[-1]
        assert result.exit_code == 0
        assert last.startswith(f"{path}.plan.json is written.")
        assert "as private as your profile" in last
        assert (tmp_path / "mine.yml.plan.json").stat().st_mode & 0o777 == 0o600
        assert sorted(tree(tmp_path)) == ["mine.yml", "mine.yml.plan.json"]

    def test_what_changed_comes_first_and_alone_where_that_is_asked(self, tmp_path: Path) -> None:
        path = profile(tmp_path, example("budget: 9000", "budget: 8000"))
        run("plan", path, "--save", "--as-of", AS_OF)
        path.write_text(example("date: 2027-04-16", "date: 2027-06-10"), encoding="utf-8")

        whole, only = run("plan", path, "--as-of", AS_OF), run("plan", path, "--changes", "--as-of", AS_OF)

        assert whole.stdout.index("WHAT CHANGED") < whole.stdout.index("HOW MANY")
        assert "more; --changes lists them all" in whole.stdout
        assert "Because of your answer under exams: step_2_ck." in only.stdout
        assert "date: 2027-04-16 before, 2027-06-10 now" in only.stdout
        assert "HOW MANY" not in only.stdout
        assert "more; --changes" not in only.stdout

    def test_saving_again_begins_anew_and_keeps_the_last_one(self, tmp_path: Path) -> None:
        path = profile(tmp_path, example("budget: 9000", "budget: 8000"))
        run("plan", path, "--save", "--as-of", AS_OF)
        old = (tmp_path / "mine.yml.plan.json").read_bytes()
        path.write_text(example("date: 2027-04-16", "date: 2027-06-10"), encoding="utf-8")

        again = run("plan", path, "--save", "--changes", "--as-of", AS_OF)
        same = run("plan", path, "--save", "--changes", "--as-of", AS_OF)

        assert "The plan kept before is in mine.yml.plan.json.bak." in again.stdout
        assert (tmp_path / "mine.yml.plan.json.bak").read_bytes() == old
        assert "Nothing changed since you saved your plan on November 22, 2026." in same.stdout
        assert "holds this plan already" in same.stdout

    def test_without_a_saved_plan_only_the_way_to_it_is_said(self, tmp_path: Path) -> None:
        path = profile(tmp_path, example("budget: 9000", "budget: 8000"))

        assert "WHAT CHANGED" not in run("plan", path, "--as-of", AS_OF).stdout
        assert "No plan is saved yet. With --save" in run("plan", path, "--changes", "--as-of", AS_OF).stdout

    def test_json_stays_json_when_it_is_saved(self, tmp_path: Path) -> None:
        path = profile(tmp_path, example("budget: 9000", "budget: 8000"))

        result = run("plan", path, "--json", "--save", "--as-of", AS_OF)

        assert json.loads(result.stdout)["season"] == 2028
        assert "is written" in result.stderr
        assert run("plan", path, "--json", "--changes", "--as-of", AS_OF).exit_code == 2

    def test_a_damaged_plan_is_told_and_saving_mends_it(self, tmp_path: Path) -> None:
        path = profile(tmp_path, example("budget: 9000", "budget: 8000"))
        file = tmp_path / "mine.yml.plan.json"
        file.write_text("{", encoding="utf-8")

        damaged = run("plan", path, "--as-of", AS_OF)
        mended = run("plan", path, "--save", "--as-of", AS_OF)

        assert damaged.exit_code == 1
        assert damaged.stdout == ""
        assert "mine.yml.plan.json: this saved plan is damaged (save the plan again" in damaged.stderr
        assert mended.exit_code == 0
        assert (tmp_path / "mine.yml.plan.json.bak").read_text(encoding="utf-8") == "{"
        assert run("plan", path, "--as-of", AS_OF).exit_code == 0

    def test_a_folder_in_its_place_is_told(self, tmp_path: Path) -> None:
        path = profile(tmp_path, example("budget: 9000", "budget: 8000"))
        (tmp_path / "mine.yml.plan.json").mkdir()

        for words in ((), ("--save",)):
            result = run("plan", path, *words, "--as-of", AS_OF)

            assert result.exit_code == 1
            assert "mine.yml.plan.json" in result.stderr
            assert "went wrong" not in result.stderr


class TestRender:
    """Plain Markdown that plain MkDocs builds."""

    def test_plain_mkdocs_builds_it(self, tmp_path: Path) -> None:
        out = tmp_path / "out"
        result = run("render", FOURTH_YEAR, "--out", out, "--as-of", AS_OF)

        assert result.exit_code == 0, result.output
        settings = yaml_load((out / "mkdocs.yml").read_text(encoding="utf-8"))
        assert [name for plugin in settings["plugins"] for name in plugin] == ["search", "offline"]
        assert (out / "docs/assets/guide.css").is_file()
        build = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--strict"],
            cwd=out,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (build.returncode, "WARNING" in build.stderr) == (0, False)
        assert "Maya Example" in (out / "site/index.html").read_text(encoding="utf-8")

    def test_plain_mkdocs_builds_a_folder_that_opens_from_a_disk(self, tmp_path: Path) -> None:
        run("render", FOURTH_YEAR, "--out", tmp_path, "--as-of", AS_OF)
        build = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--strict"],
            cwd=tmp_path,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "OFFLINE": "true"},
            capture_output=True,
            text=True,
            check=False,
        )
        page = (tmp_path / "site/plan/how-many.html").read_text(encoding="utf-8")

        assert (build.returncode, "WARNING" in build.stderr) == (0, False)
        assert (tmp_path / "site/search/search_index.js").is_file()
        assert '<script src="../assets/iframe-worker.js"></script>' in page
        assert re.findall(r'(?:href|src)="(?:https?://unpkg|\.\.?/?")', page) == []

    def test_what_the_environment_decides_is_decided_when_mkdocs_builds(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        run("render", FOURTH_YEAR, "--out", tmp_path / "out", "--as-of", AS_OF)
        monkeypatch.setenv("OFFLINE", "true")
        run("render", FOURTH_YEAR, "--out", tmp_path / "offline", "--as-of", AS_OF)

        assert tree(tmp_path / "out") == tree(tmp_path / "offline")
        assert "enabled: !ENV [OFFLINE, false]" in (tmp_path / "out/mkdocs.yml").read_text(encoding="utf-8")

    def test_a_second_run_replaces_the_first_and_gives_the_same_bytes(self, tmp_path: Path) -> None:
        out = tmp_path / "out"
        run("render", FOURTH_YEAR, "--out", out, "--as-of", AS_OF)
        first = tree(out)
        (out / "docs/old.md").touch()

        assert run("render", FOURTH_YEAR, "--out", out, "--as-of", AS_OF).exit_code == 0
        assert tree(out) == first
        assert [path.name for path in tmp_path.iterdir()] == ["out"]

    @pytest.mark.parametrize("titles", ["full", "discreet"])
    def test_the_calendar_has_the_titles_that_were_chosen(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, titles: str
    ) -> None:
        monkeypatch.setenv(choosing.TITLES, titles)
        run("render", FOURTH_YEAR, "--out", tmp_path, "--as-of", AS_OF)
        calendar = (tmp_path / "docs/downloads/plan.ics").read_text(encoding="utf-8")

        assert ("SUMMARY:Exam: Step 2 CK" in calendar) is (titles == "full")
        assert ("SUMMARY:Exam\n" in calendar) is (titles == "discreet")

    def test_wrong_titles_are_refused_in_words(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv(choosing.TITLES, "all")
        result = run("render", FOURTH_YEAR, "--out", tmp_path, "--as-of", AS_OF)

        assert result.exit_code == 1
        assert "GUIDE_CALENDAR_TITLES: there are no titles 'all' for the calendar" in result.stderr
        assert tree(tmp_path) == {}

    def test_an_empty_folder_is_used(self, tmp_path: Path) -> None:
        assert run("render", FOURTH_YEAR, "--out", tmp_path, "--as-of", AS_OF).exit_code == 0
        assert (tmp_path / plain_site.MARK).is_file()

    def test_a_folder_of_others_is_left_alone(self, tmp_path: Path) -> None:
        (tmp_path / "thesis.md").write_text("ten years of work", encoding="utf-8")

        result = run("render", FOURTH_YEAR, "--out", tmp_path, "--as-of", AS_OF)

        assert result.exit_code == 1
        assert "this folder holds files that the guide did not make" in result.stderr
        assert tree(tmp_path) == {"thesis.md": b"ten years of work"}

    @pytest.mark.parametrize(
        ("out", "said"),
        [
            pytest.param("mkdocs.yml", "this is a file, not a folder", id="a file"),
            pytest.param(".", "did not make", id="the project itself"),
            pytest.param("content/assets/new", "in the folder of what editors write", id="where it would be published"),
            pytest.param("mkdocs.yml/new", "mkdocs.yml", id="below a file"),
        ],
    )
    def test_a_place_that_will_not_do_is_told_kindly(self, project: Path, out: str, said: str) -> None:
        before = tree(project)

        result = run("render", FOURTH_YEAR, "--out", out, "--as-of", AS_OF)

        assert result.exit_code == 1
        assert said in result.stderr
        assert "Something in the guide itself" not in result.stderr
        assert tree(project) == before

    def test_a_mistake_in_the_profile_leaves_what_was_rendered(self, tmp_path: Path) -> None:
        out = tmp_path / "out"
        run("render", FOURTH_YEAR, "--out", out, "--as-of", AS_OF)
        before = tree(out)

        result = run("render", profile(tmp_path, ""), "--out", out, "--as-of", AS_OF)

        assert result.exit_code == 1
        assert tree(out) == before

    def test_git_is_kept_from_what_it_holds(self, tmp_path: Path) -> None:
        run("render", FOURTH_YEAR, "--out", tmp_path, "--as-of", AS_OF)

        assert "*" in (tmp_path / ".gitignore").read_text(encoding="utf-8").splitlines()


class TestSchema:
    """The schemas on disk are current."""

    def test_the_committed_schemas_are_up_to_date(self) -> None:
        result = run("schema", "--check")

        assert (result.exit_code, result.stderr) == (0, "")

    def test_an_old_schema_is_found_and_written_anew(self, project: Path) -> None:
        (project / schemas.PLAN).write_text("{}", encoding="utf-8")
        (project / schemas.PROFILE).unlink()

        found = run("schema", "--check")
        written = run("schema")

        assert found.exit_code == 1
        assert f"{schemas.PLAN}: this schema is not up to date (run guide schema)" in found.stderr
        assert written.stdout.splitlines() == [f"{name}: written" for name in (schemas.PROFILE, schemas.PLAN)]
        assert run("schema", "--check").exit_code == 0

    def test_the_plans_schema_is_printed_and_nothing_written(self, project: Path) -> None:
        (project / schemas.PLAN).unlink()

        result = run("schema", "--plan")

        assert result.stdout == (ROOT / schemas.PLAN).read_text(encoding="utf-8")
        assert not (project / schemas.PLAN).exists()

    def test_the_plans_schema_is_a_schema(self) -> None:
        jsonschema.Draft202012Validator.check_schema(plan_schema())


class TestTheTerminal:
    """Where one stands, what goes wrong, and how it looks."""

    @pytest.mark.parametrize("command", [["check"], ["plan"], ["schema"], ["render", "--out", "new"]])
    def test_outside_of_a_project_it_says_where_to_go(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
    ) -> None:
        monkeypatch.chdir(tmp_path)

        result = run(*command)

        assert result.exit_code == 1
        assert result.stderr.startswith(f"mkdocs.yml: there is none in {tmp_path} or any folder above it")

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            pytest.param("", "does not name the plugin guide", id="empty"),
            pytest.param("plugins: [search]\n", "does not name the plugin guide", id="another project's"),
            pytest.param("plugins: [a\n", "error parsing", id="broken"),
            pytest.param("- a\n", "this holds no settings", id="a list"),
            pytest.param("plugins: [guide]\ndocs_dir: content\n", "content/data/", id="no content"),
            pytest.param("plugins:\n  guide: {as_of: soon}\n", "as_of is 'soon'", id="a day that is none"),
        ],
    )
    def test_an_odd_mkdocs_yml_is_told_kindly(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: str
    ) -> None:
        (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
        (tmp_path / "me.yml").touch()
        monkeypatch.chdir(tmp_path)

        result = run("check", "me.yml")

        assert result.exit_code == 1
        assert said in result.stderr
        assert "Something in the guide itself" not in result.stderr

    def test_a_mistake_in_the_code_is_told_without_a_traceback(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def broken(*_: object, **__: object) -> None:
            raise ZeroDivisionError("division by zero")

        monkeypatch.setattr("generator.cli.sight.load_catalog", broken)
        result = run("plan", FOURTH_YEAR)

        assert result.exit_code == 1
        assert result.stderr.startswith("Something in the guide itself went wrong, at generator/cli/sight.py:")
        assert "Traceback" not in result.stderr
        assert isinstance(CliRunner().invoke(cli.guide, ["--debug", "plan"]).exception, ZeroDivisionError)

    def test_styles_are_for_terminals_that_want_them(self, monkeypatch: pytest.MonkeyPatch) -> None:
        runner, words = CliRunner(), ["plan", FOURTH_YEAR, "--as-of", AS_OF]

        assert "\x1b[" not in runner.invoke(cli.guide, words).stdout
        assert "\x1b[1m" in runner.invoke(cli.guide, words, color=True).stdout
        monkeypatch.setenv(cli.NO_COLOR, "1")
        assert "\x1b[" not in runner.invoke(cli.guide, words, color=True).stdout

    @pytest.mark.parametrize("command", ["check", "plan", "render", "schema"])
    def test_every_command_explains_itself(self, command: str) -> None:
        result = run(command, "--help")

        assert result.exit_code == 0
        assert command in run("--help").stdout


class TestTheProcess:
    """What only a process of its own shows."""

    def test_an_odd_locale_does_not_matter(self, tmp_path: Path) -> None:
        path = profile(tmp_path, example("name: Maya Example", "name: Zoë 李"))
        odd = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}

        done = subprocess.run(
            [sys.executable, "-c", "from generator.cli import main; main()", "plan", path, "--as-of", AS_OF],
            env={**os.environ, **odd},
            capture_output=True,
            check=False,
        )

        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.decode("utf-8").startswith("Zoë 李: the Match of 2028")

    def test_a_reader_that_stops_early_is_no_matter(self) -> None:
        code = "from generator.cli import main; main()"
        command = f'"{sys.executable}" -c "{code}" plan --json --as-of {AS_OF} | head -n 1'
        done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)

        assert (done.stdout, done.stderr) == ("{\n", "")

    def test_help_needs_nothing_heavy(self) -> None:
        code = (
            "import sys, generator.cli;"
            "print(*{'jinja2', 'markdown', 'mkdocs', 'pydantic', 'yaml'} & {n.partition('.')[0] for n in sys.modules})"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

        assert done.stdout.strip() == ""
