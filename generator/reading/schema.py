"""What a model's JSON Schema allows at one spot: names and fixed values."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic.errors import PydanticInvalidForJsonSchema

from generator.reading.faults import Step

Schema = Mapping[str, Any]
UNIONS = ("anyOf", "oneOf", "allOf")


@dataclass(frozen=True)
class Allowed:
    """The names that may stand at a spot, and the fixed values that may."""

    names: tuple[str, ...] = ()
    values: tuple[str, ...] = ()


def schema_of(model: type[BaseModel]) -> Schema:
    """The model's JSON Schema; empty if it has none, so that messages only lose their lists."""
    try:
        return model.model_json_schema()
    except PydanticInvalidForJsonSchema:
        return {}


def allowed_at(root: Schema, steps: Iterable[Step]) -> Allowed:
    """What may stand where the steps lead; a step that is not real chooses a branch."""
    spots = list(_branches(root, root))
    for name, real in steps:
        children = [child for spot in spots for child in (_children if real else _chosen)(spot, name)]
        spots = [branch for child in children for branch in _branches(root, child)] or ([] if real else spots)
    names = [name for spot in spots for name in spot.get("properties", {})]
    values = [value for spot in spots for value in _fixed(spot)]
    return Allowed(tuple(dict.fromkeys(names)), tuple(dict.fromkeys(values)))


def _branches(root: Schema, spot: Schema) -> Iterator[Schema]:
    yield spot
    if "$ref" in spot:
        name = spot["$ref"].removeprefix("#/$defs/")
        yield from _branches(root, root["$defs"][name])
    for union in UNIONS:
        for branch in spot.get(union, ()):
            yield from _branches(root, branch)


def _children(spot: Schema, step: str | int) -> list[Schema]:
    if isinstance(step, int):
        return [*spot.get("prefixItems", ())[step : step + 1], *_schemas(spot.get("items"))]
    named = spot.get("properties", {}).get(step)
    if named is not None:
        return _schemas(named)
    return [*spot.get("patternProperties", {}).values(), *_schemas(spot.get("additionalProperties"))]


def _chosen(spot: Schema, name: str | int) -> list[Schema]:
    """The branch of that name: a tag, or the name of a model."""
    tagged = spot.get("discriminator", {}).get("mapping", {}).get(name)
    if tagged:
        return [{"$ref": tagged}]
    return [spot] if spot.get("title") == name and "properties" in spot else []


def _schemas(found: object) -> list[Schema]:
    return [found] if isinstance(found, dict) else []


def _fixed(spot: Schema) -> list[str]:
    values = [*spot.get("enum", ()), *([spot["const"]] if "const" in spot else [])]
    return [value if isinstance(value, str) else str(value).lower() for value in values]
