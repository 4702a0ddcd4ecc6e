"""The real catalog, read once, and short ways from answers to facts and to a plan."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from factory import make_profile

from generator.catalog import Catalog
from generator.facts import Facts, derive
from generator.ledger import amended
from generator.plan import Plan
from generator.planner import make_plan
from generator.site import load_catalog

ROOT = Path(__file__).parent.parent
AS_OF = date(2026, 11, 22)
FAST = "fast"


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """The fast tier opens no file without a fast test: collecting those would take longer than it does."""
    if config.option.markexpr != FAST or not collection_path.name.startswith("test_"):
        return None
    return True if f"mark.{FAST}" not in collection_path.read_text(encoding="utf-8") else None


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """What editors wrote, as it stands in the repository."""
    return load_catalog(ROOT / "content", root=ROOT)


@pytest.fixture(scope="session")
def facts_of(catalog: Catalog) -> Callable[..., Facts]:
    """The facts of a person with these answers on a day."""

    def made(answers: Mapping[str, Any] | None = None, *, as_of: date = AS_OF) -> Facts:
        profile = make_profile(**(answers or {}))
        return derive(profile, catalog.settings, catalog.seasons[profile.season], as_of)

    return made


@pytest.fixture(scope="session")
def plan_of(catalog: Catalog, facts_of: Callable[..., Facts]) -> Callable[..., Plan]:
    """The plan of a person with these answers on a day."""

    def made(answers: Mapping[str, Any] | None = None, *, as_of: date = AS_OF) -> Plan:
        facts = facts_of(answers, as_of=as_of)
        return make_plan(facts, amended(catalog, facts.profile))

    return made
