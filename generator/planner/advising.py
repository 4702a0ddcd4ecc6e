"""Everything that stands beside the plan."""

from generator.catalog import Catalog
from generator.facts import Facts
from generator.plan import Advice, Conflict
from generator.planner.alternatives import alternatives
from generator.planner.broken import broken
from generator.planner.conflicts import conflict
from generator.planner.core import Core
from generator.planner.falling_back import fallbacks, setbacks, targets
from generator.planner.ground import ground_at
from generator.planner.offers import offers


def advice(facts: Facts, catalog: Catalog, decided: Core) -> Advice:
    """Other plans, fallbacks, places to apply to, offers, losses, and what is in the way."""
    ground, schedule = decided.ground, decided.schedule.value
    plans = alternatives(ground, schedule, least=decided.how_many.value.least)
    return Advice(
        alternatives=plans,
        fallbacks=tuple(fallbacks(ground, schedule)),
        setbacks=tuple(setbacks(ground, schedule)),
        offers=tuple(offers(ground, schedule, plans)),
        targets=tuple(targets(ground, schedule)),
        broken=tuple(broken(ground, schedule.chosen)),
        conflict=_conflict(facts, catalog, decided),
    )


def _conflict(facts: Facts, catalog: Catalog, decided: Core) -> Conflict | None:
    """What is in the way of as many blocks in time as make sense; nothing where the season is over."""
    ground = decided.ground
    if facts.rank_lists_closed() or not ground.parts:
        return None
    in_time = ground_at(facts, catalog, ground.mix, decided.hosts, late=False) if ground.late else ground
    filled = len(ground.mix.parts) - len(ground.parts)
    return conflict(in_time, max(decided.how_many.value.least - filled, 0))
