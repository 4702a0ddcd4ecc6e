"""Profiles for tests in one line: a small valid one, with the answers that matter laid over it."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from generator.profile import Profile
from generator.reading import build
from generator.reading.document import Document

SMALLEST: Mapping[str, Any] = {
    "schema": 1,
    "applicant": {"name": "Ana Example"},
    "season": 2028,
    "school": {"status": "enrolled", "graduation": "2028-05-19"},
}


QUICK = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def plain(path: Path) -> Any:
    """What a YAML file says, read by the quickest of PyYAML's safe loaders."""
    return yaml.load(path.read_text(encoding="utf-8"), QUICK)


def make_profile(answers: Mapping[str, Any] | None = None, **dotted: Any) -> Profile:
    """A small valid profile with these answers; dotted names lead inside.

    >>> make_profile(**{"school.status": "graduated"}).school.status
    'graduated'
    >>> make_profile({"exams": {"step_1": {"status": "passed"}}}, season=2027).season
    2027
    """
    return build(Profile, make_document(answers, **dotted))


def make_document(answers: Mapping[str, Any] | None = None, **dotted: Any) -> Document:
    """The same as a document that was read; nothing in it has a line."""
    value = _laid_over(SMALLEST, answers or {})
    for name, answer in dotted.items():
        value = _laid_over(value, _nested(name.split("."), answer))
    return Document(json.loads(json.dumps(value, default=_day)), {}, {}, "profile.yml")


def _nested(names: list[str], answer: Any) -> Any:
    return {names[0]: _nested(names[1:], answer)} if names else answer


def _laid_over(below: Any, above: Any) -> Any:
    """Groups are merged; anything else takes the place of what was there."""
    if not isinstance(below, Mapping) or not isinstance(above, Mapping):
        return above
    return {**below, **{name: _laid_over(below.get(name), answer) for name, answer in above.items()}}


def _day(answer: object) -> str:
    if isinstance(answer, date):
        return answer.isoformat()
    raise TypeError(f"no profile holds {answer!r}")
