"""Tasks as pages show them: with their words, under headings, each to tick."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from generator.plan import Task
from generator.prose import Prose, shown
from generator.views.common import Sight


@dataclass(frozen=True)
class Item:
    """One thing to do; `late` says why it still helps when its own day has gone by, `list` is its checklist.

    `begin` is None where it can wait for the day on which it is due, and where it can't wait for any; `beside` is what
    its heading does not say of it. One that stands there `again` was told further up, for another rotation.
    """

    id: str
    action: Prose
    why: Prose
    otherwise: Prose
    exception: Prose | None
    due: date | None
    begin: date | None
    begin_now: bool
    late: Prose | None
    done: bool
    only_if: Prose | None
    block_name: str | None
    list: Prose
    list_name: Prose
    sources: tuple[str, ...]
    beside: Prose | None = None
    again: bool = False


@dataclass(frozen=True)
class Group:
    """Tasks under one heading; `list` is what their ticks are counted by."""

    name: str
    list: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Ticks:
    """What a page's ticks are kept under, and every task of the guide with those that the profile says are done."""

    guide: str
    tasks: Prose
    filed: Prose


def ticks(sight: Sight) -> Ticks:
    """The ticks of one person's guide."""
    tasks = sight.plan.tasks
    filed = (task.id for task in tasks if task.done)
    return Ticks(guide_key(sight), _in_a_row(task.id for task in tasks), _in_a_row(filed))


def _in_a_row(ids: Iterable[str]) -> Prose:
    """Ids need no escaping: they are made of small letters, digits and dashes."""
    return Prose(" ".join(ids))


def guide_key(sight: Sight) -> str:
    """A key for this person's ticks that two people's guides on one site do not share, and that names nobody."""
    person = f"{sight.facts.profile.season}-{sight.facts.profile.applicant.name}"
    return sha256(person.encode()).hexdigest()[:16]


def grouped(list_: str, named: Iterable[tuple[str, Item]]) -> tuple[Group, ...]:
    """Tasks under their headings, in the order in which the headings come up."""
    groups: dict[str, list[Item]] = {}
    for heading, one in named:
        groups.setdefault(heading, []).append(one)
    return tuple(Group(heading, list_, tuple(items)) for heading, items in groups.items())


def item(sight: Sight, task: Task) -> Item:
    """A task with its words."""
    entry = sight.catalog.task_entries[task.entry]
    return Item(
        id=task.id,
        action=entry.action,
        why=entry.why,
        otherwise=entry.otherwise,
        exception=entry.exception,
        due=task.due,
        begin=task.begin if task.begin not in (task.due, sight.plan.as_of) else None,
        begin_now=task.begin == sight.plan.as_of != task.due,
        late=entry.still_helps if task.late else None,
        done=task.done,
        only_if=sight.only_if(task.only_if),
        block_name=block_name(sight, task.block),
        list=Prose(task.list),
        list_name=sight.catalog.name("list", task.list),
        sources=entry.sources,
    )


def block_name(sight: Sight, block: str) -> str | None:
    """What the rotation of a task is called; None where it belongs to none."""
    return sight.block_called(block).name if block else None


def beside(*names: str | None) -> Prose | None:
    """Names in a row, as far as there are any.

    >>> beside("Letters", None, "Neurology"), beside(None)
    ('Letters, Neurology', None)
    """
    told = ", ".join(shown(name) for name in names if name)
    return Prose(told) if told else None
