"""What the calendar holds: events on whole days, with the texts that are written."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.plan import Span
from generator.plan.titles import Titles

Status = Literal["confirmed", "tentative", "canceled"]


@dataclass(frozen=True)
class Event:
    """Something on whole days; texts are plain, and `alarms` count days before the first day.

    `title` and `place` are for the owner's eyes; `discreet` is the title where others may look. `busy` says whether the
    days count as taken.
    """

    uid: str
    kind: str
    category: str
    span: Span
    title: str
    discreet: str
    place: str
    details: str
    status: Status
    busy: bool
    alarms: tuple[int, ...]


@dataclass(frozen=True)
class Calendar:
    """The events as they were on a day, in order of time; alarms ring at an hour of the day."""

    name: str
    as_of: date
    titles: Titles
    alarm_hour: int
    events: tuple[Event, ...]
