"""What a workbook holds, whatever file it becomes."""

from dataclasses import dataclass
from datetime import date

from generator.downloads.layout import (
    AS_MADE,
    FORMAT,
    FROM_PLAN,
    KEY,
    LAYOUT,
    MADE_COLUMNS,
    SHEETS,
    Cell,
    Kind,
    Section,
)

__all__ = [
    "AS_MADE", "FORMAT", "FROM_PLAN", "KEY", "LAYOUT", "MADE_COLUMNS", "SHEETS", "Cell", "Choice", "Column", "Front",
    "Hints", "Kind", "Made", "Row", "Section", "Sheet", "Sum", "SumCell", "Tracker", "Value", "as_text",
]  # fmt: skip

Value = str | int | date | None
"""Of a choice, the profile's own word; of yes and no, `true` and `false`; None is an empty cell."""
Made = tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True)
class Choice:
    """One answer that a column takes: as the profile has it, and as the workbook shows it."""

    value: str
    word: str


@dataclass(frozen=True)
class Column:
    """One column; `edits` is the profile's field that it feeds, empty for none.

    `formula` is ours, never anybody's text: `{sent}` is the cell of the column `sent` in the same row, `{today}` the
    workbook's day. What the cells hold is then what the formula gives on the day that the workbook was made.
    One that is `tinted` takes the color of what the column `standing` says; one that is `own` is the person's, and not
    brought back.
    """

    id: str
    name: str
    kind: Kind
    note: str = ""
    choices: tuple[Choice, ...] = ()
    edits: str = ""
    formula: str = ""
    width: int = 14
    tinted: bool = False
    own: bool = False

    def shown(self, value: Value) -> Value:
        """What a cell shows for a value: of a choice its word."""
        return next((choice.word for choice in self.choices if choice.value == value), value)


@dataclass(frozen=True)
class Row:
    """One row, a value for each column.

    Its key is `<section>/<index>` for an entry of the profile, `plan/<id>` for a row that stands only in the plan, and
    empty for one that is free for an entry to come.
    """

    key: str
    values: tuple[Value, ...]


@dataclass(frozen=True)
class SumCell:
    """One cell of a sum: in its formula `{low}` is the whole column `low`, `{low@all}` its cell in the sum `all`."""

    column: str
    value: Value
    formula: str = ""


@dataclass(frozen=True)
class Sum:
    """One line below a table."""

    id: str
    words: str
    cells: tuple[SumCell, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """One sheet: a table, and sums below it; of its columns the first `printed` ones go on paper, all for 0."""

    id: str
    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    sums: tuple[Sum, ...] = ()
    printed: int = 0
    about: str = ""

    def made(self) -> Made:
        """Names and choices of the columns that feed the profile, then each of their cells as written."""
        mine = tuple((place, column) for place, column in enumerate(self.columns) if column.edits)
        choices = tuple((column, choice) for _, column in mine for choice in column.choices)
        rows = tuple(row for row in self.rows if row.key)
        return (
            (self.id, "#sheet", "", self.name),
            *((self.id, "#column", column.edits, column.name) for _, column in mine),
            *((self.id, f"#choice/{choice.value}", column.edits, choice.word) for column, choice in choices),
            *((self.id, row.key, column.edits, as_text(row.values[place])) for row in rows for place, column in mine),
        )


@dataclass(frozen=True)
class Front:
    """The first sheet: its name, what it says, the words beside the day that counts as today, and the foot of a page.

    In `page`, `{page}` is the number of a page on paper and `{pages}` how many there are.
    """

    name: str
    lines: tuple[str, ...]
    today: str
    page: str


@dataclass(frozen=True)
class Hints:
    """What a cell says that got something else, and whether a column comes back."""

    day: str
    whole: str
    choice: str
    back: str
    stays: str


@dataclass(frozen=True)
class Tracker:
    """The whole workbook; `tones` are the words of the column `standing`, each with the color that goes with it.

    `profile` is the fingerprint of the answers that it was made from.
    """

    title: str
    front: Front
    hints: Hints
    tones: tuple[tuple[str, str], ...]
    as_of: date
    profile: str
    sheets: tuple[Sheet, ...]

    def made(self) -> Made:
        """The rows of the hidden sheet that says what the workbook held when it was made."""
        return (
            ("format", "", "", str(FORMAT)),
            ("profile", "", "", self.profile),
            ("as-of", "", "", self.as_of.isoformat()),
            MADE_COLUMNS,
            *(row for sheet in self.sheets if sheet.id in LAYOUT for row in sheet.made()),
        )


def as_text(value: Value) -> str:
    """A value as the hidden sheet has it.

    >>> as_text(date(2027, 1, 31)), as_text(None), as_text(7)
    ('2027-01-31', '', '7')
    """
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)
