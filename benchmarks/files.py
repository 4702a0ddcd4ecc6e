"""What the files to take along and the comparison with a saved plan cost, beside the pages of the same person.

    .venv/bin/python benchmarks/files.py

writes benchmarks/results/files.md. What the figures mean is told in benchmarks/README.md.
"""

import argparse
import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from generator.accepted import saved_plan
from generator.catalog import Catalog, load_catalog
from generator.site import build_outputs, load_profile, sight_for
from generator.views.calendar import saved

ROOT = Path(__file__).parent.parent
AS_OF = date(2026, 11, 22)
LATER = AS_OF + timedelta(days=10)
RESULTS = Path(__file__).parent / "results" / "files.md"


def seconds(made: Callable[[], object]) -> float:
    """How long one build in memory takes."""
    begun = perf_counter()
    made()
    return perf_counter() - begun


def builds(path: Path, catalog: Catalog) -> Iterator[Callable[[], object]]:
    """A person's guide without PDFs, with them, and without them but compared with a plan of ten days before."""
    profile = load_profile(path, catalog, as_of=AS_OF)
    sight = sight_for(profile, catalog, as_of=AS_OF)
    previous = replace(saved_plan(sight.plan, sight.facts, catalog), events=saved(sight))
    plain = partial(build_outputs, profile, catalog, as_of=LATER, look_for_press=lambda: None)
    yield plain
    yield partial(build_outputs, profile, catalog, as_of=LATER)
    yield partial(plain, previous=previous)


def lines(catalog: Catalog, runs: int, people: int) -> Iterator[str]:
    """A line of the table for each of so many examples; the three builds take turns."""
    for path in sorted((ROOT / "profiles").glob("example-*.yml"))[:people]:
        kinds = tuple(builds(path, catalog))
        rounds = [[seconds(made) for made in kinds] for _ in range(runs + 1)][1:]  # the first round warms up
        pages, prints, compared = (median(times) for times in zip(*rounds, strict=True))
        told = (pages, prints, prints / pages, compared, compared / pages)
        yield f"| {path.stem} | " + " | ".join(f"{figure:.2f}" for figure in told) + " |"


def main() -> None:
    """Measure and write the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--runs", type=int, default=5)
    asked.add_argument("--people", type=int, default=3)
    asked.add_argument("--date", default=str(AS_OF))
    asked.add_argument("--out", type=Path, default=RESULTS)
    said = asked.parse_args()
    table = [
        "# Files to take along",
        "",
        f"{said.date}, Python {platform.python_version()}, the median of {said.runs} rounds.",
        "",
        "| Person | Without PDFs, s | With PDFs, s | Ratio | With What changed, s | Ratio |",
        "| --- | --- | --- | --- | --- | --- |",
        *lines(load_catalog(ROOT / "content", root=ROOT), said.runs, said.people),
    ]
    said.out.parent.mkdir(exist_ok=True)
    said.out.write_text("\n".join(table) + "\n", encoding="utf-8")
    sys.stdout.write("\n".join(table) + "\n")


if __name__ == "__main__":
    main()
