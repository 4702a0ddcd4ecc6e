"""What to answer to an offer, as editors write it."""

from typing import Annotated

from pydantic import Field

from generator.catalog.entry import Entry
from generator.catalog.known import EachOnce
from generator.catalog.tables import Reason
from generator.reading import Id, Model, Words


class OfferAnswer(Entry):
    """One of the answers that can be given, and the messages that give it."""

    name: Annotated[Words, Field(description="The answer in a word or two, like: Accept.")]
    what: Annotated[Words, Field(description="What to do, in one sentence.")]
    scripts: Annotated[tuple[Id, ...], Field(min_length=1, description="The messages, in the order of sending.")]


class OfferReason(Reason):
    """Why an answer is the right one."""

    difference: Annotated[
        Words | None, Field(description="A second sentence, where plans with and without it differ.")
    ] = None


class OffersFile(Model):
    """`rules/offers.yml`."""

    id: Id
    question: Words
    answers: Annotated[tuple[OfferAnswer, ...], EachOnce]
    silent: Annotated[Id, Field(description="The message to hosts that still owe an answer.")]
    reasons: Annotated[tuple[OfferReason, ...], EachOnce]
