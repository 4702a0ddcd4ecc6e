"""Days for several rotations at once: no shared day, and together worth as much as can be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

Slot = tuple[int, int, int]
"""Worth, first day, last day."""

Path: TypeAlias = "tuple[int, Slot, Path] | None"
"""The last lane that was placed, its days, and what was placed before it."""


@dataclass(frozen=True, slots=True)
class Lane:
    """The days that one rotation could take, worth most first; one that need not take place is `optional`."""

    slots: tuple[Slot, ...]
    optional: bool
    number: int = 0

    @property
    def hope(self) -> int:
        """The most that it can be worth by itself."""
        best = self.slots[0][0] if self.slots else 0
        return max(best, 0) if self.optional else best


@dataclass(frozen=True, slots=True)
class Days:
    """The best days found, one for each lane in order and None for one that does not take place, and their worth."""

    worth: int
    slots: tuple[Slot | None, ...]


def best_days(lanes: Sequence[Lane], *, most: int) -> Days | None:
    """The days that are worth most together; None if the lanes that must take place can't all do so.

    Of the optional ones at most so many take place.
    """
    apart = _each_at_its_best(lanes, most)
    return apart if apart is not None else _Calendar(lanes, most).best()


def _each_at_its_best(lanes: Sequence[Lane], most: int) -> Days | None:
    """Every lane on its best days, where these happen to be free and no choice among lanes is needed."""
    if any(not lane.slots for lane in lanes) or sum(lane.optional for lane in lanes) > most:
        return None
    slots = tuple(lane.slots[0] for lane in lanes)
    if any(lane.optional and lane.hope <= 0 for lane in lanes) or _overlap(slots):
        return None
    return Days(sum(slot[0] for slot in slots), slots)


def _overlap(slots: Sequence[Slot]) -> bool:
    ordered = sorted(slots, key=lambda slot: slot[1])
    return any(one[2] >= other[1] for one, other in pairwise(ordered))


def most_apart(slots: Iterable[Slot]) -> int:
    """How many of these stretches of days can lie apart at most."""
    apart: list[Slot] = []
    for slot in sorted(slots, key=lambda slot: slot[2]):
        if not apart or slot[1] > apart[-1][2]:
            apart.append(slot)
    return len(apart)


class _Calendar:
    """Goes through time once: on each day, for each set of lanes that are over, the most that they can be worth."""

    def __init__(self, lanes: Sequence[Lane], most: int) -> None:
        self.lanes = lanes
        self.must = sum(1 << number for number, lane in enumerate(lanes) if not lane.optional)
        self.sets = [some for some in range(1 << len(lanes)) if (some & ~self.must).bit_count() <= most]
        self.allowed = frozenset(self.sets)
        starts = {slot[1] for lane in lanes for slot in lane.slots}
        self.days = sorted(starts | {slot[2] + 1 for lane in lanes for slot in lane.slots})
        self.at = {day: number for number, day in enumerate(self.days)}
        self.begins: dict[int, list[tuple[int, Slot]]] = {}
        for number, lane in enumerate(lanes):
            for slot in lane.slots:
                self.begins.setdefault(slot[1], []).append((number, slot))

    def best(self) -> Days | None:
        """The best days; of sets of lanes that hold all that must take place the one worth most."""
        last = self._filled()
        found = [some for some in last if some & self.must == self.must]
        if not found:
            return None
        most = max(found, key=lambda some: last[some][0])
        worth, path = last[most]
        return Days(worth, self._slots(path))

    def _filled(self) -> dict[int, tuple[int, Path]]:
        """For each set of lanes that can be over at the end, its worth and how it came about."""
        table: list[dict[int, tuple[int, Path]]] = [{} for _ in range(len(self.days) + 1)]
        table[0][0] = 0, None
        for number, day in enumerate(self.days):
            for some, (worth, path) in table[number].items():
                _keep(table[number + 1], some, worth, path)
                for lane, slot in self.begins.get(day, ()):
                    more = some | 1 << lane
                    if more != some and more in self.allowed:
                        _keep(table[self.at[slot[2] + 1]], more, worth + slot[0], (lane, slot, path))
        return table[-1]

    def _slots(self, path: Path) -> tuple[Slot | None, ...]:
        chosen: dict[int, Slot] = {}
        while path is not None:
            lane, slot, path = path
            chosen[lane] = slot
        return tuple(chosen.get(number) for number in range(len(self.lanes)))


def _keep(found: dict[int, tuple[int, Path]], some: int, worth: int, path: Path) -> None:
    if some not in found or worth > found[some][0]:
        found[some] = worth, path
