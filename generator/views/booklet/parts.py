"""What the booklet is made of; it is set from templates in `content/print`, to which all of this is given."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.prose import Prose
from generator.views.letters import AskView, SlotView
from generator.views.timeline import Timeline
from generator.views.to_do import Group

Stage = Literal["ahead", "reading", "closed"]


@dataclass(frozen=True)
class SourceLine:
    """A source, and the short label that cites it; no two have the same one."""

    label: str
    title: Prose
    url: str
    kind_name: Prose
    as_of_text: Prose
    checked: date
    confidence_name: Prose
    is_old: bool


@dataclass(frozen=True)
class RotationLine:
    """A rotation with what is to be done for it; a day that has gone by is None."""

    name: str
    host: str
    part: Prose
    kind: Prose
    first: date
    last: date
    certainty_name: Prose
    write_by: date | None
    apply_by: date | None
    ask_by: date | None
    upload_by: date | None


@dataclass(frozen=True)
class Amount:
    """What something comes to."""

    name: Prose
    total: Prose


@dataclass(frozen=True)
class PlanPage:
    """The plan on one page."""

    number: Prose
    range: Prose
    because: Prose
    sources: tuple[str, ...]
    schedule_because: Prose
    schedule_sources: tuple[str, ...]
    rotations: tuple[RotationLine, ...]
    dropped: tuple[Prose, ...]
    has_conflict: bool
    letters_because: Prose
    slots: tuple[SlotView, ...]
    costs_because: Prose
    costs: tuple[Amount, ...]
    everything: Prose


@dataclass(frozen=True)
class MessageText:
    """A message with its text."""

    name: Prose
    to: str
    about: str
    why: Prose
    sources: tuple[str, ...]
    due: date | None
    opens: date | None
    is_late: bool
    only: Prose
    office: str
    find_address: Prose
    text: str


@dataclass(frozen=True)
class MessagePart:
    """Messages under one heading: a name, a last day, or neither for those to be sent now."""

    name: Prose
    until: date | None
    messages: tuple[MessageText, ...]


@dataclass(frozen=True)
class PacketText:
    """A text of the packet for letter writers."""

    title: Prose
    when: Prose
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class DateLine:
    """A date of the season, and how sure it is."""

    name: Prose
    day: date | None
    certainty: str
    certainty_name: Prose
    rule: Prose
    find_out: Prose
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Unshown:
    """A text with letters that the fonts don't have: where it stands, what it is, and those letters by number."""

    place: str
    text: str
    letters: tuple[str, ...]


@dataclass(frozen=True)
class Checklist:
    """A checklist as it goes on paper."""

    id: str
    name: Prose
    groups: tuple[Group, ...]


@dataclass(frozen=True, kw_only=True)
class Head:
    """What stands on every sheet: for whom and which day, and on which paper."""

    name: str
    season: int
    as_of: date
    paper: str


@dataclass(frozen=True, kw_only=True)
class Booklet(Head):
    """Everything in the booklet."""

    stage: Stage
    plan: PlanPage
    timeline: Timeline | None
    checklists: tuple[Checklist, ...]
    messages: tuple[MessagePart, ...]
    asks: tuple[AskView, ...]
    packet: tuple[PacketText, ...]
    dates: tuple[DateLine, ...]
    sources: Mapping[str, SourceLine]


@dataclass(frozen=True, kw_only=True)
class Sheet(Head):
    """One checklist on its own."""

    checklist: Checklist
    sources: Mapping[str, SourceLine]
