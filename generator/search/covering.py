"""Which letters can fill which places, each place once and each letter once."""

from collections.abc import Sequence
from functools import reduce

Reach = frozenset[int]
NOTHING: Reach = frozenset({0})


class Covering:
    """Sets of places, as bits, that letters can fill together; what was worked out is kept."""

    def __init__(self, places: Sequence[int]) -> None:
        """Places by their weights."""
        self._weights = tuple(places)
        self._added: dict[tuple[Reach, int], Reach] = {}
        self._weighed: dict[Reach, int] = {}

    def reach(self, letters: Sequence[int]) -> Reach:
        """What these letters can fill together."""
        return reduce(self.added, letters, NOTHING)

    def added(self, reach: Reach, letter: int) -> Reach:
        """What can be filled with one letter more, which fills one place among its bits or none."""
        if not letter:
            return reach
        key = reach, letter
        if key not in self._added:
            bits = [1 << place for place in range(len(self._weights)) if letter >> place & 1]
            self._added[key] = reach | {filled | bit for filled in reach for bit in bits if not filled & bit}
        return self._added[key]

    def weight(self, reach: Reach) -> int:
        """The weight of the best set of places among these."""
        if reach not in self._weighed:
            self._weighed[reach] = max(map(self._sum, reach))
        return self._weighed[reach]

    def _sum(self, filled: int) -> int:
        return sum(weight for place, weight in enumerate(self._weights) if filled >> place & 1)
