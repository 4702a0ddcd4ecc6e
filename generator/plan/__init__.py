"""The words that every room shares: spans, seasons, settings, decisions and the plan itself."""

from dataclasses import dataclass
from datetime import date

from generator.plan.advice import (
    Advice,
    Alternative,
    Broken,
    Conflict,
    Fallback,
    Freed,
    LimitFigure,
    Measures,
    Moved,
    OfferAdvice,
    Setback,
    Target,
)
from generator.plan.application import (
    Application,
    Division,
    ListCount,
    Listed,
    ListKind,
    Signal,
    Signals,
)
from generator.plan.blocks import Block, Dropped, InquiryDates, LetterDates, Proof, Schedule, Span
from generator.plan.decision import Change, Decision
from generator.plan.hosts import HostVerdict
from generator.plan.messages import Message
from generator.plan.money import Money
from generator.plan.parts import (
    CostLine,
    Costs,
    Count,
    DocumentDue,
    LeftOut,
    LetterPlan,
    Mix,
    Need,
    OneOf,
    OpenQuestion,
    Slot,
    Task,
)
from generator.plan.ranking import Criterion, Points, Ranking, RankRow
from generator.plan.sets import LetterMatrix, LetterSet, Loss, LossInSet, Place, Writer
from generator.plan.settings import ListRule

__all__ = [
    "Advice", "Alternative", "Application", "Block", "Broken", "Change", "Clause", "Conflict", "CostLine", "Costs",
    "Count", "Criterion", "Decision", "Division", "DocumentDue", "Dropped", "Fallback", "Freed", "HostVerdict",
    "InquiryDates", "LeftOut", "LetterDates", "LetterMatrix", "LetterPlan", "LetterSet", "LimitFigure", "ListCount",
    "ListKind", "ListRule", "Listed", "Loss", "LossInSet", "Measures", "Message", "Mix", "Money", "Moved", "Need",
    "OfferAdvice", "OneOf", "OpenQuestion", "Place", "Plan", "Points", "Proof", "RankRow", "Ranking", "Schedule",
    "Setback", "Signal", "Signals", "Slot", "Span", "Target", "Task", "Writer",
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
    hosts: tuple[HostVerdict, ...]
    advice: Advice
    letters: Decision[LetterPlan]
    refused: tuple[str, ...]
    letter_sets: LetterMatrix
    documents: tuple[DocumentDue, ...]
    costs: Decision[Costs]
    tasks: tuple[Task, ...]
    left_out: tuple[LeftOut, ...]
    messages: tuple[Message, ...]
    open_questions: tuple[OpenQuestion, ...]
    rankings: tuple[Ranking, ...]
    application: Application
