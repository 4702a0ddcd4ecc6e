"""When to begin with a document, so that it is there for the first rotation and valid on its last day."""

from dataclasses import dataclass
from datetime import date, timedelta

from generator.plan import DocumentDue, OneOf, Span


@dataclass(frozen=True)
class Paper:
    """A document for one person: how long it takes, whether it is in hand and until when, what it hangs on."""

    id: str
    weeks_ahead: int | None
    in_hand: bool
    expires: date | None
    only_if: tuple[OneOf, ...]


def document_due(paper: Paper, rotations: Span | None, as_of: date) -> DocumentDue:
    """The day on which to begin, unless it is in hand and lasts; a day gone by means now."""
    too_soon = bool(paper.expires and rotations and paper.expires < rotations.last)
    begin = _begin(paper, rotations) if too_soon or not paper.in_hand else None
    return DocumentDue(
        id=paper.id,
        start=max(begin, as_of) if begin else None,
        now=begin is not None and begin <= as_of,
        in_hand=paper.in_hand,
        expires_too_soon=too_soon,
        only_if=paper.only_if,
    )


def _begin(paper: Paper, rotations: Span | None) -> date | None:
    if rotations is None or paper.weeks_ahead is None:
        return None
    return rotations.first - timedelta(weeks=paper.weeks_ahead)
