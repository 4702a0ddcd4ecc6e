"""How long the planner's search takes on realistic problems, and a general solver on the same ones.

    .venv/bin/python benchmarks/search.py

writes benchmarks/results/search.md. What the figures mean is told in benchmarks/README.md.
"""

import argparse
import platform
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from oracles import general, realistic  # noqa: E402 - the tests' problems and solver lie beside the tests

from generator.search import Problem  # noqa: E402
from generator.search.search import search  # noqa: E402

SIZES = (20, 30, 60, 120, 200)
COMPARED = 30  # offers; the general solver needs minutes for two hundred
RESULTS = Path(__file__).parent / "results" / "search.md"
HEADINGS = (
    "Problem",
    "Choices",
    "Days to choose",
    "Nodes",
    "Median",
    "Worst",
    "Seed",
    "Growth",
    "Proved",
    "HiGHS",
    "Ratio",
)


@dataclass(frozen=True, slots=True)
class Sort:
    """Problems alike, made by a seed; the general solver is asked only where it answers within seconds."""

    name: str
    make: Callable[[int], Problem]
    compared: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """One search: its problem's size, how long it took, and how long the general solver took, if it was asked."""

    seed: int
    choices: int
    starts: int
    nodes: int
    proved: bool
    seconds: float
    solver: float | None


def sorts(sizes: Sequence[int]) -> Iterable[Sort]:
    """Twelve blocks by twenty offers, then offers with weekly starts, then the nasty ones at the largest size."""
    yield Sort(f"12 blocks, {sizes[0]} offers", partial(realistic.blocks, offers=sizes[0], count=12), True)
    for size in sizes:
        yield Sort(f"{size} offers", partial(realistic.realistic, offers=size), size <= COMPARED)
    for kind in realistic.KINDS:
        if kind != "usual":
            yield Sort(f"{sizes[-1]} offers, {kind}", partial(realistic.realistic, offers=sizes[-1], kind=kind))


def measured(sort: Sort, seed: int) -> Run:
    """One problem, searched once and perhaps solved once."""
    problem = sort.make(seed)
    before = perf_counter()
    found = search(problem)
    seconds = perf_counter() - before
    return Run(
        seed=seed,
        choices=len(problem.choices),
        starts=sum(len(choice.starts) for choice in problem.choices),
        nodes=found.nodes,
        proved=found.proved,
        seconds=seconds,
        solver=solved(problem) if sort.compared else None,
    )


def solved(problem: Problem) -> float:
    """How long the general solver takes."""
    before = perf_counter()
    general.best_plan(problem)
    return perf_counter() - before


def row(sort: Sort, runs: Sequence[Run], *, base: float) -> tuple[str, ...]:
    """One line of the table; growth is against a median that is taken as one."""
    usual, worst = median(run.seconds for run in runs), max(runs, key=lambda run: run.seconds)
    solver = [run.solver for run in runs if run.solver is not None]
    return (
        sort.name,
        f"{median(run.choices for run in runs):.0f}",
        f"{median(run.starts for run in runs):.0f}",
        f"{median(run.nodes for run in runs):.0f}",
        f"{usual:.3f} s",
        f"{worst.seconds:.3f} s",
        f"{worst.seed}",
        f"{usual / base:.1f}",
        f"{sum(run.proved for run in runs)} of {len(runs)}",
        f"{median(solver):.2f} s" if solver else "-",
        f"{median(solver) / usual:.0f}" if solver else "-",
    )


def table(all_sorts: Iterable[Sort], seeds: Sequence[int]) -> list[tuple[str, ...]]:
    """A line for each sort; the first sort is what the others' growth is measured by."""
    rows: list[tuple[str, ...]] = []
    base = 0.0
    for sort in all_sorts:
        runs = [measured(sort, seed) for seed in seeds]
        base = base or median(run.seconds for run in runs)
        rows.append(row(sort, runs, base=base))
    return rows


def page(rows: Iterable[Sequence[str]], *, day: date, seeds: int) -> str:
    """The results as a page in Markdown."""
    lines = ["| " + " | ".join(cells) + " |" for cells in (HEADINGS, ["---"] * len(HEADINGS), *rows)]
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return (
        "# How long the search takes\n\n"
        f"Measured on {day:%B} {day.day}, {day.year}, with {python}, {seeds} seeds each. "
        "Made by `benchmarks/search.py`; how to read it: [README](../README.md).\n\n" + "\n".join(lines) + "\n"
    )


def main() -> None:
    """Measure everything and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--date", type=date.fromisoformat, default=date.today(), help="the day that the page names")  # noqa: DTZ011 - the user's own day
    parser.add_argument("--seeds", type=int, default=20, help="how many problems of each sort")
    parser.add_argument("--offers", type=int, nargs="+", default=SIZES, help="how many offers the problems have")
    parser.add_argument("--out", type=Path, default=RESULTS)
    options = parser.parse_args()
    rows = table(sorts(options.offers), range(options.seeds))
    options.out.write_text(page(rows, day=options.date, seeds=options.seeds), encoding="utf-8")


if __name__ == "__main__":
    main()
