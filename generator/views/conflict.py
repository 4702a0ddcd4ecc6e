"""The page on what is in the way where too few blocks fit, and on the ways out."""

from dataclasses import dataclass
from typing import Annotated

from generator.catalog.goals import LimitEntry
from generator.catalog.known import by_id
from generator.plan import Conflict, Freed
from generator.prose import Prose
from generator.views.common import Sight, View


@dataclass(frozen=True)
class LimitView:
    """A limit that takes part, and how many blocks fit without it alone."""

    name: Prose
    because: Prose
    blocks_without: int
    sources: tuple[str, ...]


@dataclass(frozen=True)
class StepView:
    """A limit that has to give way, and what to do about it."""

    name: Prose
    free: Prose
    sources: tuple[str, ...]


@dataclass(frozen=True)
class WayView:
    """What has to give way together, how hard that is, how many blocks fit then, and the sum it takes."""

    steps: tuple[StepView, ...]
    effort: int
    blocks: int
    sum: int | None


@dataclass(frozen=True, kw_only=True)
class ConflictView(View):
    """Why not enough fits."""

    least: Annotated[int, "The fewest rotations that make sense for the reader."]
    needed: Annotated[int, "Of them those that are neither booked nor done."]
    fits: Annotated[int, "How many find a place."]
    limits: Annotated[tuple[LimitView, ...], "The limits that can't hold together with what is needed."]
    fewest: Annotated[bool, "Whether no smaller set of limits is in conflict."]
    one_limit: Annotated[bool, "Whether it is one limit and no more."]
    others_bind: Annotated[bool, "Whether too few fit without any one of these limits, since others bind as well."]
    easiest: Annotated[tuple[WayView, ...], "The way out with the least effort, if there is one."]
    others: Annotated[tuple[WayView, ...], "The other ways out, that with the least effort first."]


def has_conflict(sight: Sight) -> bool:
    """Whether this person gets the page."""
    return sight.plan.advice.conflict is not None


def conflict(sight: Sight) -> ConflictView:
    """The page for somebody for whom not enough fits."""
    found = sight.plan.advice.conflict or Conflict(0, 0, (), True, (), ())
    entries = by_id(sight.catalog.files.limits.limits)
    ways = tuple(_way(one, [entries[limit] for limit in one.limits]) for one in found.frees)
    return ConflictView(
        **sight.common(),
        least=sight.plan.how_many.value.least,
        needed=found.needed,
        fits=found.fits,
        limits=tuple(_limit(entries[one.limit], one.blocks_without) for one in found.figures),
        fewest=found.fewest,
        one_limit=len(found.figures) == 1,
        others_bind=all(one.blocks_without < found.needed for one in found.figures),
        easiest=ways[:1],
        others=ways[1:],
    )


def _limit(entry: LimitEntry, without: int) -> LimitView:
    return LimitView(entry.name, entry.because, without, entry.sources)


def _way(way: Freed, entries: list[LimitEntry]) -> WayView:
    steps = tuple(StepView(entry.name, entry.free, entry.sources) for entry in entries)
    return WayView(steps, way.effort, way.blocks, way.sum)
