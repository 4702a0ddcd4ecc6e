"""Messages say nothing private and nothing that is not true of the person."""

import re
from collections.abc import Iterator
from html import unescape

import pytest
from conftest import AS_OF
from factory import make_profile

from generator.catalog import Catalog
from generator.profile import Profile
from generator.profile.declared import declarations
from generator.site import Output, build_outputs
from generator.views.scripts import releases

SCRIPT = re.compile(r'<pre class="script" data-copy>(.*?)</pre>', re.DOTALL)
RECIPIENTS = ("host", "writer", "school")
PERIOD = {"first": "2027-10-04", "last": "2027-10-08", "what": "PrivatePeriod"}

TOLD = {
    "applicant": {
        "name": "Canary Name",
        "own_words": "PublicWords",
        "citizenship": "dual-citizen",
        "languages": ["English", "PublicTongue"],
    },
    "school": {
        "name": "PublicSchool",
        "country": "PublicCountry",
        "language": "PrivateTeaching",
        "patients_speak": ["PrivatePatients"],
        "earlier_schools": ["PrivateEarlier"],
        "leave": [{**PERIOD, "first": "2024-01-01", "last": "2024-02-01", "what": "PrivateLeave"}],
        "repeated_years": 1,
    },
    "exams": {
        "step_1": {"status": "passed", "attempts": 2},
        "step_2_ck": {"status": "passed", "attempts": 3, "score": 219},
    },
    "letters": [
        {
            "writer": "PrivateWriter",
            "field": "medicine",
            "us": True,
            "faculty": True,
            "knows": "well",
            "status": "promised",
        }
    ],
    "targets": {"hosts": ["PrivateHost"], "free_housing": ["PrivateCity"]},
    "means": {"budget": 4321, "lost_income_per_week": 987, "busy": [PERIOD]},
    "inquiries": [{"host": "PrivateInquiry", "sent": "2026-10-01"}],
    "explain": [{"kind": "failed-exam", "what": "PrivateExplanation"}],
    "strengths": ["PrivateStrength"],
}
PRIVATE = re.compile(r"Private\w+|\b219\b|4,?321|\b987\b|fail|attempt", re.IGNORECASE)


def scripts_of(profile: Profile, catalog: Catalog) -> list[str]:
    return list(_scripts(build_outputs(profile, catalog, as_of=AS_OF, look_for_press=lambda: None)))


def without_questions(text: str, catalog: Catalog) -> str:
    """A message without what it asks a host about its own rule: that may quote the rule, and claims nothing."""
    routes = (route.ask for place in (*catalog.programs, *catalog.hosts) for route in place.visiting)
    rows = (row.ask for row in catalog.files.verdicts.rows if row.ask)
    for asked in map(str, (*routes, *rows)):
        for beginning in catalog.files.messages.said_already:
            text = text.replace(asked, "").replace(asked.removeprefix(beginning).strip(), "")
    return text


def _scripts(outputs: list[Output]) -> Iterator[str]:
    for output in outputs:
        yield from SCRIPT.findall(str(output.content))


@pytest.mark.parametrize("status", ["enrolled", "graduated"])
def test_no_message_says_anything_private(status: str, catalog: Catalog) -> None:
    graduation = "2028-05-19" if status == "enrolled" else "2025-05-19"
    profile = make_profile(TOLD, **{"school.status": status, "school.graduation": graduation})

    found = scripts_of(profile, catalog)

    assert len(found) > 10
    assert [PRIVATE.findall(text) for text in found if PRIVATE.search(text)] == []


@pytest.mark.parametrize(
    ("citizenship", "never"),
    [
        pytest.param(
            "permanent-resident",
            r"\bcitizen|American\b(?! (?:hospital|medic|ward|psych))",
            id="a green card is no citizenship",
        ),
        pytest.param("other", r"US citizen|permanent resident|no visa", id="who needs a visa claims neither"),
        pytest.param("unknown", r"US citizen|permanent resident|no visa", id="what is unknown is not claimed"),
    ],
)
def test_no_message_claims_a_citizenship_that_is_not_there(citizenship: str, never: str, catalog: Catalog) -> None:
    told = scripts_of(make_profile(**{"applicant.citizenship": citizenship}), catalog)
    found = [without_questions(unescape(text), catalog) for text in told]

    assert [re.findall(never, text) for text in found if re.search(never, text)] == []


def test_nobody_is_called_a_student_after_graduation(catalog: Catalog) -> None:
    profile = make_profile(**{"school.status": "graduated", "school.graduation": "2025-06-01"})

    found = scripts_of(profile, catalog)

    assert [text for text in found if re.search(r"\b(?:am|(?<!did )as) an? (?:\w+ ){0,3}student", text)] == []


def test_each_recipient_may_know_the_name_and_none_the_exams() -> None:
    released = {recipient: releases(recipient) for recipient in RECIPIENTS}

    assert all("applicant.name" in fields for fields in released.values())
    assert [
        field for fields in released.values() for field in fields if field.startswith(("exams", "explain", "means"))
    ] == []


def test_every_field_is_described_and_private_unless_it_says_otherwise() -> None:
    fields = list(declarations(Profile))

    assert [field.path for field in fields if not field.description] == []
    assert {field.audience for field in fields if field.path.startswith(("exams", "explain", "means", "letters"))} == {
        "private"
    }
