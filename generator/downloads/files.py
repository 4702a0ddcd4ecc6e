"""Every file to take along, by its path in the site."""

from collections.abc import Iterator

from generator.downloads.calendar import calendar_file
from generator.downloads.csv_files import csv_file
from generator.downloads.events import Calendar
from generator.downloads.sheets import Tracker
from generator.downloads.workbook import workbook

FOLDER = "downloads"


def files(tracker: Tracker, calendar: Calendar) -> Iterator[tuple[str, bytes]]:
    """The workbook, each of its sheets for programs that read no workbook, and the calendar."""
    yield f"{FOLDER}/tracker.xlsx", workbook(tracker)
    yield from ((f"{FOLDER}/{sheet.id}.csv", csv_file(sheet)) for sheet in tracker.sheets)
    yield f"{FOLDER}/plan.ics", calendar_file(calendar)
