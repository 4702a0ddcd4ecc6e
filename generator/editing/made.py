"""What the workbook's hidden sheet says: what each cell held when made, and what columns and choices are called."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import takewhile

from generator.downloads.layout import FORMAT, LAYOUT, MADE_COLUMNS
from generator.errors import GuideError, Place, Problem

ANEW = "take a new tracker from your guide, and copy your changes into it"
BROKEN = "the hidden sheet that says how this workbook was made is not as it was"
Texts = Mapping[str, str]


@dataclass
class MadeSheet:
    """One sheet as it was made: its title, each column's title and choices by field, each row by key."""

    name: str = ""
    titles: dict[str, str] = field(default_factory=dict)
    words: dict[str, dict[str, str]] = field(default_factory=dict)
    rows: dict[str, dict[str, str]] = field(default_factory=dict)

    def word(self, name: str, value: str) -> str:
        """A value as the workbook shows it."""
        return self.words.get(name, {}).get(value, value)


@dataclass(frozen=True)
class Made:
    """All of it; `print` tells one making from another."""

    print: str
    sheets: Mapping[str, MadeSheet]


def made_of(rows: Iterable[tuple[str, ...]], file: str) -> Made:
    """The rows of the hidden sheet understood, or a GuideError."""
    rows = tuple(rows)
    head = tuple(takewhile(lambda row: row != MADE_COLUMNS, rows))
    _check_format({row[0]: row[-1] for row in head}, file)
    sheets: dict[str, MadeSheet] = {name: MadeSheet() for name in LAYOUT}
    for sheet, key, name, value in rows[len(head) + 1 :]:
        if sheet not in sheets:
            raise _refused(file, BROKEN)
        _note(sheets[sheet], key, name, value)
    if not all(_whole(name, sheet) for name, sheet in sheets.items()):
        raise _refused(file, BROKEN)
    return Made(sha256(repr(rows).encode()).hexdigest(), sheets)


def _check_format(head: Texts, file: str) -> None:
    found = head.get("format", "")
    if not found:
        raise _refused(file, BROKEN)
    if found != str(FORMAT):
        raise _refused(file, f"this workbook is of the format {found}, and the guide reads the format {FORMAT}")


def _note(sheet: MadeSheet, key: str, name: str, value: str) -> None:
    if key == "#sheet":
        sheet.name = value
    elif key == "#column":
        sheet.titles[name] = value
    elif key.startswith("#choice/"):
        sheet.words.setdefault(name, {})[key.removeprefix("#choice/")] = value
    else:
        sheet.rows.setdefault(key, {})[name] = value


def _whole(name: str, sheet: MadeSheet) -> bool:
    """Every column of the layout has its title, and each row a value for each."""
    fields = {cell.field for cell in LAYOUT[name].cells}
    return bool(sheet.name) and set(sheet.titles) == fields and all(set(row) == fields for row in sheet.rows.values())


def _refused(file: str, what: str) -> GuideError:
    return GuideError([Problem(Place(file), what, ANEW)])
