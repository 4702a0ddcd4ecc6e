"""What is searched: choices, their possible days, what limits them, and the goals in their order.

Everything is a whole number: days are ordinals, money is US dollars. The room knows nothing of medicine or applicants.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Shared = Literal["letters", "settings", "cities", "cost"]
SHARED: tuple[Shared, ...] = ("letters", "settings", "cities", "cost")


@dataclass(frozen=True, slots=True)
class Start:
    """Days that a choice can take, first and last included, and what that is worth to goals that hang on the day."""

    first: int
    last: int
    worth: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Choice:
    """An offer in one role, on one of several stretches of days.

    `letter` names the places that its one letter can fill, as bits. `worth` is what it adds to goals whatever the day.
    A `city` of "" is a place of its own; a `setting` of "" is not known and adds no variety. `cost` is without the
    journey. `uses` counts against caps.
    """

    id: str
    offer: str
    role: str
    starts: tuple[Start, ...]
    letter: int = 0
    worth: Mapping[str, int] = field(default_factory=dict)
    city: str = ""
    setting: str = ""
    cost: int = 0
    uses: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cap:
    """At most so much of something, all chosen together."""

    id: str
    left: int


@dataclass(frozen=True, slots=True)
class Problem:
    """A search: at most one choice a role and an offer, no shared day, no cap exceeded, costs within the budget.

    The plan is best that is best in the first goal, among those best in the second, and so on. More is better, but for
    `cities` (of known cities each once, of unknown ones each by itself) and `cost` (with one `trip` for each city).

    `places` are the weights of letters still wanted; `held` are the letters at hand, each as bits of the places it can
    fill. `visited` are cities and `seen` settings that what is booked brings along; they cost and add nothing more.
    """

    choices: tuple[Choice, ...]
    goals: tuple[str, ...]
    caps: tuple[Cap, ...] = ()
    places: tuple[int, ...] = ()
    held: tuple[int, ...] = ()
    visited: frozenset[str] = frozenset()
    seen: frozenset[str] = frozenset()
    trip: int = 0
    budget: int | None = None
