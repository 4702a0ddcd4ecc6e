"""What sort of thing stands in each column, and how wide it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.downloads.layout import Kind


@dataclass(frozen=True)
class Spec:
    """One column: its kind, its width in letters, the list that its answers come from."""

    kind: Kind = "text"
    width: int = 14
    choices: str = ""
    tinted: bool = False
    own: bool = False


NAME, LINE, WORD, TEXT = Spec(width=22), Spec(width=16), Spec(width=11), Spec(width=40)
DAY, DUE = Spec("day", 12), Spec("day", 12, tinted=True)
COUNT, DOLLARS = Spec("whole", 9), Spec("money", 10)
YES_NO, DONE = Spec("yes-no", 9, "yes-no"), Spec("yes-no", 9, "yes-no", own=True)
STANDING = Spec(width=11, tinted=True)

PROGRAMS = {
    "name": NAME, "city": LINE, "state": Spec(width=8), "wanted": YES_NO, "verdict": LINE, "why": TEXT, "route": LINE,
    "fee": DOLLARS, "lead_weeks": Spec("whole", 10), "ask": TEXT, "kind": LINE, "dated": LINE, "rule": TEXT,
    "contact": TEXT, "office": NAME, "email": NAME, "blocks": TEXT, "most_electives": COUNT, "region": LINE,
    "rotate_low": COUNT, "rotate_high": COUNT, "apply_low": COUNT, "apply_high": COUNT,
    "recruiting": TEXT, "seats": COUNT, "letters": TEXT, "signals": TEXT, "img_statement": TEXT, "img_residents": TEXT,
    "page": NAME, "own": LINE, "checked": DAY, "sources": Spec(width=60),
}  # fmt: skip
INQUIRIES = {
    "host": NAME, "office": NAME, "question": TEXT, "due": Spec("day", 16), "sent": DAY, "answered": DAY,
    "outcome": Spec("choice", 16, "outcome"), "write_again": DAY, "remind_on": DAY, "call_on": DAY, "next_on": DUE,
    "standing": STANDING, "note": Spec(width=32),
}  # fmt: skip
APPLICATIONS = {
    "kind": WORD, "where": NAME, "what": NAME, "block": LINE, "first": DAY, "apply_by": DUE, "programs": WORD,
    "fee": DOLLARS, "fee_to": DOLLARS, "papers": Spec(width=34), "done": DONE, "standing": STANDING,
}  # fmt: skip
ROTATIONS = {
    "host": NAME, "part": LINE, "status": Spec("choice", 11, "rotation-status"), "first": DAY, "last": DAY,
    "answer_due": DAY, "apply_by": DAY, "ask_letter": DAY, "letter_in": DAY, "next_on": DUE, "standing": STANDING,
    "field": Spec("choice", 24, "field"), "type": Spec("choice", 34, "type"), "weeks": COUNT, "city": LINE,
    "state": Spec("choice", 8, "state"), "fee": DOLLARS, "sure": LINE,
}  # fmt: skip
LETTERS = {
    "writer": NAME, "block": NAME, "status": Spec("choice", 11, "letter-status"), "places": Spec(width=32),
    "ask_from": DAY, "ask_by": DAY, "remind_on": DAY, "upload_by": DAY, "next_on": DUE, "standing": STANDING,
    "date": DAY, "field": Spec("choice", 24, "field"), "us": YES_NO, "faculty": YES_NO,
    "knows": Spec("choice", 11, "knows"), "forms": WORD,
}  # fmt: skip
DOCUMENTS = {
    "document": Spec("choice", 28, "document"), "from": NAME, "start": DUE, "in_hand": Spec("listed", 9, "yes-no"),
    "expires": DAY, "renew": DUE, "valid_weeks": Spec("whole", 11), "asked_by": NAME, "only_if": Spec(width=30),
    "standing": STANDING,
}  # fmt: skip
COSTS = {
    "group": NAME, "cost": Spec(width=30), "times": COUNT, "low": DOLLARS, "high": DOLLARS, "counted": YES_NO,
    "paid": Spec("money", 10, own=True), "find_out": TEXT, "save": TEXT,
}  # fmt: skip
TASKS = {
    "list": LINE, "action": TEXT, "block": LINE, "begin": DAY, "due": DUE, "late": Spec(width=34),
    "only_if": Spec(width=26), "done": Spec("listed", 9, "yes-no"), "standing": STANDING, "task": Spec(width=34),
}  # fmt: skip
SPECS: Mapping[str, Mapping[str, Spec]] = MappingProxyType(
    {
        "programs": PROGRAMS,
        "inquiries": INQUIRIES,
        "applications": APPLICATIONS,
        "rotations": ROTATIONS,
        "letters": LETTERS,
        "documents": DOCUMENTS,
        "costs": COSTS,
        "tasks": TASKS,
    }
)
PRINTED = MappingProxyType(
    {
        "programs": "ask",
        "inquiries": "standing",
        "rotations": "standing",
        "letters": "standing",
        "tasks": "standing",
    }
)
"""The last column that goes on paper, where not all do."""
SPARE = MappingProxyType({"inquiries": 5, "rotations": 5, "letters": 5, "documents": 3})
"""Rows that are free for entries to come."""
