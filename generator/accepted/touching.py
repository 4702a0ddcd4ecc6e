"""Which content a difference is laid to, where content changed."""

from collections.abc import Iterator

from generator.accepted.content import changed_content
from generator.plan.differences import Cause, Difference
from generator.plan.saved import SavedPlan


def touched(one: Difference, previous: SavedPlan, present: SavedPlan) -> tuple[Cause, ...]:
    """The changed content that a thing is made from; where none of that changed, all content that did."""
    changed = changed_content(previous.content, present.content)
    near = set(_near(one, present))
    named = tuple(name for name in changed if name in near)
    return tuple(Cause("content", name) for name in named or changed)


def _near(one: Difference, present: SavedPlan) -> Iterator[str]:
    """The files and entries that hold the thing itself."""
    entry = one.item.id.partition("--")[0]
    season = present.answers.get("season")
    homes = {
        "task": (f"data/tasks.yml#{entry}",),
        "message": (f"rules/messages.yml#{entry}",),
        "document": (f"data/documents.yml#{entry}",),
        "host": (f"data/programs/{entry}.yml", f"data/hosts/{entry}.yml"),
        "route": (f"rules/routes.yml#{entry}",),
        "milestone": (f"data/seasons/{season}.yml#{entry}",),
        "question": (f"data/facts.yml#{entry}",),
        "letter": ("rules/letters.yml",),
        "cost": ("rules/costs.yml", "rules/application-list.yml"),
    }
    yield from homes.get(one.kind, ())
