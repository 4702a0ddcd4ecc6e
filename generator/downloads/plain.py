"""Frozen data as what JSON can hold: prose becomes runs, and a plain text stays a text without any markup."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from generator.downloads.runs import Run, runs
from generator.prose import Prose


def plain(value: Any) -> Any:
    """The same value in lists, mappings, texts, numbers, truths and nothing; a day has its three numbers.

    >>> plain({"name": "*x*", "why": Prose("*x*"), "day": date(2027, 1, 31)})
    {'name': '*x*', 'why': [{'text': 'x', 'italic': True}], 'day': {'year': 2027, 'month': 1, 'day': 31}}
    """
    if isinstance(value, str):
        return [_run(run) for run in runs(value)] if isinstance(value, Prose) else value
    if isinstance(value, date):
        return {"year": value.year, "month": value.month, "day": value.day}
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    return _named(value)


def _named(value: Any) -> Any:
    """What has names, by its names; anything else as it is."""
    if isinstance(value, Mapping):
        return {str(name): plain(one) for name, one in value.items()}
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    return value


def _run(run: Run) -> dict[str, Any]:
    """A run with those of its looks that it has."""
    return {name: one for name, one in vars(run).items() if one}
