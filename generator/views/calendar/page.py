"""The page on the calendar."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from generator.downloads.events import Event
from generator.phrases import joined
from generator.views.calendar.events import events
from generator.views.calendar.making import filled
from generator.views.common import Sight, View


@dataclass(frozen=True)
class EventView:
    """An event as the page lists it; `discreet` is the title that others may see."""

    first: date
    last: date
    is_long: bool
    what: str
    discreet: str
    category: str
    is_sure: bool
    reminders: str


@dataclass(frozen=True, kw_only=True)
class CalendarView(View):
    """The calendar to take along."""

    events: Annotated[tuple[EventView, ...], "Its events in order of time."]
    count: Annotated[int, "How many there are."]
    discreet: Annotated[bool, "Whether the file has the titles that others may see."]
    called: Annotated[str, "What the calendar is called."]
    categories: Annotated[str, "Its categories, as a phrase."]
    hour: Annotated[int, "The hour at which it reminds."]


def calendar_page(sight: Sight) -> CalendarView:
    """The page on the calendar."""
    planned, file = events(sight), sight.catalog.files.calendar
    return CalendarView(
        **sight.common(),
        events=tuple(_event(sight, event) for event in planned),
        count=len(planned),
        discreet=sight.titles == "discreet",
        called=file.name,
        categories=joined(list(dict.fromkeys(kind.category for kind in file.kinds))),
        hour=file.alarm_hour,
    )


def _event(sight: Sight, event: Event) -> EventView:
    return EventView(
        first=event.span.first,
        last=event.span.last,
        is_long=event.span.first < event.span.last,
        what=event.title,
        discreet=event.discreet,
        category=event.category,
        is_sure=event.status == "confirmed",
        reminders=joined(list(_reminders(sight, event))),
    )


def _reminders(sight: Sight, event: Event) -> Iterator[str]:
    words = sight.catalog.files.calendar.reminders
    for days in event.alarms:
        fixed = {0: words.same, 1: words.one}.get(days)
        yield str(fixed) if fixed else filled(words.before, {"days": str(days)})
