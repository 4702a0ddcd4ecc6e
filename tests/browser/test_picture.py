"""The picture of the year in a browser: read on a phone, in the dark and on paper."""

import pytest

from browser.acting import LIGHT, violations
from browser.devtools import Page
from browser.sites import DESKTOP, GRADUATE, NAMES, SMALL, Shelf

pytestmark = pytest.mark.browser


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
