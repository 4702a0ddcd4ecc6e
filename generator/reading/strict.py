"""YAML as it is written: plain values with their places, and no guess about what was meant."""

from pathlib import Path as FilePath
from types import MappingProxyType
from typing import Any, TypeAlias

import yaml

from generator.errors import GuideError
from generator.reading.composing import Composer
from generator.reading.document import Document
from generator.reading.files import checked, read_text
from generator.reading.stop import Stop
from generator.reading.syntax import explained
from generator.reading.tabs import stray_tabs

Loader: TypeAlias = Any  # CSafeLoader or SafeLoader; the stubs know no common class with get_event
LOADER: Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: FilePath, *, file: str | None = None) -> Document:
    """The file, read strictly; `file` is its name in messages."""
    name = file or path.as_posix()
    return parse(read_text(path, name), name)


def parse(text: str, file: str) -> Document:
    """The text, read strictly; every trap in it is reported at once."""
    return parse_with(LOADER, text, file)


def parse_with(loader: Loader, text: str, file: str) -> Document:
    """The text, read by one of PyYAML's two parsers; both give the same values."""
    text = checked(text, file)
    composer = Composer(file)
    try:
        value = composer.whole(loader(text))
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        stop = Stop.of(error, text, composer.last)
        raise GuideError([*composer.problems, explained(stop, file)]) from None
    problems = [*composer.problems, *stray_tabs(text, composer.quoted, file)]
    if problems:
        raise GuideError(problems)
    return Document(value, MappingProxyType(composer.places), MappingProxyType(composer.keys), file)
