"""What tests share: the real catalog, read once."""

from pathlib import Path

import pytest

from generator.catalog import Catalog
from generator.site import load_catalog

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The catalog as editors wrote it."""
    return load_catalog(ROOT / "content", root=ROOT)
