"""How long a whole plan takes for people with many offers, with and without what would change it.

    .venv/bin/python benchmarks/plan.py

writes benchmarks/results/plan.md. What the figures mean is told in benchmarks/README.md.
"""

import argparse
import platform
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from factory import make_profile  # noqa: E402 - the tests' short way to a profile lies beside the tests

from generator.catalog import Catalog, load_catalog  # noqa: E402
from generator.facts import Facts, derive  # noqa: E402
from generator.planner import make_plain_plan, make_plan  # noqa: E402

AS_OF = date(2026, 11, 22)
SEASON = 2028
SIZES = (0, 20, 60, 200)
RESULTS = Path(__file__).parent / "results" / "plan.md"
FIELDS = ("medicine", "psychiatry", "consult-liaison", "medicine-psychiatry", "integrated-care", "addiction-medicine")
CITIES = (("Boston", "MA"), ("Chicago", "IL"), ("Dallas", "TX"), ("Denver", "CO"), ("Miami", "FL"), ("Queens", "NY"))


def offers(random: Random, count: int) -> list[dict[str, Any]]:
    """So many offers: some with days of their own, some with weeks in which they may begin."""
    return [_offer(random, number) for number in range(count)]


def _offer(random: Random, number: int) -> dict[str, Any]:
    city, state = random.choice(CITIES)
    first = date(2027, 1, 4) + timedelta(weeks=random.randrange(30))
    last = first + timedelta(days=27)
    days = {"first": first, "last": last} if random.random() < 0.5 else {"start_from": first, "start_to": last}
    return {
        "host": f"Hospital {number // 2}",
        "field": random.choice(FIELDS),
        "status": random.choice(["offered", "applied", "applied"]),
        "city": city,
        "state": state,
        "fee": random.randrange(0, 400, 25),
        **{name: day.isoformat() for name, day in days.items()},
    }


def facts_with(catalog: Catalog, seed: int, count: int) -> Facts:
    """A student with so many offers and some limits."""
    said: dict[str, Any] = {
        "rotations": offers(Random(seed), count),
        "applicant.citizenship": "citizen-by-birth",
        "means.budget": 9000,
        "means.return_trip": 700,
        "means.room_per_week": 250,
        "school.caps": {"weeks_outside": 16, "electives": 4},
    }
    return derive(make_profile(**said), catalog.settings, catalog.seasons[SEASON], AS_OF)


def seconds(made: Callable[[Facts, Catalog], object], facts: Facts, catalog: Catalog) -> float:
    """How long one plan takes."""
    begun = perf_counter()
    made(facts, catalog)
    return perf_counter() - begun


def lines(catalog: Catalog, sizes: tuple[int, ...], seeds: int) -> Iterator[str]:
    """A line of the table for each number of offers."""
    first = 0.0
    for count in sizes:
        plain = [seconds(make_plain_plan, facts_with(catalog, seed, count), catalog) for seed in range(seeds)]
        whole = [seconds(make_plan, facts_with(catalog, seed, count), catalog) for seed in range(seeds)]
        first = first or median(whole)
        told = (median(plain), median(whole), max(whole), median(whole) / first, median(whole) / median(plain))
        yield f"| {count} | " + " | ".join(f"{figure:.2f}" for figure in told) + " |"


def main() -> None:
    """Measure and write the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--offers", type=int, nargs="+", default=SIZES)
    asked.add_argument("--seeds", type=int, default=5)
    asked.add_argument("--date", default=str(AS_OF))
    asked.add_argument("--out", type=Path, default=RESULTS)
    said = asked.parse_args()
    catalog = load_catalog(ROOT / "content", root=ROOT)
    table = [
        "# Whole plans",
        "",
        f"{said.date}, Python {platform.python_version()}, {said.seeds} people for each line.",
        "",
        "| Offers | Plan alone, median s | With what would change it, median s | Worst s | Growth | Ratio |",
        "| --- | --- | --- | --- | --- | --- |",
        *lines(catalog, tuple(said.offers), said.seeds),
    ]
    said.out.parent.mkdir(exist_ok=True)
    said.out.write_text("\n".join(table) + "\n", encoding="utf-8")
    sys.stdout.write("\n".join(table) + "\n")


if __name__ == "__main__":
    main()
