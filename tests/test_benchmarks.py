"""The benchmarks run as their page says, and their committed results are of the form that they write."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
RESULTS = ROOT / "benchmarks" / "results" / "search.md"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of results for a few tiny problems."""
    page: Path = tmp_path_factory.mktemp("benchmarks") / "search.md"
    options = ["--offers", "5", "6", "--seeds", "2", "--date", "2026-11-22", "--out", str(page)]
    subprocess.run([sys.executable, "benchmarks/search.py", *options], cwd=ROOT, check=True)
    return page.read_text(encoding="utf-8")


def lines(page: str) -> list[list[str]]:
    """The cells of a page's table, its headings first."""
    return [line.strip("| ").split(" | ") for line in page.splitlines() if line.startswith("| ") and "---" not in line]


def test_the_benchmark_writes_a_line_for_each_sort_of_problem(written: str) -> None:
    headings, *rows = lines(written)

    assert [row[0] for row in rows[:3]] == ["12 blocks, 5 offers", "5 offers", "6 offers"]
    assert {len(row) for row in rows} == {len(headings)}
    assert {row[headings.index("Proved")] for row in rows} == {"2 of 2"}


def test_the_first_line_is_what_growth_is_measured_by(written: str) -> None:
    headings, first, *_ = lines(written)

    assert first[headings.index("Growth")] == "1.0"


def test_the_page_names_the_day_and_the_python_but_not_the_machine(written: str) -> None:
    assert "November 22, 2026" in written
    assert f"{sys.version_info.major}.{sys.version_info.minor}" in written
    assert str(ROOT) not in written


def test_the_committed_results_have_the_columns_and_sorts_that_are_measured_today(written: str) -> None:
    def sorts(page: str) -> set[str]:
        return {re.sub(r"\d+ offers", "offers", row[0]) for row in lines(page)[1:]}

    committed = RESULTS.read_text(encoding="utf-8")

    assert lines(committed)[0] == lines(written)[0]
    assert sorts(committed) == sorts(written)


# --- whole plans ---

PLANS = ROOT / "benchmarks" / "results" / "plan.md"


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of results for one person with no offers and with two."""
    page: Path = tmp_path_factory.mktemp("benchmarks") / "plan.md"
    options = ["--offers", "0", "2", "--seeds", "1", "--date", "2026-11-22", "--out", str(page)]
    subprocess.run([sys.executable, "benchmarks/plan.py", *options], cwd=ROOT, check=True, capture_output=True)
    return page.read_text(encoding="utf-8")


def test_whole_plans_are_measured_for_each_number_of_offers(plans: str) -> None:
    headings, *rows = lines(plans)

    assert [row[0] for row in rows] == ["0", "2"]
    assert {len(row) for row in rows} == {len(headings)}
    assert rows[0][headings.index("Growth")] == "1.00"


def test_the_committed_plans_have_the_columns_that_are_measured_today(plans: str) -> None:
    assert lines(PLANS.read_text(encoding="utf-8"))[0] == lines(plans)[0]


# --- files to take along ---


def test_files_are_measured_for_an_example(tmp_path: Path) -> None:
    page = tmp_path / "files.md"
    options = ["--runs", "1", "--people", "1", "--date", "2026-11-22", "--out", str(page)]
    subprocess.run([sys.executable, "benchmarks/files.py", *options], cwd=ROOT, check=True, capture_output=True)
    headings, *rows = lines(page.read_text(encoding="utf-8"))

    assert [row[0] for row in rows] == ["example-fourth-year"]
    assert lines((ROOT / "benchmarks" / "results" / "files.md").read_text(encoding="utf-8"))[0] == headings
