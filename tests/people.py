"""Random people for properties that hold for everybody: about every answer is there, or not.

`PEOPLE=6000 .venv/bin/pytest tests/test_planner_properties.py` tries a hundred times as many; `SHRINK=1` looks for the
simplest person for whom a property fails, which takes minutes.
"""

import os
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

AS_OF = date(2026, 11, 22)
DAY = timedelta(days=1)
USUAL = 60
TIMES = int(os.environ.get("PEOPLE", str(USUAL)))
Said = Mapping[str, Any]


def random(examples: int) -> settings:
    """So many people, always the same ones, and more or fewer in proportion to PEOPLE."""
    phases = list(Phase) if "SHRINK" in os.environ else [Phase.explicit, Phase.generate]
    return settings(
        derandomize=True,
        deadline=None,
        max_examples=max(examples * TIMES // USUAL, 1),
        database=None,
        phases=phases,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


def some_of(*values: Any) -> st.SearchStrategy[Any]:
    """One of these values."""
    return st.sampled_from(values)


def day_after(days: int) -> str:
    """The day so many days after that of the tests."""
    return (AS_OF + DAY * days).isoformat()


def periods(longest: int) -> st.SearchStrategy[dict[str, str]]:
    """A stretch of days in the year and a half to come."""
    return st.tuples(st.integers(0, 500), st.integers(0, longest)).map(
        lambda pair: {"first": day_after(pair[0]), "last": day_after(sum(pair))}
    )


FIELDS = some_of("medicine", "psychiatry", "consult-liaison", "medicine-psychiatry", "surgery")
KINDS = some_of(
    {"field": "medicine"},
    {"field": "medicine", "type": "medicine-sub-internship"},
    {"field": "psychiatry"},
    {"field": "psychiatry", "type": "inpatient-psychiatry"},
    {"field": "consult-liaison"},
    {"field": "consult-liaison", "type": "consult-liaison"},
    {"field": "medicine-psychiatry", "type": "medicine-psychiatry-elective"},
    {"field": "surgery"},
)
HOSTS = some_of("North Hospital", "St. Mary Hospital", "St Mary Hospital", "UT Southwestern", "Iowa", "UC Davis Health",
                "University of Rochester")  # fmt: skip
PLAYED = some_of(
    {"field": "medicine", "type": "medicine-sub-internship", "fee": 2500},
    {"field": "psychiatry", "type": "inpatient-psychiatry", "fee": 0},
    {"field": "consult-liaison", "type": "consult-liaison", "fee": 0},
)
PLACES = some_of(
    {},
    {"city": "Dallas", "state": "TX"},
    {"city": "New York", "state": "NY"},
    {"state": "NY"},
    {"city": "Los Angeles", "state": "CA"},
)
DATED = st.tuples(st.integers(2, 300), some_of(14, 28, 28, 42)).map(
    lambda pair: {"first": day_after(pair[0]), "last": day_after(sum(pair) - 1)}
)
DATED_IN_SPRING = st.integers(140, 180).map(lambda first: {"first": day_after(first), "last": day_after(first + 27)})
DATED_IN_SUMMER = st.integers(216, 262).map(lambda first: {"first": day_after(first), "last": day_after(first + 27)})
DATED_IN_FALL = st.integers(278, 296).map(lambda last: {"first": day_after(last - 27), "last": day_after(last)})
CHOICE_OF_DAYS = st.tuples(st.integers(2, 250), st.integers(0, 120), some_of({}, {"weeks": 2}, {"weeks": 6})).map(
    lambda one: {"start_from": day_after(one[0]), "start_to": day_after(one[0] + one[1]), **one[2]}
)
STARTED = st.integers(2, 300).map(lambda number: {"first": day_after(number), "weeks": 4})
BEHIND = st.integers(40, 300).map(lambda number: {"first": day_after(-number), "last": day_after(27 - number)})
TERMS = st.fixed_dictionaries(
    {},
    optional={
        "fee": some_of(0, 500, 2500),
        "setting": some_of("university", "community"),
        "program_in_field": st.booleans(),
        "wants_step_2": st.booleans(),
        "answer_due": some_of(day_after(-3), day_after(9)),
    },
)


def rotations(
    status: st.SearchStrategy[str],
    days: st.SearchStrategy[dict[str, Any]],
    hosts: st.SearchStrategy[str] = HOSTS,
    kinds: st.SearchStrategy[dict[str, Any]] = KINDS,
) -> st.SearchStrategy[dict[str, Any]]:
    """A rotation as far as it has come, on these days."""
    parts = st.tuples(hosts, kinds, status, days, PLACES, TERMS)
    return parts.map(lambda one: {"host": one[0], "status": one[2], **one[1], **one[3], **one[4], **one[5]})


OFFERS = rotations(st.just("offered"), DATED | CHOICE_OF_DAYS | STARTED | st.just({}))
APPLIED = rotations(st.just("applied"), DATED | CHOICE_OF_DAYS | st.just({}))
BOOKED = rotations(st.just("booked"), DATED)
DONE = rotations(st.just("done"), BEHIND)
SPELLED = some_of("St. Mary Hospital", "St Mary Hospital")
"""One hospital as two people would write it."""
ROTATIONS = st.lists(
    OFFERS | OFFERS | APPLIED | BOOKED | DONE,
    max_size=4,
    unique_by=lambda one: one.get("first", one.get("start_from", ""))[:7],
)
EXAMS = st.fixed_dictionaries(
    {"status": some_of("not-taken", "planned", "waiting", "passed", "failed")},
    optional={
        "attempts": st.integers(0, 3),
        "score": st.integers(200, 270),
        "date": some_of("2027-02-10", "2027-05-10"),
    },
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
A_LETTER = {"writer": "B", "us": True, "faculty": True, "knows": "well", "status": "promised"}
STRONG_LETTERS = FIELDS.map(lambda field: {**A_LETTER, "field": field})
EXPERIENCE = st.fixed_dictionaries(
    {"field": FIELDS},
    optional={"hands_on": st.booleans(), "weeks": some_of(4, 8, 12), "state": some_of("NY", "TX")},
)


def answers_of(hosts: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, Any]]:
    """What one of these hosts has said."""
    return st.tuples(hosts, some_of("open", "closed", "closed", "ask-later")).map(
        lambda one: {"host": one[0], "sent": day_after(-60), "answered": day_after(-20), "outcome": one[1]}
    )


INQUIRIES = answers_of(HOSTS)
REGIONS = st.lists(some_of("northeast", "south", "midwest", "west"), unique=True, max_size=2)
CAPS = st.fixed_dictionaries(
    {},
    optional={
        "electives": st.integers(0, 4),
        "weeks_outside": st.integers(0, 20),
        "weeks_per_field": some_of(0, 4, 8),
    },
)
ANSWERS: Mapping[str, st.SearchStrategy[Any]] = {
    "school.status": some_of("enrolled", "enrolled", "graduated"),
    "school.name": some_of("St. George's University", "AUC", "American University of Beirut", "A school abroad"),
    "school.graduation": some_of("2027-05-23", "2027-08-01", "2028-05-19"),
    "applicant.citizenship": some_of("citizen-by-birth", "permanent-resident", "other"),
    "applicant.languages": some_of(["English"], ["English", "Polish"]),
    "school.language": some_of("English", "Polish"),
    "school.patients_speak": some_of(["English"], ["Polish"]),
    "school.visiting_service": st.booleans(),
    "school.agreement_needed": st.booleans(),
    "school.elective_windows": st.lists(periods(200), max_size=2),
    "school.terms": st.lists(periods(90), max_size=1),
    "school.caps": CAPS,
    "school.final_year": some_of([], [{"field": "psychiatry", "exposure": "none"}]),
    "school.repeated_years": st.integers(0, 1),
    "exams.step_1": EXAMS,
    "exams.step_2_ck": EXAMS,
    "exams.ecfmg_certificate": some_of({"status": "passed"}, {"status": "not-taken"}),
    "experience": st.lists(EXPERIENCE, max_size=2),
    "letters": st.lists(LETTERS | STRONG_LETTERS, max_size=3),
    "targets.couples_match": st.booleans(),
    "targets.other_specialties": some_of([], ["neurology"]),
    "targets.programs": some_of([], ["iowa", "utsw"], ["uc-davis", "duke"]),
    "targets.hosts": some_of([], ["North Hospital"], ["St Mary Hospital", "Yale"]),
    "targets.regions": REGIONS,
    "targets.partner_regions": REGIONS,
    "targets.license_states": some_of([], ["TX"]),
    "targets.free_housing": some_of([], ["Dallas", "Iowa City"]),
    "means.budget": some_of(0, 150, 1000, 2500, 9000),
    "means.return_trip": some_of(0, 700),
    "means.room_per_week": some_of(0, 150),
    "means.lost_income_per_week": some_of(0, 300),
    "means.weeks": st.integers(0, 20),
    "means.busy": st.lists(periods(120), max_size=2),
    "means.fixed": st.lists(periods(10), max_size=2),
    "rotations": ROTATIONS,
    "inquiries": st.lists(INQUIRIES, max_size=2),
    "explain": some_of([], [{"kind": "professionalism"}], [{"kind": "failed-exam"}]),
}  # fmt: skip


LIMITING = (
    "school.name", "school.elective_windows", "school.terms", "school.caps", "targets.regions",
    "targets.partner_regions", "targets.license_states", "means.budget", "means.weeks", "means.busy", "means.fixed",
)  # fmt: skip
"""Answers that take room; of too many at once nothing would be left to look at."""


@st.composite
def people(
    draw: st.DrawFn, always: Mapping[str, st.SearchStrategy[Any]], *, limits: int = 3, least: int = 0
) -> dict[str, Any]:
    """Random answers: some of those that limit, about half of the others; those under `always` in any case."""
    limiting = draw(st.lists(st.sampled_from(LIMITING), min_size=least, max_size=limits, unique=True))
    others = [name for name in ANSWERS if name not in LIMITING and name not in always and draw(st.booleans())]
    said = {name: draw(ANSWERS[name]) for name in (*limiting, *others)}
    return {**said, **{name: draw(values) for name, values in always.items()}}


PEOPLE = people({})
IN_A_BIND = people({}, least=2, limits=5)
"""People with so many limits that something is in the way of most of them."""
OFFERED = people({"rotations": st.lists(OFFERS, min_size=1, max_size=4)}, limits=1)
"""People with offers to answer."""
OVERLAPPING = people(
    {
        "rotations": st.lists(
            rotations(st.just("offered"), DATED_IN_SPRING, kinds=PLAYED).map(
                lambda one: {"answer_due": day_after(9), **one}
            ),
            min_size=2,
            max_size=3,
        )
    },
    limits=0,
)
"""People with several offers for much the same weeks."""
IN_SEPTEMBER = people(
    {
        "school.graduation": st.just("2028-05-19"),
        "rotations": st.lists(rotations(st.just("offered"), DATED_IN_FALL), min_size=1, max_size=2),
    },
    limits=0,
)
"""People with offers that end about the day by which letters must be in."""
IN_SUMMER = people(
    {
        "school.graduation": st.just("2028-05-19"),
        "rotations": st.lists(rotations(st.just("offered"), DATED_IN_SUMMER), min_size=1, max_size=2),
    },
    limits=0,
)
"""People with offers of summer, some of them too late to look for anything else."""


@st.composite
def surer(draw: st.DrawFn) -> dict[str, Any]:
    """A student with no letter missing, and an offer in the middle of weeks that would hold two blocks."""
    first, before, after = draw(st.integers(140, 180)), draw(st.integers(8, 18)), draw(st.integers(16, 30))
    opens, closes = first - before, first + 27 + after
    days = st.just({"first": day_after(first), "last": day_after(first + 27)})
    around = [(0, opens - 1), (closes + 1, 500)]
    busy = [{"first": day_after(one), "last": day_after(other)} for one, other in around]
    always = {
        "letters": st.just([{**A_LETTER, "field": field} for field in ("medicine", "psychiatry", "consult-liaison")]),
        "school.status": st.just("enrolled"),
        "school.elective_windows": st.just([{"first": day_after(opens), "last": day_after(closes)}]),
        "means.busy": some_of([], busy),
        "rotations": st.lists(rotations(st.just("offered"), days, kinds=PLAYED), min_size=1, max_size=1),
    }
    return draw(people(always, limits=1))


SURER = surer()
SPELLED_TWICE = people({"rotations": st.lists(rotations(st.just("offered"), DATED, SPELLED), min_size=1, max_size=3)})
"""People who write the name of one hospital in two ways."""
IN_NEW_YORK = people(
    {
        "school.status": st.just("enrolled"),
        "experience": some_of([], [{"field": "surgery", "state": "NY", "weeks": 8}]),
        "rotations": st.lists(
            rotations(st.just("offered"), DATED).map(lambda one: {**one, "state": "NY"})
            | rotations(some_of("done", "booked"), BEHIND, st.just("University of Rochester")),
            min_size=2,
            max_size=4,
        ),
        "targets.hosts": st.just(["University of Rochester"]),
    },
    limits=0,
)
"""Students who have been in New York and could go there again."""
FOR_FOUR = people(
    {
        "school.status": st.just("enrolled"),
        "school.name": some_of("AUC", "St. George's University"),
        "school.patients_speak": st.just(["Polish"]),
        "experience": st.just([]),
    },
    limits=1,
)
"""Students of schools with known rules, for whom a plan of four makes sense."""
LATE_DAYS = st.integers(190, 214).map(lambda number: AS_OF + DAY * number)
"""Days about that on which nothing that is still to be found can be in time any more."""


@st.composite
def refused(draw: st.DrawFn) -> dict[str, Any]:
    """Somebody who wants a host, has applied to it, and was told no under one of its names or another."""
    names = draw(some_of(["St. Mary Hospital", "St Mary Hospital"], ["UC Davis Health"], ["Yale"]))
    spelled = st.sampled_from(names)
    always = {
        "targets.hosts": spelled.map(lambda name: [name]),
        "rotations": st.lists(rotations(st.just("applied"), DATED_IN_SPRING, spelled), min_size=1, max_size=2),
        "inquiries": st.tuples(answers_of(spelled)).map(lambda one: [{**one[0], "outcome": "closed"}]),
    }
    return draw(people(always, limits=0))


REFUSED = refused()
FIRST_DAYS = st.integers(0, 9).map(lambda number: AS_OF + DAY * number)
SEASONS_DAYS = st.integers(0, 470).map(lambda number: AS_OF + DAY * number)
EARLY_DAYS = st.integers(0, 190).map(lambda number: AS_OF + DAY * number)
"""Days on which there is something to plan for."""
