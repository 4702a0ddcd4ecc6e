"""Offers that wait for an answer: accept, hold or decline, by when, and what each does to the plans."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Literal

from generator.plan import Alternative, Block, Fallback, OfferAdvice, Schedule, Span
from generator.planner.alternatives import measures
from generator.planner.candidates import Candidate
from generator.planner.choices import WANTED, Terms
from generator.planner.ground import Ground
from generator.planner.placing import placed
from generator.planner.posing import best

Answer = Literal["accept", "hold", "decline"]


def offers(
    ground: Ground, schedule: Schedule, plans: tuple[Alternative, ...], substitutes: tuple[Fallback, ...]
) -> Iterator[OfferAdvice]:
    """Advice on each offer that can still be answered, that which is due first at the top."""
    planned = {block.id for block in schedule.planned}
    kept = frozenset(one.host for one in substitutes if one.certainty == "offered" and one.block in planned)
    live = [one for one in ground.candidates if one.certainty == "offered"]
    for candidate in sorted(live, key=lambda one: one.answer_due or date.max):
        yield _advice(_Offer(ground, candidate, schedule, plans, candidate.host in kept))


@dataclass(frozen=True)
class Outcome:
    """A plan and what it scores, goal by goal."""

    blocks: tuple[Block, ...]
    score: tuple[int, ...]


@dataclass(frozen=True)
class _Offer:
    """An offer with the plans that could hold it; the first of them is the guide's own."""

    ground: Ground
    candidate: Candidate
    schedule: Schedule
    plans: tuple[Alternative, ...]
    is_substitute: bool

    @property
    def in_plans(self) -> tuple[str, ...]:
        """The plans that hold it."""
        return tuple(plan.id for plan in self.plans if _of(self.candidate, plan.blocks))

    @property
    def is_chosen(self) -> bool:
        """Whether the guide's own plan holds it."""
        return _of(self.candidate, self.schedule.chosen) is not None

    @property
    def answer(self) -> Answer:
        """What to say."""
        if self.is_chosen:
            return "accept"
        return "hold" if self.in_plans or self.is_substitute else "decline"

    @property
    def own(self) -> Outcome:
        """The guide's own plan."""
        return Outcome(self.schedule.chosen, tuple(amount for _, amount in self.schedule.score))

    @cached_property
    def with_it(self) -> Outcome | None:
        """The best plan with it in; None where no plan that keeps the limits has it."""
        return self.own if self.is_chosen else self.found(frozenset())

    @cached_property
    def without_it(self) -> Outcome:
        """The best plan without it."""
        if not self.is_chosen:
            return self.own
        result = best(self.ground, _goals(self.ground), Terms(without=frozenset({self.candidate.id})))
        return Outcome(placed(self.ground, result), result.score)

    def found(self, limits_off: frozenset[str]) -> Outcome | None:
        """The best plan with it in when some limits are taken away; None where there is none."""
        goals = (WANTED, *_goals(self.ground))
        result = best(self.ground, goals, Terms(removed=limits_off, wanted=self.candidate.id))
        return Outcome(placed(self.ground, result), result.score[1:]) if result.score[0] else None

    def block(self, forced: tuple[Block, ...]) -> Block | None:
        """It as it stands in the guide's own plan, in another one, or in the best plan with it."""
        places = (self.schedule.chosen, *(plan.blocks for plan in self.plans), forced)
        return next((block for blocks in places if (block := _of(self.candidate, blocks))), None)


def _goals(ground: Ground) -> tuple[str, ...]:
    return ground.catalog.files.goals.orders[0].goals


def _of(candidate: Candidate, blocks: tuple[Block, ...]) -> Block | None:
    return next((block for block in blocks if block.candidate == candidate.id), None)


def _advice(offer: _Offer) -> OfferAdvice:
    ground, candidate = offer.ground, offer.candidate
    found, without = offer.with_it, offer.without_it
    block = offer.block(found.blocks if found else ())
    span = block.span if block else candidate.days[0].span
    return OfferAdvice(
        number=(candidate.rotation or 0) + 1,
        host=candidate.host,
        advice=offer.answer,
        why=_why(offer, found),
        limits=_limits(offer, found),
        overlaps=tuple(one.id for one in _standing(offer) if one.span.overlaps(span)),
        answer_by=candidate.answer_due,
        withdraw_by=_withdraw_by(ground, span),
        span=span,
        part=block.part if block else next(iter(candidate.parts), ""),
        in_plans=offer.in_plans,
        with_it=measures(ground, found.blocks) if found else None,
        without_it=measures(ground, without.blocks),
        differs_in=_differs_in(ground, found, without),
    )


def _differs_in(ground: Ground, found: Outcome | None, without: Outcome) -> str:
    scores = zip(_goals(ground), found.score if found else without.score, without.score, strict=True)
    return next((goal for goal, one, other in scores if one != other), "")


def _why(offer: _Offer, found: Outcome | None) -> str:
    if offer.answer == "accept":
        return "best"
    if offer.answer == "hold":
        return "other-plan" if offer.in_plans else "substitute"
    return _why_not(offer, found)


def _why_not(offer: _Offer, found: Outcome | None) -> str:
    if not _plays(offer):
        return "no-part"
    return "worse" if found else "limits"


def _plays(offer: _Offer) -> bool:
    """Whether there is a part left that it could play."""
    return bool(set(offer.candidate.parts) & set(offer.ground.parts))


def _limits(offer: _Offer, found: Outcome | None) -> tuple[str, ...]:
    """The limits that shut it out: those that it breaks on each of its days, or else the one that alone does."""
    if found or not _plays(offer):
        return ()
    always = frozenset.intersection(*(day.broken for day in offer.candidate.days)) | offer.candidate.barred
    if always and offer.found(always):
        return tuple(sorted(always))
    return tuple(sorted(always | _alone(offer, always)))


def _alone(offer: _Offer, always: frozenset[str]) -> frozenset[str]:
    """The limit that shuts it out besides; together where it takes several."""
    limits = offer.ground.catalog.files.limits
    for limit in limits.limits:
        if offer.found(always | {limit.id}):
            return frozenset({limit.id})
    return frozenset({limits.together.id})


def _standing(offer: _Offer) -> tuple[Block, ...]:
    """What stands beside it in the guide's own plan."""
    blocks = (*offer.ground.held, *offer.schedule.chosen)
    return tuple(one for one in blocks if one.candidate != offer.candidate.id and one.status != "done")


def _withdraw_by(ground: Ground, span: Span) -> date | None:
    """The last polite day to withdraw after accepting; None where it has gone by."""
    day = span.first - timedelta(weeks=ground.facts.settings.calendar.withdraw_weeks)
    return day if day >= ground.facts.as_of else None
