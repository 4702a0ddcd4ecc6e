"""The plan page and the conflict page: everything that was decided is named, and nothing that is closed is offered."""

import html
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from conftest import AS_OF
from test_catalog import with_first
from test_everyone import Person

from generator.catalog import Catalog
from generator.catalog.checks import cross_checked
from generator.errors import GuideError
from generator.facts import Facts
from generator.plan import Broken, Conflict, Freed, LimitFigure, Proof
from generator.planner import make_plain_plan
from generator.prose import blanks
from generator.rendering import Renderer
from generator.rendering.citing import Citing
from generator.views import Sight, pages
from generator.views.letters import letters
from generator.views.places import StandingView
from generator.views.schedule import ScheduleView

PLAN, CONFLICT, HOME = "plan/schedule.md", "plan/conflict.md", "index.md"
OFFERED = {"host": "A Hospital", "field": "consult-liaison", "status": "offered", "answer_due": "2026-12-01"}
GRADUATE = {"school.status": "graduated", "school.graduation": "2025-06-01"}
PEOPLE: Mapping[str, tuple[dict[str, Any], date]] = {
    "a student of whom little is known": ({}, AS_OF),
    "a citizen": ({"applicant.citizenship": "naturalized", "school.visiting_service": False}, AS_OF),
    "a graduate": (GRADUATE, AS_OF),
    "four weeks and no more": ({"means.weeks": 4}, AS_OF),
    "no money": ({"means.budget": 0, "school.visiting_service": True}, AS_OF),
    "summer only": ({"school.elective_windows": [{"first": "2027-06-08", "last": "2027-08-01"}]}, AS_OF),
    "after letters are due": ({}, date(2027, 6, 20)),
    "the season before": ({"season": 2027, "school.graduation": "2027-05-19"}, AS_OF),
    "rank lists are closed": ({}, date(2028, 3, 5)),
    "offers": ({"rotations": [{**OFFERED, "first": "2027-04-05", "last": "2027-05-02"}]}, AS_OF),
    "applied for the only three weeks": (
        {
            "rotations": [{**OFFERED, "status": "applied", "first": "2027-04-05", "last": "2027-04-25"}],
            "school.elective_windows": [{"first": "2027-04-05", "last": "2027-04-25"}],
        },
        AS_OF,
    ),
    "just done": (
        {"rotations": [{**OFFERED, "status": "booked", "first": "2026-10-19", "last": "2026-11-15"}]},
        AS_OF,
    ),
    "booked": ({"rotations": [{**OFFERED, "status": "booked", "first": "2027-04-05", "last": "2027-05-02"}]}, AS_OF),
}

SightOf = Callable[[str], Sight]


@pytest.fixture(scope="module")
def sight_of(catalog: Catalog, facts_of: Callable[..., Facts]) -> SightOf:
    """Somebody by what is special about them; or a random person by a number."""
    known: dict[str, Sight] = {}

    def made(who: str) -> Sight:
        if who not in known:
            answers, day = PEOPLE[who] if who in PEOPLE else (Person(int(who)).answers(), Person(int(who)).as_of)
            facts = facts_of(answers, as_of=day)
            known[who] = Sight(make_plain_plan(facts, catalog), facts, facts.answers(), catalog)
        return known[who]

    return made


everybody = pytest.mark.parametrize("who", [*PEOPLE, *map(str, range(12))])


def made_for(sight: Sight) -> dict[str, str]:
    """The pages of the plan as Markdown, for those who get them."""
    catalog, texts = sight.catalog, {}
    renderer = Renderer(catalog.content)
    for page in pages(sight, (PLAN, CONFLICT, HOME)):
        citing = Citing(catalog.sources, catalog.files.words.names["cite"], sight.plan.as_of.year - 3)
        texts[page.path] = renderer.page(f"pages/{page.path}", {**vars(page.view), "citing": citing})
    return texts


def view_of(sight: Sight) -> ScheduleView:
    (page,) = pages(sight, (PLAN,))
    assert isinstance(page.view, ScheduleView)
    return page.view


def words_of(text: str) -> str:
    """What a reader sees of Markdown, as one line."""
    plain = re.sub(r"<[^>]+>|\[[^\]]*\]\(<[^>]*>\)\{[^}]*\}|[*]", "", text)
    return " ".join(html.unescape(plain).split())


def section(text: str, heading: str) -> str:
    """What stands below a heading, to the next of its kind; nothing where it is not there."""
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text, re.M | re.S)
    return words_of(found[1]) if found else ""


def short(day: date) -> str:
    return f"{day:%b} {day.day}, {day.year}"


def host_of(name: str, *, otherwise: str) -> str:
    return name or otherwise


# --- the page on the plan ---


@everybody
def test_every_block_stands_there_with_its_host_and_its_days(who: str, sight_of: SightOf) -> None:
    sight = sight_of(who)
    cards = section(made_for(sight)[PLAN], "The rotations, one by one")
    told = [(block.host or "Any host.", short(block.span.first)) for block in sight.plan.schedule.value.ahead]

    assert [pair for pair in told if not all(words in cards for words in pair)] == []


@everybody
def test_every_place_to_apply_to_is_named_below_its_block(who: str, sight_of: SightOf) -> None:
    sight = sight_of(who)
    listed = section(made_for(sight)[PLAN], "Where to apply")
    wanted = [host_of(target.host, otherwise="Any host") for target in sight.plan.advice.targets]

    assert [host for host in wanted if host not in listed] == []
    assert sum(len(one.places) for one in view_of(sight).standings) == len(wanted)


@everybody
def test_every_fallback_is_named_with_the_day_to_change_over(who: str, sight_of: SightOf) -> None:
    sight = sight_of(who)
    shown = {one.block.id: one for one in view_of(sight).standings}
    cards = section(made_for(sight)[PLAN], "The rotations, one by one")

    for fallback in sight.plan.advice.fallbacks:
        one = shown[fallback.block]
        assert one.fallback is not None
        assert (one.fallback.host, one.switch_by) == (fallback.host, fallback.switch_by)
        assert host_of(fallback.host, otherwise="with any host") in cards
        assert one.fallback.is_offer or f"Change over by {short(fallback.switch_by)}" in cards


@everybody
def test_every_plan_is_named_beside_the_guides_own_or_said_to_be_beaten(who: str, sight_of: SightOf) -> None:
    sight = sight_of(who)
    beside = section(made_for(sight)[PLAN], "Other plans beside this one")
    names = [order.name for order in sight.catalog.files.goals.orders]
    hosts = {block.host for plan in sight.plan.advice.alternatives[1:] for block in plan.blocks}
    has_blocks = any(plan.blocks for plan in sight.plan.advice.alternatives)

    assert [name for name in names if (name in beside) is not has_blocks] == []
    assert [host for host in hosts if host not in beside] == []
    assert ("Only this one is left" in beside) is (has_blocks and len(sight.plan.advice.alternatives) == 1)


@everybody
def test_every_host_that_can_fall_away_is_named_once(who: str, sight_of: SightOf) -> None:
    sight = sight_of(who)
    hosts = [one.host for one in view_of(sight).setbacks]

    assert sorted(hosts) == sorted({one.host for one in sight.plan.advice.setbacks})
    told = section(made_for(sight)[PLAN], "If a host falls away")
    assert [host for host in hosts if f"Without {host}" not in told] == []


@everybody
def test_all_losses_of_one_host_are_the_same(who: str, sight_of: SightOf) -> None:
    """The page tells them once, so they must be."""
    told: dict[str, set[object]] = {}
    for one in sight_of(who).plan.advice.setbacks:
        told.setdefault(one.host, set()).add((one.letters, one.letters_before, one.moved, one.lost))

    assert {host for host, losses in told.items() if len(losses) > 1} == set()


@everybody
def test_a_block_to_be_asked_for_says_if_they_say_yes_and_comes_with_a_question_and_a_day(
    who: str, sight_of: SightOf
) -> None:
    sight = sight_of(who)
    text = made_for(sight)[PLAN]
    asked = [one for one in view_of(sight).standings if one.block.is_ask]

    assert [one.block.name for one in asked if not one.question or one.switch_by is None] == []
    assert text.count("**If they say yes: ") == len(asked)
    assert text.count("<pre class=") == len(asked)


@everybody
def test_no_day_to_act_on_has_gone_by(who: str, sight_of: SightOf) -> None:
    sight = sight_of(who)
    days = [day for one in view_of(sight).standings for day in days_of(one) if day is not None]

    assert [day for day in days if day < sight.plan.as_of] == []


def days_of(one: StandingView) -> Iterator[date | None]:
    yield from (one.write_by, one.apply_by, one.switch_by, one.answer_by, one.letter_in_by)
    yield from (place.apply_by for place in one.places)


@everybody
def test_no_message_goes_out_after_its_application(who: str, sight_of: SightOf) -> None:
    shown = view_of(sight_of(who)).standings
    pairs = [(one.write_by, one.apply_by) for one in shown if one.write_by and one.apply_by]

    assert [pair for pair in pairs if pair[0] > pair[1]] == []


@everybody
def test_nobody_is_sent_to_a_host_that_does_not_take_them(who: str, sight_of: SightOf) -> None:
    sight = sight_of(who)
    shut = {host.name for host in sight.plan.hosts if host.verdict.value not in ("open", "ask")}
    applied = {one.host for one in sight.facts.profile.rotations or () if one.status == "applied"}
    advice = sight.plan.advice
    named = {one.host for one in (*advice.targets, *advice.fallbacks)}
    named |= {block.host for plan in advice.alternatives for block in plan.blocks}
    offered = {one.host for one in sight.facts.profile.rotations or () if one.status == "offered"}

    assert (named & shut) - applied - offered == set()
    assert shut


@everybody
def test_the_first_page_names_each_block_with_its_host(who: str, sight_of: SightOf) -> None:
    sight = sight_of(who)
    told = section(made_for(sight)[HOME], "Your rotations")
    closed = sight.facts.rank_lists_closed()
    hosts = [block.host or "With any host" for block in sight.plan.schedule.value.ahead]

    assert [host for host in hosts if not closed and host not in told] == []


def test_a_block_at_a_host_with_an_application_asks_how_it_stands(sight_of: SightOf) -> None:
    (one,) = view_of(sight_of("applied for the only three weeks")).standings

    assert (one.has_applied, one.block.at, one.apply_by) == (True, "A Hospital", None)
    assert "I applied to you" in one.question


def test_an_offer_in_the_plan_is_to_be_accepted_by_its_day(sight_of: SightOf) -> None:
    cards = section(made_for(sight_of("offers"))[PLAN], "The rotations, one by one")

    assert "A Hospital Offered to you Accept it by Dec 1, 2026" in cards


def test_a_lead_is_called_assumed_where_the_host_states_none(sight_of: SightOf) -> None:
    places = [place for one in view_of(sight_of("a citizen")).standings for place in one.places]

    assert {place.host: place.lead_assumed for place in places if place.host in ("UT Southwestern", "Iowa")} == {
        "UT Southwestern": False,
        "Iowa": True,
    }


# --- how sure it is, and what the calendar breaks ---


def with_plan(sight: Sight, **changed: Any) -> Sight:
    return replace(sight, plan=replace(sight.plan, **changed))


def with_proof(sight: Sight, proof: Proof) -> Sight:
    decision = sight.plan.schedule
    return with_plan(sight, schedule=replace(decision, value=replace(decision.value, proof=proof)))


@pytest.mark.parametrize(
    ("proof", "said"),
    [
        pytest.param(Proof(True, 7, "", 0), "No plan is better by the order of goals below", id="proved"),
        pytest.param(
            Proof(False, 7, "certainty", 16),
            "a better plan may exist: in certainty, by 16 points at most",
            id="not proved, and how far at most",
        ),
    ],
)
def test_the_page_says_how_sure_it_is_that_no_plan_is_better(proof: Proof, said: str, sight_of: SightOf) -> None:
    told = words_of(made_for(with_proof(sight_of("a citizen"), proof))[PLAN])

    assert said in re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", told)


def test_the_goals_stand_in_the_order_that_decided(sight_of: SightOf, catalog: Catalog) -> None:
    sight = sight_of("a citizen")
    names = {goal.id: goal.name for goal in catalog.files.goals.goals}

    assert [goal.name for goal in view_of(sight).goals] == [names[id_] for id_, _ in sight.plan.schedule.value.score]


def test_each_piece_that_the_calendar_breaks_is_told_once_with_all_its_parts(sight_of: SightOf) -> None:
    sight = sight_of("a citizen")
    pieces = (Broken("pattern-order", ""), Broken("part-missing", "medicine"), Broken("part-missing", "psychiatry"))
    told = view_of(with_plan(sight, advice=replace(sight.plan.advice, broken=pieces))).broken

    assert [one.what.endswith("internal medicine and psychiatry.") for one in told] == [False, True]


def test_words_for_what_is_broken_leave_no_blank_but_the_parts(catalog: Catalog) -> None:
    assert {one.id for one in catalog.files.schedule.broken if blanks(one.because) - {"parts"}} == set()


@pytest.mark.parametrize(
    ("who", "year", "dated"),
    [
        pytest.param("after letters are due", 2029, False, id="a season that nobody has published"),
        pytest.param("the season before", 2028, True, id="a season that the guide knows"),
    ],
)
def test_the_next_season_bears_dates_only_where_its_calendar_is_known(
    who: str, year: int, dated: bool, sight_of: SightOf
) -> None:
    sight = sight_of(who)
    told = section(made_for(sight)[PLAN], "What your calendar breaks of the usual year")

    assert (view_of(sight).next_season.year, bool(view_of(sight).next_season.dates)) == (year, dated)
    assert ("Its calendar is not in this guide" in told, f"The Match of {year}" in told) == (not dated, True)


# --- the page on what is in the way ---


@everybody
def test_the_conflict_page_is_there_for_those_who_have_one_and_is_linked(who: str, sight_of: SightOf) -> None:
    sight = sight_of(who)
    made, there = made_for(sight), sight.plan.advice.conflict is not None

    assert (CONFLICT in made, "(conflict.md)" in made[PLAN], "(plan/conflict.md)" in made[HOME]) == (there,) * 3


@everybody
def test_the_conflict_page_names_every_limit_every_number_and_every_way_out(who: str, sight_of: SightOf) -> None:
    sight = sight_of(who)
    found = sight.plan.advice.conflict
    if found is None:
        return
    text = made_for(sight)[CONFLICT]
    names = {limit.id: limit for limit in sight.catalog.files.limits.limits}
    numbers, ways = section(text, "The numbers"), section(text, "Ways out, the easiest first")

    assert f"as things stand | {found.fits}" in numbers
    assert [one for one in found.figures if f"{names[one.limit].name} | {one.blocks_without}" not in numbers] == []
    assert [one for one in found.frees if not all(words_of(names[id_].free) in ways for id_ in one.limits)] == []


def test_people_with_and_without_a_conflict_are_among_these(sight_of: SightOf) -> None:
    assert {sight_of(who).plan.advice.conflict is None for who in PEOPLE} == {True, False}


SOME = Conflict(
    needed=2,
    fits=0,
    limits=("budget", "windows"),
    fewest=False,
    figures=(LimitFigure("budget", 1), LimitFigure("windows", 0)),
    frees=(Freed(("busy",), 2, 2, None), Freed(("budget", "windows"), 8, 3, 1200)),
)


def told_of(sight: Sight, conflict: Conflict) -> str:
    return made_for(with_plan(sight, advice=replace(sight.plan.advice, conflict=conflict)))[CONFLICT]


@pytest.mark.parametrize(
    ("conflict", "said", "unsaid"),
    [
        pytest.param(SOME, "was not looked at", "no smaller set", id="irreducible only"),
        pytest.param(replace(SOME, fewest=True), "no smaller set", "was not looked at", id="the smallest"),
        pytest.param(SOME, "others hold the plan down as well", "one season", id="no limit is to blame alone"),
        pytest.param(
            replace(SOME, figures=(LimitFigure("budget", 2),)),
            "The numbers",
            "others hold the plan down",
            id="one limit is to blame alone",
        ),
        pytest.param(replace(SOME, frees=()), "No change that the guide knows", "The easiest way out", id="no way"),
    ],
)
def test_the_conflict_page_says_what_is_known_of_the_set(
    conflict: Conflict, said: str, unsaid: str, sight_of: SightOf
) -> None:
    text = words_of(told_of(sight_of("a citizen"), conflict))

    assert (said in text, unsaid in text) == (True, False)


def test_the_easiest_way_out_comes_first(sight_of: SightOf) -> None:
    ways = section(told_of(sight_of("a citizen"), SOME), "Ways out, the easiest first")

    assert re.findall(r"Effort (\d+)", ways) == ["2", "8"]


def test_every_kind_of_block_is_among_these_people(sight_of: SightOf) -> None:
    blocks = [block for who in PEOPLE for block in sight_of(who).plan.schedule.value.ahead]

    assert {block.certainty for block in blocks} == {"booked", "offered", "open", "ask", "slot"}


# --- what editors write for these pages ---


@pytest.mark.parametrize(
    ("field", "list_", "changed", "said"),
    [
        pytest.param("goals", "orders", {"goals": ("lettres",)}, "names the goal lettres", id="a goal"),
        pytest.param("schedule", "broken", {"id": "other"}, "the outcome letter-late has no reason", id="a piece"),
    ],
)
def test_a_name_that_these_pages_need_is_checked(
    field: str, list_: str, changed: dict[str, Any], said: str, catalog: Catalog
) -> None:
    with pytest.raises(GuideError, match=said):
        cross_checked(with_first(catalog, field, list_, **changed), "content")


def test_what_plans_are_compared_by_has_words(catalog: Catalog) -> None:
    compared = catalog.files.goals.model_copy(update={"compared": ("lettres",)})

    with pytest.raises(GuideError, match="lettres") as caught:
        cross_checked(replace(catalog, files=replace(catalog.files, goals=compared)), "content")

    assert len(caught.value.problems) == 2


# --- after a rotation ---


def test_the_first_page_counts_what_is_behind(sight_of: SightOf) -> None:
    told = words_of(made_for(sight_of("just done"))[HOME])

    assert "one rotation behind you, the next from" in told
    assert "Next first day" in told
    assert "behind you" not in words_of(made_for(sight_of("booked"))[HOME])


def test_the_letter_plan_asks_for_the_letter_of_a_rotation_that_has_just_ended(sight_of: SightOf) -> None:
    assert letters(sight_of("just done"), "letters/plan").ended == ("A Hospital",)
    assert letters(sight_of("booked"), "letters/plan").ended == ()
