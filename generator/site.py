"""The whole product without MkDocs: a profile, the catalog and a date become files."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.catalog import Catalog, load_catalog
from generator.errors import GuideError, Place, Problem
from generator.facts import Facts, derive
from generator.plan import Plan
from generator.planner import Memory, make_plan
from generator.profile import Profile
from generator.profile.contradictions import contradictions, overtaken
from generator.profile.words import check_words
from generator.reading import Document, build, read_yaml
from generator.rendering import Renderer
from generator.rendering.citing import Citing
from generator.views import Page, Sight, View, pages
from generator.views.scripts import ScriptView

__all__ = ["Output", "build_outputs", "load_catalog", "load_profile", "overtaken_answers", "plan_for"]


@dataclass(frozen=True)
class Output:
    """A file of the site: its path below the docs folder, its content, and the template that it came from."""

    path: str
    content: str | bytes
    source: str = ""


def load_profile(path: Path, catalog: Catalog, *, as_of: date) -> Profile:
    """The profile in a file, without contradictions; a GuideError names every mistake with its line."""
    profile, document = _read(path, catalog)
    problems = [
        *check_words(
            profile,
            document,
            catalog.settings,
            program_ids=catalog.program_ids,
            document_ids=catalog.document_ids,
            type_ids=catalog.type_ids,
        ),
        *contradictions(profile, document, as_of=as_of),
    ]
    if profile.season not in catalog.seasons:
        problems.append(_no_season(profile, catalog, document.place(("season",))))
    if problems:
        raise GuideError(problems)
    return profile


def overtaken_answers(path: Path, catalog: Catalog, *, as_of: date) -> tuple[Problem, ...]:
    """What in a profile without contradictions was right until a day went by."""
    profile, document = _read(path, catalog)
    return overtaken(profile, document, as_of=as_of)


def _read(path: Path, catalog: Catalog) -> tuple[Profile, Document]:
    document = read_yaml(path, file=catalog.shown_path(path))
    return build(Profile, document), document


def facts_for(profile: Profile, catalog: Catalog, *, as_of: date) -> Facts:
    """What is true, false and unknown of an applicant on a day."""
    return derive(profile, catalog.settings, catalog.seasons[profile.season], as_of)


def plan_for(profile: Profile, catalog: Catalog, *, as_of: date) -> Plan:
    """Everything that is decided for an applicant on a day."""
    return make_plan(facts_for(profile, catalog, as_of=as_of), catalog)


def build_outputs(  # noqa: PLR0913 - all of it keyword-only and with a default but the day
    profile: Profile,
    catalog: Catalog,
    *,
    as_of: date,
    audience: str = "private",
    previous: Plan | None = None,
    memory: Memory | None = None,
) -> list[Output]:
    """Every file of the guide, in the order of their paths; the same for the same input.

    A memory that is kept from build to build spares work that the same content has asked for before.

    `audience` and `previous` have one value each so far; they are here so that callers need not change.
    """
    facts = facts_for(profile, catalog, as_of=as_of)
    sight = Sight(make_plan(facts, catalog, memory), facts, facts.answers(), catalog)
    renderer = Renderer(catalog.content, name=catalog.shown_path(catalog.content))
    fresh_from = as_of.year - catalog.settings.old_after_years
    citing = Citing(catalog.sources, catalog.files.words.names["cite"], fresh_from)
    made = pages(sight, _templates(catalog.content))
    return [Output(page.path, _rendered(renderer, page, citing), f"pages/{page.path}") for page in made]


def _templates(content: Path) -> tuple[str, ...]:
    folder = content / "pages"
    return tuple(sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.md")))


def _rendered(renderer: Renderer, page: Page, citing: Citing) -> str:
    names = dict(_named(page.view, renderer))
    names["citing"] = replace(citing, root="../" * page.path.count("/"))
    return renderer.page(f"pages/{page.path}", names)


def _named(view: View, renderer: Renderer) -> Iterator[tuple[str, object]]:
    """The names of a view; its scripts come with their text filled in."""
    for name, value in vars(view).items():
        yield name, tuple(_filled(one, renderer) for one in value) if name == "scripts" else value


def _filled(script: ScriptView, renderer: Renderer) -> ScriptView:
    return replace(script, text=renderer.text(script.template, script.names))


def _no_season(profile: Profile, catalog: Catalog, place: Place) -> Problem:
    years = ", ".join(str(year) for year in sorted(catalog.seasons))
    hint = f"there are {years}; add {catalog.shown_path(catalog.content)}/data/seasons/{profile.season}.yml for another"
    return Problem(place, f"no calendar for the Match of {profile.season}", hint)
