"""Offers, plans side by side, and what is in the way, in the terminal."""

from collections.abc import Iterator

from generator.cli.terminal import entry, paragraph, plain
from generator.phrases import number, plural, short_date
from generator.prose import Prose
from generator.views import Sight
from generator.views.conflict import WayView, conflict, has_conflict
from generator.views.offers import OfferView, offers
from generator.views.schedule import schedule


def offers_told(sight: Sight) -> Iterator[str]:
    """What to answer to each offer, by when, and why."""
    for offer in offers(sight).offers:
        block = offer.block
        yield entry(f"{plain(offer.answer.name)}: {block.at}, {short_date(block.first)} to {short_date(block.last)}")
        yield from (entry(line, indent=4) for line in _offer(offer))


def _offer(offer: OfferView) -> Iterator[str]:
    yield f"Answer by {short_date(offer.answer_by)}." if offer.answer_by else "Ask by when they want your answer."
    yield offer.because
    if offer.overlaps:
        yield f"It shares days with {', '.join(plain(block.name) for block in offer.overlaps)}."
    yield from (Prose(f"What would let you take it: {limit.free}") for limit in offer.ways_out)
    if offer.can_be_taken:
        yield _withdrawing(offer)


def _withdrawing(offer: OfferView) -> str:
    if offer.withdraw_by:
        return f"Last polite day to withdraw after a yes: {short_date(offer.withdraw_by)}."
    return "It begins too soon to withdraw from it politely, so say yes only if you will come."


def plans_told(sight: Sight) -> Iterator[str]:
    """Each plan with what it has, what it gives up, and its blocks."""
    shown = schedule(sight)
    for plan in shown.plans:
        yield entry(Prose(f"{plan.name}. {plan.what}"))
        has = (f"{name.lower()} {cell}" for name, cell in zip(shown.measures, plan.cells, strict=True))
        yield entry(Prose(f"Has: {'; '.join(has)}."), indent=4)
        if plan.gives_up:
            yield entry(Prose(f"Gives up: {', '.join(plan.gives_up)}."), indent=4)
        if plan.same_as:
            yield entry(Prose(f"The same plan as: {', '.join(plan.same_as)}."), indent=4)
        for block in plan.blocks:
            where = f" at {block.host}" if block.host else ""
            yield entry(f"{short_date(block.first)}: {plain(block.name)}{where}", indent=4)


def conflict_told(sight: Sight) -> Iterator[str]:
    """Why too few blocks fit, and the ways out, the easiest first."""
    if has_conflict(sight):
        shown = conflict(sight)
        needed = "is needed, and" if shown.needed == 1 else "are needed, and"
        yield paragraph(f"{_upper(plural(shown.needed, 'more rotation'))} {needed} {_count(shown.fits)} will fit:")
        for limit in shown.limits:
            alone = f"Without this alone {_count(limit.blocks_without)} would fit."
            yield entry(Prose(f"{limit.name}: {limit.because}. {alone}"))
        yield paragraph("Ways out, the easiest first:" if shown.easiest else "No way out is in your hands.")
        for place, way in enumerate((*shown.easiest, *shown.others), start=1):
            yield entry(_way(way), mark=f"{place}.")


def _way(way: WayView) -> Prose:
    steps = " ".join(f"{step.name}: {step.free}" for step in way.steps)
    return Prose(f"{steps} Then {number(way.blocks)} will fit.")


def _count(blocks: int) -> str:
    return number(blocks) if blocks else "none"


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
