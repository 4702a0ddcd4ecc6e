"""Messages: to whom, when, in which words; nothing twice, nothing past, nothing private, nothing untrue."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
import yaml
from conftest import AS_OF, ROOT
from factory import make_profile
from hypothesis import given
from people import FIRST_DAYS, LATE_DAYS, OFFERED, PEOPLE, SEASONS_DAYS, random
from test_scripts import PRIVATE, TOLD

from generator.catalog import Catalog
from generator.catalog.checks import cross_checked
from generator.errors import GuideError
from generator.facts import Facts, derive
from generator.plan import Message, Plan
from generator.planner import make_plain_plan
from generator.profile import Profile
from generator.rendering import Renderer
from generator.rendering.mail import LONGEST, mail_link
from generator.site import MESSAGES, amended, build_outputs, load_profile
from generator.views import Sight
from generator.views.addressing import question as question_of
from generator.views.messages import message_view, messages
from generator.views.scripts import Addressed, script_to

FactsOf = Callable[..., Facts]
Said = Mapping[str, Any]
PlanOf = Callable[..., Plan]
DAY = timedelta(days=1)
PAGE = "getting-in/messages.md"
EXAMPLES = sorted((ROOT / "profiles").glob("example-*.yml"))
APPLICANTS = sorted((ROOT / "tests" / "cases" / "applicants").glob("*.yml"))
GRADUATE = {"school.status": "graduated", "school.graduation": "2025-06-27"}


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.fixture(scope="module")
def plain_of(catalog: Catalog, facts_of: FactsOf) -> PlanOf:
    """The plan of a person with these answers, without what would change it."""

    def made(answers: Said | None = None, *, as_of: date = AS_OF) -> Plan:
        return make_plain_plan(facts_of(answers, as_of=as_of), catalog)

    return made


def rows(plan: Plan, *kinds: str) -> list[tuple[Any, ...]]:
    """Kind, host, state and day of the messages of some kinds, in their order."""
    return [(one.kind, one.host, one.state, str(one.due)) for one in plan.messages if one.kind in kinds]


# --- what follows a first message ---

ASKED = "Example Hospital"
FOLLOWING = ("follow-up", "call", "thanks-no", "thanks-later", "ask-again", "application", "inquiry")


def inquiry(sent: str, **more: Any) -> dict[str, Any]:
    return {"inquiries": [{"host": ASKED, "sent": sent, **more}]}


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        pytest.param(
            "2026-11-22",
            [("follow-up", "later", "2026-12-06", False), ("call", "later", "2026-12-20", False)],
            id="sent today",
        ),
        pytest.param(
            "2026-11-09",
            [("follow-up", "later", "2026-11-23", False), ("call", "later", "2026-12-07", False)],
            id="thirteen days ago",
        ),
        pytest.param(
            "2026-11-08",
            [("follow-up", "due", "2026-11-22", False), ("call", "later", "2026-12-06", False)],
            id="two weeks ago",
        ),
        pytest.param(
            "2026-11-07",
            [("follow-up", "due", "2026-11-22", True), ("call", "later", "2026-12-05", False)],
            id="a day more: late, and due today",
        ),
        pytest.param(
            "2026-10-26",
            [("follow-up", "due", "2026-11-22", True), ("call", "later", "2026-11-23", False)],
            id="the last day of the reminder",
        ),
        pytest.param("2026-10-25", [("call", "due", "2026-11-22", False)], id="four weeks ago: the call and no mail"),
        pytest.param("2026-10-24", [("call", "due", "2026-11-22", True)], id="a day more"),
        pytest.param("2026-09-28", [("call", "due", "2026-11-22", True)], id="a day before silence is a no"),
        pytest.param("2026-09-27", [], id="eight weeks of silence are a no"),
        pytest.param("2026-01-01", [], id="long ago"),
    ],
)
def test_silence_is_followed_by_a_reminder_a_call_and_an_end(
    sent: str, expected: list[tuple[str, str, str, bool]], plain_of: PlanOf
) -> None:
    plan = plain_of(inquiry(sent))

    found = [(one.kind, one.state, str(one.due), one.late) for one in plan.messages if one.host == ASKED]
    assert [one for one in found if one[0] in FOLLOWING] == expected
    assert all(one.waits_for == "silence" for one in plan.messages if one.kind in ("follow-up", "call"))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param({"outcome": "no-answer"}, ["follow-up", "call"], id="no answer is silence"),
        pytest.param({"answered": "2026-11-15"}, [], id="an answer of which nothing is told"),
        pytest.param({"answered": "2026-11-08", "outcome": "closed"}, ["thanks-no"], id="a no two weeks ago"),
        pytest.param({"answered": "2026-11-07", "outcome": "closed"}, [], id="a no too long ago to thank for"),
        pytest.param({"answered": "2026-11-15", "outcome": "open"}, ["application"], id="a yes"),
        pytest.param(
            {"answered": "2026-11-15", "outcome": "ask-later", "write_again": "2027-02-01"},
            ["thanks-later", "ask-again"],
            id="ask later",
        ),
        pytest.param(
            {"answered": "2026-11-07", "outcome": "ask-later", "write_again": "2027-02-01"},
            ["ask-again"],
            id="ask later, said too long ago to answer",
        ),
    ],
)
def test_each_answer_has_its_next_message(said: Said, expected: list[str], plain_of: PlanOf) -> None:
    plan = plain_of(inquiry("2026-11-06", **said))
    found = {one.kind for one in plan.messages if one.host == ASKED and one.kind in FOLLOWING}

    assert found == set(expected)


@pytest.mark.parametrize(
    ("again", "expected"),
    [
        pytest.param("2027-02-01", ("later", "2027-02-01", False, ""), id="on its day"),
        pytest.param("2026-11-22", ("due", "2026-11-22", False, ""), id="today"),
        pytest.param("2026-11-01", ("due", "2026-11-22", True, ""), id="past, and due today"),
        pytest.param("unknown", ("waiting", "None", False, "their-day"), id="no day was named"),
    ],
)
def test_who_asked_to_be_written_to_again_is_on_the_day_they_named(
    again: str, expected: tuple[Any, ...], plain_of: PlanOf
) -> None:
    plan = plain_of(inquiry("2026-10-01", answered="2026-10-10", outcome="ask-later", write_again=again))

    [found] = [one for one in plan.messages if one.kind == "ask-again"]
    assert (found.state, str(found.due), found.late, found.waits_for) == expected


@pytest.mark.parametrize(
    ("answered", "expected"),
    [
        pytest.param("2026-11-20", ("due", "2026-11-27", False), id="within a week of the yes"),
        pytest.param("2026-11-15", ("due", "2026-11-22", False), id="the last day"),
        pytest.param("2026-11-14", ("due", "2026-11-22", True), id="late"),
    ],
)
def test_a_yes_is_answered_with_the_papers_within_a_week(
    answered: str, expected: tuple[Any, ...], plain_of: PlanOf
) -> None:
    plan = plain_of(inquiry("2026-11-01", answered=answered, outcome="open"))

    [first, *_] = [one for one in plan.messages if one.kind == "application"]
    assert (first.state, str(first.due), first.late) == expected
    assert first.recipient == "host"


def test_papers_of_a_host_of_the_visiting_service_are_sent_there_and_not_by_mail(plain_of: PlanOf) -> None:
    said = {"school.visiting_service": True, "targets.programs": ["emory"]}
    sent = {"host": "Emory", "sent": "2026-11-01", "answered": "2026-11-15", "outcome": "open"}

    plan = plain_of({**said, "inquiries": [sent]})

    assert [one.id for one in plan.messages if one.host_id == "emory" and one.kind == "application"] == []


def test_what_has_become_a_rotation_needs_no_reminder(plain_of: PlanOf) -> None:
    applied = {"host": ASKED, "field": "psychiatry", "status": "applied", "first": "2027-05-03", "last": "2027-05-30"}

    plan = plain_of({**inquiry("2026-11-01"), "rotations": [applied]})

    assert [one.kind for one in plan.messages if one.host == ASKED and one.kind in FOLLOWING] == []


# --- whom to ask, and how many ---


def test_hosts_of_the_plan_come_first_and_each_has_the_question_of_its_own_rule(
    plain_of: PlanOf, catalog: Catalog
) -> None:
    plan = plain_of({"applicant.citizenship": "citizen-by-birth", "school.visiting_service": False})
    asked = [one for one in plan.messages if one.kind == "inquiry" and one.state == "due"]
    at = [block.host for block in plan.schedule.value.planned if block.host]
    utsw = next(one for one in catalog.programs if one.id == "utsw")

    days = {one.due for one in asked}

    assert set(at) <= {one.host for one in asked}
    for due in days:
        hosts = [one.host in at for one in asked if one.due == due]
        assert hosts == sorted(hosts, reverse=True)
    assert {one.ask for one in asked if one.host_id == "utsw"} <= {utsw.visiting[0].ask}
    assert all(one.ask for one in asked)


def test_no_more_than_four_lines_are_open_for_a_block_and_the_others_wait_for_one_to_close(plain_of: PlanOf) -> None:
    plan = plain_of({"means.weeks": 4, "school.visiting_service": True})
    blocks = [block.id for block in plan.schedule.value.planned]
    now = [one for one in plan.messages if one.kind == "inquiry" and one.state == "due"]
    reserve = [one for one in plan.messages if one.kind == "inquiry" and one.waits_for == "line"]

    assert len(blocks) == 1
    assert len(now) == 4
    assert len(reserve) > 2
    assert {one.state for one in reserve} == {"waiting"}
    assert {one.due for one in reserve} == {None}


@pytest.mark.parametrize(
    ("more", "left"),
    [
        pytest.param({"sent": "2026-11-20"}, 3, id="a message that waits for its answer is an open line"),
        pytest.param({"sent": "2026-09-28"}, 3, id="until eight weeks are over"),
        pytest.param({"sent": "2026-09-27"}, 4, id="silence of eight weeks closes it"),
        pytest.param({"sent": "2026-11-01", "answered": "2026-11-10", "outcome": "closed"}, 4, id="a no closes it"),
        pytest.param(
            {"sent": "2026-11-01", "answered": "2026-11-10", "outcome": "ask-later"}, 4, id="later is no line"
        ),
    ],
)
def test_an_open_line_takes_the_place_of_a_new_one(more: Said, left: int, plain_of: PlanOf) -> None:
    said = {"means.weeks": 4, "school.visiting_service": True, "inquiries": [{"host": ASKED, **more}]}
    plan = plain_of(said)

    assert len([one for one in plan.messages if one.kind == "inquiry" and one.state == "due"]) == left


def test_the_day_of_an_inquiry_is_that_of_its_block(plain_of: PlanOf) -> None:
    plan = plain_of({"applicant.citizenship": "citizen-by-birth"})
    dates = {block.id: block.inquiry for block in plan.schedule.value.planned}

    found = [one for one in plan.messages if one.kind == "inquiry" and one.state != "waiting"]
    assert found
    for one in found:
        by = dates[one.block]
        assert by is not None
        assert (one.due, one.opens, one.late) == (by.write_by, by.opens, by.closed)


def test_before_the_usual_time_an_inquiry_is_for_later(plain_of: PlanOf) -> None:
    """A block in the summer of 2028 is nobody's business in November 2026."""
    early = {
        "school.graduation": "2028-05-19",
        "school.elective_windows": [{"first": "2028-01-31", "last": "2028-04-30"}],
    }

    plan = plain_of({**early, "season": 2028})
    found = [one for one in plan.messages if one.kind == "inquiry" and one.due]

    assert all(one.state == ("due" if one.opens is None or one.opens <= AS_OF else "later") for one in found)


def test_hosts_for_partner_schools_wait_for_the_word_of_ones_own_school(plain_of: PlanOf) -> None:
    plan = plain_of({"targets.programs": ["siu"], "school.name": "Example School"})

    [siu] = [one for one in plan.messages if one.host_id == "siu" and one.kind == "inquiry"]
    [school] = [one for one in plan.messages if one.to == "school" and one.kind.startswith("school-")]
    assert (siu.state, siu.waits_for, siu.due) == ("waiting", "school", None)
    assert (school.state, school.recipient, school.to) == ("due", "school", "school")


def test_a_school_in_the_service_without_partner_hosts_in_reach_is_not_asked(plain_of: PlanOf) -> None:
    said = {"school.visiting_service": True, "targets.regions": ["west"]}

    assert rows(plain_of(said), "school-ways") == []
    assert rows(plain_of({**said, "school.visiting_service": "unknown"}), "school-ways") != []


@pytest.mark.parametrize(
    ("service", "kind"), [(False, "school-partners"), (True, "school-partners"), ("unknown", "school-ways")]
)
def test_a_school_is_not_asked_about_the_service_where_its_answer_is_known(
    service: bool | str, kind: str, plain_of: PlanOf
) -> None:
    plan = plain_of({"targets.programs": ["siu"], "school.visiting_service": service})

    assert [row[0] for row in rows(plan, "school-ways", "school-partners")] == [kind]


def test_hosts_outside_the_regions_one_would_move_to_are_asked_only_if_wanted(
    plain_of: PlanOf, catalog: Catalog
) -> None:
    regions = {place.id: place.region for place in catalog.places}
    here = plain_of({"targets.regions": ["midwest"]})
    wished = plain_of({"targets.regions": ["midwest"], "targets.programs": ["musc"]})

    asked = {one.host_id for one in here.messages if one.kind == "inquiry"}
    assert asked
    assert {regions[id_] for id_ in asked} == {"midwest"}
    assert "musc" in {one.host_id for one in wished.messages if one.kind == "inquiry"}


@pytest.mark.parametrize(
    ("state", "asked"),
    [
        pytest.param("OH", True, id="a state of that region"),
        pytest.param("GA", False, id="a state of another"),
        pytest.param("unknown", True, id="a state that nobody has said"),
    ],
)
def test_an_own_host_is_asked_unless_it_is_known_to_lie_elsewhere(state: str, asked: bool, catalog: Catalog) -> None:
    entry = {"host": "River Hospital", "state": state, "international_schools": "some-departments"}
    profile = make_profile(
        **{"applicant.citizenship": "citizen-by-birth", "targets.regions": ["midwest"], "hosts": [entry]}
    )
    told = [one.host for one in sight_of(profile, catalog, AS_OF).plan.messages if one.kind == "inquiry"]

    assert ("River Hospital" in told) is asked


def test_graduates_ask_about_observing_and_research_and_no_host_about_electives(plain_of: PlanOf) -> None:
    plan = plain_of(GRADUATE)
    kinds = {one.kind for one in plan.messages}

    assert {"inquiry-graduate", "research", "school-record"} <= kinds
    assert kinds & {"inquiry", "school-ways", "papers", "standing", "malpractice", "agreement", "vslo-reply"} == set()
    assert all("graduates" in one.ask for one in plan.messages if one.kind == "inquiry-graduate")


def test_the_records_of_graduates_are_asked_for_twelve_weeks_before_applications_open(plain_of: PlanOf) -> None:
    """Applications of the Match of 2028 open on 1 September 2027."""
    plan = plain_of(GRADUATE)

    assert rows(plan, "school-record") == [("school-record", "", "later", "2027-06-09")]
    held = {"documents": [{"document": "transcript"}, {"document": "deans-letter"}]}
    assert rows(plain_of({**GRADUATE, **held}), "school-record") == []


def test_no_inquiry_is_sent_where_no_block_is_to_be_found(plain_of: PlanOf) -> None:
    plan = plain_of({"school.elective_windows": []})

    assert rows(plan, "inquiry", "school-ways", "vslo-reply") == []


def test_a_block_that_is_applied_for_needs_no_further_inquiry(plain_of: PlanOf) -> None:
    """The only three weeks are those of the application, too few for any other block."""
    weeks = [{"first": "2027-05-03", "last": "2027-05-23"}]
    applied = {"host": ASKED, "field": "psychiatry", "type": "inpatient-psychiatry", "status": "applied", **weeks[0]}

    plan = plain_of({"rotations": [applied], "school.elective_windows": weeks})

    assert [(block.host, block.inquiry) for block in plan.schedule.value.planned] == [(ASKED, None)]
    assert rows(plan, "inquiry", "school-ways", "application") == []


@pytest.mark.parametrize("status", ["possible", "asked", "promised"])
def test_after_rank_lists_nobody_is_asked_for_a_letter(status: str, plain_of: PlanOf) -> None:
    letter = {"writer": "A", "us": True, "status": status, "date": "2028-01-10"}

    plan = plain_of({"letters": [letter]}, as_of=day("2028-03-05"))

    assert {one.kind for one in plan.messages} <= {"letter-thanks"}


def test_after_rank_lists_only_thanks_are_left(plain_of: PlanOf) -> None:
    done = {"host": ASKED, "field": "medicine", "status": "done", "first": "2028-02-07", "last": "2028-03-05"}
    letter = {"writer": "A", "us": True, "status": "uploaded", "date": "2028-03-05"}
    asked = {"host": "North Hospital", "sent": "2028-02-20"}

    said = {"rotations": [done], "letters": [letter], "inquiries": [asked]}
    plan = plain_of(said, as_of=day("2028-03-06"))

    assert plan.season == 2028
    assert {one.kind for one in plan.messages} <= {"rotation-thanks", "letter-thanks"}
    assert rows(plan, "rotation-thanks") == [("rotation-thanks", ASKED, "due", "2028-03-08")]


# --- offers ---


def offer(host: str, first: str, **more: Any) -> dict[str, Any]:
    last = day(first) + 27 * DAY
    told = {"host": host, "field": "psychiatry", "type": "inpatient-psychiatry", "status": "offered"}
    return {**told, "first": first, "last": last.isoformat(), **more}


WARD = offer("Ward Hospital", "2027-04-05", answer_due="2026-12-01")
FLOOR = {
    **offer("Floor Hospital", "2027-04-26", answer_due="2026-11-29"),
    "field": "medicine",
    "type": "medicine-sub-internship",
}
OF_OFFERS = ("offer-accept", "offer-hold", "offer-decline", "withdraw", "nudge-preferred")


@pytest.mark.parametrize(
    ("rotations", "expected"),
    [
        pytest.param(
            [WARD],
            [("offer-accept", "Ward Hospital", "due", "2026-12-01"), ("withdraw", "", "waiting", "None")],
            id="a yes by the offer's own day",
        ),
        pytest.param(
            [{**WARD, "answer_due": "unknown"}],
            [("offer-accept", "Ward Hospital", "due", "2026-11-22"), ("withdraw", "", "waiting", "None")],
            id="a yes at once where no day is known",
        ),
        pytest.param(
            [{**WARD, "field": "neurology", "type": "unknown"}],
            [("offer-decline", "Ward Hospital", "due", "2026-12-01")],
            id="a no",
        ),
        pytest.param(
            [
                WARD,
                {**WARD, "host": "Silent Hospital", "status": "applied", "first": "2027-05-03", "last": "2027-05-30"},
            ],
            [
                ("nudge-preferred", "", "due", "2026-11-22"),
                ("offer-accept", "Ward Hospital", "due", "2026-12-01"),
                ("withdraw", "", "waiting", "None"),
            ],
            id="a word to who is silent",
        ),
        pytest.param([{**WARD, "answer_due": "2026-11-21"}], [], id="lapsed"),
    ],
)
def test_offers_have_the_messages_of_their_answer(
    rotations: list[Said], expected: list[tuple[Any, ...]], plain_of: PlanOf
) -> None:
    assert rows(plain_of({"rotations": rotations}), *OF_OFFERS) == expected


def test_each_offer_is_answered_as_offer_week_says(plain_of: PlanOf) -> None:
    plan = plain_of({"rotations": [WARD, FLOOR], "means.budget": 9000})
    answers = {f"offer-{one.number}": f"offer-{one.advice}" for one in plan.advice.offers}

    assert sorted(answers.values()) == ["offer-accept", "offer-decline"]
    assert {one.block: one.kind for one in plan.messages if one.kind in answers.values()} == answers


# --- one's own school ---

BOOKED = {**offer("Booked Hospital", "2027-03-01"), "status": "booked"}


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        pytest.param([], ["papers"], id="all of them in one message"),
        pytest.param(["transcript"], ["papers"], id="two of three"),
        pytest.param(["transcript", "malpractice"], ["standing"], id="good standing alone"),
        pytest.param(["transcript", "good-standing"], ["malpractice"], id="insurance alone"),
        pytest.param(["transcript", "good-standing", "malpractice"], [], id="nothing is missing"),
    ],
)
def test_a_booked_block_asks_the_school_for_what_is_missing(
    held: Sequence[str], expected: list[str], plain_of: PlanOf
) -> None:
    documents = [{"document": name, "expires": "2029-01-01"} for name in held]
    plan = plain_of({"rotations": [BOOKED], "documents": documents})

    found = [one for one in plan.messages if one.kind in ("papers", "standing", "malpractice")]
    assert [one.kind for one in found] == expected
    assert {(one.recipient, one.host, one.block) for one in found} <= {
        ("school", "Booked Hospital", "booked-hospital-psychiatry")
    }


def test_papers_are_begun_with_in_the_weeks_that_the_slowest_takes(plain_of: PlanOf) -> None:
    """A transcript is begun with 30 weeks ahead: for 4 October 2027 that is 8 March."""
    far = {**offer("Booked Hospital", "2027-10-04"), "status": "booked"}

    assert rows(plain_of({"rotations": [far]}), "papers") == [("papers", "Booked Hospital", "later", "2027-03-08")]
    [near] = [one for one in plain_of({"rotations": [BOOKED]}).messages if one.kind == "papers"]
    assert (near.due, near.late) == (AS_OF, True)


def test_before_any_host_has_said_yes_no_message_claims_that_one_has(plain_of: PlanOf) -> None:
    plan = plain_of({})
    found = [one for one in plan.messages if one.recipient == "school"]

    assert {one.kind for one in found} >= {"standing", "malpractice"}
    assert {one.host for one in found if one.state != "waiting"} == {""}


@pytest.mark.parametrize(
    ("needed", "expected"),
    [
        pytest.param(True, [("agreement", "Booked Hospital", "due", "2026-11-22")], id="needed: today"),
        pytest.param(
            "unknown", [("agreement", "Booked Hospital", "waiting", "None")], id="perhaps: once it is asked for"
        ),
        pytest.param(False, [], id="not needed"),
    ],
)
def test_an_agreement_is_asked_for_where_it_is_needed(
    needed: Any, expected: list[tuple[Any, ...]], plain_of: PlanOf
) -> None:
    plan = plain_of({"rotations": [BOOKED], "school.agreement_needed": needed})

    assert rows(plan, "agreement") == expected


def test_a_host_that_lists_an_agreement_needs_one_whatever_the_school_says(plain_of: PlanOf) -> None:
    at_duke = {**BOOKED, "host": "Duke"}

    plan = plain_of({"rotations": [at_duke], "school.agreement_needed": False})

    assert rows(plan, "agreement") == [("agreement", "Duke", "due", "2026-11-22")]


# --- rotations and their letters ---

ON_ROTATION = ("first-talk", "feedback", "rotation-thanks", "letter-talk", "letter-request", "letter-reminder",
               "letter-thanks")  # fmt: skip


def test_a_booked_block_has_its_talks_its_letter_and_its_thanks_by_day(plain_of: PlanOf) -> None:
    """March 1 to 28: five days, the 12th, the 12th to the 19th, three days after; ERAS opens on June 2."""
    plan = plain_of({"rotations": [BOOKED]})
    found = [(one.kind, str(one.opens), str(one.due), one.waits_for) for one in plan.messages if one.kind in ON_ROTATION
             and one.block == "booked-hospital-psychiatry"]  # fmt: skip

    assert found == [
        ("first-talk", "2027-03-01", "2027-03-05", ""),
        ("feedback", "None", "2027-03-12", ""),
        ("letter-talk", "2027-03-12", "2027-03-19", ""),
        ("letter-request", "2027-03-12", "2027-03-19", ""),
        ("rotation-thanks", "2027-03-28", "2027-03-31", ""),
        ("letter-reminder", "None", "2027-06-09", "promise"),
        ("letter-thanks", "None", "None", "upload"),
    ]


@pytest.mark.parametrize(
    ("today", "kinds"),
    [
        pytest.param("2027-03-03", {"first-talk"}, id="first week"),
        pytest.param("2027-03-12", {"first-talk", "feedback", "letter-talk", "letter-request"}, id="end of week two"),
        pytest.param("2027-03-20", {"letter-talk", "letter-request"}, id="after the usual days to ask"),
        pytest.param("2027-03-28", {"rotation-thanks", "letter-talk", "letter-request"}, id="last day"),
        pytest.param("2027-04-11", {"rotation-thanks"}, id="two weeks after"),
        pytest.param("2027-04-12", set(), id="too long after"),
    ],
)
def test_what_is_due_on_a_rotation(today: str, kinds: set[str], plain_of: PlanOf) -> None:
    plan = plain_of({"rotations": [BOOKED]}, as_of=day(today))

    due = {one.kind for one in plan.messages if one.state == "due" and one.block == "booked-hospital-psychiatry"}
    assert due & set(ON_ROTATION) == kinds


def test_letters_of_blocks_that_are_not_booked_wait_for_the_place(plain_of: PlanOf) -> None:
    plan = plain_of({})
    found = [one for one in plan.messages if one.kind.startswith("letter-") and one.block]

    assert {one.block for one in found} == {block.id for block in plan.schedule.value.planned}
    assert {(one.state, one.waits_for) for one in found} == {("waiting", "place")}
    assert {one.kind for one in found} == {"letter-request", "letter-reminder", "letter-thanks"}


def letter(status: str, **more: Any) -> dict[str, Any]:
    told = {"writer": "Dr. Example", "field": "medicine", "us": True, "faculty": True, "knows": "well"}
    return {"letters": [{**told, "status": status, **more}], "school.elective_windows": []}


@pytest.mark.parametrize(
    ("said", "today", "expected"),
    [
        pytest.param(
            letter("possible"), AS_OF, [("letter-request", "due", "2026-11-29", False)], id="one that would count"
        ),
        pytest.param(
            letter("possible", us=False), AS_OF, [("letter-request", "when-needed", "None", False)], id="one abroad"
        ),
        pytest.param(
            letter("asked", date="2026-11-15"), AS_OF, [("letter-again", "later", "2026-11-29", False)], id="asked"
        ),
        pytest.param(
            letter("asked", date="2026-11-01"),
            AS_OF,
            [("letter-again", "due", "2026-11-22", True)],
            id="asked long ago",
        ),
        pytest.param(letter("asked"), AS_OF, [("letter-again", "when-needed", "None", False)], id="asked, no day"),
        pytest.param(
            letter("promised", date="2026-11-20"),
            AS_OF,
            [
                ("letter-packet", "due", "2026-11-22", True),
                ("letter-form", "later", "2027-06-02", False),
                ("letter-reminder", "later", "2027-06-09", False),
                ("letter-thanks", "waiting", "None", False),
            ],
            id="promised two days ago: packet, form, reminder, thanks",
        ),
        pytest.param(
            letter("promised", date="2027-06-05"),
            day("2027-06-06"),
            [
                ("letter-packet", "due", "2027-06-06", True),
                ("letter-reminder", "later", "2027-06-12", False),
                ("letter-thanks", "waiting", "None", False),
            ],
            id="promised once ERAS is open: the form is in the packet",
        ),
        pytest.param(
            letter("promised", date="2026-10-20"),
            day("2027-06-08"),
            [
                ("letter-form", "due", "2027-06-08", True),
                ("letter-reminder", "later", "2027-06-09", False),
                ("letter-thanks", "waiting", "None", False),
            ],
            id="the last day of the form",
        ),
        pytest.param(
            letter("promised", date="2026-10-20"),
            day("2027-06-10"),
            [("letter-reminder", "later", "2027-09-01", False), ("letter-thanks", "waiting", "None", False)],
            id="reminded once: again a week before the letter is due on 8 September",
        ),
        pytest.param(
            letter("promised", date="2026-10-20"),
            day("2027-09-02"),
            [("letter-reminder", "later", "2027-09-08", False), ("letter-thanks", "waiting", "None", False)],
            id="and on the day itself",
        ),
        pytest.param(
            letter("promised", date="2026-10-20"),
            day("2027-10-01"),
            [("letter-reminder", "due", "2027-10-01", False), ("letter-thanks", "waiting", "None", False)],
            id="past that day: now",
        ),
        pytest.param(
            letter("uploaded", date="2026-11-22"), AS_OF, [("letter-thanks", "due", "2026-11-22", False)], id="uploaded"
        ),
        pytest.param(letter("uploaded", date="2026-11-07"), AS_OF, [], id="uploaded too long ago to thank for"),
    ],
)
def test_a_letter_has_its_next_message(
    said: Said, today: date, expected: list[tuple[Any, ...]], plain_of: PlanOf
) -> None:
    plan = plain_of(said, as_of=today)
    found = [(one.kind, one.state, str(one.due), one.late) for one in plan.messages if one.letter == "letter-1"]

    assert found == expected


# --- of everybody ---


def checked(plan: Plan) -> None:
    """What holds of the messages of anybody on any day."""
    shut = {host.id or host.name for host in plan.hosts if host.verdict.value == "closed"}
    refused = {host.id or host.name for host in plan.hosts if host.approach_faculty is False}
    to_hosts = [one for one in plan.messages if one.host and one.recipient == "host"]
    asked = Counter(one.host_id or one.host for one in to_hosts if one.kind.startswith("inquiry"))

    assert [one.id for one in plan.messages if one.due and one.due < plan.as_of] == []
    assert [one.id for one in plan.messages if one.late and one.state != "due"] == []
    assert [one.id for one in plan.messages if one.state in ("due", "later") and one.due is None] == []
    assert [one.id for one in plan.messages if one.state == "later" and one.due == plan.as_of] == []
    assert [one.id for one in plan.messages if (one.state == "waiting") > bool(one.waits_for)] == []
    assert len({one.id for one in plan.messages}) == len(plan.messages)
    assert [one.due or date.max for one in plan.messages] == sorted(one.due or date.max for one in plan.messages)
    assert [one.id for one in to_hosts if (one.host_id or one.host) in shut and one.kind not in OF_CLOSED] == []
    assert [one.id for one in to_hosts if one.to == "faculty" and (one.host_id or one.host) in refused] == []
    assert set(asked.values()) <= {1}
    later = ("follow-up", "call", "ask-again", "application")
    followed = {one.host for one in to_hosts if one.kind in later and one.waits_for != "answer"}
    assert followed & {one.host for one in to_hosts if one.kind == "inquiry" and one.state == "due"} == set()


OF_CLOSED = ("thanks-no", *OF_OFFERS)


@random(60)
@given(said=PEOPLE, today=SEASONS_DAYS)
def test_nothing_is_past_twice_closed_or_to_faculty_that_asked_not_to(
    said: Said, today: date, plain_of: PlanOf
) -> None:
    checked(plain_of(said, as_of=today))


@random(20)
@given(said=OFFERED, today=FIRST_DAYS)
def test_the_same_of_people_with_offers(said: Said, today: date, plain_of: PlanOf) -> None:
    checked(plain_of(said, as_of=today))


@random(10)
@given(said=PEOPLE, today=LATE_DAYS)
def test_the_same_of_people_who_are_late(said: Said, today: date, plain_of: PlanOf) -> None:
    checked(plain_of(said, as_of=today))


def test_a_plan_is_the_same_for_the_same_answers(plain_of: PlanOf) -> None:
    said = {"rotations": [WARD, BOOKED], **letter("promised")}

    assert plain_of(said).messages == plain_of(said).messages


# --- the words ---

COPY = re.compile(
    r'<pre class="script" data-copy>(?P<text>.*?)</pre>\s*'
    r'(?:<p class="script-mail no-print"><a href="(?P<link>[^"]*)">)?',
    re.DOTALL,
)
CANARIES = {
    **TOLD,
    "inquiries": [
        {"host": "PrivateSilent", "sent": "2026-11-01", "note": "PrivateNote"},
        {"host": "PrivateLong", "sent": "2026-10-20"},
        {"host": "PrivateYes", "sent": "2026-11-01", "answered": "2026-11-15", "outcome": "open"},
        {"host": "PrivateNo", "sent": "2026-11-01", "answered": "2026-11-15", "outcome": "closed"},
        {"host": "PrivateLater", "sent": "2026-11-01", "answered": "2026-11-15", "outcome": "ask-later"},
    ],
    "letters": [
        {**TOLD["letters"][0], "status": status, "date": "2026-11-10"}  # type: ignore[index]
        for status in ("possible", "asked", "promised", "uploaded")
    ],
}


def outputs_of(profile: Profile, catalog: Catalog, *, as_of: date = AS_OF) -> dict[str, str]:
    return {
        one.path: str(one.content) for one in build_outputs(profile, catalog, as_of=as_of, look_for_press=lambda: None)
    }


def copied(page: str) -> list[tuple[str, str]]:
    """Each text of a page as it is shown, with its link; empty for none."""
    return [(unescape(one["text"]), unescape(one["link"] or "")) for one in COPY.finditer(page)]


def opened(link: str) -> tuple[str, str]:
    """What a mail program makes of a link: the address, and subject and text as the page shows them."""
    parts = urlsplit(link)
    said = dict(parse_qsl(parts.query, strict_parsing=True, keep_blank_values=True))
    assert parts.scheme == "mailto"
    assert "+" not in parts.query
    return unquote(parts.path), f"Subject: {said['subject']}\n\n{said['body']}".replace("\r\n", "\n")


def everybody(catalog: Catalog) -> Iterator[tuple[Profile, date]]:
    """The examples and the applicants of the tests, each on their day."""
    for path in EXAMPLES:
        yield load_profile(path, catalog, as_of=AS_OF), AS_OF
    for path in APPLICANTS:
        said = yaml.safe_load(path.read_text(encoding="utf-8"))
        yield make_profile(said["profile"]), said["as_of"]


@pytest.mark.parametrize("status", ["enrolled", "graduated"])
def test_no_message_holds_anything_private_nor_does_its_link(status: str, catalog: Catalog) -> None:
    graduation = "2028-05-19" if status == "enrolled" else "2025-05-19"
    profile = make_profile(CANARIES, **{"school.status": status, "school.graduation": graduation})
    found = copied(outputs_of(profile, catalog)[PAGE])
    told = [part for text, link in found for part in (text, unquote(link))]

    assert len(found) > 10
    assert [PRIVATE.findall(part) for part in told if PRIVATE.search(part)] == []


def test_a_host_that_only_the_person_names_is_named_to_nobody(catalog: Catalog) -> None:
    page = outputs_of(make_profile(CANARIES), catalog)[PAGE]

    assert "PrivateSilent" in page
    assert all("PrivateSilent" not in text + unquote(link) for text, link in copied(page))


@pytest.mark.parametrize("path", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_a_link_opens_exactly_the_text_that_is_shown(path: Path, catalog: Catalog) -> None:
    outputs = outputs_of(load_profile(path, catalog, as_of=AS_OF), catalog)
    found = [pair for page in outputs.values() for pair in copied(page)]

    assert len([link for _, link in found if link]) > 10
    for text, link in found:
        assert bool(link) == text.startswith("Subject: ")
        assert not link or opened(link) == ("", text)


@pytest.mark.parametrize("path", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_the_plain_file_holds_every_text_of_the_page_in_the_same_order(path: Path, catalog: Catalog) -> None:
    outputs = outputs_of(load_profile(path, catalog, as_of=AS_OF), catalog)
    shown = [text for text, _ in copied(outputs[PAGE])]
    rest = outputs[MESSAGES]

    assert "&#" not in rest
    for text in shown:
        _, found, rest = rest.partition(text)
        assert found, text


def test_a_link_holds_lines_as_mail_wants_them_and_no_mark_that_means_something() -> None:
    link = mail_link("Subject: A & B?\n\nDear all,\n\n50% of 1+1 = 1; caf\u00e9\n\nAna", "office@example.edu").href

    assert link.startswith("mailto:office@example.edu?subject=A%20%26%20B%3F&body=Dear%20all%2C%0D%0A%0D%0A50%25")
    assert opened(link) == ("office@example.edu", "Subject: A & B?\n\nDear all,\n\n50% of 1+1 = 1; caf\u00e9\n\nAna")


@pytest.mark.parametrize(
    ("words", "whole"),
    [pytest.param(1850, True, id="short enough"), pytest.param(1950, False, id="too long: the subject alone")],
)
def test_a_text_that_is_too_long_is_left_out_of_its_link(words: int, whole: bool) -> None:
    link = mail_link("Subject: A\n\n" + "a" * words)

    assert (link.whole, len(link.href) <= LONGEST) == (whole, True)
    assert ("body=" in link.href) == whole


def test_an_address_can_add_nothing_to_a_link() -> None:
    assert mail_link("Subject: A\n\nB", "a@b.edu?bcc=c@d.edu&x").href.startswith("mailto:a@b.edu%3Fbcc%3Dc@d.edu%26x?")


def test_a_known_address_of_an_office_is_in_the_link_and_only_in_messages_to_it(catalog: Catalog) -> None:
    place = {"host": "Example Office Hospital", "city": "Omaha", "state": "NE"}
    own = [{**place, "route": "own-form", "international_schools": True, "email": "visitors@example.edu"}]
    profile = make_profile({"hosts": own, "targets": {"hosts": ["Example Office Hospital"]}})
    links = [link for _, link in copied(outputs_of(profile, catalog)[PAGE]) if link]

    assert len([link for link in links if opened(link)[0] == "visitors@example.edu"]) >= 1
    assert {opened(link)[0] for link in links} == {"", "visitors@example.edu"}


INQUIRIES = ("inquiry-coordinator", "inquiry-graduate")


@pytest.fixture(scope="module")
def every_text(catalog: Catalog) -> list[tuple[Message, str]]:
    """Every message of everybody with its text, in which a name counts as one word."""
    renderer = Renderer(ROOT / "content")
    found = []
    for profile, today in everybody(catalog):
        sight = sight_of(profile, catalog, today)
        for one in sight.plan.messages:
            [script] = message_view(sight, one).scripts
            text = renderer.text(script.template, script.names)
            found.append((one, text.replace(profile.applicant.name, "Name")))
    return found


def sight_of(profile: Profile, catalog: Catalog, today: date) -> Sight:
    facts = derive(profile, catalog.settings, catalog.seasons[profile.season], today)
    known = amended(catalog, profile)
    return Sight(make_plain_plan(facts, known), facts, facts.answers(), known)


def test_every_kind_of_message_is_sent_by_somebody(every_text: list[tuple[Message, str]], catalog: Catalog) -> None:
    found = {one.kind for one, _ in every_text}
    by_hand = {kind for said in REACHED for kind in kinds_of(said, catalog)}

    assert {one.id for one in catalog.files.messages.kinds} - found - by_hand == set()


HERE = {"city": "Omaha", "state": "NE"}
NEAR = {**offer("Near Hospital", "2027-04-05"), "field": "addiction-medicine", "type": "addiction-medicine", **HERE}
FAR = {**offer("Far Hospital", "2027-04-05"), "field": "consult-liaison", "type": "consult-liaison"}
REACHED: tuple[Said, ...] = (
    {"inquiries": [{"host": ASKED, "sent": "2026-11-01", "answered": "2026-11-15", "outcome": "ask-later"}]},
    {"inquiries": [{"host": ASKED, "sent": "2026-11-01", "answered": "2026-11-15", "outcome": "closed"}]},
    {"inquiries": [{"host": ASKED, "sent": "2026-10-20"}], "rotations": [BOOKED]},
    {"rotations": [{**WARD, "field": "neurology", "type": "unknown"}]},
    {"rotations": [NEAR, FAR, {**FLOOR, **HERE, "first": "2027-03-01", "last": "2027-03-28", "status": "booked"}],
     "hosts": [{"host": "Floor Hospital", **HERE, "most_electives": 1}], "means.return_trip": 900},
    letter("promised", date="2026-11-20"),
    letter("asked"),
)  # fmt: skip
"""People for the kinds that no applicant of the tests has to send: the last but two holds an offer for another plan."""


def kinds_of(said: Said, catalog: Catalog) -> set[str]:
    return {one.kind for one in sight_of(make_profile(**said), catalog, AS_OF).plan.messages}


def test_an_inquiry_has_one_question_that_of_its_host_in_under_150_words(
    every_text: list[tuple[Message, str]], catalog: Catalog
) -> None:
    found = [(one, text) for one, text in every_text if one.script in INQUIRIES]

    assert len(found) > 100
    for one, text in found:
        body = text.partition("\n")[2]
        asked = question(one.ask, catalog)
        assert body.count("?") == 1, body
        assert asked in body
        assert asked.endswith("?")
        assert len(body.split()) < 150, (len(body.split()), body)


def test_no_question_of_a_host_is_two(catalog: Catalog) -> None:
    """What follows "and" may ask for the route, since a yes without it is no answer; it may not ask a further thing."""
    asks = [route.ask for place in catalog.places for route in place.visiting]

    assert [ask for ask in asks if re.search(r", (and|or) (may|is|are|can|could|does|do|how|when|if not)\b", ask)] == []


def test_a_graduate_is_not_sent_to_the_office_that_answers_students(catalog: Catalog) -> None:
    views = {}
    for status in ("enrolled", "graduated"):
        sight = sight_of(make_profile({"targets": {"programs": ["siu"]}}, **{"school.status": status}), catalog, AS_OF)
        views[status] = [message_view(sight, one) for one in sight.plan.messages if one.host_id == "siu"]

    assert [view.office for view in views["enrolled"]] == ["Registrar"]
    assert [view.office for view in views["graduated"]] == [""]
    assert all("office for observers" in view.find_address for view in views["graduated"])


def question(ask: str, catalog: Catalog) -> str:
    """A host's question without what every inquiry has said before it."""
    for beginning in catalog.files.messages.said_already:
        ask = ask.removeprefix(beginning)
    return ask.strip()


def test_every_question_of_a_host_fits_into_an_inquiry(catalog: Catalog, facts_of: FactsOf) -> None:
    """Of every route, and of every row of the table of verdicts, whoever it may be shown to."""
    person = {
        "applicant": {
            "name": "Maximiliana Example-Hernandez",
            "citizenship": "citizen-by-birth",
            "own_words": "American studying in the Caribbean",
        },
        "school": {"name": "Example Island University School of Medicine", "country": "Barbados"},
    }
    routes = [route.ask for place in catalog.places for route in place.visiting]
    table = catalog.files.verdicts
    asks = {*routes, table.ask, catalog.files.entries.ask, *(row.ask for row in table.rows if row.ask)}
    renderer = Renderer(ROOT / "content")

    assert len(asks) > 10
    for status, script in (("enrolled", INQUIRIES[0]), ("graduated", INQUIRIES[1])):
        sight = sight_of(make_profile(person, **{"school.status": status}), catalog, AS_OF)
        [block, *_] = sight.plan.schedule.value.planned
        for ask in asks:
            host = Addressed(ask=question_of(sight, ask))
            view = script_to(sight, script, sight.block(block), host, address="")
            body = renderer.text(view.template, view.names).partition("\n")[2]
            assert len(body.split()) < 150, (len(body.split()), ask)
            assert body.count("?") == 1, ask


FALSE_OF_GRADUATES = re.compile(
    r"\b(?:am|as) an? (?:\w+ ){0,3}student|visiting elective|Visiting Student", re.IGNORECASE
)
TIE = {
    "us-citizen": re.compile(r"I am a US citizen|\bAmerican and\b"),
    "permanent-resident": re.compile(r"I am a US permanent resident"),
    "no-visa": re.compile(r"need no visa"),
}


def test_no_message_claims_what_is_not_so(catalog: Catalog) -> None:
    renderer = Renderer(ROOT / "content")
    for profile, today in everybody(catalog):
        sight = sight_of(profile, catalog, today)
        facts = sight.answers
        for one in sight.plan.messages:
            [script] = message_view(sight, one).scripts
            text = renderer.text(script.template, script.names).replace(question(one.ask, catalog) or "\0", "")
            assert not (facts["graduated"] and FALSE_OF_GRADUATES.search(text)), text
            assert bool(TIE["us-citizen"].search(text)) <= (facts["us-citizen"] is True), text
            assert bool(TIE["permanent-resident"].search(text)) <= (facts["permanent-resident"] is True), text
            assert bool(TIE["no-visa"].search(text)) <= (facts["needs-visa"] is False), text
            assert not re.search(r"\b(?:Step [123]|USMLE|ECFMG certificate|score)\b", text), text


def test_no_message_to_an_office_is_written_to_a_person(every_text: list[tuple[Message, str]]) -> None:
    to_offices = [text for one, text in every_text if one.recipient == "host" and one.to == "office"]

    assert len(to_offices) > 100
    assert [text for text in to_offices if re.search(r"\[?Dr\.|[Pp]rofessor|faculty", text)] == []


def test_a_message_about_an_offer_names_its_host_to_that_host_alone(catalog: Catalog) -> None:
    renderer = Renderer(ROOT / "content")
    silent = {**WARD, "host": "Silent Hospital", "status": "applied", "first": "2027-05-03", "last": "2027-05-30"}
    sight = sight_of(make_profile(rotations=[WARD, silent]), catalog, AS_OF)

    for one in sight.plan.messages:
        [script] = message_view(sight, one).scripts
        text = renderer.text(script.template, script.names)
        if one.recipient == "host":
            assert ("Ward Hospital" in text) <= (one.host == "Ward Hospital"), one.id


# --- the page ---


def test_a_message_whose_text_another_page_has_leads_there(catalog: Catalog) -> None:
    kinds = catalog.files.messages.kinds
    pages = {kind.page for kind in kinds if kind.page}
    shown = {page: set(catalog.files.words.scripts.get(page.removesuffix(".md"), ())) for page in pages}

    assert [page for page in pages if not (ROOT / "content" / "pages" / page).is_file()] == []
    assert [
        kind.id for kind in kinds if kind.page and kind.page != OFFERS and kind.script not in shown[kind.page]
    ] == []


OFFERS = "plan/offers.md"


@pytest.mark.parametrize("path", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_every_message_stands_on_the_page_once_below_the_heading_of_its_day(path: Path, catalog: Catalog) -> None:
    profile = load_profile(path, catalog, as_of=AS_OF)
    sight = sight_of(profile, catalog, AS_OF)
    view = messages(sight)
    groups = (view.now, view.soon, *(group.messages for group in (*view.later, *view.needed)))
    ids = [one.id for group in groups for one in group]

    assert sorted(ids) == sorted(one.id for one in sight.plan.messages)
    assert {one.state for one in sight.plan.messages if one.id in {shown.id for shown in view.now}} == {"due"}
    assert all(one.due and AS_OF < one.due <= AS_OF + 31 * DAY for one in view.soon)
    assert all(one.due and one.due > AS_OF + 31 * DAY for group in view.later for one in group.messages)
    assert all(one.due is None for group in view.needed for one in group.messages)


def test_the_page_says_so_where_nothing_is_due(catalog: Catalog) -> None:
    nothing = make_profile({"school": {"status": "graduated", "graduation": "2020-01-01"}, "means": {"weeks": 0}},
                           documents=[{"document": "transcript"}, {"document": "deans-letter"}])  # fmt: skip

    page = outputs_of(nothing, catalog)[PAGE]

    assert "**No message is due, and none has a day yet.**" in page


# --- the file of rules ---


@pytest.mark.parametrize("list_", ["kinds", "waits"])
def test_a_kind_that_the_planner_needs_must_be_there(list_: str, catalog: Catalog) -> None:
    table = catalog.files.messages
    shorter = table.model_copy(update={list_: getattr(table, list_)[1:]})
    broken = replace(catalog, files=replace(catalog.files, messages=shorter))

    with pytest.raises(GuideError) as caught:
        cross_checked(broken, "content")

    gone = getattr(table, list_)[0].id
    assert str(caught.value.problems[0]).startswith(f"content/rules/messages.yml:0: the outcome {gone}") or gone in str(
        caught.value.problems[0]
    )


def test_what_messages_wait_for_and_say_of_days_follows_the_file(catalog: Catalog, facts_of: FactsOf) -> None:
    """An editor who lengthens the wait moves the reminder."""
    timing = catalog.files.messages.timing.model_copy(update={"follow_up_days": 20})
    table = catalog.files.messages.model_copy(update={"timing": timing})
    changed = replace(catalog, files=replace(catalog.files, messages=table))

    plan = make_plain_plan(facts_of(inquiry("2026-11-15")), changed)

    assert rows(plan, "follow-up") == [("follow-up", ASKED, "later", "2026-12-05")]
