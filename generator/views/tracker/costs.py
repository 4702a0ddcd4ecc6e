"""The sheet of costs, with sums by formula."""

from collections.abc import Iterator

from generator.catalog.known import by_id
from generator.downloads.sheets import Sheet, Sum, SumCell, Value
from generator.plan import CostLine, Costs, Money
from generator.prose import fill
from generator.views.tracker.building import Builder, Line
from generator.views.tracker.formulas import word
from generator.views.tracker.words import plain, some, yes_no

ROTATIONS = "rotation"
ENDS = ("low", "high")


def costs(make: Builder) -> Sheet:
    """A row for every cost, then the sum of each group, of all, and what is left of the budget."""
    return make.sheet("costs", _lines(make), tuple(_sums(make)))


def _lines(make: Builder) -> Iterator[Line]:
    files = make.sight.catalog.files
    entries, eras = by_id(files.costs.costs), files.costs.eras_tiers
    for line in make.sight.plan.costs.value.lines:
        entry = entries.get(line.id)
        values: dict[str, Value] = {
            "group": plain(make.sight.catalog.name("group", entry.group if entry else "application")),
            "cost": plain(entry.name if entry else eras.name),
            "find_out": some(entry.find_out) if entry else None,
            "save": some(entry.save if entry else eras.save),
        }
        yield Line(f"plan/{line.id}", {**values, **_amounts(make, line)})


def _amounts(make: Builder, line: CostLine) -> dict[str, Value]:
    unknown = plain(make.file.unknown)
    return {
        "times": line.times,
        "low": unknown if line.total is None else line.total.low,
        "high": unknown if line.total is None else line.total.high,
        "counted": yes_no(line.counted),
    }


def _sums(make: Builder) -> Iterator[Sum]:
    file, decided = make.file, make.sight.plan.costs.value
    counted = word(file.choices["yes-no"]["true"]).text
    for name, total in decided.groups:
        called = make.sight.catalog.name("group", name)
        formula = "SUMIFS({%s},{group}," + word(plain(called)).text + ",{counted}," + counted + ")"
        yield Sum(name, plain(fill(file.sums.group, {"group": called})), _both(formula, total))
    yield Sum("all", plain(file.sums.all), _both("SUMIFS({%s},{counted}," + counted + ")", decided.everything))
    yield from _against_budget(make, decided)


def _both(formula: str, total: Money) -> tuple[SumCell, ...]:
    low, high = (formula % end for end in ENDS)
    return SumCell("low", total.low, low), SumCell("high", total.high, high)


def _against_budget(make: Builder, decided: Costs) -> Iterator[Sum]:
    words, unknown = make.file.sums, plain(make.file.unknown)
    budget: Value = unknown if decided.budget is None else decided.budget
    yield Sum("budget", plain(words.budget), tuple(SumCell(end, budget) for end in ENDS))
    spent = "{%s@rotation}" if ROTATIONS in dict(decided.groups) else "0"
    formula = "IF(ISNUMBER({%s@budget}),{%s@budget}-" + spent + "," + word(unknown).text + ")"
    left = (_left(decided.budget, amount, unknown) for amount in (decided.rotations.low, decided.rotations.high))
    cells = (SumCell(end, value, formula.replace("%s", end)) for end, value in zip(ENDS, left, strict=True))
    yield Sum("left", plain(words.left), tuple(cells))
    yield Sum("note", plain(words.note))


def _left(budget: int | None, amount: int, unknown: str) -> Value:
    return unknown if budget is None else budget - amount
