"""Which events the calendar has, what is written of them, and the page that tells of it."""

from generator.views.calendar.events import events
from generator.views.calendar.file import calendar, saved
from generator.views.calendar.page import calendar_page

__all__ = ["calendar", "calendar_page", "events", "saved"]
