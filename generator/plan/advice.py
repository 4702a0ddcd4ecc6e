"""What stands beside a plan: other plans, fallbacks, losses, offers, and what is in the way where none fits."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.plan.blocks import Block, Span
from generator.plan.money import Money


@dataclass(frozen=True)
class Measures:
    """What plans are compared by: letters covered, blocks, those booked or offered, at open hosts, with both fields."""

    letters: int
    number: int
    sure: int
    open: int
    integrated: int
    cities: int
    cost: Money


@dataclass(frozen=True)
class Alternative:
    """A plan made for one order of goals; `gives_up` names the measures in which another of the plans is better."""

    id: str
    blocks: tuple[Block, ...]
    measures: Measures
    gives_up: tuple[str, ...]
    same_as: tuple[str, ...]


@dataclass(frozen=True)
class Fallback:
    """What to do instead of a block, and the last day on which there is still time for it."""

    block: str
    certainty: str
    host: str
    host_id: str
    type: str
    span: Span
    switch_by: date


@dataclass(frozen=True)
class Moved:
    """A block as it would stand after a loss."""

    part: str
    host: str
    span: Span


@dataclass(frozen=True)
class Setback:
    """What is left when the host of a block falls away, with the best plan made again without it."""

    block: str
    host: str
    letters: int
    letters_before: int
    moved: tuple[Moved, ...]
    lost: tuple[str, ...]


@dataclass(frozen=True)
class LimitFigure:
    """One limit of those that bind, and how many blocks fit without it alone."""

    limit: str
    blocks_without: int


@dataclass(frozen=True)
class Freed:
    """Limits that free the plan when they give way together, and how hard that is.

    `sum` is the least that the rotations needed then cost, in US dollars, where the budget is one of the limits.
    """

    limits: tuple[str, ...]
    effort: int
    blocks: int
    sum: int | None


@dataclass(frozen=True)
class Conflict:
    """Why no plan fits: limits that can't hold together with what is needed, none of which can be left out.

    `fewest` says whether no smaller set exists; `frees` holds the ways out with the least effort, the easiest first.
    """

    needed: int
    fits: int
    limits: tuple[str, ...]
    fewest: bool
    figures: tuple[LimitFigure, ...]
    frees: tuple[Freed, ...]


@dataclass(frozen=True)
class OfferAdvice:
    """An offer that waits for an answer: what to say, by when, why, and what it does to the plans.

    `number` counts the profile's rotations from 1; `with_it` and `without_it` are the measures of the best plan in each
    case, and `differs_in` is the first goal in which those two differ. Of offers to accept no two share a day.
    """

    number: int
    host: str
    advice: Literal["accept", "hold", "decline"]
    why: str
    limits: tuple[str, ...]
    overlaps: tuple[str, ...]
    answer_by: date | None
    withdraw_by: date | None
    span: Span
    part: str
    in_plans: tuple[str, ...]
    with_it: Measures | None
    without_it: Measures
    differs_in: str


@dataclass(frozen=True)
class Broken:
    """A piece of the usual advice that the calendar does not allow, and the part that it concerns; empty for all."""

    id: str
    part: str


@dataclass(frozen=True)
class Target:
    """A place to apply to for a block, the best first."""

    block: str
    certainty: str
    host: str
    host_id: str
    type: str
    first: date
    apply_by: date


@dataclass(frozen=True)
class Advice:
    """All that stands beside the plan."""

    alternatives: tuple[Alternative, ...]
    fallbacks: tuple[Fallback, ...]
    setbacks: tuple[Setback, ...]
    offers: tuple[OfferAdvice, ...]
    targets: tuple[Target, ...]
    broken: tuple[Broken, ...]
    conflict: Conflict | None
