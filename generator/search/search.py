"""The search: role by role, the most hopeful option first, leaving every way that can't beat the best plan so far.

What a way can still reach is never underrated, so nothing that is left unsearched is better (branch and bound).
"""

from collections.abc import Iterator
from dataclasses import replace

from generator.search.bounds import Bounds
from generator.search.options import Option
from generator.search.problem import Problem
from generator.search.result import Gap, Result, Taken
from generator.search.scale import scale_of
from generator.search.scoring import score
from generator.search.way import Way

NODE_LIMIT = 400_000


def search(problem: Problem, *, node_limit: int = NODE_LIMIT) -> Result:
    """The best plan; after so many options weighed, the best one found and how far it is from the best at most."""
    found = _Search(problem, node_limit)
    found.explore(found.beginning())
    taken = tuple(sorted(found.taken(), key=lambda one: one.start.first))
    return Result(taken, score(problem, taken), found.bounds.weighed, found.gap())


class _Search:
    """What one search knows, and the best plan so far."""

    def __init__(self, problem: Problem, node_limit: int) -> None:
        self.problem, self.limit = problem, node_limit
        self.scale = scale_of(problem)
        self.bounds = Bounds(problem, self.scale)
        self.best: tuple[int, Way] | None = None
        self.unsearched: int | None = None

    def beginning(self) -> Way:
        reach = self.bounds.covering.reach(self.problem.held)
        return self._settled(Way(0, (), reach, tuple(cap.left for cap in self.problem.caps)))

    def explore(self, way: Way) -> None:
        """Go on from here with each option for the next role, and without any."""
        if way.role == len(self.bounds.roles):
            self._finish(way)
            return
        floor = self._floor(way)
        others = self.bounds.hope(way, way.role + 1, way.room - 1)
        trying = self._last_worth_trying(way) if way.room == 1 else self._worth_trying(way)
        for option in trying:
            if self._hopeless(floor + way.refund + option.hope + others):
                break
            hoped = floor + self.bounds.adds(way, option) + others + (way.refund if way.room > 1 else 0)
            if self._full():
                self._leave(hoped)
            elif not self._hopeless(hoped):
                self._try(self._with(way, option))
        self._go_on_without(way, floor + way.refund + self.bounds.hope(way, way.role + 1, way.room))

    def taken(self) -> tuple[Taken, ...]:
        """The best plan."""
        if self.best is None:
            return ()
        way = self.best[1]
        days = self.bounds.days(way)
        slots = days.slots if days else ()
        pairs = ((option, slot) for option, slot in zip(way.options, slots, strict=True) if slot is not None)
        return tuple(Taken(option.choice, option.starts[slot[1], slot[2]]) for option, slot in pairs)

    def gap(self) -> Gap | None:
        """How far from the best it is at most; None where nothing was left unsearched that could be better."""
        if self.best is None or self.unsearched is None or self.unsearched <= self.best[0]:
            return None
        found, hoped = self.scale.amounts(self.best[0]), self.scale.amounts(self.unsearched)
        pairs = zip(self.problem.goals, found, hoped, strict=True)
        return next((Gap(goal, most - had) for goal, had, most in pairs if most > had), None)

    def _worth_trying(self, way: Way) -> Iterator[Option]:
        """The options that limits allow, less those that are never better than enough others of their kind.

        Of options alike in days, city, setting, letter and caps, roles to come can take away all but one of as many as
        there are roles left; the rest are not needed, unless they are cheaper and money is short.
        """
        needed = len(self.bounds.roles) - way.role
        alike: dict[tuple[object, ...], dict[str, int]] = {}
        for option in self.bounds.roles[way.role].options:
            offers, choice = alike.setdefault(option.kind, {}), option.choice
            if sum(cost <= choice.cost for cost in offers.values()) < needed and self.bounds.allowed(way, option):
                offers[choice.offer] = min(choice.cost, offers.get(choice.offer, choice.cost))
                yield option

    def _last_worth_trying(self, way: Way) -> Iterator[Option]:
        """For the last rotation that can be taken: of options with the same days and letter the one that adds most."""
        best: dict[tuple[int, int], tuple[int, Option]] = {}
        for option in self.bounds.roles[way.role].options:
            if self.bounds.allowed(way, option) and self.bounds.affordable(way, option):
                key, adds = (option.lane.number, option.choice.letter), self.bounds.adds(way, option)
                if key not in best or adds > best[key][0]:
                    best[key] = adds, option
        ranked = sorted(best.values(), key=lambda pair: -pair[1].hope)
        return (option for _, option in ranked)

    def _go_on_without(self, way: Way, hoped: int) -> None:
        if self._hopeless(hoped):
            return
        if self._full():
            self._leave(hoped)
        else:
            refund = self.bounds.refund(way.options, way.role + 1)
            self._try(self._settled(replace(way, role=way.role + 1, refund=refund)))

    def _try(self, way: Way | None) -> None:
        if way is None:
            return
        if not self._hopeless(self._most(way)):
            self.explore(way)

    def _finish(self, way: Way) -> None:
        days = self.bounds.days(way)
        if days is None:
            return
        value = self.bounds.letters(way) + way.worth + days.worth
        if self.best is None or value > self.best[0]:
            self.best = value, way

    def _hopeless(self, hoped: int | None) -> bool:
        return hoped is None or (self.best is not None and hoped <= self.best[0])

    def _full(self) -> bool:
        return self.bounds.weighed >= self.limit and self.best is not None

    def _leave(self, hoped: int) -> None:
        self.unsearched = hoped if self.unsearched is None else max(self.unsearched, hoped)

    def _floor(self, way: Way) -> int:
        """The most that this way can reach, but for what the roles to come add."""
        return self.bounds.letters(way) + way.worth + way.dated

    def _most(self, way: Way) -> int | None:
        """The most that this way can reach, by what is left of caps and by the days; None if days can't be found."""
        by_caps = self._floor(way) + self.bounds.by_caps(way)
        if self._hopeless(by_caps):
            return by_caps
        by_days = self.bounds.by_days(way)
        return None if by_days is None else min(by_caps, self._floor(way) - way.dated + way.refund + by_days)

    def _settled(self, way: Way) -> Way:
        """The way with how many more can be taken; where none can, all roles to come stay empty."""
        room = self.bounds.room(way)
        return replace(way, room=room) if room else replace(way, role=len(self.bounds.roles), room=0, refund=0)

    def _with(self, way: Way, option: Option) -> Way | None:
        """The way with an option more; None if the journey is too dear."""
        choice, price = option.choice, self.bounds.price(way, option.choice.city)
        if not self.bounds.affordable(way, option):
            return None
        options = (*way.options, option)
        return self._settled(
            Way(
                role=way.role + 1,
                options=options,
                reach=self.bounds.covering.added(way.reach, choice.letter),
                left=tuple(left - amount for left, amount in zip(way.left, option.uses, strict=True)),
                cost=self.bounds.cost(way, option),
                worth=way.worth + option.fixed + self._variety(way, option) - price,
                cities=way.cities | {choice.city},
                settings=way.settings | {choice.setting},
                dated=way.dated + option.lane.hope,
                refund=self.bounds.refund(options, way.role + 1),
            )
        )

    def _variety(self, way: Way, option: Option) -> int:
        """What the setting of an option adds if it is a new one."""
        return self.bounds.variety if self.bounds.is_new_setting(way, option) else 0
