"""What changed since a plan was accepted, with everything decided again for each thing that could be the reason."""

from collections.abc import MutableMapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from generator.accepted.answers import Answers
from generator.accepted.causes import changed_since
from generator.accepted.file import hash_of
from generator.accepted.items import items_of
from generator.accepted.saving import saved_plan
from generator.catalog import Catalog
from generator.errors import GuideError
from generator.facts import Facts, derive
from generator.ledger import amended
from generator.plan import Plan
from generator.plan.differences import Changed
from generator.plan.saved import SavedItem, SavedPlan
from generator.planner import content_key, make_bare_plan
from generator.profile import Profile
from generator.reading import Document

Memory = MutableMapping[str, Any]


class Read(Protocol):
    """Makes a profile of what a file says, or raises a GuideError if nobody could say that on a day."""

    def __call__(self, document: Document, catalog: Catalog, *, as_of: date) -> Profile: ...


@dataclass(frozen=True)
class Present:
    """A plan of today; `catalog` is as editors wrote it, `known` has the person's own entries laid over."""

    plan: Plan
    facts: Facts
    catalog: Catalog
    known: Catalog


def remembered_changes(previous: SavedPlan, present: Present, *, read: Read, memory: Memory) -> Changed:
    """What changed since a plan was accepted, and because of what; what the memory holds is not worked out again."""
    key = f"{content_key(present.facts, present.catalog)} {hash_of(previous)}"
    if key not in memory:
        now = saved_plan(present.plan, present.facts, present.catalog)
        memory[key] = changed_since(previous, now, decide=lambda said, day: _again(said, day, present, read))
    changed: Changed = memory[key]
    return changed


def _again(said: Answers, as_of: date, present: Present, read: Read) -> tuple[SavedItem, ...] | None:
    """The plan for other answers or another day; None if nobody could give these answers then."""
    try:
        profile = read(Document(dict(said), {}, {}, "profile"), present.catalog, as_of=as_of)
    except GuideError:
        return None
    same = profile.hosts == present.facts.profile.hosts
    known = present.known if same else amended(present.catalog, profile)
    facts = derive(profile, known.settings, known.seasons[profile.season], as_of)
    return items_of(make_bare_plan(facts, known), facts, known)
