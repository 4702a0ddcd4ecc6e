"""What `guide plan --save` does: the plan is kept beside the profile, and compared with the one kept before."""

from collections.abc import Iterator
from pathlib import Path

from generator.accepted import saved_plan
from generator.accepted.file import accepted, as_bytes, file_beside
from generator.catalog import Catalog
from generator.editing.saving import not_written, put, replaced
from generator.errors import GuideError, Place, Problem
from generator.plan.saved import SavedPlan
from generator.views import Sight
from generator.views.calendar import saved


def last_accepted(path: Path, catalog: Catalog) -> SavedPlan | None:
    """The plan that was kept, None where there is none; a GuideError where its file is damaged."""
    return accepted(path, catalog.shown_path)


def last_if_whole(path: Path, catalog: Catalog) -> SavedPlan | None:
    """The same, and None where it is damaged and about to be replaced."""
    try:
        return last_accepted(path, catalog)
    except GuideError:
        return None


def kept(path: Path, sight: Sight, catalog: Catalog, *, previous: SavedPlan | None) -> Iterator[str]:
    """Keep the plan, whole or not at all, and say what was done."""
    target = file_beside(path)
    plan = saved_plan(sight.plan, sight.facts, catalog, saved(sight, previous.events if previous else ()))
    file, new = catalog.shown_path(target), as_bytes(plan)
    if not target.exists():
        _put(target, new, file=file, like=path)
        yield f"{file} is written. It holds this plan and your answers, so it is as private as your profile."
        return
    old = target.read_bytes()
    if old == new:
        yield f"{file} holds this plan already."
        return
    copy = replaced(target, old=old, new=new, file=file)
    yield f"{file} is written anew, and is as private as your profile. The plan kept before is in {copy.name}."


def _put(target: Path, content: bytes, *, file: str, like: Path) -> None:
    try:
        put(target, content, like=like)
    except OSError as error:
        raise GuideError([Problem(Place(file), f"this file {not_written(error)}", "nothing is kept")]) from None
