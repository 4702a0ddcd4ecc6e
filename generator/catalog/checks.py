"""What the files of the catalog say of each other must hold: every name that is used exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from generator.catalog.entry import Conditional
from generator.errors import GuideError, Place, Problem
from generator.facts import every_fact, fact_names
from generator.reading import did_you_mean

if TYPE_CHECKING:
    from generator.catalog import Catalog

OUTCOMES: Mapping[str, tuple[str, ...]] = {
    "schedule": (
        "all-placed", "all-placed-short-lead", "some-placed", "some-placed-short-lead", "late-only",
        "nothing-fits", "none-allowed", "nothing-left-to-plan", "season-over",
    ),
    "letters": ("all-at-hand", "all-planned", "gap"),
    "cost_table": ("unknown", "enough", "tight", "short"),
}  # fmt: skip
MOMENTS = ("today", "first-block-start", "each-block-start", "each-block-end", "each-inquiry")


def cross_checked(catalog: Catalog, name: str) -> Catalog:
    """The catalog, if all that it names exists; else a GuideError with every name that does not."""
    found = (problem for check in CHECKS for problem in check(catalog))
    problems = [Problem(Place(f"{name}/{where}"), what, hint) for where, what, hint in found]
    if problems:
        raise GuideError(problems)
    return catalog


Found = Iterator[tuple[str, str, str]]


def parts_of(value: object) -> Iterator[BaseModel]:
    """Every model within a value, outermost first."""
    if isinstance(value, BaseModel):
        yield value
    for item in _within(value):
        yield from parts_of(item)


def _within(value: object) -> Iterable[object]:
    if isinstance(value, BaseModel):
        return (getattr(value, name) for name in type(value).model_fields)
    if isinstance(value, Mapping):
        return value.values()
    return value if isinstance(value, tuple) else ()


def _everything(catalog: Catalog) -> Iterator[tuple[str, BaseModel]]:
    for field, value in vars(catalog.files).items():
        for part in parts_of(value):
            yield field, part
    for program in catalog.programs:
        for part in parts_of(program):
            yield f"data/programs/{program.id}.yml", part
    for script in catalog.scripts:
        yield f"scripts/{script.id}.md", script.head


def _label(part: BaseModel) -> str:
    return str(getattr(part, "id", type(part).__name__))


def _facts_exist(catalog: Catalog) -> Found:
    known = fact_names(catalog.settings)
    for where, part in _everything(catalog):
        for list_ in ("when", "when_any", "unless", "if_unknown"):
            yield from _missing(where, part, getattr(part, list_, ()), known, "fact")
        if hasattr(part, "fact"):
            yield from _missing(where, part, [part.fact], known, "fact")


def _sources_exist(catalog: Catalog) -> Found:
    for where, part in _everything(catalog):
        yield from _missing(
            where, part, getattr(part, "sources", ()) if where != "sources" else (), catalog.sources, "source"
        )
    for season in catalog.seasons.values():
        for milestone in season.milestones.values():
            for source in milestone.sources:
                if source not in catalog.sources:
                    yield (
                        f"data/seasons/{season.year}.yml",
                        f"{milestone.id} cites {source}, which is no source",
                        "",
                    )


def _missing(where: str, part: BaseModel, used: Iterable[Any], known: Iterable[str], kind: str) -> Found:
    for name in used:
        if isinstance(name, str) and name not in known:
            yield (
                where,
                f"{_label(part)} names the {kind} {name}, which does not exist",
                did_you_mean(name, tuple(known)),
            )


def _tables_end(catalog: Catalog) -> Found:
    ends: list[tuple[str, Conditional]] = [("rules/how-many.yml", catalog.files.how_many.rows[-1])]
    ends += [(f"rules/routes.yml, {route.id}", route.rows[-1]) for route in catalog.files.routes.routes]
    for where, last in ends:
        if last.when or last.when_any or last.unless:
            yield where, f"the last row, {last.id}, has conditions", "end with a row that always applies"


def _outcomes_exist(catalog: Catalog) -> Found:
    for field, wanted in OUTCOMES.items():
        table = getattr(catalog.files, field)
        have = [reason.id for reason in table.outcomes]
        for outcome in wanted:
            if outcome not in have:
                yield (
                    f"rules/{table.id}.yml",
                    f"the outcome {outcome} has no reason",
                    "add one under outcomes",
                )


def _facts_have_words(catalog: Catalog) -> Found:
    names, words = {fact.name for fact in every_fact()}, set(catalog.fact_words)
    for name in sorted(names - words):
        yield "data/facts.yml", f"the fact {name} has no words", "add an entry with its id"
    for name in sorted(words - names):
        yield "data/facts.yml", f"{name} is no fact", did_you_mean(name, tuple(names))


def _seasons_agree(catalog: Catalog) -> Found:
    seasons = list(catalog.seasons.values())
    wanted = set(seasons[0].milestones) if seasons else set()
    for season in seasons[1:]:
        for name in sorted(wanted ^ set(season.milestones)):
            yield (
                f"data/seasons/{season.year}.yml",
                f"the milestone {name} is not in every season",
                "add it, or say unknown",
            )


def _tasks_are_timed(catalog: Catalog) -> Found:
    milestones = set(next(iter(catalog.seasons.values())).milestones) if catalog.seasons else set()
    for task in catalog.files.tasks.tasks:
        if task.due and task.due.from_ not in (*MOMENTS, *milestones):
            hint = did_you_mean(task.due.from_, (*MOMENTS, *sorted(milestones)))
            yield "data/tasks.yml", f"{task.id} is due from {task.due.from_}, which is no moment", hint


def _scripts_exist(catalog: Catalog) -> Found:
    known = [script.id for script in catalog.scripts]
    for page, names in catalog.files.words.scripts.items():
        for name in names:
            if name not in known:
                yield (
                    "data/words.yml",
                    f"{page} shows the script {name}, which does not exist",
                    did_you_mean(name, known),
                )


CHECKS = (
    _facts_exist,
    _sources_exist,
    _tables_end,
    _outcomes_exist,
    _facts_have_words,
    _seasons_agree,
    _tasks_are_timed,
    _scripts_exist,
)
