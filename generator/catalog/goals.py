"""What makes a plan the best, and what holds it down, as editors write both."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import Field

from generator.catalog.entry import Entry, Sources
from generator.catalog.known import EachOnce, by_id
from generator.catalog.tables import Reason
from generator.reading import Id, Model, Words

Points = Mapping[Id, int]


class GoalEntry(Entry):
    """One goal, as plans are compared by it."""

    name: Annotated[Words, Field(description="What it is called.")]
    more: Annotated[Words, Field(description="What a plan that is better in it has, after a verb like gains.")]


class OrderEntry(Entry):
    """One plan of those that stand side by side: the goals in their order."""

    name: Words
    what: Words
    count: Annotated[Literal["aim", "least"], Field(description="For how many rotations it is made.")]
    goals: Annotated[tuple[Id, ...], Field(min_length=1)]


class GoalsFile(Model):
    """`rules/goals.yml`."""

    id: Id
    question: Words
    certainty: Points
    tiers: Points
    places: Points
    integrated: Points
    integrated_parts: tuple[Id, ...]
    host_types: tuple[Id, ...]
    other_host_types: tuple[Id, ...]
    host_setting: Id
    host_electives: int
    fallback_hosts: int
    sources: Sources
    goals: Annotated[tuple[GoalEntry, ...], EachOnce]
    orders: Annotated[tuple[OrderEntry, ...], EachOnce, Field(min_length=1)]
    compared: tuple[Id, ...]


class LimitEntry(Entry):
    """A limit, and what frees a plan from it."""

    name: Words
    because: Annotated[Words, Field(description="The limit as a clause that follows because.")]
    free: Annotated[Words, Field(description="What to do about it.")]
    effort: Annotated[int | None, Field(ge=1, le=9, description="How hard that is; left out where nobody can.")] = None


class LimitsFile(Model):
    """`rules/limits.yml`."""

    id: Id
    question: Words
    limits: Annotated[tuple[LimitEntry, ...], EachOnce]
    season: Reason
    together: Reason
    surer: Reason

    @property
    def efforts(self) -> Mapping[str, int]:
        """The limits that can be moved, each with how hard that is."""
        return MappingProxyType({one.id: one.effort for one in self.limits if one.effort is not None})

    def reason(self, limit: str) -> LimitEntry | Reason:
        """The words for a limit, for several together, for a surer block in the way, or for a season that is over."""
        words: tuple[LimitEntry | Reason, ...] = (*self.limits, self.season, self.together, self.surer)
        return by_id(words)[limit]
