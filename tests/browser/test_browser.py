"""The site in a browser: nothing asked of others, ticks, copying, search, paper, keyboard, accessibility."""

import functools
import html
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from urllib.request import url2pathname

import html5lib
import pytest
import yaml
from conftest import AS_OF, ROOT
from devtools import Chromium, Page, find_chromium

pytestmark = pytest.mark.browser

EXAMPLES = sorted((ROOT / "profiles").glob("example-*.yml"))
NAMES = [path.stem for path in EXAMPLES]
STUDENT, GRADUATE = "example-fourth-year", "example-graduate"
NASTY = "nasty"
NAME = "O'Brien <b>*x*</b> {{ 7*7 }} | 李"
PHONE, DESKTOP = 390, 1440
PAPERS = {"A4": (8.27, 11.69), "Letter": (8.5, 11.0)}
CHECKLISTS = ("before", "hosts", "first-week", "each-week", "letters", "application")
SHEETS = 2
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SAMPLE = (
    "",
    "plan/how-many/",
    "plan/schedule/",
    "plan/next-steps/",
    "aways/programs/",
    "programs/",
    "programs/utsw/",
    "getting-in/ranking/",
    "getting-in/writing-to-hosts/",
    "getting-in/messages/",
    "getting-in/documents/",
    "getting-in/costs/",
    "letters/plan/",
    "applying/list/",
    "checklists/before/",
    "faq/",
)


class Quiet(SimpleHTTPRequestHandler):
    """Files, without a line on the terminal for each, and without a browser's remembering them."""

    def end_headers(self) -> None:
        """Sites take turns at one address, and an older file may follow a newer one."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        """Nothing."""


class Shelf:
    """Sites built once, each at an address of its own, and one address at which sites take turns."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder, self.address = folder, address

    def put(self, site: Path) -> str:
        """The site now stands at the address at which sites take turns."""
        link = self.folder / "guide"
        link.unlink(missing_ok=True)
        link.symlink_to(site)
        return f"{self.address}guide/"

    def site(self, name: str) -> Path:
        """The site of this profile."""
        return self.folder / name

    def url(self, name: str) -> str:
        """Where the site of this profile always stands."""
        return f"{self.address}{name}/"

    def pages(self, name: str) -> list[str]:
        """Every page of a site, as the end of its address."""
        site = self.site(name)
        folders = (path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
        return sorted("" if folder == "." else f"{folder}/" for folder in folders)


def build(profile: Path, site: Path) -> Path:
    """The site of a profile."""
    environment = os.environ | {"GUIDE_PROFILE": str(profile), "GUIDE_AS_OF": AS_OF.isoformat()}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    return site


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    executable = find_chromium()
    if not executable:
        pytest.skip("no Chromium found; name one in CHROMIUM or install it")
    with Chromium(executable, tmp_path_factory.mktemp("chromium")) as started:
        yield started


@pytest.fixture
def page(browser: Chromium) -> Iterator[Page]:
    opened = browser.page()
    opened.look(width=DESKTOP)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def shelf(browser: Chromium, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    folder = tmp_path_factory.mktemp("sites")
    said = yaml.safe_load(EXAMPLES[0].read_text(encoding="utf-8"))
    said["applicant"]["name"] = NAME
    nasty = folder / "nasty.yml"
    nasty.write_text(yaml.safe_dump(said, allow_unicode=True), encoding="utf-8")
    for profile in (*EXAMPLES, nasty):
        build(profile, folder / profile.stem)
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Shelf(folder, f"http://127.0.0.1:{server.server_port}/")
        server.shutdown()


# --- Every page -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [STUDENT, GRADUATE, NASTY])
def test_every_page_asks_nobody_else_complains_of_nothing_and_fits_a_phone(name: str, page: Page, shelf: Shelf) -> None:
    page.look(width=PHONE, height=844)
    found = {end: faults(page, shelf, shelf.url(name) + end) for end in shelf.pages(name)}

    assert len(found) > 20
    assert {end: wrong for end, wrong in found.items() if wrong} == {}


def faults(page: Page, shelf: Shelf, url: str) -> list[str]:
    """What is wrong with a page on a phone."""
    page.go(url)
    others = [each for each in page.requests() if not each.startswith((shelf.address, "data:"))]
    headings = page.js("[...document.querySelectorAll('h1')].filter(h => h.checkVisibility()).length")
    wider = page.js("document.documentElement.scrollWidth - innerWidth")
    unreachable = page.js(
        "[...document.querySelectorAll('.md-typeset__scrollwrap')]"
        ".filter(wrap => wrap.scrollWidth > wrap.clientWidth && wrap.tabIndex < 0).length"
    )
    return [
        *(f"asks {each}" for each in others),
        *(f"complains: {each}" for each in page.complaints()),
        *([] if headings == 1 else [f"{headings} main headings"]),
        *([] if wider <= 0 else [f"{wider} pixels too wide"]),
        *([] if not unreachable else [f"{unreachable} tables that no key can scroll"]),
    ]


def test_pages_opened_from_a_disk_have_their_looks_and_scripts(page: Page, shelf: Shelf) -> None:
    """Known limits there: no search, since the theme looks for a file that only its offline plugin makes."""
    site = shelf.site(STUDENT)
    page.go((site / "getting-in" / "writing-to-hosts" / "index.html").as_uri())

    asked = [url2pathname(urlsplit(each).path) for each in page.requests() if each.startswith("file:")]
    assert [path for path in asked if not Path(path).is_file()] in ([], [str(site / "search" / "search_index.js")])
    assert [each for each in page.requests() if not each.startswith(("file:", "data:"))] == []
    assert page.js("getComputedStyle(document.body).getPropertyValue('--g-paper').trim()")
    assert page.js("document.querySelectorAll('.script-box button').length") > 0


# --- Ticks ----------------------------------------------------------------------------------------

BOXES = "[...document.querySelectorAll('.checklist input[data-id]')]"
TICKED = f"{BOXES}.filter(box => box.checked).map(box => box.dataset.id)"


def test_ticks_survive_a_reload_and_a_rebuild_and_are_kept_apart_for_two_people(
    page: Page, shelf: Shelf, tmp_path: Path
) -> None:
    end = "checklists/before/"
    url = shelf.put(shelf.site(STUDENT)) + end
    page.go(url)
    assert page.js(TICKED) == []
    ids = page.js(f"{BOXES}.slice(0, 3).map(box => (box.click(), box.dataset.id))")
    assert page.js("document.querySelector('.checklist-bar p').textContent").startswith("3 of ")

    page.go(url)
    assert page.js(TICKED) == ids, "lost by a reload"

    shelf.put(build(ROOT / "profiles" / f"{STUDENT}.yml", tmp_path / "again"))
    page.go(url)
    assert page.js(TICKED) == ids, "lost by a rebuild"

    shelf.put(shelf.site(GRADUATE))
    page.go(url)
    assert page.js(TICKED) == [], "another person's ticks"
    other = page.js(f"{BOXES}.slice(0, 1).map(box => (box.click(), box.dataset.id))")
    page.go(url)
    assert page.js(TICKED) == other

    shelf.put(shelf.site(STUDENT))
    page.go(url)
    assert page.js(TICKED) == ids, "changed by another person"


# --- Copying --------------------------------------------------------------------------------------

PRESS = "document.querySelectorAll('.script-box button')[%d].click()"
SAID = "document.querySelectorAll('.script-box button')[%d].textContent"


@pytest.mark.parametrize("way", ["clipboard", "selection"])
def test_the_copy_button_copies_each_text_exactly_as_written(way: str, page: Page, shelf: Shelf) -> None:
    allow_clipboard(page)
    end = "getting-in/writing-to-hosts/"
    written = scripts_in(shelf.site(NASTY) / end / "index.html")
    page.go(shelf.url(NASTY) + end)
    page.js("globalThis.board = navigator.clipboard; 0")
    if way == "selection":
        page.js("Object.defineProperty(navigator, 'clipboard', {value: undefined}); 0")

    for number, text in enumerate(written):
        page.js(PRESS % number)
        page.until(f"{SAID % number} === 'Copied'")
        assert page.js("board.readText()").strip().replace("\r\n", "\n") == text

    assert any(NAME in text for text in written)


def allow_clipboard(page: Page) -> None:
    """The test may read what the page copied, as if its window were in front."""
    page.browser.send("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
    page.send("Emulation.setFocusEmulationEnabled", enabled=True)


def scripts_in(path: Path) -> list[str]:
    """The texts to copy, as the file on disk has them, read without a browser."""
    tree = html5lib.parse(path.read_text(encoding="utf-8"), namespaceHTMLElements=False)
    texts = ["".join(pre.itertext()).strip() for pre in tree.iter("pre") if "data-copy" in pre.attrib]

    assert texts
    return texts


# --- Search ---------------------------------------------------------------------------------------


def test_search_finds_a_word_and_leads_to_it(page: Page, shelf: Shelf) -> None:
    page.go(shelf.url(STUDENT))
    page.js("document.querySelector('.md-search__input').focus()")
    page.until("document.querySelector('[data-md-toggle=search]').checked")
    page.send("Input.insertText", text="malpractice")

    link = page.until("document.querySelector('.md-search-result__link')?.href")

    assert link.startswith(shelf.url(STUDENT))
    page.go(link)
    assert "malpractice" in page.js("document.querySelector('.md-content').textContent.toLowerCase()")


# --- Paper ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_each_checklist_prints_on_two_sheets_at_most(name: str, page: Page, shelf: Shelf) -> None:
    counted = {}
    for checklist in CHECKLISTS:
        page.go(f"{shelf.url(name)}checklists/{checklist}/")
        for paper, (width, height) in PAPERS.items():
            counted[f"{checklist} on {paper}"] = sheets(page.pdf(width, height))

    assert {where: number for where, number in counted.items() if not 1 <= number <= SHEETS} == {}


def sheets(pdf: bytes) -> int:
    """How many pages a PDF has; Chromium leaves the page objects unpacked."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_on_paper_there_are_boxes_to_tick_and_nothing_to_press(page: Page, shelf: Shelf) -> None:
    page.look(width=DESKTOP, media="print")
    page.go(shelf.url(STUDENT) + "checklists/before/")

    box = page.js(
        "(({width, height, borderTopWidth, borderTopColor}) => [width, height, borderTopWidth, borderTopColor])"
        "(getComputedStyle(document.querySelector('.checklist input')))"
    )
    assert all(float(length.removesuffix("px")) > 10 for length in box[:2])
    assert float(box[2].removesuffix("px")) >= 1
    assert box[3] == "rgb(0, 0, 0)"
    assert (
        page.js("[...document.querySelectorAll('button, .md-header, nav')].filter(e => e.checkVisibility()).length")
        == 0
    )


# --- Keyboard and motion --------------------------------------------------------------------------

FOCUSED = """(() => {
  const focus = document.activeElement, e = focus.matches(".md-option") ? focus.nextElementSibling : focus;
  const s = getComputedStyle(e), r = e.getBoundingClientRect();
  return {
    what: e.outerHTML.slice(0, 120),
    id: e.dataset.id || "",
    button: e.matches(".script-box button"),
    message: e.matches(".message > summary"),
    mail: e.matches(".script-mail a"),
    search: e.matches(".filters [type=search]"),
    box: e.matches(".filters [type=checkbox]"),
    everything: e.matches(".filters button"),
    outlined: s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2,
    shown: r.width > 0 && r.right > 0 && r.bottom > 0 && r.top < innerHeight && r.left < innerWidth,
  };
})()"""


def test_the_first_tab_offers_to_skip_to_the_content(page: Page, shelf: Shelf) -> None:
    page.send("Emulation.setFocusEmulationEnabled", enabled=True)
    page.go(shelf.url(STUDENT))
    page.tab()

    assert page.js("document.activeElement.matches('.md-skip')")
    page.until("getComputedStyle(document.activeElement).opacity === '1'")
    page.press("Enter", 13, "\r")
    assert page.until("location.hash").startswith("#")


def test_keys_reach_and_tick_a_box_and_every_stop_is_seen(page: Page, shelf: Shelf) -> None:
    page.send("Emulation.setFocusEmulationEnabled", enabled=True)
    page.look(width=DESKTOP, still=True)
    page.go(shelf.url(STUDENT) + "checklists/each-week/")
    stops = tabbed_until(page, "id")

    assert [stop["what"] for stop in stops if not (stop["outlined"] and stop["shown"])] == []
    page.press(" ", 32, " ")
    assert page.js("document.activeElement.checked") is True


def test_keys_reach_and_press_the_copy_button(page: Page, shelf: Shelf) -> None:
    allow_clipboard(page)
    page.go(shelf.url(STUDENT) + "letters/asking/")
    tabbed_until(page, "button")
    page.press("Enter", 13, "\r")

    page.until("document.activeElement.textContent === 'Copied'")


def test_keys_open_a_message_on_a_phone_copy_it_and_reach_its_mail_link(page: Page, shelf: Shelf) -> None:
    allow_clipboard(page)
    page.look(width=PHONE, height=844, still=True)
    page.go(shelf.url(STUDENT) + "getting-in/messages/")
    stops = tabbed_until(page, "message")[-1:]
    page.press("Enter", 13, "\r")
    assert page.js("document.activeElement.parentElement.open") is True

    stops += tabbed_until(page, "button")
    page.press("Enter", 13, "\r")
    page.until("document.activeElement.textContent === 'Copied'")
    copied = page.js("navigator.clipboard.readText()").strip().replace("\r\n", "\n")
    stops += tabbed_until(page, "mail")
    query = dict(parse_qsl(urlsplit(page.js("document.activeElement.href")).query))

    assert f"Subject: {query['subject']}\n\n{query['body']}".replace("\r\n", "\n") == copied
    assert [stop["what"] for stop in stops if not (stop["outlined"] and stop["shown"])] == []
    assert page.js("document.documentElement.scrollWidth <= innerWidth") is True


def tabbed_until(page: Page, wanted: str, most: int = 150) -> list[dict[str, Any]]:
    """Where the Tab key stops, up to the first stop of the kind that is wanted."""
    stops: list[dict[str, Any]] = []
    while len(stops) < most:
        page.tab()
        stops.append(page.js(FOCUSED))
        if stops[-1][wanted]:
            return stops
    raise AssertionError(f"no {wanted} within {most} stops: {stops[-1]}")


def test_nothing_moves_for_readers_who_want_no_motion(page: Page, shelf: Shelf) -> None:
    page.look(width=DESKTOP, still=True)
    page.go(shelf.url(STUDENT))

    moving = page.js(
        "[...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e);"
        "return [s.transitionDuration, s.animationDuration].some(d => d.split(',').some(t => parseFloat(t) > 0)) })"
        ".map(e => e.outerHTML.slice(0, 80))"
    )
    assert moving == []


# --- Citations and tables -------------------------------------------------------------------------


def test_many_citations_in_a_row_fold_open_and_are_all_on_paper(page: Page, shelf: Shelf) -> None:
    page.go(shelf.url(STUDENT) + "aways/programs/")
    shown = "[...document.querySelector('.cites').querySelectorAll('a.cite')].filter(a => a.checkVisibility()).length"
    number = page.js("parseInt(document.querySelector('.cites-more').textContent)")
    assert number > 2
    assert page.js(shown) == 0

    page.js("document.querySelector('.cites-more').click()")
    assert page.js(shown) == number
    assert page.js("document.querySelector('.cites-more').getAttribute('aria-expanded')") == "true"

    page.js("document.querySelector('.cites-more').click()")
    page.look(width=DESKTOP, media="print")
    assert page.js(shown) == number


def test_no_citation_is_lost_by_folding(page: Page, shelf: Shelf) -> None:
    for end in ("aways/programs/", "plan/schedule/"):
        page.go(shelf.url(STUDENT) + end)
        written = (shelf.site(STUDENT) / end / "index.html").read_text(encoding="utf-8")

        cites = [html.unescape(href) for href in re.findall(r'<a class="cite[^"]*" href="([^"]+)"', written)]
        assert page.js("[...document.querySelectorAll('a.cite')].map(a => a.getAttribute('href'))") == cites


# --- The picture of the year ------------------------------------------------------------------------

SMALL = 360
LIGHT = "p => { const c = p.match(/[\\d.]+/g).slice(0, 3).map(v => v / 255)"
LIGHT += ".map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);"
LIGHT += " return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2] + 0.05 }"
YEAR = f"""(() => {{
  const svg = document.querySelector('.year svg'), frame = svg.getBoundingClientRect(), light = {LIGHT};
  const texts = [...svg.querySelectorAll('text')], boxes = texts.map(text => text.getBoundingClientRect());
  const behind = light(getComputedStyle(document.body).backgroundColor);
  const contrast = text => [light(getComputedStyle(text).fill), behind].sort((a, b) => b - a);
  const touch = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;
  return {{
    texts: texts.length,
    wide: [frame.left >= 0, frame.right <= innerWidth, document.documentElement.scrollWidth <= innerWidth],
    small: Math.min(...texts.map(t => parseFloat(getComputedStyle(t).fontSize)))
      * frame.width / svg.viewBox.baseVal.width,
    pale: Math.min(...texts.map(contrast).map(([a, b]) => a / b)),
    outside: texts.filter((_, n) => boxes[n].left < frame.left - 1 || boxes[n].right > frame.right + 1
      || boxes[n].top < frame.top - 1 || boxes[n].bottom > frame.bottom + 1).map(t => t.textContent),
    over: texts.flatMap((t, n) => texts.slice(n + 1).filter((_, m) => touch(boxes[n], boxes[n + 1 + m]))
      .map(o => `${{t.textContent}} / ${{o.textContent}}`)),
  }};
}})()"""


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [SMALL, DESKTOP])
@pytest.mark.parametrize("name", NAMES)
def test_the_picture_of_the_year_can_be_read(name: str, width: int, dark: bool, page: Page, shelf: Shelf) -> None:
    page.look(width=width, dark=dark, still=True)
    page.go(shelf.url(name) + "plan/schedule/")
    found = page.js(YEAR)

    assert found["texts"] > 20
    assert (found["wide"], found["outside"], found["over"]) == ([True, True, True], [], [])
    assert found["small"] >= 11
    assert found["pale"] >= 4.5


@pytest.mark.parametrize("name", NAMES)
def test_the_picture_of_the_year_prints_dark_on_light_within_one_sheet(name: str, page: Page, shelf: Shelf) -> None:
    page.look(width=650, dark=True, media="print")
    page.go(shelf.url(name) + "plan/schedule/")
    found = page.js(YEAR)

    assert (found["wide"], found["outside"], found["over"]) == ([True, True, True], [], [])
    assert page.js(f"({LIGHT})(getComputedStyle(document.querySelector('.year text')).fill)") < 0.2
    assert page.js("document.querySelector('.year').getBoundingClientRect().height") < 950
    assert page.js("getComputedStyle(document.querySelector('.year')).breakInside") == "avoid"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_picture_of_the_year_has_no_accessibility_violation(dark: bool, page: Page, shelf: Shelf, axe: str) -> None:
    page.look(width=SMALL, dark=dark, still=True)

    assert violations(page, shelf.url(GRADUATE) + "plan/schedule/", axe) == []


# --- The table of programs and the map ------------------------------------------------------------

ROWS = "[...document.querySelectorAll('.filterable tbody tr')]"
SHOWN = f"{ROWS}.filter(row => row.checkVisibility()).map(row => row.querySelector('a').textContent)"
COUNT = "document.querySelector('.filters [role=status]').textContent"
CHOICE = """((name, text) => {
  const label = [...document.querySelectorAll('.filters label')].find(each => each.firstChild.data === name);
  label.querySelector('select').value = text;
  document.querySelector('.filters').dispatchEvent(new Event('input'));
})(%r, %r)"""
STATES = """(() => {
  const svg = document.querySelector('.states svg'), frame = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll('text')], links = [...svg.querySelectorAll('a')];
  return {
    squares: svg.querySelectorAll('rect').length,
    wide: [frame.left >= 0, frame.right <= innerWidth, document.documentElement.scrollWidth <= innerWidth],
    small: Math.min(...texts.map(t => parseFloat(getComputedStyle(t).fontSize)))
      * frame.width / svg.viewBox.baseVal.width,
    touch: Math.min(...links.map(link => link.querySelector('rect').getBoundingClientRect().width)),
    lost: links.filter(link => !document.querySelector(link.getAttribute('href'))).length,
    outside: links.flatMap(link => [...link.querySelectorAll('text')].map(text => {
      const square = link.querySelector('rect').getBoundingClientRect(), box = text.getBoundingClientRect();
      return box.left < square.left - 1 || box.right > square.right + 1 ? text.textContent : '';
    })).filter(Boolean),
  };
})()"""


def test_keys_search_choose_tick_and_show_all_programs_again(page: Page, shelf: Shelf) -> None:
    page.send("Emulation.setFocusEmulationEnabled", enabled=True)
    page.look(width=DESKTOP, still=True)
    page.go(shelf.url(STUDENT) + "programs/")
    every = page.js(SHOWN)
    assert (len(every), page.js(COUNT)) == (14, "14 of 14 shown")

    stops = tabbed_until(page, "search")
    page.send("Input.insertText", text="  TULANE")
    assert (page.js(SHOWN), page.js(COUNT)) == (["Tulane"], "1 of 14 shown")

    stops += tabbed_until(page, "everything")
    page.press("Enter", 13, "\r")
    assert (page.js(SHOWN), page.js(COUNT)) == (every, "14 of 14 shown")
    assert page.js("document.querySelector('.filters [type=search]').value") == ""

    page.js("document.querySelector('.filters select').focus()")
    page.press("M", 77, "M")
    assert page.until("document.querySelector('.filters select').value") == "Midwest"
    assert (sorted(page.js(SHOWN)), page.js(COUNT)) == (
        ["Iowa", "Kansas", "Medical College of Wisconsin", "Southern Illinois"],
        "4 of 14 shown",
    )
    tabbed_until(page, "box")
    page.press(" ", 32, " ")
    assert (page.js(SHOWN), page.js(COUNT)) == ([], "0 of 14 shown")
    assert [stop["what"] for stop in stops[-2:] if not (stop["outlined"] and stop["shown"])] == []


def test_filters_narrow_each_other_and_every_control_has_a_name(page: Page, shelf: Shelf) -> None:
    page.go(shelf.url(STUDENT) + "programs/")
    page.js(CHOICE % ("For you", "Partner schools only"))
    assert page.js(SHOWN) == ["Duke", "Southern Illinois"]
    page.js(CHOICE % ("Both fields", "in part"))
    assert (page.js(SHOWN), page.js(COUNT)) == (["Duke"], "1 of 14 shown")

    named = page.js(
        "[...document.querySelectorAll('.filters :is(input, select)')].map(c => c.labels[0].innerText.split('\\n')[0])"
    )
    assert named == ["Search", "Region", "For you", "Both fields", "Only those I want"]


def test_filters_work_from_a_disk_and_nothing_dead_is_there_without_scripts(page: Page, shelf: Shelf) -> None:
    file = shelf.site(STUDENT) / "programs" / "index.html"
    page.go(file.as_uri())
    page.js("document.querySelector('.filters [type=checkbox]').click()")

    assert (page.js(SHOWN), page.js(COUNT)) == (["Emory", "South Carolina (MUSC)", "Tulane"], "3 of 14 shown")
    assert not re.search(r"<(?:select|input[^>]*type=.?(?:search|checkbox)[^>]*)>", filterable_in(file))


def filterable_in(file: Path) -> str:
    """The table with all that stands around it, as the file has it."""
    return file.read_text(encoding="utf-8").partition('class="filterable"')[2].partition("</table>")[0]


@pytest.mark.parametrize("width", [SMALL, DESKTOP])
def test_a_program_that_is_out_is_not_shown_and_is_printed(width: int, page: Page, shelf: Shelf) -> None:
    page.look(width=width, still=True)
    page.go(shelf.url(STUDENT) + "programs/")
    page.js(CHOICE % ("Region", "West"))
    assert page.js(SHOWN) == ["UC Davis"]

    page.look(width=650, media="print")
    assert len(page.js(SHOWN)) == 14
    assert page.js("document.querySelector('.filters').checkVisibility()") is False


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [SMALL, DESKTOP])
@pytest.mark.parametrize("name", [STUDENT, GRADUATE])
def test_the_map_of_states_can_be_read_and_leads_to_the_list(
    name: str, width: int, dark: bool, page: Page, shelf: Shelf
) -> None:
    page.look(width=width, dark=dark, still=True)
    page.go(shelf.url(name) + "programs/")
    found = page.js(STATES)

    assert (found["squares"], found["lost"], found["outside"]) == (51, 0, [])
    assert found["wide"] == [True, True, True]
    assert found["small"] >= 11
    assert found["touch"] >= 24


def test_the_map_prints_within_a_sheet(page: Page, shelf: Shelf) -> None:
    page.look(width=650, dark=True, media="print")
    page.go(shelf.url(STUDENT) + "programs/")

    assert page.js(STATES)["wide"] == [True, True, True]
    assert page.js("document.querySelector('.states').getBoundingClientRect().height") < 600
    assert page.js("getComputedStyle(document.querySelector('.states')).breakInside") == "avoid"
    assert page.js(f"({LIGHT})(getComputedStyle(document.querySelector('.states .strong')).fill)") < 0.2


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_filtered_table_has_no_accessibility_violation(dark: bool, page: Page, shelf: Shelf, axe: str) -> None:
    page.look(width=SMALL, dark=dark, still=True)
    page.go(shelf.url(STUDENT) + "programs/")
    page.js(CHOICE % ("Region", "Midwest"))

    assert violations_here(page, axe) == []


# --- Accessibility --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def axe() -> str:
    """The accessibility checker: a file that AXE names, or the package's."""
    named = os.environ.get("AXE")
    path = Path(named) if named else Path(str(resources.files("axe_core_python"))) / "axe.min.js"
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_no_accessibility_violation(width: int, dark: bool, page: Page, shelf: Shelf, axe: str) -> None:
    page.look(width=width, dark=dark, still=True)
    found = {end: violations(page, shelf.url(STUDENT) + end, axe) for end in SAMPLE}

    assert {end: wrong for end, wrong in found.items() if wrong} == {}


def violations(page: Page, url: str, axe: str) -> list[str]:
    """What the checker finds on a page."""
    page.go(url)
    return violations_here(page, axe)


def violations_here(page: Page, axe: str) -> list[str]:
    """What the checker finds, with everything that folds unfolded."""
    page.js("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    page.js("document.querySelectorAll('.cites-more').forEach(button => button.click())")
    page.js(f"{axe};0")
    found = page.js(
        f"axe.run(document, {{runOnly: {AXE_TAGS}, resultTypes: ['violations']}}).then(done => done.violations.map("
        "each => `${each.id} (${each.impact}): ${each.nodes[0].target} ${each.nodes[0].failureSummary}`))"
    )
    return list(found)
