"""The page on what is unknown about this person."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from generator.catalog.known import by_id
from generator.plan import Change
from generator.prose import Prose
from generator.views.changes import number_and_range, placed_in
from generator.views.common import Sight, View


@dataclass(frozen=True)
class Outcome:
    """What the plan becomes with an answer: the number of rotations, the schedule, or both."""

    name: Prose
    then: Prose


@dataclass(frozen=True)
class QuestionView:
    """Something that the guide does not know about the reader."""

    sentence: Prose
    matters: Prose
    find_out: Prose
    field: Prose
    hangs: int
    decisions: Prose
    outcomes: tuple[Outcome, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class QuestionsView(View):
    """What is unknown about this person."""

    questions: Annotated[tuple[QuestionView, ...], "Those with most decisions on them first."]


def open_questions(sight: Sight) -> QuestionsView:
    """The open questions page."""
    return QuestionsView(**sight.common(), questions=tuple(questions(sight)))


def questions(sight: Sight) -> Iterator[QuestionView]:
    """What is unknown, in words, that on which most decisions hang first."""
    for open_question in sight.plan.open_questions:
        words = sight.catalog.words_for(open_question.fact)
        yield QuestionView(
            sentence=Prose(f"Whether {words.yes}"),
            matters=words.matters,
            find_out=words.find_out,
            field=words.field,
            hangs=len(open_question.rules),
            decisions=Prose(", ".join(_rule_name(sight, rule) for rule in open_question.rules)),
            outcomes=tuple(_outcomes(sight, words.field)),
            sources=words.sources,
        )


def _rule_name(sight: Sight, rule: str) -> str:
    table, _, route = rule.partition(": ")
    if not route:
        return sight.catalog.name("rule", table).lower()
    if table == "list":
        kind = by_id(sight.plan.application.kinds)[route]
        return f"{sight.catalog.name('rule', table).lower()} ({kind.name.lower()})"
    return f"“{by_id(sight.catalog.files.routes.routes)[route].name}”"


def _is_about(sight: Sight, change: Change[Any], field: str) -> bool:
    return any(sight.catalog.words_for(fact).field == field for fact in change.settles)


def _outcomes(sight: Sight, field: str) -> Iterator[Outcome]:
    """Each answer that would change the number or the dates, with what it makes of them."""
    made: dict[Prose, list[Prose]] = {}
    for number in sight.plan.how_many.would_change:
        if _is_about(sight, number, field):
            made.setdefault(number.name, []).append(number_and_range(number.value))
    for dates in sight.plan.schedule.would_change:
        if _is_about(sight, dates, field):
            made.setdefault(dates.name, []).append(placed_in(dates.value))
    yield from (Outcome(name, Prose("; ".join(outcomes))) for name, outcomes in made.items())
