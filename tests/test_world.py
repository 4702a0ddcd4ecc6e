"""What editors wrote about the world: each entry cites, and says how to settle what is unknown."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import pytest
from pydantic import BaseModel

from generator.catalog.entry import Known
from generator.catalog.figures import Figure, FiguresFile, SchoolsFile, StatesFile
from generator.catalog.hosts import Host
from generator.catalog.known import is_web_address
from generator.catalog.papers import CertificationFile, CostsFile, DocumentsFile
from generator.catalog.program import Program
from generator.catalog.world import SeasonFile, SourcesFile, season_from, sources_from
from generator.errors import GuideError
from generator.reading import Document, build, read_yaml
from generator.reading.strict import parse

pytestmark = pytest.mark.fast

M = TypeVar("M", bound=BaseModel)
DATA = Path(__file__).parent.parent / "content" / "data"
ADDRESS = re.compile(r"https?:[^\s\"')]+")


def read(model: type[M], path: Path) -> M:
    return build(model, read_yaml(path))


def read_all(model: type[M], folder: str) -> dict[str, M]:
    return {path.stem: read(model, path) for path in sorted((DATA / folder).glob("*.yml"))}


SOURCES = sources_from(read(SourcesFile, DATA / "sources.yml"))
SEASONS = read_all(SeasonFile, "seasons")
PROGRAMS = read_all(Program, "programs")
HOSTS = read_all(Host, "hosts")
DOCUMENTS = {one.id: one for one in read(DocumentsFile, DATA / "documents.yml").documents}
COSTS = read(CostsFile, DATA / "costs.yml")
STEPS = {one.id: one for one in read(CertificationFile, DATA / "certification.yml").steps}
FIGURES = {one.id: one for one in read(FiguresFile, DATA / "figures.yml").figures}
STATES = read(StatesFile, DATA / "states.yml").states
SCHOOLS = read(SchoolsFile, DATA / "schools.yml").schools

MILESTONES = [(name, one) for name, season in SEASONS.items() for one in season.milestones]
ENTRIES: dict[str, BaseModel] = {
    **{f"season {name}: {one.id}": one for name, one in MILESTONES},
    **{f"program: {one.id}": one for one in PROGRAMS.values()},
    **{f"host: {one.id}": one for one in HOSTS.values()},
    **{f"document: {one.id}": one for one in DOCUMENTS.values()},
    **{f"cost: {one.id}": one for one in (COSTS.eras_tiers, *COSTS.costs)},
    **{f"step: {one.id}": one for one in STEPS.values()},
    **{f"figure: {one.id}": one for one in FIGURES.values()},
    **{f"state: {one.id}": one for one in STATES},
    **{f"school: {one.id}": one for one in SCHOOLS},
}
each_entry = pytest.mark.parametrize("entry", ENTRIES.values(), ids=ENTRIES)
each_program = pytest.mark.parametrize("program", PROGRAMS.values(), ids=PROGRAMS)


def parts(value: Any) -> Iterator[Any]:
    """The value and everything in it, outermost first."""
    yield value
    inside = value.__dict__.values() if isinstance(value, BaseModel) else value if isinstance(value, tuple) else ()
    for part in inside:
        yield from parts(part)


def texts(entry: BaseModel) -> list[str]:
    return [part for part in parts(entry) if isinstance(part, str)]


def cited(entry: BaseModel) -> set[str]:
    return {id_ for part in parts(entry) for id_ in getattr(part, "sources", ())}


def faults(entry: BaseModel) -> Iterator[str]:
    """What is wrong with an entry, in words."""
    yield from (f"cites {id_}, which is no source" for id_ in cited(entry) - set(SOURCES))
    yield from (f"shouts: {text}" for text in texts(entry) if "!" in text)
    found = (address for text in texts(entry) for address in ADDRESS.findall(text))
    yield from (f"{address} is no address" for address in found if not is_web_address(address))
    for part in parts(entry):
        if isinstance(part, Known):
            yield from faults_of_known(part)
        if getattr(part, "confidence", "") == "agreed":
            yield from faults_of_agreed(part)


def faults_of_known(known: Known) -> Iterator[str]:
    if (known.value is None) == (known.unknown is None):
        yield f"is neither known nor open, or both: {known}"
    if known.value is not None and not known.sources:
        yield f"is known without a source: {known}"


def faults_of_agreed(part: Any) -> Iterator[str]:
    if part.sources == ("house-rule",):
        yield "rests on our own rule alone and is called agreed"
    if [SOURCES[id_].kind for id_ in part.sources] == ["secondary"]:
        yield "rests on one secondary source and is called agreed"


@each_entry
def test_an_entry_is_sound(entry: BaseModel) -> None:
    assert list(faults(entry)) == []


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        pytest.param({"sources": ["no-such-source"]}, "cites no-such-source, which is no source", id="a source"),
        pytest.param({"what": "Hurry!"}, "shouts: Hurry!", id="a shout"),
        pytest.param({"what": "See http://nowhere now."}, "http://nowhere is no address", id="an address"),
        pytest.param(
            {"confidence": "agreed", "sources": ["house-rule"]},
            "rests on our own rule alone and is called agreed",
            id="agreement with oneself",
        ),
    ],
)
def test_a_fault_is_found(entry: dict[str, Any], fault: str) -> None:
    plain = {"id": "planted", "value": "1", "what": "A figure.", "as_of": 2025, "confidence": "single"}
    figure = build(Figure, Document({"sources": ["article"], **plain, **entry}, {}, {}, "planted.yml"))

    assert fault in list(faults(figure))


def is_sound(source: Any) -> bool:
    placed = source.url == "" if source.kind in ("article", "own", "reader", "claim") else is_web_address(source.url)
    return placed and (source.as_of is None or source.as_of <= source.checked.year) and "!" not in source.title


def test_every_source_says_where_and_when() -> None:
    assert [id_ for id_, source in SOURCES.items() if not is_sound(source)] == []


@pytest.mark.parametrize(("name", "milestone"), MILESTONES, ids=[f"{name} {one.id}" for name, one in MILESTONES])
def test_a_milestone_says_how_its_date_is_known(name: str, milestone: Any) -> None:
    assert (milestone.day is None) == (milestone.certainty == "unknown")
    assert milestone.rule if milestone.certainty == "projected" else milestone.rule is None
    assert milestone.find_out if milestone.certainty == "unknown" else milestone.find_out is None


@pytest.mark.parametrize("season", SEASONS.values(), ids=SEASONS)
def test_a_season_is_in_order_and_stands_in_the_file_of_its_year(season: SeasonFile) -> None:
    days = [one.day for one in season.milestones if one.day]

    assert str(season.season) in SEASONS
    assert days == sorted(days)
    assert {day.year for day in days} == {season.season - 1, season.season}


def test_every_season_has_the_same_milestones() -> None:
    orders = {tuple(one.id for one in season.milestones) for season in SEASONS.values()}

    assert len(orders) == 1


def test_nothing_of_2028_is_called_official() -> None:
    assert {one.certainty for one in SEASONS["2028"].milestones} == {"projected", "unknown"}


def test_a_season_turns_into_what_the_pure_rooms_see() -> None:
    season = season_from(SEASONS["2028"])

    assert season.day("match-day") == date(2028, 3, 17)
    assert season.day("pathways-deadline") is None
    assert season.milestones["pathways-deadline"].rule == ""


@each_program
def test_a_program_stands_in_its_own_file_and_asks_for_papers_that_exist(program: Program) -> None:
    assert PROGRAMS[program.id] is program
    assert set(program.requirements) - set(DOCUMENTS) == set()


@each_program
def test_a_program_is_named_by_each_paper_that_it_asks_for(program: Program) -> None:
    asking = {one.id for one in DOCUMENTS.values() if program.id in one.asked_by}

    assert asking == set(program.requirements)


@each_program
def test_a_question_to_a_host_ends_as_a_question(program: Program) -> None:
    asked = [route.ask for route in program.visiting] + ([program.contact.ask] if program.contact.ask else [])

    assert [text for text in asked if not text.endswith("?")] == []


def test_thirteen_programs_are_civilian_and_one_is_military() -> None:
    assert [sum(one.military is military for one in PROGRAMS.values()) for military in (False, True)] == [
        13,
        1,
    ]


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_document_names_programs_that_exist(document: Any) -> None:
    assert set(document.asked_by) - set(PROGRAMS) == set()


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_a_step_to_the_certificate_names_a_milestone_that_exists(step: Any) -> None:
    milestones = {one.id for _, one in MILESTONES}

    assert step.by_milestone is None or step.by_milestone in milestones


@pytest.mark.parametrize(
    ("programs", "fee"),
    [
        pytest.param(30, 330, id="thirty cost the lower price each"),
        pytest.param(31, 360, id="the thirty-first costs the higher"),
        pytest.param(60, 1230, id="sixty as in the worked example"),
    ],
)
def test_tiers_give_the_fees_that_the_source_works_out(programs: int, fee: int) -> None:
    first, rest = COSTS.eras_tiers.tiers
    limit = first.upto or 0

    assert min(programs, limit) * first.fee + max(programs - limit, 0) * rest.fee == fee


SEASON = """
season: 2028
milestones:
  - id: match-day
    name: "Match Day"
    {date}
    certainty: {certainty}
    {more}
    sources: [nrmp-2027-retyped]
"""
COST = """
eras_tiers:
  id: eras
  name: "ERAS"
  what: "Programs."
  tiers: [{tiers}]
  as_of: 2026
  confidence: single
  sources: [eras-fees]
costs:
  - id: host-fee
    name: "Fee"
    what: "A fee."
    per: rotation
    group: rotation
    {price}
    as_of: 2026
    confidence: single
    sources: [eras-fees]
"""
TIERS = "{upto: 30, fee: 11}, {fee: 30}"


@pytest.mark.parametrize(
    ("model", "text", "message"),
    [
        pytest.param(
            SeasonFile,
            SEASON.format(date="date: 2028-03-17", certainty="projected", more="rule:"),
            "the milestone match-day is projected, and no rule says how (add rule)",
            id="a projection without its rule",
        ),
        pytest.param(
            SeasonFile,
            SEASON.format(date="", certainty="unknown", more=""),
            "the milestone match-day is unknown, and nothing says who knows (add find_out)",
            id="an unknown day that nobody can settle",
        ),
        pytest.param(
            SeasonFile,
            SEASON.format(date="", certainty="official", more=""),
            "the milestone match-day needs a date unless it is unknown (check date and certainty)",
            id="an official milestone without a date",
        ),
        pytest.param(
            CostsFile,
            COST.format(tiers=TIERS, price="{low: 300, high: 100}".strip("{}").replace(", ", "\n    ")),
            "the cost host-fee has low 300 above high 100 (swap them)",
            id="low above high",
        ),
        pytest.param(
            CostsFile,
            COST.format(tiers=TIERS, price=""),
            "exactly one of low and find_out is wanted (without low say in find_out who knows)",
            id="a price that is neither known nor asked for",
        ),
        pytest.param(
            CostsFile,
            COST.format(tiers="{fee: 11}, {fee: 30}", price="low: 1\n    high: 1"),
            "the last tier, and only that one, goes on without end (leave out upto there)",
            id="a first tier without an end",
        ),
    ],
)
def test_a_broken_file_is_explained(model: type[BaseModel], text: str, message: str) -> None:
    with pytest.raises(GuideError) as caught:
        build(model, parse(text, "data.yml"))

    assert [str(problem).split(": ", 1)[1] for problem in caught.value.problems] == [message]
