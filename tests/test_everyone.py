"""Random people on random days: every page can be made for each, and says nothing broken.

`PEOPLE=2000 .venv/bin/pytest tests/test_everyone.py` makes many more; the seed is the number of the person.
"""

import os
import random
import re
from datetime import date, timedelta
from typing import Any

import pytest
from factory import make_profile

from generator.catalog import Catalog
from generator.site import build_outputs

PEOPLE = int(os.environ.get("PEOPLE", "40"))
FIRST_DAY, DAYS = date(2026, 8, 1), 640
BROKEN = re.compile(r"\{\{|\{%|Undefined|\(\)|\*\*\*\*|, ,|\.\.(?!\.|/)")
FIELDS = ("medicine", "psychiatry", "consult-liaison", "medicine-psychiatry", "surgery", "addiction-medicine")


class Person:
    """One random applicant: about every answer is there, or not."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.as_of = FIRST_DAY + timedelta(days=self.dice.randrange(DAYS))
        self.season = self.dice.choice((2027, 2028, 2028))

    def one(self, *values: Any) -> Any:
        return self.dice.choice(values)

    def day(self, first: date, span: int) -> str:
        return (first + timedelta(days=self.dice.randrange(span))).isoformat()

    def period(self) -> dict[str, str]:
        first = self.as_of + timedelta(days=self.dice.randrange(300))
        return {"first": first.isoformat(), "last": (first + timedelta(days=self.dice.randrange(1, 60))).isoformat()}

    def answers(self) -> dict[str, Any]:
        """A profile's answers, some left out."""
        graduated = self.one(True, False, False)
        return {
            "applicant": {"name": self.one("Li 李", "A | B", "O'Brien <b>", "Ana `x`"), **self.some(self.person())},
            "season": self.season,
            "school": {**self.some(self.school()), **self.standing(graduated)},
            **self.some(
                {
                    "exams": self.exams(),
                    "experience": [self.experience() for _ in range(self.one(0, 1, 2))],
                    "letters": [self.letter() for _ in range(self.one(0, 1, 3))],
                    "targets": self.some(self.targets()),
                    "means": self.some(self.means()),
                    "rotations": [self.rotation() for _ in range(self.one(0, 1, 2))],
                    "inquiries": self.one([], [{"host": "Example Host", "sent": "2026-07-01"}]),
                    "hosts": self.one([], [self.host("Own <Host> | *x*")], [self.host("utsw"), self.host("Yale")]),
                    "documents": self.one(
                        [], [{"document": "cv"}, {"document": "transcript", "expires": "2027-01-05"}]
                    ),
                    "explain": self.one(
                        [], [{"kind": "gap"}], [{"kind": "failed-exam", "what": "A *hard* time. | {{ x }}"}]
                    ),
                    "strengths": self.one([], ["Patience", "Two **languages**"]),
                }
            ),
        }

    def some(self, answers: dict[str, Any]) -> dict[str, Any]:
        """Most of the answers; some unknown, some left out."""
        kept = {name: value for name, value in answers.items() if self.dice.random() < 0.75}
        return {name: "unknown" if self.dice.random() < 0.1 else value for name, value in kept.items()}

    def standing(self, graduated: bool) -> dict[str, str]:
        if graduated:
            return {"status": "graduated", "graduation": self.day(date(2015, 1, 1), 4000)}
        return {"status": "enrolled", "graduation": self.day(self.as_of + timedelta(days=20), 700)}

    def person(self) -> dict[str, Any]:
        kinds = ("citizen-by-birth", "naturalized", "dual-citizen", "permanent-resident", "other")
        return {
            "own_words": "American abroad",
            "citizenship": self.one(*kinds),
            "languages": self.one(["English"], ["English", "Spanish"]),
        }

    def school(self) -> dict[str, Any]:
        return {
            "name": self.one("Example University", "St. George's University"),
            "country": self.one("Ireland", "Grenada", "Poland"),
            "language": self.one("English", "Polish"),
            "patients_speak": self.one(["English"], ["Polish"]),
            "visiting_service": self.one(True, False),
            "elective_windows": self.one([], [self.period()], [{"first": "2026-08-01", "last": "2028-08-01"}]),
            "caps": self.one({}, {"electives": self.one(0, 1, 2)}, {"weeks_outside": self.one(4, 12)}),
            "agreement_needed": self.one(True, False),
            "final_year": [{"field": "medicine", "exposure": self.one("none", "limited", "good")}],
            "earlier_schools": self.one([], ["Other University"]),
            "repeated_years": self.one(0, 1),
        }

    def exams(self) -> dict[str, Any]:
        step_2 = self.one(
            {"status": "passed", "attempts": self.one(1, 2), "score": self.one(215, 226, 230, 240, 245, 260)},
            {"status": "planned", "date": self.day(self.as_of, 200)},
            {"status": "waiting"},
            {"status": "failed", "attempts": 1},
            {"status": "not-taken"},
        )
        step_1 = self.one(
            {"status": "passed", "attempts": 1}, {"status": "passed", "score": 231}, {"status": "not-taken"}
        )
        return self.some(
            {"step_1": step_1, "step_2_ck": step_2, "english_test": {"status": self.one("passed", "planned")}}
        )

    def experience(self) -> dict[str, Any]:
        return {"field": self.one(*FIELDS), **self.some({"hands_on": self.one(True, False), "weeks": 4})}

    def letter(self) -> dict[str, Any]:
        told = {
            "field": self.one(*FIELDS),
            "us": self.one(True, False),
            "faculty": self.one(True, False),
            "knows": self.one("well", "somewhat", "little"),
            "status": self.one("possible", "asked", "promised", "uploaded"),
        }
        return {"writer": "Dr. *Example* | one", **self.some(told)}

    def targets(self) -> dict[str, Any]:
        return {
            "programs": self.one([], ["utsw", "iowa"]),
            "regions": self.one([], ["south"]),
            "free_housing": self.one([], ["Chicago"]),
            "license_states": self.one([], ["NY"], ["TX"]),
            "couples_match": self.one(True, False),
            "other_specialties": self.one([], ["family medicine"]),
            "interviews": self.one([], ["Emory", "A | <b>Hospital</b>"]),
            "weights": self.one([], [{"criterion": "wanted", "weight": 0}, {"criterion": "fee", "weight": 10}]),
        }

    def means(self) -> dict[str, Any]:
        return {
            "budget": self.one(0, 500, 20000),
            "lost_income_per_week": self.one(0, 400),
            "weeks": self.one(0, 4, 12, 30),
            "busy": self.one([], [self.period()]),
            "fixed": [],
        }

    def host(self, name: str) -> dict[str, Any]:
        told = {
            "city": "A <City> | *x*",
            "state": self.one("NY", "TX", "OH"),
            "route": self.one("visiting-service", "own-form", "military"),
            "international_schools": self.one(True, False, "partners-only", "some-departments"),
            "us_citizens_abroad": self.one("accepted", "refused", "by-school"),
            "fee": self.one(0, 4500),
            "lead_weeks": self.one(0, 52),
            "most_electives": self.one(0, 1, 3),
            "office": "Office | *x*",
            "approach_faculty": self.one(True, False),
            "page": "https://example.org/a(b)",
            "read_on": (self.as_of - timedelta(days=30)).isoformat(),
            "where": "A page | *x*",
        }
        return {"host": name, **self.some(told)}

    def rotation(self) -> dict[str, Any]:
        first = self.as_of + timedelta(days=self.dice.randrange(-100, 250))
        dated = {"first": first.isoformat(), "last": (first + timedelta(days=27)).isoformat()}
        status = self.one("applied", "offered", "booked", "done")
        return {
            "host": "Example <Host> | *x*",
            "field": self.one(*FIELDS),
            "status": status,
            **self.one({}, dated, dated),
        }


def cells(line: str) -> int:
    """The number of cells in a row of a Markdown table."""
    return len(re.sub(r"\\\||`[^`]*`", "", line).strip().strip("|").split("|"))


def uneven_tables(text: str) -> list[str]:
    """Rows that have another number of cells than the head of their table."""
    found, head = [], 0
    for line in text.splitlines():
        if not line.startswith("|"):
            head = 0
        elif not head:
            head = cells(line)
        elif cells(line) != head:
            found.append(line)
    return found


@pytest.mark.parametrize("seed", range(PEOPLE))
def test_every_page_can_be_made_for_anyone(seed: int, catalog: Catalog) -> None:
    person = Person(seed)
    answers = make_profile(person.answers())
    outputs = build_outputs(answers, catalog, as_of=person.as_of, look_for_press=lambda: None)  # only pages are read
    pages = {output.path: str(output.content) for output in outputs if output.path.endswith(".md")}

    assert {path: BROKEN.findall(text) for path, text in pages.items() if BROKEN.search(text)} == {}
    assert {path: uneven_tables(text) for path, text in pages.items() if uneven_tables(text)} == {}
    assert [path for path, text in pages.items() if '<div class="answer"' not in text] == []
