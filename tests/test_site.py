"""The whole product: strict builds, the same bytes twice, names as written, nothing past as a to-do."""

import hashlib
import html
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import html5lib
import pytest
import yaml
from conftest import AS_OF, ROOT
from task_rules import broken

from generator.catalog import Catalog
from generator.facts import derive
from generator.plan import Plan
from generator.planner import make_plain_plan
from generator.profile import Profile, Rotation
from generator.site import build_outputs, load_profile

EXAMPLES = sorted((ROOT / "profiles").glob("example-*.yml"))
NAME = "O'Brien <b>*x*</b> {{ 7*7 }} | 李"
CASES = sorted((ROOT / "tests" / "cases" / "applicants").glob("*.yml"))
EVERYBODY = os.environ.get("APPLICANTS") == "all"  # else every fourth; test_applicants makes the pages of all
DAY = re.compile(r"\b((?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{1,2}, \d{4})")
# The only ways in which a page may name a day that has gone by: as something that was.
PAST_IS_SAID = re.compile(
    r"usual advice|graduated|You apply in September|have been able to read|Match (?:Week|Day) of this season"
    r"|belongs to the week|names .* as the last day|the earliest day we know of|Your own entry of"
)


def built(profile: Path, site: Path, as_of: date) -> Path:
    """A strict build of a profile into a folder."""
    environment = {**os.environ, "GUIDE_PROFILE": str(profile), "GUIDE_AS_OF": as_of.isoformat()}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    return site


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def visible(page: str) -> str:
    """What a reader sees of a page, with its blanks folded."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", page)).split())


@pytest.mark.parametrize("example", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_each_example_builds_strictly_and_every_page_is_valid_html(example: Path, tmp_path: Path) -> None:
    site = built(example, tmp_path / "site", AS_OF)
    pages = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}

    assert "index.html" in pages
    assert not [*site.rglob("*.yml"), *site.rglob("*.md")]
    assert {name: errors for name, page in pages.items() if (errors := errors_in(page))} == {}


def errors_in(page: str) -> list[str]:
    parser = html5lib.HTMLParser()
    parser.parse(page)
    return [f"{place}: {code}" for place, code, _ in parser.errors]


@pytest.mark.fast
def test_an_error_in_html_is_found() -> None:
    assert errors_in("<!doctype html><title>x</title><p>one</b>") != []


@pytest.mark.parametrize("case", CASES[:: 1 if EVERYBODY else 4], ids=lambda path: path.stem)
def test_each_applicant_builds_strictly(case: Path, tmp_path: Path) -> None:
    said = yaml.safe_load(case.read_text(encoding="utf-8"))
    profile = tmp_path / "profile.yml"
    profile.write_text(yaml.safe_dump(said["profile"], allow_unicode=True), encoding="utf-8")

    site = built(profile, tmp_path / "site", said["as_of"])

    assert (site / "plan" / "schedule" / "index.html").is_file()


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    first = digests(built(EXAMPLES[0], tmp_path / "first", AS_OF))
    second = digests(built(EXAMPLES[0], tmp_path / "second", AS_OF))

    assert first == second


def test_a_name_full_of_marks_appears_as_written_on_pages_and_in_the_search_index(tmp_path: Path) -> None:
    said = yaml.safe_load(EXAMPLES[0].read_text(encoding="utf-8"))
    said["applicant"]["name"] = NAME
    profile = tmp_path / "profile.yml"
    profile.write_text(yaml.safe_dump(said, allow_unicode=True), encoding="utf-8")

    site = built(profile, tmp_path / "site", AS_OF)

    home = (site / "index.html").read_text(encoding="utf-8")
    scripts = (site / "getting-in" / "writing-to-hosts" / "index.html").read_text(encoding="utf-8")
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    found = " ".join(html.unescape(entry["title"] + " " + entry["text"]) for entry in index["docs"])
    assert NAME in visible(home)
    assert "<b>*x*</b>" not in home
    assert NAME in visible(scripts)
    assert NAME in found


def test_a_name_full_of_marks_is_never_markup_in_any_page(catalog: Catalog) -> None:
    profile = example_with(catalog, EXAMPLES[0], name=NAME, school=NAME, own_words=NAME)
    outputs = [
        output
        for output in build_outputs(profile, catalog, as_of=AS_OF, look_for_press=lambda: None)
        if output.path.endswith(".md")
    ]

    assert [output.path for output in outputs if NAME in str(output.content)] == []
    assert [output.path for output in outputs if "{{" in str(output.content)] == []


def example_with(catalog: Catalog, path: Path, *, name: str, school: str, own_words: str) -> Profile:
    profile = load_profile(path, catalog, as_of=AS_OF)
    person = profile.applicant.model_copy(update={"name": name, "own_words": own_words})
    at = profile.school.model_copy(update={"name": school})
    return profile.model_copy(update={"applicant": person, "school": at})


def plain_plan(profile: Profile, catalog: Catalog, day: date) -> Plan:
    return make_plain_plan(derive(profile, catalog.settings, catalog.seasons[profile.season], day), catalog)


def days_of(plan: Plan) -> list[tuple[str, date]]:
    """Every day that a plan gives to something to do."""
    found = [(task.id, task.due) for task in plan.tasks if task.due]
    found += [(document.id, document.start) for document in plan.documents if document.start]
    for block in plan.schedule.value.ahead:
        if block.letter:
            asks = (block.letter.first_ask, block.letter.last_ask, block.letter.reminder, block.letter.upload_by)
            found += [(f"letter of {block.id}", day) for day in asks if day]
        if block.inquiry:
            found.append((f"inquiry for {block.id}", block.inquiry.write_by))
    return found + [(message.id, message.due) for message in plan.messages if message.due]


EVERY_DAY = os.environ.get("DAYS") == "all"


def swept(catalog: Catalog, season: int) -> list[date]:
    """Days of two years: every tenth, so that each day of the week comes up, and those around each milestone.

    `DAYS=all` takes every day.
    """
    days = [date(2026, 7, 1) + timedelta(days=number) for number in range(731)]
    milestones = {one.day for one in catalog.seasons[season].milestones.values() if one.day}
    near = {day + timedelta(days=shift) for day in milestones for shift in (-1, 0, 1)}
    return [day for number, day in enumerate(days) if EVERY_DAY or number % 10 == 0 or day in near]


@pytest.mark.parametrize("example", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_nothing_past_is_a_to_do_on_any_day_of_two_years(example: Path, catalog: Catalog) -> None:
    profile = load_profile(example, catalog, as_of=AS_OF)
    days = swept(catalog, profile.season)

    plans = {day: plain_plan(profile, catalog, day) for day in days}

    assert [(day, *item) for day, plan in plans.items() for item in days_of(plan) if item[1] < day] == []
    assert [(day, wrong) for day, plan in plans.items() for wrong in broken(plan)] == []


@pytest.mark.parametrize("example", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_what_is_ticked_stays_done_on_any_day_of_two_years(example: Path, catalog: Catalog) -> None:
    """Every third task of the day before is ticked, and more of them from day to day."""
    profile, ticked = load_profile(example, catalog, as_of=AS_OF), frozenset[str]()
    days = swept(catalog, profile.season)
    for day in days if EVERY_DAY else days[::5]:
        plan = plain_plan(profile.model_copy(update={"done": tuple(sorted(ticked))}), catalog, day)

        assert (day, broken(plan)) == (day, [])
        assert {one.id for one in plan.tasks if one.id in ticked and not one.done} == set()
        assert {one.id for one in plan.left_out} & ticked == set()
        ticked |= {one.id for one in plan.tasks[::3]}


MOMENTS = [
    pytest.param(date(2026, 11, 22), id="early"),
    pytest.param(date(2027, 2, 10), id="catalogs are open"),
    pytest.param(date(2027, 6, 20), id="ERAS is open"),
    pytest.param(date(2027, 9, 10), id="applications are open"),
    pytest.param(date(2027, 9, 30), id="programs read"),
    pytest.param(date(2028, 2, 10), id="rank lists are open"),
    pytest.param(date(2028, 3, 5), id="rank lists are closed"),
    pytest.param(date(2028, 3, 15), id="Match Week"),
    pytest.param(date(2028, 4, 1), id="after the Match"),
]


@pytest.mark.parametrize("day", MOMENTS)
@pytest.mark.parametrize("example", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_a_day_that_has_gone_by_is_only_named_as_past(example: Path, day: date, catalog: Catalog) -> None:
    profile = load_profile(example, catalog, as_of=AS_OF)
    made = build_outputs(profile, catalog, as_of=day, look_for_press=lambda: None)  # only pages are read
    told = {one.path: without_citations(str(one.content)) for one in made if one.path.endswith(".md")}
    told.pop("sources.md")

    assert [(path, line) for path, text in told.items() for line in text.splitlines() if names_past(line, day)] == []


@pytest.mark.fast
@pytest.mark.parametrize(
    ("line", "found"),
    [
        pytest.param("Write to hosts by June 2, 2027.", True, id="a to-do that is past"),
        pytest.param("The form comes on Jun 2, 2027.", True, id="in short too"),
        pytest.param("You graduated on June 2, 2027.", False, id="something that was"),
        pytest.param("Write to hosts by July 1, 2027.", False, id="today is not past"),
    ],
)
def test_a_past_day_in_a_line_is_found(line: str, found: bool) -> None:
    assert names_past(line, date(2027, 7, 1)) is found


def without_citations(text: str) -> str:
    return re.sub(r"\[[^\]]*\]\(<[^>]*>\)\{[^}]*\}", "", text)


def names_past(line: str, day: date) -> bool:
    return any(parsed(text) < day for text in DAY.findall(line)) and not PAST_IS_SAID.search(line)


def parsed(text: str) -> date:
    """A day as a page writes it, in full or in short."""
    month, day, year = text.replace(",", "").split()
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    return date(int(year), months.index(month[:3]) + 1, int(day))


# Programs that stand in both rankings: the military one does not.
RANKED = {f"programs/{path.stem}.md" for path in (ROOT / "content/data/programs").glob("*.yml")} - {"programs/ncc.md"}


def pages(profile: Profile, catalog: Catalog) -> dict[str, str]:
    """Every page, without the line that names all tasks of the guide to the script that counts ticks."""
    made = build_outputs(profile, catalog, as_of=AS_OF, look_for_press=lambda: None)
    texts = {output.path: str(output.content) for output in made if output.path.endswith(".md")}
    return {path: re.sub('<div class="ticks .*', "", text) for path, text in texts.items()}


@pytest.mark.parametrize(
    ("section", "answers", "changed"),
    [
        pytest.param("means", {"budget": 650}, {"getting-in/costs.md"}, id="a budget changes the costs page alone"),
        pytest.param(
            "applicant",
            {"languages": ("English", "Tamil")},
            {"letters/packet.md"},
            id="a language changes the paragraph for the writer alone",
        ),
        pytest.param(
            "school",
            {"earlier_schools": ("Example College",)},
            {"applying/story.md"},
            id="an earlier school is something to explain, and nothing else",
        ),
        pytest.param(
            "targets",
            {"couples_match": True},
            {
                *("applying/programs.md", "applying/story.md", "checklists/application.md", "plan/next-steps.md"),
                "checklists/index.md",
                *("applying/list.md", "getting-in/ranking.md", "plan/calendar.md", *RANKED),
            },
            id="a couple has another list, another story, other points for each region and one more task",
        ),
        pytest.param(
            "targets",
            {"license_states": ("NY",)},
            {
                *("checklists/before.md", "checklists/index.md", "index.md", "plan/next-steps.md"),
                *("applying/list.md", "programs/emory.md"),
            },
            id="a license in New York, no more in Georgia, is one more thing to check and takes points from Emory",
        ),
    ],
)
def test_one_answer_changes_exactly_what_hangs_on_it(
    section: str, answers: dict[str, object], changed: set[str], catalog: Catalog
) -> None:
    profile = load_profile(EXAMPLES[0], catalog, as_of=AS_OF)
    part = getattr(profile, section).model_copy(update=answers)
    before, after = pages(profile, catalog), pages(profile.model_copy(update={section: part}), catalog)

    assert {path for path in after if after[path] != before[path]} == changed


def test_more_booked_rotations_than_fingers_all_have_a_line(catalog: Catalog) -> None:
    profile = load_profile(EXAMPLES[0], catalog, as_of=AS_OF)
    months = [(date(2027 + number // 12, number % 12 + 1, 1)) for number in range(13)]
    booked = tuple(
        Rotation(host="A", field="medicine", status="booked", first=first, last=first + timedelta(days=5))
        for first in months
    )

    told = pages(profile.model_copy(update={"rotations": booked}), catalog)["plan/schedule.md"]

    assert told.count("\n| A |") == len(booked)


@pytest.mark.parametrize("status", ["enrolled", "graduated"])
def test_a_season_whose_dates_nobody_knows_ends_with_its_year(status: str, catalog: Catalog) -> None:
    profile = load_profile(EXAMPLES[0], catalog, as_of=AS_OF)
    school = profile.school.model_copy(update={"status": status})
    season = catalog.seasons[profile.season]
    unknown = {name: replace(one, day=None, certainty="unknown") for name, one in season.milestones.items()}
    seasons = {profile.season: replace(season, milestones=unknown)}

    told = pages(profile.model_copy(update={"school": school}), replace(catalog, seasons=seasons))

    assert [path for path, text in told.items() if "9999" in text] == []


def test_the_key_of_ticks_names_nobody(catalog: Catalog) -> None:
    profile = load_profile(EXAMPLES[0], catalog, as_of=AS_OF)
    key = re.search(r'data-guide="([^"]*)"', pages(profile, catalog)["checklists/before.md"])

    assert key
    assert profile.applicant.name.split()[0].casefold() not in key[1].casefold()
