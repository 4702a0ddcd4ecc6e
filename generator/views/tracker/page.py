"""The page on the workbook."""

from dataclasses import dataclass
from typing import Annotated

from generator.downloads.sheets import Sheet
from generator.phrases import joined
from generator.prose import Prose
from generator.views.common import Sight, View
from generator.views.tracker.workbook import tracker


@dataclass(frozen=True)
class SheetView:
    """A sheet as its page tells it; `back` are the headings whose cells come back into the profile."""

    id: Prose
    name: Prose
    about: Prose
    back: Prose


@dataclass(frozen=True, kw_only=True)
class TrackerView(View):
    """The workbook to take along."""

    sheets: Annotated[tuple[SheetView, ...], "Its sheets in order."]
    coming_back: Annotated[tuple[SheetView, ...], "Those with cells that come back into the profile."]


def tracker_page(sight: Sight) -> TrackerView:
    """The page on the workbook."""
    sheets = tuple(map(_sheet, tracker(sight).sheets))
    return TrackerView(**sight.common(), sheets=sheets, coming_back=tuple(sheet for sheet in sheets if sheet.back))


def _sheet(sheet: Sheet) -> SheetView:
    back = [column.name for column in sheet.columns if column.edits]
    return SheetView(Prose(sheet.id), Prose(sheet.name), Prose(sheet.about), Prose(joined(back)))
