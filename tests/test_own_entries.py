"""What a person enters about hosts: it wins and is marked as theirs, opens only with a date, stays text and private."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import AS_OF, ROOT
from factory import make_profile
from hypothesis import given
from hypothesis import strategies as st
from people import random

from generator.catalog import Catalog
from generator.catalog.hosts import Host
from generator.catalog.known import by_id
from generator.catalog.program import Program
from generator.facts import derive
from generator.ledger import amended, check_entries
from generator.plan import HostVerdict, Plan
from generator.planner import make_plain_plan
from generator.profile import OwnHost, Profile
from generator.profile.declared import declarations
from generator.profile.vocabulary import STATES
from generator.prose import Prose
from generator.reading import build, parse
from generator.site import build_outputs, plan_for

PlanOf = Callable[..., Plan]
Said = Mapping[str, Any]
OWN = ("your-own-entry",)
CITIZEN = {"applicant.citizenship": "citizen-by-birth"}
LAKESIDE = {
    "host": "Lakeside Hospital",
    "city": "Erie",
    "state": "PA",
    "route": "own-form",
    "international_schools": True,
    "us_citizens_abroad": "by-school",
    "fee": 50,
    "lead_weeks": 10,
    "most_electives": 1,
    "read_on": "2026-11-10",
}
CATEGORY = {"international_schools": "some-departments", "us_citizens_abroad": "accepted", "read_on": "2026-11-10"}


def entered(catalog: Catalog, *entries: Said) -> Catalog:
    return amended(catalog, make_profile(hosts=list(entries)))


def place(catalog: Catalog, id_: str) -> Any:
    return by_id(catalog.places)[id_]


# --- whose value counts ---


@pytest.mark.fast
def test_without_an_entry_the_catalog_is_the_same(catalog: Catalog) -> None:
    assert amended(catalog, make_profile()) is catalog
    assert amended(catalog, make_profile(hosts=[])) is catalog


@pytest.mark.fast
@pytest.mark.parametrize(
    ("id_", "entry", "field", "value", "had"),
    [
        pytest.param("emory", {"seats": 4}, "seats", 4, None, id="places, where the guide had none"),
        pytest.param("siu", {"seats": 3}, "seats", 3, 2, id="places, where it had some"),
        pytest.param("siu", {"letters": "Four letters"}, "letters", "Four letters", "Three letters.", id="letters"),
        pytest.param("duke", {"office": "Visitors"}, "office", "Visitors", "Office of the Registrar", id="an office"),
        pytest.param("yale", {"email": "visit@a.edu"}, "email", "visit@a.edu", None, id="a mailbox"),
        pytest.param("ecu", {"application_dates": "To May"}, "application_dates", "To May", None, id="dates"),
        pytest.param(
            "umkc",
            {"page": "https://a.edu/v"},
            "page",
            "https://a.edu/v",
            "https://med.umkc.edu/sa/visiting/",
            id="a page",
        ),
    ],
)  # fmt: skip
def test_their_value_counts_and_the_guides_stays_beside_it(
    id_: str, entry: Said, field: str, value: Any, had: Any, catalog: Catalog
) -> None:
    mine = getattr(place(entered(catalog, {"host": id_, **entry, "read_on": "2026-05-01"}), id_), field)

    assert (mine.value, mine.as_of, mine.confidence, mine.sources) == (value, 2026, "single", OWN)
    assert (mine.had.value if mine.had else None) == had


@pytest.mark.fast
def test_fee_notice_cap_and_months_of_a_route(catalog: Catalog) -> None:
    said = {"host": "uc-davis", "fee": 0, "lead_weeks": 20, "most_electives": 2, "months": [7, 8]}
    (route,) = place(entered(catalog, said), "uc-davis").visiting
    (before,) = place(catalog, "uc-davis").visiting

    assert (route.fee.value, route.fee.had.value, route.fee.as_of) == (0, 300, None)
    assert (route.lead_weeks.value, route.most_electives.value, route.months) == (20, 2, (7, 8))
    assert (route.rule, route.sources, route.as_of) == (before.rule, before.sources, before.as_of)


@pytest.mark.fast
def test_what_they_do_not_say_stays_the_guides(catalog: Catalog) -> None:
    laid = entered(catalog, {"host": "siu", "seats": 3})
    others = [one.id for one in laid.places if one is not by_id(catalog.places)[one.id]]

    assert others == ["siu"]
    assert (
        place(laid, "siu").model_copy(update={"seats": place(catalog, "siu").seats}).model_dump()
        == place(catalog, "siu").model_dump()
    )


@pytest.mark.fast
def test_what_is_theirs_is_named(catalog: Catalog) -> None:
    laid = entered(catalog, {"host": "siu", "seats": 3, "office": "A", "where": "a page"}, LAKESIDE)
    lakeside = {"host", "city", "state", "route", "international_schools", "us_citizens_abroad", "fee", "lead_weeks"}

    assert place(laid, "siu").own == {"seats", "office"}
    assert place(laid, "own-lakeside-hospital").own == lakeside | {"most_electives"}
    assert [one.id for one in laid.places if one.own] == ["siu", "own-lakeside-hospital"]
    assert [one.id for one in catalog.places if one.own] == []


@pytest.mark.fast
@pytest.mark.parametrize(
    ("said", "recruiting"),
    [
        pytest.param(True, "Taking applications, by your own entry.", id="it is"),
        pytest.param(False, "Not taking applications, by your own entry.", id="it is not"),
    ],
)
def test_whether_a_program_recruits(said: bool, recruiting: str, catalog: Catalog) -> None:
    found = place(entered(catalog, {"host": "mcw", "recruiting": said}), "mcw").recruiting

    assert (found.value, found.had.as_of) == (recruiting, 2024)


@pytest.mark.fast
def test_a_city_and_a_state_bring_the_region(catalog: Catalog) -> None:
    moved = place(entered(catalog, {"host": "yale", "city": "Albany", "state": "NY"}), "yale")
    nowhere = place(entered(catalog, {"host": "Somewhere"}), "own-somewhere")

    assert (moved.city, moved.state, moved.region) == ("Albany", "NY", "northeast")
    assert (nowhere.city, nowhere.state, nowhere.region) == ("", "", None)


@pytest.mark.fast
def test_a_programs_own_page_is_not_the_page_on_visitors_that_they_name(catalog: Catalog) -> None:
    laid = entered(catalog, {"host": "utsw", "fee": 1, "page": "https://a.edu/v"})

    assert place(laid, "utsw").page == place(catalog, "utsw").page
    assert str(place(laid, "utsw").notes).endswith("You named [this page](<https://a.edu/v>).")


@pytest.mark.fast
@pytest.mark.parametrize(
    ("takes", "asked"),
    [
        pytest.param(True, "still have a place", id="it takes them"),
        pytest.param(False, "Do you take visiting students", id="it does not"),
        pytest.param("unknown", "Do you take visiting students", id="they do not say"),
    ],
)
def test_the_question_to_a_host_of_their_own(takes: Any, asked: str, catalog: Catalog) -> None:
    (route,) = place(entered(catalog, {"host": "Lakeside", "international_schools": takes}), "own-lakeside").visiting

    assert asked in route.ask


# --- routes ---


@pytest.mark.fast
def test_an_entry_without_a_route_speaks_of_all_of_them(catalog: Catalog) -> None:
    laid = entered(catalog, {"host": "iowa", "international_schools": False})

    assert [one.international_schools for one in place(laid, "iowa").visiting] == [False, False]
    assert [one.route for one in place(laid, "iowa").visiting] == ["own-form", None]


@pytest.mark.fast
@pytest.mark.parametrize(
    ("id_", "route", "found"),
    [
        pytest.param(
            "utsw", "visiting-service", [("own-form", "some-departments"), ("visiting-service", True)], id="that one"
        ),
        pytest.param("rochester", "own-form", [("own-form", True)], id="the one whose kind was not known"),
        pytest.param("uc-davis", "own-form", [("own-form", True), ("visiting-service", False)], id="one more"),
    ],
)  # fmt: skip
def test_an_entry_with_a_route_speaks_of_it_alone(id_: str, route: str, found: list[Any], catalog: Catalog) -> None:
    laid = entered(catalog, {"host": id_, "route": route, "international_schools": True})

    assert [(one.route, one.international_schools) for one in place(laid, id_).visiting] == found


@pytest.mark.fast
def test_a_rule_of_theirs_says_what_they_entered_and_what_the_guide_had(catalog: Catalog) -> None:
    entry = {
        "host": "utsw",
        "route": "own-form",
        **CATEGORY,
        "where": "Page *for* visitors",
        "page": "https://a.edu/x(1)",
    }
    route = place(entered(catalog, entry), "utsw").visiting[0]
    before = place(catalog, "utsw").visiting[0]

    assert route.rule == (
        "Your own entry of November 10, 2026: visitors send it a form of its own; some of its departments take "
        "students of schools abroad; US citizens at such schools are accepted. Your note: Page &#42;for&#42; visitors. "
        f"You named [this page](<https://a.edu/x%281%29>). The guide had: {before.rule}"
    )
    assert (route.as_of, route.sources) == (2026, (*OWN, "utsw-visiting"))


@pytest.mark.fast
def test_a_wish_about_faculty_is_theirs(catalog: Catalog) -> None:
    contact = place(
        entered(catalog, {"host": "utsw", "approach_faculty": False, "read_on": "2026-11-10"}), "utsw"
    ).contact

    assert (contact.approach_faculty, contact.as_of, contact.sources) == (False, 2026, OWN)
    assert "not to write to faculty" in str(contact.rule)


# --- verdicts and plans ---


def verdict(plan: Plan, id_: str) -> HostVerdict:
    return by_id([one for one in plan.hosts if one.id])[id_]


@pytest.mark.parametrize(
    ("entry", "value", "rule"),
    [
        pytest.param(None, "ask", "category-undated", id="the guide alone"),
        pytest.param({"host": "utsw", **CATEGORY}, "open", "category-for-citizens", id="read on a day"),
        pytest.param(
            {"host": "utsw", **CATEGORY, "read_on": "unknown"}, "ask", "category-undated", id="read on no day"
        ),
        pytest.param(
            {"host": "UT Southwestern", "read_on": "2026-11-10", "us_citizens_abroad": "refused"},
            "closed",
            "citizens-left-out",
            id="for the worse",
        ),
        pytest.param({"host": "utsw", "fee": 0, "read_on": "2026-11-10"}, "ask", "category-undated", id="a fee alone"),
    ],
)
def test_an_entry_decides_with_its_date(entry: Said | None, value: str, rule: str, plan_of: PlanOf) -> None:
    found = verdict(plan_of({**CITIZEN, **({"hosts": [entry]} if entry else {})}), "utsw")

    assert (found.verdict.value, found.verdict.rule) == (value, f"verdicts: {rule}")


def test_a_host_of_their_own_gets_a_verdict_and_a_place_in_the_plan(plan_of: PlanOf) -> None:
    plan = plan_of({**CITIZEN, "hosts": [LAKESIDE]})
    found = verdict(plan, "own-lakeside-hospital")
    (block,) = [one for one in plan.schedule.value.blocks if one.host_id == "own-lakeside-hospital"]

    assert (found.name, found.kind, found.route, found.verdict.value) == (
        "Lakeside Hospital",
        "host",
        "own-form",
        "open",
    )
    assert (found.as_of, found.old, found.sources) == (2026, False, OWN)
    assert (block.host, block.certainty) == ("Lakeside Hospital", "open")  # and one alone: most_electives is 1
    assert block.span.first >= date(2027, 1, 31)  # ten weeks from the day


@pytest.mark.parametrize(
    ("entry", "blocks"),
    [
        pytest.param({"most_electives": 2}, 2, id="two electives"),
        pytest.param({"most_electives": 0}, 0, id="none"),
        pytest.param({"lead_weeks": 60}, 0, id="a notice that is too long for the season"),
        pytest.param({"months": [5]}, 2, id="one month of the year"),  # from 3 May and from 31 May
    ],
)
def test_the_planner_keeps_to_their_limits(entry: Said, blocks: int, plan_of: PlanOf) -> None:
    plan = plan_of({**CITIZEN, "hosts": [{**LAKESIDE, "most_electives": 3, **entry}]})
    mine = [one for one in plan.schedule.value.blocks if one.host_id == "own-lakeside-hospital"]

    assert len(mine) == blocks
    assert [one.span.first.month for one in mine if entry.get("months")] == [5] * len(mine if "months" in entry else [])


def test_a_wish_an_offer_and_an_entry_mean_one_host(plan_of: PlanOf) -> None:
    said = {
        **CITIZEN,
        "hosts": [LAKESIDE],
        "targets.hosts": ["lakeside hospital"],
        "inquiries": [{"host": "LAKESIDE HOSPITAL", "sent": "2026-11-11", "outcome": "closed"}],
    }
    found = [one for one in plan_of(said).hosts if "lakeside" in one.name.casefold()]

    assert [(one.id, one.wanted, one.verdict.value) for one in found] == [("own-lakeside-hospital", True, "closed")]


@pytest.mark.fast
def test_two_names_of_no_english_letter_get_ids_of_their_own(catalog: Catalog) -> None:
    laid = entered(catalog, {"host": "北京医院"}, {"host": "上海医院"}, {"host": "St. Mary's"})

    assert [one.id for one in laid.hosts if one.own] == ["own-host", "own-host-2", "own-st-mary-s"]


@pytest.mark.fast
def test_the_key_of_the_catalog_changes_with_the_entries(catalog: Catalog) -> None:
    keys = {entered(catalog, {"host": "utsw", "fee": fee}).key for fee in (1, 2)} | {catalog.key}
    again = entered(catalog, {"host": "utsw", "fee": 1})

    assert len(keys) == 3
    assert again.key in keys
    assert amended(again, make_profile(hosts=[{"host": "utsw", "fee": 1}])) is again


def test_the_page_on_hosts_marks_what_is_theirs_and_keeps_what_the_guide_had(catalog: Catalog) -> None:
    profile = make_profile(**CITIZEN, hosts=[LAKESIDE, {"host": "yale", **CATEGORY}, {"host": "maryland", "fee": 9}])
    pages = {
        one.path: str(one.content) for one in build_outputs(profile, catalog, as_of=AS_OF, look_for_press=lambda: None)
    }
    parts = {part.partition("\n")[0]: part for part in pages["getting-in/hosts.md"].split("\n### ")}

    assert "**What you entered.** Your own entry of November 10, 2026: " in parts["Lakeside Hospital"]
    assert "The guide had: An international elective program" in parts["Yale"]
    assert "[your entry]" in parts["Yale"]
    assert "[Yale, undated]" in parts["Yale"]
    assert "**What we read.** Only students of schools with US accreditation" in parts["Maryland"]
    assert [name for name, part in parts.items() if "What you entered" in part] == ["Lakeside Hospital", "Yale"]


# --- text stays text ---

NASTY = "<img src=x onerror=alert(1)> *b* [l](http://x.y) {{ 7*7 }} `c` | d"
HOSTILE = [
    {
        "host": f"Own {NASTY}",
        "city": NASTY,
        "state": "OH",
        "route": "own-form",
        "international_schools": True,
        "us_citizens_abroad": "by-school",
        "office": NASTY,
        "page": "https://a.edu/){:onclick=alert(1)}*b*",
        "read_on": "2026-11-10",
        "where": NASTY,
        "approach_faculty": False,
    },
    {
        "host": "emory",
        "city": NASTY,
        "letters": NASTY,
        "application_dates": NASTY,
        "office": NASTY,
        "where": NASTY,
        "international_schools": True,
        "us_citizens_abroad": "by-school",
        "route": "own-form",
        "seats": 9,
        "recruiting": True,
        "page": "https://a.edu/){:onclick=alert(1)}*b*",
        "read_on": "2026-11-10",
    },
    {"host": "yale", "fee": 5, "where": NASTY},
]
RAW = re.compile(r"<img|\*b\*|\]\(http://x\.y|\{\{|`c`|\)\{:onclick")


@pytest.mark.parametrize("status", ["enrolled", "graduated"])
def test_no_page_shows_their_text_as_anything_but_text(status: str, catalog: Catalog) -> None:
    graduation = "2028-05-19" if status == "enrolled" else "2025-05-19"
    said = {**CITIZEN, "school.status": status, "school.graduation": graduation, "targets.programs": ["emory"]}
    outputs = build_outputs(make_profile(**said, hosts=HOSTILE), catalog, as_of=AS_OF, look_for_press=lambda: None)
    pages = {one.path: one.content for one in outputs if one.path.endswith(".md") and isinstance(one.content, str)}

    assert {path: RAW.findall(text) for path, text in pages.items() if RAW.search(text)} == {}
    assert any(NASTY in unescape(unescape(text)) for text in pages.values())


@pytest.mark.fast
def test_their_text_is_prose_nowhere_but_where_it_is_filled_in(catalog: Catalog) -> None:
    laid = entered(catalog, *HOSTILE)
    mine, emory = place(laid, laid.hosts[-1].id), place(laid, "emory")
    texts = (mine.name, mine.sponsor, mine.city, mine.office.value, emory.city, emory.letters.value, emory.office.value)

    assert [text for text in texts if isinstance(text, Prose)] == []
    assert [
        text for text in (mine.visiting[0].rule, emory.visiting[0].rule, place(laid, "yale").notes) if RAW.search(text)
    ] == []


# --- privacy ---


@pytest.mark.fast
def test_an_entry_is_private_and_said_to_the_host_itself_at_most() -> None:
    mine = [one for one in declarations(Profile) if one.path.startswith("hosts")]

    assert {one.audience for one in mine} == {"private"}
    assert {one.path: set(one.say_to) for one in mine if one.say_to} == {
        f"hosts[].{name}": {"host"} for name in ("host", "office", "email")
    }


SCRIPT = re.compile(r'<pre class="script" data-copy>(.*?)</pre>', re.DOTALL)


def test_no_message_says_what_they_entered_about_a_host(catalog: Catalog) -> None:
    entry = {**LAKESIDE, "fee": 4321, "where": "PrivateNote", "city": "PrivateCity", "page": "https://private.edu/"}
    profile = make_profile(**CITIZEN, hosts=[entry, {"host": "emory", "letters": "PrivateLetters", "seats": 9}])
    outputs = build_outputs(profile, catalog, as_of=AS_OF, look_for_press=lambda: None)
    scripts = [text for one in outputs for text in SCRIPT.findall(str(one.content))]

    assert len(scripts) > 10
    assert [text for text in scripts if re.search(r"private|4,?321", unescape(text), re.IGNORECASE)] == []


# --- mistakes ---

CASES = sorted((ROOT / "tests" / "cases" / "messages" / "hosts").glob("*.yml"))


@pytest.mark.fast
@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in CASES])
def test_what_the_owner_of_a_profile_reads(path: Path, catalog: Catalog) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    document = parse(case["profile"], "profile.yml")

    assert [str(one) for one in check_entries(build(Profile, document), document, catalog)] == case["says"]


# --- anybody ---

TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=30).filter(
    lambda text: text.strip() and text.strip().casefold() != "unknown"
)
NAMES = st.sampled_from(["utsw", "Yale", "emory", "UC Davis Health", "Lakeside Hospital", "ncc"]) | TEXTS
OPTIONAL = {
    "city": TEXTS,
    "state": st.sampled_from(sorted(STATES)),
    "route": st.sampled_from(["visiting-service", "own-form", "military"]),
    "international_schools": st.sampled_from([True, False, "partners-only", "some-departments"]),
    "us_citizens_abroad": st.sampled_from(["accepted", "refused", "by-school"]),
    "fee": st.integers(0, 10**9),
    "lead_weeks": st.integers(0, 520),
    "most_electives": st.integers(0, 9),
    "months": st.lists(st.integers(1, 12), max_size=4),
    "office": TEXTS,
    "email": st.just("a@b.edu"),
    "approach_faculty": st.booleans(),
    "seats": st.integers(0, 99),
    "letters": TEXTS,
    "recruiting": st.booleans(),
    "application_dates": TEXTS,
    "page": st.just("https://a.edu/x?y=(1)"),
    "read_on": st.sampled_from(["2020-01-01", "2026-11-22"]),
    "where": TEXTS,
}
ENTRIES = st.fixed_dictionaries({"host": NAMES}, optional=OPTIONAL)
PEOPLE = st.fixed_dictionaries(
    {"hosts": st.lists(ENTRIES, max_size=4)},
    optional={
        "applicant.citizenship": st.sampled_from(["citizen-by-birth", "permanent-resident", "other"]),
        "school.visiting_service": st.booleans(),
        "targets.hosts": st.lists(NAMES, max_size=2),
        "targets.programs": st.just(["utsw", "emory"]),
        "means.budget": st.sampled_from([0, 500, 9000]),
    },
)


@random(60)
@given(said=PEOPLE)
def test_any_entry_leaves_a_plan_in_which_only_dated_rules_open(said: Said, catalog: Catalog) -> None:
    profile = make_profile(**said)
    known = amended(catalog, profile)
    plan = make_plain_plan(derive(profile, catalog.settings, catalog.seasons[profile.season], AS_OF), known)
    ids = [one.id for one in known.places]

    assert len(set(ids)) == len(ids)
    assert [one.name for one in plan.hosts if one.verdict.value == "open" and one.as_of is None] == []
    assert [one.host_id for one in plan.schedule.value.blocks if one.host_id and one.host_id not in ids] == []


@random(4)
@given(said=PEOPLE)
def test_any_entry_leaves_pages(said: Said, catalog: Catalog) -> None:
    outputs = build_outputs(make_profile(**said), catalog, as_of=AS_OF, look_for_press=lambda: None)

    assert any(one.path == "getting-in/hosts.md" for one in outputs)


def test_the_plan_of_the_site_knows_the_entries(catalog: Catalog) -> None:
    plan = plan_for(make_profile(**CITIZEN, hosts=[LAKESIDE]), catalog, as_of=AS_OF)

    assert verdict(plan, "own-lakeside-hospital").verdict.value == "open"


@pytest.mark.fast
def test_each_field_of_an_entry_has_its_case_here() -> None:
    assert {"host", *OPTIONAL} == {*OwnHost.model_fields}


@pytest.mark.fast
def test_a_program_stays_one_and_a_new_host_is_one(catalog: Catalog) -> None:
    laid = entered(catalog, {"host": "emory", "fee": 1}, LAKESIDE)

    assert (type(place(laid, "emory")), type(place(laid, "own-lakeside-hospital"))) == (Program, Host)
