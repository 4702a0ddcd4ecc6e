"""The things that plans are compared by, in words."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from generator.catalog.known import by_id
from generator.phrases import between, long_date, money, number, plural
from generator.plan.saved import SavedItem
from generator.prose import Prose, fill, shown
from generator.views.common import Sight

Say = Callable[[Sight, SavedItem], str]


def item_name(sight: Sight, item: SavedItem) -> str:
    """What a thing is called; the words that editors have for it now, or those that were saved."""
    return NAMES[item.kind](sight, item)


def item_now(sight: Sight, item: SavedItem) -> Prose:
    """How a thing stands: its days, where or with whom, its state and its sums."""
    parts = [shown(part) for part in STANDS[item.kind](sight, item) if part]
    return Prose(", ".join(parts)) or sight.catalog.name("how", "is-there")


def _kind_name(sight: Sight, item: SavedItem) -> str:
    return sight.catalog.name("compared", f"cost-{item.id}" if item.kind == "cost" else item.kind)


def _block_name(sight: Sight, item: SavedItem) -> str:
    """The part that it plays; the host where it plays none."""
    roles = by_id(sight.facts.settings.roles)
    return roles[item.part].name if item.part in roles else item.name


def _task_name(sight: Sight, item: SavedItem) -> str:
    entry, _, block = item.id.partition("--")
    task = sight.catalog.task_entries.get(entry)
    name = task.action.rstrip(".") if task else item.name.rstrip(".")
    return _with(sight, Prose(name) if task else name, _block_called(sight, block) or item.part)


def _message_name(sight: Sight, item: SavedItem) -> str:
    kinds, entry = by_id(sight.catalog.files.messages.kinds), item.id.partition("--")[0]
    return _with(sight, kinds[entry].name if entry in kinds else item.name, item.place)


def _with(sight: Sight, name: str, place: str) -> str:
    return fill(sight.catalog.name("compared", "with"), {"name": name, "place": place}) if place else name


def _block_called(sight: Sight, id_: str) -> str:
    """The name of a block of the present plan, or of the part of that name."""
    blocks = by_id(sight.plan.schedule.value.blocks)
    if id_ in blocks:
        return sight.block(blocks[id_]).name
    roles = by_id(sight.facts.settings.roles)
    return roles[id_].name if id_ in roles else ""


def _document_name(sight: Sight, item: SavedItem) -> str:
    entries = by_id(sight.catalog.files.documents.documents)
    return entries[item.id].name if item.id in entries else item.name


def _route_name(sight: Sight, item: SavedItem) -> str:
    routes = by_id(sight.catalog.files.routes.routes)
    return routes[item.id].name if item.id in routes else item.name


def _milestone_name(sight: Sight, item: SavedItem) -> str:
    milestones = sight.facts.season.milestones
    return milestones[item.id].name if item.id in milestones else item.name


def _host_name(sight: Sight, item: SavedItem) -> str:
    """As editors call it, or as the person does."""
    return next((one.name for one in sight.plan.hosts if item.id in (one.id, one.name)), item.name)


def _letter_name(sight: Sight, item: SavedItem) -> str:
    return next((one.name for one in sight.plan.letters.value.slots if one.id == item.id), item.name)


def _question_name(sight: Sight, item: SavedItem) -> str:
    known = sight.catalog.facts
    clause = sight.clause(item.id) if item.id in known else item.name
    return fill(sight.catalog.name("compared", "whether"), {"clause": clause})


NAMES: Mapping[str, Say] = MappingProxyType(
    {
        "rotations": _kind_name,
        "block": _block_name,
        "letter": _letter_name,
        "message": _message_name,
        "task": _task_name,
        "document": _document_name,
        "host": _host_name,
        "route": _route_name,
        "cost": _kind_name,
        "milestone": _milestone_name,
        "question": _question_name,
    }
)


def _state(sight: Sight, kind: str, item: SavedItem) -> str:
    """How editors call a state now; the state itself, where they have no word for it any more."""
    return sight.catalog.files.words.names[kind].get(item.state, Prose(item.state.replace("-", " ")))


def _number(_: Sight, item: SavedItem) -> Iterator[str]:
    aim, least, most = item.amounts
    yield plural(aim, "rotation")
    if least < most:
        yield between(number(least), number(most))


def _block(sight: Sight, item: SavedItem) -> Iterator[str]:
    if item.first and item.last:
        yield between(long_date(item.first), long_date(item.last))
    yield item.place
    yield _state(sight, "standing", item)


def _letter(sight: Sight, item: SavedItem) -> Iterator[str]:
    yield _state(sight, "slot", item)
    yield _block_called(sight, item.place) or item.place


def _due(sight: Sight, item: SavedItem) -> Iterator[str]:
    day = max(item.first, sight.plan.as_of) if item.first else None
    yield long_date(day) if day else sight.catalog.name("compared", "undated")
    if item.kind == "document" and item.state != "to-get":
        yield _state(sight, "held", item)


def _verdict(sight: Sight, item: SavedItem) -> Iterator[str]:
    yield _state(sight, "verdict", item)


def _cost(sight: Sight, item: SavedItem) -> Iterator[str]:
    low, high = item.amounts
    yield between(money(low), money(high))
    if item.state:
        yield _state(sight, "budget", item)


def _milestone(sight: Sight, item: SavedItem) -> Iterator[str]:
    if item.first:
        yield long_date(item.first)
    yield _state(sight, "standing", item)


def _question(_: Sight, __: SavedItem) -> Iterator[str]:
    return iter(())


STANDS: Mapping[str, Callable[[Sight, SavedItem], Iterator[str]]] = MappingProxyType(
    {
        "rotations": _number,
        "block": _block,
        "letter": _letter,
        "message": _due,
        "task": _due,
        "document": _due,
        "host": _verdict,
        "route": _verdict,
        "cost": _cost,
        "milestone": _milestone,
        "question": _question,
    }
)
