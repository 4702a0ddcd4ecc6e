"""What changed since the plan that the person accepted, in the terminal."""

from collections.abc import Iterator

from generator.cli.terminal import entry, paragraph
from generator.phrases import long_date, plural
from generator.prose import Prose
from generator.views import Sight
from generator.views.changed import BecauseView, ThingView, changed

NONE_SAVED = "No plan is saved yet. With --save this one is kept, and later ones are compared with it."


FEW = 4


def changes_in_short(sight: Sight) -> Iterator[str]:
    """What changed, by reason, with the first few things of each kind; nothing where no plan was accepted."""
    return _told(sight, FEW)


def changes_in_full(sight: Sight) -> Iterator[str]:
    """What changed, by reason; that nothing did, or that no plan was accepted."""
    return _told(sight, None) if sight.changed else iter((paragraph(NONE_SAVED),))


def _told(sight: Sight, most: int | None) -> Iterator[str]:
    if sight.changed is None:
        return
    shown = changed(sight)
    since = f"since you saved your plan on {long_date(shown.since)}"
    if not shown.count:
        yield paragraph(f"Nothing changed {since}.")
        return
    yield paragraph(
        f"{plural(shown.count, 'thing').capitalize()} changed {since}: "
        f"{shown.moved} otherwise, {shown.appeared} new, {shown.vanished} gone."
    )
    for group in shown.groups:
        yield from _group(group, most)


def _group(group: BecauseView, most: int | None) -> Iterator[str]:
    yield paragraph(Prose(f"{group.title}. {group.about}"))
    for cause in group.causes:
        yield entry(Prose("; ".join([cause.what, *cause.said])), mark="*", indent=4)
    for kind in group.kinds:
        yield paragraph(Prose(f"{kind.name}:"), indent=4)
        yield from (entry(_thing(thing), indent=6) for thing in kind.things[:most])
        if len(kind.things) > len(kind.things[:most]):
            yield entry(f"{len(kind.things[most:])} more; --changes lists them all", indent=6)


def _thing(thing: ThingView) -> Prose:
    return Prose(f"{thing.name}: {thing.before} -> {thing.after}")
