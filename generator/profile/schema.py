"""The profile as a JSON Schema, from which editors complete and underline."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.plan.settings import Settings
from generator.profile import Profile
from generator.profile.declared import Declaration, declarations
from generator.profile.vocabulary import vocabularies

Schema = dict[str, Any]
DRAFT = "http://json-schema.org/draft-07/schema#"
TITLE = "Profile of an applicant"
SEEN_BY = {
    "private": "Only you see it.",
    "mentor": "You and a mentor you choose see it.",
    "anyone": "Anyone you show the guide to sees it.",
}
NAMES = {"host": "hosts", "writer": "letter writers", "school": "your school"}
DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
UNKNOWN = "unknown"
DROPPED = frozenset(["title", "default", "description", "unit", "audience", "say_to", "can_change"])


def profile_schema(
    settings: Settings,
    program_ids: Iterable[str],
    document_ids: Iterable[str],
    type_ids: Iterable[str],
    criterion_ids: Iterable[str],
) -> Schema:
    """What a profile may say: each field described, each name that the guide knows offered."""
    known = vocabularies(settings, program_ids, document_ids, type_ids, criterion_ids)
    words = {path: vocabulary.words for vocabulary in known for path in vocabulary.used_at}
    told = {field.path: field for field in declarations(Profile)}
    raw = Profile.model_json_schema(by_alias=True)
    body = _Drawer(raw.get("$defs", {}), told, words).drawn(raw, "")
    return {"$schema": DRAFT, "title": TITLE, "description": _summary(), **body}


def schema_text(schema: Schema) -> str:
    """The schema as it stands in its file."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def described(field: Declaration, *, group: bool) -> str:
    """A field's description with its unit, who may see it, and to whom a message may say it.

    A group of fields says the first alone: its fields differ.
    """
    unit = f"Unit: {field.unit}." if field.unit and field.unit != "year" else ""
    seen = "" if group else SEEN_BY[field.audience]
    return " ".join(filter(None, [field.description, unit, seen, _said_to(field)]))


def _said_to(field: Declaration) -> str:
    *others, last = [NAMES[name] for name in NAMES if name in field.say_to] or [""]
    together = " and ".join(filter(None, [", ".join(others), last]))
    return f"Messages to {together} may say it." if together else ""


def _summary() -> str:
    return f"{Profile.__doc__} Every field that is not required may be left out, or be {UNKNOWN}."


@dataclass(frozen=True)
class _Drawer:
    """Draws one part of the schema after the other, each part in its place instead of by reference."""

    parts: Mapping[str, Schema]
    told: Mapping[str, Declaration]
    words: Mapping[str, tuple[str, ...]]

    def drawn(self, raw: Schema, path: str) -> Schema:
        """One part, as pydantic has it, in the way that editors like it."""
        if "$ref" in raw:
            return self.drawn(self.parts[raw["$ref"].rpartition("/")[2]], path)
        if "anyOf" in raw:
            return self._maybe(raw["anyOf"], path)
        if "properties" in raw:
            return self._group(raw, path)
        if "items" in raw:
            return {"type": "array", "items": self.drawn(raw["items"], f"{path}[]")}
        return self._single({key: value for key, value in raw.items() if key not in DROPPED}, path)

    def _maybe(self, branches: list[Schema], path: str) -> Schema:
        """A value or the word unknown; nothing at all is not offered, since a bare `null` is a trap."""
        known = [branch for branch in branches if branch not in ({"const": UNKNOWN}, {"type": "null"})]
        value = self.drawn(known[0], path)
        if "enum" in value:
            return {**value, "enum": [*value["enum"], UNKNOWN]}
        return {"anyOf": [value, {"const": UNKNOWN}]}

    def _group(self, raw: Schema, path: str) -> Schema:
        prefix = f"{path}." if path else ""
        fields = {name: self._field(value, f"{prefix}{name}") for name, value in raw["properties"].items()}
        needed = {"required": raw["required"]} if raw.get("required") else {}
        return {"type": "object", "additionalProperties": False, **needed, "properties": fields}

    def _field(self, raw: Schema, path: str) -> Schema:
        group = any(other.startswith((f"{path}.", f"{path}[].")) for other in self.told)
        return {"description": described(self.told[path], group=group), **self.drawn(raw, path)}

    def _single(self, raw: Schema, path: str) -> Schema:
        if path in self.words:
            return {"type": "string", "enum": list(self.words[path])}
        if raw.get("format") == "date":
            return {**raw, "pattern": DAY}
        return {**raw, "minimum": 0} if raw == {"type": "integer"} else raw
