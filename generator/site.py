"""The whole product without MkDocs: a profile, the catalog and a date become files."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from generator.catalog import Catalog, load_catalog
from generator.errors import GuideError, Place, Problem
from generator.facts import Facts, derive
from generator.ledger import amended, check_entries
from generator.plan import Plan
from generator.planner import Memory, make_plan
from generator.profile import Profile
from generator.profile.contradictions import contradictions, overtaken
from generator.profile.words import check_words
from generator.reading import Document, build, read_yaml
from generator.rendering import Renderer
from generator.rendering.citing import Citing
from generator.rendering.mail import mail_link
from generator.views import Page, Sight, View, pages
from generator.views.messages import MessageGroup, MessageView, messages
from generator.views.scripts import ScriptView
from generator.views.tracker import tracker

__all__ = ["Output", "amended", "build_outputs", "load_catalog", "load_profile", "overtaken_answers", "plan_for"]

MESSAGES, PLAIN = "downloads/messages.txt", "partials/_messages.txt"


@dataclass(frozen=True)
class Output:
    """A file of the site: its path below the docs folder, its content, and the template that it came from."""

    path: str
    content: str | bytes
    source: str = ""


def load_profile(path: Path, catalog: Catalog, *, as_of: date) -> Profile:
    """The profile in a file, without contradictions; a GuideError names every mistake with its line."""
    return profile_in(read_yaml(path, file=catalog.shown_path(path)), catalog, as_of=as_of)


def profile_in(document: Document, catalog: Catalog, *, as_of: date) -> Profile:
    """The same of a document that was read already."""
    profile = build(Profile, document)
    problems = [
        *check_words(
            profile,
            document,
            catalog.settings,
            program_ids=catalog.program_ids,
            document_ids=catalog.document_ids,
            type_ids=catalog.type_ids,
            criterion_ids=catalog.criterion_ids,
        ),
        *contradictions(profile, document, as_of=as_of),
        *check_entries(profile, document, catalog),
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
    return make_plan(facts_for(profile, catalog, as_of=as_of), amended(catalog, profile))


def build_outputs(  # noqa: PLR0913 - all of it keyword-only and with a default but the day
    profile: Profile,
    catalog: Catalog,
    *,
    as_of: date,
    audience: str = "private",
    previous: Plan | None = None,
    memory: Memory | None = None,
) -> list[Output]:
    """Every file of the guide, in the order of their templates; the same for the same input.

    A memory that is kept from build to build spares work that the same content has asked for before.

    `audience` and `previous` have one value each so far; they are here so that callers need not change.
    """
    facts, catalog = facts_for(profile, catalog, as_of=as_of), amended(catalog, profile)
    sight = Sight(make_plan(facts, catalog, memory), facts, facts.answers(), catalog)
    renderer = Renderer(catalog.content, name=catalog.shown_path(catalog.content))
    fresh_from = as_of.year - catalog.settings.old_after_years
    citing = Citing(catalog.sources, catalog.files.words.names["cite"], fresh_from)
    made = pages(sight, _templates(catalog.content))
    shown = [Output(page.path, _rendered(renderer, page, citing), f"pages/{page.template}") for page in made]
    return [*shown, _messages_file(sight, renderer), *_taken_along(sight)]


def _taken_along(sight: Sight) -> Iterator[Output]:
    """The workbook and its sheets one by one; what writes it is slow to load, so that it is loaded here."""
    from generator.downloads.files import files

    return (Output(path, content) for path, content in files(tracker(sight)))


def _templates(content: Path) -> tuple[str, ...]:
    folder = content / "pages"
    return tuple(sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.md")))


def _rendered(renderer: Renderer, page: Page, citing: Citing) -> str:
    names = dict(_named(page.view, renderer))
    names["citing"] = replace(citing, root="../" * page.path.count("/"))
    return renderer.page(f"pages/{page.template}", names)


def _named(view: View, renderer: Renderer) -> Iterator[tuple[str, object]]:
    """The names of a view; its scripts come with their text filled in."""
    for name, value in vars(view).items():
        yield name, _with_texts(value, renderer)


def _with_texts(value: Any, renderer: Renderer) -> Any:
    """The same with every script in it filled in."""
    if isinstance(value, tuple):
        return tuple(_with_texts(one, renderer) for one in value)
    if isinstance(value, MessageGroup):
        return replace(value, messages=_with_texts(value.messages, renderer))
    if isinstance(value, MessageView):
        return replace(value, scripts=_with_texts(value.scripts, renderer))
    return _filled(value, renderer) if isinstance(value, ScriptView) else value


def _filled(script: ScriptView, renderer: Renderer) -> ScriptView:
    text = renderer.text(script.template, script.names)
    link = mail_link(text, script.address)
    return replace(script, text=text, mailto=link.href, is_too_long=not link.whole)


def _messages_file(sight: Sight, renderer: Renderer) -> Output:
    """Every message with its text in one plain file."""
    names = dict(_named(messages(sight), renderer))
    return Output(MESSAGES, renderer.text(PLAIN, names) + "\n", PLAIN)


def _no_season(profile: Profile, catalog: Catalog, place: Place) -> Problem:
    years = ", ".join(str(year) for year in sorted(catalog.seasons))
    hint = f"there are {years}; add {catalog.shown_path(catalog.content)}/data/seasons/{profile.season}.yml for another"
    return Problem(place, f"no calendar for the Match of {profile.season}", hint)
