"""Every type of page is looked at by an accessibility checker, and what can be pressed is large enough to be."""

import pytest

from browser.acting import violations
from browser.devtools import Page
from browser.sites import DESKTOP, SMALL, STUDENT, Shelf

pytestmark = pytest.mark.browser

OTHER_PROGRAM = "programs/"
ONE_PROGRAM = "programs/utsw/"


def types(shelf: Shelf) -> list[str]:
    """A page of every type: all, but of the programs, which share one template, only one."""
    pages = shelf.pages(STUDENT)
    return [end for end in pages if end in {OTHER_PROGRAM, ONE_PROGRAM} or not end.startswith(OTHER_PROGRAM)]


@pytest.mark.parametrize(("width", "dark"), [(SMALL, False), (DESKTOP, True)], ids=["small and light", "wide and dark"])
def test_no_accessibility_violation_on_any_type_of_page(
    width: int, dark: bool, page: Page, shelf: Shelf, axe: str
) -> None:
    page.look(width=width, dark=dark, still=True)
    found = {end: violations(page, shelf.url(STUDENT) + end, axe) for end in types(shelf)}

    assert len(found) > 40
    assert {end: wrong for end, wrong in found.items() if wrong} == {}


SMALLER = """[...document.querySelectorAll('.md-content :is(button, input, select, textarea, summary)')]
  .filter(e => e.checkVisibility())
  .map(e => e.matches('input') ? e.closest('label') || e : e)
  .filter(e => { const r = e.getBoundingClientRect(); return r.width < 24 || r.height < 23.5 })
  .map(e => e.outerHTML.slice(0, 90))"""


def test_what_can_be_pressed_is_large_enough_for_a_thumb(page: Page, shelf: Shelf) -> None:
    page.look(width=SMALL, still=True)
    small = {}
    for end in types(shelf):
        page.go(shelf.url(STUDENT) + end)
        page.js("document.querySelectorAll('details').forEach(fold => fold.open = true)")
        small[end] = page.js(SMALLER)

    assert {end: found for end, found in small.items() if found} == {}
