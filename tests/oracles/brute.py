"""The best plan by looking at every plan: the definition in code, with nothing of the search but its types."""

from collections.abc import Iterator, Sequence
from functools import cache

from generator.search import Problem, Taken

Plan = tuple[Taken, ...]


def best_score(problem: Problem) -> tuple[int, ...]:
    """The greatest score of any feasible plan."""
    return max(score(problem, plan) for plan in plans(problem))


def plans(problem: Problem) -> Iterator[Plan]:
    """Every feasible plan; the empty one is always among them."""
    yield from (plan for plan in arrangements(problem) if feasible(problem, plan))


def arrangements(problem: Problem, chosen: Plan = (), position: int = 0) -> Iterator[Plan]:
    """Every plan in which no two clash, whatever it costs or uses up."""
    if position == len(problem.choices):
        yield chosen
        return
    yield from arrangements(problem, chosen, position + 1)
    choice = problem.choices[position]
    for start in choice.starts:
        taken = Taken(choice, start)
        if not any(clash(taken, other) for other in chosen):
            yield from arrangements(problem, (*chosen, taken), position + 1)


def clash(one: Taken, other: Taken) -> bool:
    """Whether two can't be in one plan: the same role, the same offer, or a shared day."""
    return (
        one.choice.role == other.choice.role
        or one.choice.offer == other.choice.offer
        or (one.start.first <= other.start.last and other.start.first <= one.start.last)
    )


def feasible(problem: Problem, plan: Plan) -> bool:
    """Whether a plan keeps to every limit; one with nothing in it always does."""
    if not plan:
        return True
    pairs = [(one, other) for place, one in enumerate(plan) for other in plan[:place]]
    return (
        all(taken.choice in problem.choices and taken.start in taken.choice.starts for taken in plan)
        and not any(clash(one, other) for one, other in pairs)
        and all(sum(taken.choice.uses.get(cap.id, 0) for taken in plan) <= cap.left for cap in problem.caps)
        and (problem.budget is None or cost(problem, plan) <= problem.budget)
    )


def score(problem: Problem, plan: Plan) -> tuple[int, ...]:
    """What a plan is worth, goal by goal."""
    return tuple(amount(problem, plan, goal=goal) for goal in problem.goals)


def amount(problem: Problem, plan: Plan, *, goal: str) -> int:
    """What a plan is worth to one goal."""
    match goal:
        case "letters":
            return letters(problem, plan)
        case "settings":
            return len({taken.choice.setting for taken in plan} - {""} - problem.seen)
        case "cities":
            return -new_cities(problem, plan)
        case "cost":
            return -cost(problem, plan)
    return sum(taken.choice.worth.get(goal, 0) + taken.start.worth.get(goal, 0) for taken in plan)


def cost(problem: Problem, plan: Plan) -> int:
    """What a plan costs, journeys included."""
    return sum(taken.choice.cost for taken in plan) + problem.trip * new_cities(problem, plan)


def new_cities(problem: Problem, plan: Plan) -> int:
    """How many journeys a plan needs; a city without a name is always another one."""
    cities = [taken.choice.city for taken in plan]
    return len(set(cities) - {""} - problem.visited) + cities.count("")


def letters(problem: Problem, plan: Plan) -> int:
    """The greatest weight of places that the letters at hand and those of a plan can fill."""
    written = (*problem.held, *(taken.choice.letter for taken in plan))
    return filled(tuple(problem.places), tuple(sorted(letter for letter in written if letter)))


@cache
def filled(places: tuple[int, ...], written: tuple[int, ...]) -> int:
    """The greatest weight when the last place stays empty or goes to any one letter that fits."""
    if not places:
        return 0
    *others, weight = places
    bit = 1 << len(others)
    left = [without(written, position) for position, letter in enumerate(written) if letter & bit]
    return max(filled(tuple(others), written), *(weight + filled(tuple(others), rest) for rest in left), 0)


def without(letters: Sequence[int], position: int) -> tuple[int, ...]:
    """The letters but one."""
    return (*letters[:position], *letters[position + 1 :])
