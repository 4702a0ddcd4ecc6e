"""The whole product without MkDocs: a profile, the catalog and a date become files."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.accepted import Present, remembered_changes
from generator.catalog import Catalog, load_catalog
from generator.downloads.press import Press, find_press
from generator.facts import Facts, derive
from generator.ledger import amended
from generator.plan import Plan
from generator.plan.saved import SavedPlan
from generator.plan.titles import Titles
from generator.planner import Memory, make_plan
from generator.profile import Profile
from generator.rendering import Renderer
from generator.rendering.citing import Citing
from generator.site.along import on_paper, taken_along
from generator.site.filling import MESSAGES, messages_file, rendered
from generator.site.output import Output
from generator.site.profiles import load_profile, overtaken_answers, profile_in
from generator.views import Sight, pages

__all__ = [
    "MESSAGES",
    "Output",
    "amended",
    "build_outputs",
    "facts_for",
    "load_catalog",
    "load_profile",
    "on_paper",
    "overtaken_answers",
    "plan_for",
    "profile_in",
    "sight_for",
]


def facts_for(profile: Profile, catalog: Catalog, *, as_of: date) -> Facts:
    """What is true, false and unknown of an applicant on a day."""
    return derive(profile, catalog.settings, catalog.seasons[profile.season], as_of)


def plan_for(profile: Profile, catalog: Catalog, *, as_of: date) -> Plan:
    """Everything that is decided for an applicant on a day."""
    return make_plan(facts_for(profile, catalog, as_of=as_of), amended(catalog, profile))


def sight_for(
    profile: Profile, catalog: Catalog, *, as_of: date, previous: SavedPlan | None = None, memory: Memory | None = None
) -> Sight:
    """What pages are made from: the plan, and what changed since the one that the person accepted, if they did."""
    memory = {} if memory is None else memory
    facts, known = facts_for(profile, catalog, as_of=as_of), amended(catalog, profile)
    sight = Sight(make_plan(facts, known, memory), facts, facts.answers(), known)
    if previous is None:
        return sight
    present = Present(sight.plan, facts, catalog, known)
    return replace(sight, changed=remembered_changes(previous, present, read=profile_in, memory=memory))


def build_outputs(  # noqa: PLR0913 - all of it keyword-only and with a default but the day
    profile: Profile,
    catalog: Catalog,
    *,
    as_of: date,
    audience: str = "private",
    previous: SavedPlan | None = None,
    memory: Memory | None = None,
    titles: Titles = "discreet",
    paper: str = "letter",
    look_for_press: Callable[[], Press | None] = find_press,
) -> list[Output]:
    """Every file of the guide, in the order of their templates; the same for the same input.

    A memory that is kept from build to build spares work that the same content has asked for before.

    Without a press, which is Typst with its fonts, nothing is made for paper, and the pages say so.

    `previous` is the plan that the person accepted; `titles` are those of the calendar; `audience` has one value so
    far, so that callers need not change.
    """
    press = look_for_press()
    sight = sight_for(profile, catalog, as_of=as_of, previous=previous, memory=memory)
    sight = replace(sight, titles=titles, on_paper=press is not None, paper=paper)
    catalog = sight.catalog
    renderer = Renderer(catalog.content, name=catalog.shown_path(catalog.content))
    fresh_from = as_of.year - catalog.settings.old_after_years
    citing = Citing(catalog.sources, catalog.files.words.names["cite"], fresh_from)
    made = pages(sight, _templates(catalog.content))
    shown = [Output(page.path, rendered(renderer, page, citing), f"pages/{page.template}") for page in made]
    along = taken_along(sight, previous.events if previous else ())
    printed = on_paper(sight, renderer, press) if press else ()
    return [*shown, messages_file(sight, renderer), *along, *printed]


def _templates(content: Path) -> tuple[str, ...]:
    folder = content / "pages"
    return tuple(sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.md")))
