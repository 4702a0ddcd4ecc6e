"""The whole plan as JSON, and the JSON Schema that says what is in it."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Literal, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

from generator.plan import Plan
from generator.plan.meanings import MEANINGS
from generator.prose import Prose

Json: TypeAlias = dict[str, Any]
Known: TypeAlias = Mapping[TypeVar, Any]

VERSION = 1
DRAFT = "https://json-schema.org/draft/2020-12/schema"
TITLE = "Plan of an applicant"
ABOUT = (
    "What `guide plan --json` gives. Ids are words in kebab-case and never change; days are like 2027-01-31; "
    "nothing that is past is ever due. Text of the kind Markdown is written by editors; all other text is plain."
)
MARKDOWN = {"type": "string", "description": "Words for the reader, in Markdown; plain text in them stands escaped."}
SIMPLE: Mapping[Any, Json] = MappingProxyType(
    {
        bool: {"type": "boolean"},
        int: {"type": "integer"},
        str: {"type": "string"},
        date: {"type": "string", "format": "date"},
        NoneType: {"type": "null"},
        Prose: {"$ref": "#/$defs/Markdown"},
    }
)
NOTHING_KNOWN: Known = MappingProxyType({})


def plan_json(plan: Plan) -> Json:
    """The plan in plain values, in the order of its definition: the same plan, the same JSON."""
    return {"schema": VERSION, **_plain(plan, Plan)}


def plan_schema() -> Json:
    """The JSON Schema of `plan_json`, from the plan's own types and docstrings."""
    parts: dict[str, Json] = {"Markdown": MARKDOWN}
    whole = _object(Plan, NOTHING_KNOWN, parts)
    version = {"const": VERSION, "description": "Version of this format."}
    return {
        "$schema": DRAFT,
        "title": TITLE,
        **whole,
        "description": f"{whole['description']} {ABOUT}",
        "properties": {"schema": version, **whole["properties"]},
        "required": ["schema", *whole["required"]],
        "$defs": dict(sorted(parts.items())),
    }


def json_text(value: Json) -> str:
    """Plain values as a file holds them."""
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _plain(value: Any, kind: Any) -> Any:
    if _is_pairs(kind):
        return {name: _plain(item, None) for name, item in value}
    if is_dataclass(value):
        own: Any = type(value)
        return {name: _plain(getattr(value, name), field) for name, field in _hints(own).items()}
    if isinstance(value, tuple):
        return [_plain(item, None) for item in value]
    return value.isoformat() if isinstance(value, date) else value


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    """The fields of a dataclass with their types, in order."""
    hints = get_type_hints(kind)
    return MappingProxyType({field.name: hints[field.name] for field in fields(kind)})


def _is_pairs(kind: Any) -> bool:
    """Whether it is a tuple of pairs of a name and something, which becomes an object.

    >>> _is_pairs(tuple[tuple[str, int], ...]), _is_pairs(tuple[str, ...])
    (True, False)
    """
    item = next(iter(get_args(kind)), None) if get_origin(kind) is tuple else None
    return get_origin(item) is tuple and get_args(item)[0] is str and len(get_args(item)) == 2


def _drawn(kind: Any, known: Known, parts: dict[str, Json]) -> Json:
    """The schema of a type; types of our own are drawn once, among the parts."""
    kind = known.get(kind, kind)
    if kind in SIMPLE:
        return SIMPLE[kind]
    if is_dataclass(get_origin(kind) or kind):
        return _part(kind, known, parts)
    if get_origin(kind) is Literal:
        return {"enum": list(get_args(kind))}
    if get_origin(kind) in (Union, UnionType):
        return {"anyOf": [_drawn(one, known, parts) for one in get_args(kind)]}
    return _many(kind, known, parts)


def _many(kind: Any, known: Known, parts: dict[str, Json]) -> Json:
    if _is_pairs(kind):
        return {"type": "object", "additionalProperties": _drawn(get_args(get_args(kind)[0])[1], known, parts)}
    if get_origin(kind) is tuple and get_args(kind)[1:] == (...,):
        return {"type": "array", "items": _drawn(get_args(kind)[0], known, parts)}
    raise TypeError(f"the plan's schema has no word for {kind}")


def _part(kind: Any, known: Known, parts: dict[str, Json]) -> Json:
    """A reference to one of our own types; a general one is drawn for each value that it holds."""
    plain = get_origin(kind) or kind
    held = tuple(known.get(one, one) for one in get_args(kind))
    name = plain.__name__ + "".join("OfText" if one is str else f"Of{one.__name__}" for one in held)
    if name not in parts:
        inner: Known = dict(zip(getattr(plain, "__parameters__", ()), held, strict=True))
        parts[name] = _object(plain, inner, parts)
    return {"$ref": f"#/$defs/{name}"}


def _object(kind: Any, known: Known, parts: dict[str, Json]) -> Json:
    said = MEANINGS[kind.__name__]
    drawn = {name: {"description": said[name], **_drawn(hint, known, parts)} for name, hint in _hints(kind).items()}
    return {
        "description": " ".join((kind.__doc__ or "").split()),
        "type": "object",
        "additionalProperties": False,
        "required": list(drawn),
        "properties": drawn,
    }
