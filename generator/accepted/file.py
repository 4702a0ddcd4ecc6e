"""The accepted plan as a file beside the profile; whatever it holds, it is read whole or told as a mistake."""

import json
from collections.abc import Callable
from datetime import date
from errno import ENAMETOOLONG, ENOENT, ENOTDIR
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import TypeAdapter

from generator.errors import GuideError, Place, Problem
from generator.plan.saved import SavedPlan

FORMAT = 1
MOST_BYTES = 4_000_000
SUMS = MappingProxyType({"rotations": 3, "cost": 2})
YEARS = range(2000, 2200)
ENDING = ".plan.json"
NOT_THERE = (ENOENT, ENOTDIR, ENAMETOOLONG)
MEND = "save the plan again with guide plan --save, or delete this file"
DAMAGED = "this saved plan is damaged"
NEWER = "this plan was saved by a newer version of the guide"


def file_beside(profile: Path) -> Path:
    """Where the accepted plan of a profile is kept.

    >>> file_beside(Path("profiles/me.yml")).as_posix()
    'profiles/me.yml.plan.json'
    """
    return profile.parent / f"{profile.name}{ENDING}"


def accepted(profile: Path, shown_path: Callable[[Path], str]) -> SavedPlan | None:
    """The plan that was accepted for a profile, None where there is none; `shown_path` names its file in messages."""
    path = file_beside(profile)
    return read_saved(path, file=shown_path(path))


def as_bytes(saved: SavedPlan) -> bytes:
    """The plan as a file holds it: the same plan, the same bytes."""
    return (json.dumps(_plain(saved), ensure_ascii=False, indent=1) + "\n").encode()


def hash_of(saved: SavedPlan) -> str:
    """A name for all that a saved plan holds."""
    return sha256(as_bytes(saved)).hexdigest()


def read_saved(path: Path, *, file: str) -> SavedPlan | None:
    """The plan in a file, None where there is no file; a GuideError where it is not what was written."""
    try:
        with path.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except ValueError:  # a name that no file can have
        return None
    except OSError as error:
        if error.errno in NOT_THERE:
            return None
        raise _mistake(file, f"this saved plan can't be read: {(error.strerror or str(error)).lower()}") from None
    return from_bytes(content, file=file)


def from_bytes(content: bytes, *, file: str) -> SavedPlan:
    """The plan that some bytes hold; the way back gives what they say, or it is a mistake."""
    try:
        said = json.loads(content) if len(content) <= MOST_BYTES else None
        if not isinstance(said, dict) or type(said.get("format")) is not int:
            raise _mistake(file, DAMAGED)
        if said["format"] > FORMAT:
            raise _mistake(file, NEWER)
        told = {name: value for name, value in said.items() if name != "format"}
        saved = _adapter().validate_json(json.dumps(told), strict=True)
        if _plain(saved) != said or not _is_sound(saved):
            raise _mistake(file, DAMAGED)
    except (ValueError, RecursionError):
        raise _mistake(file, DAMAGED) from None
    return saved


def _is_sound(saved: SavedPlan) -> bool:
    """Whether each item has as many sums as its kind, and all days are of a time in which plans are made."""
    of_items = (day for one in saved.items for day in (one.first, one.last) if day)
    days = (saved.as_of, *of_items, *(day for one in saved.events for day in (one.first, one.last)))
    sums = all(len(one.amounts) == SUMS.get(one.kind, 0) for one in saved.items)
    return sums and all(YEARS.start <= day.year < YEARS.stop for day in days)


@cache
def _adapter() -> TypeAdapter[SavedPlan]:
    return TypeAdapter(SavedPlan)


def _plain(saved: SavedPlan) -> dict[str, Any]:
    """The plan in plain values; what is empty is left out of items."""
    return {
        "format": FORMAT,
        "as_of": saved.as_of.isoformat(),
        "answers": dict(saved.answers),
        "content": dict(saved.content),
        "items": [_filled(item) for item in saved.items],
        "events": [_whole(event) for event in saved.events],
    }


def _filled(item: object) -> dict[str, Any]:
    return {name: value for name, value in _whole(item).items() if value not in (None, "", [])}


def _whole(item: object) -> dict[str, Any]:
    return {name: _value(value) for name, value in vars(item).items()}


def _value(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _mistake(file: str, what: str) -> GuideError:
    return GuideError([Problem(Place(file), what, MEND)])
