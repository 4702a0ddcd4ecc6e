"""What is kept of a plan when a person accepts it."""

from generator.accepted.content import content_hashes
from generator.accepted.items import items_of
from generator.catalog import Catalog
from generator.facts import Facts
from generator.plan import Plan
from generator.plan.saved import SavedEvent, SavedPlan
from generator.profile.changes import said_of


def saved_plan(plan: Plan, facts: Facts, catalog: Catalog, events: tuple[SavedEvent, ...] = ()) -> SavedPlan:
    """A plan with the answers and the content that it follows from."""
    return SavedPlan(
        as_of=plan.as_of,
        answers=said_of(facts.profile),
        content=content_hashes(catalog),
        items=items_of(plan, facts, catalog),
        events=events,
    )
