"""The parser's events put together: plain values, their places, and every trap on the way."""

from typing import Any

import yaml

from generator.errors import Place, Problem
from generator.reading.document import Path, Value
from generator.reading.files import REFUSED
from generator.reading.quoted import quoted, shortened
from generator.reading.scalars import Trap, plain_value
from generator.reading.tabs import Span

DEEPEST = 50
NAMES_FIRST = "write lines of the form name: value"
MEANT_AS_TEXT = "write the value itself here; if you mean the words, put them in quotes"


class TooDeepError(ValueError):
    """Lists and names stand inside each other more often than anyone means."""


class Composer:
    """Puts the parser's events together, and notes each place and each problem on the way."""

    def __init__(self, file: str) -> None:
        """Nothing has been read yet."""
        self.file = file
        self.problems: list[Problem] = []
        self.places: dict[Path, Place] = {}
        self.keys: dict[Path, Place] = {}
        self.quoted: list[Span] = []
        self.last: Any = None

    def whole(self, events: Any) -> dict[str, Value]:
        """The one mapping that the file holds."""
        self.events = events
        self.skip_beginning()
        if isinstance(self.last, yaml.StreamEndEvent):
            self.note(Place(self.file), "there is nothing in this file", NAMES_FIRST)
            return {}
        value = self.node(())
        self.skip_end()
        if not isinstance(self.last, yaml.StreamEndEvent):
            self.note(self.here(), "a second document begins here", "take out the line --- and all after it")
        return self.only_mapping(value)

    def skip_beginning(self) -> None:
        """Go to the start of the document, or to the end of a file that holds none."""
        self.next()
        self.next()

    def skip_end(self) -> None:
        """Go behind the end of the document."""
        self.next()
        self.next()

    def only_mapping(self, value: Value) -> dict[str, Value]:
        """The value if it has names; else a problem is noted."""
        if isinstance(value, dict):
            return value
        if value is None and not self.problems:
            self.note(Place(self.file), "there is nothing in this file", NAMES_FIRST)
        elif not self.problems:
            self.note(self.places[()], f"this file holds {quoted(value)} where names belong", _names(value))
        return {}

    def next(self) -> Any:
        """The parser's next event."""
        self.last = self.events.get_event()
        return self.last

    def here(self) -> Place:
        """Where the last event begins."""
        mark = self.last.start_mark
        return Place(self.file, mark.line + 1, mark.column + 1)

    def note(self, where: Place, what: str, hint: str) -> None:
        """One more problem."""
        self.problems.append(Problem(where, what, hint))

    def node(self, path: Path) -> Value:
        """The next value, whatever it is."""
        event = self.next()
        self.places[path] = self.here()
        return self.value(event, path)

    def value(self, event: Any, path: Path) -> Value:
        """What the event begins, with all that belongs to it."""
        self.refuse_marks(event)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if isinstance(event, yaml.AliasEvent):
            return None
        if len(path) >= DEEPEST:
            raise TooDeepError(f"more than {DEEPEST} lists and names stand inside each other")
        return self.mapping(path) if isinstance(event, yaml.MappingStartEvent) else self.sequence(path)

    def refuse_marks(self, event: Any) -> None:
        """Note an alias, an anchor or a tag."""
        if isinstance(event, yaml.AliasEvent):
            what = f"'*{event.anchor}' points to another place in the file, and that is not used"
            self.note(self.here(), what, MEANT_AS_TEXT)
        elif event.anchor:
            what = f"'&{event.anchor}' names a place in the file, and that is not used"
            self.note(self.here(), what, MEANT_AS_TEXT)
        if getattr(event, "tag", None):
            self.note(self.here(), f"'{_tag(event.tag)}' is a tag, and tags are not used", MEANT_AS_TEXT)

    def scalar(self, event: Any) -> Value:
        """A text as it stands; if it has no quotes, what it stands for."""
        value = self.quoted_text(event) if event.style else plain_value(event.value)
        if isinstance(value, Trap):
            self.note(self.here(), value.what, value.hint)
            return None
        refused = REFUSED.search(event.value)
        if refused:
            what = f"the character U+{ord(refused.group()):04X} cannot stand in a text"
            self.note(self.here(), what, "take out the backslash and what belongs to it")
        return value

    def quoted_text(self, event: Any) -> str:
        """A text as it stands; where it stands is noted, because tabs are welcome there."""
        self.quoted.append((event.start_mark.index, event.end_mark.index))
        return str(event.value)

    def sequence(self, path: Path) -> list[Value]:
        """A list up to its end."""
        items: list[Value] = []
        while not isinstance(self.next(), yaml.SequenceEndEvent):
            place = (*path, len(items))
            self.places[place] = self.here()
            items.append(self.value(self.last, place))
        return items

    def mapping(self, path: Path) -> dict[str, Value]:
        """Names and their values up to the end."""
        entries: dict[str, Value] = {}
        while not isinstance(self.next(), yaml.MappingEndEvent):
            name, where = self.name(path), self.here()
            place = (*path, name)
            if name in entries:
                first = self.keys[place].line
                self.note(where, f"'{name}' stands twice", f"the first is in line {first}; keep one of them")
            self.keys.setdefault(place, where)
            entries[name] = self.node(place)
        return entries

    def name(self, path: Path) -> str:
        """The name before a colon; a made-up one if it is no text."""
        where, before = self.here(), len(self.problems)
        value = self.value(self.last, (*path, ""))
        if not isinstance(value, str) and len(self.problems) == before:
            self.note(where, f"a name before a colon must be text, and this is {quoted(value)}", _quote(value))
        return value if isinstance(value, str) else f"{where}"


def _names(value: Value) -> str:
    squeezed = isinstance(value, str) and ":" in value
    return "put a space after the colon" if squeezed else NAMES_FIRST


def _quote(value: Value) -> str:
    if value is None:
        return "write a name before the colon"
    if isinstance(value, dict | list):
        return "if brackets or braces are part of the text, put quotes round all of it"
    return f'write it in quotes: "{quoted(value)}"'


def _tag(tag: str) -> str:
    return shortened(tag.replace("tag:yaml.org,2002:", "!!"))
