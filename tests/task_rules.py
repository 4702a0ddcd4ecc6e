"""What holds of the tasks of every plan, on any day; each rule that is broken in words."""

from collections import Counter
from collections.abc import Iterator

from generator.plan import Plan, Task


def broken(plan: Plan) -> list[str]:
    """Every rule that the tasks of a plan break."""
    return [*_of_all(plan), *(f"{task.id}: {wrong}" for task in plan.tasks for wrong in _of_one(plan, task))]


def _of_all(plan: Plan) -> Iterator[str]:
    days = [task.due for task in plan.tasks if task.due]
    if days != sorted(days):
        yield "the days are not in order"
    if [task.due is None for task in plan.tasks] != sorted(task.due is None for task in plan.tasks):
        yield "one without a day stands before one with a day"
    ids = Counter(one.id for one in (*plan.tasks, *plan.left_out))
    yield from (f"{name} is there {times} times" for name, times in ids.items() if times > 1)
    yield from (f"{one.id} is left out without a reason" for one in plan.left_out if not one.reason)


def _of_one(plan: Plan, task: Task) -> Iterator[str]:
    days = [day for day in (plan.as_of, task.begin, task.due) if day]
    if days != sorted(days):
        yield f"begin {task.begin}, due {task.due}, as of {plan.as_of}"
    if (task.begin is None) is not (task.due is None or task.done):
        yield f"begin {task.begin}, due {task.due}, done {task.done}"
    if task.late and (task.done or task.due != plan.as_of):
        yield "it is late, and done or not for today"
    ends = {block.id: {"planned": f"-{block.host_id}"}.get(block.status, "") for block in plan.schedule.value.blocks}
    name = f"--{task.block}{ends.get(task.block, ' of no block')}".rstrip("-") if task.block else ""
    if task.id != f"{task.entry}{name}":
        yield f"the id of {task.entry} for {task.block}"
