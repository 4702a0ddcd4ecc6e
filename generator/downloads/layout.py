"""Which cells of the workbook feed the profile, and where the workbook keeps what it held when it was made."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

FORMAT = 2
KEY = "key"
AS_MADE = "as-made"
MADE_COLUMNS = ("sheet", "key", "field", "value")
FROM_PLAN = "plan/"

Kind = Literal["text", "day", "whole", "money", "choice", "yes-no", "listed"]


@dataclass(frozen=True)
class Cell:
    """A column that feeds the profile: its id is the name of the field, and `needed` says that no entry lacks it.

    Of the kind `listed`, `true` says that the entry stands in the profile's list, `false` that it does not.
    """

    field: str
    kind: Kind
    needed: bool = False


@dataclass(frozen=True)
class Section:
    """A list of the profile that one sheet feeds: a row is an entry. `name` is the list."""

    name: str
    cells: tuple[Cell, ...]

    def cell(self, field: str) -> Cell | None:
        """The cell of a column, if it feeds the profile."""
        return next((cell for cell in self.cells if cell.field == field), None)


INQUIRIES = Section(
    "inquiries",
    (
        Cell("host", "text", needed=True),
        Cell("sent", "day", needed=True),
        Cell("answered", "day"),
        Cell("outcome", "choice"),
        Cell("write_again", "day"),
        Cell("note", "text"),
    ),
)
ROTATIONS = Section(
    "rotations",
    (
        Cell("host", "text", needed=True),
        Cell("field", "choice", needed=True),
        Cell("type", "choice"),
        Cell("status", "choice", needed=True),
        Cell("first", "day"),
        Cell("last", "day"),
        Cell("weeks", "whole"),
        Cell("answer_due", "day"),
        Cell("city", "text"),
        Cell("state", "choice"),
        Cell("fee", "money"),
    ),
)
LETTERS = Section(
    "letters",
    (
        Cell("writer", "text", needed=True),
        Cell("field", "choice"),
        Cell("us", "yes-no"),
        Cell("faculty", "yes-no"),
        Cell("knows", "choice"),
        Cell("status", "choice"),
        Cell("date", "day"),
    ),
)
DOCUMENTS = Section(
    "documents",
    (
        Cell("document", "choice", needed=True),
        Cell("in_hand", "listed"),
        Cell("expires", "day"),
    ),
)
TASKS = Section(
    "done",
    (
        Cell("task", "text", needed=True),
        Cell("done", "listed"),
    ),
)
LAYOUT: Mapping[str, Section] = MappingProxyType(
    {"inquiries": INQUIRIES, "rotations": ROTATIONS, "letters": LETTERS, "documents": DOCUMENTS, "tasks": TASKS}
)
SHEETS = ("programs", "inquiries", "applications", "rotations", "letters", "documents", "costs", "tasks")
