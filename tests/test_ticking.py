"""`guide done`: tasks are ticked in the profile's file, taken out again, listed, and brought in from the browser."""

import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator import cli
from generator.catalog import Catalog
from generator.cli import sight
from generator.reading import parse
from generator.views.to_do import guide_key

ROOT = Path(__file__).parent.parent
AS_OF = "2026-11-22"
TEXT = """\
# Mine.
schema: 1
applicant: {name: Ana Example}
season: 2028
school: {status: enrolled, graduation: 2028-05-19} # in May
"""
DONE = f"""{TEXT}
done: # what is behind me
  - passport # on Monday
  - letter-ask--gone
# The end.
"""
OPEN = "settle-goals"


@pytest.fixture(autouse=True)
def _here(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the project's folder, with its catalog read once."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(sight, "load_catalog", lambda *_, **__: catalog)


@pytest.fixture
def me(tmp_path: Path) -> Path:
    """A profile with something done."""
    return written(tmp_path / "me.yml", DONE)


@pytest.fixture
def key(me: Path, catalog: Catalog) -> str:
    """The key under which this person's browser keeps ticks."""
    return guide_key(sight.quick_sight_of(me, catalog, as_of=date.fromisoformat(AS_OF)))


def written(path: Path, text: str) -> Path:
    path.write_bytes(text.encode())
    return path


def done(profile: Path, *words: str | Path) -> Result:
    """The command's outcome; no exception gets out of it but the one that carries the exit status."""
    result = CliRunner().invoke(cli.guide, ["done", str(profile), *map(str, words), "--as-of", AS_OF])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def said(result: Result) -> str:
    """What it said, whatever the width of the terminal."""
    return " ".join(result.output.split())


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        pytest.param(TEXT, [OPEN], f"{TEXT}done:\n  - {OPEN}\n", id="the first of all"),
        pytest.param(
            DONE,
            [OPEN, "survey-programs", OPEN],
            DONE.replace("gone\n", f"gone\n  - {OPEN}\n  - survey-programs\n"),
            id="two more, one of them named twice",
        ),
        pytest.param(
            f"{TEXT}done: [passport] # all\n",
            [OPEN],
            f"{TEXT}done: [passport, {OPEN}] # all\n",
            id="between brackets",
        ),
        pytest.param(f"{TEXT}done: []\n", [OPEN], f"{TEXT}done:\n  - {OPEN}\n", id="empty brackets"),
        pytest.param(f"{TEXT}done: unknown\n", [OPEN], f"{TEXT}done:\n  - {OPEN}\n", id="unknown so far"),
        pytest.param(DONE, ["passport"], DONE, id="done already"),
        pytest.param(
            DONE,
            ["passport", "--undo"],
            DONE.replace("  - passport", "  # - passport"),
            id="taken out, its comment kept",
        ),
        pytest.param(
            DONE, ["letter-ask--gone", "--undo"], DONE.replace("  - letter", "  # - letter"), id="of a rotation gone"
        ),
        pytest.param(f"{TEXT}done: [passport]\n", ["passport", "--undo"], f"{TEXT}done: []\n", id="the last of all"),
        pytest.param(
            f"{TEXT}done: [passport, {OPEN}, passport]\n",
            ["passport", "--undo"],
            f"{TEXT}done: [{OPEN}]\n",
            id="one that stands there twice",
        ),
        pytest.param(
            DONE.replace("\n", "\r\n"),
            [OPEN],
            DONE.replace("gone\n", f"gone\n  - {OPEN}\n").replace("\n", "\r\n"),
            id="line ends of Windows",
        ),
    ],
)
def test_only_the_lines_that_are_meant_change(before: str, words: Sequence[str], after: str, tmp_path: Path) -> None:
    profile = written(tmp_path / "me.yml", before)

    result = done(profile, *words)

    assert (result.exit_code, profile.read_bytes().decode()) == (0, after)


def test_the_file_as_it_was_is_kept_beside_it(me: Path) -> None:
    result = done(me, OPEN)

    assert me.with_name("me.yml.bak").read_text(encoding="utf-8") == DONE
    assert f"{OPEN} (Write down what each rotation is to bring you: a letter, experience" in said(result)
    assert "me.yml is written. As it was before, it is kept in me.yml.bak." in said(result)


def test_what_is_done_already_is_said_and_nothing_is_written(me: Path) -> None:
    result = done(me, "passport")

    assert "done already" in said(result)
    assert not me.with_name("me.yml.bak").exists()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        pytest.param(["setle-goals"], "your guide has no task 'setle-goals' (did you mean 'settle-goals'?)", id="near"),
        pytest.param(["bake"], "your guide has no task 'bake' (guide done with your profile lists", id="far"),
        pytest.param(
            ["letter-ask"], "'letter-ask' stands once for each rotation (name one: letter-ask--", id="of each"
        ),
        pytest.param(["letter-ask--gone2"], "your guide has no task 'letter-ask--gone2'", id="of no rotation"),
        pytest.param(["pasport", "--undo"], "does not stand under done in", id="to be taken out"),
        pytest.param(["pasport", "--undo"], "(did you mean 'passport'?)", id="to be taken out, and near"),
        pytest.param(["--undo"], "--undo needs the tasks to take out", id="nothing to be taken out"),
    ],
)
def test_a_task_that_there_is_not_is_refused_and_nothing_is_written(words: Sequence[str], says: str, me: Path) -> None:
    result = done(me, OPEN, *words) if "--undo" not in words else done(me, *words)

    assert result.exit_code != 0
    assert says in said(result)
    assert me.read_text(encoding="utf-8") == DONE


def test_without_a_task_the_open_ones_are_listed_with_their_ids(me: Path) -> None:
    result = done(me)

    assert f"- {OPEN}: Write down what each rotation" in said(result)
    assert "- passport:" not in said(result)
    assert me.read_text(encoding="utf-8") == DONE


def export(guide: str, **more: Any) -> dict[str, Any]:
    return {"format": 1, "guide": guide, "ticks": [OPEN, "passport"], "notes": {}, **more}


def test_the_ticks_of_the_browser_come_into_the_file(me: Path, key: str, tmp_path: Path) -> None:
    ticks = [OPEN, "passport", "letter-ask--gone", "letter-talk--gone", "letter-thanks--gone"]
    file = written(tmp_path / "ticks.json", json.dumps(export(key, ticks=ticks, notes={OPEN: "On Monday."})))

    result = done(me, "--ticks", file)

    assert me.read_text(encoding="utf-8") == DONE.replace("gone\n", f"gone\n  - {OPEN}\n")
    assert "letter-thanks--gone: left out, since it is not in your plan now" in said(result)
    assert "letter-talk--gone: left out, since the guide knows no such task" in said(result)
    assert "Notes are not brought in" in said(result)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(lambda key: json.dumps(export("0" * 16)), "these ticks are from another guide", id="of another"),
        pytest.param(lambda key: json.dumps(export(key, format=2)), "of another format", id="of another format"),
        pytest.param(lambda key: json.dumps(export(key, ticks="x")), "is not as it was exported", id="no list"),
        pytest.param(lambda key: json.dumps(export(key, ticks=[1])), "is not as it was exported", id="no ids"),
        pytest.param(lambda key: json.dumps([key]), "this is no file of ticks", id="a list"),
        pytest.param(lambda key: "PK", "this is no file of ticks", id="no JSON"),
        pytest.param(lambda key: "[" * 100_000, "this is no file of ticks", id="far too deep"),
        pytest.param(lambda key: "\udcff", "this is no file of ticks", id="no text"),
    ],
)
def test_a_file_that_is_not_this_guides_ticks_is_refused(
    content: Callable[[str], str], says: str, me: Path, key: str, tmp_path: Path
) -> None:
    file = tmp_path / "ticks.json"
    file.write_bytes(content(key).encode(errors="surrogateescape"))

    result = done(me, "--ticks", file)

    assert result.exit_code == 1
    assert says in said(result)
    assert me.read_text(encoding="utf-8") == DONE


def test_a_file_of_ticks_that_is_not_there_is_said(me: Path, tmp_path: Path) -> None:
    result = done(me, "--ticks", tmp_path / "none.json")

    assert (result.exit_code, "none.json: no such file" in said(result)) == (1, True)


def test_what_is_done_in_the_file_is_ticked_on_every_page_and_is_no_next_step(me: Path, catalog: Catalog) -> None:
    from generator.site import build_outputs, load_profile

    done(me, OPEN)
    day = date.fromisoformat(AS_OF)
    made = {
        one.path: str(one.content) for one in build_outputs(load_profile(me, catalog, as_of=day), catalog, as_of=day)
    }
    box = f'data-id="{OPEN}" checked disabled>'.replace("-", "&#45;").replace("data&#45;id", "data-id")

    assert {path for path, text in made.items() if box in text} == {"checklists/before.md", "checklists/index.md"}
    assert catalog.task_entries[OPEN].action not in made["plan/next-steps.md"] + made["index.md"]
    assert parse(me.read_text(encoding="utf-8"), "me.yml").value["done"][-1] == OPEN


def test_a_step_that_is_for_several_rotations_tells_its_reasons_on_paper_once(me: Path, catalog: Catalog) -> None:
    from generator.views.checklists import checklist

    groups = checklist(sight.quick_sight_of(me, catalog, as_of=date.fromisoformat(AS_OF)), "first-week").groups

    assert len(groups) > 1
    assert [one.again for group in groups for one in group.items] == [
        number > 0 for number, group in enumerate(groups) for _ in group.items
    ]
