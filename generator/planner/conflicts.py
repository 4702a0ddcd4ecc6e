"""Why no plan fits: the fewest limits that can't hold together with what is needed, and the easiest way out."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations

from generator.plan import Conflict, Freed, LimitFigure
from generator.planner.choices import Terms
from generator.planner.ground import Ground
from generator.planner.posing import best
from generator.planner.pricing import committed
from generator.planner.scheduling import NUMBER, most_in_time

BUDGET = "budget"
LARGEST = 4
"""Sets of up to so many limits are all looked at; a larger one is irreducible, and may not be the smallest."""


def conflict(ground: Ground, needed: int) -> Conflict | None:
    """What is in the way where fewer blocks fit than are needed; None where enough do."""
    fit = _Fit(ground)
    fits = fit.blocks(frozenset())
    if fits >= needed or fit.blocks(fit.all) < needed:
        return None
    clash, fewest = _smallest(fit, needed)
    return Conflict(
        needed=needed,
        fits=fits,
        limits=clash,
        fewest=fewest,
        figures=tuple(LimitFigure(limit, fit.blocks(frozenset({limit}))) for limit in clash),
        frees=tuple(_frees(fit, needed)),
    )


class _Fit:
    """How many blocks fit when some limits are taken away; each set is looked at once."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        limits = ground.catalog.files.limits
        self.efforts = limits.efforts
        self.blocks = cache(self._blocks)
        self.all = frozenset(one.id for one in limits.limits)
        self.all = frozenset(limit for limit in self.all if self._matters(limit))

    def _blocks(self, removed: frozenset[str]) -> int:
        return most_in_time(self.ground, removed)

    def _matters(self, limit: str) -> bool:
        """Whether a limit stands against any candidate of this person at all."""
        if limit in {rule.limit for rule in self.ground.caps}:
            return True
        if limit == BUDGET:
            return self.ground.facts.means.budget is not None
        return any(
            limit in one.barred or any(limit in day.broken for day in one.days) for one in self.ground.candidates
        )

    def clash(self, kept: frozenset[str], needed: int) -> bool:
        """Whether these limits alone leave too few blocks."""
        return self.blocks(self.all - kept) < needed


def _smallest(fit: _Fit, needed: int) -> tuple[tuple[str, ...], bool]:
    """A set of limits that clash, none of which can be left out; the smallest there is if it is small."""
    names = _in_order(fit)
    for size in range(1, LARGEST + 1):
        found = [some for some in combinations(names, size) if fit.clash(frozenset(some), needed)]
        if found:  # of several the one that leaves the least room
            return min(found, key=lambda some: fit.blocks(fit.all - frozenset(some))), True
    return _reduced(fit, names, needed), False


def _reduced(fit: _Fit, names: Sequence[str], needed: int) -> tuple[str, ...]:
    """The limits, less every one that is not needed for the clash."""
    kept = list(names)
    for name in names:
        if fit.clash(frozenset(kept) - {name}, needed):
            kept.remove(name)
    return tuple(kept)


def _frees(fit: _Fit, needed: int) -> Iterator[Freed]:
    """The ways out: sets of limits that can be moved, the least effort first, none with a limit too many."""
    movable = [name for name in _in_order(fit) if name in fit.efforts]
    found = list(_small_ways(fit, movable, needed)) or list(_large_way(fit, movable, needed))
    for some in found:
        yield Freed(
            limits=tuple(sorted(some)),
            effort=_effort(fit, some),
            blocks=fit.blocks(some),
            sum=_sum(fit.ground, some, needed) if BUDGET in some else None,
        )


def _small_ways(fit: _Fit, movable: Sequence[str], needed: int) -> Iterator[frozenset[str]]:
    sets = (frozenset(some) for size in range(1, LARGEST + 1) for some in combinations(movable, size))
    found: list[frozenset[str]] = []
    for some in sorted(sets, key=lambda one: (_effort(fit, one), len(one), sorted(one))):
        if not any(smaller <= some for smaller in found) and fit.blocks(some) >= needed:
            found.append(some)
            yield some


def _large_way(fit: _Fit, movable: Sequence[str], needed: int) -> Iterator[frozenset[str]]:
    """Where many limits have to move: all of them, less those that need not, the hardest left first."""
    kept = frozenset(movable)
    if fit.blocks(kept) < needed:
        return
    for name in sorted(movable, key=lambda one: -fit.efforts[one]):
        if fit.blocks(kept - {name}) >= needed:
            kept -= {name}
    yield kept


def _effort(fit: _Fit, some: Iterable[str]) -> int:
    return sum(fit.efforts[name] for name in some)


def _sum(ground: Ground, removed: frozenset[str], needed: int) -> int:
    """The least that so many rotations cost, as far as prices are known, what is booked included."""
    found = best(ground, (*NUMBER, "cost"), Terms(removed=removed, in_time=True, most=needed))
    cost = found.score[1] if found.score else 0
    return committed(ground.facts, ground.catalog, ground.held).low - cost


def _in_order(fit: _Fit) -> tuple[str, ...]:
    return tuple(one.id for one in fit.ground.catalog.files.limits.limits if one.id in fit.all)
