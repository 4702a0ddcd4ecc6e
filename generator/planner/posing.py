"""The problem that is searched: choices, caps, letters and money, with what stands already taken off."""

from collections.abc import Iterator, Sequence

from generator.planner.capping import CapRule
from generator.planner.choices import Choices, Terms, bits, voices
from generator.planner.ground import Ground
from generator.planner.pricing import committed, journeys
from generator.rules.costs import NOTHING
from generator.search import Cap, Problem, Result, search

AS_IT_IS = Terms()


def best(ground: Ground, goals: Sequence[str], terms: Terms = AS_IT_IS) -> Result:
    """The best plan for an order of goals."""
    return search(pose(ground, goals, terms))


def pose(ground: Ground, goals: Sequence[str], terms: Terms = AS_IT_IS) -> Problem:
    """The problem for an order of goals."""
    means = ground.facts.means
    caps = [rule for rule in ground.caps if rule.limit not in terms.removed]
    used = {rule.id: sum(rule.uses(ground.candidate(one.candidate)) for one in terms.standing) for rule in caps}
    budget = None if "budget" in terms.removed or means.budget is None else means.budget - _spent(ground, terms)
    choices = Choices(ground, terms, tuple(rule.id for rule in caps))
    return Problem(
        choices=tuple(choices.all()),
        goals=tuple(goals),
        caps=tuple(Cap(rule.id, _left(rule, used[rule.id], terms)) for rule in caps),
        places=_places(ground),
        held=tuple(bits(ground, letter) for letter in _letters(ground, terms)),
        visited=frozenset(one.city for one in (*ground.held, *terms.standing) if one.city and one.status != "done"),
        seen=frozenset(_settings(ground, terms)),
        trip=means.return_trip or 0,
        budget=None if budget is None else max(budget, 0),
    )


def _left(rule: CapRule, used: int, terms: Terms) -> int:
    left = max(rule.left - used, 0)
    return left if terms.most is None or rule.limit != "number" else min(left, terms.most)


def _spent(ground: Ground, terms: Terms) -> int:
    """What is spoken for already: booked rotations, and blocks that stand, with their journeys."""
    booked = [block for block in ground.held if block.status == "booked"]
    trips = journeys(ground.facts, [*booked, *terms.standing]) or NOTHING
    alone = journeys(ground.facts, booked) or NOTHING
    held = committed(ground.facts, ground.catalog, ground.held).low - alone.low
    return held + trips.low + sum(ground.candidate(one.candidate).cost.low for one in terms.standing)


def _letters(ground: Ground, terms: Terms) -> Iterator[tuple[str, ...]]:
    yield from ground.held_letters
    for block in terms.standing:
        if block.letter and block.letter.in_time:
            yield voices(ground, ground.candidate(block.candidate), block.part)


def _settings(ground: Ground, terms: Terms) -> Iterator[str]:
    yield from ground.held_settings
    for block in terms.standing:
        yield ground.candidate(block.candidate).setting


def _places(ground: Ground) -> tuple[int, ...]:
    """The letters that are needed, each by its weight."""
    weights = ground.catalog.files.goals.places
    return tuple(weights["specialty" if slot.specialty else "any"] for slot in ground.catalog.files.letters.slots)
