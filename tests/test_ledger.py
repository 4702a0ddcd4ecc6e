"""The ledger of programs and hosts: what facts are in it, how sure and how old each is, and what opens a host."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from conftest import AS_OF

from generator.catalog import Catalog
from generator.catalog.entry import Known
from generator.catalog.known import by_id
from generator.catalog.program import Contact, Program, Setting, Statement, VisitingRoute
from generator.cli.ledger import Place, ledger_report, tally
from generator.facts import Facts
from generator.planner import make_plain_plan
from generator.planner.judging import judged_hosts
from generator.prose import Prose
from generator.rendering.citing import Citing
from generator.rendering.pages import environment
from generator.site import load_profile
from generator.views.common import Sight
from generator.views.routes import routes

pytestmark = pytest.mark.fast

FactsOf = Callable[..., Facts]


def parts(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Every part of a program or a host, with the way to it."""
    yield path, value
    if isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from parts(item, f"{path}[{number}]")
    elif hasattr(type(value), "model_fields"):
        for field in type(value).model_fields:
            yield from parts(getattr(value, field), f"{path}.{field}")


def every(catalog: Catalog, *kinds: type[Any]) -> list[tuple[str, Any]]:
    found = (pair for place in catalog.places for pair in parts(place, place.id))
    return [(path, part) for path, part in found if isinstance(part, kinds)]


# --- every value has its source, every unknown its question ---

WAY = re.compile(r"\?$|https?://|\bsite\b|\bpage\b|FREIDA|Look |Read |Ask ")


def test_every_value_has_sources_that_exist(catalog: Catalog) -> None:
    values = [(path, one) for path, one in every(catalog, Known) if one.value is not None]
    others = every(catalog, VisitingRoute, Contact, Setting, Statement)

    assert len(values) > 80
    assert [path for path, one in (*values, *others) if not one.sources or {*one.sources} - {*catalog.sources}] == []


def test_every_unknown_has_the_page_or_the_question_that_settles_it(catalog: Catalog) -> None:
    unknown = [(path, str(one.unknown)) for path, one in every(catalog, Known) if one.value is None]
    without = [path for path, text in unknown if not WAY.search(text)]

    assert len(unknown) > 100
    assert without == ["ncc.nrmp_code"]  # military places have none, so nothing is left to settle


def test_a_route_of_which_something_is_not_known_has_a_question(catalog: Catalog) -> None:
    open_ = [
        (path, route.ask)
        for path, route in every(catalog, VisitingRoute)
        if None in (route.route, route.international_schools, route.us_citizens_abroad)
    ]

    assert len(open_) > 5
    assert [path for path, ask in open_ if not ask.endswith("?")] == []


def test_an_address_is_that_of_an_office_or_is_not_known(catalog: Catalog) -> None:
    assert [place.id for place in catalog.places if place.email.value is not None] == []


# --- what the facts say, by hand ---

# id: city, state, code on the rank list, ACGME number, places a year, first class
TABLE = {
    "uc-davis": ("Sacramento", "CA", "1046715C1", None, None, None),
    "emory": ("Atlanta", "GA", "1113715C0", "7151244034", None, None),
    "siu": ("Springfield", "IL", "2922715C0", "7151644009", 2, 1992),
    "iowa": ("Iowa City", "IA", "1203715C0", None, None, None),
    "kansas": ("Kansas City", "KS", "1208715C0", None, None, None),
    "kentucky": ("Lexington", "KY", "1848715C0", "7152000001", 2, "July 2021"),
    "tulane": ("New Orleans", "LA", "3073715C0", None, None, None),
    "duke": ("Durham", "NC", "1529715C0", None, None, "1992, or the mid-1990s by another of its pages."),
    "ecu": ("Greenville", "NC", "3057715C0", None, None, None),
    "musc": ("Charleston", "SC", "1680715C0", None, None, None),
    "utsw": ("Dallas", "TX", "2835715C0", None, None, "June 2017"),
    "camc": ("Charleston", "WV", "1902715C0", None, None, None),
    "mcw": ("Milwaukee", "WI", "1784715C0", None, None, None),
    "ncc": ("Bethesda", "MD", None, "7152344021", 3, None),
}


def test_each_program_has_its_codes_places_and_first_class(catalog: Catalog) -> None:
    found = {
        one.id: (
            one.city,
            one.state,
            *(known.value for known in (one.nrmp_code, one.acgme_id, one.seats, one.founded)),
        )
        for one in catalog.programs
    }

    assert found == TABLE


# id: for each route its kind, schools abroad, US citizens there, fee, weeks ahead, most electives, year
ROUTES = {
    "utsw": [
        ("own-form", "some-departments", "accepted", 150, 18, 2, None),
        ("visiting-service", False, "by-school", None, None, None, None),
    ],
    "duke": [("visiting-service", "partners-only", "by-school", None, None, None, 2024)],
    "tulane": [("visiting-service", False, "by-school", 200, None, None, 2018)],
    "uc-davis": [("visiting-service", False, "by-school", 300, None, 1, 2021)],
    "iowa": [
        ("own-form", False, "by-school", 100, 4, None, 2025),
        (None, None, None, None, None, None, 2025),
    ],
    "kentucky": [("visiting-service", False, "by-school", 75, None, None, 2025)],
    "kansas": [("own-form", True, "refused", None, 52, 2, None)],
    "siu": [("own-form", "partners-only", "by-school", 0, 3, None, None)],
    "emory": [("visiting-service", None, None, 200, None, None, None)],
    "musc": [(None, None, None, None, None, None, None)],
    "ecu": [(None, None, None, None, None, None, None)],
    "camc": [(None, None, None, None, None, None, 2024)],
    "mcw": [(None, None, None, None, None, None, None)],
    "ncc": [("military", False, None, None, None, None, 2024)],
    "louisville": [("own-form", "partners-only", "by-school", None, 26, None, None)],
    "maryland": [(None, False, "by-school", None, None, None, None)],
    "rochester": [(None, True, None, None, None, None, None)],
    "uc-san-diego": [(None, False, "by-school", None, None, None, None)],
    "umkc": [(None, None, None, None, None, 2, None)],
    "yale": [(None, True, "refused", None, None, None, None)],
}


def test_each_route_says_what_its_page_says(catalog: Catalog) -> None:
    found = {
        place.id: [
            (
                route.route,
                route.international_schools,
                route.us_citizens_abroad,
                *(known.value for known in (route.fee, route.lead_weeks, route.most_electives)),
                route.as_of,
            )
            for route in place.visiting
        ]
        for place in catalog.places
    }

    assert found == ROUTES


def test_what_duke_says_of_signals_is_its_own_alone(catalog: Catalog) -> None:
    assert [one.id for one in catalog.programs if one.signals.value is not None] == ["duke"]
    assert [one.id for one in catalog.programs if one.img_residents.value is not None] == []


def test_one_elective_is_said_to_be_open_to_visitors(catalog: Catalog) -> None:
    named = [(one.id, setting.name) for one in catalog.programs for setting in one.settings if setting.open_to_visitors]

    assert named == [("utsw", "MED 1915, Selective in Internal Medicine and Psychiatry")]


@pytest.mark.parametrize(
    ("id_", "words"),
    [
        pytest.param("iowa", ["April", "four weeks", "$2,500", "once"], id="Iowa's calendar, fee and stipend"),
        pytest.param("kentucky", ["nine panels", "six months", "$2,000", "October to March"], id="Kentucky's papers"),
        pytest.param("kansas", ["nine months", "US citizens and permanent residents only", "2014"], id="Kansas before"),
        pytest.param("uc-davis", ["48 hours", "eight weeks"], id="the fee of UC Davis"),
        pytest.param(
            "camc", ["Morgantown", "three letters", "four years", "1 December"], id="the sister of Charleston"
        ),
        pytest.param("tulane", ["four to six weeks"], id="offers at Tulane"),
    ],
)
def test_what_is_no_field_stands_in_the_notes(id_: str, words: list[str], catalog: Catalog) -> None:
    notes = str(by_id(catalog.programs)[id_].notes)

    assert [word for word in words if word not in notes] == []


def test_programs_seen_in_one_old_list_alone_are_to_be_confirmed(catalog: Catalog) -> None:
    told = {one.id for one in catalog.programs if "Confirm" in str(one.recruiting.value)}

    assert told == {"kansas", "camc", "mcw"}


# --- what opens a host ---

CITIZENSHIPS = ("citizen-by-birth", "permanent-resident", "other")
PEOPLE = [
    {"applicant.citizenship": one, "school.visiting_service": two, "school.name": three}
    for one, two, three in product(CITIZENSHIPS, (True, False), ("American University of Beirut", "Some School"))
]
SAID_YES = "verdicts: host-said-yes"


@pytest.mark.parametrize("said", PEOPLE)
def test_no_host_is_open_without_a_dated_rule(said: dict[str, Any], facts_of: FactsOf, catalog: Catalog) -> None:
    facts = facts_of({**said, "exams.step_1": {"status": "passed"}})
    opened = [one for one in judged_hosts(facts, catalog) if one.verdict.value == "open"]

    assert [one.id for one in opened if one.as_of is None and one.verdict.rule != SAID_YES] == []


def test_some_dated_rule_does_open_a_host(facts_of: FactsOf, catalog: Catalog) -> None:
    partner = {"school.visiting_service": True, "school.name": "American University of Beirut"}
    opened = [one.id for one in judged_hosts(facts_of(partner), catalog) if one.verdict.value == "open"]

    assert opened == ["duke"]


def test_every_row_that_opens_asks_for_a_date_or_for_the_hosts_own_word(catalog: Catalog) -> None:
    opening = [row for row in catalog.files.verdicts.rows if row.value == "open"]

    assert [row.id for row in opening if row.host.dated != (True,)] == ["host-said-yes"]


# --- how a value shows its age and how sure it is ---


def rendered(known: Known, catalog: Catalog) -> str:
    citing = Citing(catalog.sources, catalog.files.words.names["cite"], 2023)
    template = environment(catalog.content, finalize=str).from_string("{{ value | known }}")
    return re.sub(r"\[([^\]]*)\]\([^)]*\)\{[^}]*\}", r"[\1]", template.render(value=known, citing=citing))


@pytest.mark.parametrize(
    ("known", "shown"),
    [
        pytest.param(
            Known(value=2, as_of=2021, confidence="single", sources=("kentucky-news",)),
            "2 [Kentucky, 2021]",
            id="an old source shows its year itself",
        ),
        pytest.param(
            Known(value=2, as_of=2018, confidence="agreed", sources=("kentucky-visiting",)),
            "2 [Kentucky, 2025] (old, 2018)",
            id="an old value of a newer source is marked",
        ),
        pytest.param(
            Known(value=2, as_of=2024, confidence="agreed", sources=("kentucky-visiting",)),
            "2 [Kentucky, 2025]",
            id="a value that is not old is not",
        ),
        pytest.param(
            Known(value=26, as_of=None, confidence="inferred", sources=("louisville-visiting",)),
            "26 [Louisville, undated] (worked out)",
            id="what we worked out says so",
        ),
        pytest.param(
            Known(value=26, as_of=2018, confidence="inferred", sources=("kentucky-visiting",)),
            "26 [Kentucky, 2025] (worked out, old, 2018)",
            id="both",
        ),
        pytest.param(
            Known(value=150, as_of=None, confidence="single", sources=("utsw-visiting",)).told(175, as_of=2026),
            "175 [your entry] (2026); the guide had 150 [UT Southwestern, undated]",
            id="a person's own, with what the guide had",
        ),
        pytest.param(
            Known(unknown=Prose("Ask.")).told("A **b**", as_of=None),
            "A &#42;&#42;b&#42;&#42; [your entry]",
            id="a person's own where the guide had nothing",
        ),
        pytest.param(Known(unknown=Prose("Ask the host.")), "*Not known.* Ask the host.", id="nothing"),
    ],
)
def test_a_value_shows_what_its_sources_do_not(known: Known, shown: str, catalog: Catalog) -> None:
    assert rendered(known, catalog) == shown


# --- what editors are told ---


def counted(place: Place, before: int) -> tuple[Any, ...]:
    found = tally(place, before)
    return found.values, found.undated, found.single, found.inferred, found.unknown, found.old


@pytest.mark.parametrize(
    ("id_", "expected"),
    [
        # known: name in the list, recruiting, rule of the emergency department; unknown: 3 of the route, its 5 values,
        # faculty, and of the program 11
        pytest.param("camc", (3, 0, 3, 0, 20, ()), id="hardly anything"),
        # known: page, rule; unknown: how to come in, 5 values, faculty, office and address
        pytest.param("maryland", (2, 2, 2, 0, 9, ()), id="a host"),
    ],
)
def test_a_host_in_numbers(id_: str, expected: tuple[Any, ...], catalog: Catalog) -> None:
    assert counted(by_id(catalog.places)[id_], 2023) == expected


@pytest.mark.parametrize(
    ("before", "old"),
    [
        pytest.param(2013, (), id="a value of the first year that is not old"),
        pytest.param(2014, (("settings", 2013),), id="one of a year before it"),
        pytest.param(2023, (("settings", 2013),), id="others that are newer"),
        pytest.param(
            2025,
            (("page", 2024), ("recruiting", 2024), ("letters", 2024), ("settings", 2013), ("nrmp_code", 2024)),
            id="later",
        ),
    ],
)
def test_what_is_old_is_named_with_its_year(before: int, old: Any, catalog: Catalog) -> None:
    assert sorted(tally(by_id(catalog.programs)["musc"], before).old) == sorted(old)


def test_the_report_names_each_host_once_and_the_questions_behind_them(catalog: Catalog) -> None:
    lines = ledger_report(catalog, as_of=AS_OF)
    between = lines[1 : lines.index("")]

    assert [line.split(":")[0].removeprefix("- ") for line in between] == [place.id for place in catalog.places]
    assert lines == ledger_report(catalog, as_of=AS_OF)
    asked = [line.split(":")[0].removeprefix("- ") for line in lines[lines.index("") + 2 :]]
    assert asked[:6] == ["to camc", "to ecu", "to emory", "to mcw", "to musc", "to umkc"]
    assert [one for one in asked[6:] if not re.fullmatch(r"to \d+ hosts", one)] == []


def test_more_is_old_at_a_later_date(catalog: Catalog) -> None:
    now, later = (" ".join(ledger_report(catalog, as_of=day)) for day in (AS_OF, date(2029, 1, 1)))

    assert (now.count("(2024)"), later.count("(2024)") > 10) == (0, True)
    assert "(old: of a year before 2026)" in later


# --- what each way in gives ---

YES, SOMETIMES, NO = "Yes", "Sometimes", "No"
GIVES = {
    "visiting-service": (YES, YES, YES),
    "own-application": (YES, YES, SOMETIMES),
    "department": (SOMETIMES, SOMETIMES, SOMETIMES),
    "partner-agreement": (YES, YES, YES),
    "observership": (SOMETIMES, NO, NO),
    "externship": (SOMETIMES, SOMETIMES, NO),
    "research": (YES, NO, SOMETIMES),
    "paid-work": (SOMETIMES, SOMETIMES, NO),
}


def shown(said: dict[str, Any], facts_of: FactsOf, catalog: Catalog) -> dict[str, tuple[str, str, str]]:
    facts = facts_of(said)
    view = routes(Sight(make_plain_plan(facts, catalog), facts, facts.answers(), catalog))
    return {one.id: (one.letter.name, one.hands_on.name, one.credit.name) for one in view.open_routes}


def test_a_student_compares_every_way_that_is_not_closed(facts_of: FactsOf, catalog: Catalog) -> None:
    assert shown({"school.visiting_service": True}, facts_of, catalog) == GIVES


def test_a_graduate_sees_no_way_of_students(facts_of: FactsOf, catalog: Catalog) -> None:
    said = {"school.status": "graduated", "school.graduation": "2025-06-01"}
    ways = ("observership", "externship", "research", "paid-work")

    assert shown(said, facts_of, catalog) == {way: GIVES[way] for way in ways}


def test_only_students_get_credit_for_sure(catalog: Catalog) -> None:
    for_graduates = ("observership", "externship", "paid-work")
    ways = by_id(catalog.files.routes.routes)

    assert {way: ways[way].credit.value for way in for_graduates} == dict.fromkeys(for_graduates, "no")


def test_a_program_is_no_host_twice(catalog: Catalog) -> None:
    assert [one.id for one in catalog.places if isinstance(one, Program)] == list(catalog.program_ids)


def test_a_host_that_a_profile_gives_by_its_id_is_read_by_its_name(catalog: Catalog, tmp_path: Path) -> None:
    """Ids are for those who write profiles; messages and pages go to others."""
    answers = {
        "schema": 1,
        "applicant": {"name": "Ana Example"},
        "season": 2028,
        "school": {"status": "enrolled", "graduation": "2028-05-19"},
        "rotations": [{"host": "utsw", "field": "medicine", "status": "offered"}],
        "inquiries": [{"host": "musc", "sent": "2026-11-10"}, {"host": "A Hospital", "sent": "2026-11-10"}],
    }
    file = tmp_path / "me.yml"
    file.write_text(json.dumps(answers), encoding="utf-8")
    profile = load_profile(file, catalog, as_of=AS_OF)

    assert [one.host for one in profile.rotations or ()] == ["UT Southwestern"]
    assert [one.host for one in profile.inquiries or ()] == ["South Carolina (MUSC)", "A Hospital"]
