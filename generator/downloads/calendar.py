"""The calendar as a file that calendar programs import: iCalendar, RFC 5545."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from generator.downloads.cells import clean

if TYPE_CHECKING:
    import icalendar

    from generator.downloads.events import Calendar, Event

PRODUCT = "-//Away rotation guide//Calendar//EN"
COUNTED_FROM = date(2020, 1, 1)
"""Sequence numbers are days from here, so that each later build counts as newer."""
STATUS = {"confirmed": "CONFIRMED", "tentative": "TENTATIVE", "canceled": "CANCELLED"}  # as the format spells them
BREAKS = str.maketrans(dict.fromkeys("\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", "\n"))
"""Marks at which some programs begin a new line; within a text only the one that is escaped may stand."""


def calendar_file(calendar: Calendar) -> bytes:
    """The events as iCalendar; the library that writes it is slow to load, so that it is loaded here.

    There is no METHOD: with one it would be an invitation, which needs an organizer, and the file names nobody.
    """
    import icalendar

    made = icalendar.Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("x-wr-calname", text(calendar.name))
    for event in calendar.events:
        made.add_component(_event(calendar, event))
    return bytes(made.to_ical())


def text(value: str) -> str:
    """Text that no file of this kind takes for anything else.

    >>> text("a\\r\\nATTENDEE:b") == "a\\nATTENDEE:b", text("a\\u2028b") == "a\\nb"
    (True, True)
    """
    return clean(value).translate(BREAKS)


def sequence(day: date) -> int:
    """The number of a build: the later day has the higher one.

    >>> sequence(date(2020, 1, 2)), sequence(date(2026, 11, 22))
    (1, 2517)
    """
    return (day - COUNTED_FROM).days


def _event(calendar: Calendar, event: Event) -> icalendar.Event:
    """The event on whole days; the end is the day after its last one, as the format wants it."""
    import icalendar

    made, stamp = icalendar.Event(), datetime.combine(calendar.as_of, time(), UTC)
    made.add("uid", event.uid)
    made.add("dtstamp", stamp)
    made.add("last-modified", stamp)
    made.add("sequence", sequence(calendar.as_of))
    made.add("dtstart", event.span.first)
    made.add("dtend", event.span.last + timedelta(days=1))
    made.add("status", STATUS[event.status])
    made.add("transp", "OPAQUE" if event.busy else "TRANSPARENT")
    made.add("class", "PRIVATE")
    for name, value in _texts(calendar, event).items():
        if value:
            made.add(name, text(value))
    for days in event.alarms:
        made.add_component(_alarm(calendar, event, days))
    return made


def _texts(calendar: Calendar, event: Event) -> dict[str, str]:
    """What a calendar shows; a discreet one shows no place, since that would name the host."""
    is_full = calendar.titles == "full"
    return {
        "summary": event.title if is_full else event.discreet,
        "description": event.details,
        "location": event.place if is_full else "",
        "categories": event.category,
    }


def _alarm(calendar: Calendar, event: Event, days: int) -> icalendar.Alarm:
    import icalendar

    made = icalendar.Alarm()
    made.add("action", "DISPLAY")
    made.add("description", text(_texts(calendar, event)["summary"]))
    made.add("trigger", timedelta(days=-days, hours=calendar.alarm_hour))
    return made
