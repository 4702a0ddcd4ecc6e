"""The page on kinds of rotations."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from generator.plan.settings import RotationType
from generator.prose import Prose
from generator.views.common import Sight, View
from generator.views.mix import MixView, mix
from generator.views.settled import SettledView, settled


@dataclass(frozen=True)
class TypeView:
    """A kind of rotation."""

    name: Prose
    why: Prose
    titles: Prose
    fills_names: Prose
    sources: tuple[str, ...]


@dataclass(frozen=True)
class TierView:
    """A tier and the kinds of rotations in it that this person can do."""

    name: Prose
    meaning: Prose
    types: tuple[TypeView, ...]


@dataclass(frozen=True, kw_only=True)
class ChoosingView(View):
    """Kinds of rotations by tier."""

    tiers: Annotated[tuple[TierView, ...], "The tiers with the kinds of rotations open to this person."]
    mix: Annotated[MixView, "The parts of the plan."]
    settled: Annotated[tuple[SettledView, ...], "Contradictions of the article about kinds of rotations."]


def choosing(sight: Sight) -> ChoosingView:
    """The choosing page."""
    return ChoosingView(**sight.common(), tiers=tuple(_tiers(sight)), mix=mix(sight), settled=settled(sight, "mix"))


def _tiers(sight: Sight) -> Iterator[TierView]:
    for tier in sight.facts.settings.tiers:
        types = tuple(_type(sight, kind) for kind in sight.open_types if kind.tier == tier.id)
        if types:
            yield TierView(tier.name, tier.meaning, types)


def _type(sight: Sight, kind: RotationType) -> TypeView:
    fills = ", ".join(sight.facts.settings.role(part).name for part in kind.fills)
    return TypeView(kind.name, kind.why, kind.titles, Prose(fills), kind.sources)
