"""Applicants unlike each other, each with expectations that were written by hand."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.catalog import Catalog
from generator.facts import derive
from generator.plan import Plan
from generator.planner import make_plain_plan
from generator.profile import Profile
from generator.reading import Document, build
from generator.site import build_outputs

CASES = sorted((Path(__file__).parent / "cases" / "applicants").glob("*.yml"))
STATES = {True: "met", False: "not-met", None: "unknown"}
ANSWERS = {"unknown": None, True: True, False: False}


class Case:
    """One applicant: who they are, on which day, and what must come out."""

    def __init__(self, path: Path) -> None:
        said = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        plain = yaml.safe_load(path.read_text(encoding="utf-8"))
        self.as_of = date.fromisoformat(said["as_of"])
        self.profile = build(Profile, Document(_texts(plain["profile"]), {}, {}, path.name))
        self.expect: dict[str, Any] = _texts(plain["expect"])


def _texts(value: Any) -> Any:
    """The value with its dates as the texts that they were."""
    if isinstance(value, dict):
        return {name: _texts(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_texts(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


@pytest.fixture(params=CASES, ids=[path.stem for path in CASES], scope="module")
def case(request: pytest.FixtureRequest) -> Case:
    return Case(request.param)


@pytest.fixture(scope="module")
def plan(case: Case, catalog: Catalog) -> Plan:
    return make_plain_plan(
        derive(case.profile, catalog.settings, catalog.seasons[case.profile.season], case.as_of), catalog
    )


@pytest.mark.fast
def test_two_dozen_applicants_and_more_are_kept() -> None:
    assert len(CASES) >= 24


@pytest.mark.fast
def test_facts_are_as_expected(case: Case, catalog: Catalog) -> None:
    answers = derive(case.profile, catalog.settings, catalog.seasons[case.profile.season], case.as_of).answers()
    expected = {name: ANSWERS[answer] for name, answer in case.expect["facts"].items()}

    assert {name: answers[name] for name in expected} == expected


def test_the_number_is_as_expected(case: Case, plan: Plan) -> None:
    value = plan.how_many.value
    made = {
        "row": plan.how_many.rule.removeprefix("how-many: "),
        "least": value.least,
        "most": value.most,
        "aim": value.aim,
    }

    assert made == case.expect["how_many"]


def test_what_is_unsettled_is_as_expected(case: Case, plan: Plan) -> None:
    assert set(plan.how_many.unsettled) == set(case.expect["unsettled"])


def test_the_clauses_are_as_expected(case: Case, plan: Plan) -> None:
    assert {clause.id: STATES[clause.met] for clause in plan.clauses} == case.expect["clauses"]


def test_the_parts_are_as_expected(case: Case, plan: Plan) -> None:
    assert list(plan.mix.value.parts) == case.expect["parts"]


def test_the_schedule_is_as_expected(case: Case, plan: Plan) -> None:
    schedule = plan.schedule.value
    made = {
        "blocks": [{"part": block.part, "first": block.span.first.isoformat()} for block in schedule.planned],
        "lead": schedule.lead,
        "late": schedule.late,
        "dropped": sorted(one.part for one in schedule.dropped),
    }
    expected = {name: case.expect[name] for name in ("blocks", "lead", "late")}

    assert made == {**expected, "dropped": sorted(case.expect["dropped"])}


def test_pages_say_what_they_must_and_nothing_that_they_must_not(case: Case, catalog: Catalog) -> None:
    made = build_outputs(case.profile, catalog, as_of=case.as_of, look_for_press=lambda: None)  # only pages are read
    outputs = {output.path: str(output.content) for output in made if output.path.endswith(".md")}
    missing = [
        (path, text)
        for path, texts in case.expect.get("says", {}).items()
        for text in texts
        if text not in outputs[path]
    ]
    said = [(path, text) for text in case.expect.get("never", []) for path in outputs if text in outputs[path]]

    assert (missing, said) == ([], [])
