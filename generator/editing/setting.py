"""Where one answer of an entry stands, or belongs, in the text of a profile."""

import re

import yaml

from generator.editing.edits import ENTRIES, Set
from generator.editing.scalars import scalar
from generator.editing.source import Source, Splice, value_of

BLOCK_HEAD = re.compile(r"[|>][-+0-9]*(?P<comment>[ \t]+#[^\r\n]*)?")


def set_answer(source: Source, edit: Set) -> list[Splice]:
    """The one splice that changes an answer and leaves all other characters alone."""
    found = value_of(source.root, edit.section)
    assert found
    entry = found[1].value[edit.index]
    pair = value_of(entry, edit.field)
    if pair:
        return [_other_value(source, entry, pair[1], edit)]
    return [_one_more_in_braces(source, entry, edit) if entry.flow_style else _one_more_line(source, entry, edit)]


def _other_value(source: Source, entry: yaml.MappingNode, node: yaml.Node, edit: Set) -> Splice:
    start, end, style = node.start_mark.index, source.content_end(node), getattr(node, "style", None)
    written = scalar(edit.value, in_brackets=entry.flow_style, quote=style if style in ("'", '"') else "")
    if start == node.end_mark.index:
        return _behind_the_colon(source, start, written)
    head = BLOCK_HEAD.match(source.text, start) if style in ("|", ">") else None
    return Splice(start, max(end, start), written + (head["comment"] or "" if head else ""))


def _behind_the_colon(source: Source, spot: int, written: str) -> Splice:
    colon = len(source.text[:spot].rstrip(" "))
    if source.text[colon - 1] != ":":
        raise LookupError("there is a name and no colon")
    return Splice(colon, colon, f" {written}")


def _one_more_line(source: Source, entry: yaml.MappingNode, edit: Set) -> Splice:
    column = entry.value[0][0].start_mark.column
    at = source.after_line(source.content_end(_neighbor(entry, edit)), column)
    return source.new_lines(at, [f"{' ' * column}{edit.field}: {scalar(edit.value, in_brackets=False)}"])


def _one_more_in_braces(source: Source, entry: yaml.MappingNode, edit: Set) -> Splice:
    at = source.content_end(_neighbor(entry, edit))
    return Splice(at, at, f", {edit.field}: {scalar(edit.value, in_brackets=True)}")


def _neighbor(entry: yaml.MappingNode, edit: Set) -> yaml.Node:
    """The last value in the entry that a profile tells before this one; else the first of all."""
    names = tuple(ENTRIES[edit.section].model_fields)
    before = names[: names.index(edit.field)]
    values: list[yaml.Node] = [value for name, value in entry.value if name.value in before]
    return values[-1] if values else _first(entry)


def _first(entry: yaml.MappingNode) -> yaml.Node:
    value: yaml.Node = entry.value[0][1]
    return value
