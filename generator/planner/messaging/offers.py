"""Answers to offers, as the advice on them says, and word to hosts that are still silent."""

from collections.abc import Iterator

from generator.catalog.known import by_id
from generator.plan import Message, OfferAdvice
from generator.planner.messaging.contacts import contacts
from generator.planner.messaging.desk import About, Desk, When


def offer_messages(desk: Desk) -> Iterator[Message]:
    """The answer to each offer, and what follows it once it is confirmed."""
    silent = any(_is_silent(desk))
    for offer in desk.advice.offers:
        first, *others = by_id(desk.catalog.files.offers.answers)[offer.advice].scripts
        yield from desk.message(first, _about(offer), _answer(desk, offer))
        for kind in others:
            yield from desk.message(kind, _elsewhere(offer), When(waits_for="confirmed"))
        if silent and offer.advice != "decline":
            kind = desk.catalog.files.offers.silent
            yield from desk.message(kind, _elsewhere(offer), When(due=desk.as_of))


def _about(offer: OfferAdvice) -> About:
    name = f"offer-{offer.number}"
    return About(name=name, at=offer.host, block=name)


def _elsewhere(offer: OfferAdvice) -> About:
    """About the weeks of an offer, to other hosts than the one that made it."""
    name = f"offer-{offer.number}"
    return About(name=name, block=name)


def _answer(desk: Desk, offer: OfferAdvice) -> When:
    """By the offer's own day; at once where none is known, and to ask for days."""
    at_once = offer.advice == "hold" or offer.answer_by is None
    return When(due=desk.as_of if at_once else offer.answer_by, opens=desk.as_of)


def _is_silent(desk: Desk) -> Iterator[bool]:
    """Of each host whether it owes an answer to a message or an application, and has offered nothing."""
    for contact in contacts(desk):
        statuses = {one.status for one in contact.rotations}
        yield (contact.owes_an_answer or "applied" in statuses) and statuses <= {"applied"}
