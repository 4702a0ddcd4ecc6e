"""A plan in the making."""

from dataclasses import dataclass

from generator.search.covering import Reach
from generator.search.options import Option


@dataclass(frozen=True, slots=True)
class Way:
    """The options taken for the roles before `role`, what is left of each cap, and how many more can be taken at most.

    `worth` counts all but letters and days; `dated` is the most that the days taken can add; `refund` is what
    cities that are paid for would charge once more.
    """

    role: int
    options: tuple[Option, ...]
    reach: Reach
    left: tuple[int, ...]
    room: int = 0
    cost: int = 0
    worth: int = 0
    dated: int = 0
    refund: int = 0
    cities: frozenset[str] = frozenset()
    settings: frozenset[str] = frozenset()
