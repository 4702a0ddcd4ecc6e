"""From an applicant's facts to a dated schedule: the best plan, what found no place in it, and why it came out so."""

from datetime import timedelta

from generator.catalog.tables import Outcomes
from generator.facts import Facts
from generator.phrases import long_date, number
from generator.plan import Decision, Dropped, Proof, Schedule
from generator.planner.choices import Terms
from generator.planner.days import last_end
from generator.planner.ground import Ground
from generator.planner.placing import placed
from generator.planner.posing import best
from generator.planner.taken import upload_by
from generator.prose import fill
from generator.search import Result

NUMBER = ("number",)


def schedule(ground: Ground) -> Decision[Schedule]:
    """The best plan by the first order of goals."""
    facts, outcomes = ground.facts, ground.catalog.files.schedule
    order = ground.catalog.files.goals.orders[0]
    found = best(ground, order.goals)
    chosen = placed(ground, found)
    placed_parts = {block.part for block in chosen}
    enough = ground.filled + len(chosen) >= ground.most
    wanted = tuple(part for part in ground.parts if part in placed_parts or not enough)
    missing = [part for part in wanted if part not in placed_parts]
    why = _why_dropped(ground, len(chosen)) if missing else ""
    made = Schedule(
        blocks=tuple(sorted((*ground.held, *chosen), key=lambda block: block.span)),
        wanted=wanted,
        dropped=tuple(Dropped(part, why) for part in missing),
        lead="short" if any(block.short_notice for block in chosen) else "usual",
        late=ground.late,
        earliest=facts.as_of + timedelta(weeks=facts.settings.calendar.short_lead_weeks),
        last_end=last_end(facts, late=ground.late),
        upload_by=upload_by(facts),
        score=tuple(zip(order.goals, found.score, strict=True)),
        proof=_proof(found),
    )
    return _explained(facts, made, outcomes)


def most_blocks(ground: Ground, removed: frozenset[str]) -> int:
    """How many blocks fit when some limits are taken away."""
    return len(best(ground, NUMBER, Terms(removed=removed, only=ground.enough)).taken)


def most_in_time(ground: Ground, removed: frozenset[str]) -> int:
    """How many of them end in time for a letter."""
    return len(best(ground, NUMBER, Terms(removed=removed, only=ground.enough, in_time=True)).taken)


def _why_dropped(ground: Ground, chosen: int) -> str:
    """The limit without which the plan would hold more blocks, the easiest to move first.

    Where no limit does that by itself: a surer block that takes the place of others, or else several together.
    """
    limits = ground.catalog.files.limits
    if ground.facts.rank_lists_closed():
        return limits.season.id
    crowded = most_blocks(ground, frozenset()) > chosen
    blocks = _planned_blocks if crowded else most_blocks
    hardest = max(limits.efforts.values()) + 1
    for limit in sorted(limits.limits, key=lambda one: one.effort or hardest):
        if blocks(ground, frozenset({limit.id})) > chosen:
            return limit.id
    return limits.surer.id if crowded else limits.together.id


def _planned_blocks(ground: Ground, removed: frozenset[str]) -> int:
    """How many blocks the best plan holds when some limits are taken away."""
    return len(best(ground, ground.catalog.files.goals.orders[0].goals, Terms(removed=removed)).taken)


def _proof(found: Result) -> Proof:
    gap = found.gap
    return Proof(found.proved, found.nodes, gap.goal if gap else "", gap.amount if gap else 0)


def _explained(facts: Facts, made: Schedule, outcomes: Outcomes) -> Decision[Schedule]:
    outcome = _outcome(facts, made)
    reason = outcomes.reason(outcome)
    found = {
        "placed": number(len(made.chosen)),
        "wanted": number(len(made.wanted)),
        "earliest": long_date(made.earliest),
        "last": long_date(made.last_end),
    }
    return Decision(
        value=made,
        because=fill(reason.because, found),
        facts=(),
        sources=reason.sources,
        rule=f"{outcomes.id}: {outcome}",
        unsettled=_unsettled(facts, made),
    )


def _outcome(facts: Facts, made: Schedule) -> str:
    if not made.wanted:
        return "nothing-left-to-plan"
    if facts.rank_lists_closed():
        return "season-over"
    if not made.chosen:
        return (
            "nothing-fits"
            if made.dropped[0].why in ("together", "letter-day", "lead", "graduation")
            else "none-allowed"
        )
    if made.late:
        return "late-only"
    outcome = "some-placed" if made.dropped else "all-placed"
    return outcome if made.lead == "usual" else f"{outcome}-short-lead"


def _unsettled(facts: Facts, made: Schedule) -> tuple[str, ...]:
    asked = ("school-allows-electives", "school-caps-electives", "school-needs-agreement") if facts.enrolled() else ()
    answers = facts.answers()
    return tuple(name for name in asked if made.wanted and answers[name] is None)
