"""The blocks with their hosts, what to do instead of each, and where to apply, in the terminal."""

from collections.abc import Iterator

from generator.cli.telling.number import unsettled
from generator.cli.terminal import entry, paragraph, plain
from generator.phrases import short_date
from generator.plan import InquiryDates, LetterDates
from generator.prose import Prose
from generator.views import Sight
from generator.views.common import BlockView
from generator.views.places import FallbackView, PlaceView, StandingView
from generator.views.schedule import schedule


def blocks(sight: Sight) -> Iterator[str]:
    """Every block, done or ahead, and the parts that found no place."""
    shown = schedule(sight)
    yield paragraph(shown.decision.because)
    yield from unsettled(sight, shown.decision)
    for done in shown.done:
        yield entry(_heading(done))
    for standing in shown.standings:
        yield from _standing(standing)
    for dropped in shown.dropped:
        yield entry(Prose(f"No place for: {dropped.name}, because {dropped.why}."))


def _heading(block: BlockView) -> str:
    return f"{short_date(block.first)} to {short_date(block.last)}: {_name(block)}"


def _name(block: BlockView) -> str:
    """A booked block's host in the applicant's own words, or the part of a planned one and its host if it has one."""
    status = plain(block.status_name).lower()
    if not block.is_planned:
        return f"{plain(block.name)} ({status})"
    where = f" at {block.at}" if block.at else ""
    return f"{plain(block.name)}{where} ({status}; {plain(block.certainty_name).lower()})"


def _standing(standing: StandingView) -> Iterator[str]:
    yield entry(_heading(standing.block))
    yield from (entry(line, indent=4) for line in (*_at_host(standing), *_dated(standing)))


def _at_host(standing: StandingView) -> Iterator[str]:
    """How the host stands, and what to ask it first."""
    if standing.verdict:
        yield standing.verdict
    if standing.question:
        yield f"Ask: {standing.question}"


def _dated(standing: StandingView) -> Iterator[str]:
    """The days that are ahead for a block, in their order."""
    block = standing.block
    if standing.answer_by:
        yield f"Answer the offer by {short_date(standing.answer_by)}."
    if block.inquiry:
        yield _inquiry(block.inquiry)
    if block.at and standing.apply_by:
        yield f"Have the papers there by {short_date(standing.apply_by)}{_assumed(standing)}."
    if block.letter:
        yield _letter(block.letter)


def _assumed(one: StandingView | PlaceView) -> str:
    return " (its own notice is not known)" if one.lead_assumed else ""


def _inquiry(dates: InquiryDates) -> str:
    usual = f"the usual time, {short_date(dates.opens)} to {short_date(dates.closes)}"
    said = f"{usual}, is over" if dates.closed else usual
    return f"Write to hosts by {short_date(dates.write_by)} ({said})."


def _letter(dates: LetterDates) -> str:
    asked = (
        f"from {short_date(dates.first_ask)} to {short_date(dates.last_ask)}" if dates.first_ask else _asked_late(dates)
    )
    told = [f"Ask for the letter {asked}"]
    told += [f"remind on {short_date(dates.reminder)}"] if dates.reminder else []
    told += [f"have it uploaded by {short_date(dates.upload_by)}"] if dates.upload_by else []
    late = "" if dates.in_time else " It comes too late for the first reading."
    return f"{', '.join(told)}.{late}"


def _asked_late(dates: LetterDates) -> str:
    return f"by {short_date(dates.last_ask)}" if dates.last_ask else "now"


def fallbacks(sight: Sight) -> Iterator[str]:
    """For each block what to do instead, and the day by which to change over."""
    for standing in schedule(sight).standings:
        if standing.fallback and standing.switch_by:
            told = f"{_heading_short(standing.block)}: change over by {short_date(standing.switch_by)}"
            yield entry(f"{told} to {_fallback(standing.fallback)}.")


def _heading_short(block: BlockView) -> str:
    part = plain(block.role.name) if block.role else plain(block.name)
    return f"{part} at {block.at}" if block.at else part


def _fallback(one: FallbackView) -> str:
    where = f" at {one.host}" if one.host else " at any host"
    days = f"{short_date(one.first)} to {short_date(one.last)}"
    sure = "; ask first" if one.is_ask else ""
    answer = f"; its offer lapses after {short_date(one.answer_by)}" if one.answer_by else ""
    return f"{plain(one.request)}{where} ({days}{sure}{answer})"


def setbacks(sight: Sight) -> Iterator[str]:
    """What is left of the plan without each host."""
    for one in schedule(sight).setbacks:
        letters = f"letters covered {one.letters} instead of {one.letters_before}" if one.loses_letters else ""
        lost = f"no place for {_listed(one.lost)}" if one.lost else ""
        moved = ", ".join(f"{plain(to.name)}{_at(to.host)} from {short_date(to.first)}" for to in one.moved)
        told = "; ".join(filter(None, [letters, lost, moved])) or "nothing else changes"
        yield entry(f"Without {one.host} ({_listed(one.blocks)}): {told}.")


def _at(host: str) -> str:
    return f" at {host}" if host else ""


def _listed(names: tuple[Prose, ...]) -> str:
    return ", ".join(map(plain, names))


def places(sight: Sight) -> Iterator[str]:
    """For each block that is still to be found the places to apply to, the best first."""
    for standing in schedule(sight).standings:
        if standing.places:
            block = standing.block
            yield paragraph(f"{plain(block.name)}, {short_date(block.first)}:")
            for place in standing.places:
                yield entry(_place(place), indent=4)


def _place(place: PlaceView) -> str:
    where = place.host or "Any host"
    told = [plain(place.request), "ask first" if place.is_ask else ""]
    told += [f"from {short_date(place.other_first)}" if place.other_first else ""]
    by = f"apply by {short_date(place.apply_by)}" if place.apply_by else "applied for"
    assumed = _assumed(place) if place.apply_by and place.host else ""
    return f"{where}: {'; '.join(filter(None, [*told, by]))}{assumed}."
