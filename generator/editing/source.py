"""A file's text with the nodes of its YAML, and where lines and values in it end."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

from generator.reading.strict import LOADER

LINE_END = re.compile(r"\r\n|\r|\n")
COMMENT = re.compile(r" *(?=#)")
BLANK = " \t\r\n"


@dataclass(frozen=True)
class Splice:
    """The characters from start to end give way to a text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Source:
    """The text of a profile, without a byte order mark."""

    text: str

    @cached_property
    def root(self) -> Any:
        """The mapping that the file holds; the strict reader has seen that it does."""
        return yaml.compose(self.text, Loader=LOADER)

    @cached_property
    def newline(self) -> str:
        """The first line end in the text, or a plain one."""
        found = LINE_END.search(self.text)
        return found.group() if found else "\n"

    @cached_property
    def list_indent(self) -> int:
        """How far the first list written in lines is set in from the name above it; two where there is none."""
        for name, value in _pairs_below(self.root):
            if isinstance(value, yaml.SequenceNode) and not value.flow_style:
                return int(value.start_mark.column - name.start_mark.column)
        return 2

    def within(self, node: yaml.Node) -> str:
        """The text of a node."""
        return self.text[node.start_mark.index : node.end_mark.index]

    def content_end(self, node: yaml.Node) -> int:
        """Behind the last character that belongs to a node's value."""
        children = [] if getattr(node, "flow_style", True) else node.value
        if isinstance(node, yaml.CollectionNode) and children:
            last = children[-1]
            return self.content_end(last[1] if isinstance(last, tuple) else last)
        end = int(node.end_mark.index)
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            return end - 1 if self._keeps_its_blank_lines(node) else self._without_blanks(end)
        return end

    def after_line(self, spot: int, column: int = -1) -> int:
        """Behind the line that holds a spot; with a column, also behind comments below it that are set in further."""
        end = self._line_end(spot)
        while column >= 0 and (comment := COMMENT.match(self.text, end)) and len(comment.group()) > column:
            end = self._line_end(comment.end())
        return end

    def line_start(self, spot: int) -> int:
        """The beginning of the line that holds a spot."""
        ends = [match.end() for match in LINE_END.finditer(self.text, 0, spot)]
        return ends[-1] if ends else 0

    def new_lines(self, at: int, lines: list[str]) -> Splice:
        """Whole lines at the beginning of a line or at the end of the text, ended as the line above is."""
        ends = [match.group() for match in LINE_END.finditer(self.text, 0, at)]
        newline = ends[-1] if ends else self.newline
        if at and not self.text[:at].endswith(("\r", "\n")):
            return Splice(at, at, "".join(newline + line for line in lines))
        return Splice(at, at, "".join(line + newline for line in lines))

    def with_splices(self, splices: list[Splice]) -> str:
        """The text after all of them; they do not overlap."""
        text = self.text
        for splice in sorted(splices, key=lambda one: one.start, reverse=True):
            text = text[: splice.start] + splice.text + text[splice.end :]
        return text

    def _line_end(self, spot: int) -> int:
        found = LINE_END.search(self.text, spot)
        return found.end() if found else len(self.text)

    def _keeps_its_blank_lines(self, node: yaml.ScalarNode) -> bool:
        return bool(re.match(r"[|>][0-9]?\+", self.within(node)))

    def _without_blanks(self, end: int) -> int:
        return len(self.text[:end].rstrip(BLANK))


def value_of(mapping: yaml.MappingNode, name: str) -> tuple[yaml.Node, Any] | None:
    """A name in a mapping with its value."""
    return next(((key, value) for key, value in mapping.value if key.value == name), None)


def _pairs_below(node: yaml.Node) -> list[tuple[yaml.Node, yaml.Node]]:
    if isinstance(node, yaml.SequenceNode):
        return [pair for item in node.value for pair in _pairs_below(item)]
    if isinstance(node, yaml.MappingNode):
        return [pair for key, value in node.value for pair in ((key, value), *_pairs_below(value))]
    return []
