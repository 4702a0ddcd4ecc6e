"""What the commands look at: the catalog, one profile, and what follows from both on a day."""

from datetime import date
from pathlib import Path

from generator.catalog import Catalog
from generator.cli.project import Project
from generator.plan.saved import SavedPlan
from generator.planner import make_plain_plan
from generator.site import amended, facts_for, load_catalog, load_profile, sight_for
from generator.views import Sight


def catalog_of(project: Project) -> Catalog:
    """The catalog, or every mistake in it."""
    return load_catalog(project.content, root=project.root)


def sight_of(path: Path, catalog: Catalog, *, as_of: date, previous: SavedPlan | None = None) -> Sight:
    """The plan of a profile with all that its pages are made from, or every mistake in the profile.

    With a plan that was accepted, what changed since then is part of it.
    """
    return sight_for(load_profile(path, catalog, as_of=as_of), catalog, as_of=as_of, previous=previous)


def quick_sight_of(path: Path, catalog: Catalog, *, as_of: date) -> Sight:
    """The same without what would change the plan, many times as fast."""
    profile = load_profile(path, catalog, as_of=as_of)
    facts, known = facts_for(profile, catalog, as_of=as_of), amended(catalog, profile)
    return Sight(make_plain_plan(facts, known), facts, facts.answers(), known)
