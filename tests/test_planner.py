"""From answers to a plan: where blocks land, why parts fall away, and which answers alter what."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from conftest import AS_OF, ROOT
from factory import make_profile
from people import PEOPLE, SEASONS_DAYS, random  # noqa: F401 - the tests of letter sets take them from here

from generator.catalog import Catalog
from generator.facts import Facts, derive
from generator.plan import Schedule
from generator.planner import make_plain_plan, make_plan
from generator.planner.core import core
from generator.profile import Profile
from generator.site import load_profile

FactsOf = Callable[..., Facts]
Said = Mapping[str, Any]


def day(text: str) -> date:
    return date.fromisoformat(text)


def booked(field: str, first: str, last: str, **more: Any) -> dict[str, Any]:
    return {"host": "A host", "field": field, "status": "booked", "first": first, "last": last, **more}


def period(first: str, last: str) -> list[dict[str, str]]:
    return [{"first": first, "last": last}]


def scheduled(facts: Facts, catalog: Catalog) -> Schedule:
    return core(facts, catalog).schedule.value


def planned(schedule: Schedule) -> dict[str, str]:
    return {block.part: block.span.first.isoformat() for block in schedule.planned}


# --- where blocks land ---

THREE = {"medicine": "2027-03-29", "psychiatry": "2027-04-26", "integrated": "2027-05-24"}
GRADUATE = {"school.status": "graduated", "school.graduation": "2025-06-01"}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        pytest.param({}, THREE, id="one after another from four months ahead"),
        pytest.param(
            {"means.busy": period("2027-04-10", "2027-04-10")},
            {"medicine": "2027-04-12", "psychiatry": "2027-05-10", "integrated": "2027-06-07"},
            id="a busy day moves what lies on it",
        ),
        pytest.param(
            {"means.fixed": period("2027-06-01", "2027-06-01")},
            {**THREE, "integrated": "2027-06-07"},
            id="a fixed day does so too",
        ),
        pytest.param({"means.busy": period("2026-12-01", "2027-03-28")}, THREE, id="busy days before do not"),
        pytest.param(
            {"school.terms": period("2027-02-01", "2027-06-06")},
            {"medicine": "2027-06-07", "psychiatry": "2027-07-05", "integrated": "2027-08-02"},
            id="a term is kept free",
        ),
        pytest.param(
            {**GRADUATE, "school.terms": period("2027-02-01", "2027-06-06")}, THREE, id="but not a graduate's"
        ),
        pytest.param(
            {"exams.step_2_ck": {"status": "planned", "date": "2027-05-10"}},
            {"medicine": "2027-03-29", "psychiatry": "2027-05-17", "integrated": "2027-06-14"},
            id="two weeks before an exam and its day",
        ),
        pytest.param(
            {"exams.step_2_ck": {"status": "planned", "date": "2027-05-09"}},
            {"medicine": "2027-05-10", "psychiatry": "2027-06-07", "integrated": "2027-07-05"},
            id="they reach into a block by a day; the day after is free",
        ),
        pytest.param(
            {"exams.english_test": {"status": "planned", "date": "2027-04-12"}},
            {"medicine": "2027-04-19", "psychiatry": "2027-05-17", "integrated": "2027-06-14"},
            id="an English test",
        ),
        pytest.param(
            {"exams.step_1": {"status": "passed", "date": "2026-11-01"}}, THREE, id="an exam that lies behind"
        ),
        pytest.param({"exams.step_2_ck": {"status": "planned"}}, THREE, id="an exam without a day"),
        pytest.param(
            {"school.elective_windows": period("2027-06-07", "2027-08-01")},
            {"medicine": "2027-06-07", "integrated": "2027-07-05"},
            id="eight weeks of a window",
        ),
        pytest.param(
            {"school.elective_windows": period("2027-06-08", "2027-08-01")},
            {"integrated": "2027-06-14"},
            id="a day less leaves one block",
        ),
        pytest.param({**GRADUATE, "school.elective_windows": []}, THREE, id="windows do not bind a graduate"),
        pytest.param(
            {"school.graduation": "2027-05-23"},
            {"medicine": "2027-01-18", "psychiatry": "2027-03-29", "integrated": "2027-04-26"},
            id="graduation ends it, so one has a short lead, and the other two the usual notice",
        ),
        pytest.param(
            {"school.caps": {"electives": 2}},
            {"medicine": "2027-03-29", "integrated": "2027-05-03"},
            id="two electives",
        ),
        pytest.param(
            {"school.caps": {"weeks_outside": 11}},
            {"medicine": "2027-03-29", "integrated": "2027-05-03"},
            id="eleven weeks are two blocks",
        ),
        pytest.param({**GRADUATE, "school.caps": {"electives": 0}}, THREE, id="caps do not bind a graduate"),
        pytest.param({"means.weeks": 4}, {"integrated": "2027-05-03"}, id="four weeks to travel"),
        pytest.param({"means.weeks": 12}, THREE, id="twelve weeks to travel"),
        pytest.param(
            {"rotations": [booked("consult-liaison", "2027-04-05", "2027-05-02")]},
            {"medicine": "2027-05-03", "psychiatry": "2027-05-31"},
            id="a booked block fills its part and takes its days",
        ),
        pytest.param(
            {"rotations": [booked("surgery", "2027-04-05", "2027-05-02")]},
            {"medicine": "2027-05-03", "psychiatry": "2027-05-31", "integrated": "2027-06-28"},
            id="one in another field takes its days only",
        ),
        pytest.param(
            {"rotations": [{**booked("medicine", "2026-09-07", "2026-10-04"), "status": "done"}]},
            {"psychiatry": "2027-03-29", "integrated": "2027-05-03"},
            id="one that is done fills its part",
        ),
        pytest.param(
            {"rotations": [{**booked("medicine", "2027-03-29", "2027-04-25"), "status": "offered"}]},
            {"psychiatry": "2027-04-26", "integrated": "2027-05-24"},
            id="an offer that can be taken fills its part",
        ),
        pytest.param(
            {"rotations": [booked("surgery", "2027-02-01", "2027-02-28")], "school.caps": {"electives": 3}},
            {"medicine": "2027-03-29", "integrated": "2027-05-03"},
            id="a booked block counts toward the cap",
        ),
        pytest.param(
            {"school.caps": {"weeks_per_field": 4}},
            {"medicine": "2027-03-29", "integrated": "2027-05-03"},
            id="four weeks in a field: what counts for one or the other specialty uses them up",
        ),
        pytest.param(
            {"school.name": "SGU", "rotations": [{**booked("surgery", "2026-09-07", "2026-10-04"), "status": "done"}]},
            {"medicine": "2027-03-29", "integrated": "2027-05-03"},
            id="a school with a known cap of twelve weeks, four of them used",
        ),
        pytest.param(
            {"school.name": "AUC", "rotations": [booked("surgery", "2027-02-01", "2027-02-28")]},
            {"medicine": "2027-03-29", "integrated": "2027-05-03"},
            id="a school with eight weeks besides medicine, four of them booked",
        ),
        pytest.param(
            {
                "school.name": "AUC",
                "school.caps": {},
                "rotations": [booked("surgery", "2027-02-01", "2027-02-28")],
            },
            THREE,
            id="what they say themselves counts for more than what is known of the school",
        ),
        pytest.param(
            {
                "rotations": [{**booked("surgery", "2026-09-07", "2026-10-04"), "status": "done"}],
                "means.weeks": 12,
                "school.caps": {"weeks_outside": 16},
            },
            THREE,
            id="one that is done counts for the school, not for the weeks to travel",
        ),
    ],
)
def test_where_blocks_land(said: Said, found: dict[str, str], catalog: Catalog, facts_of: FactsOf) -> None:
    assert planned(scheduled(facts_of(said), catalog)) == found


OFFER = {**booked("medicine", "2027-03-29", "2027-04-25"), "status": "offered"}
IN_FALL = {**booked("psychiatry", "2027-09-13", "2027-10-10"), "status": "offered"}
SUMMER = {"host": "A host", "field": "consult-liaison", "status": "offered",
          "start_from": "2027-05-01", "start_to": "2027-06-30"}  # fmt: skip
LETTER = {"writer": "A", "us": True, "faculty": True, "knows": "well", "status": "promised"}
THREE_LETTERS = [{**LETTER, "field": field} for field in ("medicine", "psychiatry", "medicine-psychiatry")]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        pytest.param({"rotations": [OFFER]}, {"medicine": "2027-03-29"}, id="on its own days"),
        pytest.param(
            {"rotations": [SUMMER]}, {"integrated": "2027-05-24"}, id="where it fits of the days to choose from"
        ),
        pytest.param(
            {"rotations": [SUMMER], "means.busy": period("2027-06-01", "2027-06-01")},
            {"integrated": "2027-06-07"},
            id="and where that is free",
        ),
        pytest.param({"rotations": [IN_FALL]}, {}, id="too late for its letter while letters are missing"),
        pytest.param(
            {"rotations": [IN_FALL], "letters": THREE_LETTERS},
            {"psychiatry": "2027-09-13"},
            id="too late for its letter, and none is missing",
        ),
        pytest.param(
            {"rotations": [{**OFFER, "answer_due": "2026-11-22"}]}, {"medicine": "2027-03-29"}, id="due today"
        ),
        pytest.param({"rotations": [{**OFFER, "answer_due": "2026-11-21"}]}, {}, id="lapsed yesterday"),
        pytest.param(
            {"rotations": [{**OFFER, "state": "CA"}], "targets.regions": ["south"]}, {}, id="in a region left out"
        ),
        pytest.param(
            {"rotations": [{**OFFER, "wants_step_2": True}]}, {}, id="a score is wanted, and no exam is known"
        ),
        pytest.param(
            {
                "rotations": [{**OFFER, "wants_step_2": True}],
                "exams.step_2_ck": {"status": "planned", "date": "2027-03-01"},
            },
            {"medicine": "2027-03-29"},
            id="the score comes four weeks after the exam, on the first day",
        ),
        pytest.param(
            {
                "rotations": [{**OFFER, "wants_step_2": True}],
                "exams.step_2_ck": {"status": "planned", "date": "2027-03-02"},
            },
            {},
            id="or a day too late",
        ),
        pytest.param({"rotations": [{**OFFER, "fee": 900}], "means.budget": 800}, {}, id="too dear"),
        pytest.param(
            {"rotations": [{**OFFER, "first": "2027-05-03", "last": "2027-05-30"}]},
            {"medicine": "2027-05-03"},
            id="in medicine, and not as psychiatry, whose months are nearer",
        ),
        pytest.param({"rotations": [{**OFFER, "field": "surgery"}]}, {}, id="in another field"),
    ],
)
def test_an_offer_is_part_of_the_plan_where_it_can_be(
    said: Said, found: dict[str, str], catalog: Catalog, facts_of: FactsOf
) -> None:
    made = scheduled(facts_of(said), catalog)
    offered = {block.part: block.span.first.isoformat() for block in made.chosen if block.certainty == "offered"}

    assert offered == found
    assert {block.part for block in made.chosen} == {*THREE}


SPELLED = {"targets.hosts": ["St. Mary Hospital"], "targets.regions": ["west"]}
HERS = {**OFFER, "host": "St Mary Hospital", "type": "medicine-sub-internship"}
A_NO = {"host": "St. Mary Hospital", "sent": "2026-09-01", "answered": "2026-10-01", "outcome": "closed"}


def test_a_host_that_said_no_is_not_asked_under_another_spelling(catalog: Catalog, facts_of: FactsOf) -> None:
    said = {**SPELLED, "rotations": [{**HERS, "status": "applied"}], "inquiries": [A_NO]}
    blocks = scheduled(facts_of(said), catalog).chosen

    assert {block.host for block in blocks} == {""}


def test_a_host_in_two_spellings_gives_no_more_than_one_host_does(catalog: Catalog, facts_of: FactsOf) -> None:
    in_one, in_two = (
        {**SPELLED, "targets.hosts": [name], "rotations": [HERS]} for name in (HERS["host"], A_NO["host"])
    )
    scores = [scheduled(facts_of(said), catalog).score for said in (in_one, in_two)]

    assert scores[0] == scores[1]


def test_weeks_in_a_state_that_only_the_guide_knows_count_there(catalog: Catalog, facts_of: FactsOf) -> None:
    behind = {**booked("surgery", "2026-05-04", "2026-06-28"), "host": "University of Rochester", "status": "done"}
    offers = [
        {**OFFER, "state": "NY"},
        {**OFFER, "state": "NY", "field": "psychiatry", **period("2027-06-07", "2027-07-04")[0]},
    ]
    told, known = ({"rotations": [{**behind, **state}, *offers]} for state in ({"state": "NY"}, {}))

    assert [one.status for one in scheduled(facts_of(told), catalog).chosen].count("offered") == 1
    assert scheduled(facts_of(known), catalog) == scheduled(facts_of(told), catalog)


def test_an_offer_in_another_field_leaves_its_host_to_be_asked(catalog: Catalog, facts_of: FactsOf) -> None:
    offered = {**SOMEBODY, "rotations": [{**OFFER, "host": "UT Southwestern", "field": "surgery"}]}
    a_yes = {**SOMEBODY, "inquiries": [{"host": "UT Southwestern", "sent": "2026-10-01", "outcome": "open"}]}

    assert scheduled(facts_of(offered), catalog) == scheduled(facts_of(a_yes), catalog)


@pytest.mark.parametrize(
    ("as_of", "lead", "late", "found"),
    [
        pytest.param("2026-09-01", "usual", False, ["2027-01-11", "2027-03-01", "2027-05-03"], id="early: the pattern"),
        pytest.param("2026-11-22", "usual", False, ["2027-03-29", "2027-04-26", "2027-05-24"], id="catching up"),
        pytest.param("2027-01-31", "usual", False, ["2027-06-07", "2027-07-05", "2027-08-02"], id="the last usual day"),
        pytest.param("2027-02-02", "short", False, ["2027-04-05", "2027-06-14", "2027-07-12"], id="one short lead"),
        pytest.param("2027-02-09", "short", False, ["2027-04-12", "2027-06-21", "2027-07-19"], id="a week later"),
        pytest.param("2027-03-09", "short", False, ["2027-05-10", "2027-06-07", "2027-07-19"], id="two short leads"),
        pytest.param("2027-06-07", "short", False, ["2027-08-02"], id="the last day for a letter in time"),
        pytest.param("2027-06-08", "usual", True, ["2027-10-18", "2027-11-15", "2027-12-13"], id="a day later"),
        pytest.param("2027-12-20", "usual", True, [], id="too late for anything"),
    ],
)
def test_the_plan_on_different_days(
    as_of: str, lead: str, late: bool, found: list[str], catalog: Catalog, facts_of: FactsOf
) -> None:
    made = scheduled(facts_of(as_of=day(as_of)), catalog)

    assert (made.lead, made.late, sorted(planned(made).values())) == (lead, late, found)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        pytest.param({"school.caps": {"electives": 1}}, "electives-cap", id="electives"),
        pytest.param({"school.caps": {"weeks_outside": 4, "electives": 3}}, "weeks-cap", id="the tighter of two caps"),
        pytest.param({"means.weeks": 4}, "weeks-available", id="weeks to travel"),
        pytest.param({"school.elective_windows": period("2027-07-05", "2027-08-01")}, "windows", id="one window"),
        pytest.param(
            {"school.elective_windows": period("2027-07-05", "2027-08-01"), "means.weeks": 8},
            "windows",
            id="a cap that is wider than the room",
        ),
        pytest.param(
            {"school.elective_windows": period("2027-07-05", "2027-08-01"), "means.weeks": 4},
            "together",
            id="two limits, of which either alone leaves one block",
        ),
        pytest.param(
            {
                "school.elective_windows": period("2027-06-07", "2027-08-01"),
                "means.busy": period("2027-07-10", "2027-07-10"),
            },
            "busy",
            id="of two limits that each would free more the one that is easier to move",
        ),
        pytest.param(
            {"means.budget": 60, "school.visiting_service": True},
            "budget",
            id="three applications of $15 for each block",
        ),
    ],
)
def test_why_all_but_one_part_fall_away(said: Said, why: str, catalog: Catalog, facts_of: FactsOf) -> None:
    made = scheduled(facts_of(said), catalog)

    assert {one.part: one.why for one in made.dropped} == {"medicine": why, "psychiatry": why}


def test_no_limit_is_to_blame_that_they_do_not_have(catalog: Catalog, facts_of: FactsOf) -> None:
    """An offer in the middle of the window is surer than the two blocks that would fit without it."""
    offer = {**OFFER, "first": "2027-05-10", "last": "2027-06-06"}
    window = period("2027-04-26", "2027-06-20")
    said = {"letters": THREE_LETTERS, "rotations": [offer], "school.elective_windows": window}
    made = scheduled(facts_of(said), catalog)

    assert [block.status for block in made.chosen] == ["offered"]
    assert {one.why for one in made.dropped} & {"busy", "fixed", "exams", "terms"} == set()


def test_nothing_but_the_season_is_to_blame_when_rank_lists_are_closed(catalog: Catalog, facts_of: FactsOf) -> None:
    made = scheduled(facts_of({"means.weeks": 0}, as_of=day("2028-03-02")), catalog)

    assert {one.why for one in made.dropped} == {"season"}


@pytest.mark.parametrize(
    ("letters", "kept"),
    [
        pytest.param([], {"integrated"}, id="the weightiest where no letter is at hand"),
        pytest.param([{**LETTER, "field": "psychiatry"}], {"medicine"}, id="the part whose letter is missing"),
        pytest.param([{**LETTER, "field": "medicine"}], {"integrated"}, id="psychiatry is missing: integrated first"),
        pytest.param(
            [{**LETTER, "field": "medicine-psychiatry"}], {"integrated"}, id="none is missing: the weightiest again"
        ),
    ],
)
def test_the_one_part_that_stays(letters: list[Any], kept: set[str], catalog: Catalog, facts_of: FactsOf) -> None:
    made = scheduled(facts_of({"letters": letters, "means.weeks": 4}), catalog)

    assert set(planned(made)) == kept


def test_a_late_block_says_so_and_its_letter_is_not_in_time(catalog: Catalog, facts_of: FactsOf) -> None:
    blocks = scheduled(facts_of(as_of=day("2027-06-08")), catalog).planned

    assert {(block.late, block.letter is not None and block.letter.in_time) for block in blocks} == {(True, False)}


def test_a_plan_of_four_ends_with_the_program_that_is_wanted(catalog: Catalog, facts_of: FactsOf) -> None:
    made = scheduled(facts_of({"experience": [], "school.patients_speak": ["Spanish"]}), catalog)

    assert planned(made) == {**THREE, "target": "2027-07-05"}


def test_a_block_in_the_past_is_done_and_asks_for_nothing(catalog: Catalog, facts_of: FactsOf) -> None:
    said = {"rotations": [booked("medicine", "2026-10-05", "2026-11-01")]}
    (block, *_) = scheduled(facts_of(said), catalog).blocks

    assert (block.status, block.letter, block.inquiry) == ("done", None, None)


# --- the same input, the same plan ---

EXAMPLES = sorted(path.name for path in (ROOT / "profiles").glob("example-*.yml"))
each_example = pytest.mark.parametrize("example", EXAMPLES)


def facts_for(profile: Profile, catalog: Catalog) -> Facts:
    return derive(profile, catalog.settings, catalog.seasons[profile.season], AS_OF)


def example_facts(name: str, catalog: Catalog) -> Facts:
    return facts_for(load_profile(ROOT / "profiles" / name, catalog, as_of=AS_OF), catalog)


@each_example
def test_the_same_answers_give_the_same_plan(example: str, catalog: Catalog) -> None:
    first, second = (make_plan(example_facts(example, catalog), catalog) for _ in range(2))

    assert first == second


@each_example
def test_a_plain_plan_is_the_plan_without_what_would_change_it(example: str, catalog: Catalog) -> None:
    facts = example_facts(example, catalog)
    plan = make_plan(facts, catalog)
    told = {name: replace(getattr(plan, name), would_change=()) for name in ("how_many", "schedule", "letters")}
    routes = tuple((name, replace(route, would_change=())) for name, route in plan.routes)
    kinds = tuple(replace(kind, count=replace(kind.count, would_change=())) for kind in plan.application.kinds)
    application = replace(plan.application, kinds=kinds)

    assert make_plain_plan(facts, catalog) == replace(plan, **told, routes=routes, application=application)


def said_by(profile: Profile) -> dict[str, Any]:
    """A profile as the answers that it was made from."""
    return dict(profile.model_dump(mode="json", by_alias=True, exclude_none=True))


def with_answers(profile: Profile, set_: Said, add: Said) -> Profile:
    """A profile with answers set and items added to lists, by another way than the planner's."""
    said = said_by(profile)
    longer = {path: [*said.get(path, []), item] for path, item in add.items()}
    return make_profile({**said, **longer}, **set_)


UNREAD: Mapping[str, Any] = {
    "applicant.name": "Somebody Else",
    "applicant.own_words": "An American in Warsaw",
    "school.country": "Elsewhere",
    "strengths": ["Patience"],
    "documents": [{"document": "cv"}],
}


@each_example
def test_an_answer_that_no_decision_reads_alters_none(example: str, catalog: Catalog) -> None:
    facts = example_facts(example, catalog)
    before = decisions_of(facts, catalog)
    others = {
        field: facts_for(with_answers(facts.profile, {field: said}, {}), catalog) for field, said in UNREAD.items()
    }

    assert {field for field, other in others.items() if decisions_of(other, catalog) != before} == set()


TWO_AND_EMORY = {"UT Southwestern": 2, "Emory": 1}
READ: Mapping[str, tuple[Said, set[str], dict[str, int]]] = {
    "a red flag": ({"explain": [{"kind": "professionalism"}]}, {"how-many", "list: medicine"}, TWO_AND_EMORY),
    "a green card": ({"applicant.citizenship": "permanent-resident"}, {"routes: own-application"}, TWO_AND_EMORY),
    "a program that is wanted": (
        {"targets.programs": ["duke", "iowa"]}, {"schedule"}, {"UT Southwestern": 1, "Iowa": 2}
    ),
    "a host that is wanted": (
        {"targets.hosts": ["A hospital"]}, {"schedule"}, {"UT Southwestern": 2, "A hospital": 1}
    ),
    "a school that Duke names": (
        {"school.name": "American University of Beirut"}, {"schedule"}, {"UT Southwestern": 1, "Duke": 2}
    ),
    "a school with a rule that leaves room": ({"school.name": "SGU"}, set(), TWO_AND_EMORY),
    "a school that no rule knows": ({"school.name": "A school abroad"}, set(), TWO_AND_EMORY),
    "a budget that is enough": ({"means.budget": 8000}, set(), TWO_AND_EMORY),
    "busy days": ({"means.busy": period("2027-04-10", "2027-04-10")}, {"schedule"}, TWO_AND_EMORY),
    "a letter that does not count": ({"letters": [{**LETTER, "us": False}]}, set(), TWO_AND_EMORY),
    "a language": ({"applicant.languages": ["English", "Polish"]}, set(), TWO_AND_EMORY),
}  # fmt: skip
SOMEBODY: Said = {"applicant.citizenship": "citizen-by-birth", "school.visiting_service": True, "letters": [],
                  "school.elective_windows": period("2027-01-01", "2027-12-31"), "means.busy": [], "means.budget": 9000,
                  "exams.step_1": {"status": "passed", "attempts": 1}, "explain": [], "school.repeated_years": 0,
                  "exams.step_2_ck": {"status": "passed", "attempts": 1, "score": 250},
                  "applicant.languages": ["English"],
                  "experience": [{"field": "medicine", "hands_on": True}], "school.patients_speak": ["English"],
                  "school.final_year": [{"field": "medicine", "exposure": "good"},
                                        {"field": "psychiatry", "exposure": "good"}]}  # fmt: skip


def decisions_of(facts: Facts, catalog: Catalog) -> dict[str, Any]:
    return dict(core(facts, catalog).by_name())


@pytest.fixture(scope="module")
def before(catalog: Catalog, facts_of: FactsOf) -> dict[str, Any]:
    """What is decided for somebody of whom nothing was changed."""
    return decisions_of(facts_of(SOMEBODY), catalog)


@pytest.mark.parametrize(("said", "altered", "hosts"), READ.values(), ids=READ)
def test_an_answer_alters_exactly_what_hangs_on_it(
    said: Said, altered: set[str], hosts: dict[str, int], before: dict[str, Any], catalog: Catalog, facts_of: FactsOf
) -> None:
    after = decisions_of(facts_of({**SOMEBODY, **said}), catalog)

    assert {name for name in before if before[name] != after[name]} == altered
    assert Counter(block.host for block in after["schedule"].value.chosen) == hosts


def test_a_school_outside_the_service_closes_its_host_and_spares_its_fees(
    before: dict[str, Any], catalog: Catalog, facts_of: FactsOf
) -> None:
    after = decisions_of(facts_of({**SOMEBODY, "school.visiting_service": False}), catalog)
    (third,) = {block.host_id for block in after["schedule"].value.chosen} - {"utsw"}

    assert {name for name in before if before[name] != after[name]} == {"routes: visiting-service", "schedule"}
    assert third in {"camc", "ecu", "iowa", "mcw", "musc"}
    assert (cost_of(before), cost_of(after)) == (-(150 + 150 + 200 + 3 * 45), -(150 + 150))


def cost_of(decisions: dict[str, Any]) -> int:
    made: Schedule = decisions["schedule"].value
    return dict(made.score)["cost"]


def test_a_small_budget_leaves_two_blocks_and_two_letters(
    before: dict[str, Any], catalog: Catalog, facts_of: FactsOf
) -> None:
    after = decisions_of(facts_of({**SOMEBODY, "means.budget": 100}), catalog)

    assert {name for name in before if before[name] != after[name]} == {"letters", "schedule"}
    assert planned(after["schedule"].value) == {"medicine": "2027-03-29", "integrated": "2027-05-03"}
    assert (before["letters"].value.covered, after["letters"].value.covered) == (3, 2)
