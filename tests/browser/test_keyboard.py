"""Without a mouse: every stop is seen, and everything can be reached and pressed."""

from urllib.parse import parse_qsl, urlsplit

import pytest

from browser.acting import allow_clipboard, tabbed_until
from browser.devtools import Page
from browser.sites import DESKTOP, PHONE, STUDENT, Shelf

pytestmark = pytest.mark.browser


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
