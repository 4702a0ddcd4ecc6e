"""The six checklists, each of one phase: its tasks by month or rotation, to tick and to print."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Annotated

from generator.phrases import month
from generator.plan import Task
from generator.prose import Prose
from generator.views.common import Sight, View
from generator.views.to_do import Group, Item, Ticks, beside, block_name, grouped, item, ticks


@dataclass(frozen=True)
class Passed:
    """A task that is none any more, and why."""

    action: Prose
    block_name: str | None
    reason: Prose


@dataclass(frozen=True, kw_only=True)
class ChecklistView(View):
    """A page with one checklist."""

    id: Annotated[Prose, "The list's id, which its own PDF is named after."]
    ticks: Annotated[Ticks, "What the ticks are kept under, with the ids of all tasks."]
    groups: Annotated[tuple[Group, ...], "Its steps by month, or by rotation; what is done comes last."]
    left_out: Annotated[tuple[Passed, ...], "Steps of it that are none any more, since their day has gone by."]


def checklist(sight: Sight, name: str) -> ChecklistView:
    """The page of one checklist."""
    tasks = sorted((task for task in sight.plan.tasks if task.list == name), key=lambda task: task.done)
    groups = grouped(name, _marked(_headed(sight, task) for task in tasks))
    passed = tuple(_passed(sight, name))
    return ChecklistView(**sight.common(), id=Prose(name), ticks=ticks(sight), groups=groups, left_out=passed)


def _marked(headed: Iterable[tuple[str, Item]]) -> Iterator[tuple[str, Item]]:
    """The same, each step that was told further up marked as such."""
    told: set[str] = set()
    for heading, one in headed:
        yield heading, replace(one, again=one.action in told)
        told.add(one.action)


def _headed(sight: Sight, task: Task) -> tuple[str, Item]:
    """A task, and the heading under which it stands."""
    one = item(sight, task)
    if task.done:
        return sight.catalog.name("phase", "done"), replace(one, beside=beside(one.block_name))
    return one.block_name or _when(sight, task), one


def _when(sight: Sight, task: Task) -> str:
    if task.due is None:
        return sight.catalog.name("phase", "undated")
    now = task.late or task.due == sight.plan.as_of
    return sight.catalog.name("phase", "now") if now else month(task.due)


def _passed(sight: Sight, name: str) -> Iterator[Passed]:
    for one in sight.plan.left_out:
        if one.list == name:
            yield Passed(sight.catalog.task_entries[one.entry].action, block_name(sight, one.block), one.reason)
