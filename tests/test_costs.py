"""What rotations cost one person: their own prices counted, no unknown one taken for nothing, the shortfall said."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from conftest import ROOT

from generator.catalog import Catalog
from generator.facts import Facts
from generator.phrases import money, number
from generator.plan import CostLine, Money, Plan
from generator.planner import make_plain_plan
from generator.rendering import Renderer
from generator.rendering.citing import Citing
from generator.views import Sight
from generator.views.costs import costs

Said = Mapping[str, Any]
FactsOf = Callable[..., Facts]
SightOf = Callable[[Said], Sight]

BOOKED = {
    "host": "Booked Hospital",
    "field": "medicine",
    "status": "booked",
    "first": "2027-03-01",
    "last": "2027-03-28",
    "city": "Omaha",
    "state": "NE",
    "fee": 120,
}
OFFERED = {
    **BOOKED,
    "host": "Offered Hospital",
    "field": "psychiatry",
    "status": "offered",
    "first": "2027-04-05",
    "last": "2027-05-02",
    "fee": 80,
}
TWO = {"rotations": [BOOKED, OFFERED], "means.weeks": 8}


@pytest.fixture(scope="module")
def sight_of(catalog: Catalog, facts_of: FactsOf) -> SightOf:
    """The sight of a person with these answers."""

    def made(said: Said) -> Sight:
        facts = facts_of(said)
        return Sight(make_plain_plan(facts, catalog), facts, facts.answers(), catalog)

    return made


def lines(plan: Plan) -> dict[str, CostLine]:
    return {line.id: line for line in plan.costs.value.lines}


def unpriced(plan: Plan) -> set[str]:
    """Costs of the rotations that count and have no price; every other group has all of its prices."""
    return {line.id for line in plan.costs.value.lines if line.total is None and line.counted}


def exactly(amount: int) -> Money:
    return Money(amount, amount)


# --- what is counted ---


@pytest.mark.parametrize(
    ("said", "cost", "amount"),
    [
        pytest.param({}, "host-fee", exactly(200), id="fees that hosts named"),
        pytest.param({"rotations": [BOOKED]}, "host-fee", exactly(120), id="one fee"),
        pytest.param(
            {"rotations": [BOOKED, {**OFFERED, "fee": "unknown"}]},
            "host-fee",
            Money(120, 420),
            id="a fee that is not named lies in the usual range",
        ),
        pytest.param({}, "lodging", None, id="no room's price"),
        pytest.param({"means.room_per_week": 150}, "lodging", exactly(8 * 150), id="a room for every week"),
        pytest.param({"means.room_per_week": 0}, "lodging", exactly(0), id="a room for nothing is an answer"),
        pytest.param(
            {"targets.free_housing": ["omaha"]}, "lodging", exactly(0), id="a city where they stay for nothing"
        ),
        pytest.param(
            {"targets.free_housing": ["Omaha"], "rotations": [BOOKED, {**OFFERED, "city": "Denver", "state": "CO"}]},
            "lodging",
            None,
            id="one room for nothing and one of unknown price",
        ),
        pytest.param(
            {
                "targets.free_housing": ["Omaha"],
                "means.room_per_week": 150,
                "rotations": [BOOKED, {**OFFERED, "city": "Denver", "state": "CO"}],
            },
            "lodging",
            exactly(4 * 150),
            id="one room for nothing and one that is paid",
        ),
        pytest.param({}, "travel", None, id="no fare"),
        pytest.param({"means.return_trip": 900}, "travel", exactly(900), id="one journey for two stays in a city"),
        pytest.param(
            {"means.return_trip": 900, "rotations": [BOOKED, {**OFFERED, "city": "Denver", "state": "CO"}]},
            "travel",
            exactly(1800),
            id="a journey to another city",
        ),
        pytest.param(
            {"means.return_trip": 900, "rotations": [BOOKED, {**OFFERED, "city": "unknown"}]},
            "travel",
            exactly(1800),
            id="a city that is not known is one by itself",
        ),
        pytest.param(
            {"means.lost_income_per_week": 300}, "lost-income", exactly(8 * 300), id="pay lost in every week away"
        ),
    ],
)
def test_a_price_that_is_told_is_counted(said: Said, cost: str, amount: Money | None, sight_of: SightOf) -> None:
    plan = sight_of({**TWO, **said, "means.weeks": len(said.get("rotations", (1, 2))) * 4}).plan

    assert lines(plan)[cost].total == amount


@pytest.mark.parametrize(
    "own", [{}, {"means.room_per_week": 150}, {"means.room_per_week": 150, "means.lost_income_per_week": 300}]
)
def test_the_sum_holds_what_is_known_and_nothing_for_what_is_not(own: Said, sight_of: SightOf) -> None:
    found = sight_of({**TWO, **own}).plan.costs.value
    known = [line.total for line in found.lines if line.total and line.counted]
    groups = [total for _, total in found.groups]

    assert (sum(one.low for one in known), sum(one.high for one in known)) == (
        sum(one.low for one in groups),
        sum(one.high for one in groups),
    )


# --- against the budget ---


def test_lost_pay_and_a_room_count_against_the_budget(sight_of: SightOf) -> None:
    said = {**TWO, "means.budget": 2000}  # what is booked alone can exceed it

    verdicts = [
        sight_of({**said, **own}).plan.costs.value.verdict
        for own in ({}, {"means.room_per_week": 200}, {"means.room_per_week": 200, "means.lost_income_per_week": 400})
    ]

    assert verdicts == ["enough", "enough", "short"]


@pytest.mark.parametrize(
    ("said", "verdict", "short_of"),
    [
        pytest.param({"means.budget": 100}, "short", "low", id="less than the low estimate"),
        pytest.param(
            {"means.budget": 300, "rotations": [BOOKED, {**OFFERED, "fee": "unknown"}]},
            "tight",
            "high",
            id="less than the high one",
        ),
    ],
)
def test_the_shortfall_is_said_to_the_dollar(said: Said, verdict: str, short_of: str, sight_of: SightOf) -> None:
    decided = sight_of({**TWO, **said, "means.weeks": 8}).plan.costs
    missing = getattr(decided.value.rotations, short_of) - said["means.budget"]

    assert decided.value.verdict == verdict
    assert missing > 0
    assert f"{money(missing)} short of" in decided.because


def test_who_has_enough_hears_how_many_prices_are_not_known(sight_of: SightOf) -> None:
    said = {**TWO, "means.budget": 9000, "means.lost_income_per_week": 0}
    told = {"means.room_per_week": 100, "means.return_trip": 500}

    neither, both = sight_of(said).plan, sight_of({**said, **told}).plan

    assert unpriced(neither) - unpriced(both) == {"lodging", "travel"}
    for plan in (neither, both):
        assert f"Another {number(len(unpriced(plan)))} are not known and in no sum" in plan.costs.because


# --- the page ---


def page_of(sight: Sight) -> str:
    citing = Citing(sight.catalog.sources, sight.catalog.files.words.names["cite"], 2024)
    names = {**vars(costs(sight)), "citing": replace(citing, root="../")}
    return " ".join(Renderer(ROOT / "content").page("pages/getting-in/costs.md", names).split())


def test_the_page_says_that_lost_pay_is_in_the_sum(sight_of: SightOf) -> None:
    page = page_of(sight_of({**TWO, "means.lost_income_per_week": 300}))

    assert "**Pay that you lose** is in the sum: $2,400 for the weeks in your plan" in page
    assert "| Income you lose while away | $2,400 |" in page


@pytest.mark.parametrize(
    ("own", "rooms", "journeys"),
    [
        pytest.param({}, True, True, id="neither is told"),
        pytest.param({"means.room_per_week": 150}, False, True, id="a room"),
        pytest.param({"means.room_per_week": 150, "means.return_trip": 400}, False, False, id="both"),
    ],
)
def test_the_page_says_which_of_room_and_journey_is_in_no_sum(
    own: Said, rooms: bool, journeys: bool, sight_of: SightOf
) -> None:
    page = page_of(sight_of({**TWO, **own}))

    assert ("**No room is in the sum**" in page, "**No journey is in the sum.**" in page) == (rooms, journeys)
    assert ("| A place to stay | $1,200 |" in page) != rooms
    assert page.count("*By your own figure.*") == (not rooms) + (not journeys)


def test_who_has_nothing_to_spend_hears_the_shortfall_too(sight_of: SightOf) -> None:
    page = page_of(sight_of({**TWO, "means.budget": 0}))

    assert "With nothing to spend" in page
    assert "Your budget of $0 is $120 short of even the low estimate." in page
