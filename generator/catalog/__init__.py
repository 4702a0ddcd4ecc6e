"""What editors wrote, typed and cross-checked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from generator.catalog.application import ApplicationList, DivisionsFile
from generator.catalog.calendar import CalendarFile
from generator.catalog.checks import cross_checked
from generator.catalog.entries import EntriesFile
from generator.catalog.figures import Figure, FiguresFile, SchoolRule, SchoolsFile, StatesFile
from generator.catalog.goals import GoalsFile, LimitsFile
from generator.catalog.guidance import (
    ArticleFile,
    ChangesFile,
    ExplanationsFile,
    FactsFile,
    FactWords,
    FaqFile,
    TaskEntry,
    TasksFile,
    WordsFile,
)
from generator.catalog.hosts import Host
from generator.catalog.known import by_id
from generator.catalog.lists import SettingsFile, settings_from
from generator.catalog.loading import Reader, path_of
from generator.catalog.map import MapFile
from generator.catalog.messages import MessagesFile
from generator.catalog.naming import Naming
from generator.catalog.offers import OffersFile
from generator.catalog.papers import CertificationFile, CostsFile, DocumentsFile
from generator.catalog.program import Program
from generator.catalog.ranking import RankingFile
from generator.catalog.readings import ReadingsFile
from generator.catalog.scripts import Script
from generator.catalog.tables import CostTable, HowMany, LetterTable, MixTable, Routes, ScheduleTable
from generator.catalog.tracker import TrackerFile
from generator.catalog.verdicts import Verdicts
from generator.catalog.world import SeasonFile, SourcesFile, seasons_from, sources_from
from generator.facts import Fact, fact_names
from generator.plan.settings import Settings
from generator.plan.world import Season, Source
from generator.prose import Prose
from generator.reading import Model


@dataclass(frozen=True)
class Files:
    """Every file as its model."""

    sources: SourcesFile
    settings: SettingsFile
    facts: FactsFile
    figures: FiguresFile
    documents: DocumentsFile
    costs: CostsFile
    certification: CertificationFile
    states: StatesFile
    map: MapFile
    schools: SchoolsFile
    tasks: TasksFile
    words: WordsFile
    entries: EntriesFile
    faq: FaqFile
    explanations: ExplanationsFile
    article: ArticleFile
    how_many: HowMany
    mix: MixTable
    schedule: ScheduleTable
    routes: Routes
    letters: LetterTable
    cost_table: CostTable
    changes: ChangesFile
    verdicts: Verdicts
    goals: GoalsFile
    limits: LimitsFile
    offers: OffersFile
    ranking: RankingFile
    application_list: ApplicationList
    readings: ReadingsFile
    divisions: DivisionsFile
    messages: MessagesFile
    calendar: CalendarFile
    tracker: TrackerFile


@dataclass(frozen=True)
class Catalog:
    """Everything that editors wrote, ready for the pure rooms."""

    content: Path
    root: Path
    files: Files
    settings: Settings
    sources: Mapping[str, Source]
    seasons: Mapping[int, Season]
    programs: tuple[Program, ...]
    hosts: tuple[Host, ...]
    scripts: tuple[Script, ...]
    read: tuple[str, ...]
    key: str
    entered: str = ""
    """What a person entered about hosts, as it lies over what editors wrote; empty without any."""

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """Each fact by its full name, with specialty or state."""
        return fact_names(self.settings)

    @cached_property
    def fact_words(self) -> Mapping[str, FactWords]:
        """The words for each fact, by the fact's name without specialty or state."""
        return by_id(self.files.facts.facts)

    @cached_property
    def fact_order(self) -> tuple[str, ...]:
        """Each fact by its full name, in the order in which editors ask for them."""
        return tuple(name for id_ in self.fact_words for name, fact in self.facts.items() if fact.name == id_)

    def words_for(self, fact: str) -> FactWords:
        """The words for a fact by its full name, with the specialty or state that it is told for."""
        return self._words[fact]

    @cached_property
    def _words(self) -> Mapping[str, FactWords]:
        items = {**{one.id: one.name for one in self.settings.specialties}, **self.settings.states}
        endings = {id_.lower(): name for id_, name in items.items()}
        return {
            name: self.fact_words[fact.name].told_for(endings.get(name.removeprefix(f"{fact.name}-"), Prose("")))
            for name, fact in self.facts.items()
        }

    @cached_property
    def task_entries(self) -> Mapping[str, TaskEntry]:
        """The tasks as editors wrote them, by id."""
        return by_id(self.files.tasks.tasks)

    @cached_property
    def figures(self) -> Mapping[str, Figure]:
        """The dated figures by id."""
        return by_id(self.files.figures.figures)

    def shown_path(self, path: Path) -> str:
        """A path as messages show it: from the root of the project where it lies inside."""
        whole, root = path.absolute(), self.root.absolute()
        return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else str(path)

    def name(self, kind: str, id_: str) -> Prose:
        """What a thing of some kind is called."""
        return self.files.words.names[kind][id_]

    @cached_property
    def naming(self) -> Naming:
        """How names of schools and hospitals are compared."""
        return Naming(frozenset(self.files.words.plain))

    def school_called(self, name: str) -> SchoolRule | None:
        """The school whose rules the guide knows under this name."""
        schools = self.files.schools.schools
        return next((one for one in schools if self.naming.among(name, (one.name, *one.names))), None)

    @property
    def places(self) -> tuple[Program | Host, ...]:
        """Every host that the guide knows, those of combined programs first."""
        return (*self.programs, *self.hosts)

    def place_called(self, name: str) -> Program | Host | None:
        """The host that the guide knows under this name."""
        return next((place for place in self.places if self.naming.among(name, place.called)), None)

    @property
    def program_ids(self) -> tuple[str, ...]:
        """The ids of the programs."""
        return tuple(program.id for program in self.programs)

    @property
    def document_ids(self) -> tuple[str, ...]:
        """The ids of the documents."""
        return tuple(document.id for document in self.files.documents.documents)

    @property
    def criterion_ids(self) -> tuple[str, ...]:
        """The ids of what places are ranked by."""
        return self.files.ranking.criterion_ids

    @property
    def type_ids(self) -> tuple[str, ...]:
        """The ids of the rotation types."""
        return tuple(kind.id for kind in self.settings.types)


def _typed(reader: Reader) -> dict[str, Any]:
    """Each file as its model, or None where it has mistakes."""
    models = {field.name: cast("type[Model]", field.type) for field in fields(Files)}
    return {name: reader.one(model, path_of(name)) for name, model in models.items()}


def _key(content: Path, files: Iterable[str]) -> str:
    """A name for what the files hold; it changes with any of them."""
    digest = sha256()
    for name in files:
        digest.update(f"{name}\0".encode() + (content / name).read_bytes())
    return digest.hexdigest()


def load_catalog(content: Path, *, root: Path | None = None) -> Catalog:
    """The catalog below a content folder; a GuideError names every mistake with file and line."""
    name = content.relative_to(root).as_posix() if root and content.is_relative_to(root) else content.name
    reader = Reader(content, name=name)
    typed = _typed(reader)
    seasons = reader.folder(SeasonFile, "data/seasons")
    programs = reader.folder(Program, "data/programs")
    hosts = reader.folder(Host, "data/hosts")
    scripts = reader.scripts()
    reader.finish()
    files = Files(**typed)
    catalog = Catalog(
        content=content,
        root=root or content.parent,
        files=files,
        settings=settings_from(files.settings),
        sources=MappingProxyType(sources_from(files.sources)),
        seasons=MappingProxyType(seasons_from(seasons)),
        programs=programs,
        hosts=hosts,
        scripts=scripts,
        read=tuple(reader.files),
        key=_key(content, reader.files),
    )
    return cross_checked(catalog, name)
