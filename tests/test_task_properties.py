"""What holds of tasks whoever they are for: order, days, ticks; and the names of rotations that ticks hang on."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from people import PEOPLE, SEASONS_DAYS, Said, random
from task_rules import broken

from generator.catalog import Catalog
from generator.facts import Facts
from generator.plan import Block, Plan, Span
from generator.planner import make_plain_plan
from generator.planner.block_ids import with_ids
from generator.views import Sight
from generator.views.next_steps import due, next_steps
from generator.views.to_do import Item

AS_OF = date(2026, 11, 22)
DAY = timedelta(days=1)


def day(text: str) -> date:
    return date.fromisoformat(text)


Drafted = Callable[[Facts], Plan]


@pytest.fixture(scope="module")
def drafted(catalog: Catalog) -> Drafted:
    """Facts to a plan without what would change it."""
    return lambda facts: make_plain_plan(facts, catalog)


@random(60)
@given(said=PEOPLE, as_of=SEASONS_DAYS, dice=st.randoms(use_true_random=False))
def test_tasks_are_in_order_and_none_is_past_whoever_it_is_for(
    said: Said, as_of: date, dice: Random, facts_of: Callable[..., Facts], drafted: Drafted
) -> None:
    plan = drafted(facts_of(said, as_of=as_of))
    some = [*plan.tasks, *plan.left_out]
    done = sorted(one.id for one in dice.sample(some, len(some) // 3))
    ticked = drafted(facts_of({**said, "done": [*done, "letter-ask--gone"]}, as_of=as_of))

    assert broken(plan) + broken(ticked) == []
    assert sorted(one.id for one in ticked.tasks if one.done) == done
    assert {one.id for one in (*ticked.tasks, *ticked.left_out)} == {one.id for one in some}


@random(12)
@given(said=PEOPLE, as_of=SEASONS_DAYS, dice=st.randoms(use_true_random=False))
def test_no_done_task_is_a_next_step_and_each_open_one_with_a_day_is(
    said: Said, as_of: date, dice: Random, catalog: Catalog, facts_of: Callable[..., Facts], drafted: Drafted
) -> None:
    plan = drafted(facts_of(said, as_of=as_of))
    done = [one.id for one in dice.sample(plan.tasks, len(plan.tasks) // 3)]
    facts = facts_of({**said, "done": done}, as_of=as_of)
    sight = Sight(drafted(facts), facts, facts.answers(), catalog)
    page = next_steps(sight)

    shown = [one.id for group in (*page.late, *page.due, *page.months) for one in group.items]
    dated = [task.id for task in sight.plan.tasks if task.due and not task.done]
    assert sorted(shown) == sorted(dated)
    assert {one.id for one in due(sight)} <= set(shown)
    assert [one.id for group in page.due for one in group.items if not _is_near(one, page.until)] == []


def _is_near(one: Item, until: date) -> bool:
    return any(day is not None and day <= until for day in (one.due, one.begin)) or one.begin_now


# --- how rotations are named ---


def booked(host: str, first: str, **more: Any) -> dict[str, Any]:
    last = (day(first) + DAY * 27).isoformat()
    return {"host": host, "field": "consult-liaison", "status": "booked", "first": first, "last": last, **more}


NAMED: tuple[tuple[str, list[dict[str, Any]], list[str]], ...] = (
    ("host and field", [booked("Emory", "2027-03-01")], ["emory-consult-liaison"]),
    ("accents and marks", [booked("St. Mary's  Hôpital", "2027-03-01")], ["st-mary-s-hopital-consult-liaison"]),
    ("other letters", [booked("大学病院", "2027-03-01")], ["a8580d40-consult-liaison"]),
    (
        "twice at one host, the later one named first",
        [booked("Emory", "2027-05-03"), booked("Emory", "2027-03-01", status="done", last="2026-11-20")],
        ["emory-consult-liaison"],
    ),
    (
        "another field",
        [booked("Emory", "2027-03-01"), booked("Emory", "2027-05-03", field="psychiatry")],
        ["emory-consult-liaison", "emory-psychiatry"],
    ),
)


@pytest.mark.parametrize(("rotations", "ids"), [pytest.param(*case[1:], id=case[0]) for case in NAMED])
def test_a_booked_rotation_is_named_after_its_host_and_field(
    rotations: list[dict[str, Any]], ids: list[str], facts_of: Callable[..., Facts], drafted: Drafted
) -> None:
    for rotation in rotations:
        if rotation["status"] == "done":
            rotation["first"] = "2026-10-24"
    plan = drafted(facts_of({"rotations": rotations}))

    assert [one.id for one in plan.schedule.value.ahead if one.status == "booked"] == ids


def test_a_tick_stays_with_its_rotation_when_an_earlier_one_is_booked(
    facts_of: Callable[..., Facts], drafted: Drafted
) -> None:
    later, earlier = booked("Emory", "2027-05-03"), booked("Hill Hospital", "2027-02-01")
    same = booked("Emory", "2027-03-08")
    done = ["letter-ask--emory-consult-liaison"]

    for rotations in ([later], [earlier, later], [later, same]):
        plan = drafted(facts_of({"rotations": rotations, "done": done}))
        assert [one.id for one in plan.tasks if one.done] == done


def test_no_booked_rotation_is_called_like_a_part_of_the_plan() -> None:
    block = Block("", "", Span(AS_OF, AS_OF), "booked", "booked", host="Inpatient", field="medicine")

    assert [one.id for one in with_ids([block, block], parts=["inpatient-medicine"])] == [
        "inpatient-medicine-2",
        "inpatient-medicine-3",
    ]
