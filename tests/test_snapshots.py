"""The pages of the three examples as text, for a reviewer to read; they are never the only test of a rule.

After a change that is meant: `ACCEPT=1 .venv/bin/pytest tests/test_snapshots.py`, then read the difference.
"""

import os
import re
from pathlib import Path

import pytest
from conftest import AS_OF, ROOT

from generator.catalog import Catalog
from generator.site import build_outputs, load_profile

EXAMPLES = sorted((ROOT / "profiles").glob("example-*.yml"))
SNAPSHOTS = Path(__file__).parent / "snapshots"
CITATION = re.compile(r"\[([^\]]*)\]\(<[^>]*>\)\{ \.cite [^}]*\}")


def as_text(content: str) -> str:
    """A page with each citation shortened to its label, so that a difference can be read."""
    return CITATION.sub(r"[\1]", content)


def told(example: Path, catalog: Catalog) -> dict[str, str]:
    profile = load_profile(example, catalog, as_of=AS_OF)
    outputs = build_outputs(profile, catalog, as_of=AS_OF)
    return {output.path: as_text(str(output.content)) for output in outputs if output.path.endswith(".md")}


def accepted(folder: Path) -> dict[str, str]:
    found = sorted(folder.rglob("*.md"))
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in found}


def accept(folder: Path, pages: dict[str, str]) -> None:
    for path in folder.rglob("*.md"):
        path.unlink()
    for name, text in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("example", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_the_pages_of_an_example_read_as_accepted(example: Path, catalog: Catalog) -> None:
    folder, pages = SNAPSHOTS / example.stem, told(example, catalog)
    if os.environ.get("ACCEPT"):
        accept(folder, pages)

    assert pages == accepted(folder)
