"""What the page of one program is made of."""

from dataclasses import dataclass
from datetime import date

from generator.catalog.entry import Known
from generator.prose import Prose


@dataclass(frozen=True)
class Value:
    """A value of the ledger that is known, and what it is called."""

    name: Prose
    known: Known


@dataclass(frozen=True)
class OpenValue:
    """Values that nobody has written down, and the one question or page that settles them."""

    names: tuple[Prose, ...]
    settles: Prose


@dataclass(frozen=True)
class RouteView:
    """One way in for visiting students; `age` is None for a new rule."""

    name: Prose
    rule: Prose
    partner_schools: tuple[str, ...]
    step_1_first: bool | None
    values: tuple[Value, ...]
    year: int | None
    age: int | None
    is_own: bool
    sources: tuple[str, ...]


@dataclass(frozen=True)
class PaperView:
    """A paper that the host asks for, and whether the reader holds it."""

    name: Prose
    in_hand: bool


@dataclass(frozen=True)
class ApplyView:
    """A rotation of the plan for which this is a place to apply to, and by when."""

    name: Prose
    apply_by: date


@dataclass(frozen=True)
class StateRuleView:
    """A rule of the program's state, and the question for its board."""

    name: Prose
    rule: Prose
    ask: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class RankView:
    """Its place in a ranking, and its points: a range where answers are missing."""

    place: int
    of: int
    range: Prose
    most: int


@dataclass(frozen=True)
class MessageView:
    """A message to this host that has a day; `only` is what it waits for, as a clause, empty for nothing."""

    name: Prose
    due: date
    only: Prose


@dataclass(frozen=True)
class FitView:
    """Whether the reader's letters are those that it asks for, as the ranking counts it."""

    because: Prose
    sources: tuple[str, ...]
