"""The plan that a person accepted, as far as a later one can be compared with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

Kind = Literal[
    "rotations",
    "block",
    "letter",
    "message",
    "task",
    "document",
    "host",
    "route",
    "cost",
    "milestone",
    "question",
]
Key = tuple[Kind, str]


@dataclass(frozen=True)
class SavedEvent:
    """One event of the calendar as it went out."""

    uid: str
    name: str
    first: date
    last: date
    category: str


@dataclass(frozen=True)
class SavedItem:
    """One thing of a plan: what it is called, its days, how it stands, where or with whom, and its sums.

    `part` is the part that a rotation plays, or names the rotation that a task is for; no plans differ in it.
    """

    kind: Kind
    id: str
    name: str = ""
    first: date | None = None
    last: date | None = None
    state: str = ""
    place: str = ""
    amounts: tuple[int, ...] = ()
    part: str = ""


@dataclass(frozen=True)
class SavedPlan:
    """A plan of one day, the answers that it was made from, and what the content was then.

    `content` holds a hash for each file, and for each entry with an id, named `file#id`.
    """

    as_of: date
    answers: Mapping[str, Any]
    content: Mapping[str, str]
    items: tuple[SavedItem, ...]
    events: tuple[SavedEvent, ...] = ()
