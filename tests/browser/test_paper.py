"""Paper: what is printed, what is not, and on how many sheets."""

import io
import re

import pytest
from pypdf import PdfReader

from browser.acting import LIGHT, PAPERS
from browser.devtools import Page
from browser.sites import DESKTOP, NAMES, STUDENT, Shelf
from generator.views.timeline.drawing import PATTERNS

pytestmark = pytest.mark.browser

CHECKLISTS = ("before", "hosts", "first-week", "each-week", "letters", "application")
SHEETS = 2
PLANS = ("", "plan/how-many/", "plan/schedule/", "plan/open-questions/", "letters/plan/", "applying/list/")
SCRIPTS = (
    "getting-in/writing-to-hosts/",
    "getting-in/messages/",
    "on-rotation/first-week/",
    "on-rotation/conduct/",
    "letters/asking/",
    "letters/packet/",
)
LISTS = ("checklists/", "checklists/by-rotation/", "plan/next-steps/", *(f"checklists/{name}/" for name in CHECKLISTS))
BLANKS = {ord(blank): None for blank in " \N{NO-BREAK SPACE}"}
A4_WIDTH = 657  # pixels between the margins of a sheet of A4


def on_paper(page: Page, url: str) -> None:
    """The page as it is laid out for a sheet of A4."""
    page.look(width=A4_WIDTH, media="print")
    page.go(url)
    page.js("dispatchEvent(new Event('beforeprint'))")


def printed(page: Page, paper: str) -> list[list[str]]:
    """The lines of each sheet without its number."""
    width, height = PAPERS[paper]
    reader = PdfReader(io.BytesIO(page.pdf(width, height)))
    lines = [[line.strip() for line in sheet.extract_text().splitlines() if line.strip()] for sheet in reader.pages]
    return [[line for line in some if not re.fullmatch(r"\d+ / \d+", line)] for some in lines]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", NAMES)
def test_each_checklist_prints_on_two_sheets_at_most(name: str, paper: str, page: Page, shelf: Shelf) -> None:
    counted = {}
    for checklist in CHECKLISTS:
        page.go(f"{shelf.url(name)}checklists/{checklist}/")
        counted[checklist] = len(printed(page, paper))

    assert {checklist: number for checklist, number in counted.items() if not 1 <= number <= SHEETS} == {}


@pytest.mark.parametrize(("paper", "ends"), [("A4", (*PLANS, *LISTS)), ("Letter", SCRIPTS)], ids=["A4", "Letter"])
def test_no_heading_is_left_at_the_foot_of_a_sheet(paper: str, ends: tuple[str, ...], page: Page, shelf: Shelf) -> None:
    left = {}
    for end in ends:
        page.go(shelf.url(STUDENT) + end)
        headings = set(page.js("[...document.querySelectorAll('h2, h3')].map(h => h.firstChild.textContent.trim())"))
        left[end] = [sheet[-2:] for sheet in printed(page, paper)[:-1] if headings & set(sheet[-2:])]

    assert {end: feet for end, feet in left.items() if feet} == {}


def test_scripts_are_printed_whole_though_they_fold_on_the_screen(page: Page, shelf: Shelf) -> None:
    for end in SCRIPTS:
        page.go(shelf.url(STUDENT) + end)
        texts = page.js("[...document.querySelectorAll('pre.script')].map(pre => pre.textContent)")
        paper = "".join("".join(sheet) for sheet in printed(page, "A4")).translate(BLANKS)

        assert texts, end
        assert [text for text in texts if "".join(text.split()).translate(BLANKS) not in paper] == [], end


def test_nothing_on_any_page_is_cut_at_the_edge_of_a_sheet(page: Page, shelf: Shelf) -> None:
    cut = {}
    for end in shelf.pages(STUDENT):
        on_paper(page, shelf.url(STUDENT) + end)
        cut[end] = page.js(
            "[...document.querySelectorAll('.md-content :is(table, pre, svg, li, p, .answer)')]"
            ".filter(e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1)"
            ".map(e => e.outerHTML.slice(0, 90))"
        )

    assert {end: wide for end, wide in cut.items() if wide} == {}


ADDRESSES = """(inside => [...document.querySelectorAll('.md-content a[href]')]
  .filter(a => a.checkVisibility() && !a.matches('.cite, .headerlink'))
  .filter(a => (a.origin === location.origin) === inside)
  .map(a => [a.getAttribute('href'), getComputedStyle(a, '::after').content]))(%s)"""


def test_links_that_lead_outside_have_their_addresses_on_paper_and_others_do_not(page: Page, shelf: Shelf) -> None:
    outside, inside = [], []
    for end in ("sources/", "programs/utsw/", "plan/schedule/", "getting-in/messages/"):
        on_paper(page, shelf.url(STUDENT) + end)
        outside += page.js(ADDRESSES % "false")
        inside += page.js(ADDRESSES % "true")

    assert len(outside) > 20
    assert [href for href, shown in outside if href not in shown.replace('" "', "").replace('"', "")] == []
    assert len(inside) > 5
    assert [href for href, shown in inside if shown not in {"none", "normal"}] == []


@pytest.mark.parametrize(
    ("ends", "words"), [(LISTS, "Print this list"), ((*PLANS, *SCRIPTS), "Print this page")], ids=["lists", "pages"]
)
def test_one_button_under_the_title_prints_and_is_not_printed(
    ends: tuple[str, ...], words: str, page: Page, shelf: Shelf
) -> None:
    for end in ends:
        page.look(width=DESKTOP)
        page.go(shelf.url(STUDENT) + end)
        page.js("globalThis.asked = 0; globalThis.print = () => { globalThis.asked += 1 }")
        page.js("document.querySelector('h1 + .page-tools button').click()")
        found = page.js("[...document.querySelectorAll('.page-tools button')].map(button => button.textContent)")

        assert (found, page.js("globalThis.asked")) == ([words], 1), end
        page.look(width=A4_WIDTH, media="print")
        assert page.js("document.querySelector('.page-tools').checkVisibility()") is False


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


BOX = """(ticked => { const box = document.querySelector(`.checklist input${ticked ? ':checked' : ':not(:checked)'}`);
  const tick = getComputedStyle(box, '::before');
  return [tick.visibility, parseFloat(tick.borderBottomWidth) > 0, tick.backgroundImage]; })(%s)"""


def test_a_ticked_box_is_ticked_on_paper_by_lines_and_not_by_a_background(page: Page, shelf: Shelf) -> None:
    page.go(shelf.url(STUDENT) + "checklists/before/")
    page.js("document.querySelectorAll('.checklist input')[1].click()")
    page.look(width=A4_WIDTH, media="print")

    assert page.js(BOX % "true") == ["visible", True, "none"]
    assert page.js(BOX % "false")[0] == "hidden"
    page.js("localStorage.clear()")


LOOKS = f"""(looks => {{
  const svg = document.querySelector('.year svg'), light = {LIGHT};
  const tone = fill => fill === 'none' ? fill : light(fill) > 0.4 ? 'light' : 'dark';
  return looks.map(([lane, look, pattern]) => {{
    const bar = document.createElementNS(svg.namespaceURI, 'rect');
    bar.setAttribute('class', `bar-${{lane}} ${{look}}`);
    if (pattern) bar.setAttribute('fill', `url(#year-${{pattern}})`);
    svg.append(bar);
    const style = getComputedStyle(bar), filled = style.fill.startsWith('url(');
    const hatch = filled ? svg.querySelector(`pattern#year-${{pattern}}`) : null;
    return [
      hatch ? [...hatch.children].map(path => [path.getAttribute('d'), tone(getComputedStyle(path).fill)])
        .concat(hatch.getAttribute('patternTransform')) : tone(style.fill),
      style.strokeDasharray, style.strokeWidth, tone(style.stroke),
    ].join();
  }});
}})(%s)"""


def test_the_looks_of_bars_are_told_apart_in_black_and_white(page: Page, shelf: Shelf) -> None:
    sure = [("rotations", look) for look in ("solid", "striped", "outlined", "dashed", "dotted")]
    late = [(lane, f"{look} late") for lane, look in sure]
    periods = [("periods", look) for look in ("term", "busy", "window")]
    bars = [[lane, look, next((one for one in PATTERNS if one in look), "")] for lane, look in (*sure, *late, *periods)]
    on_paper(page, shelf.url(STUDENT) + "plan/schedule/")
    found = page.js(LOOKS % bars)

    assert len(set(found)) == len(bars) == 13
