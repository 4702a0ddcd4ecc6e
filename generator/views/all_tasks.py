"""Tasks of all checklists together: everything on one page, and what belongs to each rotation."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

from generator.plan import Block, Task
from generator.views.common import Sight, View
from generator.views.to_do import Group, Ticks, beside, grouped, item, ticks

BY_ROTATION = "by-rotation"


@dataclass(frozen=True)
class Stay:
    """A rotation with what belongs to it, in order of time, as one group or none; `over` says that it is behind."""

    name: str
    first: date
    last: date
    over: bool
    groups: tuple[Group, ...]


@dataclass(frozen=True, kw_only=True)
class AllTasksView(View):
    """Every task on one page."""

    ticks: Annotated[Ticks, "What the ticks are kept under, with the ids of all tasks."]
    groups: Annotated[tuple[Group, ...], "The checklists, each with its steps by day; what is done comes last."]


@dataclass(frozen=True, kw_only=True)
class ByRotationView(View):
    """What belongs to each rotation."""

    ticks: Annotated[Ticks, "What the ticks are kept under, with the ids of all tasks."]
    stays: Annotated[tuple[Stay, ...], "The rotations for which there is something to do."]
    always: Annotated[tuple[Group, ...], "What is to be done in all of them alike; one group, or none."]


def all_tasks(sight: Sight) -> AllTasksView:
    """The page with everything."""
    names = sight.catalog.files.words.names["list"]
    lists = {list_: [task for task in sight.plan.tasks if task.list == list_] for list_ in names}
    groups = tuple(_of_list(sight, list_, some) for list_, some in lists.items() if some)
    return AllTasksView(**sight.common(), ticks=ticks(sight), groups=groups)


def _of_list(sight: Sight, list_: str, tasks: list[Task]) -> Group:
    items = (item(sight, task) for task in sorted(tasks, key=lambda task: task.done))
    told = tuple(replace(one, beside=beside(one.block_name)) for one in items)
    return Group(sight.catalog.name("list", list_), list_, told)


def by_rotation(sight: Sight) -> ByRotationView:
    """The page by rotation."""
    stays = tuple(_stay(sight, block) for block in sight.plan.schedule.value.blocks)
    return ByRotationView(
        **sight.common(),
        ticks=ticks(sight),
        stays=tuple(stay for stay in stays if stay.groups),
        always=_always(sight),
    )


def _stay(sight: Sight, block: Block) -> Stay:
    tasks = [task for task in sight.plan.tasks if task.block == block.id]
    name = sight.block(block).name
    over = block.status == "done"
    return Stay(name, block.span.first, block.span.last, over, _with_lists(sight, name, tasks))


def _always(sight: Sight) -> tuple[Group, ...]:
    """The steps for rotations that have no day of their own."""
    file = sight.catalog.files.tasks
    undated = {entry.id for entry in file.tasks if entry.due is None and entry.list in file.rotation_lists}
    tasks = [task for task in sight.plan.tasks if task.entry in undated]
    return _with_lists(sight, sight.catalog.name("phase", "repeated"), tasks)


def _with_lists(sight: Sight, name: str, tasks: list[Task]) -> tuple[Group, ...]:
    items = (item(sight, task) for task in sorted(tasks, key=lambda task: task.done))
    return grouped(BY_ROTATION, ((name, replace(one, beside=beside(one.list_name))) for one in items))
