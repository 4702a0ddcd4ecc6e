"""The table of programs with its filters, and the map."""

import re
from pathlib import Path

import pytest

from browser.acting import LIGHT, tabbed_until, violations_here
from browser.devtools import Page
from browser.sites import DESKTOP, GRADUATE, SMALL, STUDENT, Shelf

pytestmark = pytest.mark.browser


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
