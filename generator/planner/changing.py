"""What would change a decision: every change that an editor thought of is made, and everything decided again."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from generator.catalog import Catalog
from generator.catalog.guidance import ChangeEntry
from generator.conditions import Answers, applies
from generator.facts import Facts, derive
from generator.plan import Change, Decision
from generator.planner.core import Core, core
from generator.profile.changes import changed


def with_changes(facts: Facts, catalog: Catalog, decided: Core) -> Core:
    """The same decisions, each with the changes that alter it."""
    tried = tuple(_tried(facts, catalog))
    return replace(
        decided,
        how_many=_explained(decided.how_many, tried, "how-many"),
        schedule=_explained(decided.schedule, tried, "schedule"),
        letters=_explained(decided.letters, tried, "letters"),
        routes=tuple((name, _explained(route, tried, f"routes: {name}")) for name, route in decided.routes),
    )


def _tried(facts: Facts, catalog: Catalog) -> Iterator[tuple[ChangeEntry, Core]]:
    answers = facts.answers()
    for entry in catalog.files.changes.changes:
        if _makes_sense(entry, answers):
            profile = changed(facts.profile, entry.set, entry.add)
            yield entry, core(derive(profile, facts.settings, facts.season, facts.as_of), catalog)


def _makes_sense(entry: ChangeEntry, answers: Answers) -> bool:
    still_open = not entry.if_unknown or any(answers[name] is None for name in entry.if_unknown)
    return still_open and applies(entry, answers) is True


def _explained(decision: Decision[Any], tried: tuple[tuple[ChangeEntry, Core], ...], name: str) -> Decision[Any]:
    changes = (_change(entry, dict(other.by_name())[name]) for entry, other in tried)
    return replace(decision, would_change=tuple(change for change in changes if change.value != decision.value))


def _change(entry: ChangeEntry, decision: Decision[Any]) -> Change[Any]:
    return Change(entry.id, entry.name, entry.how, entry.if_unknown, decision.value, decision.rule)
