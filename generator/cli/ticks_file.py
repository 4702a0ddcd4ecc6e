"""The ticks that a browser kept, as the page All tasks exports them."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.cli.ticking import Desk, ticked
from generator.errors import GuideError, Place, Problem
from generator.profile.ticks import entry_of
from generator.views.to_do import guide_key

FORMAT = 1
EXPORT = "export it once more on the page All tasks of your guide"
LARGEST = 1_000_000
ID = re.compile("[a-z0-9]+(-+[a-z0-9]+)*")


@dataclass(frozen=True)
class Ticks:
    """Whose guide they are from, the tasks that are ticked, and how many notes stand beside them."""

    guide: str
    tasks: tuple[str, ...]
    notes: int


def brought_in(desk: Desk, path: Path) -> Iterator[str]:
    """The ticks of the file stand in the profile afterwards; what is said of those that do, and of the others."""
    file = desk.catalog.shown_path(path)
    ticks = read_ticks(path, file)
    if ticks.guide != guide_key(desk.sight):
        what = f"these ticks are from another guide than that of {desk.file}"
        hint = "the guide's key follows the name and the season in the profile; take the file that this guide exported"
        raise GuideError([Problem(Place(file), what, hint)])
    known = [task for task in ticks.tasks if task in desk.tasks]
    yield from ticked(desk, known)
    yield from _left(desk, [task for task in ticks.tasks if task not in desk.tasks])
    if ticks.notes:
        yield "Notes are not brought in; they stay in your browser and in the file."


def _left(desk: Desk, others: list[str]) -> Iterator[str]:
    for task in others:
        known = entry_of(task) in desk.catalog.task_entries
        yield f"{task}: left out, since {'it is not in your plan now' if known else 'the guide knows no such task'}"


def read_ticks(path: Path, file: str) -> Ticks:
    """The file understood, or a GuideError."""
    try:
        with path.open("rb") as stream:
            said = json.loads(stream.read(LARGEST + 1).decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise _refused(file, "this is no file of ticks") from None
    if not isinstance(said, dict) or "format" not in said:
        raise _refused(file, "this is no file of ticks")
    if type(said["format"]) is not int or said["format"] != FORMAT:
        raise _refused(file, f"these ticks are of another format than {FORMAT}, the one that the guide reads")
    return _ticks(said, file)


def _ticks(said: dict[str, Any], file: str) -> Ticks:
    guide, tasks, notes = said.get("guide"), said.get("ticks"), said.get("notes", {})
    if not (isinstance(guide, str) and _are_ids(tasks) and isinstance(notes, dict)):
        raise _refused(file, "this file of ticks is not as it was exported")
    return Ticks(guide, tuple(dict.fromkeys(tasks or ())), len(notes))


def _are_ids(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) and ID.fullmatch(one) for one in value)


def _refused(file: str, what: str) -> GuideError:
    return GuideError([Problem(Place(file), what, EXPORT)])
