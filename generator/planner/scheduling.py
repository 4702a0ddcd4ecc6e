"""From an applicant's facts to a dated schedule: limits, parts still wanted, blocks, and why it came out so."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from generator.catalog.tables import Outcomes
from generator.facts import Facts
from generator.plan import Block, Decision, Dropped, Mix, Schedule, Span
from generator.planner.taken import block_letter, fixed_blocks, taken_spans, upload_by
from generator.prose import Prose, fill
from generator.rules.calendar import Limits, Wish, allowed, most_after, place
from generator.rules.dates import inquiry_dates
from generator.rules.mix import kept

Lead = Literal["usual", "short"]


@dataclass(frozen=True)
class Attempt:
    """One way to place the parts: with a lead, before reviews or late."""

    lead: Lead
    late: bool
    limits: Limits
    blocks: tuple[Span, ...]

    @property
    def room(self) -> int:
        """How many blocks fit one after another."""
        return most_after(self.blocks, date.min)


def schedule(facts: Facts, mix: Mix, outcomes: Outcomes) -> Decision[Schedule]:
    """The blocks that this applicant's dates allow, in the order of the year."""
    held = fixed_blocks(facts)
    wanted = _still_wanted(mix, held)
    caps = dict(_caps(facts, held))
    best = _best_attempt(facts, min([len(wanted), *caps.values()]))
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
    return _explained(facts, made, outcomes, caps)


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


def _best_attempt(facts: Facts, wanted: int) -> Attempt:
    """Before reviews if any day is left for it, else late; with a short lead only if that places more."""
    late = _too_late(facts)
    usual, short = _attempt(facts, "usual", late=late), _attempt(facts, "short", late=late)
    return short if min(short.room, wanted) > min(usual.room, wanted) else usual


def _too_late(facts: Facts) -> bool:
    calendar = facts.settings.calendar
    earliest = facts.as_of + timedelta(weeks=calendar.short_lead_weeks)
    return not allowed(Limits(earliest, _useful_end(facts, late=False), calendar.block_days, None, ()))


def _attempt(facts: Facts, lead: Lead, *, late: bool) -> Attempt:
    calendar = facts.settings.calendar
    weeks = calendar.usual_lead_weeks if lead == "usual" else calendar.short_lead_weeks
    limits = Limits(
        earliest=facts.as_of + timedelta(weeks=weeks),
        last_end=_last_end(facts, late=late),
        days=calendar.block_days,
        windows=_windows(facts),
        taken=taken_spans(facts),
    )
    return Attempt(lead, late, limits, allowed(limits))


def _last_end(facts: Facts, *, late: bool) -> date:
    """The last day on which a block can end: while it is of use, and for the enrolled by graduation."""
    useful = _useful_end(facts, late=late)
    return min(useful, facts.profile.school.graduation) if facts.enrolled() else useful


def _useful_end(facts: Facts, *, late: bool) -> date:
    """For a letter in time; late, for contact before rank lists close."""
    closing = facts.season.day("rank-list-deadline") if late else upload_by(facts)
    return (closing or date.max) - timedelta(days=facts.settings.calendar.letter_days_after_block)


def _windows(facts: Facts) -> tuple[Span, ...] | None:
    windows = facts.profile.school.elective_windows
    if windows is None or facts.graduated():
        return None
    return tuple(Span(window.first, window.last) for window in windows)


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


def _explained(facts: Facts, made: Schedule, outcomes: Outcomes, caps: Mapping[str, int]) -> Decision[Schedule]:
    outcome = _outcome(facts, made, caps)
    reason = outcomes.reason(outcome)
    found = {
        "placed": len(made.planned),
        "wanted": len(made.wanted),
        "earliest": _said(made.earliest),
        "last": _said(made.last_end),
    }
    return Decision(
        value=made,
        because=fill(reason.because, found),
        facts=(),
        sources=reason.sources,
        rule=f"{outcomes.id}: {outcome}",
        unsettled=_unsettled(facts, made),
    )


def _outcome(facts: Facts, made: Schedule, caps: Mapping[str, int]) -> str:
    if not made.wanted:
        return "nothing-left-to-plan"
    if facts.rank_lists_closed():
        return "season-over"
    if not made.planned:
        return "none-allowed" if 0 in caps.values() or _windows(facts) == () else "nothing-fits"
    if made.late:
        return "late-only"
    placed = "some-placed" if made.dropped else "all-placed"
    return placed if made.lead == "usual" else f"{placed}-short-lead"


def _unsettled(facts: Facts, made: Schedule) -> tuple[str, ...]:
    asked = ("school-allows-electives", "school-caps-electives", "school-needs-agreement") if facts.enrolled() else ()
    answers = facts.answers()
    return tuple(name for name in asked if made.wanted and answers[name] is None)


def _said(day: date | None) -> Prose:
    return Prose(f"{day:%B} {day.day}, {day.year}" if day else "")
