"""What to send within four weeks, in the terminal."""

from collections.abc import Iterator
from datetime import timedelta

from generator.cli.terminal import entry, paragraph
from generator.phrases import short_date
from generator.prose import Prose, shown
from generator.views import Sight
from generator.views.messages import MessageView, messages

FOUR_WEEKS = timedelta(weeks=4)


def messages_told(sight: Sight) -> Iterator[str]:
    """Every message with a day within four weeks, and where the others stand."""
    shown_messages = messages(sight)
    until = sight.plan.as_of + FOUR_WEEKS
    near = [one for one in (*shown_messages.now, *shown_messages.soon) if one.due and one.due <= until]
    yield from (entry(_told(one)) for one in near)
    others = shown_messages.every - len(near)
    if others:
        yield paragraph(f"Others, and all texts: {others} more, on the page Messages by day.")


def _told(one: MessageView) -> Prose:
    about = f" ({shown(one.about)})" if one.about else ""
    late = ", late" if one.is_late else ""
    only = f", {one.only}" if one.only else ""
    return Prose(f"By {short_date(one.due)}{late}: {one.name}: {shown(one.to)}{about}{only}.")
