"""Where letters stand that the booklet's fonts don't have."""

from collections.abc import Iterator
from typing import Any

from generator.downloads.letters import Legible
from generator.views.booklet.parts import Unshown
from generator.views.common import Sight


def unshown(sight: Sight, legible: Legible) -> tuple[Unshown, ...]:
    """The answers with such letters, by their place in the profile; without any there, the guide's own words."""
    profile = sight.facts.profile.model_dump()
    found = tuple(Unshown(place, text, legible.names(text)) for place, text in _texts(profile) if legible.holds(text))
    if found or not legible.refused:
        return found
    letters = "".join(sorted(legible.refused))
    return (Unshown(str(sight.catalog.name("print", "own-words")), letters, legible.names(letters)),)


def notes(sight: Sight, found: tuple[Unshown, ...], *, path: str, content: bytes) -> Iterator[str]:
    """Lines for whoever builds: with the booklet what it can't show, and with any file that it is not accessible."""
    words = sight.catalog.files.words.names["print"]
    if path.endswith("booklet.pdf"):
        for one in found:
            yield words["unshown"].format(place=one.place, text=one.text, letters=", ".join(one.letters))
    if b"pdfuaid:part" not in content:
        yield words["untagged"].format(path=path)


def _texts(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a profile, with the way to it; what stands in a list is counted from one."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from _texts(one, f"{place}: {name}" if place else str(name))
    elif isinstance(value, list | tuple):
        for number, one in enumerate(value, start=1):
            yield from _texts(one, f"{place} {number}")
