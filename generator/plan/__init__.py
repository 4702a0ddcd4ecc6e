"""The words that every room shares: spans, seasons, settings, decisions and the plan itself."""

from dataclasses import dataclass
from datetime import date

from generator.plan.blocks import Block, Dropped, InquiryDates, LetterDates, Schedule, Span
from generator.plan.decision import Change, Decision
from generator.plan.parts import (
    CostLine,
    Costs,
    Count,
    DocumentDue,
    LetterPlan,
    Mix,
    Money,
    Need,
    OneOf,
    OpenQuestion,
    Slot,
    Task,
)

__all__ = [
    "Block", "Change", "Clause", "CostLine", "Costs", "Count", "Decision", "DocumentDue", "Dropped", "InquiryDates",
    "LetterDates", "LetterPlan", "Mix", "Money", "Need", "OneOf", "OpenQuestion", "Plan", "Schedule", "Slot", "Span",
    "Task",
]  # fmt: skip


@dataclass(frozen=True)
class Clause:
    """One clause of a test, and whether this applicant meets it; None where it is unknown."""

    id: str
    fact: str
    met: bool | None


@dataclass(frozen=True)
class Plan:
    """Everything that was decided for one applicant on one day."""

    as_of: date
    season: int
    how_many: Decision[Count]
    clauses: tuple[Clause, ...]
    reasons: tuple[Clause, ...]
    mix: Decision[Mix]
    schedule: Decision[Schedule]
    routes: tuple[tuple[str, Decision[str]], ...]
    letters: Decision[LetterPlan]
    refused: tuple[str, ...]
    documents: tuple[DocumentDue, ...]
    costs: Decision[Costs]
    tasks: tuple[Task, ...]
    open_questions: tuple[OpenQuestion, ...]
