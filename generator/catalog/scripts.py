"""Scripts: words that leave the house, each with a head that says to whom."""

from dataclasses import dataclass
from pathlib import Path

from generator.catalog.guidance import ScriptHead
from generator.errors import GuideError, Place, Problem
from generator.reading import build, parse
from generator.reading.files import checked, read_text


@dataclass(frozen=True)
class Script:
    """One script: its id is the file's name, its text a plain-text template."""

    id: str
    head: ScriptHead
    template: str


def read_script(path: Path, *, file: str) -> Script:
    """A script file: a comment with the head as YAML, then the template."""
    text = checked(read_text(path, file), file)
    opening, _, rest = text.partition("{#")
    head, closing, _ = rest.partition("#}")
    if opening.strip() or not closing:
        hint = "begin the file with {#, then title, recipient, when and sources, then #}"
        raise GuideError([Problem(Place(file, 1), "a script begins with a comment that holds its head", hint)])
    return Script(path.stem, build(ScriptHead, parse(head, file)), f"scripts/{path.name}")
