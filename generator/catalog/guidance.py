"""Advice and words that editors keep beside the tables: facts, tasks, questions, changes, scripts."""

from typing import Annotated, Literal, Self

from pydantic import Field

from generator.catalog.entry import Conditional, Sources
from generator.catalog.known import EachOnce
from generator.prose import Prose
from generator.reading import Day, Id, Line, Maybe, Model, Words


class FactWords(Conditional):
    """How a fact is said to those it is asked of; `{name}` is the specialty or state where there is one for each."""

    yes: Annotated[Words, Field(description="A clause that follows 'If', like: you have worked here.")]
    no: Annotated[Words, Field(description="The opposite clause.")]
    find_out: Annotated[Words, Field(description="How the reader finds out.")]
    matters: Annotated[Words, Field(description="What it decides.")]
    field: Annotated[Words, Field(description="Where the answer goes in the profile.")]

    def told_for(self, name: Prose) -> Self:
        """The same words, with the name of one specialty or state in them."""
        blank = {field: words for field, words in self if isinstance(words, Prose) and "{name}" in words}
        return self.model_copy(update={field: Prose(words.replace("{name}", name)) for field, words in blank.items()})


class FactsFile(Model):
    """`data/facts.yml`."""

    facts: Annotated[tuple[FactWords, ...], EachOnce]


class Due(Model):
    """When a task is due: so many weeks or days after a point in time, negative for before."""

    from_: Annotated[
        Id,
        Field(
            alias="from",
            description="today, first-block-start, each-inquiry and others of its kind, or a milestone.",
        ),
    ]
    weeks: int = 0
    days: int = 0


class Lead(Model):
    """How long the work of a task takes, as its editor judges."""

    weeks: Annotated[int, Field(ge=0)] = 0
    days: Annotated[int, Field(ge=0)] = 0


class TaskEntry(Conditional):
    """One thing to do, and what it costs not to."""

    list: Annotated[Id, Field(description="The checklist that it is on.")]
    action: Words
    why: Annotated[Words, Field(description="What it is good for.")]
    otherwise: Annotated[Words, Field(description="What follows if it is not done.")]
    exception: Words | None = None
    due: Due | None = None
    lead: Annotated[Lead | None, Field(description="How long the work takes; without it, less than a day.")] = None
    paper: Annotated[Id | None, Field(description="The document that it gets; in hand, the task is done.")] = None
    for_rotations: Annotated[bool, Field(description="Of use only while a rotation is ahead or can be had.")] = False
    goes_on: Annotated[bool, Field(description="Still a task once the season is closed.")] = False
    until: Annotated[Maybe[Day], Field(description="Last day on which it is worth saying.")] = None
    still_helps: Annotated[
        Words | None, Field(description="Why it still helps when late; without it, it is dropped.")
    ] = None
    too_late: Annotated[
        Words | None, Field(description="Why it is dropped once its day is past; without it, the words for all.")
    ] = None
    points: tuple[Id, ...] = ()


class AfterRotation(Model):
    """Steps that are still worth taking when a rotation is over."""

    weeks: Annotated[int, Field(description="How long after its last day.")]
    lists: Annotated[tuple[Id, ...], Field(description="The lists whose steps go on.")]


class TasksFile(Model):
    """`data/tasks.yml`."""

    closed_by: Annotated[Id, Field(description="A fact; once it is true only tasks that go on are left.")]
    rotations_closed_by: Annotated[Id, Field(description="A fact; with it and no rotation ahead, none for rotations.")]
    rotation_lists: Annotated[tuple[Id, ...], Field(description="Lists whose tasks are all for rotations.")]
    after_rotation: AfterRotation
    too_late: Annotated[Words, Field(description="Why a task is dropped once its day is past, if it says nothing.")]
    tasks: Annotated[tuple[TaskEntry, ...], EachOnce]


class Variant(Conditional):
    """An answer for some readers; it needs no id of its own."""

    id: Id = "answer"
    sources: Annotated[tuple[Id, ...], Field(description="Added to those of the question.")] = ()
    text: Words


class Question(Conditional):
    """A question that people ask; with `answers`, the first that applies is given."""

    topic: Words
    question: Words
    answer: Words | None = None
    answers: tuple[Variant, ...] = ()
    points: tuple[Id, ...] = ()


class FaqFile(Model):
    """`data/faq.yml`."""

    faq: Annotated[tuple[Question, ...], EachOnce]


class ChangeEntry(Conditional):
    """A change of the applicant's own answers that the plan is decided again with."""

    name: Words
    how: Words
    if_unknown: Annotated[tuple[Id, ...], Field(description="It makes sense only while one of these is unknown.")] = ()
    set: dict[str, object] = Field(default_factory=dict, description="Profile fields and their new values.")
    add: dict[str, dict[str, object]] = Field(
        default_factory=dict, description="Lists of the profile and what is added."
    )


class ChangesFile(Model):
    """`rules/changes.yml`."""

    changes: Annotated[tuple[ChangeEntry, ...], EachOnce]


class ExplanationEntry(Conditional):
    """How to speak of one thing in the record; without conditions only for those who list it."""

    name: Words
    how: Words


class ExplanationsFile(Model):
    """`data/explanations.yml`."""

    explanations: Annotated[tuple[ExplanationEntry, ...], EachOnce]


class ScriptHead(Model):
    """What stands in the first comment of a script; its `when` tells the reader when to send it."""

    title: Words
    recipient: Literal["host", "writer", "school"]
    to: Annotated[
        Literal["office", "faculty", "program"],
        Field(description="Who reads it at a host: the office for visitors, faculty, or the residency's own office."),
    ] = "office"
    time: Annotated[Words, Field(alias="when")]
    when_any: Annotated[tuple[Id, ...], Field(description="One of these facts is true.")] = ()
    unless: Annotated[tuple[Id, ...], Field(description="None of these facts is true.")] = ()
    about: Annotated[
        Literal["planned", "each-planned", "offered", "next", "each-next", "latest", "blank"],
        Field(
            description="The rotation it speaks of: the first planned, offered, next or latest begun, each, or a blank."
        ),
    ] = "planned"
    sources: Sources

    @property
    def when(self) -> tuple[str, ...]:
        """A script names its conditions by `when_any` and `unless` only."""
        return ()


class PointEntry(Model):
    """One point of the source article: what it feeds, or why it is left out."""

    id: Id
    gist: Annotated[Words, Field(description="The point in our own words.")]
    feeds: Annotated[tuple[str, ...], Field(description="Files below content/ that carry the point.")] = ()
    left_out: Words | None = None


class ArticleFile(Model):
    """`data/article.yml`."""

    points: Annotated[tuple[PointEntry, ...], EachOnce]
    conflicts: Annotated[tuple[PointEntry, ...], EachOnce]


class StatusRow(Conditional):
    """What a reader is called; the first row that applies."""

    reader: Words
    letters: Words | None = None


class WordsFile(Model):
    """`data/words.yml`."""

    statuses: Annotated[tuple[StatusRow, ...], Field(min_length=1)]
    names: Annotated[dict[Id, dict[Id, Words]], Field(description="Names by kind and id.")]
    plain: Annotated[tuple[Line, ...], Field(description="Words that don't tell schools and hospitals apart.")]
    scripts: Annotated[dict[str, tuple[Id, ...]], Field(description="Scripts by page, in the order shown.")]
