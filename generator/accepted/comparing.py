"""How two plans differ: what moved, what appeared, what vanished, of the things that are still ahead."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from generator.plan.differences import Difference
from generator.plan.saved import Key, SavedItem

DUE = ("task", "message", "document")
"""Kinds whose day is a day by which; one that has gone by means today."""

Items = Sequence[SavedItem]


def differences(before: Items, after: Items, *, as_of: date) -> tuple[Difference, ...]:
    """Each difference once, in the order of the later plan; what vanished comes last."""
    old = {(item.kind, item.id): item for item in before}
    names = _new_names(before, after)
    mine = {(item.kind, names.get((item.kind, item.id), item.id)): item for item in after}
    found = [*_there(old, mine), *(Difference(item, None) for key, item in old.items() if key not in mine)]
    return tuple(_marked(one, as_of) for one in found if _matters(one, names, as_of))


def same(one: SavedItem, other: SavedItem, *, as_of: date) -> bool:
    """Whether a reader would see no difference on a day: the same days, standing, place and sums."""
    return _seen(one, as_of) == _seen(other, as_of)


def slides(one: Difference, then: date, now: date) -> bool:
    """Whether it is due as many days after the one day as before after the other, and the same in all else."""
    if one.before is None or one.after is None or not (one.before.first and one.after.first):
        return False
    as_if = replace(one.before, first=one.before.first + (now - then))
    return one.kind in DUE and same(as_if, one.after, as_of=now)


def _there(old: Mapping[Key, SavedItem], mine: Mapping[Key, SavedItem]) -> Iterator[Difference]:
    return (Difference(old.get(key), item) for key, item in mine.items())


def _matters(one: Difference, names: Mapping[Key, str], as_of: date) -> bool:
    """Whether it differs at all, and one of its sides is still ahead or has vanished."""
    if one.before is None or one.after is None:
        return (one.after is None and one.item.state != "done") or _is_ahead(one.item, as_of)
    before = _renamed(one.before, names)
    after = replace(one.after, place=names.get(("block", one.after.place), one.after.place))
    ahead = _is_ahead(one.before, as_of) or _is_ahead(one.after, as_of)
    return ahead and one.after.state != "done" and not same(before, after, as_of=as_of)


def _renamed(item: SavedItem, names: Mapping[Key, str]) -> SavedItem:
    return replace(item, place=names.get(("block", item.place), item.place))


def _marked(one: Difference, as_of: date) -> Difference:
    return replace(one, passed=one.after is None and not _is_ahead(one.item, as_of))


def _is_ahead(item: SavedItem, as_of: date) -> bool:
    day = item.last or item.first
    return item.state != "done" and (day is None or day >= as_of)


def _seen(item: SavedItem, as_of: date) -> tuple[object, ...]:
    first = max(item.first, as_of) if item.first and item.kind in DUE else item.first
    place = "" if item.kind == "message" else item.place  # it goes along with its rotation, which is told
    return first, item.last, item.state, place, item.amounts


def _new_names(before: Items, after: Items) -> Mapping[Key, str]:
    """The ids that items had before, by the kind and id that they have now: of blocks that go on under another id.

    A rotation that is found plays the part for which it was looked for, and takes its tasks and messages with it.
    """
    blocks = dict(_gone_on(before, after))
    old = {(item.kind, item.id) for item in before}
    told = ((item, blocks.get(item.id.rpartition("--")[2])) for item in after if "--" in item.id)
    below = {(item.kind, item.id): f"{item.id.rpartition('--')[0]}--{name}" for item, name in told if name}
    kept = {key: name for key, name in below.items() if key not in old and (key[0], name) in old}
    return {**{("block", new): name for new, name in blocks.items()}, **kept}


def _gone_on(before: Items, after: Items) -> Iterator[tuple[str, str]]:
    """New ids of blocks with their old ones: the same part, and each on one side only."""
    old, new = _blocks(before), _blocks(after)
    gone = {item.part: item.id for name, item in old.items() if item.part and name not in new}
    for name, item in new.items():
        if name not in old and item.part in gone:
            yield name, gone.pop(item.part)


def _blocks(items: Items) -> Mapping[str, SavedItem]:
    return {item.id: item for item in items if item.kind == "block"}
