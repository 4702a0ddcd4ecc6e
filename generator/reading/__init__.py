"""YAML to typed data, with the line of every mistake."""

from generator.reading.document import Document
from generator.reading.nearest import did_you_mean, nearest
from generator.reading.strict import parse, read_yaml
from generator.reading.typed import build
from generator.reading.types import Day, Id, Line, Maybe, Model, Text, Words, expected, mistake

__all__ = [
    "Day",
    "Document",
    "Id",
    "Line",
    "Maybe",
    "Model",
    "Text",
    "Words",
    "build",
    "did_you_mean",
    "expected",
    "mistake",
    "nearest",
    "parse",
    "read_yaml",
]
