"""Pydantic's errors, led back to the document: one for each spot, whatever the branches of a union said."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from pydantic import ValidationError

from generator.reading.document import Path, Value

Step = tuple[str | int, bool]
KEY = "[key]"
JUDGED = ("assertion_error", "mistake", "value_error")


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One error; a step that is not real names a branch of a union and stands nowhere in the document."""

    steps: tuple[Step, ...]
    kind: str
    said: str
    found: Any
    about: Mapping[str, Any]

    @property
    def path(self) -> Path:
        """The way through the document."""
        return tuple(name for name, real in self.steps if real)

    @property
    def in_key(self) -> bool:
        """The name before the colon is wrong, not the value."""
        return bool(self.steps) and self.steps[-1] == (KEY, False)

    @property
    def inside(self) -> Path:
        """Where below the spot the mistake is: at the tag of a branch, or where a validator says."""
        tag = [str(self.about["discriminator"]).strip("'")] if self.kind == "union_tag_invalid" else ()
        return (*tag, *self.about.get("at", ()))


Faults = tuple[Fault, ...]


def faults_of(error: ValidationError, value: Value) -> list[Faults]:
    """The faults, those that answer one question together."""
    return _settled([_fault(dict(entry), value) for entry in error.errors(include_url=False)], 0)


def _fault(entry: Mapping[str, Any], value: Value) -> Fault:
    return Fault(
        steps=tuple(_steps(entry["loc"], value, entry["type"] == "missing")),
        kind=entry["type"],
        said=entry["msg"],
        found=entry["input"],
        about=entry.get("ctx", {}),
    )


def _steps(names: Path, value: Value, missing: bool) -> Iterable[Step]:
    for number, name in enumerate(names, start=1):
        real = _holds(value, name)
        yield name, real or (missing and number == len(names))
        if real:
            value = value[name]  # type: ignore[index]  # _holds has looked


def _holds(value: Value, name: str | int) -> bool:
    if isinstance(name, int):
        return isinstance(value, list) and name < len(value)
    return isinstance(value, dict) and name in value


def _settled(faults: list[Fault], depth: int) -> list[Faults]:
    """The faults below one spot, with every union there decided."""
    here = [(fault,) for fault in faults if len(fault.steps) == depth]
    below: dict[Step, list[Fault]] = {}
    for fault in faults:
        if len(fault.steps) > depth:
            below.setdefault(fault.steps[depth], []).append(fault)
    settled = {step: _settled(group, depth + 1) for step, group in below.items()}
    real = chain.from_iterable(found for step, found in settled.items() if step[1])
    return [*here, *real, *_likeliest([found for step, found in settled.items() if not step[1]], depth)]


def _likeliest(branches: list[list[Faults]], depth: int) -> list[Faults]:
    """The branch that fits the document's shape best; all of them together if none fits at all."""
    if len(branches) < 2:
        return [*chain.from_iterable(branches)]
    judged = [branch for branch in branches if all(faults[0].kind in JUDGED for faults in branch)]
    fitting = [branch for branch in branches if all(_reaches(faults[0], depth) for faults in branch)]
    if judged or fitting:
        return min(judged or fitting, key=len)
    return [tuple(chain.from_iterable(chain.from_iterable(branches)))]


def _reaches(fault: Fault, depth: int) -> bool:
    return fault.in_key or any(real for _, real in fault.steps[depth:])
