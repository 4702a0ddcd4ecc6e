"""When a task is due: never before today; what has gone by is done now if it still helps, or left out with a reason."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

from generator.conditions import Answers, HasConditions, applies, is_over, open_conditions
from generator.plan import Block, LeftOut, Task
from generator.prose import Prose


class Distance(Protocol):
    """So many weeks and days."""

    @property
    def weeks(self) -> int:
        """Weeks."""

    @property
    def days(self) -> int:
        """Days beside them."""


class DueRule(Distance, Protocol):
    """A point in time, and the distance from it, negative for before."""

    @property
    def from_(self) -> str:
        """today, first-block-start, first-planned-start, each-block-start or -end, each-inquiry or a milestone."""


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
    def lead(self) -> Distance | None:
        """How long the work takes."""

    @property
    def still_helps(self) -> Prose | None:
        """Why it still helps when its day has gone by."""

    @property
    def too_late(self) -> Prose | None:
        """Why it helps no longer."""


@dataclass(frozen=True)
class Moments:
    """The points in time that a task can hang on; `answer_by` is the day by which the first offer wants an answer.

    `ended` are rotations that ended lately; steps of the lists in `goes_on` are still worth taking for them.
    """

    as_of: date
    blocks: Sequence[Block]
    milestones: Mapping[str, date | None]
    answer_by: date | None = None
    ended: Sequence[Block] = ()
    goes_on: Collection[str] = ()

    def blocks_for(self, list_: str) -> Sequence[Block]:
        """The rotations that each step of a list is to be taken for."""
        return (*self.ended, *self.blocks) if list_ in self.goes_on else self.blocks


@dataclass(frozen=True)
class Moment:
    """A day, None where it is not known yet, the block that it belongs to, and what the ids of its tasks end in."""

    day: date | None
    block: str = ""
    key: str = ""
    over: bool = False


@dataclass(frozen=True)
class Ticked:
    """What the applicant has done, by the ids of tasks, and why a task is left out that gives no reason itself."""

    done: Collection[str]
    too_late: Prose


@dataclass(frozen=True)
class Tasks:
    """What there is to do, what is done, and what is left out since its day has gone by."""

    tasks: tuple[Task, ...]
    left_out: tuple[LeftOut, ...]


def tasks(entries: Sequence[ToDo], moments: Moments, answers: Answers, *, ticked: Ticked) -> Tasks:
    """Every task that applies or may apply, by day; those without a day come last."""
    concerned = [entry for entry in entries if applies(entry, answers) is not False]
    found = [one for entry in concerned for one in _found(entry, moments, answers, ticked=ticked)]
    to_do = [one for one in found if isinstance(one, Task)]
    by_day = sorted(to_do, key=lambda task: (task.due is None, task.due or date.max))
    return Tasks(tuple(by_day), tuple(one for one in found if isinstance(one, LeftOut)))


def _found(entry: ToDo, moments: Moments, answers: Answers, *, ticked: Ticked) -> Iterator[Task | LeftOut]:
    only_if = open_conditions(entry, answers)
    over = is_over(entry.until, moments.as_of)
    for moment in _moments_of(entry, moments):
        name = f"{entry.id}--{moment.key}" if moment.key else entry.id
        late = moment.day is not None and moment.day < moments.as_of
        if name in ticked.done:
            due = None if late else moment.day
            yield Task(name, entry.id, entry.list, due, False, moment.block, only_if, done=True)
        elif over or moment.over or (late and not entry.still_helps):
            yield LeftOut(name, entry.id, entry.list, moment.block, entry.too_late or ticked.too_late)
        else:
            due = moments.as_of if late else moment.day
            begin = _begin(due, entry.lead, moments.as_of)
            yield Task(name, entry.id, entry.list, due, late, moment.block, only_if, begin)


def _begin(due: date | None, lead: Distance | None, as_of: date) -> date | None:
    """The day on which to begin: so long before it is due as the work takes, and not before today."""
    if due is None or lead is None:
        return due
    return max(as_of, due - timedelta(days=lead.days, weeks=lead.weeks))


def _moments_of(entry: ToDo, moments: Moments) -> Iterator[Moment]:
    rule = entry.due
    if rule is None:
        yield Moment(None)
        return
    shift = timedelta(days=rule.days, weeks=rule.weeks)
    each = rule.from_.startswith("each-")
    anchors = _of_block(rule.from_, moments.blocks_for(entry.list)) if each else _anchors(rule.from_, moments)
    for moment in anchors:
        yield replace(
            moment, day=moment.day + shift if moment.day else None, over=_is_over(rule, moment, as_of=moments.as_of)
        )


def _anchors(name: str, moments: Moments) -> tuple[Moment, ...]:
    if name == "today":
        return (Moment(moments.as_of),)
    if name == "first-block-start":
        return (_first(moments.blocks),)
    if name == "first-offer-answer":
        return (Moment(moments.answer_by),)
    if name == "first-planned-start":
        return (_first([block for block in moments.blocks if block.status == "planned"]),)
    return (Moment(moments.milestones[name]),)


def _key(block: Block) -> str:
    """The block; with its host while it is still to be found: what is done for one host is not done for another."""
    return f"{block.id}-{block.host_id}" if block.status == "planned" and block.host_id else block.id


def _is_over(rule: DueRule, moment: Moment, *, as_of: date) -> bool:
    """Whether it was to be done before a rotation that has begun."""
    before = rule.from_ == "each-block-start" and rule.weeks * 7 + rule.days < 0
    return before and moment.day is not None and moment.day <= as_of


def _first(blocks: Sequence[Block]) -> Moment:
    return Moment(blocks[0].span.first if blocks else None)


def _of_block(name: str, blocks: Sequence[Block]) -> Iterator[Moment]:
    for block in blocks:
        if name == "each-inquiry" and block.inquiry is not None:
            yield Moment(block.inquiry.write_by, block.id, _key(block))
        if name == "each-block-start":
            yield Moment(block.span.first, block.id, _key(block))
        if name == "each-block-end":
            yield Moment(block.span.last, block.id, _key(block))
