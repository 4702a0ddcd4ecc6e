"""What a plan costs, as ranges; a price that is not known is never counted as nothing."""

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from typing import Protocol

from generator.plan import CostLine, Money

NOTHING = Money(0, 0)


class Priced(Protocol):
    """A cost as an editor writes it: how often it arises, and its price if that is known."""

    @property
    def id(self) -> str:
        """Its name."""

    @property
    def per(self) -> str:
        """What it arises for: once, rotation, week, application or trip."""

    @property
    def beyond(self) -> int:
        """How many of them are free."""

    @property
    def counted(self) -> bool:
        """Whether it goes into the total; what can be avoided or befalls few does not."""

    @property
    def low(self) -> int | None:
        """The least price in US dollars."""

    @property
    def high(self) -> int | None:
        """The highest price in US dollars."""


class Tier(Protocol):
    """A fee up to a number of applications; no number on the last."""

    @property
    def upto(self) -> int | None:
        """The last application that it is for."""

    @property
    def fee(self) -> int:
        """US dollars for each."""


def cost_line(cost: Priced, fewest: Mapping[str, int], most: Mapping[str, int]) -> CostLine:
    """A cost as often as it arises, at the least and at the most."""
    at_least, at_most = (max(times[cost.per] - cost.beyond, 0) for times in (fewest, most))
    known = cost.low is not None and cost.high is not None
    amount = Money((cost.low or 0) * at_least, (cost.high or 0) * at_most) if known else None
    return CostLine(cost.id, at_least, amount, cost.counted)


def tiered(tiers: Sequence[Tier], count: int) -> int:
    """The fees for a number of applications in one specialty."""
    total, before = 0, 0
    for tier in tiers:
        upto = count if tier.upto is None else min(tier.upto, count)
        total += max(upto - before, 0) * tier.fee
        before = max(upto, before)
    return total


def total(amounts: Iterable[Money | None]) -> Money:
    """All known amounts together."""
    return reduce(Money.plus, (amount for amount in amounts if amount is not None), NOTHING)


def against_budget(budget: int | None, needed: Money) -> str:
    """How the budget stands: unknown, enough, tight (the high estimate exceeds it) or short (the low one does)."""
    if budget is None:
        return "unknown"
    if budget < needed.low:
        return "short"
    return "tight" if budget < needed.high else "enough"
