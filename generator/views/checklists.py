"""Checklists: tasks by phase, each to tick and to print."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated

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
    list: str
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
    made = Checklist(name, sight.catalog.name("list", name), guide_key(sight), tuple(_groups(sight, tasks)))
    return ChecklistView(**sight.common(), checklist=made)


def guide_key(sight: Sight) -> str:
    """A key for this person's ticks that two people's guides on one site do not share."""
    return f"{sight.facts.profile.season}-{sight.facts.profile.applicant.name}"


def _groups(sight: Sight, tasks: list[Task]) -> Iterator[Group]:
    named = [(_heading(sight, task), item(sight, task)) for task in tasks]
    for heading in dict.fromkeys(heading for heading, _ in named):
        yield Group(heading, tuple(one for name, one in named if name == heading))


def _heading(sight: Sight, task: Task) -> str:
    if task.block:
        return _block_name(sight, task.block)
    if task.due is None:
        return sight.catalog.name("phase", "undated")
    return (
        sight.catalog.name("phase", "now") if task.late or task.due == sight.plan.as_of else Prose(f"{task.due:%B %Y}")
    )


def _block_name(sight: Sight, block_id: str) -> str:
    block = next(block for block in sight.plan.schedule.value.blocks if block.id == block_id)
    return sight.block(block).name


def item(sight: Sight, task: Task) -> Item:
    """A task with its words."""
    entry = next(entry for entry in sight.catalog.files.tasks.tasks if entry.id == task.entry)
    return Item(
        id=task.id,
        action=entry.action,
        why=entry.why,
        exception=entry.exception,
        due=task.due,
        late=entry.still_helps if task.late else None,
        only_if=sight.only_if(task.only_if),
        block_name=_block_name(sight, task.block) if task.block else None,
        list=task.list,
        list_name=sight.catalog.name("list", task.list),
        sources=entry.sources,
    )
