"""What the commands look at: the catalog, one profile, and what follows from both on a day."""

from datetime import date
from pathlib import Path

from generator.catalog import Catalog
from generator.cli.project import Project
from generator.planner import make_plan
from generator.site import facts_for, load_catalog, load_profile
from generator.views import Sight


def catalog_of(project: Project) -> Catalog:
    """The catalog, or every mistake in it."""
    return load_catalog(project.content, root=project.root)


def sight_of(path: Path, catalog: Catalog, *, as_of: date) -> Sight:
    """The plan of a profile with all that its pages are made from, or every mistake in the profile."""
    facts = facts_for(load_profile(path, catalog, as_of=as_of), catalog, as_of=as_of)
    return Sight(make_plan(facts, catalog), facts, facts.answers(), catalog)
