"""Every page in a browser: nothing asked of others, nothing amiss, copying, search, citations, motion."""

import html
import re
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import html5lib
import pytest

from browser.acting import allow_clipboard
from browser.devtools import Page
from browser.sites import DESKTOP, GRADUATE, NAME, NASTY, PHONE, STUDENT, Shelf

pytestmark = pytest.mark.browser


# --- Every page -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [GRADUATE, NASTY])  # the second is a student of the examples with an odd name
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
