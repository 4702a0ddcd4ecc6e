"""The schemas that stand in `profiles/`: of a profile, and of the plan as JSON."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.catalog import Catalog
from generator.errors import Place, Problem
from generator.plan.export import json_text, plan_schema
from generator.profile.schema import profile_schema, schema_text

PROFILE = "profiles/profile.schema.json"
PLAN = "profiles/plan.schema.json"


def schemas(catalog: Catalog) -> Mapping[str, str]:
    """Each schema's text by its path below the project's folder."""
    profile = profile_schema(
        catalog.settings, catalog.program_ids, catalog.document_ids, catalog.type_ids, catalog.criterion_ids
    )
    return {PROFILE: schema_text(profile), PLAN: json_text(plan_schema())}


def outdated(root: Path, texts: Mapping[str, str]) -> Iterator[Problem]:
    """The files that are missing or say something else."""
    for name, text in texts.items():
        if _on_disk(root / name) != text.encode():
            yield Problem(Place(name), "this schema is not up to date", "run guide schema")


def write(root: Path, texts: Mapping[str, str]) -> Iterator[str]:
    """Write what has changed, and say of each file how it stands."""
    for name, text in texts.items():
        current = _on_disk(root / name) == text.encode()
        if not current:
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).write_bytes(text.encode())
        yield f"{name}: {'was up to date' if current else 'written'}"


def _on_disk(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
