"""The pieces of the application list, as its page shows them."""

from dataclasses import dataclass

from generator.catalog.application import SignalWords
from generator.prose import Prose


@dataclass(frozen=True)
class NamedView:
    """A place on the list by name, and why; `page` is empty where it has none."""

    name: str
    page: str
    because: Prose
    sources: tuple[str, ...]


@dataclass(frozen=True)
class ThenView:
    """What the number of a kind would be with another answer."""

    name: Prose
    then: Prose
    how: Prose


@dataclass(frozen=True)
class KindView:
    """A kind of program: how many and why, its own fees if any, what the number hangs on and what would change it."""

    id: str
    name: Prose
    what: Prose
    programs: Prose
    fee: Prose
    because: Prose
    sources: tuple[str, ...]
    hangs_on: tuple[Prose, ...]
    changes: tuple[ThenView, ...]
    named: tuple[NamedView, ...]


@dataclass(frozen=True)
class SentView:
    """One signal: its sort, empty where there is but one, where it goes, and why."""

    tier_name: Prose
    name: str
    page: str
    because: Prose
    sources: tuple[str, ...]


@dataclass(frozen=True)
class SignalsView:
    """The signals of one specialty; `numbers` says how many, `left` how many are still to give."""

    name: Prose
    numbers: Prose
    is_projected: bool
    is_unknown: bool
    rule: Prose
    find_out: Prose
    sources: tuple[str, ...]
    assigned: tuple[SentView, ...]
    left: int


@dataclass(frozen=True)
class DivisionView:
    """A division, its combined programs on the list, and whether to name it."""

    name: Prose
    programs: int
    named: bool


@dataclass(frozen=True)
class PreferenceView:
    """Whether to name divisions, and why."""

    names: tuple[Prose, ...]
    because: Prose
    sources: tuple[str, ...]
    hangs_on: tuple[Prose, ...]


@dataclass(frozen=True)
class ChoicesView:
    """Signals and divisions: those of each specialty, what is said of the rest, and whether to name divisions."""

    signals: tuple[SignalsView, ...]
    signaled: tuple[str, ...]
    words: SignalWords
    preference: PreferenceView
    divisions: tuple[DivisionView, ...]
    most: int
    sources: tuple[str, ...]
