"""The application list: how many of each kind, fees, signals and divisions, worked out by hand."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from test_ranking import PAGES, PlanOf, Said, each, page_for, plan_for_answers, span

from generator.catalog import Catalog
from generator.plan import Application, Money, Plan
from generator.rules.costs import tiered

__all__ = ["page_for", "plan_for_answers"]


def told(list_: Application) -> dict[str, Any]:
    """The list as the cases tell it."""
    combined = next((one.assigned for one in list_.signals if one.specialty == "combined"), ())
    return {
        **{kind.id: (kind.count.value.low, kind.count.value.high) for kind in list_.kinds},
        "known": [one.host_id or one.name for one in list_.kinds[-1].programs],
        "fees": (list_.fees.low, list_.fees.high),
        "signals": [one.host_id for one in combined],
        "preference": list_.preference.value,
        "divisions": [one.id for one in list_.divisions if one.named],
        "left_out": [one.host_id for one in list_.left_out],
    }


@each("list")
def test_the_list_is_the_one_worked_out_by_hand(case: Said, plan_for_answers: PlanOf) -> None:
    found = told(plan_for_answers(case["profile"]).application)
    wanted = {name: value for name, value in case["list"].items() if name != "notes"}

    assert {name: found[name] for name in wanted} == {
        name: value if isinstance(value, list) or name == "preference" else span(value)
        for name, value in wanted.items()
    }


# --- the numbers of the list, both sides of each line ---


def scored_at(score: int) -> Said:
    return {
        "exams": {"step_1": {"status": "passed", "attempts": 1},
                  "step_2_ck": {"status": "passed", "attempts": 1, "score": score}},
        "school.repeated_years": 0,
        "explain": [],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("said", "count", "fees"),
    [
        pytest.param({}, (30, 60), (330, 1230), id="nothing known"),
        pytest.param(scored_at(226), (40, 60), (630, 1230), id="very low"),
        pytest.param(scored_at(227), (30, 40), (330, 630), id="not very low, but borderline"),
        pytest.param(scored_at(235), (30, 40), (330, 630), id="still borderline"),
        pytest.param(scored_at(236), (30, 40), (330, 630), id="no longer borderline"),
        pytest.param(scored_at(244), (30, 40), (330, 630), id="not strong"),
        pytest.param(scored_at(245), (30, 30), (330, 330), id="strong"),
        pytest.param({**scored_at(260), "school.repeated_years": 1}, (40, 60), (630, 1230), id="a repeated year"),
    ],
)
def test_how_many_in_medicine(
    said: Said, count: tuple[int, int], fees: tuple[int, int], plan_for_answers: PlanOf
) -> None:
    kind = next(one for one in plan_for_answers(said).application.kinds if one.id == "medicine")

    assert (kind.count.value.low, kind.count.value.high) == count
    assert kind.fee == Money(*fees)


@pytest.mark.parametrize(("count", "fee"), [(0, 0), (1, 11), (13, 143), (30, 330), (31, 360), (40, 630), (60, 1230)])
def test_the_fees_are_those_of_the_tiers(count: int, fee: int, catalog: Catalog) -> None:
    assert tiered(catalog.files.costs.eras_tiers.tiers, count) == fee


def test_the_costs_page_counts_the_same_list(plan_for_answers: PlanOf) -> None:
    plan = plan_for_answers({})
    line = next(one for one in plan.costs.value.lines if one.id == "eras-applications")

    assert line.total == plan.application.fees == Money(803, 1703)


def test_a_number_says_what_would_change_it(plan_of: Callable[..., Plan]) -> None:
    kind = next(one for one in plan_of({}).application.kinds if one.id == "medicine")
    changes = {one.id: (one.value.low, one.value.high) for one in kind.count.would_change}

    assert changes["score-of-250"] == (30, 30)
    assert changes["score-of-220"] == (40, 60)
    assert set(kind.count.unsettled) >= {"scores-very-low", "scores-strong"}


# --- signals ---

DONE = {"host": "Iowa", "field": "psychiatry", "status": "done", "first": "2026-07-06", "last": "2026-07-31"}
NOTHING_PLANNED = {"means.weeks": 0}


def signals_of(plan: Plan, specialty: str) -> list[tuple[str, str]]:
    found = next(one for one in plan.application.signals if one.specialty == specialty)
    return [(one.tier, one.host_id or one.name) for one in found.assigned]


@pytest.mark.parametrize(
    ("said", "signaled"),
    [
        pytest.param({"targets.programs": ["mcw", "siu", "duke"]}, ["mcw", "siu"], id="by wish"),
        pytest.param(
            {"targets.programs": ["mcw", "siu"], "rotations": [DONE]}, ["iowa", "mcw"], id="one that knows them"
        ),
        pytest.param(
            {"targets.programs": ["iowa", "siu"], "rotations": [DONE]}, ["iowa", "siu"], id="not twice the same"
        ),
        pytest.param(
            {"targets.programs": ["siu", "mcw"], "school.status": "graduated", "school.graduation": "2015-05-01"},
            ["mcw", "utsw"],
            id="none to one that turns them away",
        ),
        pytest.param(
            {"targets.programs": ["mcw", "siu"], "hosts": [{"host": "mcw", "recruiting": False}]},
            ["siu", "utsw"],
            id="none to one that does not recruit",
        ),
    ],
)
def test_the_two_combined_signals(said: Said, signaled: list[str], plan_for_answers: PlanOf) -> None:
    plan = plan_for_answers({**NOTHING_PLANNED, **said})

    assert [host for _, host in signals_of(plan, "combined")] == signaled


def test_medicine_spends_gold_where_it_is_asked_for_and_then_by_reason(plan_for_answers: PlanOf) -> None:
    said = {"targets.programs": ["mcw", "siu", "duke"], "rotations": [DONE]}
    plan = plan_for_answers({**NOTHING_PLANNED, **said})

    assert signals_of(plan, "medicine")[:3] == [("gold", "duke"), ("gold", "iowa"), signals_of(plan, "medicine")[2]]
    assert [tier for tier, _ in signals_of(plan, "medicine")] == ["gold", "gold", "gold", "silver"]
    assert {host for _, host in signals_of(plan, "medicine")} == {"duke", "iowa", "mcw", "siu"}
    assert next(one.left for one in plan.application.signals if one.specialty == "medicine") == 11


def test_another_hospital_is_signaled_only_in_the_subject_in_which_it_trains_residents(
    plan_for_answers: PlanOf,
) -> None:
    elsewhere = {**DONE, "host": "Lakeside Hospital", "field": "medicine", "program_in_field": True}
    plan = plan_for_answers({**NOTHING_PLANNED, "targets.programs": [], "rotations": [elsewhere]})
    untold = plan_for_answers(
        {**NOTHING_PLANNED, "targets.programs": [], "rotations": [{**elsewhere, "program_in_field": "unknown"}]}
    )

    assert signals_of(plan, "medicine") == [("gold", "Lakeside Hospital")]
    assert signals_of(plan, "psychiatry") == signals_of(untold, "medicine") == []


def test_a_planned_block_is_named_as_no_more_than_that(plan_for_answers: PlanOf) -> None:
    plan = plan_for_answers({"targets.programs": []})
    planned_at = {block.host_id for block in plan.schedule.value.planned}
    first = next(one for one in plan.application.signals if one.specialty == "combined").assigned[0]

    assert first.host_id in planned_at
    assert "If the block does not come about" in first.because


@pytest.mark.parametrize(
    ("season", "certainty"), [pytest.param(2027, "official", id="published"), pytest.param(2028, "projected", id="not")]
)
def test_how_many_signals_there_are_is_told_with_how_sure_that_is(
    season: int, certainty: str, plan_for_answers: PlanOf
) -> None:
    said = {"season": season, "school.graduation": f"{season}-05-19"}
    found = plan_for_answers(said).application.signals

    assert [(one.specialty, one.number, one.certainty) for one in found] == [
        ("combined", 2, certainty),
        ("medicine", 15, certainty),
        ("psychiatry", 10, certainty),
    ]
    assert all(bool(one.find_out) == (certainty == "projected") for one in found)


@pytest.mark.parametrize(
    ("others", "named", "numbers"),
    [
        pytest.param(["psychiatry", "Internal Medicine"], (), {}, id="the two that are on it anyway"),
        pytest.param(["Family Medicine"], ("Family Medicine",), {"family-medicine": 5}, id="one with signals"),
        pytest.param(["Neurology"], ("Neurology",), {}, id="one of which the guide knows none"),
        pytest.param([], (), {}, id="none"),
    ],
)
def test_other_specialties_are_respected(
    others: list[str], named: tuple[str, ...], numbers: Said, plan_for_answers: PlanOf
) -> None:
    list_ = plan_for_answers({"targets.other_specialties": others}).application
    extra = {one.specialty: one.number for one in list_.signals[3:]}

    assert (list_.others, extra) == (named, numbers)


@pytest.mark.parametrize(
    ("as_of", "is_open"),
    [
        pytest.param(date(2026, 9, 22), True, id="the day before programs read"),
        pytest.param(date(2026, 9, 23), False, id="the day on which they do"),
        pytest.param(date(2027, 3, 4), False, id="rank lists closed"),
    ],
)
def test_nothing_is_signaled_or_named_once_programs_read(as_of: date, is_open: bool, plan_for_answers: PlanOf) -> None:
    said = {"season": 2027, "school.graduation": "2027-05-21", "targets.regions": ["south"]}
    list_ = plan_for_answers(said, as_of).application

    assert list_.open is is_open
    assert any(one.assigned for one in list_.signals) is is_open
    assert any(one.named for one in list_.divisions) is is_open
    assert any(one.left for one in list_.signals) is is_open


# --- divisions ---


@pytest.mark.parametrize(
    ("targets", "named"),
    [
        pytest.param({}, [], id="not told"),
        pytest.param({"regions": []}, [], id="anywhere"),
        pytest.param({"regions": ["west"]}, ["mountain", "pacific"], id="all that a region has"),
        pytest.param({"regions": ["northeast"]}, ["new-england", "middle-atlantic"], id="where no combined program is"),
        pytest.param(
            {"regions": ["midwest", "west"]}, ["east-north-central", "west-north-central", "pacific"], id="the fullest"
        ),
        pytest.param(
            {"regions": ["midwest", "south"], "programs": ["iowa", "kansas", "siu"]},
            ["west-north-central", "south-atlantic", "east-north-central"],
            id="of those alike the wanted ones",
        ),
    ],
)
def test_which_divisions_to_name(targets: Said, named: list[str], plan_for_answers: PlanOf) -> None:
    divisions = plan_for_answers({**NOTHING_PLANNED, "targets": targets}).application.divisions

    assert {one.id for one in divisions if one.named} == set(named)


def test_the_divisions_hold_all_thirteen(plan_for_answers: PlanOf) -> None:
    held = {one.id: one.programs for one in plan_for_answers({}).application.divisions}

    assert held == {
        "new-england": 0,
        "middle-atlantic": 0,
        "east-north-central": 2,  # Illinois, Wisconsin
        "west-north-central": 2,  # Iowa, Kansas
        "south-atlantic": 5,  # Georgia, two in North Carolina, South Carolina, West Virginia
        "east-south-central": 1,  # Kentucky
        "west-south-central": 2,  # Louisiana, Texas
        "mountain": 0,
        "pacific": 1,  # California
    }


# --- the page ---


@pytest.mark.parametrize(
    ("as_of", "says", "never"),
    [
        pytest.param(date(2026, 8, 1), "**Apply to 13 programs in combined", "locked, so signals can't", id="before"),
        pytest.param(
            date(2026, 11, 22), "signals and regions stand as you left them", "**Apply to", id="programs read"
        ),
        pytest.param(date(2027, 3, 4), "Rank lists are closed, so this list is past", "**Apply to", id="lists closed"),
    ],
)
def test_the_list_asks_for_nothing_that_is_past(
    as_of: date, says: str, never: str, page_for: Callable[..., str]
) -> None:
    page = page_for({"season": 2027, "school.graduation": "2027-05-21"}, PAGES["apply"], as_of)

    assert says in page
    assert never not in page


def test_base_rates_stand_with_the_people_behind_them(page_for: Callable[[Said, str], str]) -> None:
    citizen = page_for({"applicant.citizenship": "citizen-by-birth"}, PAGES["apply"])
    resident = page_for({"applicant.citizenship": "permanent-resident"}, PAGES["apply"])

    for numbers in ("7 US citizen IMGs", "329 US citizen IMGs", "2,099 US citizen IMGs"):
        assert (numbers in citizen, numbers in resident) == (True, False)
    for numbers in ("11 non-US IMGs", "409 non-US IMGs", "7,630 non-US IMGs"):
        assert (numbers in citizen, numbers in resident) == (False, True)
