"""The sheet of tasks."""

from collections.abc import Iterator

from generator.downloads.sheets import Sheet
from generator.views.to_do import item
from generator.views.tracker.building import Builder, Line
from generator.views.tracker.words import plain, some


def tasks(make: Builder) -> Sheet:
    """A row for every step of the checklists, by day."""
    return make.sheet("tasks", _lines(make))


def _lines(make: Builder) -> Iterator[Line]:
    filed = {id_: number for number, id_ in enumerate(make.sight.facts.profile.done or ())}
    for task in make.sight.plan.tasks:
        step = item(make.sight, task)
        yield Line(
            f"done/{filed[task.id]}" if task.done else f"plan/{task.id}",
            {
                "list": plain(step.list_name),
                "action": plain(step.action),
                "block": some(step.block_name),
                "begin": task.begin,
                "due": task.due,
                "late": some(step.late),
                "only_if": some(step.only_if),
                "done": "true" if task.done else "false",
                "task": task.id,
            },
        )
