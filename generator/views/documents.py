"""The page on documents and on the steps to the certificate."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from generator.catalog.entry import Known
from generator.catalog.known import by_id
from generator.catalog.papers import CertificationStep, DocumentEntry
from generator.conditions import applies
from generator.plan import DocumentDue
from generator.plan.world import Milestone
from generator.prose import Prose
from generator.views.common import Sight, View


@dataclass(frozen=True)
class DocumentView:
    """A document, when to begin with it, and how many weeks old it may be."""

    entry: DocumentEntry
    due: DocumentDue
    only_if: Prose | None
    asked_by: Prose
    valid_weeks: int | None
    valid_sources: tuple[str, ...]
    valid_unknown: Prose | None


@dataclass(frozen=True)
class CertificationView:
    """A step to the certificate; `by` is the day of the season for it, None where there is none or it has gone by."""

    entry: CertificationStep
    by: Milestone | None
    fee: int | None


@dataclass(frozen=True, kw_only=True)
class DocumentsView(View):
    """The documents, by when to begin."""

    to_start: Annotated[tuple[DocumentView, ...], "Not in hand yet, by the day on which to begin."]
    in_hand: Annotated[tuple[DocumentView, ...], "In hand; some may run out too soon."]
    steps: Annotated[tuple[CertificationView, ...], "Steps to the ECFMG certificate that apply."]


def documents(sight: Sight) -> DocumentsView:
    """The documents page."""
    entries = by_id(sight.catalog.files.documents.documents)
    shown = [_document(sight, entries[due.id], due) for due in sight.plan.documents]
    waiting = sorted((one for one in shown if not one.due.in_hand), key=lambda one: one.due.start or date.max)
    steps = (step for step in sight.catalog.files.certification.steps if applies(step, sight.answers) is not False)
    return DocumentsView(
        **sight.common(),
        to_start=tuple(waiting),
        in_hand=tuple(one for one in shown if one.due.in_hand),
        steps=tuple(_step(sight, step) for step in steps),
    )


def _step(sight: Sight, step: CertificationStep) -> CertificationView:
    fee = step.cost.value
    return CertificationView(step, _by(sight, step.by_milestone), fee if isinstance(fee, int) else None)


def _by(sight: Sight, milestone: str | None) -> Milestone | None:
    found = sight.facts.season.milestones[milestone] if milestone else None
    return found if found and (found.day is None or found.day >= sight.plan.as_of) else None


def _document(sight: Sight, entry: DocumentEntry, due: DocumentDue) -> DocumentView:
    programs = by_id(sight.catalog.programs)
    asked_by = Prose(", ".join(programs[program].name for program in entry.asked_by))
    valid = entry.valid_weeks or Known()
    weeks = valid.value if isinstance(valid.value, int) else None
    return DocumentView(entry, due, sight.only_if(due.only_if), asked_by, weeks, valid.sources, valid.unknown)
