"""The page on what to do next."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Annotated

from generator.phrases import month
from generator.plan import Task
from generator.prose import Prose, shown
from generator.views.common import Sight, View
from generator.views.messages import due_now
from generator.views.to_do import Group, Item, Ticks, beside, grouped, item, ticks

FORTNIGHT = timedelta(days=14)
STEPS = "next-steps"


@dataclass(frozen=True, kw_only=True)
class StepsView(View):
    """What to do next."""

    ticks: Annotated[Ticks, "What the ticks are kept under, with the ids of all tasks."]
    due: Annotated[tuple[Group, ...], "Due or to be begun within fourteen days, and not late; one group, or none."]
    late: Annotated[tuple[Group, ...], "Past their own day and still of use, by checklist."]
    months: Annotated[tuple[Group, ...], "Later ones by month."]
    until: Annotated[date, "The last of the fourteen days."]
    messages_due: Annotated[int, "Messages to be sent now."]


def next_steps(sight: Sight) -> StepsView:
    """The next steps page."""
    return StepsView(
        **sight.common(),
        ticks=ticks(sight),
        due=grouped(STEPS, (("", _placed(sight, task)) for task in _soon(sight))),
        late=_late(sight),
        months=grouped(STEPS, _later(sight)),
        until=until(sight),
        messages_due=due_now(sight),
    )


def until(sight: Sight) -> date:
    """The last of the fourteen days."""
    return sight.plan.as_of + FORTNIGHT


def due(sight: Sight) -> tuple[Item, ...]:
    """What is due or to be begun within fourteen days and not late, said once for all rotations that it is for."""
    return _together(item(sight, task) for task in _soon(sight))


def _open(sight: Sight) -> tuple[Task, ...]:
    return tuple(task for task in sight.plan.tasks if not task.done)


def _soon(sight: Sight) -> Iterator[Task]:
    last = until(sight)
    return (task for task in _open(sight) if task.begin and task.begin <= last and not task.late)


def _late(sight: Sight) -> tuple[Group, ...]:
    late = (item(sight, task) for task in _open(sight) if task.late)
    return grouped(STEPS, ((step.list_name, replace(step, beside=beside(step.block_name))) for step in late))


def _later(sight: Sight) -> Iterator[tuple[str, Item]]:
    last = until(sight)
    for task in _open(sight):
        if task.due and task.begin and task.begin > last:
            yield month(task.due), _placed(sight, task)


def _placed(sight: Sight, task: Task) -> Item:
    step = item(sight, task)
    return replace(step, beside=beside(step.list_name, step.block_name))


def _together(steps: Iterable[Item]) -> tuple[Item, ...]:
    """The steps, those that say the same for the same day as one that names all their rotations."""
    same: dict[tuple[str, date | None], list[Item]] = {}
    for step in steps:
        same.setdefault((step.action, step.due), []).append(step)
    return tuple(_as_one(some) for some in same.values())


def _as_one(steps: Sequence[Item]) -> Item:
    names = [shown(step.block_name) for step in steps if step.block_name]
    return replace(steps[0], block_name=Prose(", ".join(names))) if len(steps) > 1 else steps[0]
