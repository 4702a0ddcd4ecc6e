"""What would change a decision: every change that an editor thought of is made, and everything decided again."""

from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import replace
from hashlib import sha256
from typing import Any

from generator.catalog import Catalog
from generator.catalog.guidance import ChangeEntry
from generator.conditions import Answers, applies
from generator.facts import Facts, derive
from generator.plan import Change, Decision
from generator.planner.core import Core, core
from generator.profile.changes import changed

Found = Mapping[str, tuple[Change[Any], ...]]
Memory = MutableMapping[str, Any]


def with_changes(facts: Facts, catalog: Catalog, decided: Core, memory: Memory) -> Core:
    """The same decisions, each with the changes that alter it; what the memory holds is not worked out again."""
    key = content_key(facts, catalog)
    if key not in memory:
        tried = tuple(_tried(facts, catalog))
        memory[key] = {name: tuple(_altering(decision, tried, name)) for name, decision in decided.by_name()}
    found: Found = memory[key]
    return replace(
        decided,
        how_many=replace(decided.how_many, would_change=found["how-many"]),
        schedule=replace(decided.schedule, would_change=found["schedule"]),
        letters=replace(decided.letters, would_change=found["letters"]),
        routes=tuple((name, replace(way, would_change=found[f"routes: {name}"])) for name, way in decided.routes),
        lists=tuple((name, replace(kind, would_change=found[f"list: {name}"])) for name, kind in decided.lists),
    )


def content_key(facts: Facts, catalog: Catalog) -> str:
    """A name for everything that a plan follows from: the answers, the day, and what editors wrote."""
    said = f"{catalog.key} {facts.as_of} {facts.profile.model_dump_json()}"
    return sha256(said.encode()).hexdigest()


def _tried(facts: Facts, catalog: Catalog) -> Iterator[tuple[ChangeEntry, Core]]:
    answers = facts.answers()
    for entry in catalog.files.changes.changes:
        if _makes_sense(entry, answers):
            profile = changed(facts.profile, entry.set, entry.add)
            yield entry, core(derive(profile, facts.settings, facts.season, facts.as_of), catalog)


def _makes_sense(entry: ChangeEntry, answers: Answers) -> bool:
    still_open = not entry.if_unknown or any(answers[name] is None for name in entry.if_unknown)
    return still_open and applies(entry, answers) is True


def _altering(decision: Decision[Any], tried: tuple[tuple[ChangeEntry, Core], ...], name: str) -> Iterator[Change[Any]]:
    changes = (_change(entry, dict(other.by_name())[name]) for entry, other in tried)
    return (change for change in changes if change.value != decision.value)


def _change(entry: ChangeEntry, decision: Decision[Any]) -> Change[Any]:
    return Change(entry.id, entry.name, entry.how, entry.if_unknown, decision.value, decision.rule)
