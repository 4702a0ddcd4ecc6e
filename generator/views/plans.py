"""Plans side by side, how the guide's own was chosen, and what is left of it if a host falls away."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.catalog.goals import GoalsFile, OrderEntry
from generator.catalog.known import by_id
from generator.plan import Alternative, Block, Measures, Moved, Setback
from generator.prose import Prose
from generator.views.common import Sight
from generator.views.costs import dollars


@dataclass(frozen=True)
class PlanBlockView:
    """A block of a plan; `host` is empty for any."""

    name: Prose
    host: str
    is_ask: bool
    first: date
    last: date


@dataclass(frozen=True)
class PlanView:
    """A plan, what it has of each measure, what it gives up, and the other orders of goals that lead to it."""

    name: Prose
    what: Prose
    same_as: tuple[Prose, ...]
    cells: tuple[Prose, ...]
    gives_up: tuple[Prose, ...]
    blocks: tuple[PlanBlockView, ...]


@dataclass(frozen=True)
class GoalView:
    """A goal in its place in the order."""

    name: Prose
    more: Prose
    sources: tuple[str, ...]


@dataclass(frozen=True)
class ProofView:
    """How sure it is that no plan is better; where it is not proved, in which goal one may be, and by how much."""

    proved: bool
    looked_at: int
    goal: Prose
    at_most: int


@dataclass(frozen=True)
class MovedView:
    """A block as it would stand then; `host` is empty for any."""

    name: Prose
    host: str
    first: date
    last: date


@dataclass(frozen=True)
class SetbackView:
    """What is left if a host falls away, for all of its blocks at once."""

    host: str
    blocks: tuple[Prose, ...]
    letters: int
    letters_before: int
    loses_letters: bool
    moved: tuple[MovedView, ...]
    lost: tuple[Prose, ...]


def plans(sight: Sight) -> tuple[PlanView, ...]:
    """The plans that are worth weighing, the guide's own first; none where none holds a block."""
    shown = sight.plan.advice.alternatives
    return tuple(_plan(sight, one) for one in shown) if any(one.blocks for one in shown) else ()


def beaten(sight: Sight) -> tuple[Prose, ...]:
    """The orders of goals whose plan another one beats."""
    shown = sight.plan.advice.alternatives
    there = {id_ for one in shown for id_ in (one.id, *one.same_as)}
    return tuple(order.name for order in _goals(sight).orders if order.id not in there)


def measured(sight: Sight) -> tuple[Prose, ...]:
    """What plans are compared by."""
    return tuple(sight.catalog.name("measure", name) for name in _goals(sight).compared)


def goals(sight: Sight) -> tuple[GoalView, ...]:
    """The goals of the guide's own plan in their order."""
    entries = by_id(_goals(sight).goals)
    wanted = (entries[id_] for id_ in _own(sight).goals)
    return tuple(GoalView(entry.name, entry.more, entry.sources) for entry in wanted)


def proof(sight: Sight) -> ProofView:
    """What the search proved."""
    found, entries = sight.plan.schedule.value.proof, by_id(_goals(sight).goals)
    goal = entries[found.goal].name if found.goal else Prose("")
    return ProofView(found.proved, found.looked_at, goal, found.at_most)


def setbacks(sight: Sight) -> Iterator[SetbackView]:
    """What is left if a host falls away; each host once, with all of its blocks."""
    made: dict[str, list[Setback]] = {}
    for one in sight.plan.advice.setbacks:
        made.setdefault(one.host, []).append(one)
    yield from (_setback(sight, some) for some in made.values())


def part_name(sight: Sight, part: str) -> Prose:
    """What a part is called."""
    return sight.facts.settings.role(part).name


def in_sentence(sight: Sight, part: str) -> Prose:
    """What a part is called within a sentence."""
    name = part_name(sight, part)
    return Prose(name[:1].lower() + name[1:])


def _goals(sight: Sight) -> GoalsFile:
    return sight.catalog.files.goals


def _own(sight: Sight) -> OrderEntry:
    return _goals(sight).orders[0]


def _plan(sight: Sight, plan: Alternative) -> PlanView:
    orders = by_id(_goals(sight).orders)
    cells = _cells(sight, plan.measures)
    return PlanView(
        name=orders[plan.id].name,
        what=orders[plan.id].what,
        same_as=tuple(orders[id_].name for id_ in plan.same_as),
        cells=tuple(cells[name] for name in _goals(sight).compared),
        gives_up=tuple(sight.catalog.name("gives-up", name) for name in plan.gives_up),
        blocks=tuple(_block(sight, block) for block in plan.blocks),
    )


def _cells(sight: Sight, has: Measures) -> dict[str, Prose]:
    return {
        "letters": Prose(f"{has.letters} of {len(sight.plan.letters.value.slots)}"),
        "number": Prose(has.number),
        "sure": Prose(has.sure),
        "open": Prose(has.open),
        "integrated": Prose(has.integrated),
        "cities": Prose(has.cities),
        "low": dollars(has.cost),
    }


def _block(sight: Sight, block: Block) -> PlanBlockView:
    name = part_name(sight, block.part)
    return PlanBlockView(name, block.host, block.certainty == "ask", block.span.first, block.span.last)


def _setback(sight: Sight, same: list[Setback]) -> SetbackView:
    """The same loss, told once: without its host every one of these blocks is planned anew."""
    first = same[0]
    parts = {block.id: block.part for block in sight.plan.schedule.value.blocks}
    return SetbackView(
        host=first.host,
        blocks=tuple(in_sentence(sight, parts[one.block]) for one in same),
        letters=first.letters,
        letters_before=first.letters_before,
        loses_letters=first.letters < first.letters_before,
        moved=tuple(_moved(sight, one) for one in first.moved),
        lost=tuple(in_sentence(sight, part) for part in first.lost),
    )


def _moved(sight: Sight, moved: Moved) -> MovedView:
    return MovedView(part_name(sight, moved.part), moved.host, moved.span.first, moved.span.last)
