"""What goes into the calendar file: the events, and those that were in an earlier one and are no longer planned."""

from collections.abc import Iterable, Iterator

from generator.catalog.known import by_id
from generator.downloads.events import Calendar, Event
from generator.plan import Span
from generator.plan.saved import SavedEvent
from generator.views.calendar.events import events
from generator.views.calendar.making import filled, in_one_line
from generator.views.common import Sight


def calendar(sight: Sight, earlier: Iterable[SavedEvent] = ()) -> Calendar:
    """The calendar of today, with what went out earlier and is no longer planned as canceled."""
    file, planned = sight.catalog.files.calendar, events(sight)
    canceled = tuple(_canceled(sight, planned, earlier))
    return Calendar(file.name, sight.plan.as_of, sight.titles, file.alarm_hour, (*planned, *canceled))


def saved(sight: Sight, earlier: Iterable[SavedEvent] = ()) -> tuple[SavedEvent, ...]:
    """Events as a saved plan keeps them: those of today, and earlier ones that calendars may still hold."""
    planned = events(sight)
    mine = (SavedEvent(one.uid, one.title, one.span.first, one.span.last, one.kind) for one in planned)
    return (*mine, *_gone(sight, planned, earlier))


def _canceled(sight: Sight, planned: Iterable[Event], earlier: Iterable[SavedEvent]) -> Iterator[Event]:
    return (_as_canceled(sight, one) for one in _gone(sight, planned, earlier))


def _gone(sight: Sight, planned: Iterable[Event], earlier: Iterable[SavedEvent]) -> Iterator[SavedEvent]:
    """Those whose last day is not past and whose id no event has any more."""
    there = {event.uid for event in planned}
    for one in sorted(earlier, key=lambda one: (one.first, one.last, one.uid)):
        if one.uid not in there and one.last >= sight.plan.as_of:
            yield one


def _as_canceled(sight: Sight, one: SavedEvent) -> Event:
    file = sight.catalog.files.calendar
    kind = by_id(file.kinds).get(one.category)
    return Event(
        uid=one.uid,
        kind=one.category,
        category=kind.category if kind else "",
        span=Span(one.first, one.last),
        title=in_one_line(filled(file.canceled.full, {"what": one.name})),
        discreet=filled(file.canceled.discreet, {}),
        place="",
        details="",
        status="canceled",
        busy=False,
        alarms=(),
    )
