"""Offers: what to answer and why, that no two of the same days are accepted, and what the page and its messages say."""

import re
from calendar import month_abbr
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pytest
from conftest import AS_OF, ROOT
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.catalog import Catalog
from generator.catalog.checks import cross_checked
from generator.errors import GuideError
from generator.facts import Facts
from generator.ledger import amended
from generator.plan import Measures, OfferAdvice, Plan, Span
from generator.planner import make_plain_plan
from generator.planner.alternatives import measures
from generator.planner.core import core
from generator.planner.scheduling import schedule
from generator.prose import blanks
from generator.rendering import Renderer
from generator.rendering.citing import Citing
from generator.views import FOR_SOME, Sight, pages
from generator.views.offered import offered
from generator.views.offers import OffersView, offers

FactsOf = Callable[..., Facts]
Said = Mapping[str, Any]
DAY = timedelta(days=1)


def days(first: str, weeks: int = 4) -> dict[str, str]:
    last = date.fromisoformat(first) + timedelta(days=7 * weeks - 1)
    return {"first": first, "last": last.isoformat()}


def offer(host: str, kind: str, first: str, **more: Any) -> dict[str, Any]:
    """An offer of a type, or in a field that has none."""
    fields = {"medicine-sub-internship": "medicine", "inpatient-psychiatry": "psychiatry"}
    named = {"field": fields.get(kind, kind), **({} if kind == "neurology" else {"type": kind})}
    return {"host": host, **named, "status": "offered", **days(first), **more}


WARD = offer("Ward Hospital", "inpatient-psychiatry", "2027-04-05", answer_due="2026-12-01")
FLOOR = offer("Floor Hospital", "medicine-sub-internship", "2027-05-03", answer_due="2026-11-29")
BOOKED = {**offer("Booked Hospital", "inpatient-psychiatry", "2027-03-01"), "status": "booked"}


@pytest.fixture(scope="module")
def sight_of(catalog: Catalog, facts_of: FactsOf) -> Callable[..., Sight]:
    """The sight of a person with these answers on a day."""

    def made(answers: Said, *, as_of: date = AS_OF) -> Sight:
        facts = facts_of(answers, as_of=as_of)
        known = amended(catalog, facts.profile)
        return Sight(make_plain_plan(facts, known), facts, facts.answers(), known)

    return made


SightOf = Callable[..., Sight]


def advised(plan: Plan) -> dict[str, tuple[str, str, tuple[str, ...]]]:
    return {one.host: (one.advice, one.why, one.limits) for one in plan.advice.offers}


# --- what to answer ---


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param({}, {}, id="nothing said"),
        pytest.param({"rotations": [BOOKED]}, {}, id="what is booked waits for nothing"),
        pytest.param({"rotations": [WARD]}, {"Ward Hospital": ("accept", "best", ())}, id="one that fills a part"),
        pytest.param(
            {"rotations": [{**WARD, "answer_due": "2026-11-22"}]},
            {"Ward Hospital": ("accept", "best", ())},
            id="due today",
        ),
        pytest.param({"rotations": [{**WARD, "answer_due": "2026-11-21"}]}, {}, id="due yesterday"),
        pytest.param({"rotations": [{**WARD, **days("2026-11-16")}]}, {}, id="begun already"),
        pytest.param(
            {"rotations": [WARD, FLOOR]},
            {"Floor Hospital": ("accept", "best", ()), "Ward Hospital": ("accept", "best", ())},
            id="two of different weeks, that due first at the top",
        ),
        pytest.param(
            {"rotations": [WARD, {**FLOOR, **days("2027-04-26")}], "means.budget": 9000},
            {"Floor Hospital": ("accept", "best", ()), "Ward Hospital": ("decline", "worse", ())},
            id="two that share a week",
        ),
        pytest.param(
            {"rotations": [offer("Nerve Hospital", "neurology", "2027-04-05")]},
            {"Nerve Hospital": ("decline", "no-part", ())},
            id="a field that fills no part",
        ),
        pytest.param(
            {"rotations": [BOOKED, {**WARD, **days("2027-04-05")}]},
            {"Ward Hospital": ("decline", "no-part", ())},
            id="a part that is booked",
        ),
        pytest.param(
            {"rotations": [BOOKED, {**FLOOR, **days("2027-03-22")}]},
            {"Floor Hospital": ("decline", "limits", ("booked",))},
            id="days that are booked",
        ),
        pytest.param(
            {"rotations": [FLOOR], "means.busy": [{"first": "2027-05-10", "last": "2027-05-11"}]},
            {"Floor Hospital": ("decline", "limits", ("busy",))},
            id="busy days",
        ),
        pytest.param(
            {"rotations": [{**FLOOR, "fee": 500}], "means.budget": 400},
            {"Floor Hospital": ("decline", "limits", ("budget",))},
            id="more than there is to spend",
        ),
        pytest.param(
            {"rotations": [FLOOR], "means.weeks": 3},
            {"Floor Hospital": ("decline", "limits", ("weeks-available",))},
            id="more weeks than there are",
        ),
        pytest.param(
            {"rotations": [{**FLOOR, "fee": 500}], "means.weeks": 3, "means.budget": 400},
            {"Floor Hospital": ("decline", "limits", ("together",))},
            id="two limits, neither of which alone is to blame",
        ),
        pytest.param(
            {
                "rotations": [{**FLOOR, "fee": 500}],
                "means.budget": 400,
                "means.busy": [{"first": "2027-05-10", "last": "2027-05-11"}],
            },
            {"Floor Hospital": ("decline", "limits", ("budget", "busy"))},
            id="busy days and too dear",
        ),
    ],
)
def test_an_answer_and_its_reason(said: Said, expected: Mapping[str, Any], sight_of: SightOf) -> None:
    assert list(advised(sight_of(said).plan).items()) == list(expected.items())


def test_an_offer_that_only_another_plan_holds_is_held(sight_of: SightOf) -> None:
    here = {"city": "Omaha", "state": "NE"}
    booked = {**FLOOR, **days("2027-03-01"), **here, "status": "booked"}
    near = offer("Near Hospital", "addiction-medicine", "2027-04-05", **here)
    far = offer("Far Hospital", "consult-liaison", "2027-04-05")

    once = {"host": "Floor Hospital", "city": "Omaha", "state": "NE", "most_electives": 1}
    plan = sight_of({"rotations": [booked, near, far], "hosts": [once], "means.return_trip": 900}).plan

    found = {one.host: (one.advice, one.why, one.in_plans) for one in plan.advice.offers}
    assert found == {
        "Near Hospital": ("hold", "other-plan", ("cost",)),
        "Far Hospital": ("accept", "best", ("letters",)),
    }


def test_an_offer_without_days_is_given_some_that_fit(sight_of: SightOf) -> None:
    said = {**WARD, "first": "unknown", "last": "unknown", "start_from": "2027-04-01", "start_to": "2027-05-31"}
    busy = [{"first": "2027-04-10", "last": "2027-04-11"}]

    [found] = sight_of({"rotations": [said], "means.busy": busy}).plan.advice.offers

    assert found.advice == "accept"
    assert date(2027, 4, 12) <= found.span.first <= date(2027, 5, 31)
    assert (found.span.first.weekday(), found.span.weeks) == (0, 4)


def test_an_offer_without_any_days_begins_no_sooner_than_hosts_can(sight_of: SightOf) -> None:
    said = {**WARD, "first": "unknown", "last": "unknown"}

    [found] = sight_of({"rotations": [said]}).plan.advice.offers

    assert found.span.first >= AS_OF + 56 * DAY


def test_the_last_polite_day_to_withdraw_is_left_out_once_it_is_past(sight_of: SightOf) -> None:
    far, near = {**WARD, **days("2027-01-18")}, {**WARD, **days("2027-01-11")}

    last_days = [sight_of({"rotations": [one]}).plan.advice.offers[0].withdraw_by for one in (far, near)]

    assert last_days == [date(2026, 11, 23), None]


# --- that no two share a day, and that every answer stands when the plan is made again ---

TYPES = ("medicine-sub-internship", "inpatient-psychiatry", "addiction-medicine", "neurology")


def _rotation(number: int, kind: str, after: int, weeks: int, due: int | None) -> dict[str, Any]:
    told = offer(f"Hospital {number}", kind, (AS_OF + after * DAY).isoformat())
    told |= days(told["first"], weeks)
    return told if due is None else {**told, "answer_due": (AS_OF + due * DAY).isoformat()}


def _numbered(drawn: list[tuple[Any, ...]], number_booked: int) -> list[dict[str, Any]]:
    """Rotations of hosts that differ, the first few of them booked where they share no day."""
    found = [_rotation(number, *one) for number, one in enumerate(drawn)]
    for one in found[:number_booked]:
        one["status"] = "booked"
    return found


ONE = st.tuples(
    st.sampled_from(TYPES), st.integers(10, 300), st.sampled_from((2, 4, 4, 6)), st.none() | st.integers(0, 20)
)
OFFERED = st.lists(ONE, min_size=2, max_size=5)
LIMITS = st.fixed_dictionaries(
    {},
    optional={
        "means.weeks": st.integers(4, 16),
        "means.return_trip": st.sampled_from((0, 500)),
        "school.elective_windows": st.just([{"first": "2027-03-01", "last": "2027-08-31"}]),
        "means.busy": st.just([{"first": "2027-05-10", "last": "2027-05-16"}]),
    },
)
RANDOM = settings(
    derandomize=True,
    deadline=None,
    max_examples=12,
    database=None,
    phases=[Phase.generate],  # a counterexample of few offers is short as it is
    suppress_health_check=[HealthCheck.too_slow],
)


def spans_taken(said: Said, found: tuple[OfferAdvice, ...]) -> list[Span]:
    """The days of what is booked and of every offer that is to be accepted."""
    booked = [one for one in said["rotations"] if one["status"] == "booked"]
    days_booked = [Span(date.fromisoformat(one["first"]), date.fromisoformat(one["last"])) for one in booked]
    return [*days_booked, *(one.span for one in found if one.advice == "accept")]


Planned = tuple[Measures, set[tuple[str, str, Span]]]


def planned_again(facts: Facts, catalog: Catalog, *, nothing_more_at: str = "") -> Planned:
    """What the guide's own plan has, and the blocks that it chose.

    A host at which something is booked is open for more, which one that only made an offer is not yet.
    """
    made = core(facts, catalog)
    kept = tuple(one for one in made.ground.candidates if one.host != nothing_more_at or one.rotation is not None)
    ground = replace(made.ground, candidates=kept)
    chosen = schedule(ground).value.chosen
    return measures(ground, chosen), {(one.part, one.host, one.span) for one in chosen}


def otherwise(said: Said, number: int, **changed: Any) -> Said:
    """The same answers with one rotation said otherwise, or left out."""
    listed = [dict(one) for one in said["rotations"]]
    listed[number - 1 : number] = [{**listed[number - 1], **changed}] if changed else []
    return {**said, "rotations": listed}


@RANDOM
@given(drawn=OFFERED, booked=st.integers(0, 1), limits=LIMITS)
def test_no_two_of_the_same_days_are_accepted_and_every_answer_stands_when_planned_again(
    drawn: list[tuple[Any, ...]], booked: int, limits: Said, sight_of: SightOf, facts_of: FactsOf, catalog: Catalog
) -> None:
    said = {**limits, "rotations": _numbered(drawn, booked)}
    plan = sight_of(said).plan
    found = plan.advice.offers
    own = {(one.part, one.host, one.span) for one in plan.schedule.value.chosen}

    assert [pair for pair in combinations(spans_taken(said, found), 2) if pair[0].overlaps(pair[1])] == []
    for one in found:
        has, chosen = planned_again(facts_of(otherwise(said, one.number)), catalog)
        assert has == one.without_it
        assert (chosen == own) == (one.advice != "accept")
        if one.with_it:
            booked_facts = facts_of(otherwise(said, one.number, status="booked"))
            has, chosen = planned_again(booked_facts, catalog, nothing_more_at=one.host)
            assert (has.letters, has.number, has.sure) == (one.with_it.letters, one.with_it.number, one.with_it.sure)
            assert not any(span.overlaps(one.span) for _, _, span in chosen)


# --- the page ---

CLOSED_TWICE = {"rotations": [WARD, {**FLOOR, **days("2027-04-26")}], "means.return_trip": 400}


def page_of(sight: Sight) -> str:
    """The page as Markdown, its messages filled in, without line ends."""
    renderer = Renderer(ROOT / "content")
    view = offers(sight)
    filled = tuple(replace(one, text=renderer.text(one.template, one.names)) for one in view.scripts)
    citing = Citing(sight.catalog.sources, sight.catalog.files.words.names["cite"], 2024)
    return renderer.page("pages/plan/offers.md", {**vars(view), "scripts": filled, "citing": citing})


def part_of(page: str, heading: str) -> str:
    """What stands below a heading of the second rank."""
    [found] = [part for part in re.split(r"^## ", page, flags=re.MULTILINE) if part.startswith(heading)]
    return " ".join(found.split())


@pytest.mark.parametrize(
    ("rotations", "made"),
    [
        pytest.param([], False, id="nothing offered"),
        pytest.param([WARD], True, id="an offer"),
        pytest.param([{**WARD, "answer_due": "2026-11-21"}], False, id="an offer that has lapsed"),
        pytest.param([{**WARD, "answer_due": "unknown"}], True, id="an offer without a last day"),
    ],
)
def test_the_page_is_made_only_for_those_with_an_offer_to_answer(
    rotations: list[Said], made: bool, sight_of: SightOf
) -> None:
    paths = [page.path for page in pages(sight_of({"rotations": rotations}), ("plan/offers.md",))]

    assert paths == (["plan/offers.md"] if made else [])
    assert "plan/offers.md" in FOR_SOME


def test_each_offer_begins_with_its_answer_and_its_last_day(sight_of: SightOf) -> None:
    page = page_of(sight_of(CLOSED_TWICE))

    answers = ["Accept:** Floor Hospital, by November 29, 2026.", "Decline:** Ward Hospital, by December 1, 2026."]
    assert [page.index(one) for one in answers] == sorted(page.index(one) for one in answers)
    accept, decline = part_of(page, "Accept: Floor Hospital"), part_of(page, "Decline: Ward Hospital")
    assert "**Answer by:** November 29, 2026 -" in accept
    assert "**Days:** April 26, 2027 to May 23, 2027" in accept
    assert "until March 1, 2027, in writing" in accept
    assert "**Shares days with:** " in decline
    assert "Floor Hospital, Apr 26, 2027 to May 23, 2027" in decline
    assert "withdraw" not in decline


def test_plans_with_and_without_an_offer_are_compared_in_figures(sight_of: SightOf) -> None:
    sight = sight_of({"rotations": [WARD]})
    [advice] = sight.plan.advice.offers
    [shown] = offers(sight).offers
    names = [sight.catalog.name("measure", id_) for id_ in sight.catalog.files.goals.compared]

    assert [one.name for one in shown.compared] == names
    assert advice.with_it is not None
    assert (advice.with_it.sure, advice.without_it.sure) == (1, 0)
    assert f"| {names[2]} | 1 | 0 |" in page_of(sight)


def test_the_limit_that_shuts_an_offer_out_is_named_with_a_way_out(sight_of: SightOf) -> None:
    busy = [{"first": "2027-05-10", "last": "2027-05-11"}]
    page = part_of(page_of(sight_of({"rotations": [FLOOR], "means.busy": busy})), "Decline: Floor Hospital")

    assert "because you can't be away on dates that you named as busy." in page
    assert "**Your busy dates.** Go through them one by one" in page
    assert "With it" not in page


def test_limits_that_only_together_shut_an_offer_out_are_told_so(sight_of: SightOf) -> None:
    said = {"rotations": [{**FLOOR, "fee": 500}], "means.weeks": 3, "means.budget": 400}

    assert "because several of your limits leave no room together." in page_of(sight_of(said))


def test_a_day_that_is_not_known_is_asked_for(sight_of: SightOf) -> None:
    page = page_of(sight_of({"rotations": [{**WARD, "answer_due": "unknown", "first": "unknown", "last": "unknown"}]}))

    assert "**Answer by:** not known." in page
    assert "the host left them open; name these in your answer" in page


def test_an_answer_due_today_is_told_as_today(sight_of: SightOf) -> None:
    page = page_of(sight_of({"rotations": [{**WARD, "answer_due": "2026-11-22"}]}))

    assert "**Accept:** Ward Hospital, today." in page
    assert "**Answer by:** today, November 22, 2026" in page


def test_who_comes_too_near_to_withdraw_is_told_so(sight_of: SightOf) -> None:
    page = page_of(sight_of({"rotations": [{**WARD, **days("2027-01-11")}]}))

    assert "**Accept only if you will come.** The first day is less than eight weeks away" in page


SAID_DAY = re.compile(r"\b([A-Z][a-z]{2})[a-z]* (\d{1,2}), (20\d\d)\b")


@pytest.mark.parametrize("number", range(0, 170, 10))
def test_no_day_on_the_page_is_past(number: int, sight_of: SightOf) -> None:
    today = AS_OF + number * DAY
    sight = sight_of({"rotations": [{**WARD, "answer_due": "unknown"}, FLOOR]}, as_of=today)
    found = SAID_DAY.findall(page_of(sight))
    said = [date(int(year), list(month_abbr).index(month), int(day)) for month, day, year in found]

    assert [day for day in said if day < today] == []
    assert bool(said) == bool(sight.plan.advice.offers)


# --- the messages ---


def messages(sight: Sight) -> dict[str, str]:
    view: OffersView = offers(sight)
    renderer = Renderer(ROOT / "content")
    return {
        f"{one.id}: {one.title.rpartition(': ')[2]}": renderer.text(one.template, one.names) for one in view.scripts
    }


def test_each_offer_has_the_messages_of_its_answer_with_its_own_days(sight_of: SightOf) -> None:
    found = messages(sight_of(CLOSED_TWICE))

    assert list(found) == ["offer-accept: Floor Hospital", "withdraw: Floor Hospital", "offer-decline: Ward Hospital"]
    accept, decline = found["offer-accept: Floor Hospital"], found["offer-decline: Ward Hospital"]
    assert "at Floor Hospital from April 26, 2027 to May 23, 2027" in accept
    assert "at Ward Hospital from April 5, 2027 to May 2, 2027" in decline
    assert "Ward" not in accept
    assert "Floor" not in decline


def test_silent_hosts_are_named_and_told_of_the_offer_without_its_host(sight_of: SightOf) -> None:
    said = {
        "rotations": [WARD, {**FLOOR, "host": "Applied Hospital", "status": "applied"}],
        "inquiries": [
            {"host": "Written Hospital", "sent": "2026-11-01"},
            {"host": "No Hospital", "sent": "2026-11-01", "answered": "2026-11-03", "outcome": "closed"},
            {"host": "ward hospital", "sent": "2026-10-01"},
        ],
    }
    sight = sight_of(said)
    text = messages(sight)["nudge-preferred: Ward Hospital"]

    assert offers(sight).silent == ("Written Hospital", "Applied Hospital")
    assert "I applied to [host] on [date]" in text
    assert "from April 5, 2027" in text
    assert "Ward" not in text


def test_a_host_with_marks_in_its_name_stands_as_it_was_written(sight_of: SightOf) -> None:
    page = page_of(sight_of({"rotations": [{**WARD, "host": "<b>*x*</b> {{ 7*7 }}"}]}))

    assert "<b>" not in page
    assert "*x*" not in page
    assert "49" not in page


def test_other_pages_speak_of_the_offer_that_can_still_be_answered(sight_of: SightOf) -> None:
    lapsed = {**WARD, "host": "Lapsed Hospital", "answer_due": "2026-11-20"}

    assert [found.at for found in (offered(sight_of({"rotations": [lapsed, FLOOR]})),) if found] == ["Floor Hospital"]
    assert offered(sight_of({"rotations": [lapsed]})) is None


# --- what editors write ---


def without(catalog: Catalog, list_: str, id_: str) -> Catalog:
    table = catalog.files.offers
    kept = tuple(one for one in getattr(table, list_) if one.id != id_)
    return replace(catalog, files=replace(catalog.files, offers=table.model_copy(update={list_: kept})))


@pytest.mark.parametrize(
    ("list_", "id_"),
    [
        pytest.param("reasons", "other-plan", id="a reason"),
        pytest.param("answers", "hold", id="an answer"),
    ],
)
def test_a_table_that_lacks_one_is_refused(list_: str, id_: str, catalog: Catalog) -> None:
    with pytest.raises(GuideError, match=f"rules/offers.yml: the outcome {id_} has no reason"):
        cross_checked(without(catalog, list_, id_), "content")


def test_a_message_that_is_not_there_is_refused(catalog: Catalog) -> None:
    table = catalog.files.offers.model_copy(update={"silent": "nudge-preferd"})

    with pytest.raises(GuideError, match="the script nudge-preferd, which does not exist"):
        cross_checked(replace(catalog, files=replace(catalog.files, offers=table)), "content")


def test_a_reason_leaves_only_blanks_that_are_filled_in(catalog: Catalog) -> None:
    reasons = catalog.files.offers.reasons

    assert {blank for one in reasons for blank in blanks(one.because)} <= {"part", "plans", "limits"}
    assert {blank for one in reasons for blank in blanks(one.difference or "")} == {"more"}
