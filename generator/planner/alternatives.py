"""Plans side by side, one for each order of goals: what each has, what it gives up, and none that another beats."""

from collections.abc import Iterator

from generator.catalog.goals import OrderEntry
from generator.plan import Alternative, Block, Measures, Mix, Schedule
from generator.plan.money import Money
from generator.planner.choices import Terms, integrated
from generator.planner.ground import Ground
from generator.planner.placing import placed
from generator.planner.posing import best
from generator.planner.pricing import committed, journeys
from generator.rules.costs import NOTHING, total
from generator.rules.letters import Voice, fill_slots
from generator.rules.mix import mix

SURE = ("offered", "booked")
NAMES = (("letters", 1), ("number", 1), ("sure", 1), ("open", 1), ("integrated", 1), ("cities", -1), ("low", -1))
Measured = tuple[str, tuple[Block, ...], Measures, tuple[str, ...]]


def alternatives(ground: Ground, schedule: Schedule, *, least: int) -> tuple[Alternative, ...]:
    """The plans that are worth weighing; the first is the guide's own."""
    plans = [(order, _blocks(ground, order, schedule, least=least)) for order in ground.catalog.files.goals.orders]
    measured = [(order.id, blocks, measures(ground, blocks)) for order, blocks in plans]
    kept = list(_distinct(measured))
    shown = [one for one in kept if one is kept[0] or not any(_beats(other[2], one[2]) for other in kept)]
    return tuple(
        Alternative(id_, blocks, has, _gives_up(has, [other[2] for other in shown]), same)
        for id_, blocks, has, same in shown
    )


def measures(ground: Ground, blocks: tuple[Block, ...]) -> Measures:
    """What a plan has of each thing that plans are compared by, what is booked included."""
    ahead = [block for block in (*ground.held, *blocks) if block.status != "done"]
    return Measures(
        letters=_covered(ground, blocks),
        number=len(ahead),
        sure=sum(block.certainty in SURE for block in ahead),
        open=sum(block.certainty in (*SURE, "open") for block in ahead),
        integrated=sum(integrated(ground, part=block.part, combined=_combined(ground, block)) > 0 for block in ahead),
        cities=len({block.city for block in ahead if block.city}) + sum(not block.city for block in ahead),
        cost=_cost(ground, blocks),
    )


def _blocks(ground: Ground, order: OrderEntry, schedule: Schedule, *, least: int) -> tuple[Block, ...]:
    if order is ground.catalog.files.goals.orders[0]:
        return schedule.chosen
    if order.count == "least":
        fewest = Terms(most=max(least - ground.filled, 0))
        return placed(ground, best(ground.for_mix(_mix(ground, least)), order.goals, fewest))
    return placed(ground, best(ground, order.goals))


def _mix(ground: Ground, number: int) -> Mix:
    return mix(ground.catalog.files.mix.rows, ground.facts.answers(), number=number).value


def _combined(ground: Ground, block: Block) -> bool:
    """Whether a combined program is where a block lies."""
    if block.candidate:
        return ground.candidate(block.candidate).combined
    return block.host_id in ground.catalog.program_ids


def _covered(ground: Ground, blocks: tuple[Block, ...]) -> int:
    """How many of the letters that are needed are at hand or to be expected."""
    to_come = [block for block in blocks if block.letter is not None and block.letter.in_time]
    speaks = [_speaks(ground, block) for block in to_come]
    voices = [Voice(None, str(number), one) for number, one in enumerate((*ground.held_letters, *speaks))]
    return sum(slot.covered for slot in fill_slots(ground.catalog.files.letters.slots, voices))


def _speaks(ground: Ground, block: Block) -> tuple[str, ...]:
    own = ground.candidate(block.candidate).voices
    return own if own is not None else (ground.facts.settings.role(block.part).specialty,)


def _cost(ground: Ground, blocks: tuple[Block, ...]) -> Money:
    """The known cost of all that is ahead, journeys included."""
    booked = [block for block in ground.held if block.status == "booked"]
    own = committed(ground.facts, ground.catalog, ground.held)
    paid = journeys(ground.facts, booked) or NOTHING
    trips = journeys(ground.facts, [*booked, *blocks]) or NOTHING
    more = Money(trips.low - paid.low, trips.high - paid.high)
    return total([own, more, *(ground.candidate(block.candidate).cost for block in blocks)])


def _distinct(measured: list[tuple[str, tuple[Block, ...], Measures]]) -> Iterator[Measured]:
    """Each plan once, with the names of those that come out the same."""
    seen: list[tuple[Block, ...]] = []
    for id_, blocks, has in measured:
        if blocks not in seen:
            seen.append(blocks)
            yield id_, blocks, has, tuple(other for other, same, _ in measured if same == blocks and other != id_)


def _gives_up(has: Measures, all_: list[Measures]) -> tuple[str, ...]:
    best_of = [max(column) for column in zip(*map(_amounts, all_), strict=True)]
    return tuple(name for (name, _), amount, most in zip(NAMES, _amounts(has), best_of, strict=True) if amount < most)


def _beats(one: Measures, other: Measures) -> bool:
    """Whether a plan is at least as good in everything and better in something."""
    pairs = list(zip(_amounts(one), _amounts(other), strict=True))
    return all(a >= b for a, b in pairs) and any(a > b for a, b in pairs)


def _amounts(has: Measures) -> tuple[int, ...]:
    """The measures in order, of each more is better."""
    plain = (has.letters, has.number, has.sure, has.open, has.integrated, has.cities, has.cost.low)
    return tuple(sign * amount for (_, sign), amount in zip(NAMES, plain, strict=True))
