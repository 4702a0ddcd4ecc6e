"""What models are made of: a day, a line, a text, an editor's words, an id, and what may be unknown."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, TypeAlias, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    GetPydanticSchema,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.prose import Prose

T = TypeVar("T")
LINE_LIMIT = 300
TEXT_LIMIT = 5_000
ID = "^[a-z0-9]+(-[a-z0-9]+)*$"
PLAIN_TEXT = core_schema.str_schema(strict=True)
LIKELY_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")


class Model(BaseModel):
    """Something that a file says: types as they are written, no unknown names, nothing changes later."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


def mistake(what: str, hint: str = "", *, at: Sequence[str | int] = ()) -> PydanticCustomError:
    """An error for a validator to raise: what is wrong, how to mend it, and where below the value it is."""
    return PydanticCustomError("mistake", "{what}", {"what": what, "hint": hint, "at": tuple(at)})


def expected(phrase: str, hint: str = "") -> PydanticCustomError:
    """An error for a validator to raise: what sort of value belongs here; what was found is added."""
    return PydanticCustomError("expected", "expected {expected}", {"expected": phrase, "hint": hint})


def _day(value: object) -> date:
    if type(value) is date:
        return value
    match = LIKELY_DAY.fullmatch(value) if isinstance(value, str) else None
    try:
        return _exact_day(match)
    except ValueError:
        raise expected("a date like 2027-01-31", _day_hint(match)) from None


def _exact_day(match: re.Match[str] | None) -> date:
    if match is None or len(match.group()) != 10:
        raise ValueError
    return date.fromisoformat(match.group())


def _day_hint(match: re.Match[str] | None) -> str:
    year, month, day = map(int, match.groups()) if match else (0, 0, 0)
    if not year:
        return "year, month and day, with dashes between" if match is None else ""
    if not 1 <= month <= 12:
        return "the month comes second, from 01 to 12"
    last = monthrange(year, month)[1]
    return f"write {year:04}-{month:02}-{day:02}" if 1 <= day <= last else f"that month has {last} days"


def _one_line(value: str) -> str:
    text = _readable(value)
    if "\n" in text:
        raise mistake("this must be one line, and it has several", "join them into one")
    return _within(text, LINE_LIMIT)


def _some_lines(value: str) -> str:
    return _within(_readable(value), TEXT_LIMIT)


def _prose(value: str) -> Prose:
    return Prose(_readable(value))


def _readable(value: str) -> str:
    """The text without blanks around it, each letter in its one usual form."""
    text = "\n".join(unicodedata.normalize("NFC", value.strip()).splitlines())
    odd = next((c for c in text if unicodedata.category(c) in ("Cc", "Cs") and c != "\n"), None)
    if odd:
        raise mistake(f"the character U+{ord(odd):04X} cannot stand in a text", "write a space instead")
    if not text:
        raise mistake("this text is empty", "write something, or leave the line out")
    return text


def _within(text: str, limit: int) -> str:
    if len(text) > limit:
        raise mistake(f"this text has {len(text):,} characters, and there is room for {limit:,}", "shorten it")
    return text


def _id(value: str) -> str:
    if not re.fullmatch(ID[1:-1], value):
        raise expected("lower-case words joined by dashes, like new-york", _id_hint(value))
    return value


def _id_hint(value: str) -> str:
    likely = "-".join(re.findall(r"[a-z0-9]+", value.lower()))
    return f"write {likely}" if likely and value.isascii() else ""


@dataclass(frozen=True)
class UnknownAsNone:
    """Reads the word `unknown`, and nothing at all, as None, before the type has a look."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The type's own schema behind one more door."""
        return core_schema.no_info_before_validator_function(_none_if_unknown, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """The type's own JSON Schema, or the word, or nothing."""
        inner = handler(schema)
        branches = [branch for branch in inner.pop("anyOf", [inner]) if branch != {"type": "null"}]
        return {"anyOf": [*branches, {"const": "unknown"}, {"type": "null"}]}


def _none_if_unknown(value: object) -> object:
    if isinstance(value, str) and value != "unknown" and value.strip().casefold() == "unknown":
        raise mistake(f"{value!r} is not read as unknown", "write unknown in lower case")
    return None if value == "unknown" else _with_tuples(value)


def _with_tuples(value: object) -> object:
    """The value with its lists as tuples: behind this door strict types take no list for a tuple any more."""
    if isinstance(value, list):
        return tuple(map(_with_tuples, value))
    return {name: _with_tuples(item) for name, item in value.items()} if isinstance(value, dict) else value


def _text_schema(limit: int) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "minLength": 1, "maxLength": limit})


Day: TypeAlias = Annotated[date, BeforeValidator(_day)]
Line: TypeAlias = Annotated[str, AfterValidator(_one_line), _text_schema(LINE_LIMIT)]
Text: TypeAlias = Annotated[str, AfterValidator(_some_lines), _text_schema(TEXT_LIMIT)]
Id: TypeAlias = Annotated[str, AfterValidator(_id), WithJsonSchema({"type": "string", "pattern": ID})]
Words: TypeAlias = Annotated[
    Prose,
    GetPydanticSchema(
        lambda _type, _handler: core_schema.no_info_after_validator_function(_prose, PLAIN_TEXT),
    ),
    WithJsonSchema({"type": "string", "minLength": 1}),
]
Maybe: TypeAlias = Annotated[T | None, UnknownAsNone()]
