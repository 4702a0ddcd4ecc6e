"""The booklet and each checklist as PDF: what is in them, who can read them, and that no name breaks them."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from conftest import AS_OF, ROOT
from factory import make_profile
from hypothesis import given
from hypothesis import strategies as st
from people import LATE_DAYS, PEOPLE, SEASONS_DAYS, random
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject
from test_tracker import EXAMPLES, sight_of

from generator.catalog import Catalog
from generator.downloads.letters import MARK, Legible, legible, texts_of
from generator.downloads.plain import plain
from generator.downloads.press import FONTS, Press, find_press
from generator.downloads.runs import Run, runs
from generator.errors import GuideError
from generator.profile import Profile
from generator.prose import Prose, escaped
from generator.publishing.choosing import chosen_paper
from generator.rendering import Renderer
from generator.site import Output, build_outputs, load_profile, on_paper
from generator.views import Sight
from generator.views.booklet import booklet, sheets
from generator.views.messages import messages

PRINT = ROOT / "content" / "print"
LISTS = ("before", "hosts", "first-week", "each-week", "letters", "application")
FILES = ("downloads/booklet.pdf", *(f"downloads/checklists/{name}.pdf" for name in LISTS))
TO_DO = (
    "due",
    "write_by",
    "apply_by",
    "ask_by",
    "upload_by",
    "first_ask",
    "last_ask",
    "reminder",
    "day",
    "opens",
    "until",
)
ARABIC = "محمد علي"
POINTS = {"letter": (612, 792), "a4": (595, 842)}


def found_press() -> Press:
    """Typst as it is installed for the tests."""
    press = find_press()
    assert press
    return press


PRESS = found_press()


def texts_with(sight: Sight) -> Callable[[Any], str]:
    renderer = Renderer(sight.catalog.content)
    return lambda script: renderer.text(script.template, script.names)


def data_of(sight: Sight) -> dict[str, Any]:
    """What the templates of the booklet get."""
    made: dict[str, Any] = plain(booklet(sight, texts_with(sight)))
    return made


def printed(sight: Sight) -> dict[str, Output]:
    """Every PDF of a person."""
    return {one.path: one for one in on_paper(sight, Renderer(sight.catalog.content), PRESS)}


def reader_of(output: Output) -> PdfReader:
    assert isinstance(output.content, bytes)
    return PdfReader(BytesIO(output.content))


def squeezed(text: str) -> str:
    """The text without blanks and line ends, which paper sets anew."""
    return re.sub(r"\s", "", text)


def text_of(reader: PdfReader) -> str:
    return squeezed("".join(page.extract_text() for page in reader.pages))


def titles(reader: PdfReader) -> list[tuple[str, int]]:
    """Every bookmark with its page, from 1."""

    def flat(entries: list[Any]) -> Iterator[Any]:
        for entry in entries:
            if isinstance(entry, list):
                yield from flat(entry)
            else:
                yield entry

    return [(one.title, (reader.get_destination_page_number(one) or 0) + 1) for one in flat(reader.outline)]


def sight_for(catalog: Catalog, paper: str = "letter", as_of: date = AS_OF, **answers: Any) -> Sight:
    return replace(sight_of(make_profile(**answers), catalog, as_of), paper=paper)


@pytest.fixture(params=EXAMPLES, ids=[path.stem for path in EXAMPLES], scope="module")
def example(request: pytest.FixtureRequest, catalog: Catalog) -> Sight:
    return sight_of(load_profile(request.param, catalog, as_of=AS_OF), catalog)


@pytest.fixture(scope="module")
def made(example: Sight) -> Mapping[str, Output]:
    return printed(example)


# --- prose on paper ---


@pytest.mark.fast
@pytest.mark.parametrize(
    ("prose", "shown"),
    [
        pytest.param("plain", [Run("plain")], id="words"),
        pytest.param("**a** b", [Run("a", bold=True), Run(" b")], id="bold"),
        pytest.param("*a* _b_", [Run("a", italic=True), Run(" "), Run("b", italic=True)], id="italic in both ways"),
        pytest.param("a_b_c 2 * 3", [Run("a_b_c 2 * 3")], id="marks that mean nothing stay"),
        pytest.param("`means: budget`", [Run("means: budget", code=True)], id="code"),
        pytest.param("[N](https://n.org/)", [Run("N", url="https://n.org/")], id="a link outside keeps its address"),
        pytest.param("[N](<https://n.org/>){ .cite }", [Run("N", url="https://n.org/")], id="looks of a link go"),
        pytest.param("[costs](costs.md#sum)", [Run("costs")], id="a link inside is words"),
        pytest.param("**[N](https://n.org/)**", [Run("N", bold=True, url="https://n.org/")], id="a link in bold"),
        pytest.param("R&#38;D &amp; more", [Run("R&D & more")], id="entities"),
        pytest.param('<span class="x">a</span>', [Run("a")], id="tags go"),
    ],
)
def test_prose_becomes_runs(prose: str, shown: list[Run]) -> None:
    assert list(runs(Prose(prose))) == shown


@pytest.mark.fast
@random(200)
@given(st.text("*_`[]()<>&#;{}\\ab \n$@=", max_size=30))
def test_escaped_text_of_the_applicant_comes_out_as_it_was_written(text: str) -> None:
    assert "".join(run.text for run in runs(escaped(text))) == text
    assert all(run == Run(run.text) for run in runs(escaped(text)))


# --- letters that the fonts have, and others ---


@pytest.mark.fast
@pytest.mark.parametrize(
    "name",
    ["Nguyễn Thị Ánh Ộ", "Ελένη Παπαδοπούλου", "Щербакова Ёлка", "Łukasz Žižek Őry İpek Ħal", ARABIC, "x̂ ả̂"],
    ids=["Vietnamese", "Greek", "Cyrillic", "Latin of Europe", "Arabic", "marks of their own"],
)
def test_these_letters_are_shown(name: str) -> None:
    assert PRESS.refused([name]) == frozenset()


@pytest.mark.fast
@pytest.mark.parametrize(
    ("name", "shown"),
    [
        pytest.param("李明 Zhang", "□□ Zhang", id="Chinese"),
        pytest.param("한 Kim", "□ Kim", id="Korean"),
        pytest.param("Ana 😀", "Ana □", id="a picture"),
        pytest.param("👩\u200d⚕\ufe0f", "□□", id="several pictures joined"),
        pytest.param("\ufeffAna", "Ana", id="a mark that PDF/UA bars"),
        pytest.param("\u202eAna", "Ana", id="a mark that turns what follows"),
        pytest.param("Jean-Luc d'Étoile", "Jean-Luc d'Étoile", id="nothing to replace"),
    ],
)
def test_what_cannot_be_shown_becomes_a_square(name: str, shown: str) -> None:
    text = legible([name], PRESS.refused).text(name)

    assert re.sub("[\u200d\ufe0f]", "", text) == shown  # what joins and varies letters has no look of its own
    assert PRESS.refused([text]) == frozenset()


@random(60)
@given(st.lists(st.text(max_size=12), max_size=4))
def test_whatever_text_is_left_can_be_shown(texts: list[str]) -> None:
    found = legible(texts, PRESS.refused)

    assert legible(found.data(texts), PRESS.refused) == Legible(frozenset())


@pytest.mark.parametrize(
    ("name", "notes"),
    [
        pytest.param("Nguyễn Thị Ánh", 0, id="Vietnamese"),
        pytest.param("Ελένη Παπαδοπούλου", 0, id="Greek"),
        pytest.param("Щербакова Ёлка", 0, id="Cyrillic"),
        pytest.param(ARABIC, 0, id="Arabic"),
        pytest.param("李明", 3, id="Chinese"),
        pytest.param('#import "x": * *x* $x$ <b> \\ @ref `c` = // "q"', 0, id="signs that Typst knows"),
    ],
)
def test_no_name_breaks_the_booklet(catalog: Catalog, name: str, notes: int) -> None:
    days = {"first": "2027-03-01", "last": "2027-03-28"}
    booked = {"host": name, "field": "psychiatry", "status": "booked", **days}
    sight = sight_for(catalog, **{"applicant.name": name, "school.name": name, "rotations": [booked]})

    made = printed(sight)

    text, shown = text_of(reader_of(made[FILES[0]])), squeezed(name if not notes else MARK * len(name))
    assert list(made) == list(FILES)
    assert shown in text or (name == ARABIC and set(shown) <= set(text))  # pypdf turns what runs to the left
    assert all(b"pdfuaid:part" in bytes(one.content) for one in made.values())  # type: ignore[arg-type]
    assert sum(len(one.notes) for one in made.values()) == notes


def test_letters_that_are_missing_are_told_on_the_last_page_and_to_whoever_builds(catalog: Catalog) -> None:
    made = printed(sight_for(catalog, **{"applicant.name": "李 Zhang"}))[FILES[0]]

    assert "could not show some letters" in reader_of(made).pages[-1].extract_text()
    assert "applicant: name" in reader_of(made).pages[-1].extract_text()
    assert "U+674E" in reader_of(made).pages[-1].extract_text()
    assert made.notes == (
        'The booklet can\'t show some letters of applicant: name, "李 Zhang" (U+674E); a square stands in their place.',
    )


def test_a_booklet_that_cannot_be_accessible_is_made_all_the_same(tmp_path: Path) -> None:
    template = tmp_path / "a.typ"
    template.write_text('#set document(title: [t])\n#set text(font: "Source Sans 3")\n李', encoding="utf-8")

    assert b"pdfuaid:part" not in PRESS.printed(template, {}, as_of=AS_OF)


# --- for whom it can be read ---


def test_every_file_is_tagged_titled_and_in_english(made: Mapping[str, Output], example: Sight) -> None:
    for path, output in made.items():
        reader = reader_of(output)
        root = reader.root_object
        info, viewer = reader.metadata, root["/ViewerPreferences"]

        assert root["/MarkInfo"]["/Marked"], path  # type: ignore[index]
        assert root["/StructTreeRoot"], path
        assert str(root["/Lang"]).startswith("en"), path
        assert viewer["/DisplayDocTitle"], path  # type: ignore[index]
        assert info
        assert example.facts.profile.applicant.name in str(info.title), path
        assert str(example.plan.season) in str(info.title), path
        assert info.author is None, path
        assert re.search(rb"pdfuaid:part>1<", bytes(output.content)), path  # type: ignore[arg-type]
        assert titles(reader), path


def elements(node: Any) -> Iterator[DictionaryObject]:
    """Every element that a screen reader finds, from the root down."""
    node = node.get_object() if isinstance(node, IndirectObject) else node
    if isinstance(node, list):
        for one in node:
            yield from elements(one)
    elif isinstance(node, DictionaryObject):
        yield node
        yield from elements(node.get("/K", []))


def test_lists_tables_headings_and_the_picture_are_what_they_are(made: Mapping[str, Output], example: Sight) -> None:
    found = list(elements(reader_of(made[FILES[0]]).root_object["/StructTreeRoot"]))

    kinds = {"/H1", "/H2", "/H3", "/L", "/LI", "/Lbl", "/Table", "/TH", "/TOC", "/Link", "/Figure"}
    assert kinds <= {str(one.get("/S")) for one in found}
    assert data_of(example)["timeline"]["description"] in {one.get("/Alt") for one in found}


def test_each_page_bears_its_number_and_each_but_the_first_its_part(made: Mapping[str, Output], example: Sight) -> None:
    name = example.facts.profile.applicant.name
    for path, output in made.items():
        reader = reader_of(output)
        for number, page in enumerate(reader.pages, start=1):
            text = page.extract_text()
            assert f"page {number} of {len(reader.pages)}" in text, path
            assert number == 1 or f"{name}, {example.plan.season} Match" in text, path


def test_no_page_ends_with_a_heading(made: Mapping[str, Output]) -> None:
    for path, output in made.items():
        reader = reader_of(output)
        headings = {squeezed(title) for title, _ in titles(reader)}
        for number, page in enumerate(reader.pages[1:], start=2):
            lines = [line for line in page.extract_text().splitlines() if not line.startswith(("Private.", "page "))]
            assert squeezed(lines[-1]) not in headings, (path, number)


# --- what is in it ---


def test_the_parts_stand_in_their_order_and_the_plan_on_one_page(made: Mapping[str, Output]) -> None:
    pages = dict(reversed(titles(reader_of(made[FILES[0]]))))
    parts = ["Your plan", "Your year", "Checklists", "Messages", "Letter packets", "Dates of the season", "Sources"]

    assert [pages[part] for part in parts] == sorted(pages[part] for part in parts)
    assert (pages["Your plan"], pages["Your year"]) == (2, 3)
    assert pages["Checklists"] == 4


def test_every_message_is_there_with_its_whole_text(made: Mapping[str, Output], example: Sight) -> None:
    reader, fill = reader_of(made[FILES[0]]), texts_with(example)
    pages = [squeezed(page.extract_text()) for page in reader.pages]
    page = messages(example)
    groups = [page.now, page.soon, *(group.messages for group in (*page.later, *page.needed))]
    texts = [fill(script) for group in groups for message in group for script in message.scripts]

    assert len(texts) == page.every
    assert [text for text in texts if not any(squeezed(text) in one for one in pages)] == []


def test_every_task_is_there_and_on_its_own_sheet(made: Mapping[str, Output], example: Sight) -> None:
    whole = text_of(reader_of(made[FILES[0]]))
    for name, sheet in sheets(example).items():
        alone = text_of(reader_of(made[f"downloads/checklists/{name}.pdf"]))
        for item in (item for group in sheet.checklist.groups for item in group.items):
            action = squeezed("".join(run.text for run in runs(item.action)))
            assert action in whole, item.id
            assert action in alone, item.id


def test_every_source_that_is_cited_is_listed_and_no_two_share_a_label(
    example: Sight, made: Mapping[str, Output]
) -> None:
    reader, lines = reader_of(made[FILES[0]]), data_of(example)["sources"]
    start = dict(titles(reader))["Sources"]
    listed = squeezed("".join(page.extract_text() for page in reader.pages[start - 1 :]))
    cited = {id_ for sheet in sheets(example).values() for id_ in sheet.sources}
    labels = [line["label"] for line in lines.values()]

    assert len(labels) == len(set(labels))
    assert [id_ for id_ in cited if squeezed(lines[id_]["label"] + ".") not in listed] == []
    assert [id_ for id_ in cited if squeezed(lines[id_]["url"]) not in listed.replace("\u200b", "")] == []


def test_a_task_that_the_file_calls_done_is_ticked(example: Sight) -> None:
    sheet = plain(sheets(example))["before"]
    done = sum(item["done"] for group in sheet["checklist"]["groups"] for item in group["items"])
    sheet["checklist"]["groups"][0]["items"][0]["done"] = True
    text = text_of(PdfReader(BytesIO(PRESS.printed(PRINT / "checklist.typ", sheet, as_of=AS_OF))))

    assert text.count("☑") == done + 1
    assert squeezed("Done, as your profile says.") in text
    assert text.count("☐") == sum(len(group["items"]) for group in sheet["checklist"]["groups"]) - done - 1


def named(value: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Everything in the data with the name that it stands under, lists one by one."""
    if isinstance(value, list):
        for one in value:
            yield from named(one, name)
    else:
        yield name, value
        for inner, one in value.items() if isinstance(value, dict) else ():
            yield from named(one, inner)


def days_to_do(data: Any) -> Iterator[tuple[str, date]]:
    """Every day that is printed as one to act on."""
    for name, value in named(data):
        if name in TO_DO and isinstance(value, dict):
            yield name, date(**value)


@random(25)
@given(PEOPLE, SEASONS_DAYS | LATE_DAYS)
def test_no_day_to_act_on_is_past(said: dict[str, Any], as_of: date) -> None:
    data = data_of(sight_for(the_catalog(), as_of=as_of, **said))

    assert [(name, day) for name, day in days_to_do(data) if day < as_of] == []


@cache
def the_catalog() -> Catalog:
    from generator.site import load_catalog

    return load_catalog(ROOT / "content", root=ROOT)


@random(12)
@given(PEOPLE, SEASONS_DAYS, st.sampled_from(sorted(POINTS)))
def test_everybody_gets_a_booklet_and_sheets_of_two_pages_at_most(said: dict[str, Any], day: date, paper: str) -> None:
    made = printed(sight_for(the_catalog(), paper, day, **said))

    assert list(made) == list(FILES)
    for path, output in made.items():
        reader = reader_of(output)
        box = reader.pages[0].mediabox
        assert (round(box.width), round(box.height)) == POINTS[paper]
        assert path == FILES[0] or len(reader.pages) <= 2, path
        assert output.notes == ()


@pytest.mark.parametrize("paper", sorted(POINTS))
def test_the_examples_keep_to_two_sheets_a_list_on_either_paper(example: Sight, paper: str) -> None:
    made = printed(replace(example, paper=paper))

    assert {path for path, one in made.items() if path != FILES[0] and len(reader_of(one).pages) > 2} == set()


# --- the same bytes ---

AGAIN = """
import hashlib, sys
from datetime import date
from pathlib import Path
from generator.site import build_outputs, load_catalog, load_profile
root, day = Path(sys.argv[1]), date(2026, 11, 22)
catalog = load_catalog(root / "content", root=root)
profile = load_profile(root / "profiles/example-graduate.yml", catalog, as_of=day)
for one in build_outputs(profile, catalog, as_of=day):
    if one.path.endswith(".pdf"):
        print(one.path, hashlib.sha256(one.content).hexdigest())
"""


def test_the_same_input_gives_the_same_bytes_in_another_process_place_and_zone(
    catalog: Catalog, tmp_path: Path
) -> None:
    profile = load_profile(ROOT / "profiles/example-graduate.yml", catalog, as_of=AS_OF)
    outputs = [one for one in build_outputs(profile, catalog, as_of=AS_OF) if one.path in FILES]
    here = [f"{one.path} {hashlib.sha256(one.content).hexdigest()}" for one in outputs]  # type: ignore[arg-type]
    elsewhere = {**os.environ, "TZ": "Pacific/Auckland", "PYTHONHASHSEED": "7", "HOME": str(tmp_path), "LANG": "C"}
    elsewhere["SOURCE_DATE_EPOCH"] = "1"
    command = [sys.executable, "-c", AGAIN, str(ROOT)]
    there = subprocess.run(command, cwd=tmp_path, env=elsewhere, capture_output=True, text=True, check=True).stdout

    assert len(here) == len(FILES)
    assert there.splitlines() == here


# --- without Typst, and with mistakes ---


@pytest.mark.fast
@pytest.mark.parametrize("package", ["typst", *FONTS])
def test_without_one_of_the_packages_there_is_no_press(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, package, None)  # so Python refuses to import it

    assert find_press() is None


def person(catalog: Catalog) -> Profile:
    return load_profile(ROOT / "profiles/example-two-are-enough.yml", catalog, as_of=AS_OF)


def test_without_a_press_no_page_offers_a_pdf_and_one_says_how_to_get_it(catalog: Catalog) -> None:
    outputs = build_outputs(person(catalog), catalog, as_of=AS_OF, look_for_press=lambda: None)
    pages = {one.path: str(one.content) for one in outputs if one.path.endswith(".md")}

    assert [one.path for one in outputs if one.path.endswith(".pdf")] == []
    assert [path for path, page in pages.items() if re.search(r"downloads/\S*\.pdf", page)] == []
    assert (
        "pip install -c constraints.txt typst fontpkg-source-sans-3 fontpkg-noto-sans-arabic"
        in pages["checklists/print.md"]
    )


def test_with_one_every_checklist_offers_its_own_and_the_page_offers_all(catalog: Catalog) -> None:
    outputs = build_outputs(person(catalog), catalog, as_of=AS_OF)
    pages = {one.path: str(one.content) for one in outputs if one.path.endswith(".md")}

    assert [one.path for one in outputs if one.path.endswith(".pdf")] == list(FILES)
    assert [
        name for name in LISTS if f"](../downloads/checklists/{name}.pdf)" not in pages[f"checklists/{name}.md"]
    ] == []
    assert [path for path in FILES if f"](../{path})" not in pages["checklists/print.md"]] == []


def test_a_site_without_typst_builds_strictly(tmp_path: Path) -> None:
    start = "import sys; sys.modules['typst'] = None; from mkdocs.__main__ import cli; cli()"
    environment = {**os.environ, "GUIDE_PROFILE": str(EXAMPLES[0]), "GUIDE_AS_OF": AS_OF.isoformat()}
    command = [sys.executable, "-c", start, "build", "--strict", "--site-dir", str(tmp_path / "site")]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "site/downloads/booklet.pdf").exists()
    assert "could not be made here" in (tmp_path / "site/checklists/print/index.html").read_text(encoding="utf-8")


def test_a_name_with_missing_letters_passes_a_strict_build_that_says_so(tmp_path: Path) -> None:
    profile = tmp_path / "li.yml"
    text = EXAMPLES[0].read_text(encoding="utf-8")
    profile.write_text(re.sub(r"(?m)^(  name: ).*$", r"\1李明", text, count=1), encoding="utf-8")
    environment = {**os.environ, "GUIDE_PROFILE": str(profile), "GUIDE_AS_OF": AS_OF.isoformat()}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site")]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert 'can\'t show some letters of applicant: name, "李明"' in done.stderr


@pytest.mark.fast
def test_a_mistake_in_a_template_names_its_file_and_line(tmp_path: Path, catalog: Catalog) -> None:
    folder, data = tmp_path / "print", {**data_of(sight_for(catalog)), "unshown": []}
    shutil.copytree(PRINT, folder)
    part = folder / "parts" / "cover.typ"
    part.write_text(part.read_text(encoding="utf-8") + "\n#nothing-of-this-name\n", encoding="utf-8")
    line = len(part.read_text(encoding="utf-8").splitlines())

    with pytest.raises(GuideError, match=rf"content/print/parts/cover\.typ:{line}: .*nothing-of-this-name"):
        PRESS.printed(folder / "booklet.typ", data, as_of=AS_OF)


@pytest.mark.fast
def test_no_text_of_the_applicant_is_ever_runs_in_the_data(catalog: Catalog) -> None:
    name = "*x* `y` [z](https://z.org/) &amp;"
    data = data_of(sight_for(catalog, **{"applicant.name": name}))

    assert data["name"] == name
    assert name in " ".join(texts_of(data["messages"]))


@pytest.mark.fast
def test_a_paper_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(GuideError, match=r"mkdocs\.yml: no paper is called 'a5' \(there are: letter, a4\)"):
        chosen_paper("a5")


def test_the_command_writes_the_booklet_too_and_says_which_letters_are_missing(tmp_path: Path) -> None:
    profile = tmp_path / "li.yml"
    text = EXAMPLES[0].read_text(encoding="utf-8")
    profile.write_text(re.sub(r"(?m)^(  name: ).*$", r"\1李明", text, count=1), encoding="utf-8")
    start = "from generator.cli import main; main()"
    command = [sys.executable, "-c", start, "render", str(profile), "--out", str(tmp_path / "out")]
    command += ["--as-of", AS_OF.isoformat()]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)

    assert 'can\'t show some letters of applicant: name, "李明"' in done.stdout
    assert [path for path in FILES if not (tmp_path / "out" / "docs" / path).is_file()] == []
