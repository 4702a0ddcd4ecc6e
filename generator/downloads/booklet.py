"""The booklet and each checklist as PDF: plain data and the editors' templates go in, tagged PDF comes out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from generator.downloads.letters import Legible
from generator.downloads.press import Press

FOLDER = "downloads"
BOOKLET, SHEET = "booklet.typ", "checklist.typ"


@dataclass(frozen=True)
class Prints:
    """Where the templates stand, what sets them, what can't be shown, and the day of all this."""

    press: Press
    templates: Path
    legible: Legible
    as_of: date

    def files(self, booklet: Mapping[str, Any], sheets: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
        """The booklet, and a sheet for each checklist by its id, each with its path in the site."""
        yield f"{FOLDER}/booklet.pdf", self._pdf(BOOKLET, booklet)
        for name, sheet in sheets.items():
            yield f"{FOLDER}/checklists/{name}.pdf", self._pdf(SHEET, sheet)

    def _pdf(self, template: str, data: Mapping[str, Any]) -> bytes:
        return self.press.printed(self.templates / template, self.legible.data(data), as_of=self.as_of)
