"""Checklists: tasks by phase, each to tick and to print."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Annotated

from generator.phrases import month
from generator.plan import Task
from generator.prose import Prose
from generator.views.common import Sight, View


@dataclass(frozen=True)
class Item:
    """One thing to do; `late` says why it still helps when its own day has gone by, `list` is its checklist."""

    id: str
    action: Prose
    why: Prose
    exception: Prose | None
    due: date | None
    late: Prose | None
    only_if: Prose | None
    block_name: str | None
    list: Prose
    list_name: Prose
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """Tasks under one heading: a block, a month, or those of any time."""

    name: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Checklist:
    """A list; `guide` is the key under which its ticks are kept."""

    id: str
    name: Prose
    guide: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, kw_only=True)
class ChecklistView(View):
    """A page with one checklist."""

    checklist: Annotated[Checklist, "The list."]


def checklist(sight: Sight, name: str) -> ChecklistView:
    """The page of one checklist."""
    tasks = [task for task in sight.plan.tasks if task.list == name]
    groups = grouped((_heading(sight, task), item(sight, task)) for task in tasks)
    made = Checklist(name, sight.catalog.name("list", name), guide_key(sight), groups)
    return ChecklistView(**sight.common(), checklist=made)


def guide_key(sight: Sight) -> str:
    """A key for this person's ticks that two people's guides on one site do not share, and that names nobody."""
    person = f"{sight.facts.profile.season}-{sight.facts.profile.applicant.name}"
    return sha256(person.encode()).hexdigest()[:16]


def grouped(named: Iterable[tuple[str, Item]]) -> tuple[Group, ...]:
    """Tasks under their headings, in the order in which the headings come up."""
    groups: dict[str, list[Item]] = {}
    for heading, one in named:
        groups.setdefault(heading, []).append(one)
    return tuple(Group(heading, tuple(items)) for heading, items in groups.items())


def _heading(sight: Sight, task: Task) -> str:
    if task.block:
        return _block_name(sight, task.block)
    if task.due is None:
        return sight.catalog.name("phase", "undated")
    now = task.late or task.due == sight.plan.as_of
    return sight.catalog.name("phase", "now") if now else month(task.due)


def _block_name(sight: Sight, block_id: str) -> str:
    return sight.block_called(block_id).name


def item(sight: Sight, task: Task) -> Item:
    """A task with its words."""
    entry = sight.catalog.task_entries[task.entry]
    return Item(
        id=task.id,
        action=entry.action,
        why=entry.why,
        exception=entry.exception,
        due=task.due,
        late=entry.still_helps if task.late else None,
        only_if=sight.only_if(task.only_if),
        block_name=_block_name(sight, task.block) if task.block else None,
        list=Prose(task.list),
        list_name=sight.catalog.name("list", task.list),
        sources=entry.sources,
    )
