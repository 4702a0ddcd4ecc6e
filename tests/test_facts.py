"""Each fact with a yes, a no and an unknown; and the names that editors may use."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from conftest import AS_OF
from factory import make_profile

from generator.catalog import Catalog
from generator.catalog.checks import cross_checked
from generator.errors import GuideError
from generator.facts import Answer, Facts, derive, every_fact, fact_names
from generator.plan.world import Season

pytestmark = pytest.mark.fast

FactsOf = Callable[..., Facts]
YES, NO, UNKNOWN = True, False, None

NEVER_UNKNOWN = {  # a profile says these or it is none, or every season says them
    "enrolled",
    "graduated",
    "calendar-projected",
    "exam-day-past",
    "school-named",
    "country-named",
}
BY_THE_SEASON = {  # unknown only where a season has no day for them
    "graduates-before-applying": "submit-opens",
    "catalogs-open": "visiting-catalogs-open",
    "eras-open": "eras-opens",
    "match-week-begun": "match-week",
    "match-day-past": "match-day",
    "applications-open": "submit-opens",
    "reviews-begun": "reviews-begin",
    "rank-lists-open": "rank-lists-open",
    "rank-lists-closed": "rank-list-deadline",
}

STUDENT = {"school.status": "enrolled"}
GRADUATE = {"school.status": "graduated", "school.graduation": "2024-06-01"}
PERIOD = {"first": "2027-07-01", "last": "2027-08-31"}
LETTER = {"writer": "A doctor", "field": "medicine", "us": True, "faculty": True, "knows": "well", "status": "promised"}
CLEAN = {"exams.step_1": {"status": "passed", "attempts": 1}, "exams.step_2_ck": {"status": "passed", "attempts": 1},
         "explain": [], "school.repeated_years": 0}  # fmt: skip


def tie(citizenship: str) -> dict[str, Any]:
    return {"applicant.citizenship": citizenship}


def step_1(**exam: Any) -> dict[str, Any]:
    return {"exams.step_1": exam}


def step_2(**exam: Any) -> dict[str, Any]:
    return {"exams.step_2_ck": exam}


def letters(*changes: Mapping[str, Any]) -> dict[str, Any]:
    return {"letters": [{**LETTER, **change} for change in changes]}


def unsaid(*names: str) -> dict[str, Any]:
    """A strong letter, but for what is not said of it."""
    return {"letters": [{name: value for name, value in LETTER.items() if name not in names}]}


def worked(field: str, hands_on: bool | None = True) -> dict[str, Any]:
    return {"experience": [{"field": field, **({} if hands_on is None else {"hands_on": hands_on})}]}


def rotation(status: str, field: str = "medicine", **more: Any) -> dict[str, Any]:
    return {"rotations": [{"host": "A host", "field": field, "status": status, **more}]}


def inquiry(**more: Any) -> dict[str, Any]:
    return {"inquiries": [{"host": "A host", "sent": "2026-10-01", **more}]}


def explains(*kinds: str) -> dict[str, Any]:
    return {"explain": [{"kind": kind} for kind in kinds]}


def final_year(**exposure: str | None) -> dict[str, Any]:
    said = [{"field": field, **({"exposure": how} if how else {})} for field, how in exposure.items()]
    return {"school.final_year": said}


Case = tuple[str, Answer, Mapping[str, Any], str]

CASES: tuple[Case, ...] = (
    ("enrolled", YES, STUDENT, "a student"),
    ("enrolled", NO, GRADUATE, "a graduate"),
    ("graduated", YES, GRADUATE, "a graduate"),
    ("graduated", NO, STUDENT, "a student"),
    # citizenship
    ("us-citizen", YES, tie("citizen-by-birth"), "by birth"),
    ("us-citizen", YES, tie("naturalized"), "naturalized"),
    ("us-citizen", YES, tie("dual-citizen"), "of two countries"),
    ("us-citizen", NO, tie("permanent-resident"), "a green card"),
    ("us-citizen", UNKNOWN, {}, "not said"),
    ("dual-citizen", YES, tie("dual-citizen"), "of two countries"),
    ("dual-citizen", NO, tie("naturalized"), "of one"),
    ("dual-citizen", UNKNOWN, {}, "not said"),
    ("permanent-resident", YES, tie("permanent-resident"), "a green card"),
    ("permanent-resident", NO, tie("other"), "no green card"),
    ("permanent-resident", UNKNOWN, {}, "not said"),
    ("needs-visa", YES, tie("other"), "neither"),
    ("needs-visa", NO, tie("permanent-resident"), "a green card"),
    ("needs-visa", UNKNOWN, {}, "not said"),
    # languages
    ("speaks-another-language", YES, {"applicant.languages": ["English", "Polish"]}, "two languages"),
    ("speaks-another-language", NO, {"applicant.languages": ["english"]}, "English, in lower case"),
    ("speaks-another-language", UNKNOWN, {}, "not said"),
    ("papers-not-in-english", YES, {"school.language": "Polish"}, "taught in Polish"),
    ("papers-not-in-english", NO, {"school.language": "ENGLISH"}, "taught in English"),
    ("papers-not-in-english", UNKNOWN, {}, "not said"),
    ("trains-in-english", YES, {"school.patients_speak": ["Spanish", "English"]}, "two languages"),
    ("trains-in-english", NO, {"school.patients_speak": ["Spanish"]}, "Spanish alone"),
    ("trains-in-english", UNKNOWN, {}, "not said"),
    ("trains-in-another-language", YES, {"school.patients_speak": ["Spanish"]}, "Spanish alone"),
    ("trains-in-another-language", NO, {"school.patients_speak": ["Spanish", "english"]}, "English too"),
    ("trains-in-another-language", UNKNOWN, {}, "not said"),
    # school
    ("school-uses-visiting-service", YES, {"school.visiting_service": True}, "said"),
    ("school-uses-visiting-service", NO, {"school.visiting_service": False}, "denied"),
    ("school-uses-visiting-service", UNKNOWN, {}, "not said"),
    ("school-outside-visiting-service", YES, {"school.visiting_service": False}, "denied"),
    ("school-outside-visiting-service", NO, {"school.visiting_service": True}, "said"),
    ("school-outside-visiting-service", UNKNOWN, {}, "not said"),
    ("school-needs-agreement", YES, {"school.agreement_needed": True}, "said"),
    ("school-needs-agreement", NO, {"school.agreement_needed": False}, "denied"),
    ("school-needs-agreement", UNKNOWN, {}, "not said"),
    ("school-allows-electives", YES, {"school.elective_windows": [PERIOD]}, "a window"),
    ("school-allows-electives", NO, {"school.elective_windows": []}, "no window"),
    ("school-allows-electives", UNKNOWN, {}, "not said"),
    ("school-caps-electives", YES, {"school.caps": {"electives": 2}}, "a number of electives"),
    ("school-caps-electives", YES, {"school.caps": {"weeks_outside": 8, "electives": "unknown"}}, "one known of two"),
    ("school-caps-electives", NO, {"school.caps": {}}, "none"),
    ("school-caps-electives", UNKNOWN, {"school.caps": {"electives": "unknown"}}, "an unknown one"),
    ("school-caps-electives", UNKNOWN, {}, "not said"),
    ("final-year-thin-in-medicine", YES, final_year(medicine="limited"), "limited"),
    ("final-year-thin-in-medicine", YES, final_year(medicine="none"), "none"),
    ("final-year-thin-in-medicine", NO, final_year(medicine="good", psychiatry="none"), "the other is thin"),
    ("final-year-thin-in-medicine", UNKNOWN, final_year(medicine=None), "offered, how much not said"),
    ("final-year-thin-in-medicine", UNKNOWN, {}, "not said"),
    ("final-year-thin-in-psychiatry", YES, final_year(psychiatry="none"), "none"),
    ("final-year-thin-in-psychiatry", NO, final_year(psychiatry="good"), "good"),
    ("final-year-thin-in-psychiatry", UNKNOWN, final_year(medicine="good"), "only medicine said"),
    ("final-year-thin", YES, final_year(psychiatry="limited"), "one thin, the other not said"),
    ("final-year-thin", NO, final_year(medicine="good", psychiatry="good"), "both good"),
    ("final-year-thin", UNKNOWN, final_year(medicine="good"), "one good, the other not said"),
    ("changed-schools", YES, {"school.earlier_schools": ["Another"]}, "one before"),
    ("changed-schools", NO, {"school.earlier_schools": []}, "none before"),
    ("changed-schools", UNKNOWN, {}, "not said"),
    ("took-leave", YES, {"school.leave": [PERIOD]}, "a leave"),
    ("took-leave", NO, {"school.leave": []}, "none"),
    ("took-leave", UNKNOWN, {}, "not said"),
    ("repeated-a-year", YES, {"school.repeated_years": 1}, "one"),
    ("repeated-a-year", NO, {"school.repeated_years": 0}, "none"),
    ("repeated-a-year", UNKNOWN, {}, "not said"),
    ("graduates-before-applying", YES, {"school.graduation": "2027-08-31"}, "the day before"),
    ("graduates-before-applying", NO, {"school.graduation": "2027-09-01"}, "on the day"),
    ("professionalism-concern", YES, explains("gap", "professionalism"), "listed"),
    ("professionalism-concern", NO, explains("gap"), "something else listed"),
    ("professionalism-concern", UNKNOWN, {}, "not said"),
    ("has-a-gap", YES, explains("gap"), "listed"),
    ("has-a-gap", NO, explains(), "nothing listed"),
    ("has-a-gap", UNKNOWN, {}, "not said"),
    # exams
    ("step-1-passed", YES, step_1(status="passed"), "passed"),
    ("step-1-passed", NO, step_1(status="waiting"), "waiting"),
    ("step-1-passed", UNKNOWN, step_1(attempts=1), "only attempts said"),
    ("step-1-scored", YES, step_1(status="passed", score=230), "three digits"),
    ("step-1-scored", NO, step_1(status="passed"), "a pass alone"),
    ("step-1-scored", UNKNOWN, {}, "not said"),
    ("step-2-passed", YES, step_2(status="passed"), "passed"),
    ("step-2-passed", NO, step_2(status="failed"), "failed"),
    ("step-2-passed", UNKNOWN, {}, "not said"),
    ("step-2-waiting", YES, step_2(status="waiting"), "waiting"),
    ("step-2-waiting", NO, step_2(status="planned"), "planned"),
    ("step-2-waiting", UNKNOWN, {}, "not said"),
    ("step-2-ahead", YES, step_2(status="not-taken"), "not taken"),
    ("step-2-ahead", YES, step_2(status="planned"), "planned"),
    ("step-2-ahead", NO, step_2(status="waiting"), "waiting"),
    ("step-2-ahead", UNKNOWN, {}, "not said"),
    ("step-2-dated", YES, step_2(status="planned", date="2027-03-01"), "planned with a day"),
    ("step-2-dated", NO, step_2(status="passed", date="2026-03-01"), "behind them"),
    ("step-2-dated", NO, step_2(status="not-taken"), "not planned"),
    ("step-2-dated", UNKNOWN, step_2(status="planned"), "planned without a day"),
    ("english-test-passed", YES, {"exams.english_test.status": "passed"}, "passed"),
    ("english-test-passed", NO, {"exams.english_test.status": "planned"}, "planned"),
    ("english-test-passed", UNKNOWN, {}, "not said"),
    ("ecfmg-certified", YES, {"exams.ecfmg_certificate.status": "passed"}, "held"),
    ("ecfmg-certified", NO, {"exams.ecfmg_certificate.status": "waiting"}, "not yet"),
    ("ecfmg-certified", UNKNOWN, {}, "not said"),
    # scores, both sides of each line
    ("scores-strong", YES, step_2(score=245), "245"),
    ("scores-strong", NO, step_2(score=244), "244"),
    ("scores-strong", UNKNOWN, step_2(status="passed"), "a pass without a score"),
    ("scores-borderline", NO, step_2(score=236), "236"),
    ("scores-borderline", YES, step_2(score=235), "235"),
    ("scores-borderline", YES, step_2(score=227), "227"),
    ("scores-borderline", NO, step_2(score=226), "226"),
    ("scores-borderline", UNKNOWN, {}, "not said"),
    ("scores-very-low", NO, step_2(score=227), "227"),
    ("scores-very-low", YES, step_2(score=226), "226"),
    ("scores-very-low", UNKNOWN, {}, "not said"),
    # failures and flags
    ("failed-an-exam", YES, step_1(status="failed"), "failed"),
    ("failed-an-exam", YES, step_2(status="passed", attempts=2), "passed at the second try"),
    ("failed-an-exam", YES, step_2(status="planned", attempts=1), "planned again"),
    ("failed-an-exam", YES, explains("failed-exam"), "listed"),
    ("failed-an-exam", NO, {**step_1(status="passed", attempts=1), **step_2(status="not-taken")}, "once, and not yet"),
    ("failed-an-exam", UNKNOWN, {**step_1(status="passed"), **step_2(status="not-taken")}, "attempts not said"),
    ("major-red-flag", YES, {"school.repeated_years": 1}, "a repeated year"),
    ("major-red-flag", YES, explains("professionalism"), "professionalism"),
    ("major-red-flag", YES, step_1(status="failed"), "a failed exam"),
    ("major-red-flag", NO, CLEAN, "none"),
    ("major-red-flag", UNKNOWN, {**CLEAN, "school.repeated_years": "unknown"}, "one of three not said"),
    ("no-major-red-flag", YES, CLEAN, "none"),
    ("no-major-red-flag", NO, step_1(status="failed"), "a failed exam"),
    ("no-major-red-flag", UNKNOWN, {}, "nothing said"),
    # experience
    ("us-experience", YES, worked("surgery"), "hands-on in any field"),
    ("us-experience", YES, {**STUDENT, **rotation("done")}, "a student's rotation that is done"),
    ("us-experience", NO, worked("medicine", hands_on=False), "watched"),
    ("us-experience", NO, {"experience": [], **rotation("booked")}, "only booked"),
    ("us-experience", NO, {"experience": [], **rotation("done", type="observership")}, "an observership done"),
    ("us-experience", UNKNOWN, worked("medicine", hands_on=None), "hands-on not said"),
    ("us-experience", UNKNOWN, {**GRADUATE, "experience": [], **rotation("done")}, "a graduate's, of no type"),
    ("us-experience", UNKNOWN, {}, "not said"),
    ("no-us-experience", YES, {"experience": []}, "an empty list"),
    ("no-us-experience", NO, worked("surgery"), "in any field"),
    ("no-us-experience", UNKNOWN, {}, "not said"),
    ("us-experience-in-medicine", YES, worked("integrated-care"), "a field that counts for it"),
    ("us-experience-in-medicine", NO, worked("consult-liaison"), "a field that does not"),
    ("us-experience-in-medicine", UNKNOWN, worked("medicine", hands_on=None), "hands-on not said"),
    ("us-experience-in-psychiatry", YES, worked("consult-liaison"), "a field that counts for it"),
    ("us-experience-in-psychiatry", NO, worked("surgery"), "a field that does not"),
    ("us-experience-in-psychiatry", UNKNOWN, {}, "not said"),
    ("us-experience-in-field", YES, worked("psychiatry"), "in one of two"),
    ("us-experience-in-field", NO, worked("surgery"), "in neither"),
    ("us-experience-in-field", UNKNOWN, worked("psychiatry", hands_on=None), "hands-on not said"),
    ("only-observed", YES, worked("medicine", hands_on=False), "watched"),
    ("only-observed", NO, worked("medicine"), "worked"),
    ("only-observed", NO, {"experience": []}, "never been there"),
    ("only-observed", UNKNOWN, {}, "not said"),
    # letters
    ("us-letter", YES, letters({}), "strong"),
    ("us-letter", YES, letters({"status": "uploaded"}), "uploaded"),
    ("us-letter", NO, letters({"us": False}), "from abroad"),
    ("us-letter", NO, letters({"faculty": False}), "by a trainee"),
    ("us-letter", NO, letters({"knows": "somewhat"}), "by someone who hardly knows them"),
    ("us-letter", NO, letters({"status": "asked"}), "not promised"),
    ("us-letter", NO, {"letters": []}, "none"),
    ("us-letter", UNKNOWN, unsaid("faculty"), "faculty not said"),
    ("us-letter", UNKNOWN, {}, "not said"),
    ("us-letter-in-medicine", YES, letters({"field": "addiction-medicine"}), "a field that counts"),
    ("us-letter-in-medicine", NO, letters({"field": "psychiatry"}), "the other field"),
    ("us-letter-in-medicine", UNKNOWN, unsaid("field"), "field not said"),
    ("us-letter-in-psychiatry", YES, letters({"field": "consult-liaison"}), "a field that counts"),
    ("us-letter-in-psychiatry", NO, letters({}), "the other field"),
    ("us-letter-in-psychiatry", UNKNOWN, {}, "not said"),
    ("us-letter-in-both", YES, letters({"field": "medicine-psychiatry"}), "one writer of both fields"),
    ("us-letter-in-both", YES, letters({}, {"field": "psychiatry"}), "two writers"),
    ("us-letter-in-both", NO, letters({}), "one of two"),
    ("us-letter-in-both", UNKNOWN, {}, "not said"),
    # aims and means
    ("has-target-programs", YES, {"targets.programs": ["duke"]}, "one"),
    ("has-target-programs", NO, {"targets.programs": []}, "none"),
    ("has-target-programs", UNKNOWN, {}, "not said"),
    ("keeps-to-regions", YES, {"targets.regions": ["south"]}, "one"),
    ("keeps-to-regions", NO, {"targets.regions": []}, "none"),
    ("keeps-to-regions", UNKNOWN, {}, "not said"),
    ("free-housing", YES, {"targets.free_housing": ["Chicago"]}, "one city"),
    ("free-housing", NO, {"targets.free_housing": []}, "none"),
    ("free-housing", UNKNOWN, {}, "not said"),
    ("license-in-ny", YES, {"targets.license_states": ["NY"]}, "there"),
    ("license-in-ny", NO, {"targets.license_states": ["TX"]}, "elsewhere"),
    ("license-in-ny", UNKNOWN, {}, "not said"),
    ("license-in-tx", YES, {"targets.license_states": ["NY", "TX"]}, "there too"),
    ("license-in-tx", NO, {"targets.license_states": []}, "nowhere"),
    ("license-in-tx", UNKNOWN, {}, "not said"),
    ("couples-match", YES, {"targets.couples_match": True}, "said"),
    ("couples-match", NO, {"targets.couples_match": False}, "denied"),
    ("couples-match", UNKNOWN, {}, "not said"),
    ("applies-elsewhere", YES, {"targets.other_specialties": ["neurology"]}, "one"),
    ("applies-elsewhere", NO, {"targets.other_specialties": []}, "none"),
    ("applies-elsewhere", UNKNOWN, {}, "not said"),
    ("budget-zero", YES, {"means.budget": 0}, "nothing"),
    ("budget-zero", NO, {"means.budget": 1}, "one dollar"),
    ("budget-zero", UNKNOWN, {}, "not said"),
    ("has-income-to-lose", YES, {"means.lost_income_per_week": 1}, "one dollar"),
    ("has-income-to-lose", NO, {"means.lost_income_per_week": 0}, "nothing"),
    ("has-income-to-lose", UNKNOWN, {}, "not said"),
    # how far they have come
    ("has-booked", YES, rotation("booked"), "one"),
    ("has-booked", NO, rotation("done"), "one done"),
    ("has-booked", UNKNOWN, {}, "not said"),
    ("has-offer", YES, rotation("offered"), "one"),
    ("has-offer", NO, rotation("applied"), "one applied for"),
    ("has-offer", UNKNOWN, {}, "not said"),
    ("has-applied", YES, rotation("applied"), "one"),
    ("has-applied", NO, {"rotations": []}, "none"),
    ("has-applied", UNKNOWN, {}, "not said"),
    ("waits-for-answers", YES, inquiry(), "no answer yet"),
    ("waits-for-answers", YES, inquiry(outcome="no-answer"), "no answer, as they say"),
    ("waits-for-answers", NO, inquiry(answered="2026-10-09"), "answered"),
    ("waits-for-answers", NO, inquiry(outcome="closed"), "closed, on a day not said"),
    ("waits-for-answers", UNKNOWN, {}, "not said"),
    ("has-written-to-hosts", YES, inquiry(), "one"),
    ("has-written-to-hosts", NO, {"inquiries": []}, "none"),
    ("has-written-to-hosts", UNKNOWN, {}, "not said"),
    ("school-caps-a-field", YES, {"school.caps": {"weeks_per_field": 8}}, "a number"),
    ("school-caps-a-field", NO, {"school.caps": {}}, "no caps"),
    ("school-caps-a-field", UNKNOWN, {"school.caps": {"electives": 2}}, "only another cap"),
    ("offer-overdue", YES, rotation("offered", answer_due="2026-11-21"), "due yesterday"),
    ("offer-overdue", NO, rotation("offered", answer_due="2026-11-22"), "due today"),
    ("offer-overdue", UNKNOWN, {}, "not said"),
    ("rotation-over", YES, rotation("booked", last="2026-11-21"), "over yesterday"),
    ("rotation-over", NO, rotation("booked", last="2026-11-22"), "its last day is today"),
    ("rotation-over", UNKNOWN, {}, "not said"),
    ("rotation-undated", YES, rotation("booked", first="2027-03-01"), "no last day"),
    ("rotation-undated", NO, rotation("booked", first="2027-03-01", last="2027-03-28"), "dated"),
    ("rotation-undated", UNKNOWN, {}, "not said"),
    ("exam-day-past", YES, {"exams.step_2_ck": {"status": "planned", "date": "2026-11-21"}}, "planned for yesterday"),
    ("exam-day-past", NO, {"exams.step_2_ck": {"status": "planned", "date": "2026-11-22"}}, "planned for today"),
    ("school-named", YES, {"school.name": "Example University"}, "named"),
    ("school-named", NO, {}, "not named"),
    ("country-named", YES, {"school.country": "Ireland"}, "named"),
    ("country-named", NO, {}, "not named"),
    ("calendar-projected", YES, {"season": 2028}, "a later season"),
    ("calendar-projected", NO, {"season": 2027}, "a season whose day is official"),
)  # fmt: skip
SAID = {YES: "yes", NO: "no", UNKNOWN: "unknown"}


@pytest.mark.parametrize(
    ("fact", "answer", "said"),
    [pytest.param(*case[:3], id=f"{case[0]} is {SAID[case[1]]}: {case[3]}") for case in CASES],
)
def test_a_fact(fact: str, answer: Answer, said: Mapping[str, Any], facts_of: FactsOf) -> None:
    assert facts_of(said).answers()[fact] is answer


DAYS = (
    ("catalogs-open", date(2027, 2, 1)),
    ("applications-open", date(2027, 9, 1)),
    ("reviews-begun", date(2027, 9, 22)),
    ("eras-open", date(2027, 6, 2)),
    ("rank-lists-open", date(2028, 2, 1)),
    ("match-week-begun", date(2028, 3, 13)),
    ("match-day-past", date(2028, 3, 18)),
)


@pytest.mark.parametrize(("fact", "day"), [pytest.param(*one, id=one[0]) for one in DAYS])
def test_a_fact_of_the_season_begins_on_its_day(fact: str, day: date, facts_of: FactsOf) -> None:
    before = facts_of(as_of=date.fromordinal(day.toordinal() - 1))

    assert (before.answers()[fact], facts_of(as_of=day).answers()[fact]) == (NO, YES)


def test_rank_lists_are_closed_from_the_day_of_the_deadline(catalog: Catalog, facts_of: FactsOf) -> None:
    day = catalog.seasons[2028].day("rank-list-deadline") or date.min
    before = facts_of(as_of=date.fromordinal(day.toordinal() - 1))

    assert (before.rank_lists_closed(), facts_of(as_of=day).rank_lists_closed()) == (NO, YES)


def without(season: Season, milestone: str) -> Season:
    undated = replace(season.milestones[milestone], day=None)
    return replace(season, milestones={**season.milestones, milestone: undated})


@pytest.mark.parametrize(("fact", "milestone"), BY_THE_SEASON.items(), ids=BY_THE_SEASON)
def test_a_season_without_a_day_leaves_a_fact_unknown(fact: str, milestone: str, catalog: Catalog) -> None:
    season = without(catalog.seasons[2028], milestone)

    assert derive(make_profile(), catalog.settings, season, AS_OF).answers()[fact] is UNKNOWN


def test_every_fact_has_a_yes_a_no_and_an_unknown(catalog: Catalog) -> None:
    shown = {(fact, answer) for fact, answer, *_ in CASES}
    shown |= {(fact, answer) for fact, _ in DAYS for answer in (YES, NO)}
    shown |= {("rank-lists-closed", YES), ("rank-lists-closed", NO), *((fact, UNKNOWN) for fact in BY_THE_SEASON)}
    wanted = {(fact, answer) for fact in fact_names(catalog.settings) for answer in (YES, NO, UNKNOWN)}

    assert wanted - shown == {(fact, UNKNOWN) for fact in NEVER_UNKNOWN}


def test_facts_that_exclude_each_other_are_never_both_true(facts_of: FactsOf) -> None:
    pairs = (("enrolled", "graduated"), ("us-experience", "no-us-experience"), ("us-experience", "only-observed"),
             ("major-red-flag", "no-major-red-flag"), ("scores-strong", "scores-borderline"),
             ("scores-borderline", "scores-very-low"), ("us-citizen", "needs-visa"),
             ("us-citizen", "permanent-resident"),
             ("school-uses-visiting-service", "school-outside-visiting-service"))  # fmt: skip
    everyone = [facts_of(said).answers() for _, _, said, _ in CASES]

    assert [(a, b) for one in everyone for a, b in pairs if one[a] and one[b]] == []


def test_every_fact_is_one_sentence_about_the_applicant() -> None:
    def is_one_sentence(text: str) -> bool:
        return text[:1].isupper() and text.endswith(".") and "\n" not in text

    assert [fact.name for fact in every_fact() if not (is_one_sentence(fact.sentence) and fact.reads)] == []


def fields_of(model: Any, prefix: str = "") -> Iterator[str]:
    """Every field of a profile by its dotted name, groups as well."""
    for name, field in model.model_fields.items():
        path = f"{prefix}{field.alias or name}"
        yield path
        for part in (field.annotation, *getattr(field.annotation, "__args__", ())):
            if hasattr(part, "model_fields"):
                yield from fields_of(part, f"{path}.")


def test_every_fact_reads_fields_that_exist() -> None:
    fields = set(fields_of(type(make_profile())))

    assert {fact.name: fact.reads for fact in every_fact() if set(fact.reads) - fields} == {}


def is_read(fact: str, said: Iterable[str], catalog: Catalog) -> bool:
    """Whether a fact declares that it reads one of these answers, or a group that one is in or that is in it."""
    pairs = [(f"{read}.", f"{name}.") for read in fact_names(catalog.settings)[fact].reads for name in said]
    return any(read.startswith(name) or name.startswith(read) for read, name in pairs)


def test_an_answer_alters_only_facts_that_declare_to_read_it(catalog: Catalog, facts_of: FactsOf) -> None:
    before = facts_of().answers()
    altered = [
        (fact, said)
        for said in (case[2] for case in CASES)
        for fact, answer in facts_of(said).answers().items()
        if answer is not before[fact]
    ]

    assert len(altered) > len(CASES)
    assert [(fact, said) for fact, said in altered if not is_read(fact, said, catalog)] == []


def broken(catalog: Catalog, *names: str) -> Catalog:
    """The catalog with a first task that hangs on these facts."""
    first, *others = catalog.files.tasks.tasks
    task = first.model_copy(update={"when": names})
    tasks = catalog.files.tasks.model_copy(update={"tasks": (task, *others)})
    return replace(catalog, files=replace(catalog.files, tasks=tasks))


def test_a_name_of_no_fact_is_reported_with_the_nearest(catalog: Catalog) -> None:
    task = catalog.files.tasks.tasks[0].id

    with pytest.raises(GuideError) as caught:
        cross_checked(broken(catalog, "graduatd"), "content")

    assert [(problem.what, problem.hint) for problem in caught.value.problems] == [
        (f"{task} names the fact graduatd, which does not exist", "did you mean 'graduated'?")
    ]


def test_names_of_facts_are_let_through(catalog: Catalog) -> None:
    planted = broken(catalog, "graduated", "us-letter-in-medicine", "license-in-ny")

    assert cross_checked(planted, "content") is planted
