"""The page on offers that wait for an answer: what to say, by when, why, and what it does to the plans."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from generator.catalog.goals import LimitEntry
from generator.catalog.known import by_id
from generator.catalog.offers import OfferAnswer, OfferReason
from generator.phrases import listed
from generator.plan import Measures, OfferAdvice
from generator.plan.settings import Calendar
from generator.prose import Prose, fill
from generator.views.common import BlockView, Sight, View
from generator.views.costs import dollars
from generator.views.offered import offer_block, rotation_of
from generator.views.scripts import ScriptView, script_about


@dataclass(frozen=True)
class Compared:
    """One thing by which plans are compared, in the best plan with an offer and in the best without it."""

    name: Prose
    with_it: Prose
    without_it: Prose


@dataclass(frozen=True)
class OfferView:
    """An offer, what to answer, and why.

    `is_alike` says that the plans with it and without it differ in nothing that they are compared by.
    `stands_in` are names of plans; `days_open` says that the host set no days; `compared` is empty where no plan can
    hold it.
    """

    block: BlockView
    part: Prose
    answer: OfferAnswer
    can_be_taken: bool
    is_today: bool
    answer_by: date | None
    withdraw_by: date | None
    days_open: bool
    because: Prose
    sources: tuple[str, ...]
    ways_out: tuple[LimitEntry, ...]
    overlaps: tuple[BlockView, ...]
    stands_in: tuple[Prose, ...]
    compared: tuple[Compared, ...]
    is_alike: bool


@dataclass(frozen=True, kw_only=True)
class OffersView(View):
    """What to answer to each offer."""

    offers: Annotated[tuple[OfferView, ...], "Offers that can still be answered, the one that is due first at the top."]
    several: Annotated[bool, "Whether there is more than one."]
    some_taken: Annotated[bool, "Whether at least one of them is to be accepted."]
    silent: Annotated[tuple[str, ...], "Hosts that still owe an answer, in the reader's own words."]
    calendar: Annotated[Calendar, "Lengths and leads."]
    scripts: Annotated[tuple[ScriptView, ...], "The messages for these very offers, in the order of the offers."]


def has_offers(sight: Sight) -> bool:
    """Whether an offer can still be answered; without one there is no page."""
    return bool(sight.plan.advice.offers)


def offers(sight: Sight) -> OffersView:
    """The page on offers."""
    shown = tuple(offer_view(sight, one) for one in sight.plan.advice.offers)
    silent = tuple(_silent(sight))
    return OffersView(
        **sight.common(),
        offers=shown,
        several=len(shown) > 1,
        some_taken=any(one.answer.id == "accept" for one in shown),
        silent=silent,
        calendar=sight.facts.settings.calendar,
        scripts=tuple(script for one in shown for script in _scripts(sight, one, silent)),
    )


def offer_view(sight: Sight, offer: OfferAdvice) -> OfferView:
    """An offer with its words."""
    table, block, rotation = sight.catalog.files.offers, offer_block(sight, offer), rotation_of(sight, offer)
    reason = by_id(table.reasons)[offer.why]
    limits = [sight.catalog.files.limits.reason(limit) for limit in offer.limits]
    sources = (*reason.sources, *(source for limit in limits for source in limit.sources))
    return OfferView(
        block=block,
        part=block.role.name if block.role else Prose(""),
        answer=by_id(table.answers)[offer.advice],
        can_be_taken=offer.advice != "decline",
        is_today=offer.answer_by == sight.plan.as_of,
        answer_by=offer.answer_by,
        withdraw_by=offer.withdraw_by,
        days_open=rotation.first is None,
        because=_because(sight, offer, reason, block),
        sources=tuple(dict.fromkeys(sources)),
        ways_out=tuple(limit for limit in limits if isinstance(limit, LimitEntry)),
        overlaps=tuple(sight.block_called(id_) for id_ in offer.overlaps),
        stands_in=tuple(_stands_in(sight, offer)),
        compared=tuple(_compared(sight, offer.with_it, offer.without_it)) if offer.with_it else (),
        is_alike=offer.with_it == offer.without_it,
    )


def _because(sight: Sight, offer: OfferAdvice, reason: OfferReason, block: BlockView) -> Prose:
    """The reason, and what the better plan has first, where the plans differ."""
    limits = (sight.catalog.files.limits.reason(limit).because for limit in offer.limits)
    said = {
        "part": block.role.name if block.role else "",
        "plans": listed(tuple(_stands_in(sight, offer))),
        "limits": listed(tuple(limits)),
    }
    because = fill(reason.because, said)
    if not (reason.difference and offer.differs_in):
        return because
    more = by_id(sight.catalog.files.goals.goals)[offer.differs_in].more
    return Prose(f"{because} {fill(reason.difference, {'more': more})}")


def _stands_in(sight: Sight, offer: OfferAdvice) -> Iterator[Prose]:
    """The names of the plans that hold it, those that come out the same included."""
    orders = by_id(sight.catalog.files.goals.orders)
    for plan in sight.plan.advice.alternatives:
        if plan.id in offer.in_plans:
            yield from (orders[id_].name for id_ in (plan.id, *plan.same_as))


def _compared(sight: Sight, with_it: Measures, without_it: Measures) -> Iterator[Compared]:
    for id_ in sight.catalog.files.goals.compared:
        yield Compared(sight.catalog.name("measure", id_), amount(with_it, id_), amount(without_it, id_))


def amount(measures: Measures, id_: str) -> Prose:
    """One of the things that plans are compared by, as it is shown; `low` stands for the known cost."""
    return dollars(measures.cost) if id_ == "low" else Prose(str(getattr(measures, id_)))


def _silent(sight: Sight) -> Iterator[str]:
    """Hosts that were written or applied to and have not answered, each once and none that made an offer."""
    profile = sight.facts.profile
    applied = [one.host for one in profile.rotations or () if one.status == "applied"]
    written = [
        one.host for one in profile.inquiries or () if one.answered is None and one.outcome in (None, "no-answer")
    ]
    answered = {one.host.casefold() for one in profile.rotations or () if one.status != "applied"}
    hosts = {host.casefold(): host for host in (*written, *applied)}
    yield from (host for key, host in hosts.items() if key not in answered)


def _scripts(sight: Sight, offer: OfferView, silent: Sequence[str]) -> Iterator[ScriptView]:
    """The messages for one offer; one to hosts that still owe an answer speaks of none of them by name."""
    for id_ in offer.answer.scripts:
        yield script_about(sight, id_, offer.block, headed=offer.block.at)
    if silent and offer.can_be_taken:
        id_ = sight.catalog.files.offers.silent
        yield script_about(sight, id_, offer.block, headed=offer.block.at)
