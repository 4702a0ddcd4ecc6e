"""Pages that answer: the story, questions people ask, sources and method."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from generator.catalog.guidance import Question
from generator.conditions import applies, open_conditions
from generator.plan.world import Source
from generator.prose import Prose
from generator.views.common import Sight, View
from generator.views.settled import SettledView, settled


@dataclass(frozen=True)
class ExplanationView:
    """Something in the record, how to speak of it, and the reader's own note."""

    name: Prose
    how: Prose
    what: str | None


@dataclass(frozen=True, kw_only=True)
class StoryView(View):
    """One story for statement and interview."""

    strengths: Annotated[tuple[str, ...], "Strengths in the reader's own words."]
    explanations: Annotated[tuple[ExplanationView, ...], "What will be asked about."]


def story(sight: Sight) -> StoryView:
    """The story page."""
    return StoryView(
        **sight.common(),
        strengths=sight.facts.profile.strengths or (),
        explanations=tuple(_explanations(sight)),
    )


def _explanations(sight: Sight) -> Iterator[ExplanationView]:
    """What is listed to explain, with the applicant's own notes, and what other answers show."""
    notes: dict[str, list[str | None]] = {}
    for one in sight.facts.profile.explain or ():
        notes.setdefault(one.kind, []).append(one.what)
    for entry in sight.catalog.files.explanations.explanations:
        shown = [None] if entry.when_any and applies(entry, sight.answers) else []
        yield from (ExplanationView(entry.name, entry.how, note) for note in notes.get(entry.id, shown))


@dataclass(frozen=True)
class AnsweredQuestion:
    """A question with the answer for this person."""

    id: str
    question: Prose
    answer: Prose
    only_if: Prose | None
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Topic:
    """Questions on one subject."""

    name: Prose
    questions: tuple[AnsweredQuestion, ...]


@dataclass(frozen=True, kw_only=True)
class FaqView(View):
    """The questions that apply to this person."""

    topics: Annotated[tuple[Topic, ...], "By subject, in the order of the file."]


def faq(sight: Sight) -> FaqView:
    """The questions page."""
    answered = list(_answered(sight))
    topics = dict.fromkeys(topic for topic, _ in answered)
    return FaqView(
        **sight.common(),
        topics=tuple(Topic(name, tuple(one for topic, one in answered if topic == name)) for name in topics),
    )


def _answered(sight: Sight) -> Iterator[tuple[Prose, AnsweredQuestion]]:
    for question in sight.catalog.files.faq.faq:
        answer, sources = _answer(sight, question)
        if applies(question, sight.answers) is not False and answer is not None:
            only_if = sight.only_if(open_conditions(question, sight.answers))
            yield question.topic, AnsweredQuestion(question.id, question.question, answer, only_if, sources)


def _answer(sight: Sight, question: Question) -> tuple[Prose | None, tuple[str, ...]]:
    fitting = next((one for one in question.answers if applies(one, sight.answers)), None)
    if fitting is None:
        return question.answer, question.sources
    return fitting.text, tuple(dict.fromkeys((*fitting.sources, *question.sources)))


@dataclass(frozen=True)
class SourceView:
    """A source in words."""

    id: str
    title: Prose
    url: Prose
    kind_name: Prose
    as_of_text: Prose
    checked: date
    confidence_name: Prose


@dataclass(frozen=True)
class MilestoneView:
    """A date of the season in words."""

    name: Prose
    day: date | None
    certainty_name: Prose
    rule: Prose
    find_out: Prose
    sources: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SourcesView(View):
    """Sources and method."""

    settled: Annotated[tuple[SettledView, ...], "Every contradiction of the article, and how it is settled."]
    milestones: Annotated[tuple[MilestoneView, ...], "The season's dates and how sure they are."]
    sources: Annotated[tuple[SourceView, ...], "Every source."]


def sources(sight: Sight) -> SourcesView:
    """The sources page."""
    return SourcesView(
        **sight.common(),
        settled=settled(sight),
        milestones=tuple(_milestones(sight)),
        sources=tuple(source_view(sight, one) for one in sight.catalog.sources.values()),
    )


def _milestones(sight: Sight) -> Iterator[MilestoneView]:
    for one in sight.facts.season.milestones.values():
        certainty = sight.catalog.name("certainty", one.certainty)
        yield MilestoneView(one.name, one.day, certainty, one.rule, one.find_out, one.sources)


def source_view(sight: Sight, source: Source) -> SourceView:
    """A source with its words."""
    return SourceView(
        id=source.id,
        title=source.title,
        url=Prose(source.url),
        kind_name=sight.catalog.name("source", source.kind),
        as_of_text=Prose(source.as_of) if source.as_of else sight.catalog.name("cite", "undated"),
        checked=source.checked,
        confidence_name=sight.catalog.name("confidence", source.confidence),
    )
