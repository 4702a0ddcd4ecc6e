"""When to begin with a document, so that it is there for the first rotation and still valid on its last day."""

from datetime import date, timedelta
from typing import Protocol

from generator.conditions import Answers, HasConditions, open_facts
from generator.plan import DocumentDue, Span


class Document(HasConditions, Protocol):
    """A document as an editor writes it."""

    @property
    def id(self) -> str:
        """Its name."""


def document_due(
    document: Document,
    answers: Answers,
    *,
    weeks_ahead: int | None,
    rotations: Span | None,
    as_of: date,
    expiry: date | None,
    in_hand: bool,
) -> DocumentDue:
    """The day on which to start; a day gone by means now."""
    begin = rotations.first - timedelta(weeks=weeks_ahead) if rotations and weeks_ahead is not None else None
    return DocumentDue(
        id=document.id,
        start=max(begin, as_of) if begin else None,
        now=begin is not None and begin <= as_of,
        in_hand=in_hand,
        expires_too_soon=bool(in_hand and expiry and rotations and expiry < rotations.last),
        only_if=open_facts(document, answers),
    )
