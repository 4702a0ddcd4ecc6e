"""The words and settings of the calendar file, as editors write them."""

from typing import Annotated

from pydantic import Field

from generator.catalog.entry import Entry, Sources
from generator.catalog.known import EachOnce
from generator.reading import Id, Line, Model, Words

DaysBefore = Annotated[int, Field(ge=0, description="Days before the first day; 0 is the day itself.")]


class EventKind(Entry):
    """One kind of event: its two titles, its category, and when it reminds."""

    category: Annotated[Line, Field(description="One word or two, by which calendars sort; others may see it.")]
    full: Annotated[Words, Field(description="Its title where only its owner sees it.")]
    discreet: Annotated[Words, Field(description="Its title where others may see it.")]
    note: Annotated[Words | None, Field(description="What its description begins with.")] = None
    alarms: tuple[DaysBefore, ...]
    busy: Annotated[bool, Field(description="Whether its days count as taken.")] = False


class CanceledWords(Model):
    """What an event is called that is no longer planned."""

    full: Words
    discreet: Words


class TasksInCalendar(Model):
    """Which dated tasks are in the calendar."""

    lists: Annotated[tuple[Id, ...], Field(description="Checklists of which every dated task is in it.")]
    also: Annotated[tuple[Id, ...], Field(description="Tasks of other checklists.")]
    without: Annotated[tuple[Id, ...], Field(description="Tasks that no calendar should tell of.")]
    because: Words
    sources: Sources


class ReminderWords(Model):
    """When an event reminds, in words."""

    before: Annotated[Words, Field(description="{days} is a number of two or more.")]
    one: Words
    same: Words


class CalendarFile(Model):
    """`rules/calendar.yml`."""

    id: Id
    question: Words
    name: Annotated[Line, Field(description="What the calendar is called; others may see it.")]
    alarm_hour: Annotated[int, Field(ge=0, le=23)]
    busy_once: Annotated[tuple[Id, ...], Field(description="Standings from which on a rotation's days are taken.")]
    sure: Annotated[dict[Id, Words], Field(description="How sure a rotation is, by its standing.")]
    canceled: CanceledWords
    season: Annotated[Words, Field(description="A date of the season that has no short name under moment.")]
    projected: Words
    lines: Annotated[dict[Id, Words], Field(description="Lines of a description, in order.")]
    reminders: ReminderWords
    tasks: TasksInCalendar
    kinds: Annotated[tuple[EventKind, ...], EachOnce]
