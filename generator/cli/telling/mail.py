"""What to send now and soon, in the terminal."""

from collections.abc import Iterator

from generator.cli.terminal import entry, paragraph
from generator.phrases import short_date
from generator.prose import Prose, shown
from generator.views import Sight
from generator.views.messages import MessageView, messages


def messages_told(sight: Sight) -> Iterator[str]:
    """Every message that is due now or soon, and where the others stand."""
    page = messages(sight)
    near = (*page.now, *page.soon)
    yield from (entry(_told(one)) for one in near)
    others = page.every - len(near)
    if others:
        yield paragraph(f"Others, and all texts: {others} more, on the page Messages by day.")


def _told(one: MessageView) -> Prose:
    about = f" ({shown(one.about)})" if one.about else ""
    late = ", late" if one.is_late else ""
    only = f", {one.only}" if one.only else ""
    return Prose(f"By {short_date(one.due)}{late}: {one.name}: {shown(one.to)}{about}{only}.")
