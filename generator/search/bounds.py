"""How much a plan in the making can still be worth: never too little, so that leaving it loses nothing."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from generator.search.covering import Covering, Reach
from generator.search.options import Option, cities_of, roles_of
from generator.search.problem import Problem
from generator.search.scale import Scale
from generator.search.timing import Days, best_days, most_apart
from generator.search.way import Way

DAY_WEIGHS = 4
"""Looking at a day takes about as long as weighing so many options."""


class Bounds:
    """What can still be reached, role by role; what was worked out is kept."""

    def __init__(self, problem: Problem, scale: Scale) -> None:
        """The roles, cities and letters of a problem."""
        self.problem, self.scale = problem, scale
        self.cities = cities_of(problem, scale)
        self.roles = roles_of(problem, scale, self.cities)
        self.covering = Covering(problem.places)
        ends = range(len(self.roles) + 1)
        self._hopes = [_greatest(role.hope for role in self.roles[first:]) for first in ends]
        self._plains = [_greatest(role.plain for role in self.roles[first:]) for first in ends]
        self._apart = most_apart(slot for role in self.roles for slot in role.days.slots)
        self._uses = [self._least_uses(first) for first in ends]
        self._costs = [self._least_costs(first) for first in ends]
        self.weighed = 0
        self.variety = scale.weight("settings")
        self._settings = [self._settings_from(first) for first in ends]
        self._coverable: dict[tuple[Reach, int, int], int] = {}
        self._timed: dict[tuple[int, ...], Days | None] = {}

    def room(self, way: Way) -> int:
        """How many more rotations can be taken at most, by roles, days, caps and budget."""
        most = min(len(self.roles) - way.role, self._apart - len(way.options))
        for left, least in zip(way.left, self._uses[way.role], strict=True):
            if least > 0:
                most = min(most, left // least)
        if self.problem.budget is not None:
            money = self.problem.budget - way.cost
            most = min(most, sum(total <= money for total in self._costs[way.role]))
        return max(most, 0)

    def hope(self, way: Way, role: int, count: int) -> int:
        """The most that so many of the roles from one on can add to a way, each by itself."""
        most = max(min(count, len(self.roles) - role), 0)
        unseen = len(self._settings[role] - way.settings)
        return min(self._hopes[role][most], self._plains[role][most] + self.variety * min(most, unseen))

    def letters(self, way: Way) -> int:
        """What the letters are worth at most, those to come at their best."""
        count = way.room
        key = way.reach, way.role, count
        if key not in self._coverable:
            to_come = [role.letters for role in self.roles[way.role :]]
            reaches = (self._with(way.reach, some) for some in combinations(to_come, count))
            weight = max(map(self.covering.weight, reaches))
            self._coverable[key] = self.scale.weight("letters") * weight
        return self._coverable[key]

    def days(self, way: Way) -> Days | None:
        """The best days for what is taken, and as far as they go for roles to come; None if there are none."""
        return self._dated(way, plain=False)

    def by_days(self, way: Way) -> int | None:
        """The most that days and the roles to come can add together; None if there are no days."""
        days, unseen = self.days(way), len(self._settings[way.role] - way.settings)
        if days is None or not self.variety or unseen >= way.room:
            return None if days is None else days.worth
        plain = self._dated(way, plain=True)
        return days.worth if plain is None else min(days.worth, plain.worth + self.variety * unseen)

    def _dated(self, way: Way, *, plain: bool) -> Days | None:
        key = (way.role, way.room, plain, *(option.lane.number for option in way.options))
        if key not in self._timed:
            to_come = (role.plain_days if plain else role.days for role in self.roles[way.role :])
            lanes = (*(option.lane for option in way.options), *to_come)
            self.weighed += DAY_WEIGHS * sum(len(lane.slots) for lane in lanes)
            self._timed[key] = best_days(lanes, most=way.room)
        return self._timed[key]

    def by_caps(self, way: Way) -> int:
        """The most that the roles to come can add by what is left of caps, offers and budget, each by itself."""
        found = [self._best(role, way) for role in range(way.role, len(self.roles))]
        with_variety = sorted((most for most, _ in found), reverse=True)[: way.room]
        without = sorted((plain for _, plain in found), reverse=True)[: way.room]
        unseen = len(self._settings[way.role] - way.settings)
        return min(sum(with_variety), sum(without) + self.variety * min(way.room, unseen))

    def adds(self, way: Way, option: Option) -> int:
        """The most that an option can add to a way, letters left aside; exact but for the day where it is the last."""
        return self._plain(way, option) + (self.variety if self.is_new_setting(way, option) else 0)

    def price(self, way: Way, city: str) -> int:
        """What the first rotation in a city costs in worth; nothing where it is paid for."""
        is_new = city in self.cities and (not city or city not in way.cities)
        return self.cities[city].price if is_new else 0

    def _plain(self, way: Way, option: Option) -> int:
        """The same without the variety that a setting brings."""
        self.weighed += 1
        price = self.price(way, option.choice.city)
        bears = price if way.room == 1 or not price else self.cities[option.choice.city].share
        return option.fixed + option.lane.hope - bears

    def is_new_setting(self, way: Way, option: Option) -> bool:
        """Whether an option brings a kind of place that the way does not have."""
        setting = option.choice.setting
        return bool(setting) and setting not in self.problem.seen and setting not in way.settings

    def allowed(self, way: Way, option: Option) -> bool:
        """Whether an option can be added to a way, journeys left aside."""
        if self.problem.budget is not None and way.cost + option.choice.cost > self.problem.budget:
            return False
        if any(other.choice.offer == option.choice.offer for other in way.options):
            return False
        return all(amount <= left for amount, left in zip(option.uses, way.left, strict=True))

    def cost(self, way: Way, option: Option) -> int:
        """What a way costs with an option more, its journey included."""
        city = option.choice.city
        is_new = city in self.cities and (not city or city not in way.cities)
        return way.cost + option.choice.cost + (self.problem.trip if is_new else 0)

    def affordable(self, way: Way, option: Option) -> bool:
        """Whether the budget bears an option and its journey."""
        return self.problem.budget is None or self.cost(way, option) <= self.problem.budget

    def refund(self, options: Sequence[Option], role: int) -> int:
        """What options to come in cities that are paid for are charged in their hope."""
        paid = [option.choice.city for option in options if option.choice.city and option.choice.city in self.cities]
        to_come = len(self.roles) - role
        return sum(
            self.cities[city].share * max(min(to_come, self.cities[city].most - paid.count(city)), 0)
            for city in {*paid}
        )

    def _best(self, role: int, way: Way) -> tuple[int, int]:
        """The most that a role can still add, by itself; and the same without the variety of settings."""
        most = plain = 0
        bonus = max((self.cities[city].share for city in way.cities if city in self.cities), default=0)
        for option in self.roles[role].options:
            if option.hope + bonus <= plain:
                break
            if self.allowed(way, option):
                most, plain = max(most, self.adds(way, option)), max(plain, self._plain(way, option))
        return most, plain

    def _with(self, reach: Reach, letters: Sequence[int]) -> Reach:
        for letter in letters:
            reach = self.covering.added(reach, letter)
        return reach

    def _settings_from(self, first: int) -> frozenset[str]:
        """The settings that count as new and that some option from a role on brings."""
        settings = {option.choice.setting for role in self.roles[first:] for option in role.options}
        return frozenset(settings - {""} - self.problem.seen)

    def _least_uses(self, first: int) -> tuple[int, ...]:
        """For each cap the least that any option from a role on uses of it."""
        options = [option for role in self.roles[first:] for option in role.options]
        return tuple(min((option.uses[cap] for option in options), default=0) for cap in range(len(self.problem.caps)))

    def _least_costs(self, first: int) -> tuple[int, ...]:
        """What one, two and more rotations cost at the least, from a role on."""
        cheapest = sorted(min(option.choice.cost for option in role.options) for role in self.roles[first:])
        return tuple(_sums(cheapest)[1:])


def _greatest(amounts: Iterable[int]) -> list[int]:
    """The most that so many of these come to, for each number from none on."""
    return _sums(sorted(amounts, reverse=True))


def _sums(amounts: Sequence[int]) -> list[int]:
    """The sum of the first amounts, for each number from none on."""
    return [sum(amounts[:count]) for count in range(len(amounts) + 1)]
