"""Tasks that come once and have a day of their own."""

from collections.abc import Iterator

from generator.catalog.guidance import Due
from generator.downloads.events import Event
from generator.plan import Span, Task
from generator.views.calendar.making import Maker, Told
from generator.views.calendar.messages import papers_asked_for
from generator.views.tracker.words import plain

ROLLING = "today"


def tasks(make: Maker) -> Iterator[Event]:
    """The tasks that editors want in a calendar, as far as they are ahead, not done, and no message does the same."""
    asked = frozenset(papers_asked_for(make))
    for task in make.sight.plan.tasks:
        paper = make.sight.catalog.task_entries[task.entry].paper
        if task.due and not (task.late or task.done) and paper not in asked and _is_wanted(make, task):
            yield make.event("task", task.id, Span(task.due, task.due), _task(make, task))


def _is_wanted(make: Maker, task: Task) -> bool:
    """Whether its list or it itself is named, it may be told of, and its day is not counted from today."""
    wanted, due = make.file.tasks, make.sight.catalog.task_entries[task.entry].due
    is_named = task.list in wanted.lists or task.entry in wanted.also
    return is_named and task.entry not in wanted.without and due is not None and due.from_ != ROLLING


def _task(make: Maker, task: Task) -> Told:
    entry, only_if = make.sight.catalog.task_entries[task.entry], make.sight.only_if(task.only_if)
    about, counted = make.name_of(task.block), _projected(make, entry.due)
    lines = {"what": entry.action, "about": about, "why": entry.why, "exception": entry.exception or ""}
    return Told(
        f"{about}: {plain(entry.action)}" if about else entry.action,
        {**lines, "only": only_if or "", "counted": counted},
        words={"list": make.sight.catalog.name("list", task.list)},
        sure=not only_if and not counted,
    )


def _projected(make: Maker, due: Due | None) -> str:
    """The date of the season that a task is counted from, if that one is not published yet."""
    found = make.sight.facts.season.milestones.get(due.from_) if due else None
    return found.name if found and found.certainty == "projected" else ""
