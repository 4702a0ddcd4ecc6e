"""When a task is due: never before today; what has gone by is done now if it still helps, or left out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from generator.conditions import Answers, HasConditions, applies, is_over, open_conditions
from generator.plan import Block, Task


class DueRule(Protocol):
    """A point in time, and the distance from it."""

    @property
    def from_(self) -> str:
        """today, first-block-start, first-planned-start, each-block-start or -end, each-inquiry or a milestone."""

    @property
    def weeks(self) -> int:
        """Weeks after it, negative for before."""

    @property
    def days(self) -> int:
        """Days after it, negative for before."""


class ToDo(HasConditions, Protocol):
    """A task as an editor writes it."""

    @property
    def id(self) -> str:
        """Its name, for ever."""

    @property
    def list(self) -> str:
        """The checklist that it is on."""

    @property
    def until(self) -> date | None:
        """The last day on which it is worth saying."""

    @property
    def due(self) -> DueRule | None:
        """When it is due, if at a time at all."""

    @property
    def still_helps(self) -> str | None:
        """Why it still helps when its day has gone by."""


@dataclass(frozen=True)
class Moments:
    """The points in time that a task can hang on; `answer_by` is the day by which the first offer wants an answer."""

    as_of: date
    blocks: Sequence[Block]
    milestones: Mapping[str, date | None]
    answer_by: date | None = None


@dataclass(frozen=True)
class Moment:
    """A day, None where it is not known yet, and the block that it belongs to."""

    day: date | None
    block: str = ""


def tasks(entries: Sequence[ToDo], moments: Moments, answers: Answers) -> tuple[Task, ...]:
    """Every task that applies or may apply, by day; those without a day come last."""
    found = (task for entry in entries for task in _tasks_of(entry, moments, answers))
    return tuple(sorted(found, key=lambda task: (task.due is None, task.due or date.max)))


def _tasks_of(entry: ToDo, moments: Moments, answers: Answers) -> Iterator[Task]:
    if applies(entry, answers) is False or is_over(entry.until, moments.as_of):
        return
    only_if = open_conditions(entry, answers)
    for moment in _moments_of(entry.due, moments):
        late = moment.day is not None and moment.day < moments.as_of
        if late and not entry.still_helps:
            continue
        name = f"{entry.id}--{moment.block}" if moment.block else entry.id
        due = moments.as_of if late else moment.day
        yield Task(name, entry.id, entry.list, due, late, moment.block, only_if)


def _moments_of(rule: DueRule | None, moments: Moments) -> Iterator[Moment]:
    if rule is None:
        yield Moment(None)
        return
    shift = timedelta(days=rule.days, weeks=rule.weeks)
    for moment in _anchors(rule.from_, moments):
        yield Moment(moment.day + shift if moment.day else None, moment.block)


def _anchors(name: str, moments: Moments) -> tuple[Moment, ...]:
    if name == "today":
        return (Moment(moments.as_of),)
    if name == "first-block-start":
        return (_first(moments.blocks),)
    if name == "first-offer-answer":
        return (Moment(moments.answer_by),)
    if name == "first-planned-start":
        return (_first([block for block in moments.blocks if block.status == "planned"]),)
    if name.startswith("each-"):
        return tuple(_of_block(name, moments.blocks))
    return (Moment(moments.milestones[name]),)


def _first(blocks: Sequence[Block]) -> Moment:
    return Moment(blocks[0].span.first if blocks else None)


def _of_block(name: str, blocks: Sequence[Block]) -> Iterator[Moment]:
    for block in blocks:
        if name == "each-inquiry" and block.inquiry is not None:
            yield Moment(block.inquiry.write_by, block.id)
        if name == "each-block-start":
            yield Moment(block.span.first, block.id)
        if name == "each-block-end":
            yield Moment(block.span.last, block.id)
