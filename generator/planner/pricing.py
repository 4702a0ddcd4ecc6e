"""What one rotation costs as far as prices are known, without the journey."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from generator.catalog import Catalog
from generator.catalog.papers import CostEntry
from generator.conditions import applies
from generator.facts import Facts
from generator.plan import Block, Money
from generator.planner.places import city_of
from generator.rules.costs import total

GROUP = "rotation"


@dataclass(frozen=True)
class Stay:
    """One rotation as it is paid for: its weeks, its city and fee if known, and whether one has to apply for it."""

    weeks: int
    city: str = ""
    fee: Money | None = None
    applying: bool = True


def price(facts: Facts, catalog: Catalog, stay: Stay) -> Money:
    """The known cost of one rotation, with the applications that find it."""
    return total(_amounts(facts, catalog, stay))


def known_prices(facts: Facts, catalog: Catalog) -> Iterator[tuple[CostEntry, bool]]:
    """The costs of rotations that count, each with whether it is known to arise; those that can't are left out."""
    answers = facts.answers()
    for entry in catalog.files.costs.costs:
        arises = applies(entry, answers)
        if entry.group == GROUP and entry.counted and arises is not False:
            yield entry, bool(arises)


def room(facts: Facts, city: str) -> int | None:
    """What a week's room costs in a city: nothing where the person can stay for nothing; None where it is not known."""
    free = {name.casefold() for name in facts.targets.free_housing or ()}
    return 0 if city.casefold() in free else facts.means.room_per_week


def journeys(facts: Facts, blocks: Sequence[Block]) -> Money | None:
    """One journey for each city; a city that is not known is one by itself. None where the price is not known."""
    if facts.means.return_trip is None:
        return None
    count = len({block.city for block in blocks if block.city}) + sum(not block.city for block in blocks)
    return Money(facts.means.return_trip * count, facts.means.return_trip * count)


def committed(facts: Facts, catalog: Catalog, held: Sequence[Block]) -> Money:
    """What booked rotations cost, journeys included; they come off the budget first."""
    booked = [block for block in held if block.status == "booked"]
    stays = (Stay(block.span.weeks, city_of(block), block.fee, applying=False) for block in booked)
    return total([*(price(facts, catalog, stay) for stay in stays), journeys(facts, booked)])


def _amounts(facts: Facts, catalog: Catalog, stay: Stay) -> Iterator[Money | None]:
    own = _own(facts, stay)
    for entry, sure in known_prices(facts, catalog):
        known = own.get(entry.known_as or "")
        listed = _listed(entry, catalog, stay) if known is None else known
        yield listed if sure or listed is None else Money(0, listed.high)


def _own(facts: Facts, stay: Stay) -> Mapping[str, Money | None]:
    """What the applicant or the host says of prices."""
    weekly = facts.means.lost_income_per_week
    return MappingProxyType(
        {"fee": stay.fee, "room": _times(room(facts, stay.city), stay.weeks), "income": _times(weekly, stay.weeks)}
    )


def _listed(entry: CostEntry, catalog: Catalog, stay: Stay) -> Money | None:
    """What editors know of a price; None where they know none, and for what is paid once or for a journey."""
    table = catalog.files.cost_table
    times = {
        "rotation": (1, 1),
        "week": (stay.weeks, stay.weeks),
        "application": (table.apply_factor_low, table.apply_factor_high) if stay.applying else (0, 0),
    }
    if entry.low is None or entry.high is None or entry.per not in times:
        return None
    fewest, most = times[entry.per]
    return Money(entry.low * fewest, entry.high * most)


def _times(amount: int | None, weeks: int) -> Money | None:
    return None if amount is None else Money(amount * weeks, amount * weeks)
