"""One browser, one page a test, and the sites of the examples."""

import functools
import os
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from importlib import resources
from pathlib import Path

import pytest

from browser.devtools import Chromium, Page, find_chromium
from browser.sites import DESKTOP, Quiet, Shelf


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    executable = find_chromium()
    if not executable:
        pytest.skip("no Chromium found; name one in CHROMIUM or install it")
    with Chromium(executable, tmp_path_factory.mktemp("chromium")) as started:
        yield started


@pytest.fixture
def page(browser: Chromium) -> Iterator[Page]:
    opened = browser.page()
    opened.look(width=DESKTOP)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def shelf(browser: Chromium, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    shared = tmp_path_factory.getbasetemp()
    store = (shared.parent if "PYTEST_XDIST_WORKER" in os.environ else shared) / "sites"
    store.mkdir(exist_ok=True)
    served = tmp_path_factory.mktemp("served")
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(served))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Shelf(store, served, f"http://127.0.0.1:{server.server_port}/")
        server.shutdown()


@pytest.fixture(scope="session")
def axe() -> str:
    """The accessibility checker: a file that AXE names, or the package's."""
    named = os.environ.get("AXE")
    path = Path(named) if named else Path(str(resources.files("axe_core_python"))) / "axe.min.js"
    return path.read_text(encoding="utf-8")
