"""Hosts by verdict, letters and ways in, in the terminal."""

from collections.abc import Iterator

from generator.cli.terminal import entry, paragraph, plain
from generator.phrases import short_date
from generator.prose import Prose
from generator.views import Sight
from generator.views.hosts import hosts
from generator.views.letter_sets import SetView
from generator.views.letters import SlotView, letters
from generator.views.routes import routes


def hosts_told(sight: Sight) -> Iterator[str]:
    """How many hosts have each verdict, and which they are."""
    for group in hosts(sight).counts:
        names = ", ".join(host.name for host in group.hosts)
        yield entry(f"{plain(group.name)} ({group.count}): {names}.")


def letters_told(sight: Sight) -> Iterator[str]:
    """The letters that are needed, and how the set of each kind of application stands."""
    shown = letters(sight, "letters/plan")
    yield paragraph(shown.letters_needed)
    for slot in shown.slots:
        yield entry(_slot(slot))
    yield paragraph("The set for each kind of application:")
    for one in shown.sets:
        yield entry(_set(one), indent=4)


def _slot(slot: SlotView) -> str:
    filled = slot.covered_by or slot.from_block
    return f"{plain(slot.name)}: {plain(slot.status_name).lower()}" + (f" ({plain(filled)})" if filled else "")


def _set(one: SetView) -> str:
    missing = f"; open: {', '.join(map(plain, one.open))}" if one.open else ""
    return f"{plain(one.name)}: {one.covered} of {one.needed} covered{missing}; {_when(one)}."


def _when(one: SetView) -> str:
    if one.is_today:
        return "complete today"
    if one.complete_on:
        return f"complete on {short_date(one.complete_on)}"
    waits = f" before {', '.join(map(plain, one.waits_for))} can be counted on" if one.waits_for else ""
    return f"not complete{waits}"


def routes_told(sight: Sight) -> Iterator[str]:
    """How each way in stands."""
    for route in routes(sight).routes:
        yield entry(Prose(f"{route.name}: {route.verdict_name.lower()}. {route.because}"))
