"""The parts of the plan, as several pages show them."""

from dataclasses import dataclass

from generator.plan.settings import Role
from generator.prose import Prose
from generator.views.common import Sight


@dataclass(frozen=True)
class PartView:
    """A part of the plan; `doubles` says so where it plays two."""

    name: Prose
    goal: Prose
    doubles: Prose


@dataclass(frozen=True)
class MixView:
    """The parts of the plan, and why these."""

    because: Prose
    parts: tuple[PartView, ...]
    sources: tuple[str, ...]


def mix(sight: Sight) -> MixView:
    """The parts with their goals."""
    decision = sight.plan.mix
    roles = [sight.facts.settings.role(part) for part in decision.value.parts]
    parts = tuple(PartView(role.name, role.goal, _doubles(sight, role, roles)) for role in roles)
    return MixView(decision.because, parts, decision.sources)


def _doubles(sight: Sight, role: Role, roles: list[Role]) -> Prose:
    others = {other.specialty for other in roles if other.id != role.id}
    plays_two = role.id in sight.plan.mix.value.doubles and role.specialty not in others
    return sight.catalog.name("phase", "doubles") if plays_two else Prose("")
