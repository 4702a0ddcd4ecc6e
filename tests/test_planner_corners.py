"""Corners where a plan could say something untrue: offers without days, names spelled twice, the end of a season."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest

from generator.catalog import Catalog
from generator.facts import Facts
from generator.plan import Plan
from generator.planner import make_plain_plan

FactsOf = Callable[..., Facts]
Said = Mapping[str, Any]
LETTERS = [
    {"writer": field, "field": field, "us": True, "faculty": True, "knows": "well", "status": "uploaded"}
    for field in ("medicine", "psychiatry", "medicine")
]


@pytest.fixture
def plan_of(facts_of: FactsOf, catalog: Catalog) -> Callable[..., Plan]:
    """The plan of a person with these answers on a day."""
    return lambda said, as_of="2026-11-22": make_plain_plan(facts_of(said, as_of=date.fromisoformat(as_of)), catalog)


PlanOf = Callable[..., Plan]


def rotation(**said: Any) -> dict[str, Any]:
    return {"host": "A Hospital", "field": "consult-liaison", "status": "offered", **said}


def one_with(**said: Any) -> Said:
    return {"rotations": [rotation(**said)]}


def hosts_in(plan: Plan) -> list[str]:
    return [block.host for block in plan.schedule.value.chosen]


@pytest.mark.parametrize(
    ("said", "begins"),
    [
        pytest.param({"start_to": "2026-12-28"}, ["2026-12-28"], id="a last start within the usual short notice"),
        pytest.param(
            {"start_from": "2027-04-06", "start_to": "2027-04-09"}, ["2027-04-06"], id="days without a Monday"
        ),
        pytest.param({"start_from": "2026-11-02", "start_to": "2026-11-27"}, ["2026-11-23"], id="days partly past"),
        pytest.param({"start_from": "2026-11-02", "start_to": "2026-11-20"}, [], id="but not days all past"),
    ],
)
def test_an_offer_can_be_answered_while_one_of_its_days_is_ahead(
    plan_of: PlanOf, said: Said, begins: list[str]
) -> None:
    found = plan_of(one_with(**said)).advice.offers

    assert [one.span.first.isoformat() for one in found] == begins


@pytest.mark.parametrize(
    ("as_of", "first", "last", "limits"),
    [
        pytest.param("2028-03-20", "2028-04-03", "2028-04-30", ("letter-day",), id="in a season that is over"),
        pytest.param("2026-11-22", "2028-04-03", "2028-04-30", ("letter-day",), id="long before"),
        pytest.param("2027-11-22", "2028-01-03", "2028-01-30", (), id="but not one that ends before lists close"),
    ],
)
def test_an_offer_that_ends_after_rank_lists_close_is_of_no_use(
    plan_of: PlanOf, as_of: str, first: str, last: str, limits: tuple[str, ...]
) -> None:
    offer = plan_of(one_with(first=first, last=last), as_of).advice.offers[0]

    assert (offer.advice, offer.limits) == ("decline" if limits else "accept", limits)


def test_late_an_offer_that_ends_in_time_is_not_called_late(plan_of: PlanOf) -> None:
    plan = plan_of(one_with(first="2027-07-12", last="2027-08-08"), "2027-07-05").schedule.value

    assert plan.late
    assert {block.status: block.late for block in plan.chosen} == {"offered": False, "planned": True}


def test_late_nothing_is_broken_where_nothing_is_left_to_plan(plan_of: PlanOf) -> None:
    days = {"medicine": ("2027-04-05", "2027-05-02"), "psychiatry": ("2027-05-03", "2027-05-30")}
    done = [rotation(status="done", field=field, first=first, last=last) for field, (first, last) in days.items()]
    booked = rotation(status="booked", first="2027-07-12", last="2027-08-08")

    assert plan_of({"rotations": [*done, booked]}, "2027-07-20").advice.broken == ()


@pytest.mark.parametrize("status", ["booked", "done"])
def test_a_rotation_without_dates_plays_its_part(plan_of: PlanOf, status: str) -> None:
    assert plan_of(one_with(status=status, field="medicine")).schedule.value.wanted == ("psychiatry", "integrated")


def test_a_part_is_not_said_to_fall_to_a_limit_that_nobody_has(plan_of: PlanOf) -> None:
    long = rotation(first="2027-03-29", last="2027-06-20")
    window = [{"first": "2027-03-29", "last": "2027-06-20"}]
    plan = plan_of({"letters": LETTERS, "rotations": [long], "school.elective_windows": window})

    assert {one.why for one in plan.schedule.value.dropped} == {"windows"}


def test_a_host_in_two_spellings_is_one_host(plan_of: PlanOf) -> None:
    said = {
        **one_with(host="mercy university hospital", first="2027-04-05", last="2027-05-02"),
        "targets.hosts": ["Mercy Hospital"],
    }

    assert [host for host in hosts_in(plan_of(said)) if "mercy" in host.casefold()] == ["mercy university hospital"]


def test_a_wish_counts_by_any_name_of_a_host(plan_of: PlanOf) -> None:
    assert plan_of({"targets.hosts": ["University of Iowa"]}).schedule.value == (
        plan_of({"targets.hosts": ["Iowa"]}).schedule.value
    )
    assert "Iowa" in hosts_in(plan_of({"targets.hosts": ["University of Iowa"]}))


@pytest.mark.parametrize(
    ("answered", "verdict"),
    [
        pytest.param("2026-10-05", "closed", id="a no after the rotation"),
        pytest.param("2026-01-05", "open", id="but not a no before it"),
    ],
)
def test_the_last_word_of_a_host_counts(plan_of: PlanOf, answered: str, verdict: str) -> None:
    had = one_with(host="Mercy", status="done", first="2026-04-06", last="2026-05-03")
    inquiry = {"host": "Mercy", "sent": "2026-01-02", "answered": answered, "outcome": "closed"}
    hosts = plan_of({**had, "inquiries": [inquiry]}).hosts

    assert {one.verdict.value for one in hosts if one.name == "Mercy"} == {verdict}


def test_an_offer_that_stands_in_the_plan_is_no_fallback_of_another_block(plan_of: PlanOf) -> None:
    plan = plan_of(one_with())

    assert "A Hospital" in hosts_in(plan)
    assert "A Hospital" not in [one.host for one in plan.advice.fallbacks]


def test_an_offer_is_no_place_to_apply_to(plan_of: PlanOf) -> None:
    offer = rotation(type="observership", first="2027-08-16", last="2027-09-12")
    plan = plan_of({"school.status": "graduated", "school.graduation": "2025-06-01", "rotations": [offer]})

    assert plan.advice.targets
    assert {one.certainty for one in plan.advice.targets} <= {"open", "ask", "slot"}


def test_an_offer_that_is_accepted_needs_no_other_offer_behind_it(plan_of: PlanOf) -> None:
    days = {"first": "2027-04-05", "last": "2027-05-02"}
    offers = [rotation(**days, answer_due="2027-01-01"), rotation(host="B", **days, answer_due="2026-11-29")]
    plan = plan_of({"rotations": offers})

    assert [one.host for one in plan.advice.fallbacks if one.certainty == "offered"] == []
    assert {one.host: one.advice for one in plan.advice.offers} == {"A Hospital": "accept", "B": "decline"}


def test_a_booked_rotation_lies_where_the_guide_knows_its_host(plan_of: PlanOf) -> None:
    booked = plan_of(one_with(host="Emory", status="booked", first="2027-04-05", last="2027-05-02"))
    block = booked.schedule.value.blocks[0]

    assert (block.host_id, block.city) == ("emory", "atlanta, ga")
    assert booked.advice.alternatives[0].measures.integrated == 3


@pytest.mark.parametrize(
    ("said", "host"),
    [
        pytest.param({}, "Emory", id="at a program that they named"),
        pytest.param({"targets.regions": ["west"]}, "", id="anywhere where none that they named can be had"),
    ],
)
def test_the_part_for_a_program_that_is_wanted_finds_a_place(plan_of: PlanOf, said: Said, host: str) -> None:
    four = {"school.patients_speak": ["Polish"], "experience": [], "targets.programs": ["emory"], **said}
    chosen = plan_of(four).schedule.value.chosen

    assert [block.host for block in chosen if block.part == "target"] == [host]


@pytest.mark.parametrize(
    ("state", "again"),
    [
        pytest.param("NY", False, id="a state whose weeks are used up"),
        pytest.param("OH", True, id="a state without such a limit"),
    ],
)
def test_a_host_that_only_they_know_lies_where_they_rotated(plan_of: PlanOf, state: str, again: bool) -> None:
    core = {"field": "medicine", "kind": "core", "hands_on": True, "weeks": 8, "state": state}
    done = rotation(status="done", first="2026-08-03", last="2026-08-30", state=state)
    plan = plan_of({"applicant.citizenship": "citizen-by-birth", "experience": [core], "rotations": [done]})

    assert ("A Hospital" in hosts_in(plan)) is again
