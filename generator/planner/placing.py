"""From what a search found to the blocks of a schedule."""

from dataclasses import replace
from datetime import date, timedelta

from generator.facts import Facts
from generator.plan import Block, InquiryDates, Span
from generator.planner.candidates import Candidate
from generator.planner.ground import Ground
from generator.planner.taken import block_letter
from generator.rules.dates import inquiry_dates
from generator.search import Result, Taken


def placed(ground: Ground, result: Result) -> tuple[Block, ...]:
    """The blocks that a search chose, in order of time."""
    return tuple(_block(ground, one) for one in result.taken)


def _block(ground: Ground, taken: Taken) -> Block:
    facts, candidate = ground.facts, ground.candidate(taken.choice.offer)
    span = Span(date.fromordinal(taken.start.first), date.fromordinal(taken.start.last))
    own = candidate.rotation is not None
    offered, due = candidate.certainty == "offered", apply_by(facts.as_of, candidate, span)
    letter = block_letter(facts, span)
    return Block(
        id=taken.choice.role,
        part=taken.choice.role,
        span=span,
        status="offered" if offered else "planned",
        certainty=candidate.certainty,
        field=candidate.field if own else "",
        type=candidate.type,
        host=candidate.host,
        host_id=candidate.host_id,
        candidate=candidate.id,
        city=candidate.city,
        late=ground.late and not letter.in_time,
        short_notice=not taken.start.worth.get("notice", 1),
        letter=letter,
        inquiry=None if own else _inquiry(facts, span, due),
        apply_by=None if own else due,
        fee=candidate.fee,
    )


def _inquiry(facts: Facts, span: Span, due: date) -> InquiryDates:
    """When to write about a block; never later than its papers are due."""
    dates = inquiry_dates(span, as_of=facts.as_of, calendar=facts.settings.calendar)
    return replace(dates, write_by=min(dates.write_by, due))


def apply_by(as_of: date, candidate: Candidate, span: Span) -> date:
    """The last day on which a host still has its time; today if that has gone by."""
    return max(span.first - timedelta(weeks=candidate.lead), as_of)
