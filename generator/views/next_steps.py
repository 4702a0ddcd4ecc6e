"""The page on what to do next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Annotated

from generator.phrases import month
from generator.prose import Prose, shown
from generator.views.checklists import Group, Item, grouped, item
from generator.views.common import Sight, View
from generator.views.messages import due_now

FORTNIGHT = timedelta(days=14)


@dataclass(frozen=True, kw_only=True)
class StepsView(View):
    """What to do next."""

    due: Annotated[tuple[Item, ...], "Due within fourteen days and not late."]
    late: Annotated[tuple[Group, ...], "Past their own day and still of use, by checklist."]
    months: Annotated[tuple[Group, ...], "Later ones by month."]
    until: Annotated[date, "The last of the fourteen days."]
    messages_due: Annotated[int, "Messages to be sent now."]


def next_steps(sight: Sight) -> StepsView:
    """The next steps page."""
    return StepsView(
        **sight.common(),
        due=due(sight),
        late=_late(sight),
        months=_months(sight),
        until=until(sight),
        messages_due=due_now(sight),
    )


def until(sight: Sight) -> date:
    """The last of the fourteen days."""
    return sight.plan.as_of + FORTNIGHT


def due(sight: Sight) -> tuple[Item, ...]:
    """What is due within fourteen days and not late."""
    last = until(sight)
    return together(item(sight, task) for task in sight.plan.tasks if task.due and task.due <= last and not task.late)


def _late(sight: Sight) -> tuple[Group, ...]:
    return grouped((step.list_name, step) for step in (item(sight, task) for task in sight.plan.tasks if task.late))


def _months(sight: Sight) -> tuple[Group, ...]:
    last = until(sight)
    later = together(item(sight, task) for task in sight.plan.tasks if task.due and task.due > last)
    return grouped((month(step.due), step) for step in later if step.due)


def together(steps: Iterable[Item]) -> tuple[Item, ...]:
    """The steps, those that say the same for the same day as one that names all their rotations."""
    same: dict[tuple[str, date | None], list[Item]] = {}
    for step in steps:
        same.setdefault((step.action, step.due), []).append(step)
    return tuple(_as_one(some) for some in same.values())


def _as_one(steps: Sequence[Item]) -> Item:
    names = [shown(step.block_name) for step in steps if step.block_name]
    return replace(steps[0], block_name=Prose(", ".join(names))) if len(steps) > 1 else steps[0]
