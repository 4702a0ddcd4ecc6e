"""A profile with some answers changed, checked like any other."""

from collections.abc import Mapping
from typing import Any

from generator.profile import Profile
from generator.reading import Document, build


def changed(profile: Profile, set_: Mapping[str, object], add: Mapping[str, Mapping[str, object]]) -> Profile:
    """The profile with fields set (by dotted path) and entries added to lists, or a GuideError."""
    said = said_of(profile)
    for path, value in set_.items():
        _put(said, path.split("."), value)
    for path, entry in add.items():
        _append(said, path.split("."), entry)
    return build(Profile, Document(value=said, places={}, keys={}, file="content/rules/changes.yml"))


def said_of(profile: Profile) -> dict[str, Any]:
    """The answers in plain values, as a file would hold them; what is unknown is not there."""
    return profile.model_dump(mode="json", by_alias=True, exclude_none=True)


def _put(said: dict[str, Any], path: list[str], value: object) -> None:
    for name in path[:-1]:
        said = said.setdefault(name, {})
    said[path[-1]] = value


def _append(said: dict[str, Any], path: list[str], entry: Mapping[str, object]) -> None:
    for name in path[:-1]:
        said = said.setdefault(name, {})
    said[path[-1]] = (*said.get(path[-1], ()), dict(entry))
