"""The page on what to do next."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from generator.phrases import month
from generator.views.checklists import Group, Item, grouped, item
from generator.views.common import Sight, View

FORTNIGHT = timedelta(days=14)


@dataclass(frozen=True, kw_only=True)
class StepsView(View):
    """What to do next."""

    due: Annotated[tuple[Item, ...], "Due within fourteen days and not late."]
    late: Annotated[tuple[Group, ...], "Past their own day and still of use, by checklist."]
    months: Annotated[tuple[Group, ...], "Later ones by month."]
    until: Annotated[date, "The last of the fourteen days."]


def next_steps(sight: Sight) -> StepsView:
    """The next steps page."""
    return StepsView(
        **sight.common(),
        due=due(sight),
        late=_late(sight),
        months=_months(sight),
        until=until(sight),
    )


def until(sight: Sight) -> date:
    """The last of the fourteen days."""
    return sight.plan.as_of + FORTNIGHT


def due(sight: Sight) -> tuple[Item, ...]:
    """What is due within fourteen days and not late."""
    last = until(sight)
    return tuple(item(sight, task) for task in sight.plan.tasks if task.due and task.due <= last and not task.late)


def _late(sight: Sight) -> tuple[Group, ...]:
    return grouped((step.list_name, step) for step in (item(sight, task) for task in sight.plan.tasks if task.late))


def _months(sight: Sight) -> tuple[Group, ...]:
    last = until(sight)
    return grouped((month(task.due), item(sight, task)) for task in sight.plan.tasks if task.due and task.due > last)
