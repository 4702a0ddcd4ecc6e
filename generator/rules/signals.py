"""Which program gets a signal, and which divisions to name: the first reason first, and never more than there are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from generator.plan import Listed, Signal
from generator.plan.world import SignalTier
from generator.prose import Prose


class Why(Protocol):
    """A reason to signal, as an editor writes it."""

    @property
    def id(self) -> str:
        """Its name."""

    @property
    def because(self) -> Prose:
        """The reason in words."""

    @property
    def sources(self) -> tuple[str, ...]:
        """What it rests on."""


@dataclass(frozen=True)
class Wish:
    """A place that could be signaled, and the reason for it."""

    listed: Listed
    why: Why


def one_each(reasons: Sequence[Why], found: Mapping[str, Sequence[Listed]]) -> tuple[Wish, ...]:
    """Every place that some reason speaks for, once, under the first reason that does."""
    seen: dict[tuple[str, str], Wish] = {}
    for why in reasons:
        for listed in found[why.id]:
            seen.setdefault((listed.host_id, listed.name), Wish(listed, why))
    return tuple(seen.values())


def given(tiers: Iterable[SignalTier], wishes: Sequence[Wish]) -> tuple[Signal, ...]:
    """The signals in the order of their tiers, each to one place, until either runs out."""
    each = [tier.id for tier in tiers for _ in range(tier.number)]
    return tuple(
        Signal(tier, wish.listed.host_id, wish.listed.name, wish.why.because, wish.why.sources)
        for tier, wish in zip(each, wishes, strict=False)
    )


def fullest(counts: Mapping[str, int], wanted: Mapping[str, int], *, most: int) -> tuple[str, ...]:
    """The divisions with most programs, of those alike the ones with most that are wanted, no more than may be named.

    >>> fullest({"a": 1, "b": 2, "c": 1}, {"c": 1}, most=2)
    ('b', 'c')
    """
    order = list(counts)
    return tuple(sorted(order, key=lambda id_: (-counts[id_], -wanted.get(id_, 0), order.index(id_)))[:most])
