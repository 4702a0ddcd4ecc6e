"""The applicant's school, if the guide knows rules of it."""

from generator.catalog import Catalog
from generator.catalog.figures import SchoolRule


def school_of(name: str | None, catalog: Catalog) -> SchoolRule | None:
    """The school that a profile means, or None; letter case, marks and words like university don't count."""
    return catalog.school_called(name) if name else None
