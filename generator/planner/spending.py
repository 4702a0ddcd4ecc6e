"""From a schedule to what it costs."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from generator.catalog import Catalog
from generator.conditions import applies
from generator.facts import Facts
from generator.phrases import money, number
from generator.plan import Application, CostLine, Costs, Decision, Money, Schedule
from generator.planner.places import city_of
from generator.planner.pricing import journeys, room
from generator.prose import Prose, fill
from generator.rules.costs import against_budget, cost_line, total

ROTATIONS = "rotation"


def costs(facts: Facts, schedule: Schedule, catalog: Catalog, list_: Application) -> Decision[Costs]:
    """Every cost that applies, per group and in all, and how the rotations stand against the budget."""
    counted = tuple(_lines(facts, schedule, catalog, list_))
    groups = tuple(_groups(counted))
    rotations = dict(groups).get(ROTATIONS, Money(0, 0))
    verdict = against_budget(facts.means.budget, rotations)
    table, reason = catalog.files.cost_table, catalog.files.cost_table.reason(verdict)
    return Decision(
        value=Costs(
            lines=tuple(line for _, line in counted),
            groups=groups,
            rotations=rotations,
            everything=total(amount for _, amount in groups),
            lost_income=_lost_income(facts, schedule),
            budget=facts.means.budget,
            verdict=verdict,
        ),
        because=fill(reason.because, _said(facts.means.budget, rotations, _unpriced(counted))),
        facts=(),
        sources=reason.sources,
        rule=f"{table.id}: {verdict}",
    )


def _lines(facts: Facts, schedule: Schedule, catalog: Catalog, list_: Application) -> Iterator[tuple[str, CostLine]]:
    table, answers = catalog.files.cost_table, facts.answers()
    fewest, most = _times(schedule, table.apply_factor_low), _times(schedule, table.apply_factor_high)
    counts = [kind.count.value for kind in list_.kinds if not kind.within]
    programs = sum(one.low for one in counts), sum(one.high for one in counts)
    own = _own(facts, schedule, catalog)
    for cost in catalog.files.costs.costs:
        if applies(cost, answers) is not False:
            line = cost_line(cost, *_counts(cost.group, (fewest, most), programs))
            known = own.get(cost.known_as or "")
            told = line if known is None else replace(line, total=known)
            yield cost.group, told if applies(cost, answers) else _perhaps(told)
    yield "application", CostLine(catalog.files.costs.eras_tiers.id, 1, list_.fees, counted=True)


def _perhaps(line: CostLine) -> CostLine:
    """A cost that may not arise: nothing at the least."""
    return line if line.total is None else replace(line, total=Money(0, line.total.high))


def _own(facts: Facts, schedule: Schedule, catalog: Catalog) -> Mapping[str, Money | None]:
    """What the applicant or the hosts say of prices, for all blocks together; None where not all of it is known."""
    rooms = [room(facts, city_of(block)) for block in schedule.ahead]
    weeks = [block.span.weeks for block in schedule.ahead]
    return MappingProxyType(
        {
            "fee": _fees(schedule, catalog),
            "room": None if None in rooms else _exactly(sum((a or 0) * b for a, b in zip(rooms, weeks, strict=True))),
            "trip": journeys(facts, schedule.ahead),
            "income": _exactly(_lost_income(facts, schedule)),
        }
    )


def _fees(schedule: Schedule, catalog: Catalog) -> Money | None:
    """The fees that are known, and for the other blocks the usual range."""
    usual = next(cost for cost in catalog.files.costs.costs if cost.known_as == "fee")
    listed = Money(usual.low or 0, usual.high or 0)
    return total(listed if block.fee is None else block.fee for block in schedule.ahead)


def _exactly(amount: int | None) -> Money | None:
    return None if amount is None else Money(amount, amount)


def _counts(
    group: str, times: tuple[Mapping[str, int], Mapping[str, int]], programs: tuple[int, int]
) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """How often costs of a group arise: for residency applications, an application is a program."""
    if group == ROTATIONS:
        return times
    fewest, most = ({**counts, "application": number} for counts, number in zip(times, programs, strict=True))
    return fewest, most


def _times(schedule: Schedule, factor: int) -> Mapping[str, int]:
    blocks = len(schedule.ahead)
    return MappingProxyType(
        {
            "once": 1,
            "rotation": blocks,
            "trip": blocks,
            "week": sum(block.span.weeks for block in schedule.ahead),
            "application": len(schedule.planned) * factor,
        }
    )


def _groups(counted: tuple[tuple[str, CostLine], ...]) -> Iterator[tuple[str, Money]]:
    for group in dict.fromkeys(group for group, _ in counted):
        yield group, total(line.total for name, line in counted if name == group and line.counted)


def _lost_income(facts: Facts, schedule: Schedule) -> int | None:
    weekly = facts.means.lost_income_per_week
    return None if weekly is None else weekly * sum(block.span.weeks for block in schedule.ahead)


def _unpriced(counted: tuple[tuple[str, CostLine], ...]) -> int:
    """How many costs of the rotations would count if anybody knew them."""
    return sum(line.total is None for group, line in counted if group == ROTATIONS and line.counted)


def _said(budget: int | None, needed: Money, unpriced: int) -> dict[str, Prose]:
    short_of = needed.low if (budget or 0) < needed.low else needed.high
    amounts = {
        "low": needed.low,
        "high": needed.high,
        "budget": budget or 0,
        "missing": max(short_of - (budget or 0), 0),
    }
    return {**{name: money(amount) for name, amount in amounts.items()}, "unknown": number(unpriced)}
