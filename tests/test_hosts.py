"""Who will have this person: each row of the table, each host of the catalog, and what no row may ever do."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from factory import plain
from hypothesis import given
from hypothesis import strategies as st

from generator.catalog import Catalog
from generator.catalog.checks import cross_checked
from generator.catalog.hosts import Host
from generator.catalog.program import Program
from generator.conditions import Answers
from generator.errors import GuideError
from generator.facts import Facts, fact_names
from generator.plan import HostVerdict
from generator.planner import make_plain_plan
from generator.planner.judging import judged_hosts
from generator.planner.school import school_of
from generator.reading import build, read_yaml
from generator.reading.strict import parse
from generator.rules.verdicts import Way, best, verdict
from generator.views.common import Sight, page_of
from generator.views.hosts import HostsView, HostView, hosts
from generator.views.programs import programs

pytestmark = pytest.mark.fast

ROOT = Path(__file__).parent.parent
FactsOf = Callable[..., Facts]
Case = Mapping[str, Any]
CASES: list[Case] = plain(ROOT / "tests" / "cases" / "tables" / "verdicts.yml")


def answers_of(said: Mapping[str, Any], catalog: Catalog) -> Answers:
    """The answers of a case; what is not named is false, and only facts can be named."""
    known = {name: None if answer == "unknown" else answer for name, answer in said.items()}
    assert set(known) - set(fact_names(catalog.settings)) == set()
    return {**dict.fromkeys(fact_names(catalog.settings), False), **known}


# --- the rows ---


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_a_row(case: Case, catalog: Catalog) -> None:
    decision = verdict(catalog.files.verdicts, Way(**case["host"]), answers_of(case["answers"], catalog))
    expect = case["expect"]

    assert (decision.value, decision.rule) == (expect["value"], f"verdicts: {expect['rule']}")
    assert decision.unsettled == tuple(expect.get("unsettled", ()))


def test_every_row_is_reached_by_a_case(catalog: Catalog) -> None:
    table = catalog.files.verdicts

    assert {row.id for row in (*table.rows, table.hangs)} == {case["expect"]["rule"] for case in CASES}


# --- the hosts ---

CITIZEN = {"applicant.citizenship": "citizen-by-birth"}
GREEN_CARD = {"applicant.citizenship": "permanent-resident"}
VISA = {"applicant.citizenship": "other"}
GRADUATE = {**CITIZEN, "school.status": "graduated", "school.graduation": "2025-06-01"}
MEMBER, OUTSIDE = {"school.visiting_service": True}, {"school.visiting_service": False}
BEIRUT = {"school.name": "American University of Beirut, Faculty of Medicine"}
OPEN, ASK, PARTNERS, STUDENTS, CLOSED = "open", "ask", "partner-schools-only", "not-for-graduates", "closed"

ALWAYS = {"kentucky": CLOSED, "tulane": CLOSED, "uc-davis": CLOSED, "ncc": CLOSED, "maryland": CLOSED,
          "uc-san-diego": CLOSED, "duke": PARTNERS, "siu": PARTNERS, "louisville": PARTNERS, "emory": ASK,
          "iowa": ASK, "camc": ASK, "ecu": ASK, "mcw": ASK, "musc": ASK, "rochester": ASK, "umkc": ASK}  # fmt: skip
FOR_GRADUATES = {
    **dict.fromkeys(("duke", "emory", "kansas", "kentucky", "siu"), STUDENTS),
    **dict.fromkeys(("tulane", "uc-davis", "umkc", "utsw"), STUDENTS),
    **dict.fromkeys(("camc", "ecu", "iowa", "louisville", "mcw", "musc", "rochester"), ASK),
    **dict.fromkeys(("maryland", "ncc", "uc-san-diego", "yale"), CLOSED),
}


def judged(facts: Facts, catalog: Catalog) -> dict[str, str]:
    return {host.id or host.name: host.verdict.value for host in judged_hosts(facts, catalog)}


@pytest.mark.parametrize(
    ("said", "verdicts"),
    [
        pytest.param(CITIZEN, {**ALWAYS, "utsw": ASK, "kansas": CLOSED, "yale": CLOSED}, id="a citizen"),
        pytest.param(
            {"applicant.citizenship": "dual-citizen"},
            {**ALWAYS, "utsw": ASK, "kansas": CLOSED, "yale": CLOSED},
            id="a citizen of two countries",
        ),
        pytest.param(GREEN_CARD, {**ALWAYS, "utsw": ASK, "kansas": CLOSED, "yale": CLOSED}, id="a green card"),
        pytest.param(VISA, {**ALWAYS, "utsw": ASK, "kansas": ASK, "yale": ASK}, id="neither"),
        pytest.param({}, {**ALWAYS, "utsw": ASK, "kansas": ASK, "yale": ASK}, id="citizenship not said"),
        pytest.param(
            {**CITIZEN, **OUTSIDE},
            {**ALWAYS, "emory": CLOSED, "utsw": ASK, "kansas": CLOSED, "yale": CLOSED},
            id="a school outside the service",
        ),
        pytest.param(
            {**CITIZEN, **MEMBER}, {**ALWAYS, "utsw": ASK, "kansas": CLOSED, "yale": CLOSED}, id="one in the service"
        ),
        pytest.param(
            {**CITIZEN, **MEMBER, **BEIRUT},
            {**ALWAYS, "duke": OPEN, "utsw": ASK, "kansas": CLOSED, "yale": CLOSED},
            id="a partner of Duke in the service",
        ),
        pytest.param(
            {**CITIZEN, **BEIRUT},
            {**ALWAYS, "duke": ASK, "utsw": ASK, "kansas": CLOSED, "yale": CLOSED},
            id="a partner of Duke, service not said",
        ),
        pytest.param(GRADUATE, FOR_GRADUATES, id="a graduate"),
    ],
)
def test_every_host_of_the_catalog(said: Case, verdicts: dict[str, str], facts_of: FactsOf, catalog: Catalog) -> None:
    assert judged(facts_of(said), catalog) == verdicts


@pytest.mark.parametrize(
    ("school", "expected"),
    [
        pytest.param("american university of beirut", OPEN, id="its name in small letters"),
        pytest.param("Nagoya University School of Medicine", OPEN, id="with words that tell nothing apart"),
        pytest.param("Nagoya City University", PARTNERS, id="a name that holds a partner's and more"),
        pytest.param("American University of the Caribbean", PARTNERS, id="another school"),
    ],
)
def test_a_partner_school_is_known_by_its_name(school: str, expected: str, facts_of: FactsOf, catalog: Catalog) -> None:
    facts = facts_of({**CITIZEN, **MEMBER, "school.name": school})

    assert judged(facts, catalog)["duke"] == expected


def host(id_: str, said: Case, facts_of: FactsOf, catalog: Catalog) -> HostVerdict:
    return next(one for one in judged_hosts(facts_of(said), catalog) if id_ in (one.id, one.name))


def test_a_verdict_carries_the_rule_its_age_its_sources_and_the_question(facts_of: FactsOf, catalog: Catalog) -> None:
    duke, utsw, ecu = (host(id_, CITIZEN, facts_of, catalog) for id_ in ("duke", "utsw", "ecu"))

    assert (duke.as_of, duke.old, duke.sources, duke.route) == (2024, True, ("duke-visiting",), "visiting-service")
    assert (utsw.as_of, utsw.old, utsw.sources, utsw.route) == (None, True, ("utsw-visiting",), "own-form")
    assert (ecu.as_of, ecu.old) == (None, False)  # nothing was found, so nothing is old
    assert [one.rule == "" or not one.ask.endswith("?") for one in (duke, utsw, ecu)] == [False, False, False]


@pytest.mark.parametrize(
    ("day", "old"),
    [pytest.param(date(2026, 12, 31), False, id="a year"), pytest.param(date(2027, 1, 1), True, id="more than a year")],
)
def test_a_rule_that_is_more_than_a_year_old_says_so(day: date, old: bool, facts_of: FactsOf, catalog: Catalog) -> None:
    iowa = next(one for one in judged_hosts(facts_of(CITIZEN, as_of=day), catalog) if one.id == "iowa")

    assert (iowa.as_of, iowa.old) == (2025, old)


def test_of_several_routes_the_best_counts_and_is_remembered(facts_of: FactsOf, catalog: Catalog) -> None:
    iowa = host("iowa", CITIZEN, facts_of, catalog)
    routes = next(one for one in catalog.programs if one.id == "iowa").visiting

    assert (iowa.route, iowa.rule) == ("unknown", routes[1].rule)
    assert [route.international_schools for route in routes] == [False, None]


def test_of_equals_the_first_counts(catalog: Catalog) -> None:
    table, answers = catalog.files.verdicts, answers_of({"enrolled": True}, catalog)
    decisions = [verdict(table, way, answers) for way in (Way(international_schools=False), Way(), Way())]

    assert best(table.order, decisions) == 1


def test_a_graduate_is_asked_for_other_things_than_a_student(facts_of: FactsOf, catalog: Catalog) -> None:
    hosts = judged_hosts(facts_of(GRADUATE), catalog)

    assert [one.id for one in hosts if one.verdict.value in (ASK, STUDENTS) and "I study" in one.ask] == []
    assert [one.id for one in hosts if one.verdict.value in (ASK, STUDENTS) and "I graduated" not in one.ask] == []


# --- hosts that the person names ---

BOOKED = {
    "host": "Lakeside Hospital",
    "field": "medicine",
    "status": "booked",
    "first": "2027-04-05",
    "last": "2027-05-02",
}


def named(facts: Facts, catalog: Catalog) -> dict[str, tuple[str, bool]]:
    hosts = judged_hosts(facts, catalog)
    return {one.name: (one.verdict.value, one.wanted) for one in hosts if one.kind == "named"}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        pytest.param({"targets.hosts": ["Lakeside Hospital"]}, {"Lakeside Hospital": (ASK, True)}, id="a wish"),
        pytest.param({"rotations": [BOOKED]}, {"Lakeside Hospital": (OPEN, False)}, id="a booking"),
        pytest.param(
            {"rotations": [{**BOOKED, "status": "offered"}], "targets.hosts": ["lakeside hospital"]},
            {"lakeside hospital": (OPEN, True)},
            id="an offer of a host that is wished for, once",
        ),
        pytest.param(
            {"rotations": [{**BOOKED, "status": "applied"}]}, {"Lakeside Hospital": (ASK, False)}, id="an application"
        ),
        pytest.param(
            {"rotations": [{**BOOKED, "status": "done", "first": "2026-08-03", "last": "2026-08-30"}]},
            {"Lakeside Hospital": (OPEN, False)},
            id="one that is done",
        ),
        pytest.param(
            {**GRADUATE, "rotations": [{**BOOKED, "status": "done", "first": "2024-08-05", "last": "2024-09-01"}]},
            {"Lakeside Hospital": (ASK, False)},
            id="one that was done before graduation",
        ),
        pytest.param({**GRADUATE, "rotations": [BOOKED]}, {"Lakeside Hospital": (OPEN, False)}, id="a graduate's"),
        pytest.param(
            {"inquiries": [{"host": "Lakeside Hospital", "sent": "2026-10-01", "outcome": "closed"}]},
            {"Lakeside Hospital": (CLOSED, False)},
            id="a no",
        ),
        pytest.param(
            {
                "inquiries": [
                    {"host": "Lakeside Hospital", "sent": "2026-10-01", "answered": "2026-11-10", "outcome": "open"},
                    {"host": "Lakeside Hospital", "sent": "2026-10-20", "answered": "2026-10-25", "outcome": "closed"},
                ]
            },
            {"Lakeside Hospital": (OPEN, False)},
            id="the last answer counts",
        ),
        pytest.param(
            {"inquiries": [{"host": "Lakeside Hospital", "sent": "2026-10-01", "outcome": "no-answer"}]},
            {"Lakeside Hospital": (ASK, False)},
            id="silence is no answer",
        ),
        pytest.param({"targets.hosts": ["UTSW", "Yale School of Medicine"]}, {}, id="hosts that the guide knows"),
    ],
)
def test_a_host_that_only_the_person_names(
    said: Case, found: dict[str, tuple[str, bool]], facts_of: FactsOf, catalog: Catalog
) -> None:
    assert named(facts_of({**CITIZEN, **said}), catalog) == found


@pytest.mark.parametrize(
    ("status", "expected"), [pytest.param("offered", OPEN, id="an offer"), pytest.param("applied", CLOSED, id="none")]
)
def test_an_offer_counts_before_the_rule_of_a_host(
    status: str, expected: str, facts_of: FactsOf, catalog: Catalog
) -> None:
    facts = facts_of({**CITIZEN, "rotations": [{**BOOKED, "host": "Tulane University", "status": status}]})

    assert judged(facts, catalog)["tulane"] == expected


def test_hosts_that_are_wanted_come_first_in_the_order_of_the_wishes(facts_of: FactsOf, catalog: Catalog) -> None:
    wishes = {"targets.programs": ["tulane", "utsw"], "targets.hosts": ["Yale", "Lakeside Hospital"]}
    hosts = judged_hosts(facts_of({**CITIZEN, **wishes}), catalog)

    assert [one.id or one.name for one in hosts if one.wanted] == ["tulane", "utsw", "yale", "Lakeside Hospital"]
    assert [one.wanted for one in hosts] == [True] * 4 + [False] * (len(hosts) - 4)


# --- what no row may ever do ---

CITIZENS = ("us-citizen", "permanent-resident", "needs-visa")
ways = st.builds(
    Way,
    route=st.sampled_from(["visiting-service", "own-form", "military", "unknown"]),
    international_schools=st.sampled_from([True, False, "partners-only", "some-departments", "unknown"]),
    us_citizens_abroad=st.sampled_from(["accepted", "refused", "by-school", "unknown"]),
    must_be_student=st.sampled_from([True, False, "unknown"]),
    step_1_first=st.sampled_from([True, False, "unknown"]),
    partner=st.sampled_from([True, False, "unknown"]),
    dated=st.booleans(),
)
three = st.sampled_from([True, False, None])
statuses = st.sampled_from(["enrolled", "graduated"])
citizenships = st.sampled_from([*CITIZENS, None])


def person(status: str, citizenship: str | None, service: bool | None, step_1: bool | None) -> dict[str, bool | None]:
    """The answers that rows ask for."""
    return {
        "enrolled": status == "enrolled",
        "graduated": status == "graduated",
        **{name: None if citizenship is None else name == citizenship for name in CITIZENS},
        "school-uses-visiting-service": service,
        "school-outside-visiting-service": None if service is None else not service,
        "step-1-passed": step_1,
    }


@pytest.fixture(scope="module")
def asked(catalog: Catalog) -> set[str]:
    return {name for row in catalog.files.verdicts.rows for name in (*row.when, *row.when_any, *row.unless)}


def test_the_rows_ask_only_for_what_these_proofs_vary(asked: set[str]) -> None:
    assert asked <= set(person("enrolled", None, None, None))


@given(way=ways, status=statuses, citizenship=citizenships, service=three, step_1=three)
def test_what_is_unknown_is_never_called_open(
    way: Way, status: str, citizenship: str | None, service: bool | None, step_1: bool | None, catalog: Catalog
) -> None:
    table = catalog.files.verdicts
    decision = verdict(table, way, person(status, citizenship, service, step_1))
    if decision.value != "open":
        return
    settled = {
        verdict(table, way, person(status, one, two, three_)).value
        for one in (CITIZENS if citizenship is None else [citizenship])
        for two in ((True, False) if service is None else [service])
        for three_ in ((True, False) if step_1 is None else [step_1])
    }

    assert (settled, decision.unsettled, way.dated) == ({"open"}, (), True)
    assert (way.route in ("own-form", "visiting-service"), way.international_schools in (False, "unknown")) == (
        True,
        False,
    )


@given(way=ways, status=statuses, citizenship=citizenships, service=three, step_1=three)
def test_citizenship_never_overrides_a_rule_on_schools(
    way: Way, status: str, citizenship: str | None, service: bool | None, step_1: bool | None, catalog: Catalog
) -> None:
    """Where the school is shut out, nothing said of citizens makes the verdict better than without it."""
    table, answers = catalog.files.verdicts, person(status, citizenship, service, step_1)
    shut = [
        replace(way, international_schools=False),
        replace(way, international_schools="partners-only", partner=False),
    ]
    found = [
        (verdict(table, one, answers), verdict(table, replace(one, us_citizens_abroad="by-school"), answers))
        for one in shut
    ]

    assert [one.value for one, _ in found if one.value == OPEN] == []
    assert [one.value for one, plain in found if table.order.index(one.value) < table.order.index(plain.value)] == []


@given(way=ways, status=statuses, citizenship=citizenships, service=three, step_1=three)
def test_where_a_host_goes_by_the_school_citizenship_changes_nothing(
    way: Way, status: str, citizenship: str | None, service: bool | None, step_1: bool | None, catalog: Catalog
) -> None:
    by_school = replace(way, us_citizens_abroad="by-school")
    mine = verdict(catalog.files.verdicts, by_school, person(status, citizenship, service, step_1))
    citizens = verdict(catalog.files.verdicts, by_school, person(status, "us-citizen", service, step_1))

    assert mine.value == citizens.value


@given(way=ways, citizenship=citizenships, service=three, step_1=three)
def test_no_graduate_gets_a_students_elective(
    way: Way, citizenship: str | None, service: bool | None, step_1: bool | None, catalog: Catalog
) -> None:
    assert verdict(catalog.files.verdicts, way, person("graduated", citizenship, service, step_1)).value != OPEN


# --- schools and their limits ---


@pytest.mark.parametrize(
    ("name", "school"),
    [
        pytest.param("St. George's University", "st-georges", id="as the guide writes it"),
        pytest.param("ST GEORGES UNIVERSITY SCHOOL OF MEDICINE", "st-georges", id="no marks, capital letters"),
        pytest.param("Saint George\u2019s University", "st-georges", id="spelled out, another apostrophe"),
        pytest.param("SGU", "st-georges", id="in short"),
        pytest.param("St George's, University of London", None, id="another school of that saint"),
        pytest.param("American University of the Caribbean School of Medicine", "auc", id="with its faculty"),
        pytest.param("American University of Antigua", None, id="a neighbor"),
        pytest.param("Saint James School of Medicine", "saint-james", id="Saint James"),
        pytest.param(None, None, id="no name"),
    ],
)
def test_a_school_is_known_by_its_name(name: str | None, school: str | None, catalog: Catalog) -> None:
    found = school_of(name, catalog)

    assert (found.id if found else None) == school


def test_what_schools_and_states_say_in_figures(catalog: Catalog) -> None:
    schools = {one.id: one.limits for one in catalog.files.schools.schools}
    states = {one.id: one.limits for one in catalog.files.states.states}
    besides = schools["auc"].weeks_besides

    assert (schools["st-georges"].weeks_outside, schools["st-georges"].agreement_needed) == (12, True)
    assert besides is not None
    assert (besides.field, besides.weeks) == ("medicine", 8)
    assert schools["saint-james"].visiting_service is False
    assert (states["new-york-rotate"].most_weeks, states["new-york-train"].most_weeks) == (12, None)
    assert [id_ for id_, limits in states.items() if limits.same_subject] == ["texas-license"]


# --- the files ---


@pytest.mark.parametrize("path", sorted((ROOT / "content/data/hosts").glob("*.yml")), ids=lambda path: path.stem)
def test_a_host_stands_in_its_own_file_and_its_questions_end_as_questions(path: Path) -> None:
    found = build(Host, read_yaml(path))
    asked = [route.ask for route in found.visiting] + ([found.contact.ask] if found.contact.ask else [])

    assert (found.id, [text for text in asked if not text.endswith("?")]) == (path.stem, [])


def test_two_routes_of_one_kind_are_refused() -> None:
    text = (ROOT / "content/data/programs/utsw.yml").read_text(encoding="utf-8")

    with pytest.raises(GuideError, match="a second route of the same kind"):
        build(Program, parse(text.replace("- route: visiting-service", "- route: own-form"), "utsw.yml"))


def test_an_id_belongs_to_one_host(catalog: Catalog) -> None:
    double = catalog.hosts[0].model_copy(update={"id": "utsw"})

    with pytest.raises(GuideError, match="utsw is the id of a program"):
        cross_checked(replace(catalog, hosts=(double,)), "content")


def test_the_last_row_is_for_every_host(catalog: Catalog) -> None:
    table = catalog.files.verdicts
    shorter = table.model_copy(update={"rows": table.rows[:-1]})

    with pytest.raises(GuideError, match="is for some hosts only"):
        cross_checked(replace(catalog, files=replace(catalog.files, verdicts=shorter)), "content")


def test_no_two_hosts_answer_to_the_same_name(catalog: Catalog) -> None:
    places = (*catalog.programs, *catalog.hosts)
    names = {place.id: (place.name, place.sponsor, *place.names) for place in places}
    both = [
        (one, other)
        for one in names
        for other in names
        if one < other and any(catalog.naming.among(name, names[other]) for name in names[one])
    ]

    assert both == []


# --- whom to write to ---

FACULTY = r"(?:faculty|professors?|someone whose work|the physician whose)"
SUGGESTS = re.compile(
    rf"\b(?:write|writing|e?mail|message|approach|contact)\b[^.?!|;]{{0,60}}\b{FACULTY}\b[^.?!]*(?P<end>[.?!]|$)"
    rf"|\bbegin with (?:the|a) {FACULTY}\b|\b{FACULTY}\b[^.?!|;]{{0,40}}\bright address\b",
    re.IGNORECASE,
)
CAUTION = re.compile(
    r"\b(?:not|nobody)\b[^.?!|]{0,50}\b(?:faculty|them|addressed|approached)\b|\basks? (?:you|visitors) not\b",
    re.IGNORECASE,
)
FIELD = re.compile(r"\b[a-z0-9_-]+:(?=\s)")
PARAGRAPH = re.compile(r"\n\s*\n|\n(?=\s*- )|\n(?=[a-z]+:)|\n(?=\|)")
AFTERWARDS = ("pages/on-rotation/", "pages/letters/", "scripts/letter-", "scripts/thank-", "data/article.yml")


def suggestions(text: str) -> list[str]:
    """Paragraphs that send the reader to faculty and don't say that a host may not want it; a question sends nobody."""
    paragraphs = [" ".join(one.split()) for one in PARAGRAPH.split(text)]
    sending = [one for one in paragraphs if any(found["end"] != "?" for found in SUGGESTS.finditer(one))]
    return [one for one in sending if not CAUTION.search(one)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Write to a faculty member you admire.", True, id="advice"),
        pytest.param("Begin with the faculty member, not the office: find someone.", True, id="other words"),
        pytest.param("Here faculty are the right address.", True, id="an address"),
        pytest.param("Write to faculty. Where a host asks you not to, do not.", False, id="advice with its limit"),
        pytest.param("Do not write to faculty to get a place.", False, id="advice against it"),
        pytest.param("May a student write to faculty about an elective?", False, id="a question"),
        pytest.param("Write to the coordinator. Faculty teach there.", False, id="another address"),
    ],
)
def test_advice_to_write_to_faculty_is_found(text: str, found: bool) -> None:
    assert bool(suggestions(text)) is found


def words_of(path: Path) -> str:
    """A file's text; of YAML with a bar for the names of its fields, which no reader sees."""
    text = path.read_text(encoding="utf-8")
    return FIELD.sub("|", text) if path.suffix == ".yml" else text


def texts_before_a_rotation() -> dict[str, str]:
    content = ROOT / "content"
    files = sorted(path for path in content.rglob("*") if path.suffix in (".md", ".yml"))
    named = {path.relative_to(content).as_posix(): words_of(path) for path in files}
    return {name: text for name, text in named.items() if not name.startswith(AFTERWARDS)}


def test_no_text_suggests_writing_to_faculty_where_a_host_forbids_it() -> None:
    found = {name: suggestions(text) for name, text in texts_before_a_rotation().items()}

    assert {name: some for name, some in found.items() if some} == {}


@pytest.mark.parametrize("kind", ["programs", "hosts"])
def test_what_a_host_that_forbids_it_says_itself_does_not_send_to_faculty_either(kind: str, catalog: Catalog) -> None:
    guarded = [one for one in getattr(catalog, kind) if one.contact.approach_faculty is False]
    asked = [text for one in guarded for text in (*(way.ask for way in one.visiting), one.contact.ask or "")]

    assert [text for text in asked if re.search(FACULTY, text, re.IGNORECASE)] == []


# --- the page ---


def page(said: Case, facts_of: FactsOf, catalog: Catalog) -> HostsView:
    facts = facts_of(said)
    return hosts(Sight(make_plain_plan(facts, catalog), facts, facts.answers(), catalog))


def ids(views: Iterable[HostView]) -> list[str]:
    return [one.id or one.name for one in views]


def test_every_host_stands_once_on_the_page_and_in_the_count(facts_of: FactsOf, catalog: Catalog) -> None:
    shown = page({**CITIZEN, "targets.programs": ["kentucky", "utsw"]}, facts_of, catalog)
    groups = (shown.open, shown.ask, shown.partners, shown.students, shown.closed)
    places = {one.id for one in (*catalog.programs, *catalog.hosts)}

    assert ids(shown.wanted) == ["kentucky", "utsw"]
    assert sorted([*ids(shown.wanted), *(id_ for group in groups for id_ in ids(group.hosts))]) == sorted(places)
    assert sum(group.count for group in shown.counts) == len(places)
    assert [group.count == len(group.hosts) for group in shown.counts] == [True] * len(shown.counts)


def test_a_host_that_forbids_writing_to_faculty_says_so_with_its_source(facts_of: FactsOf, catalog: Catalog) -> None:
    shown = page(CITIZEN, facts_of, catalog)
    kentucky = next(one for one in shown.closed.hosts if one.id == "kentucky")

    assert ids(shown.keep_from) == ["kentucky"]
    assert "faculty" in kentucky.contact_rule
    assert kentucky.contact_sources == ("kentucky-visiting", "kentucky-visiting-service")


def test_the_age_of_a_rule_is_said_in_years_or_as_undated(facts_of: FactsOf, catalog: Catalog) -> None:
    shown = {one.id: one for group in page(CITIZEN, facts_of, catalog).counts for one in group.hosts}

    assert {id_: (shown[id_].age, shown[id_].is_undated) for id_ in ("uc-davis", "utsw", "kentucky", "ecu")} == {
        "uc-davis": (5, False),
        "utsw": (None, True),
        "kentucky": (None, False),
        "ecu": (None, False),
    }


def test_a_closed_host_has_a_question_only_where_its_rule_is_old(facts_of: FactsOf, catalog: Catalog) -> None:
    shown = {one.id: bool(one.ask) for one in page(CITIZEN, facts_of, catalog).closed.hosts}

    assert shown == {"kentucky": False, "ncc": False, **dict.fromkeys(shown.keys() - {"kentucky", "ncc"}, True)}


def test_a_question_that_all_hosts_of_a_group_share_stands_once(facts_of: FactsOf, catalog: Catalog) -> None:
    shown = page(GRADUATE, facts_of, catalog)

    assert [group.ask[:11] for group in (shown.ask, shown.students)] == ["I graduated", "I graduated"]
    assert {one.ask for one in (*shown.ask.hosts, *shown.students.hosts)} == {""}


def test_the_page_of_programs_shows_the_same_verdicts(facts_of: FactsOf, catalog: Catalog) -> None:
    facts = facts_of(CITIZEN)
    sight = Sight(make_plain_plan(facts, catalog), facts, facts.answers(), catalog)
    verdicts = judged(facts, catalog)

    assert {one.page: one.verdict for one in programs(sight).programs} == {
        page_of(id_): verdicts[id_] for id_ in catalog.program_ids
    }
