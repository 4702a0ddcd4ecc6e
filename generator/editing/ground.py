"""One sheet beside the list of the profile that it feeds: what each row said, says, and speaks of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from generator.downloads.layout import Section
from generator.editing.edits import PLAIN, Answer
from generator.editing.made import MadeSheet
from generator.editing.matching import Pair, marks, matched
from generator.editing.memory import Memory, name_of
from generator.editing.tables import Line, Table, place
from generator.errors import Place
from generator.profile import Profile

Texts = Mapping[str, str]
LISTED = "listed"
YES, NO = "true", "false"


@dataclass(frozen=True)
class Ground:
    """All that is known of one section."""

    file: str
    section: Section
    made: MadeSheet
    table: Table
    memory: Memory
    entries: tuple[Texts, ...]

    @cached_property
    def in_profile(self) -> frozenset[str]:
        """The keys of rows that were made from entries of the profile."""
        return frozenset(key for key in self.made.rows if key.startswith(f"{self.section.name}/"))

    @cached_property
    def originals(self) -> Mapping[str, Line]:
        """Each row that was made, by key: the first that has the key and names the same, else one that does either."""
        found: dict[str, Line] = {}
        for looks in (self._by_both, self._by_name, self._by_key):
            taken = {line.number for line in found.values()}
            for line in self.table.lines:
                key = "" if line.number in taken else looks(line, found)
                if key and key not in found:
                    found[key] = replace(line, key=key)
        return found

    @cached_property
    def added(self) -> tuple[Line, ...]:
        """The rows that the person added, be it as copies of others."""
        mine = {line.number for line in self.originals.values()}
        return tuple(replace(line, key="") for line in self.table.lines if line.number not in mine)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The place in the profile's list of each row that was made from it, by key, as far as that is sure."""
        rows = {key: Pair(self._was_of(key), self._now(key)) for key in self.made.rows if key in self.in_profile}
        return matched(self.section.name, rows, self.entries)

    @cached_property
    def listed(self) -> str:
        """The field that says whether an entry stands in the list; empty if the sheet has none."""
        return next((cell.field for cell in self.section.cells if cell.kind == LISTED), "")

    @cached_property
    def called_by(self) -> tuple[str, ...]:
        """The fields by which people call an entry."""
        return tuple(cell.field for cell in self.section.cells if cell.needed and cell.field != "status")

    def was(self, line: Line) -> Texts:
        """What a row said when it was last brought back, or else when it was made; an added one said nothing."""
        return self._was_of(name_of(self.section.name, line))

    def changed(self, line: Line) -> tuple[str, ...]:
        """The fields in which a row now says something else."""
        was = self.was(line)
        return tuple(name for name, text in line.texts.items() if text != was.get(name, ""))

    def title(self, name: str) -> str:
        """A column's heading."""
        return self.made.titles[name]

    def label(self, texts: Texts) -> str:
        """What an entry is called: the answers that tell it from the others."""
        told = [self.made.word(name, texts[name]) for name in self.called_by if texts.get(name)]
        return ", ".join(told) or "without a name"

    def is_named(self, line: Line) -> bool:
        """Whether a row has any of those answers."""
        return any(line.texts[name] for name in self.called_by)

    def spot(self, line: Line, name: str = "") -> Place:
        """Where a row or a cell of it is."""
        first = next(iter(line.spots.values()))
        return place(self.file, self.table.title, line.spots.get(name, first))

    def returns(self, line: Line) -> bool:
        """An entry that was taken out of the list, and is to stand in it again."""
        gone = line.key in self.in_profile and line.key not in self.places
        return gone and self.listed in self.changed(line) and line.texts[self.listed] == YES

    def _by_both(self, line: Line, _found: Mapping[str, Line]) -> str:
        return line.key if line.key in self.made.rows and self._names(line.key) == self._named(line) else ""

    def _by_name(self, line: Line, found: Mapping[str, Line]) -> str:
        """The key of the one row that was called the same, if keys were lost or sorted apart from their rows."""
        alike = [key for key in self.made.rows if key not in found and self._names(key) == self._named(line)]
        return alike[0] if len(alike) == 1 and self._named(line)[0] else ""

    def _by_key(self, line: Line, _found: Mapping[str, Line]) -> str:
        return line.key if line.key in self.made.rows else ""

    def _named(self, line: Line) -> tuple[str, ...]:
        return marks(self.section.name, line.texts)

    def _names(self, key: str) -> tuple[str, ...]:
        return marks(self.section.name, self._was_of(key))

    def _was_of(self, name: str) -> Texts:
        told = self.memory.rows.get(self.section.name, {}).get(name)
        return told if told is not None else self.made.rows.get(name, {})

    def _now(self, key: str) -> Texts:
        return self.originals[key].texts if key in self.originals else self._was_of(key)


def entries_of(profile: Profile, section: Section) -> tuple[Texts, ...]:
    """The entries of a list as texts, as the workbook has them."""
    entries = getattr(profile, section.name) or ()
    if section.name in PLAIN:
        return tuple({cell.field: YES if cell.kind == LISTED else word for cell in section.cells} for word in entries)
    return tuple(
        {cell.field: YES if cell.kind == LISTED else text_of(getattr(entry, cell.field)) for cell in section.cells}
        for entry in entries
    )


def text_of(value: object) -> str:
    """An answer as the workbook has it.

    >>> text_of(date(2027, 1, 31)), text_of(True), text_of(4), text_of(None)
    ('2027-01-31', 'true', '4', '')
    """
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def answer_of(text: str, kind: str) -> Answer:
    """The same as the profile file has it.

    >>> answer_of("true", "yes-no"), answer_of("4", "whole"), answer_of("", "day")
    (True, 4, None)
    """
    if not text:
        return None
    if kind == "yes-no":
        return text == YES
    return int(text) if kind in ("whole", "money") else text


def entry_of(texts: Texts, section: Section) -> dict[str, Answer]:
    """A whole entry, without what is not known of it."""
    told: Iterable[tuple[str, str]] = ((cell.field, cell.kind) for cell in section.cells if cell.kind != LISTED)
    return {name: answer_of(texts[name], kind) for name, kind in told if texts[name]}
