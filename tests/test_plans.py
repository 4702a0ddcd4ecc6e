"""Applicants unlike each other before the planner, each with a plan that was worked out by hand, goal by goal."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from factory import plain

from generator.catalog import Catalog
from generator.facts import derive
from generator.ledger import amended
from generator.plan import Block, Plan
from generator.planner import make_plain_plan
from generator.profile import Profile
from generator.profile.contradictions import contradictions
from generator.reading import Document, build

CASES = sorted((Path(__file__).parent / "cases" / "plans").glob("*.yml"))
CHECKED = {"verdicts", "blocks", "certainties", "hosts", "dropped", "lead", "late", "letters", "offers", "conflict",
           "alternatives", "gives_up", "broken"}  # fmt: skip


class Case:
    """One applicant: who they are, on which day, and what must come out; what is not named is left open."""

    def __init__(self, path: Path) -> None:
        said = _texts(plain(path))
        self.as_of = date.fromisoformat(said["as_of"])
        self.document = Document(said["profile"], {}, {}, path.name)
        self.profile = build(Profile, self.document)
        self.expect: dict[str, Any] = said["expect"]


def _texts(value: Any) -> Any:
    """The value with its dates as the texts that they were."""
    if isinstance(value, dict):
        return {name: _texts(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_texts(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


READ = {path.stem: Case(path) for path in CASES}


def each(name: str) -> pytest.MarkDecorator:
    """Every case that expects something under a name; what can't be worked out by hand is left out there."""
    return pytest.mark.parametrize(
        "case", [pytest.param(one, id=id_) for id_, one in READ.items() if name in one.expect]
    )


Planned = Callable[[Case], Plan]


@pytest.fixture(scope="module")
def planned(catalog: Catalog) -> Planned:
    """The plan of a case, made once."""

    @cache
    def made(case: Case) -> Plan:
        season = catalog.seasons[case.profile.season]
        return make_plain_plan(
            derive(case.profile, catalog.settings, season, case.as_of), amended(catalog, case.profile)
        )

    return made


def _told(block: Block) -> dict[str, str]:
    return {
        "part": block.part,
        "first": block.span.first.isoformat(),
        "certainty": block.certainty,
        "host": block.host,
        "status": block.status,
        "type": block.type,
    }


def _like(made: list[dict[str, Any]], expected: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What was made, one by one without what is not expected of it."""
    asked = [*map(set, expected), *map(set, made[len(expected) :])][: len(made)]
    pairs = zip(made, asked, strict=True)
    return [{name: value for name, value in one.items() if name in names} for one, names in pairs]


@pytest.mark.fast
def test_two_dozen_applicants_and_more_are_planned_for() -> None:
    assert len(CASES) >= 24


@pytest.mark.fast
@each("blocks")
def test_a_case_expects_only_what_is_looked_at(case: Case) -> None:
    assert set(case.expect) - CHECKED == set()


@pytest.mark.fast
@each("blocks")
def test_a_case_does_not_contradict_itself(case: Case) -> None:
    assert contradictions(case.profile, case.document, as_of=case.as_of) == ()


@each("verdicts")
def test_hosts_take_them_as_expected(case: Case, planned: Planned) -> None:
    verdicts = {host.id: host.verdict.value for host in planned(case).hosts}
    expected = case.expect["verdicts"]

    assert {id_: verdicts[id_] for id_ in expected} == expected


@each("blocks")
def test_the_blocks_are_as_expected(case: Case, planned: Planned) -> None:
    expected = case.expect["blocks"]

    assert _like([_told(block) for block in planned(case).schedule.value.blocks], expected) == expected


@each("certainties")
def test_blocks_are_as_sure_as_expected(case: Case, planned: Planned) -> None:
    assert Counter(block.certainty for block in planned(case).schedule.value.chosen) == case.expect["certainties"]


@each("hosts")
def test_hosts_have_as_many_blocks_as_expected(case: Case, planned: Planned) -> None:
    expected = case.expect["hosts"]
    had = Counter(block.host for block in planned(case).schedule.value.chosen)

    assert {host: had[host] for host in expected} == expected


@each("dropped")
def test_what_finds_no_place_is_as_expected(case: Case, planned: Planned) -> None:
    assert {one.part: one.why for one in planned(case).schedule.value.dropped} == case.expect["dropped"]


@each("lead")
def test_the_lead_is_as_expected(case: Case, planned: Planned) -> None:
    assert planned(case).schedule.value.lead == case.expect["lead"]


@each("late")
def test_it_is_late_as_expected(case: Case, planned: Planned) -> None:
    assert planned(case).schedule.value.late == case.expect["late"]


@each("letters")
def test_as_many_letters_are_covered_as_expected(case: Case, planned: Planned) -> None:
    assert planned(case).letters.value.covered == case.expect["letters"]


@each("offers")
def test_offers_are_answered_as_expected(case: Case, planned: Planned) -> None:
    expected = case.expect["offers"]
    made = [
        {"host": one.host, "advice": one.advice, "why": one.why, "limits": list(one.limits)}
        for one in planned(case).advice.offers
    ]

    assert _like(made, expected) == expected


@each("conflict")
def test_what_is_in_the_way_is_as_expected(case: Case, planned: Planned) -> None:
    found = planned(case).advice.conflict
    made = found and {"limits": sorted(found.limits), "needed": found.needed, "fits": found.fits}

    assert made == case.expect["conflict"]


@each("alternatives")
def test_the_plans_side_by_side_are_as_expected(case: Case, planned: Planned) -> None:
    assert [one.id for one in planned(case).advice.alternatives] == case.expect["alternatives"]


@each("gives_up")
def test_a_plan_gives_up_what_is_expected(case: Case, planned: Planned) -> None:
    expected = case.expect["gives_up"]
    given = {one.id: list(one.gives_up) for one in planned(case).advice.alternatives}

    assert {id_: given[id_] for id_ in expected} == expected


@each("broken")
def test_what_the_calendar_breaks_is_as_expected(case: Case, planned: Planned) -> None:
    assert [one.id for one in planned(case).advice.broken] == case.expect["broken"]


@each("blocks")
def test_every_plan_is_proved(case: Case, planned: Planned) -> None:
    assert planned(case).schedule.value.proof.proved
