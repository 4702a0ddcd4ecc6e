"""What every profile field declares about itself besides its type: who may see it, to whom it may be said."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, Field
from pydantic.fields import FieldInfo

type_of_audience = Literal["private", "mentor", "anyone"]
type_of_recipient = Literal["host", "writer", "school"]


def answer(  # noqa: PLR0913 - each is one thing that a field declares about itself
    description: str,
    *,
    needed: bool = False,
    unit: str = "",
    audience: type_of_audience = "private",
    say_to: tuple[type_of_recipient, ...] = (),
    can_change: bool = False,
) -> Any:
    """A field of the profile: unless it says otherwise, private, said to nobody, not to be changed."""
    declared: dict[str, Any] = {
        "unit": unit,
        "audience": audience,
        "say_to": list(say_to),
        "can_change": can_change,
    }
    if needed:
        return Field(description=description, json_schema_extra=declared)
    return Field(default=None, description=description, json_schema_extra=declared)


@dataclass(frozen=True)
class Declaration:
    """What a field says about itself; `path` has a `[]` after the name of a list."""

    path: str
    description: str
    unit: str
    audience: str
    say_to: frozenset[str]
    can_change: bool
    needed: bool


def declarations(model: type[BaseModel], prefix: str = "") -> Iterator[Declaration]:
    """Every field below a model, outermost first, each with what it declares."""
    for name, field in model.model_fields.items():
        path = f"{prefix}{field.alias or name}"
        yield _declaration(path, field)
        inner, is_list = _inner_model(field.annotation)
        if inner is not None:
            yield from declarations(inner, f"{path}[]." if is_list else f"{path}.")


def _declaration(path: str, field: FieldInfo) -> Declaration:
    extra = field.json_schema_extra
    said: dict[str, Any] = dict(extra) if isinstance(extra, dict) else {}
    return Declaration(
        path=path,
        description=field.description or "",
        unit=said.get("unit", ""),
        audience=said.get("audience", "private"),
        say_to=frozenset(said.get("say_to", ())),
        can_change=said.get("can_change", False),
        needed=field.is_required(),
    )


def _inner_model(annotation: Any) -> tuple[type[BaseModel] | None, bool]:
    """The model that a field holds, if any, and whether it holds many."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation, False
    origin = get_origin(annotation)
    if origin is Annotated:
        return _inner_model(get_args(annotation)[0])
    if origin is tuple:
        return _inner_model(get_args(annotation)[0])[0], True
    if origin in (UnionType, Union):
        found = (_inner_model(part) for part in get_args(annotation))
        return next((pair for pair in found if pair[0] is not None), (None, False))
    return None, False
