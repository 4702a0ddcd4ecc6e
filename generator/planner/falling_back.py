"""For each block what to do instead and until when, where else to apply, and what is left if its host falls away."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.plan import Block, Fallback, Moved, Schedule, Setback, Target
from generator.planner.alternatives import measures
from generator.planner.candidates import Candidate
from generator.planner.choices import Terms
from generator.planner.ground import Ground
from generator.planner.placing import apply_by, placed
from generator.planner.posing import best


def fallbacks(ground: Ground, schedule: Schedule) -> Iterator[Fallback]:
    """The best substitute for each block while the others stay, where there is one."""
    goals = ground.catalog.files.goals.orders[0].goals
    for block in schedule.chosen:
        others = tuple(one for one in schedule.chosen if one is not block)
        without = _itself(ground, block) | (_offers(ground) if block.status == "offered" else frozenset())
        terms = Terms(without=without, standing=others, parts=(block.part,))
        for other in placed(ground, best(ground, goals, terms)):
            yield _fallback(ground, block, other)


def targets(ground: Ground, schedule: Schedule) -> Iterator[Target]:
    """Places to apply to for each block that is still to be found, the best first, several for each."""
    goals = ground.catalog.files.goals
    for block in schedule.planned:
        others = tuple(one for one in schedule.chosen if one is not block)
        left_out = {*_offers(ground)}
        for _ in range(goals.fallback_hosts):
            terms = Terms(without=frozenset(left_out), standing=others, parts=(block.part,))
            for other in placed(ground, best(ground, goals.orders[0].goals, terms)):
                left_out |= _itself(ground, other)
                yield _target(ground, block, other)


def setbacks(ground: Ground, schedule: Schedule) -> Iterator[Setback]:
    """What the plan becomes when the host of a block falls away: everything is searched again without it."""
    goals = ground.catalog.files.goals.orders[0].goals
    before = measures(ground, schedule.chosen).letters
    for block in schedule.chosen:
        candidate = ground.candidate(block.candidate)
        if candidate.place:
            again = placed(ground, best(ground, goals, Terms(without=frozenset({candidate.place}))))
            parts = {one.part for one in again}
            yield Setback(
                block=block.id,
                host=block.host,
                letters=measures(ground, again).letters,
                letters_before=before,
                moved=tuple(_moved(one) for one in again if _stands_anew(one, schedule)),
                lost=tuple(one.part for one in schedule.chosen if one.part not in parts),
            )


def _offers(ground: Ground) -> frozenset[str]:
    """Offers in hand: nobody applies for them, and one that is accepted needs no second one behind it."""
    return frozenset(one.id for one in ground.candidates if one.certainty == "offered")


def _itself(ground: Ground, block: Block) -> frozenset[str]:
    """What a substitute must not be: the same host, or for an open slot the same kind."""
    candidate = ground.candidate(block.candidate)
    return frozenset({candidate.place or candidate.id})


def _fallback(ground: Ground, block: Block, other: Block) -> Fallback:
    candidate = ground.candidate(other.candidate)
    return Fallback(
        block=block.id,
        certainty=other.certainty,
        host=other.host,
        host_id=other.host_id,
        type=other.type,
        span=other.span,
        switch_by=_switch_by(ground.facts.as_of, block, candidate, other),
    )


def _switch_by(as_of: date, block: Block, candidate: Candidate, other: Block) -> date:
    """The last day that leaves a substitute its notice, or an offer its answer; never after the block's first day."""
    last = min(apply_by(as_of, candidate, other.span), candidate.answer_due or date.max)
    return max(min(last, block.span.first - timedelta(days=1)), as_of)


def _target(ground: Ground, block: Block, other: Block) -> Target:
    by = apply_by(ground.facts.as_of, ground.candidate(other.candidate), other.span)
    return Target(block.id, other.certainty, other.host, other.host_id, other.type, other.span.first, by)


def _moved(block: Block) -> Moved:
    return Moved(block.part, block.host, block.span)


def _stands_anew(block: Block, schedule: Schedule) -> bool:
    """Whether a block is not in the plan as it was."""
    return not any(
        (one.part, one.span, one.candidate) == (block.part, block.span, block.candidate) for one in schedule.chosen
    )
