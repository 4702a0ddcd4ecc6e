"""Where an entry of a list begins, ends or belongs in the text of a profile."""

import re

import yaml

from generator.editing.edits import Add, OneMore, Remove
from generator.editing.scalars import in_braces, scalar
from generator.editing.source import Source, Splice, value_of


def append_entry(source: Source, edit: OneMore) -> list[Splice]:
    """The splices that put one more entry at the end of a list, written as the others are."""
    found = value_of(source.root, edit.section)
    if found is None:
        return [_new_section(source, edit)]
    name, node = found
    if isinstance(node, yaml.SequenceNode) and node.value:
        return [_in_brackets(source, node, edit) if node.flow_style else _below_the_last(source, node, edit)]
    if source.root.flow_style:
        return [Splice(node.start_mark.index, node.end_mark.index, f"[{_in_a_line(edit)}]")]
    if "#" in source.within(node):
        start = node.start_mark.index + 1
        return [Splice(start, start, _in_a_line(edit))]
    return _first_of_all(source, name, node, edit)


def remove_entry(source: Source, edit: Remove) -> list[Splice]:
    """The splices that turn an entry's lines into comments; between brackets, that cut it out."""
    found = value_of(source.root, edit.section)
    assert found
    name, node = found
    if node.flow_style:
        return [_cut(source, node, edit.index)]
    lines = _as_comment(source, node, edit.index)
    if len(node.value) > 1:
        return lines
    colon = source.text.index(":", name.end_mark.index) + 1
    return [Splice(colon, colon, " []"), *lines]


def _new_section(source: Source, edit: OneMore) -> Splice:
    root = source.root
    if root.flow_style:
        at = source.content_end(root.value[-1][1])
        return Splice(at, at, f", {edit.section}: [{_in_a_line(edit)}]")
    mark = re.search(r"^\.\.\.(?=\s|\Z)", source.text[root.end_mark.index :], re.MULTILINE)
    at = root.end_mark.index + mark.start() if mark else len(source.text)
    gap = [""] if re.search(r"(\r\n|\r|\n)[ \t]*\1", source.text) else []
    column = root.start_mark.column
    head = [*gap, f"{' ' * column}{edit.section}:"]
    return source.new_lines(at, [*head, *_lines(edit, column + source.list_indent)])


def _first_of_all(source: Source, name: yaml.Node, node: yaml.Node, edit: OneMore) -> list[Splice]:
    """Brackets without anything in them, or a word, give way to lines below the name."""
    start, column = node.start_mark.index, name.start_mark.column
    before = source.text[:start]
    cut = Splice(len(before.rstrip(" ")), node.end_mark.index, "")
    at = source.after_line(node.end_mark.index, column)
    return [cut, source.new_lines(at, _lines(edit, column + source.list_indent))]


def _below_the_last(source: Source, node: yaml.SequenceNode, edit: OneMore) -> Splice:
    last, column = node.value[-1], node.start_mark.column
    at = source.after_line(source.content_end(last), column)
    if isinstance(last, yaml.CollectionNode) and last.flow_style:
        return source.new_lines(at, [f"{' ' * column}- {_in_a_line(edit)}"])
    return source.new_lines(at, _lines(edit, column, max(last.start_mark.column - column, 2)))


def _in_brackets(source: Source, node: yaml.SequenceNode, edit: OneMore) -> Splice:
    at = source.content_end(node.value[-1])
    return Splice(at, at, f", {_in_a_line(edit)}")


def _lines(edit: OneMore, column: int, beyond: int = 2) -> list[str]:
    """The entry's lines, the dash in a column and the names so far beyond it."""
    told = _told(edit)
    dash, rest = f"{' ' * column}-".ljust(column + beyond), " " * (column + beyond)
    return [(rest if number else dash) + line for number, line in enumerate(told)]


def _told(edit: OneMore) -> list[str]:
    if isinstance(edit, Add):
        return [scalar(edit.word, in_brackets=False)]
    return [f"{name}: {scalar(value, in_brackets=False)}" for name, value in edit.entry]


def _in_a_line(edit: OneMore) -> str:
    return scalar(edit.word, in_brackets=True) if isinstance(edit, Add) else in_braces(edit.entry)


def _as_comment(source: Source, node: yaml.SequenceNode, index: int) -> list[Splice]:
    item, column = node.value[index], node.start_mark.column
    spot, end = source.line_start(item.start_mark.index), source.content_end(item)
    splices = []
    while spot < end:
        after = source.after_line(spot)
        said = source.text[spot:after].lstrip()
        if said and not said.startswith("#"):
            at = min(spot + column, after - len(said))
            splices.append(Splice(at, at, "# "))
        spot = after
    return splices


def _cut(source: Source, node: yaml.SequenceNode, index: int) -> Splice:
    """The item with the comma that it needs no longer."""
    item, before, after = node.value[index], node.value[:index], node.value[index + 1 :]
    start, end = item.start_mark.index, source.content_end(item)
    whole = (
        source.content_end(before[-1]) if before else start,
        after[0].start_mark.index if after and not before else end,
    )
    if "#" in source.text[whole[0] : start] + source.text[end : whole[1]]:
        raise LookupError("a comment stands between the two")
    return Splice(*whole, "")
