"""What `guide done` says and does: tasks are ticked in the profile's file, or told with the ids that it takes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from generator.catalog import Catalog
from generator.cli.sight import quick_sight_of
from generator.cli.terminal import entry, paragraph, title
from generator.editing import Add, Edit, Remove, edited, replaced
from generator.errors import GuideError, Place, Problem
from generator.phrases import short_date
from generator.plan import LeftOut, Task
from generator.profile.ticks import OF_BLOCK, entry_of, hint_for
from generator.prose import Prose
from generator.reading import did_you_mean, parse
from generator.reading.files import read_text
from generator.reading.wording import listed
from generator.site import profile_in
from generator.views import Sight
from generator.views.to_do import item

TASK = Place("TASK")


@dataclass(frozen=True)
class Desk:
    """One profile's file with its tasks, on a day."""

    path: Path
    catalog: Catalog
    as_of: date
    sight: Sight

    @property
    def file(self) -> str:
        """What the file is called in messages."""
        return self.catalog.shown_path(self.path)

    @property
    def filed(self) -> tuple[str, ...]:
        """What stands under `done` already."""
        return self.sight.facts.profile.done or ()

    @property
    def tasks(self) -> dict[str, Task | LeftOut]:
        """All that can be ticked: what is to do, what is done, and what is left out since its day has gone by."""
        found: tuple[Task | LeftOut, ...] = (*self.sight.plan.tasks, *self.sight.plan.left_out)
        return {one.id: one for one in found}


def desk_for(path: Path, catalog: Catalog, *, as_of: date) -> Desk:
    """The profile and its tasks, or every mistake in it."""
    return Desk(path, catalog, as_of, quick_sight_of(path, catalog, as_of=as_of))


def open_tasks(desk: Desk) -> Iterator[str]:
    """The tasks that are not done, each with the id that the command takes, list by list."""
    names = desk.catalog.files.words.names["list"]
    order = list(names)
    some = sorted((task for task in desk.sight.plan.tasks if not task.done), key=lambda task: order.index(task.list))
    for list_, tasks in groupby(some, key=lambda task: task.list):
        yield from ("", title(names[list_]), *(entry(_line(desk.sight, task)) for task in tasks))
    if not some:
        yield paragraph("No task is open.")


def _line(sight: Sight, task: Task) -> Prose:
    due = " (late, and still worth it)" if task.late else f" (by {short_date(task.due)})" if task.due else ""
    return Prose(f"{task.id}: {item(sight, task).action.rstrip('.')}{due}")


def ticked(desk: Desk, named: Iterable[str]) -> Iterator[str]:
    """The tasks stand under `done` in the file afterwards; what is said of each."""
    wanted = tuple(dict.fromkeys(named))
    _refuse(wanted, desk.tasks, lambda task: _unknown(task, tuple(desk.tasks)))
    new = [task for task in wanted if task not in desk.filed]
    told = _written(desk, [Add("done", task) for task in new])
    yield from (entry(Prose(f"{_called(desk, task)}: done already"), indent=0) for task in wanted if task not in new)
    yield from (entry(Prose(f"{_called(desk, task)}: done"), indent=0) for task in new)
    yield told


def unticked(desk: Desk, named: Iterable[str]) -> Iterator[str]:
    """The tasks stand under `done` no more; their lines become comments."""
    wanted = tuple(dict.fromkeys(named))
    _refuse(wanted, desk.filed, lambda task: _not_filed(task, desk))
    places = [number for number, task in enumerate(desk.filed) if task in wanted]
    told = _written(desk, [Remove("done", number) for number in places])
    yield from (entry(Prose(f"{_called(desk, task)}: open again"), indent=0) for task in wanted)
    yield told


def _refuse(named: Sequence[str], known: Iterable[str], problem: Callable[[str], Problem]) -> None:
    """All that are not known, told at once."""
    found = [problem(task) for task in named if task not in set(known)]
    if found:
        raise GuideError(found)


def _unknown(task: str, known: Sequence[str]) -> Problem:
    of_blocks = [one for one in known if one.startswith(f"{task}{OF_BLOCK}")]
    if of_blocks:
        return Problem(TASK, f"{task!r} stands once for each rotation", f"name one: {listed(of_blocks)}")
    near = hint_for(task, tuple(dict.fromkeys(map(entry_of, known)))) if task not in map(entry_of, known) else ""
    return Problem(TASK, f"your guide has no task {task!r}", near or "guide done without a task lists them")


def _not_filed(task: str, desk: Desk) -> Problem:
    return Problem(TASK, f"{task!r} does not stand under done in {desk.file}", did_you_mean(task, desk.filed))


def _called(desk: Desk, task: str) -> str:
    entries = desk.catalog.task_entries
    return f"{task} ({entries[entry_of(task)].action.rstrip('.')})" if entry_of(task) in entries else task


def _written(desk: Desk, edits: Sequence[Edit]) -> str:
    """The file holds the edits, if there are any; what is said of it."""
    if not edits:
        return f"{desk.file} is as it was."
    old = read_text(desk.path, desk.file)
    new = edited(old, desk.file, edits)
    profile_in(parse(new, desk.file), desk.catalog, as_of=desk.as_of)
    copy = replaced(desk.path, old=old.encode(), new=new.encode(), file=desk.file)
    return f"{desk.file} is written. As it was before, it is kept in {copy.name}."
