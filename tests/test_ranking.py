"""Which place comes first, and the application list: worked out by hand, and what must hold for everybody."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from click import unstyle
from conftest import AS_OF, ROOT
from factory import make_profile, plain
from hypothesis import given
from people import PEOPLE, random

from generator.catalog import Catalog
from generator.catalog.applying_checks import APPLYING_CHECKS
from generator.catalog.ranking import JUDGED, RANKINGS
from generator.cli.telling import plan_text
from generator.facts import Facts, derive
from generator.plan import Application, Money, Plan, Points, Ranking, RankRow
from generator.planner import make_plain_plan
from generator.planner.passing import PASSES
from generator.profile import Profile
from generator.profile.contradictions import contradictions
from generator.profile.words import check_words
from generator.reading import Document
from generator.rules.ranking import Finding, may_pass, ordered, possible, row, scored
from generator.site import amended, build_outputs
from generator.views import Sight

CASES = sorted((ROOT / "tests" / "cases" / "ranking").glob("*.yml"))
Said = Mapping[str, Any]


def texts(value: Any) -> Any:
    """The value with its dates as the texts that they were."""
    if isinstance(value, dict):
        return {name: texts(item) for name, item in value.items()}
    if isinstance(value, list):
        return [texts(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


SOURCES = {one["id"] for one in plain(ROOT / "content/data/sources.yml")["sources"]}
READ = {path.stem: texts(plain(path)) for path in CASES}


def planned(catalog: Catalog, profile: Profile, as_of: date = AS_OF) -> Plan:
    facts = derive(profile, catalog.settings, catalog.seasons[profile.season], as_of)
    return make_plain_plan(facts, amended(catalog, profile))


PlanOf = Callable[..., Plan]


@pytest.fixture(scope="module")
def plan_for_answers(catalog: Catalog) -> PlanOf:
    """The plan of someone with these answers, each made once."""
    made: dict[str, Plan] = {}

    def plan(said: Said, as_of: date = AS_OF) -> Plan:
        key = f"{as_of} {said}"
        if key not in made:
            made[key] = planned(catalog, make_profile(**said), as_of)
        return made[key]

    return plan


def ranking(plan: Plan, id_: str) -> Ranking:
    return next(one for one in plan.rankings if one.id == id_)


def row_of(plan: Plan, id_: str, host: str) -> RankRow:
    return next(one for one in ranking(plan, id_).rows if host in (one.host_id, one.name))


def points_of(found: RankRow, criterion: str) -> Points:
    return next(one for one in found.points if one.criterion == criterion)


def span(expected: Any) -> tuple[int, int]:
    """A number, or a range like 0-8."""
    low, _, high = str(expected).partition("-")
    return int(low), int(high or low)


def each(*sections: str) -> pytest.MarkDecorator:
    """Every case with one of these sections."""
    found = {id_: case for id_, case in READ.items() if any(section in case for section in sections)}
    return pytest.mark.parametrize("case", [pytest.param(case, id=id_) for id_, case in found.items()])


# --- people unlike each other, worked out by hand ---


@each("rotate", "apply")
def test_the_points_are_those_worked_out_by_hand(case: Said, plan_for_answers: PlanOf) -> None:
    plan = plan_for_answers(case["profile"])
    wanted = {
        (id_, host, name): span(points)
        for id_ in RANKINGS
        for host, criteria in case.get(id_, {}).items()
        for name, points in criteria.items()
    }

    found = {key: _found(row_of(plan, key[0], key[1]), key[2]) for key in wanted}

    assert found == wanted


def _found(place: RankRow, name: str) -> tuple[int, int]:
    if name == "total":
        return place.low, place.high
    return points_of(place, name).low, points_of(place, name).high


@each("first")
def test_what_most_speaks_for_comes_first(case: Said, plan_for_answers: PlanOf) -> None:
    plan = plan_for_answers(case["profile"])

    assert {id_: ranking(plan, id_).rows[0].host_id for id_ in case["first"]} == case["first"]


# --- what an answer does ---

SETTLED = [
    pytest.param("rotate", "utsw", "verdict", {}, {"inquiries": [YES := {"host": "UTSW", "sent": "2026-09-01",
                 "answered": "2026-09-02", "outcome": "open"}]}, id="a yes"),
    pytest.param("rotate", "utsw", "verdict", {}, {"inquiries": [{**YES, "outcome": "closed"}]}, id="a no"),
    pytest.param("rotate", "kansas", "verdict", {}, {"applicant.citizenship": "citizen-by-birth"}, id="a citizen"),
    pytest.param("rotate", "emory", "verdict", {}, {"school.visiting_service": False}, id="no service"),
    pytest.param("rotate", "duke", "verdict", {"school.visiting_service": True}, {"school.name": "Nagoya University"},
                 id="a partner"),
    pytest.param("rotate", "duke", "verdict", {}, {"school.name": "Elsewhere"}, id="no partner"),
    pytest.param("rotate", "emory", "wanted", {}, {"targets.programs": ["emory"]}, id="wanted first"),
    pytest.param("apply", "emory", "wanted", {}, {"targets.programs": ["siu", "emory"]}, id="wanted second"),
    pytest.param("apply", "emory", "wanted", {}, {"targets.programs": []}, id="not wanted"),
    pytest.param("rotate", "yale", "wanted", {}, {"targets.hosts": ["Yale"]}, id="a host that is wanted"),
    pytest.param("rotate", "emory", "region", {}, {"targets.regions": ["south"], "targets.couples_match": False},
                 id="in a region"),
    pytest.param("apply", "emory", "region", {}, {"targets.regions": ["west"], "targets.couples_match": False},
                 id="in no region"),
    pytest.param("apply", "emory", "region", {"targets.regions": ["south"]}, {"targets.couples_match": False},
                 id="no couple"),
    pytest.param("apply", "emory", "region", {"targets.regions": ["south"], "targets.couples_match": True},
                 {"targets.partner_regions": ["west"]}, id="a partner elsewhere"),
    pytest.param("apply", "emory", "region", {"targets.regions": ["west"], "targets.couples_match": True},
                 {"targets.partner_regions": []}, id="a partner for whom all is well"),
    pytest.param("rotate", "emory", "lodging", {}, {"targets.free_housing": ["atlanta"]}, id="a bed there"),
    pytest.param("rotate", "emory", "lodging", {}, {"targets.free_housing": []}, id="a bed nowhere"),
    pytest.param("rotate", "mcw", "fee", {}, {"hosts": [{"host": "MCW", "fee": 0}]}, id="no fee"),
    pytest.param("rotate", "mcw", "fee", {}, {"hosts": [{"host": "MCW", "fee": 301}]}, id="a high fee"),
    pytest.param("rotate", "yale", "credit", {}, {"targets.license_states": []}, id="no license"),
    pytest.param("rotate", "emory", "letter", {}, {"letters": []}, id="no letters"),
    pytest.param("apply", "siu", "letters", {}, {"letters": []}, id="no letters yet"),
    pytest.param("apply", "siu", "own", {}, {"rotations": []}, id="no rotations"),
    pytest.param("apply", "siu", "filters", {}, {"exams.step_1.status": "passed", "exams.step_2_ck.status": "passed"},
                 id="exams passed"),
    pytest.param("apply", "utsw", "filters", {}, {"exams.ecfmg_certificate.status": "passed"}, id="certified"),
    pytest.param("apply", "emory", "departments", {}, {"exams.step_1": {"status": "passed", "attempts": 2}},
                 id="failed once"),
    pytest.param("apply", "mcw", "recruits", {}, {"hosts": [{"host": "mcw", "recruiting": True}]}, id="recruits"),
    pytest.param("apply", "mcw", "recruits", {}, {"hosts": [{"host": "mcw", "recruiting": False}]}, id="closed"),
    pytest.param("apply", "utsw", "license", {}, {"targets.license_states": ["TX"]}, id="the state of a license"),
]  # fmt: skip


@pytest.mark.parametrize(("id_", "host", "criterion", "before", "answer"), SETTLED)
def test_an_answer_settles_what_was_named_and_the_total_stays_within(
    id_: str, host: str, criterion: str, before: Said, answer: Said, plan_for_answers: PlanOf
) -> None:
    open_ = row_of(plan_for_answers(before), id_, host)
    settled = row_of(plan_for_answers({**before, **answer}), id_, host)
    was, now = points_of(open_, criterion), points_of(settled, criterion)

    assert bool(was.unknown and was.settle and was.hangs_on)
    assert was.low <= now.low <= now.high <= was.high
    assert set(now.levels) < set(was.levels)
    assert open_.low <= settled.low <= settled.high <= open_.high


FULLY_TOLD = {
    "applicant.citizenship": "citizen-by-birth",
    "school.visiting_service": True,
    "exams": {"step_1": {"status": "passed", "attempts": 1},
              "step_2_ck": {"status": "passed", "attempts": 1, "score": 240},
              "ecfmg_certificate": {"status": "passed"}},
    "letters": [],
    "rotations": [],
    "targets": {"programs": [], "hosts": [], "regions": [], "couples_match": False, "free_housing": [],
                "license_states": []},
}  # fmt: skip


def test_one_answer_after_the_other_only_ever_narrows_every_total(plan_for_answers: PlanOf) -> None:
    told_so_far: dict[str, Any] = {}
    plans = [plan_for_answers({})]
    for name, value in FULLY_TOLD.items():
        told_so_far = {**told_so_far, name: value}
        plans.append(plan_for_answers(dict(told_so_far)))

    for before, after in pairwise(plans):
        for id_ in RANKINGS:
            for old in ranking(before, id_).rows:
                new = row_of(after, id_, old.host_id or old.name)
                assert old.low <= new.low <= new.high <= old.high, (id_, old.name)


def test_who_has_told_all_leaves_only_what_places_must_tell(plan_for_answers: PlanOf) -> None:
    plan = plan_for_answers(FULLY_TOLD)
    theirs = {"wanted", "own", "region", "lodging", "license", "letter"}

    open_ = {
        one.criterion for id_ in RANKINGS for place in ranking(plan, id_).rows for one in place.points if one.unknown
    }

    assert open_ & theirs == set()


# --- weights ---


def shapes(plan: Plan, but: str) -> dict[tuple[str, str, str], tuple[int, int]]:
    """The points of every place in every criterion but one."""
    return {
        (one.id, place.host_id or place.name, points.criterion): (points.low, points.high)
        for one in plan.rankings
        for place in one.rows
        for points in place.points
        if points.criterion != but
    }


@pytest.mark.parametrize("criterion", sorted(JUDGED))
def test_a_weight_of_ones_own_changes_that_criterion_and_no_other(
    criterion: str, catalog: Catalog, plan_for_answers: PlanOf
) -> None:
    usual, own = plan_for_answers({}), plan_for_answers({"targets.weights": [{"criterion": criterion, "weight": 7}]})

    assert shapes(usual, criterion) == shapes(own, criterion)
    for one in catalog.files.ranking.rankings:
        entry = next((entry for entry in one.criteria if entry.id == criterion), None)
        for place in ranking(usual, one.id).rows if entry else ():
            mine = points_of(row_of(own, one.id, place.host_id or place.name), criterion)
            was = points_of(place, criterion)
            assert (mine.low * entry.weight, mine.high * entry.weight) == (was.low * 7, was.high * 7)


def test_a_weight_of_nothing_takes_a_criterion_out_of_the_sum(plan_for_answers: PlanOf) -> None:
    plan = plan_for_answers({"targets.weights": [{"criterion": name, "weight": 0} for name in sorted(JUDGED)]})

    assert {(place.low, place.high, place.place) for one in plan.rankings for place in one.rows} == {(0, 0, 1)}


def test_the_criteria_say_which_weights_are_the_persons_own(plan_for_answers: PlanOf) -> None:
    plan = plan_for_answers({"targets.weights": [{"criterion": "region", "weight": 9}]})

    assert {(one.id, c.id, c.weight) for one in plan.rankings for c in one.criteria if c.own} == {
        ("rotate", "region", 9),
        ("apply", "region", 9),
    }


@pytest.mark.parametrize(
    ("weights", "says"),
    [
        pytest.param([{"criterion": "wantd", "weight": 3}], "did you mean 'wanted'?", id="a name that is nearly one"),
        pytest.param(
            [{"criterion": "wanted", "weight": 11}], "expected a weight from 0 to 10, found 11", id="too high"
        ),
        pytest.param([{"criterion": "wanted", "weight": -1}], "expected 0 or more, found -1", id="below nothing"),
        pytest.param(
            [{"criterion": "wanted", "weight": 1}, {"criterion": "wanted", "weight": 2}],
            "'wanted' stands in this list twice",
            id="twice",
        ),
        pytest.param(
            [{"criterion": "wanted", "weight": 10}, {"criterion": "fee", "weight": 0}], "", id="as it should be"
        ),
    ],
)
def test_what_is_wrong_with_a_weight_is_said(weights: list[Said], says: str, catalog: Catalog) -> None:
    profile, document = make_profile(**{"targets.weights": weights}), Document({}, {}, {}, "profile.yml")
    problems = [
        *contradictions(profile, document, as_of=AS_OF),
        *check_words(
            profile,
            document,
            catalog.settings,
            program_ids=catalog.program_ids,
            document_ids=catalog.document_ids,
            type_ids=catalog.type_ids,
            criterion_ids=catalog.criterion_ids,
        ),
    ]

    assert [says in str(problem) for problem in problems] == [True] * bool(says)


# --- order ---


class Level:
    """A level for tests."""

    def __init__(self, id_: str, worth: int, upto: int | None = None) -> None:
        self.id, self.worth, self.upto, self.because = id_, worth, upto, f"{id_}."


def pointed(low: int, high: int, hangs_on: str = "", criterion: str = "one") -> Points:
    levels = ("a",) if low == high else ("a", "b")
    return Points(criterion, low, high, 1, levels, "", ("house-rule",), "", "", hangs_on)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rows", "order", "places"),
    [
        pytest.param([("A", 1, 3), ("B", 3, 3)], ["B", "A"], [1, 2], id="by the middle"),
        pytest.param([("A", 0, 8), ("B", 3, 5)], ["B", "A"], [1, 2], id="then by the lower end"),
        pytest.param([("b", 2, 4), ("A", 2, 4), ("C", 0, 0)], ["A", "b", "C"], [1, 1, 3], id="then by name, one place"),
    ],
)
def test_places_stand_by_middle_lower_end_and_name(
    rows: list[tuple[str, int, int]], order: list[str], places: list[int]
) -> None:
    found = ordered(row("", name, [pointed(low, high)]) for name, low, high in rows)

    assert ([one.name for one in found], [one.place for one in found]) == (order, places)


@pytest.mark.parametrize(
    ("below", "above", "may"),
    [
        pytest.param([pointed(0, 5)], [pointed(4, 4)], True, id="its best is more than the other's worst"),
        pytest.param([pointed(0, 4)], [pointed(4, 4)], False, id="its best is only the same"),
        pytest.param([pointed(0, 8, "regions")], [pointed(0, 8, "regions")], False, id="one answer moves both"),
        pytest.param([pointed(0, 8, "fee a")], [pointed(0, 8, "fee b")], True, id="two answers move one each"),
        pytest.param(
            [pointed(0, 8, "regions"), pointed(1, 1)], [pointed(0, 8, "regions"), pointed(0, 0)], True,
            id="one answer moves both, and the rest decides",
        ),
    ],
)  # fmt: skip
def test_a_row_may_pass_the_one_before_it_where_answers_allow(
    below: list[Points], above: list[Points], may: bool
) -> None:
    assert may_pass(row("", "B", below), row("", "A", above)) is may


@pytest.mark.parametrize(
    ("finding", "levels"),
    [
        pytest.param(Finding(), ["free", "cheap", "dear"], id="nothing found, anything possible"),
        pytest.param(Finding(("dear",)), ["dear"], id="one that is named"),
        pytest.param(Finding(("dear",), amount=0), ["free"], id="an amount at a limit"),
        pytest.param(Finding(("dear",), amount=1), ["cheap"], id="an amount past it"),
        pytest.param(Finding(("dear",), amount=100), ["cheap"], id="at the next limit"),
        pytest.param(Finding(("dear",), amount=101), ["dear"], id="past the last limit"),
    ],
)
def test_the_levels_that_are_possible(finding: Finding, levels: list[str]) -> None:
    criterion: Any = type("C", (), {"levels": [Level("free", 4, 0), Level("cheap", 2, 100), Level("dear", 0)]})

    assert [level.id for level in possible(criterion, finding)] == levels


def test_an_open_level_names_what_is_unknown_and_who_knows(catalog: Catalog) -> None:
    criterion = catalog.files.ranking.ranking("apply").criteria[0]
    score = partial(scored, criterion, weight=3, not_known=catalog.files.ranking.not_known)

    open_, known = score(Finding(hangs_on="x")), score(Finding(("not-named",)))

    assert (open_.low, open_.high, open_.unknown, open_.settle) == (0, 12, criterion.unknown, criterion.settle)
    assert (known.low, known.high, known.unknown, known.settle, known.hangs_on) == (0, 0, "", "", "")


# --- everybody ---


@pytest.fixture(scope="module")
def drafted(catalog: Catalog) -> Callable[[Facts], Plan]:
    """Facts to a plan without what would change it; hypothesis shows this name instead of a whole catalog."""
    return lambda facts: make_plain_plan(facts, catalog)


@given(said=PEOPLE)
@random(30)
def test_rankings_and_list_hold_for_everybody(
    said: Said, facts_of: Callable[..., Facts], drafted: Callable[[Facts], Plan]
) -> None:
    plan = drafted(facts_of(said))

    _rankings_hold(plan)
    _no_closed_host_above_an_open_one(plan)
    _list_holds(plan.application)


def _rankings_hold(plan: Plan) -> None:
    for one in plan.rankings:
        names = [(-(place.low + place.high), -place.low, place.name.casefold(), place.name) for place in one.rows]
        assert names == sorted(names)
        for place in one.rows:
            assert (place.low, place.high) == (sum(p.low for p in place.points), sum(p.high for p in place.points))
            assert [p.criterion for p in place.points] == [c.id for c in one.criteria]
            assert 0 <= place.low <= place.high <= one.most
            for points in place.points:
                assert points.sources
                assert set(points.sources) <= SOURCES
                assert bool(points.unknown) == (len(points.levels) > 1) == bool(points.settle) == bool(points.hangs_on)
                assert points.unknown or points.low == points.high


def _no_closed_host_above_an_open_one(plan: Plan) -> None:
    """With the guide's own weights, whatever else speaks for a host."""
    rows = ranking(plan, "rotate").rows
    verdicts = [points_of(place, "verdict").levels for place in rows]
    closed = [number for number, levels in enumerate(verdicts) if levels == ("closed",)]
    last_open = max((number for number, levels in enumerate(verdicts) if levels == ("open",)), default=-1)
    assert all(number > last_open for number in closed)


def by_hand(programs: int) -> int:
    """Eleven dollars each for the first thirty, thirty for each one more."""
    return 11 * min(programs, 30) + 30 * max(programs - 30, 0)


def _list_holds(list_: Application) -> None:
    on_it = {(one.host_id, one.name) for kind in list_.kinds for one in kind.programs}
    own = [kind for kind in list_.kinds if not kind.within]
    for kind in own:
        count = kind.count.value
        assert 0 <= count.low <= count.high
        assert kind.fee == Money(by_hand(count.low), by_hand(count.high))
    assert list_.fees == Money(sum(k.fee.low for k in own if k.fee), sum(k.fee.high for k in own if k.fee))
    for signals in list_.signals:
        places = [(one.host_id, one.name) for one in signals.assigned]
        assert len(places) == len(set(places)) <= signals.number
        assert set(places) <= on_it
        assert len(places) + signals.left == (signals.number if list_.open else 0)
        for tier in signals.tiers:
            assert sum(one.tier == tier.id for one in signals.assigned) <= tier.number
    assert sum(one.named for one in list_.divisions) <= 3
    assert all(one.because and one.sources for kind in list_.kinds for one in kind.programs)


def test_the_same_answers_give_the_same_order_however_hosts_are_read(catalog: Catalog) -> None:
    profile = make_profile(**{"targets.regions": ["south"]})
    turned = replace(catalog, programs=catalog.programs[::-1], hosts=catalog.hosts[::-1])

    plans = [planned(one, profile) for one in (catalog, turned)]

    assert plans[0].rankings == plans[1].rankings


# --- what a program asks ---


def one_taken(status: str) -> Said:
    """Step 1 in this status, and Step 2 CK still ahead."""
    return {"exams": {"step_1": {"status": status}, "step_2_ck": {"status": "planned"}}}


WAITING = {"exams.step_1.status": "waiting"}
NOT_TAKEN = {"exams.step_1.status": "not-taken"}
NO_CERTIFICATE = {"exams.ecfmg_certificate.status": "not-taken"}


@pytest.mark.parametrize(
    ("program", "kind", "said", "passes"),
    [
        pytest.param("utsw", "graduated-since", {"school.graduation": "2012-12-31"}, False, id="before the floor"),
        pytest.param("utsw", "graduated-since", {"school.graduation": "2013-01-01"}, None, id="at the floor"),
        pytest.param("utsw", "graduated-since", {"school.graduation": "2021-12-31"}, None, id="before it moves"),
        pytest.param("utsw", "graduated-since", {"school.graduation": "2022-01-01"}, True, id="at the moved floor"),
        pytest.param("siu", "graduated-within", {"school.graduation": "2021-12-31"}, False, id="more than five years"),
        pytest.param("siu", "graduated-within", {"school.graduation": "2022-01-01"}, True, id="five years"),
        pytest.param("emory", "first-attempt", {}, None, id="attempts unknown"),
        pytest.param("emory", "first-attempt", {"exams.step_1": {"status": "failed"}}, False, id="failed"),
        pytest.param("musc", "passed", {"exams.step_1.status": "passed"}, True, id="passed"),
        pytest.param("musc", "passed", {"exams.step_1.status": "not-taken"}, None, id="still ahead"),
        pytest.param("uc-davis", "passed", one_taken("passed"), True, id="only what was taken counts"),
        pytest.param("uc-davis", "passed", one_taken("failed"), None, id="failed, and may be passed yet"),
        pytest.param("utsw", "certificate-by", {"exams.ecfmg_certificate.status": "passed"}, True, id="certified"),
        pytest.param("utsw", "certificate-by", {"exams.ecfmg_certificate.status": "not-taken"}, None, id="not yet"),
        pytest.param("duke", "us-experience", {"experience": []}, None, id="no experience yet"),
        pytest.param("duke", "us-experience", {"experience": [{"field": "medicine", "hands_on": True}]}, True,
                     id="experience"),
        pytest.param("kansas", "school-list", {}, None, id="a list that only the board knows"),
    ],
)  # fmt: skip
def test_whether_someone_passes_what_a_program_asks(
    program: str, kind: str, said: Said, passes: bool | None, catalog: Catalog, facts_of: Callable[..., Facts]
) -> None:
    status = {"school.status": "graduated"} if str(said.get("school.graduation", "2030")) < "2026-11-22" else {}
    asked = next(one for one in catalog.files.readings.of(program).filters if one.kind == kind)

    assert PASSES[kind](asked, facts_of({**status, **said})) is passes


@pytest.mark.parametrize(
    ("program", "kind", "said", "as_of", "passes"),
    [
        pytest.param("musc", "passed", NOT_TAKEN, date(2026, 9, 22), None, id="before reading"),
        pytest.param("musc", "passed", NOT_TAKEN, date(2026, 9, 23), False, id="programs read"),
        pytest.param("musc", "passed", WAITING, date(2026, 9, 23), None, id="a result to come"),
        pytest.param("musc", "passed", {}, date(2026, 9, 23), None, id="nothing said is no no"),
        pytest.param("utsw", "certificate-by", NO_CERTIFICATE, date(2027, 1, 30), None,
                     id="the day before it is wanted"),
        pytest.param("utsw", "certificate-by", NO_CERTIFICATE, date(2027, 1, 31), False,
                     id="on the day"),
        pytest.param("utsw", "certificate-by", {}, date(2027, 2, 1), None, id="nothing said of the certificate"),
    ],
)  # fmt: skip
def test_what_is_missing_can_be_had_until_its_day(
    program: str,
    kind: str,
    said: Said,
    as_of: date,
    passes: bool | None,
    catalog: Catalog,
    facts_of: Callable[..., Facts],
) -> None:
    asked = next(one for one in catalog.files.readings.of(program).filters if one.kind == kind)
    running = {"season": 2027, "school.graduation": "2027-05-21"}

    assert PASSES[kind](asked, facts_of({**running, **said}, as_of=as_of)) is passes


# --- content ---


def test_the_verdict_weighs_as_much_as_everything_else_about_a_host(catalog: Catalog) -> None:
    weights = {one.id: one.weight for one in catalog.files.ranking.ranking("rotate").criteria}

    assert weights.pop("verdict") == sum(weights.values())


def test_signals_of_the_season_are_the_figures_that_pages_quote(catalog: Catalog) -> None:
    running = {one.specialty: one for one in catalog.seasons[2027].signals}
    quoted = {
        "combined": "signals-med-psych",
        "psychiatry": "signals-psychiatry",
        "family-medicine": "signals-family-medicine",
    }

    for specialty, figure in quoted.items():
        assert str(sum(tier.number for tier in running[specialty].tiers)) == catalog.figures[figure].value
    gold, silver = running["medicine"].tiers
    assert f"{gold.number} gold and {silver.number} silver" == catalog.figures["signals-internal-medicine"].value


def test_the_number_of_divisions_is_the_figure(catalog: Catalog) -> None:
    file = catalog.files.divisions

    assert f"up to {file.most} of {len(file.divisions)} regions" == catalog.figures["geographic-preferences"].value


def test_what_is_read_of_a_program_rests_on_what_its_file_states(catalog: Catalog) -> None:
    programs = {one.id: one for one in catalog.programs}
    loose = []
    for reading in catalog.files.readings.readings:
        stated = set(re.findall(r"[a-z0-9-]+", programs[reading.program].model_dump_json()))
        read = [reading.integrated, reading.imgs, reading.letters, *reading.filters, *reading.departments]
        loose += [(reading.program, source) for one in read if one for source in one.sources if source not in stated]

    assert loose == []


@pytest.mark.parametrize("field", ["letters", "img_statement"])
def test_what_a_program_states_is_read(field: str, catalog: Catalog) -> None:
    """A program that says something of letters or of people trained abroad has a reading of it."""
    unread = []
    for program in (one for one in catalog.programs if not one.military):
        reading = catalog.files.readings.of(program.id)
        read = reading.letters if field == "letters" else reading.imgs or reading.asked(None)
        if getattr(program, field).value is not None and not read:
            unread.append(program.id)

    assert unread == []


def without(entries: tuple[Any, ...], id_: str) -> tuple[Any, ...]:
    return tuple(one for one in entries if one.id != id_)


def broken(catalog: Catalog, what: str) -> Catalog:
    """The catalog with one thing gone from the files on ranking and applying."""
    files = catalog.files
    first, *others = files.ranking.rankings
    less = {
        "criterion": first.model_copy(update={"criteria": without(first.criteria, "fee")}),
        "level": first.model_copy(
            update={
                "criteria": tuple(
                    one.model_copy(update={"levels": without(one.levels, "closed")}) for one in first.criteria
                )
            }
        ),
    }
    made: dict[str, Any] = {
        **{
            name: {"ranking": files.ranking.model_copy(update={"rankings": (ranking_, *others)})}
            for name, ranking_ in less.items()
        },
        "kind": {
            "application_list": files.application_list.model_copy(
                update={"kinds": without(files.application_list.kinds, "psychiatry")}
            )
        },
        "division": {
            "divisions": files.divisions.model_copy(update={"divisions": without(files.divisions.divisions, "pacific")})
        },
    }
    return replace(catalog, files=replace(files, **made[what]))


@pytest.mark.parametrize(
    ("what", "says"),
    [
        pytest.param("criterion", "rotate: the criterion fee is missing", id="a criterion"),
        pytest.param("level", "rotate, verdict: the level closed is missing", id="a level"),
        pytest.param("kind", "the kind psychiatry is missing", id="a kind of program"),
        pytest.param("division", "CA is not once in a division of the west", id="a division"),
    ],
)
def test_what_is_missing_in_the_files_is_told(what: str, says: str, catalog: Catalog) -> None:
    told_ = [line for check in APPLYING_CHECKS for _, line, _ in check(broken(catalog, what))]

    assert says in told_


def test_nothing_is_missing_in_the_files(catalog: Catalog) -> None:
    assert [line for check in APPLYING_CHECKS for line in check(catalog)] == []


# --- the pages ---

SPAN = r"\d+(?: to \d+)?"
POINT = re.compile(
    rf"^    - \*\*(?P<name>.+?)\*\*: (?P<weight>\d+) × (?P<level>{SPAN}) = \*\*(?P<product>{SPAN})\*\*\."
)
TOTAL = re.compile(rf"^    \*\*Together: (?P<total>{SPAN})\*\* of (?P<most>\d+)\.")
FOLD = re.compile(rf'^\?\?\? source "\d+\. .*: (?P<total>{SPAN})"$')


def ends(words: str) -> tuple[int, int]:
    low, _, high = words.partition(" to ")
    return int(low), int(high or low)


def folds(page: str) -> Iterator[tuple[list[re.Match[str]], str, str]]:
    """Each place of a page: its points, its total, and the total in its heading."""
    points: list[re.Match[str]] = []
    heading = ""
    for line in page.splitlines():
        if found := FOLD.match(line):
            points, heading = [], found["total"]
        elif found := POINT.match(line):
            points.append(found)
        elif found := TOTAL.match(line):
            yield points, found["total"], heading


PAGES = {"rotate": "getting-in/ranking.md", "apply": "applying/list.md"}


@pytest.fixture(scope="module")
def page_for(catalog: Catalog) -> Callable[[Said, str], str]:
    """A page of someone with these answers."""
    made: dict[str, dict[str, str]] = {}

    def page(said: Said, path: str, as_of: date = AS_OF) -> str:
        key = f"{as_of} {said}"
        if key not in made:
            outputs = build_outputs(make_profile(**said), catalog, as_of=as_of, look_for_press=lambda: None)
            made[key] = {one.path: str(one.content) for one in outputs}
        return made[key][path]

    return page


@pytest.mark.parametrize("id_", PAGES)
@pytest.mark.parametrize(
    "name", ["nothing-said", "said-yes", "graduate-of-ten-years", "rotated-and-interviewed", "own-weights"]
)
def test_the_sum_of_the_points_on_the_page_is_the_total_on_the_page(
    id_: str, name: str, page_for: Callable[[Said, str], str], catalog: Catalog
) -> None:
    shown = list(folds(page_for(READ[name]["profile"], PAGES[id_])))
    criteria = catalog.files.ranking.ranking(id_).criteria

    assert len(shown) >= len([one for one in catalog.programs if not one.military])
    for points, total, heading in shown:
        assert [one["name"] for one in points] == [one.name for one in criteria]
        for one in points:
            low, high = ends(one["level"])
            assert ends(one["product"]) == (int(one["weight"]) * low, int(one["weight"]) * high)
        products = [ends(one["product"]) for one in points]
        assert ends(total) == ends(heading) == (sum(low for low, _ in products), sum(high for _, high in products))


@pytest.mark.parametrize("id_", PAGES)
def test_the_page_shows_the_places_of_the_plan_in_their_order(
    id_: str, page_for: Callable[[Said, str], str], plan_for_answers: PlanOf
) -> None:
    shown = [ends(total) for _, total, _ in folds(page_for({}, PAGES[id_]))]

    assert shown == [(one.low, one.high) for one in ranking(plan_for_answers({}), id_).rows]


def test_a_page_says_which_weights_are_the_persons_own(page_for: Callable[[Said, str], str]) -> None:
    page = page_for(READ["own-weights"]["profile"], PAGES["rotate"])

    assert "The weights of these are your own: Whether it will have you, Whether you want it and Your regions." in page
    assert "| Your regions | `region` | 10 (yours) | 40 |" in page


def test_no_page_makes_a_chance_of_points(page_for: Callable[[Said, str], str]) -> None:
    for page in (page_for({}, path) for path in PAGES.values()):
        told_ = re.sub(r'style="[^"]*"', "", page)
        assert not re.search(r"\d ?%|\bodds of\b|\bprobab", told_)


def test_a_name_of_the_applicants_own_is_text(page_for: Callable[[Said, str], str]) -> None:
    page = page_for({"targets.hosts": ["**Bold** <b>Hospital</b>"]}, PAGES["rotate"])

    assert "**Bold**" not in page
    assert "<b>Hospital" not in page


def test_each_case_is_an_applicant_without_contradiction() -> None:
    found = {
        path.stem: contradictions(make_profile(**READ[path.stem]["profile"]), Document({}, {}, {}, ""), as_of=AS_OF)
        for path in map(Path, CASES)
    }

    assert {name: problems for name, problems in found.items() if problems} == {}


# --- the terminal ---


def test_the_terminal_tells_the_first_five_of_each_and_the_numbers(
    catalog: Catalog, facts_of: Callable[..., Facts]
) -> None:
    facts = facts_of(READ["said-yes"]["profile"])
    plan = make_plain_plan(facts, catalog)
    text = unstyle("\n".join(plan_text(Sight(plan, facts, facts.answers(), catalog))))
    parts = dict(pairs_of(text.split("\n\n")))

    assert len(re.findall(r"^  \d+\. ", parts["WHERE TO ROTATE, RANKED"], re.MULTILINE)) == 5
    assert "  1. UT Southwestern (open): 78 of 80 points." in parts["WHERE TO ROTATE, RANKED"]
    assert len(re.findall(r"^  \d+\. ", parts["COMBINED PROGRAMS, RANKED"], re.MULTILINE)) == 5
    assert "  1. UT Southwestern: 48 to 64 of 80 points" in parts["COMBINED PROGRAMS, RANKED"]
    assert "- Combined medicine-psychiatry: 8 to 13, $88 to $143 in fees." in parts["APPLICATION LIST"]
    assert "- Signals in medicine-psychiatry: " in parts["APPLICATION LIST"]


def pairs_of(paragraphs: list[str]) -> Iterator[tuple[str, str]]:
    """Each section of the terminal by its heading."""
    for paragraph in paragraphs:
        heading, _, below = paragraph.partition("\n")
        yield heading, below
