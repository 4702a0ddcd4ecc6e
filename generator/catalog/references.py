"""What the files of the catalog name in each other, and which names there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import BaseModel

from generator.catalog.known import HasId
from generator.catalog.loading import path_of

if TYPE_CHECKING:
    from generator.catalog import Catalog

SETTINGS = "data/settings.yml"
MOMENTS = (
    "today", "first-block-start", "first-planned-start", "first-offer-answer", "each-block-start", "each-block-end",
    "each-inquiry",
)  # fmt: skip


@dataclass(frozen=True)
class Use:
    """The names of some kind that an entry uses, and those that there are."""

    where: str
    entry: str
    kind: str
    used: tuple[str, ...]
    known: tuple[str, ...]


def uses(catalog: Catalog) -> Iterator[Use]:
    """Every use of a name that stands in another place."""
    yield from _facts_and_sources(catalog)
    yield from _in_seasons(catalog)
    yield from _in_settings(catalog)
    yield from _in_rules(catalog)
    yield from _in_goals(catalog)
    yield from _in_data(catalog)
    yield from _of_hosts_and_schools(catalog)


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
            yield path_of(field), part
    for where, place in _places(catalog):
        yield from ((where, part) for part in parts_of(place))
    for script in catalog.scripts:
        yield f"scripts/{script.id}.md", script.head


def _places(catalog: Catalog) -> Iterator[tuple[str, BaseModel]]:
    yield from ((f"data/programs/{program.id}.yml", program) for program in catalog.programs)
    yield from ((f"data/hosts/{host.id}.yml", host) for host in catalog.hosts)


def _facts_and_sources(catalog: Catalog) -> Iterator[Use]:
    facts, sources = tuple(catalog.facts), tuple(catalog.sources)
    for where, part in _everything(catalog):
        entry = str(getattr(part, "id", type(part).__name__))
        for field in ("when", "when_any", "unless", "if_unknown", "fact"):
            yield Use(where, entry, "fact", _ids_in(part, field), facts)
        yield Use(where, entry, "source", _ids_in(part, "sources"), sources)


def _ids_in(part: BaseModel, field: str) -> tuple[str, ...]:
    """The names that a field holds, one or many; the file of all sources holds entries instead."""
    held = getattr(part, field, ())
    return tuple(name for name in (held if isinstance(held, tuple) else (held,)) if isinstance(name, str))


def _in_seasons(catalog: Catalog) -> Iterator[Use]:
    for season in catalog.seasons.values():
        for one in season.milestones.values():
            where = f"data/seasons/{season.year}.yml"
            yield Use(where, one.id, "fact", one.unless, tuple(catalog.facts))
            yield Use(where, one.id, "source", one.sources, tuple(catalog.sources))


def _in_settings(catalog: Catalog) -> Iterator[Use]:
    file = catalog.files.settings
    specialties, roles = _ids(file.specialties), _ids(file.roles)
    for field in file.fields:
        yield Use(SETTINGS, field.id, "specialty", field.counts_for, specialties)
        yield Use(SETTINGS, field.id, "part", _one(field.part), roles)
    for role in file.roles:
        yield Use(SETTINGS, role.id, "specialty", (role.specialty,), specialties)
    for kind in file.types:
        yield Use(SETTINGS, kind.id, "tier", (kind.tier,), _ids(file.tiers))
        yield Use(SETTINGS, kind.id, "field", (kind.field,), _ids(file.fields))
        yield Use(SETTINGS, kind.id, "part", kind.fills, roles)


def _in_rules(catalog: Catalog) -> Iterator[Use]:
    files = catalog.files
    roles, specialties = _ids(files.settings.roles), _ids(files.settings.specialties)
    for row in files.mix.rows:
        used = (*row.value.parts, *row.value.keep, *row.value.doubles)
        yield Use("rules/mix.yml", row.id, "part", used, roles)
    for slot in files.letters.slots:
        yield Use("rules/letters.yml", slot.id, "specialty", _one(slot.specialty), specialties)
    yield from _in_letter_sets(catalog, specialties)
    for answer in files.offers.answers:
        yield Use(
            "rules/offers.yml", answer.id, "script", (*answer.scripts, files.offers.silent), _ids(catalog.scripts)
        )
    yield from _in_messages(catalog)
    yield from _in_calendar(catalog)
    for table in (files.how_many, files.mix, files.schedule, files.routes, files.letters, files.cost_table):
        used = tuple(one.conflict for one in table.settles)
        yield Use(f"rules/{table.id}.yml", table.id, "contradiction", used, _ids(files.article.conflicts))


def _in_messages(catalog: Catalog) -> Iterator[Use]:
    for kind in catalog.files.messages.kinds:
        yield Use("rules/messages.yml", kind.id, "script", (kind.script,), _ids(catalog.scripts))
        yield Use("rules/messages.yml", kind.id, "document", kind.papers, catalog.document_ids)


def _in_calendar(catalog: Catalog) -> Iterator[Use]:
    tasks, names = catalog.files.calendar.tasks, catalog.files.words.names
    yield Use("rules/calendar.yml", "tasks", "list", tasks.lists, tuple(names.get("list", ())))
    yield Use("rules/calendar.yml", "tasks", "task", (*tasks.also, *tasks.without), _ids(catalog.files.tasks.tasks))


def _in_goals(catalog: Catalog) -> Iterator[Use]:
    file, names = catalog.files.goals, catalog.files.words.names
    for order in file.orders:
        yield Use("rules/goals.yml", order.id, "goal", order.goals, _ids(file.goals))
    for kind in ("measure", "gives-up"):
        yield Use("rules/goals.yml", file.id, f"{kind} in data/words.yml", file.compared, tuple(names.get(kind, ())))


def _in_letter_sets(catalog: Catalog, specialties: tuple[str, ...]) -> Iterator[Use]:
    table = catalog.files.letters
    for application in table.applications:
        for place in application.places:
            where = f"{application.id}, {place.id}"
            yield Use("rules/letters.yml", where, "specialty", (*_one(place.specialty), *place.prefers), specialties)
    for form in table.forms:
        yield Use("rules/letters.yml", form.id, "specialty", (form.specialty,), specialties)
        yield Use("rules/letters.yml", form.id, "application", form.applications, _ids(table.applications))


def _in_data(catalog: Catalog) -> Iterator[Use]:
    files = catalog.files
    milestones = tuple(dict.fromkeys(name for season in catalog.seasons.values() for name in season.milestones))
    for document in files.documents.documents:
        yield Use("data/documents.yml", document.id, "program", document.asked_by, catalog.program_ids)
    for step in files.certification.steps:
        yield Use("data/certification.yml", step.id, "milestone", _one(step.by_milestone), milestones)
    lists = tuple(files.words.names.get("list", ()))
    yield Use("data/tasks.yml", "after_rotation", "list", files.tasks.after_rotation.lists, lists)
    for task in files.tasks.tasks:
        yield Use("data/tasks.yml", task.id, "list", (task.list,), lists)
        yield Use("data/tasks.yml", task.id, "document", _one(task.paper), catalog.document_ids)
        moment = _one(task.due.from_ if task.due else None)
        yield Use("data/tasks.yml", task.id, "moment", moment, (*MOMENTS, *milestones))
    for page, scripts in files.words.scripts.items():
        yield Use("data/words.yml", page, "script", scripts, _ids(catalog.scripts))
    for program in catalog.programs:
        where = f"data/programs/{program.id}.yml"
        yield Use(where, program.id, "document", program.requirements, catalog.document_ids)


def _of_hosts_and_schools(catalog: Catalog) -> Iterator[Use]:
    tiles = tuple(tile.state for tile in catalog.files.map.tiles)
    for program in catalog.programs:
        types = tuple(setting.type for setting in program.settings if setting.type)
        yield Use(f"data/programs/{program.id}.yml", program.id, "type", types, catalog.type_ids)
        yield Use(f"data/programs/{program.id}.yml", program.id, "state on the map", (program.state,), tiles)
    for school in catalog.files.schools.schools:
        besides = school.limits.weeks_besides
        fields = _ids(catalog.files.settings.fields)
        yield Use("data/schools.yml", school.id, "field", _one(besides.field if besides else None), fields)


def _ids(entries: Iterable[HasId]) -> tuple[str, ...]:
    return tuple(entry.id for entry in entries)


def _one(name: str | None) -> tuple[str, ...]:
    return (name,) if name else ()
