"""Files to take along: the workbook, the calendar, and what is made for paper; what writes them is loaded only here."""

from collections.abc import Iterator

from generator.downloads.press import Press
from generator.plan.saved import SavedEvent
from generator.rendering import Renderer
from generator.site.output import Output
from generator.views import Sight
from generator.views.booklet import booklet, sheets
from generator.views.booklet.unshown import notes, unshown
from generator.views.calendar import calendar
from generator.views.tracker import tracker


def taken_along(sight: Sight, gone_out: tuple[SavedEvent, ...]) -> Iterator[Output]:
    """The workbook, its sheets one by one, and the calendar, with what went out in an earlier one as canceled."""
    from generator.downloads.files import files

    found = files(tracker(sight), calendar(sight, gone_out))
    return (Output(path, content) for path, content in found)


def on_paper(sight: Sight, renderer: Renderer, press: Press) -> Iterator[Output]:
    """The booklet, and each checklist alone."""
    from generator.downloads.booklet import Prints
    from generator.downloads.letters import legible
    from generator.downloads.plain import plain

    whole = plain(booklet(sight, lambda script: renderer.text(script.template, script.names)))
    readable = legible(whole, press.refused)
    found = unshown(sight, readable)
    prints = Prints(press, sight.catalog.content / "print", readable, sight.plan.as_of)
    for path, content in prints.files({**whole, "unshown": plain(found)}, plain(sheets(sight))):
        yield Output(path, content, notes=tuple(notes(sight, found, path=path, content=content)))
