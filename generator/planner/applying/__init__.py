"""Where to apply: the kinds of program with their numbers and fees, signals, and divisions to name."""

from collections.abc import Mapping
from dataclasses import replace

from generator.catalog import Catalog
from generator.catalog.application import KindEntry
from generator.facts import Facts
from generator.plan import (
    Application,
    Change,
    Decision,
    ListCount,
    Listed,
    ListKind,
    ListRule,
    Money,
    Ranking,
    Schedule,
)
from generator.planner.applying.listing import Lists, lists
from generator.planner.applying.naming_regions import divisions
from generator.planner.applying.signaling import signals
from generator.rules.costs import tiered, total
from generator.rules.lists import Numbers, preference


def application(facts: Facts, catalog: Catalog, rules: Numbers, apply: Ranking, schedule: Schedule) -> Application:
    """The whole application list of one person."""
    file, made = catalog.files.application_list, lists(facts, catalog, apply, schedule)
    kinds = tuple(_kind(kind, dict(rules)[kind.id], made, catalog) for kind in file.kinds)
    naming = preference(file.id, file.preferences, facts.answers())
    is_open = naming.value != "sent"
    return Application(
        kinds=kinds,
        left_out=made.left_out,
        others=made.others,
        fees=total(kind.fee for kind in kinds),
        signals=signals(made, open_=is_open),
        preference=naming,
        divisions=divisions(made, name=naming.value == "name"),
        open=is_open,
    )


def _kind(kind: KindEntry, rule: Decision[ListRule], made: Lists, catalog: Catalog) -> ListKind:
    numbers = {"all": len(made.combined), "in-regions": made.in_regions, "listed": len(made.known)}
    count = replace(_counted(rule, numbers), would_change=tuple(_changed(one, numbers) for one in rule.would_change))
    named: Mapping[str, tuple[Listed, ...]] = {"combined": made.combined, "known": made.known}
    return ListKind(
        id=kind.id,
        name=kind.name,
        what=kind.what,
        count=count,
        within=kind.within,
        fee=None if kind.within else _fee(count.value, catalog),
        programs=named.get(kind.id, ()),
    )


def _counted(rule: Decision[ListRule], numbers: Mapping[str, int]) -> Decision[ListCount]:
    return Decision(
        value=_number(rule.value, numbers),
        because=rule.because,
        facts=rule.facts,
        sources=rule.sources,
        rule=rule.rule,
        unsettled=rule.unsettled,
    )


def _changed(change: Change[ListRule], numbers: Mapping[str, int]) -> Change[ListCount]:
    value = _number(change.value, numbers)
    return Change(change.id, change.name, change.how, change.settles, value, change.rule)


def _number(rule: ListRule, numbers: Mapping[str, int]) -> ListCount:
    low, high = (numbers[one] if isinstance(one, str) else one for one in (rule.low, rule.high))
    return ListCount(low, high)


def _fee(count: ListCount, catalog: Catalog) -> Money:
    tiers = catalog.files.costs.eras_tiers.tiers
    return Money(tiered(tiers, count.low), tiered(tiers, count.high))
