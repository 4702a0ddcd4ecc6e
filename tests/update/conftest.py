"""A person's file, the workbook made from it, and the project's own catalog."""

from datetime import date
from pathlib import Path

import pytest

from generator import cli
from generator.catalog import Catalog
from generator.cli import sight
from generator.downloads.workbook import workbook
from generator.publishing import choosing
from generator.views.tracker import tracker
from update.trackers import AS_OF, ROOT, TEXT


@pytest.fixture(autouse=True)
def _nothing_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the project's folder, with nothing in the environment that chooses a profile or a day."""
    for name in (choosing.PROFILE, choosing.AS_OF, cli.NO_COLOR):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(ROOT)


@pytest.fixture(autouse=True)
def _catalog_read_once(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    """The project's own catalog is that of all tests."""
    monkeypatch.setattr(sight, "load_catalog", lambda content, *, root: catalog)


@pytest.fixture(scope="module")
def made(catalog: Catalog, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The workbook as the guide makes it."""
    path = tmp_path_factory.mktemp("made") / "me.yml"
    path.write_text(TEXT, encoding="utf-8")
    return workbook(tracker(sight.sight_of(path, catalog, as_of=date.fromisoformat(AS_OF))))


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """The person's file."""
    path = tmp_path / "me.yml"
    path.write_text(TEXT, encoding="utf-8")
    return path
