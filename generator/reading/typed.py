"""A document as a model; or every mistake in it, in plain words and with its place."""

import json
from collections.abc import Sequence
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from generator.errors import GuideError, Place, Problem
from generator.reading.document import Document, Path
from generator.reading.faults import Fault, Faults, faults_of
from generator.reading.nearest import nearest
from generator.reading.schema import Allowed, Schema, allowed_at, schema_of
from generator.reading.wording import worded

M = TypeVar("M", bound=BaseModel)
ABOUT_NAMES = ("extra_forbidden", "missing")


def build(model: type[M], document: Document) -> M:
    """The document as the model.

    It goes in as JSON: there, strict types still take a list for a tuple or a set, and a word for an enum.
    """
    try:
        return model.model_validate_json(json.dumps(document.value), strict=True)
    except ValidationError as error:
        faults = faults_of(error, document.value)
        raise GuideError(_problems(faults, document, schema_of(model))) from None


def _problems(faults: Sequence[Faults], document: Document, schema: Schema) -> list[Problem]:
    """A problem for each spot; a name that is only misspelled is not missing too."""
    meant = {path for some in faults for path in _meant(some[0], schema)}
    told = (some for some in faults if some[0].kind != "missing" or some[0].path not in meant)
    return [_problem(some, document, schema) for some in told]


def _problem(faults: Faults, document: Document, schema: Schema) -> Problem:
    what, hint = worded(faults, _allowed(faults[0], schema))
    return Problem(_place(faults[0], document), what, hint)


def _allowed(fault: Fault, schema: Schema) -> Allowed:
    """What may stand there; for a name, beside it."""
    return allowed_at(schema, fault.steps[:-1] if fault.kind in ABOUT_NAMES else fault.steps)


def _place(fault: Fault, document: Document) -> Place:
    if fault.kind == "missing":
        return document.place(fault.path[:-1])
    if fault.in_key or fault.kind == "extra_forbidden":
        return document.key(fault.path)
    return document.place((*fault.path, *fault.inside))


def _meant(fault: Fault, schema: Schema) -> list[Path]:
    """The path that an unknown name would have, had it been spelled as the nearest known one."""
    if fault.kind != "extra_forbidden":
        return []
    name = nearest(str(fault.path[-1]), _allowed(fault, schema).names)
    return [(*fault.path[:-1], name)] if name else []
