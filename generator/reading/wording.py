"""Pydantic's errors in the words of the guide: what was expected, what was found, how to mend it."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from generator.reading.faults import Fault
from generator.reading.mending import mending
from generator.reading.nearest import did_you_mean
from generator.reading.quoted import quoted
from generator.reading.schema import Allowed

Saying = tuple[str, str]
SHORT_LIST = 15
EXPECTED = {
    "bool_type": "true or false",
    "date_from_datetime_inexact": "a date like 2027-01-31",
    "date_from_datetime_parsing": "a date like 2027-01-31",
    "date_parsing": "a date like 2027-01-31",
    "date_type": "a date like 2027-01-31",
    "dict_type": "a group of names and values",
    "float_type": "a number",
    "frozen_set_type": "a list",
    "greater_than": "more than {gt}",
    "greater_than_equal": "at least {ge}",
    "int_from_float": "a whole number",
    "int_type": "a whole number",
    "less_than": "less than {lt}",
    "less_than_equal": "at most {le}",
    "list_type": "a list",
    "model_type": "a group of names and values",
    "multiple_of": "a multiple of {multiple_of}",
    "none_required": "nothing",
    "set_type": "a list",
    "string_pattern_mismatch": "a text of the form {pattern}",
    "string_type": "text",
    "tuple_type": "a list",
    "expected": "{expected}",
}
TOLD = {
    "too_short": "expected at least {min_length} in this list, found {actual_length}",
    "too_long": "expected at most {max_length} in this list, found {actual_length}",
    "string_too_short": "expected at least {min_length} characters, found {length}",
    "string_too_long": "expected at most {max_length} characters, found {length}",
    "value_error": "{error}",
    "assertion_error": "{error}",
    "mistake": "{what}",
}
CHOICES = ("enum", "literal_error")


def worded(faults: Sequence[Fault], allowed: Allowed) -> Saying:
    """What is wrong at one spot, and the hint."""
    for fault in faults:
        told = _told(fault, allowed)
        if told:
            return told
    return _expected(faults, allowed)


def listed(names: Iterable[str], *, last: str = " or ") -> str:
    """The names in a row.

    >>> listed(["a", "b", "c"])
    'a, b or c'
    """
    shown = list(dict.fromkeys(names))
    if len(shown) > SHORT_LIST:
        return ", ".join(shown[:SHORT_LIST]) + f" … ({len(shown)} in all)"
    return last.join([*filter(None, [", ".join(shown[:-1])]), *shown[-1:]])


def _told(fault: Fault, allowed: Allowed) -> Saying | None:
    """The words for what is not a matter of one value instead of another."""
    if fault.kind in NAMED:
        return NAMED[fault.kind](fault, allowed)
    if fault.kind in TOLD:
        about = {"length": len(str(fault.found)), **fault.about}
        return TOLD[fault.kind].format(**about), about.get("hint", "")
    if fault.kind in EXPECTED or fault.kind in CHOICES:
        return None
    said = fault.said.removeprefix("Input should be ")
    return f"expected {said}, found {quoted(fault.found)}", ""


def _missing(fault: Fault, _allowed: Allowed) -> Saying:
    name = _bare(fault.about["discriminator"]) if "discriminator" in fault.about else fault.path[-1]
    return f"'{name}' is missing", f"add a line that begins with {name}:"


def _unknown(fault: Fault, allowed: Allowed) -> Saying:
    name = str(fault.path[-1])
    short = len(allowed.names) <= SHORT_LIST and allowed.names
    known = f"known here: {listed(allowed.names, last=', ')}" if short else ""
    return f"{name!r} is not known here", did_you_mean(name, allowed.names) or known


def _no_such_tag(fault: Fault, _allowed: Allowed) -> Saying:
    tag, tags = str(fault.about["tag"]), _words_in(fault.about["expected_tags"])
    return f"expected {listed(tags)}, found {tag!r}", did_you_mean(tag, tags)


def _expected(faults: Sequence[Fault], allowed: Allowed) -> Saying:
    values = () if faults[0].in_key else allowed.values
    values = values or tuple(value for fault in faults for value in _choices(fault))
    found = faults[0].found
    near = did_you_mean(found, values) if isinstance(found, str) else ""
    hints = filter(None, (near, *map(_hint, faults)))
    what = f"expected {listed([*filter(None, map(_phrase, faults)), *values])}, found {quoted(found)}"
    return what, next(hints, "")


def _phrase(fault: Fault) -> str:
    return EXPECTED.get(fault.kind, "").format(**fault.about)


def _hint(fault: Fault) -> str:
    return fault.about.get("hint") or mending(_phrase(fault), fault.found)


def _choices(fault: Fault) -> list[str]:
    return _words_in(fault.about.get("expected", "")) if fault.kind in CHOICES else []


def _words_in(row: object) -> list[str]:
    return re.findall(r"'([^']*)'", str(row))


def _bare(name: object) -> str:
    return str(name).strip("'")


NAMED: Mapping[str, Callable[[Fault, Allowed], Saying]] = {
    "missing": _missing,
    "union_tag_not_found": _missing,
    "extra_forbidden": _unknown,
    "union_tag_invalid": _no_such_tag,
}
