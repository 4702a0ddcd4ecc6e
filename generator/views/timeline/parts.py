"""What the picture of a year is made of; one unit is a CSS pixel where a phone of 360 pixels shows it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.plan import Span
from generator.prose import Prose

Weight = Literal["strong", "plain", "soft"]
LaneId = Literal["periods", "rotations", "days"]


@dataclass(frozen=True)
class Item:
    """Something to draw: its days in a lane, its look, and what is written beside it.

    A rotation may have a part that it plays, and a note on how sure it is.
    """

    lane: LaneId
    span: Span
    look: str
    name: str
    when: str
    part: str = ""
    note: str = ""


@dataclass(frozen=True)
class Tick:
    """The first day of a month, and its year where that is new."""

    y: int
    month: str
    year: str


@dataclass(frozen=True)
class Lane:
    """A column of the picture, left to right: periods, rotations, days; one without anything is left out."""

    id: LaneId
    name: Prose
    x: int
    width: int


@dataclass(frozen=True)
class Bar:
    """Days in a row; `inside` is written along the bar where it fits, and is empty where a label stands beside it.

    `pattern` names what fills it where a plain color would not do.
    """

    lane: LaneId
    look: str
    pattern: str
    span: Span
    x: int
    y: int
    width: int
    height: int
    middle_x: int
    middle_y: int
    inside: str


@dataclass(frozen=True)
class Mark:
    """One day: its middle, and the corners of its sign."""

    look: str
    day: date
    x: int
    y: int
    path: str


@dataclass(frozen=True)
class Writing:
    """One line of text: strong, plain or soft."""

    x: int
    y: int
    text: str
    weight: Weight


@dataclass(frozen=True)
class Label:
    """What is written beside a bar or a mark, how high it stands, and the line that leads there."""

    top: int
    height: int
    leader: str
    lines: tuple[Writing, ...]


@dataclass(frozen=True)
class Timeline:
    """The picture of a year; `today` is the height of its line, `description` says every date in words."""

    width: int
    height: int
    axis: int
    lanes_to: int
    today: int
    frame: Span
    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    description: str

    @property
    def projected(self) -> bool:
        """Whether a day in it was worked out from earlier seasons."""
        return any(mark.look == "projected" for mark in self.marks)
