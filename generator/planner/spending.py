"""From a schedule to what it costs."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from generator.catalog import Catalog
from generator.conditions import Answers, applies
from generator.facts import Facts
from generator.phrases import money
from generator.plan import CostLine, Costs, Decision, Money, Schedule
from generator.prose import Prose, fill
from generator.rules.costs import against_budget, cost_line, tiered, total

ROTATIONS = "rotation"


def costs(facts: Facts, answers: Answers, schedule: Schedule, catalog: Catalog) -> Decision[Costs]:
    """Every cost that applies, per group and in all, and how the rotations stand against the budget."""
    counted = tuple(_lines(answers, schedule, catalog))
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
        because=fill(reason.because, _said(facts.means.budget, rotations)),
        facts=(),
        sources=reason.sources,
        rule=f"{table.id}: {verdict}",
    )


def _lines(answers: Answers, schedule: Schedule, catalog: Catalog) -> Iterator[tuple[str, CostLine]]:
    table = catalog.files.cost_table
    fewest, most = _times(schedule, table.apply_factor_low), _times(schedule, table.apply_factor_high)
    programs = sum(one.low for one in table.applications), sum(one.high for one in table.applications)
    for cost in catalog.files.costs.costs:
        if applies(cost, answers) is not False:
            yield cost.group, cost_line(cost, *_counts(cost.group, (fewest, most), programs))
    yield "application", _eras(catalog)


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


def _eras(catalog: Catalog) -> CostLine:
    tiers, lists = catalog.files.costs.eras_tiers.tiers, catalog.files.cost_table.applications
    amount = Money(sum(tiered(tiers, one.low) for one in lists), sum(tiered(tiers, one.high) for one in lists))
    return CostLine(catalog.files.costs.eras_tiers.id, 1, amount, counted=True)


def _groups(counted: tuple[tuple[str, CostLine], ...]) -> Iterator[tuple[str, Money]]:
    for group in dict.fromkeys(group for group, _ in counted):
        yield group, total(line.total for name, line in counted if name == group and line.counted)


def _lost_income(facts: Facts, schedule: Schedule) -> int | None:
    weekly = facts.means.lost_income_per_week
    return None if weekly is None else weekly * sum(block.span.weeks for block in schedule.ahead)


def _said(budget: int | None, needed: Money) -> dict[str, Prose]:
    short_of = needed.low if (budget or 0) < needed.low else needed.high
    amounts = {
        "low": needed.low,
        "high": needed.high,
        "budget": budget or 0,
        "missing": max(short_of - (budget or 0), 0),
    }
    return {name: money(amount) for name, amount in amounts.items()}
