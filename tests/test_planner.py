"""From answers to a plan: where blocks land, why parts fall away, and what would change it, each tried again."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from conftest import AS_OF, ROOT
from factory import make_profile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.catalog import Catalog
from generator.catalog.guidance import ChangeEntry
from generator.conditions import applies
from generator.facts import Facts, derive
from generator.plan import Block, Change, Plan, Schedule
from generator.planner import make_plain_plan, make_plan
from generator.planner.core import Core, core
from generator.profile import Profile
from generator.site import load_profile

fast = pytest.mark.fast
FactsOf = Callable[..., Facts]
Drafted = Callable[[Facts], Plan]
Said = Mapping[str, Any]
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)


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


@fast
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
            {"medicine": "2027-01-18", "psychiatry": "2027-03-01", "integrated": "2027-03-29"},
            id="graduation ends it, so a short lead places more",
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
            THREE,
            id="an offer fills nothing",
        ),
        pytest.param(
            {"rotations": [booked("surgery", "2027-02-01", "2027-02-28")], "school.caps": {"electives": 3}},
            {"medicine": "2027-03-29", "integrated": "2027-05-03"},
            id="a booked block counts toward the cap",
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


@fast
@pytest.mark.parametrize(
    ("as_of", "lead", "late", "found"),
    [
        pytest.param("2026-09-01", "usual", False, ["2027-01-11", "2027-03-01", "2027-05-03"], id="early: the pattern"),
        pytest.param("2026-11-22", "usual", False, ["2027-03-29", "2027-04-26", "2027-05-24"], id="catching up"),
        pytest.param("2027-01-31", "usual", False, ["2027-06-07", "2027-07-05", "2027-08-02"], id="the last usual day"),
        pytest.param("2027-02-02", "short", False, ["2027-04-05", "2027-05-03", "2027-05-31"], id="a short lead"),
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


@fast
@pytest.mark.parametrize(
    ("said", "why"),
    [
        pytest.param({"school.caps": {"electives": 1}}, "electives-cap", id="electives"),
        pytest.param({"school.caps": {"weeks_outside": 4, "electives": 3}}, "weeks-cap", id="the tighter of two caps"),
        pytest.param({"means.weeks": 4}, "weeks-available", id="weeks to travel"),
        pytest.param({"school.elective_windows": period("2027-07-05", "2027-08-01")}, "no-time", id="one window"),
        pytest.param(
            {"school.elective_windows": period("2027-07-05", "2027-08-01"), "means.weeks": 8},
            "no-time",
            id="a cap that is wider than the room",
        ),
    ],
)
def test_why_all_but_one_part_fall_away(said: Said, why: str, catalog: Catalog, facts_of: FactsOf) -> None:
    made = scheduled(facts_of(said), catalog)

    assert {one.part: one.why for one in made.dropped} == {"medicine": why, "psychiatry": why}


LETTER = {"writer": "A", "us": True, "faculty": True, "knows": "well", "status": "promised"}


@fast
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


@fast
def test_a_late_block_says_so_and_its_letter_is_not_in_time(catalog: Catalog, facts_of: FactsOf) -> None:
    blocks = scheduled(facts_of(as_of=day("2027-06-08")), catalog).planned

    assert {(block.late, block.letter is not None and block.letter.in_time) for block in blocks} == {(True, False)}


@fast
def test_a_plan_of_four_ends_with_the_program_that_is_wanted(catalog: Catalog, facts_of: FactsOf) -> None:
    made = scheduled(facts_of({"experience": [], "school.patients_speak": ["Spanish"]}), catalog)

    assert planned(made) == {**THREE, "target": "2027-07-05"}


@fast
def test_a_block_in_the_past_is_done_and_asks_for_nothing(catalog: Catalog, facts_of: FactsOf) -> None:
    said = {"rotations": [booked("medicine", "2026-10-05", "2026-11-01")]}
    (block, *_) = scheduled(facts_of(said), catalog).blocks

    assert (block.status, block.letter, block.inquiry) == ("done", None, None)


# --- what every plan keeps to ---


@pytest.fixture(scope="module")
def drafted(catalog: Catalog) -> Callable[[Facts], Plan]:
    """Facts to a plan without what would change it; hypothesis shows this name instead of a whole catalog."""
    return lambda facts: make_plain_plan(facts, catalog)


PERIODS = st.tuples(st.integers(0, 500), st.integers(0, 120)).map(
    lambda pair: {"first": (AS_OF + DAY * pair[0]).isoformat(), "last": (AS_OF + DAY * sum(pair)).isoformat()}
)
NOTHING = object()


def said_or_not(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.just(NOTHING) | values


def some_of(*values: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(values)


FIELDS = some_of("medicine", "psychiatry", "consult-liaison", "medicine-psychiatry", "surgery")
EXAMS = st.fixed_dictionaries(
    {"status": some_of("not-taken", "planned", "waiting", "passed", "failed")},
    optional={"attempts": st.integers(0, 3), "score": st.integers(200, 270), "date": some_of("2027-05-10")},
)
LETTERS = st.fixed_dictionaries(
    {"writer": st.just("A")},
    optional={
        "field": FIELDS,
        "us": st.booleans(),
        "faculty": st.booleans(),
        "knows": some_of("well", "little"),
        "status": some_of("asked", "promised"),
    },
)
ROTATIONS = st.tuples(FIELDS, some_of("applied", "offered", "booked"), st.integers(20, 300)).map(
    lambda one: {
        "host": "H",
        "field": one[0],
        "status": one[1],
        "first": (AS_OF + DAY * one[2]).isoformat(),
        "last": (AS_OF + DAY * (one[2] + 27)).isoformat(),
    }
)
ANSWERS: Mapping[str, st.SearchStrategy[Any]] = {
    "school.status": some_of("enrolled", "graduated"),
    "school.graduation": some_of("2027-05-23", "2027-08-01", "2028-05-19"),
    "applicant.citizenship": some_of("citizen-by-birth", "permanent-resident", "other"),
    "applicant.languages": some_of(["English"], ["English", "Polish"]),
    "school.language": some_of("English", "Polish"),
    "school.patients_speak": some_of(["English"], ["Polish"]),
    "school.visiting_service": st.booleans(),
    "school.agreement_needed": st.booleans(),
    "school.elective_windows": st.lists(PERIODS, max_size=2),
    "school.terms": st.lists(PERIODS, max_size=1),
    "school.caps": st.fixed_dictionaries(
        {}, optional={"electives": st.integers(0, 4), "weeks_outside": st.integers(0, 20)}
    ),
    "school.final_year": some_of([], [{"field": "psychiatry", "exposure": "none"}]),
    "school.repeated_years": st.integers(0, 1),
    "exams.step_1": EXAMS,
    "exams.step_2_ck": EXAMS,
    "exams.ecfmg_certificate": some_of({"status": "passed"}, {"status": "not-taken"}),
    "experience": st.lists(st.fixed_dictionaries({"field": FIELDS}, optional={"hands_on": st.booleans()}), max_size=2),
    "letters": st.lists(LETTERS, max_size=3),
    "targets.couples_match": st.booleans(),
    "targets.other_specialties": some_of([], ["neurology"]),
    "means.budget": some_of(0, 2000, 9000),
    "means.weeks": st.integers(0, 20),
    "means.busy": st.lists(PERIODS, max_size=2),
    "rotations": st.lists(ROTATIONS, max_size=2, unique_by=lambda one: one["first"][:7]),
    "explain": some_of([], [{"kind": "professionalism"}], [{"kind": "failed-exam"}]),
}  # fmt: skip
PEOPLE = st.fixed_dictionaries({name: said_or_not(values) for name, values in ANSWERS.items()}).map(
    lambda said: {name: answer for name, answer in said.items() if answer is not NOTHING}
)
SEASONS_DAYS = st.integers(0, 470).map(lambda number: AS_OF + DAY * number)


def random(examples: int) -> settings:
    unhurried = [HealthCheck.too_slow, HealthCheck.data_too_large]
    return settings(
        derandomize=True, deadline=None, max_examples=examples, database=None, suppress_health_check=unhurried
    )


def broken_limits(plan: Plan, facts: Facts) -> list[str]:
    """What a schedule does that it may not."""
    made, school = plan.schedule.value, facts.profile.school
    own, caps = made.planned, school.caps if facts.enrolled() else None
    weeks = sum(block.span.weeks for block in made.ahead)
    checks = {
        "overlaps": any(a is not b and a.span.overlaps(b.span) for a in own for b in made.blocks),
        "is no four weeks from a Monday": any(odd_span(block) for block in own),
        "begins too soon": any(block.span.first < facts.as_of + WEEK * 8 for block in own),
        "ends too late": any(block.span.last > made.last_end for block in own),
        "ends after graduation": bool(facts.enrolled()) and any(one.span.last > school.graduation for one in own),
        "lies on busy days": any(one.first <= block.span.last and block.span.first <= one.last
                                 for one in facts.means.busy or () for block in own),
        "breaks the cap on electives": bool(own and caps) and over(len(made.blocks), caps.electives),
        "breaks the weeks": bool(own) and over(weeks, facts.means.weeks),
        "breaks the cap on weeks": bool(own and caps) and over(weeks_held(made), caps.weeks_outside),
        "loses a part": sorted([*planned(made), *(one.part for one in made.dropped)]) != sorted(made.wanted),
    }  # fmt: skip
    return [what for what, broken in checks.items() if broken]


def weeks_held(made: Schedule) -> int:
    return sum(block.span.weeks for block in made.blocks)


def over(number: int, limit: int | None) -> bool:
    return limit is not None and number > limit


def odd_span(block: Block) -> bool:
    return block.span.first.weekday() != 0 or (block.span.last - block.span.first).days != 27


def days_to_do(plan: Plan) -> list[date]:
    """Every day that a plan tells somebody to do something on."""
    blocks = plan.schedule.value.ahead
    asks = [(one.letter.first_ask, one.letter.last_ask, one.letter.reminder, one.letter.upload_by)
            for one in blocks if one.letter]  # fmt: skip
    found = [
        *(task.due for task in plan.tasks),
        *(document.start for document in plan.documents),
        *(block.inquiry.write_by for block in blocks if block.inquiry),
        *(one for some in asks for one in some),
    ]
    return [one for one in found if one]


@random(10)
@given(said=PEOPLE, as_of=SEASONS_DAYS)
def test_a_schedule_keeps_its_limits(said: Said, as_of: date, drafted: Drafted, facts_of: FactsOf) -> None:
    facts = facts_of(said, as_of=as_of)

    assert broken_limits(drafted(facts), facts) == []


@random(10)
@given(said=PEOPLE, as_of=SEASONS_DAYS)
def test_nothing_to_do_lies_before_today(said: Said, as_of: date, drafted: Drafted, facts_of: FactsOf) -> None:
    plan = drafted(facts_of(said, as_of=as_of))

    assert [one for one in days_to_do(plan) if one < as_of] == []


@random(10)
@given(said=PEOPLE)
def test_what_is_unsettled_or_asked_is_unknown(said: Said, drafted: Drafted, facts_of: FactsOf) -> None:
    facts = facts_of(said)
    plan, answers = drafted(facts), facts.answers()
    decisions = [plan.how_many, plan.mix, plan.schedule, plan.letters, *(route for _, route in plan.routes)]
    named = {name for decision in decisions for name in decision.unsettled}
    named |= {question.fact for question in plan.open_questions}
    named |= {need.fact for one in (*plan.tasks, *plan.documents) for needs in one.only_if for need in needs}

    assert {name for name in named if answers[name] is not None} == set()


@random(10)
@given(said=PEOPLE)
def test_every_unsettled_decision_has_its_question(said: Said, drafted: Drafted, facts_of: FactsOf) -> None:
    plan = drafted(facts_of(said))
    asked = {name for question in plan.open_questions for name in question.rules}
    decisions = {"how-many": plan.how_many, "schedule": plan.schedule, "letters": plan.letters}
    open_ = {name for name, decision in decisions.items() if decision.unsettled}

    assert open_ - asked == set()


# --- the same input, the same plan ---

EXAMPLES = sorted(path.name for path in (ROOT / "profiles").glob("example-*.yml"))
each_example = pytest.mark.parametrize("example", EXAMPLES)


def facts_for(profile: Profile, catalog: Catalog) -> Facts:
    return derive(profile, catalog.settings, catalog.seasons[profile.season], AS_OF)


def example_facts(name: str, catalog: Catalog) -> Facts:
    return facts_for(load_profile(ROOT / "profiles" / name, catalog, as_of=AS_OF), catalog)


@fast
@each_example
def test_the_same_answers_give_the_same_plan(example: str, catalog: Catalog) -> None:
    first, second = (make_plan(example_facts(example, catalog), catalog) for _ in range(2))

    assert first == second


@fast
@each_example
def test_a_plain_plan_is_the_plan_without_what_would_change_it(example: str, catalog: Catalog) -> None:
    facts = example_facts(example, catalog)
    plan = make_plan(facts, catalog)
    told = {name: replace(getattr(plan, name), would_change=()) for name in ("how_many", "schedule", "letters")}
    routes = tuple((name, replace(route, would_change=())) for name, route in plan.routes)

    assert make_plain_plan(facts, catalog) == replace(plan, **told, routes=routes)


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
    "school.name": "A school that no rule knows",
    "school.country": "Elsewhere",
    "strengths": ["Patience"],
    "targets.hosts": ["A hospital"],
    "targets.programs": ["duke", "iowa"],
}


@fast
@each_example
@pytest.mark.parametrize("field", UNREAD)
def test_an_answer_that_no_decision_reads_alters_none(example: str, field: str, catalog: Catalog) -> None:
    facts = example_facts(example, catalog)
    other = facts_for(with_answers(facts.profile, {field: UNREAD[field]}, {}), catalog)

    assert core(other, catalog) == core(facts, catalog)


READ: Mapping[str, tuple[Said, set[str]]] = {
    "a red flag": ({"explain": [{"kind": "professionalism"}]}, {"how-many"}),
    "a school outside the service": ({"school.visiting_service": False}, {"routes: visiting-service"}),
    "a green card": ({"applicant.citizenship": "permanent-resident"}, {"routes: own-application"}),
    "a budget": ({"means.budget": 100}, set()),
    "busy days": ({"means.busy": period("2027-04-10", "2027-04-10")}, {"schedule"}),
    "a letter that does not count": ({"letters": [{**LETTER, "us": False}]}, set()),
    "a language": ({"applicant.languages": ["English", "Polish"]}, set()),
}
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


@fast
@pytest.mark.parametrize(("said", "altered"), READ.values(), ids=READ)
def test_an_answer_alters_exactly_what_hangs_on_it(
    said: Said, altered: set[str], catalog: Catalog, facts_of: FactsOf
) -> None:
    before = decisions_of(facts_of(SOMEBODY), catalog)
    after = decisions_of(facts_of({**SOMEBODY, **said}), catalog)

    assert {name for name in before if before[name] != after[name]} == altered


# --- what would change it ---


def promised(decided: Core) -> dict[tuple[str, str], Change[Any]]:
    """Every change that a decision tells of, by the decision's name and the change's."""
    return {(name, change.id): change for name, decision in decided.by_name() for change in decision.would_change}


def decided_of(plan: Plan) -> Core:
    return Core(plan.how_many, plan.mix, plan.schedule, plan.routes, plan.letters)


def tried(facts: Facts, entry: ChangeEntry, catalog: Catalog) -> Core:
    return core(facts_for(with_answers(facts.profile, entry.set, entry.add), catalog), catalog)


def makes_sense(entry: ChangeEntry, facts: Facts) -> bool:
    answers = facts.answers()
    is_open = not entry.if_unknown or any(answers[name] is None for name in entry.if_unknown)
    return is_open and applies(entry, answers) is True


def expected_changes(facts: Facts, catalog: Catalog) -> dict[tuple[str, str], tuple[Any, str]]:
    """What each change that makes sense turns each decision into, where it turns it into something else."""
    now = dict(core(facts, catalog).by_name())
    entries = [entry for entry in catalog.files.changes.changes if makes_sense(entry, facts)]
    others = {entry.id: dict(tried(facts, entry, catalog).by_name()) for entry in entries}
    return {
        (name, id_): (other[name].value, other[name].rule)
        for id_, other in others.items()
        for name in now
        if name != "mix" and other[name].value != now[name].value
    }


@pytest.fixture(scope="module")
def both(catalog: Catalog) -> Callable[[Facts], tuple[Any, Any]]:
    """What a plan tells of changes, and what comes of making each."""
    return lambda facts: (told_changes(facts, catalog), expected_changes(facts, catalog))


def told_changes(facts: Facts, catalog: Catalog) -> dict[tuple[str, str], tuple[Any, str]]:
    told = promised(decided_of(make_plan(facts, catalog)))
    return {key: (change.value, change.rule) for key, change in told.items()}


@fast
@each_example
def test_what_would_change_an_example_does(example: str, catalog: Catalog) -> None:
    facts = example_facts(example, catalog)

    assert told_changes(facts, catalog) == expected_changes(facts, catalog)


@random(40)
@given(said=PEOPLE)
def test_what_would_change_a_plan_does(said: Said, both: Callable[[Facts], tuple[Any, Any]], facts_of: FactsOf) -> None:
    told, expected = both(facts_of(said))

    assert told == expected


@fast
def test_a_change_that_would_be_told_is_among_those_tried(catalog: Catalog, facts_of: FactsOf) -> None:
    told = told_changes(facts_of({**SOMEBODY, "letters": "unknown"}), catalog)

    assert {id_ for name, id_ in told if name == "how-many"} >= {"letter-promised"}
