"""From an applicant's facts to a dated schedule: limits, parts still wanted, blocks, and why it came out so."""

from collections.abc import Iterator, Mapping
from datetime import date

from generator.catalog.tables import Outcomes
from generator.facts import Facts
from generator.phrases import long_date
from generator.plan import Block, Decision, Dropped, Mix, Schedule, Span
from generator.planner.attempts import Attempt, best_attempt
from generator.planner.taken import block_letter, fixed_blocks, upload_by
from generator.prose import fill
from generator.rules.calendar import Wish, place
from generator.rules.dates import inquiry_dates
from generator.rules.mix import kept


def schedule(facts: Facts, mix: Mix, outcomes: Outcomes) -> Decision[Schedule]:
    """The blocks that this applicant's dates allow, in the order of the year."""
    held = fixed_blocks(facts)
    wanted = _still_wanted(mix, held)
    caps = dict(_caps(facts, held))
    best = best_attempt(facts, min([len(wanted), *caps.values()]))
    number = min([len(wanted), best.room, *caps.values()])
    stay = _kept(facts, mix, held, number)
    dropped = tuple(Dropped(part, _why(facts, best, caps)) for part in wanted if part not in stay)
    made = Schedule(
        blocks=_dated(facts, best, held, stay),
        wanted=wanted,
        dropped=dropped,
        lead=best.lead,
        late=best.late,
        earliest=best.limits.earliest,
        last_end=best.limits.last_end,
        upload_by=upload_by(facts),
    )
    barred = 0 in caps.values() or best.limits.windows == ()
    return _explained(facts, made, outcomes, "none-allowed" if barred else "nothing-fits")


def _still_wanted(mix: Mix, held: tuple[Block, ...]) -> tuple[str, ...]:
    filled = [block.part for block in held]
    return tuple(part for part in mix.parts if part not in filled)


def _kept(facts: Facts, mix: Mix, held: tuple[Block, ...], number: int) -> tuple[str, ...]:
    specialties = {role.id: role.specialty for role in facts.settings.roles}
    in_blocks = {specialties[block.part] for block in held if block.part}
    by_letter = {specialty for specialty in facts.settings.specialty_ids if facts.us_letter_in(specialty)}
    wanted = _still_wanted(mix, held)
    return kept(wanted, mix, number=number, specialties=specialties, covered=in_blocks | by_letter)


def _caps(facts: Facts, held: tuple[Block, ...]) -> Iterator[tuple[str, int]]:
    """Upper limits on further blocks, each by its name; a school counts what is done, the traveler what is ahead."""
    weeks_each = facts.settings.calendar.block_days // 7
    used = sum(block.span.weeks for block in held)
    booked = sum(block.span.weeks for block in held if block.status == "booked")
    caps = facts.profile.school.caps if facts.enrolled() else None
    if caps and caps.electives is not None:
        yield "electives-cap", max(caps.electives - len(held), 0)
    if caps and caps.weeks_outside is not None:
        yield "weeks-cap", max(caps.weeks_outside - used, 0) // weeks_each
    if facts.means.weeks is not None:
        yield "weeks-available", max(facts.means.weeks - booked, 0) // weeks_each


def _why(facts: Facts, best: Attempt, caps: Mapping[str, int]) -> str:
    tightest = min(caps, key=lambda name: caps[name], default="")
    if tightest and caps[tightest] < best.room:
        return tightest
    return "no-windows" if best.limits.windows == () else "no-time"


def _dated(facts: Facts, best: Attempt, held: tuple[Block, ...], stay: tuple[str, ...]) -> tuple[Block, ...]:
    spans = place([Wish(part, _hoped(facts, part)) for part in stay], best.blocks)
    planned = (_planned(facts, part, span, late=best.late) for part, span in zip(stay, spans, strict=True))
    return tuple(sorted((*held, *planned), key=lambda block: block.span))


def _hoped(facts: Facts, part: str) -> date:
    return date(facts.season.year - 1, facts.settings.role(part).months[0], 1)


def _planned(facts: Facts, part: str, span: Span, *, late: bool) -> Block:
    calendar = facts.settings.calendar
    return Block(
        id=part,
        part=part,
        span=span,
        status="planned",
        field="",
        type="",
        host="",
        late=late,
        letter=block_letter(facts, span),
        inquiry=inquiry_dates(span, as_of=facts.as_of, calendar=calendar),
    )


def _explained(facts: Facts, made: Schedule, outcomes: Outcomes, if_none: str) -> Decision[Schedule]:
    outcome = _outcome(facts, made, if_none)
    reason = outcomes.reason(outcome)
    found = {
        "placed": len(made.planned),
        "wanted": len(made.wanted),
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


def _outcome(facts: Facts, made: Schedule, if_none: str) -> str:
    if not made.wanted:
        return "nothing-left-to-plan"
    if facts.rank_lists_closed():
        return "season-over"
    if not made.planned:
        return if_none
    if made.late:
        return "late-only"
    placed = "some-placed" if made.dropped else "all-placed"
    return placed if made.lead == "usual" else f"{placed}-short-lead"


def _unsettled(facts: Facts, made: Schedule) -> tuple[str, ...]:
    asked = ("school-allows-electives", "school-caps-electives", "school-needs-agreement") if facts.enrolled() else ()
    answers = facts.answers()
    return tuple(name for name in asked if made.wanted and answers[name] is None)
