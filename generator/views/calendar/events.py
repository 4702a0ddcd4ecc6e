"""Every event of one person's plan."""

from collections.abc import Iterator

from generator.downloads.events import Event
from generator.views.calendar.days import own_days, season
from generator.views.calendar.letters import letters
from generator.views.calendar.making import Maker
from generator.views.calendar.messages import messages
from generator.views.calendar.rotations import rotations
from generator.views.calendar.tasks import tasks
from generator.views.common import Sight

MAKERS = (rotations, messages, letters, own_days, season, tasks)


def events(sight: Sight) -> tuple[Event, ...]:
    """Every event whose last day is today or later, in order of time."""
    order = [kind.id for kind in sight.catalog.files.calendar.kinds]
    ahead = (event for event in _found(sight) if event.span.last >= sight.plan.as_of)
    return tuple(sorted(ahead, key=lambda event: (event.span, order.index(event.kind), event.title, event.uid)))


def _found(sight: Sight) -> Iterator[Event]:
    make = Maker(sight)
    for found in MAKERS:
        yield from found(make)
