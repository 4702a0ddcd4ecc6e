"""The pages on programs: one each, the table and the map of all; for students and for graduates."""

import html
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from conftest import AS_OF, ROOT

from generator.catalog import Catalog
from generator.catalog.entry import Known
from generator.catalog.map import MapFile
from generator.catalog.program import Program, VisitingRoute
from generator.errors import GuideError
from generator.facts import Facts
from generator.plan import Plan
from generator.planner import make_plan
from generator.prose import linked
from generator.reading import build
from generator.reading.document import Document
from generator.site import amended, build_outputs, load_profile, plan_for
from generator.views.common import Sight
from generator.views.program import each_program as pages_of
from generator.views.program.ledger import ABOUT, APPLYING, OFFICE, VISITING
from generator.views.tiles import tile_map

STUDENT, GRADUATE = "example-fourth-year", "example-graduate"
PEOPLE = (STUDENT, GRADUATE, "example-two-are-enough")
PROGRAMS = sorted(path.stem for path in (ROOT / "content/data/programs").glob("*.yml"))
CIVILIAN = [name for name in PROGRAMS if name != "ncc"]
CITATION = re.compile(r"\[[^\]]*\]\(<[^>]*>\)\{[^}]*\}")
each_program = pytest.mark.parametrize("program", PROGRAMS)
each_civilian = pytest.mark.parametrize("program", CIVILIAN)

Pages = Mapping[str, str]


@pytest.fixture(scope="module")
def made(catalog: Catalog) -> Callable[[str], Pages]:
    """The pages of an example; each example is made once."""
    kept: dict[str, Pages] = {}

    def pages(example: str) -> Pages:
        if example not in kept:
            profile = load_profile(ROOT / "profiles" / f"{example}.yml", catalog, as_of=AS_OF)
            outputs = build_outputs(profile, catalog, as_of=AS_OF, look_for_press=lambda: None)
            kept[example] = {one.path: str(one.content) for one in outputs if one.path.startswith("programs/")}
        return kept[example]

    return pages


@pytest.fixture(scope="module")
def plans(catalog: Catalog) -> Mapping[str, Plan]:
    profiles = {name: load_profile(ROOT / "profiles" / f"{name}.yml", catalog, as_of=AS_OF) for name in PEOPLE}
    return {name: plan_for(profile, catalog, as_of=AS_OF) for name, profile in profiles.items()}


@pytest.fixture
def sight_of(catalog: Catalog, facts_of: Callable[..., Facts]) -> Callable[..., Sight]:
    def made(answers: Mapping[str, Any] | None = None) -> Sight:
        facts = facts_of(answers)
        theirs = amended(catalog, facts.profile)
        return Sight(make_plan(facts, theirs), facts, facts.answers(), theirs)

    return made


def called(catalog: Catalog, id_: str) -> Program:
    return next(one for one in catalog.programs if one.id == id_)


def seen(page: str) -> str:
    """What a reader sees of a page, without the marks of citations."""
    return " ".join(html.unescape(CITATION.sub("", page)).split())


def answer_of(page: str) -> str:
    """The box at the top of a page."""
    return page.partition("</div>")[0]


# --- one page for each program ---


@pytest.mark.parametrize("person", PEOPLE)
def test_every_program_has_a_page_and_the_template_is_none(person: str, made: Callable[[str], Pages]) -> None:
    assert set(made(person)) == {f"programs/{name}.md" for name in (*PROGRAMS, "index")}


@each_program
@pytest.mark.parametrize("person", PEOPLE)
def test_a_page_is_called_as_its_program_and_leaves_nothing_open(
    person: str, program: str, made: Callable[[str], Pages], catalog: Catalog
) -> None:
    page = made(person)[f"programs/{program}.md"]

    assert page.startswith(f"# {called(catalog, program).name}\n")
    assert [mark for mark in ("{{", "}}", "{%", "None", "Undefined") if mark in CITATION.sub("", page)] == []


@each_civilian
@pytest.mark.parametrize("person", PEOPLE)
def test_a_page_begins_with_the_verdict_of_the_plan(
    person: str, program: str, made: Callable[[str], Pages], plans: Mapping[str, Plan], catalog: Catalog
) -> None:
    verdict = next(one for one in plans[person].hosts if one.id == program).verdict
    answer = answer_of(made(person)[f"programs/{program}.md"])

    assert f">{catalog.name('verdict', verdict.value)}</span>" in answer
    assert seen(verdict.because) in seen(answer)


@each_civilian
@pytest.mark.parametrize("person", PEOPLE)
def test_a_page_says_where_the_program_stands_in_both_rankings(
    person: str, program: str, made: Callable[[str], Pages], plans: Mapping[str, Plan]
) -> None:
    answer = seen(answer_of(made(person)[f"programs/{program}.md"]))
    for ranking, words in zip(plans[person].rankings, ("Where to rotate", "Where to apply"), strict=True):
        row = next(one for one in ranking.rows if one.host_id == program)
        range_ = str(row.low) if row.low == row.high else f"{row.low} to {row.high}"

        assert (
            f"**{words}:** place {row.place} of {len(ranking.rows)}, with {range_} of {ranking.most} points" in answer
        )


def test_a_page_says_what_the_plan_does_there(made: Callable[[str], Pages], plans: Mapping[str, Plan]) -> None:
    blocks = [block for block in plans[STUDENT].schedule.value.planned if block.host_id in PROGRAMS]
    unused = sorted({*CIVILIAN} - {block.host_id for block in blocks})
    answers = {name: seen(answer_of(made(STUDENT)[f"programs/{name}.md"])) for name in CIVILIAN}

    assert blocks
    assert [
        block.id for block in blocks if f"{block.span.first:%b} {block.span.first.day}," not in answers[block.host_id]
    ] == []
    assert [name for name in CIVILIAN if "Your plan has no rotation here." in answers[name]] == unused


def test_a_page_says_whether_the_program_is_wanted_and_how_much(made: Callable[[str], Pages]) -> None:
    """The example names emory, musc and tulane, in this order."""
    answers = {name: answer_of(made(STUDENT)[f"programs/{name}.md"]) for name in CIVILIAN}

    wanted = {
        name: int(found[1]) for name, text in answers.items() if (found := re.search(r"number (\d+) of the", text))
    }
    assert wanted == {"emory": 1, "musc": 2, "tulane": 3}
    assert sum("Not on your list" in text for text in answers.values()) == len(CIVILIAN) - 3


def test_a_rotation_that_is_done_there_is_told_by_its_month(sight_of: Callable[..., Sight]) -> None:
    done = {"host": "Emory", "field": "medicine", "status": "done", "first": "2026-09-07", "last": "2026-10-02"}
    page = dict(pages_of(sight_of({"rotations": [done]})))["emory"]

    assert [block.span.first.isoformat() for block in page.done] == ["2026-09-07"]
    assert {block.id for block in page.done} & {block.id for block in page.uses} == set()
    assert not page.is_unused


def test_what_a_person_enters_of_a_program_is_marked_as_theirs(sight_of: Callable[..., Sight]) -> None:
    entry = {"host": "emory", "fee": 275, "international_schools": True, "read_on": "2026-11-10"}
    page = dict(pages_of(sight_of({"hosts": [entry]})))["emory"]
    first = page.routes[0]
    fee = next(value.known for value in first.values if value.name == "Fee, in US dollars")

    assert (fee.value, fee.sources, first.is_own) == (275, ("your-own-entry",), True)
    assert "your-own-entry" not in [source.id for source in page.rests_on]


def test_a_question_of_one_of_several_ways_in_says_of_which(sight_of: Callable[..., Sight]) -> None:
    """UT Southwestern tells the fee of its own form, and none of the visiting-student service."""
    page = dict(pages_of(sight_of()))["utsw"]
    asked = [str(name) for one in page.open for name in one.names if "Fee" in name]

    assert asked == ["Visiting-student service: Fee, in US dollars"]


# --- what is known, and what is not ---


def unknown_in(part: Program | VisitingRoute, fields: tuple[str, ...]) -> Iterator[str]:
    for field in fields:
        known: Known = getattr(part, field)
        if known.unknown is not None:
            yield seen(linked(known.unknown))


@each_civilian
def test_every_value_that_is_unknown_shows_how_to_settle_it(
    program: str, made: Callable[[str], Pages], catalog: Catalog
) -> None:
    record, page = called(catalog, program), seen(made(STUDENT)[f"programs/{program}.md"])
    wanted = list(unknown_in(record, (*ABOUT, *APPLYING, *OFFICE)))
    wanted += [one for way in record.visiting for one in unknown_in(way, VISITING)]
    wanted += [record.contact.ask] if record.contact.approach_faculty is None and record.contact.ask else []

    assert wanted
    assert [question for question in wanted if question not in page] == []


@each_civilian
def test_every_value_that_is_known_is_on_the_page(program: str, made: Callable[[str], Pages], catalog: Catalog) -> None:
    record, page = called(catalog, program), seen(made(STUDENT)[f"programs/{program}.md"])
    parts = [(record, (*ABOUT, *APPLYING, *OFFICE)), *((way, VISITING) for way in record.visiting)]
    known = [getattr(part, field).value for part, fields in parts for field in fields]
    words = [str(value) for value in known if value is not None and not isinstance(value, bool)]

    assert [value for value in words if value not in page and not value.startswith("http")] == []


def test_the_fields_shown_are_all_that_the_ledger_has() -> None:
    """A new field of the ledger needs its place on the page."""
    program = {name for name, field in Program.model_fields.items() if field.annotation is Known}
    route = {name for name, field in VisitingRoute.model_fields.items() if field.annotation is Known}

    assert program == {*ABOUT, *APPLYING, *OFFICE}
    assert route == {*VISITING}


@pytest.mark.parametrize(
    ("program", "rule"), [("utsw", "Texas"), ("uc-davis", "California"), ("kansas", "Kansas"), ("emory", "")]
)
def test_the_rule_of_the_state_stands_where_there_is_one(program: str, rule: str, made: Callable[[str], Pages]) -> None:
    headings = re.findall(r"^## (Texas|California|Kansas|New York)", made(STUDENT)[f"programs/{program}.md"], re.M)

    assert headings == ([rule] if rule else [])


@each_program
@pytest.mark.parametrize("person", PEOPLE)
def test_every_source_is_listed_with_its_day(
    person: str, program: str, made: Callable[[str], Pages], catalog: Catalog
) -> None:
    page = made(person)[f"programs/{program}.md"]
    listed = page.partition("## Sources")[2]
    cited = set(re.findall(r"\]\(<(http[^>]*)>\)\{ \.cite", page.partition("## What it is")[2]))

    assert listed.count(", read 20") == listed.count("\n- ")
    assert [url for url in sorted(cited) if f"]({url})" not in listed] == []


# --- graduates ---

FOR_VISITORS = re.compile(r"visit|registrar|mask.fit|Fee, in US dollars|Its calendar of blocks", re.IGNORECASE)


@each_civilian
def test_a_graduate_reads_no_rules_for_visiting_students(
    program: str, made: Callable[[str], Pages], catalog: Catalog
) -> None:
    """The verdict says why a student's form is not for them, and a state's rule may speak of earlier clerkships."""
    page = made(GRADUATE)[f"programs/{program}.md"]
    below = re.sub(
        r"^## (?:Texas|California|Kansas).*?(?=^## )", "", page.removeprefix(answer_of(page)), flags=re.M | re.S
    )
    rules = [seen(way.rule) for way in called(catalog, program).visiting]

    assert [found.group() for found in FOR_VISITORS.finditer(below)] == []
    assert [rule for rule in rules if rule in seen(page)] == []


@each_civilian
def test_a_graduate_reads_what_is_said_to_applicants(
    program: str, made: Callable[[str], Pages], catalog: Catalog
) -> None:
    record, page = called(catalog, program), seen(made(GRADUATE)[f"programs/{program}.md"])
    values = [getattr(record, field) for field in (*ABOUT, *APPLYING)]

    assert [one for one in unknown_in(record, (*ABOUT, *APPLYING)) if one not in page] == []
    assert [
        one.value for one in values if isinstance(one.value, str) and one.value[:4] != "http" and one.value not in page
    ] == []


# --- the military program ---


@pytest.mark.parametrize("person", PEOPLE)
def test_the_page_of_the_military_program_is_short_and_asks_nothing(person: str, made: Callable[[str], Pages]) -> None:
    pages = made(person)
    page = pages["programs/ncc.md"]

    assert "Not for a civilian." in answer_of(page)
    assert "data-copy" not in page
    assert re.findall(r"^## (.*)", page, re.M) == ["What it is", "Sources"]
    assert len(page) < min(len(pages[f"programs/{name}.md"]) for name in CIVILIAN) / 2


# --- the table ---

ROW = re.compile(r"^\| \[([^\]]+)\]\(\.\./programs/([a-z-]+)\.md\)(.*)$", re.M)


@pytest.mark.parametrize("person", PEOPLE)
def test_the_table_has_every_program_once_with_the_verdict_of_the_plan(
    person: str, made: Callable[[str], Pages], plans: Mapping[str, Plan], catalog: Catalog
) -> None:
    rows = {id_: rest for _, id_, rest in ROW.findall(made(person)["programs/index.md"])}
    verdicts = {one.id: catalog.name("verdict", one.verdict.value) for one in plans[person].hosts}

    assert sorted(id_ for _, id_, _ in ROW.findall(made(person)["programs/index.md"])) == PROGRAMS
    assert [id_ for id_, rest in rows.items() if f'data-facet="For you">{verdicts[id_]}</span>' not in rest] == []


def test_rows_tell_what_the_ledger_holds(made: Callable[[str], Pages]) -> None:
    """By hand from the files of three programs; SIU charges nothing, which is not the same as unknown."""
    rows = {
        id_: [cell.strip() for cell in seen(rest).split("|")]
        for _, id_, rest in ROW.findall(made(STUDENT)["programs/index.md"])
    }

    assert rows["siu"][2:6] == ['<span data-facet="Both fields">yes</span>', "2", "$0", "undated"]
    assert rows["duke"][2:6] == [
        '<span data-facet="Both fields">in part</span>',
        "not known",
        "not known",
        "2024, two years old",
    ]
    assert rows["tulane"][2:6] == [
        '<span data-facet="Both fields">not known</span>',
        "not known",
        "$200",
        "2018, eight years old",
    ]


def test_the_wanted_ones_come_first_and_the_military_one_last(made: Callable[[str], Pages]) -> None:
    order = [id_ for _, id_, _ in ROW.findall(made(STUDENT)["programs/index.md"])]

    assert (order[:3], order[-1]) == (["emory", "musc", "tulane"], "ncc")
    assert made(STUDENT)["programs/index.md"].count('data-only="Only those I want"') == 3


def test_a_graduate_sees_no_fee_for_visitors_in_the_table(made: Callable[[str], Pages]) -> None:
    heads = [re.search(r"^\| Program .*$", made(person)["programs/index.md"], re.M) for person in (STUDENT, GRADUATE)]

    assert ["Fee" in head[0] if head else None for head in heads] == [True, False]


# --- the map ---


def tiles(catalog: Catalog) -> dict[str, tuple[int, int]]:
    return {one.state: (one.column, one.row) for one in catalog.files.map.tiles}


def test_every_state_has_its_own_place_on_the_map(catalog: Catalog) -> None:
    """The 50 states and the District of Columbia."""
    regions = catalog.settings.regions

    assert set(tiles(catalog)) == set(regions)
    assert (len(regions), len({*tiles(catalog).values()})) == (51, 51)


@pytest.mark.parametrize(
    ("west", "east"), [("CA", "NV"), ("OR", "ID"), ("TX", "FL"), ("KS", "MO"), ("WI", "MI"), ("NY", "MA")]
)
def test_neighbors_stand_as_they_lie(west: str, east: str, catalog: Catalog) -> None:
    assert tiles(catalog)[west][0] < tiles(catalog)[east][0]


@pytest.mark.parametrize(("north", "south"), [("WA", "OR"), ("OR", "CA"), ("MN", "IA"), ("OK", "TX"), ("GA", "FL")])
def test_the_north_is_at_the_top(north: str, south: str, catalog: Catalog) -> None:
    assert tiles(catalog)[north][1] < tiles(catalog)[south][1]


@pytest.mark.parametrize("person", PEOPLE)
def test_the_map_counts_every_program_once_and_leads_to_the_list(
    person: str, made: Callable[[str], Pages], catalog: Catalog
) -> None:
    page = made(person)["programs/index.md"]
    links = re.findall(
        r'<a class="marked [^"]*" href="#(state-[a-z]{2})" aria-label="([A-Z]{2}), [^"]*: (\w+) program', page
    )
    counted = {state: {"one": 1, "two": 2}[number] for _, state, number in links}

    assert counted == Counter(one.state for one in catalog.programs)
    assert sorted(anchor for anchor, _, _ in links) == sorted(re.findall(r"\{ #(state-[a-z]{2}) \}", page))


@pytest.mark.parametrize("person", PEOPLE)
def test_the_list_below_the_map_has_every_program_in_its_state(
    person: str, made: Callable[[str], Pages], catalog: Catalog
) -> None:
    lines = re.findall(r"^- \*\*[^*]+\*\*\{ #state-([a-z]{2}) \}: (.*)$", made(person)["programs/index.md"], re.M)
    found = [(state.upper(), id_) for state, line in lines for id_ in re.findall(r"\.\./programs/([a-z-]+)\.md", line)]

    assert sorted(found) == sorted((one.state, one.id) for one in catalog.programs)


def test_a_state_is_marked_by_the_best_of_its_verdicts(sight_of: Callable[..., Sight]) -> None:
    """Duke takes partner schools only, and East Carolina has to be asked; both are in North Carolina."""
    sight = sight_of({"applicant": {"citizenship": "citizen-by-birth"}})
    verdicts = {one.id: one.verdict.value for one in sight.plan.hosts}
    marked = next(one for one in tile_map(sight).marked if one.tile.code == "NC")

    assert (verdicts["duke"], verdicts["ecu"]) == ("partner-schools-only", "ask")
    assert (marked.count, marked.sign, marked.verdict_name) == (2, "?2", "Ask first")


def test_the_key_of_the_map_names_the_signs_that_stand_on_it(sight_of: Callable[..., Sight]) -> None:
    shown = tile_map(sight_of())

    assert {one.sign for one in shown.signs} == {re.sub(r"\d+$", "", one.sign) for one in shown.marked}


def test_nothing_on_the_map_lies_over_anything_else(sight_of: Callable[..., Sight]) -> None:
    shown = tile_map(sight_of())
    squares = [*shown.empty, *(one.tile for one in shown.marked)]
    corners = [(one.x, one.y) for one in squares]

    assert len({*corners}) == len(corners) == 51
    assert max(x + shown.tile_width for x, _ in corners) == shown.width
    assert max(y + shown.tile_height for _, y in corners) == shown.height


@pytest.mark.parametrize(
    ("second", "told"),
    [
        pytest.param({"state": "AK", "column": 2, "row": 1}, "a second tile for AK", id="a state twice"),
        pytest.param({"state": "ME", "column": 1, "row": 1}, "ME stands on AK", id="two in one place"),
    ],
)
def test_a_map_on_which_tiles_collide_is_refused(second: dict[str, Any], told: str) -> None:
    first = {"state": "AK", "name": "Alaska", "column": 1, "row": 1}
    document = Document({"sources": ["house-rule"], "tiles": [first, {"name": "Maine", **second}]}, {}, {}, "map.yml")

    with pytest.raises(GuideError) as caught:
        build(MapFile, document)

    assert told in str(caught.value)
