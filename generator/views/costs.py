"""The page on costs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from generator.catalog.known import by_id
from generator.catalog.papers import CostEntry, ErasTiers
from generator.phrases import between, money
from generator.plan import CostLine, Costs, Decision, ListKind, Money
from generator.prose import Prose
from generator.views.common import Sight, View


@dataclass(frozen=True)
class CostView:
    """A cost, and what it comes to; `is_own` says that the price is the reader's own."""

    entry: CostEntry
    line: CostLine
    per_name: Prose
    amount: Prose | None  # of what is not counted, the price of one
    is_own: bool


@dataclass(frozen=True)
class GroupView:
    """Costs under one heading; `known` and `unknown` prices apart."""

    name: Prose
    known: tuple[CostView, ...]
    unknown: tuple[CostView, ...]
    total: Prose


@dataclass(frozen=True)
class ListView:
    """One kind of program on the application list, and how many of it."""

    specialty: Prose
    programs: Prose


@dataclass(frozen=True, kw_only=True)
class CostsView(View):
    """What it costs."""

    decision: Annotated[Decision[Costs], "The estimate against the budget."]
    lost_income: Annotated[int, "Pay lost in the weeks away, in US dollars and in the sum; 0 where none or unknown."]
    room_unknown: Annotated[bool, "Whether no room is counted, because the price of some is not known."]
    trip_unknown: Annotated[bool, "Whether no journey is counted, because no fare is known."]
    groups: Annotated[tuple[GroupView, ...], "Costs by heading."]
    eras: Annotated[ErasTiers, "ERAS fees by tiers."]
    eras_total: Annotated[Prose, "What the application list costs."]
    lists: Annotated[tuple[ListView, ...], "The application list by kind."]
    rotations_total: Annotated[Prose, "The rotations, as far as prices are known."]
    everything: Annotated[Prose, "All groups together, as far as prices are known."]


def costs(sight: Sight) -> CostsView:
    """The costs page."""
    files, decided = sight.catalog.files, sight.plan.costs.value
    lines = by_id(decided.lines)
    eras = lines[files.costs.eras_tiers.id].total or Money(0, 0)
    return CostsView(
        **sight.common(),
        decision=sight.plan.costs,
        lost_income=decided.lost_income or 0,
        room_unknown=_is_unknown(sight, "room", lines),
        trip_unknown=_is_unknown(sight, "trip", lines),
        groups=tuple(_group(sight, name, total, lines) for name, total in decided.groups),
        eras=files.costs.eras_tiers,
        eras_total=dollars(eras),
        lists=tuple(_list(kind) for kind in sight.plan.application.kinds if not kind.within),
        rotations_total=dollars(decided.rotations),
        everything=dollars(decided.everything),
    )


def _list(kind: ListKind) -> ListView:
    count = kind.count.value
    return ListView(kind.name, between(str(count.low), str(count.high)))


def dollars(amount: Money) -> Prose:
    """An amount or a range in US dollars."""
    return between(money(amount.low), money(amount.high))


def _cost(sight: Sight, entry: CostEntry, line: CostLine) -> CostView:
    price = Money(entry.low or 0, entry.high or 0)
    amount = dollars(line.total if entry.counted else price) if line.total else None
    is_own = entry.low is None and line.total is not None
    return CostView(entry, line, sight.catalog.name("per", entry.per), amount, is_own)


def _is_unknown(sight: Sight, known_as: str, lines: Mapping[str, CostLine]) -> bool:
    return any(
        lines[entry.id].total is None
        for entry in sight.catalog.files.costs.costs
        if entry.known_as == known_as and entry.id in lines
    )


def _group(sight: Sight, name: str, total: Money, lines: Mapping[str, CostLine]) -> GroupView:
    entries = [entry for entry in sight.catalog.files.costs.costs if entry.group == name and entry.id in lines]
    shown = [_cost(sight, entry, lines[entry.id]) for entry in entries]
    return GroupView(
        name=sight.catalog.name("group", name),
        known=tuple(one for one in shown if one.line.total is not None),
        unknown=tuple(one for one in shown if one.line.total is None),
        total=dollars(total),
    )
