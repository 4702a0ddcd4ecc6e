"""Everything that stands beside the plan."""

from generator.plan import Advice, Alternative, Conflict, Fallback
from generator.planner.alternatives import alternatives
from generator.planner.broken import broken
from generator.planner.conflicts import conflict
from generator.planner.core import Core
from generator.planner.falling_back import fallbacks, setbacks, targets
from generator.planner.offers import offers


def advice(decided: Core) -> Advice:
    """Other plans, fallbacks, places to apply to, offers, losses, and what is in the way."""
    ground, schedule = decided.ground, decided.schedule.value
    plans = alternatives(ground, schedule, least=decided.how_many.value.least)
    substitutes = tuple(fallbacks(ground, schedule))
    return Advice(
        alternatives=plans,
        fallbacks=substitutes,
        setbacks=tuple(setbacks(ground, schedule)),
        offers=tuple(offers(ground, schedule, plans, substitutes)),
        targets=tuple(targets(ground, schedule)),
        broken=tuple(broken(ground, schedule.chosen)),
        conflict=_conflict(decided),
    )


def advice_to_act_on(decided: Core) -> Advice:
    """The part of it that messages are made from, offers and places to apply to; the rest is left empty."""
    ground, schedule = decided.ground, decided.schedule.value
    plans: tuple[Alternative, ...] = ()
    substitutes: tuple[Fallback, ...] = ()
    if any(rotation.status == "offered" for rotation in ground.facts.profile.rotations or ()):
        plans = alternatives(ground, schedule, least=decided.how_many.value.least)
        substitutes = tuple(fallbacks(ground, schedule))
    return Advice(
        alternatives=plans,
        fallbacks=substitutes,
        setbacks=(),
        offers=tuple(offers(ground, schedule, plans, substitutes)),
        targets=tuple(targets(ground, schedule)),
        broken=(),
        conflict=None,
    )


def _conflict(decided: Core) -> Conflict | None:
    """What is in the way of as many blocks in time as make sense; nothing where the season is over."""
    ground = decided.ground
    if ground.facts.rank_lists_closed() or not ground.parts:
        return None
    return conflict(ground.before_reading(), max(decided.how_many.value.least - ground.filled, 0))
