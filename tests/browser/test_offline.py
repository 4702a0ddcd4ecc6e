"""The guide as a folder on a disk: the README's line makes and packs it, and it works wherever it is unpacked."""

import os
import shlex
import shutil
import subprocess
import sys
import zipfile
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

import html5lib
import pytest
from conftest import AS_OF, ROOT

from browser.devtools import Page

pytestmark = pytest.mark.browser

PROFILE = "profiles/example-fourth-year.yml"
COMMAND = next(
    line
    for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    if "OFFLINE=true" in line and "&&" in line
)
FOLDER, ZIP = "away-rotations", "away-rotations.zip"
ELSEWHERE = "Zoë's papers, 李 100% #1"
PHONE, DESKTOP = 360, 1440
SHIM = "assets/iframe-worker.js"
LINKS = {"a": "href", "link": "href", "script": "src", "img": "src", "iframe": "src", "use": "href"}
OTHERS = ("http:", "https:", "mailto:", "data:")
LOADS = ("link", "script", "img", "iframe", "use")
RESULT = ".md-search-result__link"
HEADLINE = "document.querySelector('h1').textContent"


class Quiet(SimpleHTTPRequestHandler):
    """Files, without a line on the terminal for each."""

    def log_message(self, *_: Any) -> None:
        """Nothing."""


def command(dist: Path) -> str:
    """The README's line, with this Python in the place of the reader's and with a folder of the test's own."""
    python = shlex.quote(sys.executable)
    line = COMMAND.partition(" ")[2]
    for said, meant in ((".venv/bin/mkdocs", f"{python} -m mkdocs"), (".venv/bin/python ", f"{python} ")):
        assert line.count(said) == 1, line
        line = line.replace(said, meant)
    assert line.count(f"dist/{FOLDER}") == 3, line
    return line.replace("dist/", f"{shlex.quote(str(dist))}/")


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the command put the folder and the zip file."""
    made = tmp_path_factory.mktemp("dist")
    environment = os.environ | {"GUIDE_PROFILE": PROFILE, "GUIDE_AS_OF": AS_OF.isoformat()}
    done = subprocess.run(
        ["sh", "-c", command(made)], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING -" not in done.stderr
    return made


@pytest.fixture(scope="module")
def folder(dist: Path) -> Path:
    """The guide as it was built."""
    return dist / FOLDER


@pytest.fixture(scope="module")
def unpacked(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The guide as somebody else unpacks it, while the folder that it was built in is gone."""
    place = tmp_path_factory.mktemp("elsewhere") / ELSEWHERE
    with zipfile.ZipFile(dist / ZIP) as packed:
        packed.extractall(place)
    return place / FOLDER


# --- What is in the folder ------------------------------------------------------------------------


def pages_in(folder: Path) -> list[Path]:
    """Every page of the guide."""
    return sorted(folder.rglob("*.html"))


@cache
def parsed(path: Path) -> tuple[tuple[tuple[str, str], ...], frozenset[str]]:
    """What a page links to or loads, each with the name of its element, and every place that a link to it may name."""
    tree = html5lib.parse(path.read_text(encoding="utf-8"), namespaceHTMLElements=False)
    names = [(str(each.tag).rpartition("}")[2], each.attrib) for each in tree.iter() if isinstance(each.tag, str)]
    links = ((name, said[LINKS[name]]) for name, said in names if name in LINKS and LINKS[name] in said)
    return tuple(links), frozenset(said["id"] for _, said in names if "id" in said)


def leads_nowhere(path: Path, link: str) -> bool:
    """There is no such file, or no such place in it."""
    address = urlsplit(link)
    target = (path.parent / unquote(address.path)).resolve() if address.path else path
    if not target.is_file():
        return True
    return bool(address.fragment) and unquote(address.fragment) not in parsed(target)[1]


def test_every_link_of_every_page_leads_to_a_file_and_a_place_that_are_there(folder: Path) -> None:
    links = [(path, link) for path in pages_in(folder) for _, link in parsed(path)[0] if not link.startswith(OTHERS)]

    assert len(links) > 50 * len(pages_in(folder)) > 1000
    assert [f"{path.relative_to(folder)}: {link}" for path, link in links if leads_nowhere(path, link)] == []


def test_no_page_loads_anything_from_elsewhere(folder: Path) -> None:
    loaded = {link for path in pages_in(folder) for name, link in parsed(path)[0] if name in LOADS}

    assert {link for link in loaded if link.startswith(("http", "//", "/"))} == set()
    assert any(link.endswith(SHIM) for link in loaded)


def test_every_download_is_linked_under_its_own_name(folder: Path) -> None:
    linked = {
        (path.parent / link).resolve()
        for path in pages_in(folder)
        for _, link in parsed(path)[0]
        if "downloads/" in link
    }

    assert {each.relative_to(folder).as_posix() for each in linked} == {
        path.relative_to(folder).as_posix() for path in (folder / "downloads").rglob("*") if path.is_file()
    }
    assert folder / "downloads/tracker.xlsx" in linked


def test_there_are_no_pages_that_only_a_server_shows(folder: Path) -> None:
    assert [name for name in ("404.html", "sitemap.xml", "sitemap.xml.gz") if (folder / name).exists()] == []


def test_the_zip_file_holds_the_folder_and_nothing_else(dist: Path, unpacked: Path) -> None:
    built = {
        path.relative_to(dist).as_posix(): path.read_bytes() for path in (dist / FOLDER).rglob("*") if path.is_file()
    }
    there = {
        path.relative_to(unpacked.parent).as_posix(): path.read_bytes()
        for path in unpacked.parent.rglob("*")
        if path.is_file()
    }

    assert there == built
    assert sorted(path.name for path in dist.iterdir()) == [FOLDER, ZIP], "something is left beside them"


# --- Every page -----------------------------------------------------------------------------------


def test_every_page_asks_no_host_misses_no_file_complains_of_nothing_and_fits_a_phone(page: Page, folder: Path) -> None:
    page.look(width=PHONE)

    assert {
        path.relative_to(folder).as_posix(): found for path in pages_in(folder) if (found := faults(page, path))
    } == {}


def faults(page: Page, path: Path) -> list[str]:
    """What is wrong with a page that is opened from the disk."""
    page.go(path.as_uri())
    asked = [urlsplit(each) for each in page.requests() if not each.startswith("data:")]
    wider = page.js("document.documentElement.scrollWidth - innerWidth")
    return [
        *(f"asks {each.geturl()}" for each in asked if each.scheme != "file"),
        *(f"misses {each.path}" for each in asked if not Path(url2pathname(each.path)).is_file()),
        *(f"complains: {each}" for each in page.complaints()),
        *([] if wider <= 0 else [f"{wider} pixels too wide"]),
    ]


# --- Search ---------------------------------------------------------------------------------------


def typed(page: Page, text: str) -> None:
    """Somebody types it on a keyboard."""
    for letter in text:
        page.press(letter, ord(letter.upper()), letter)


def searched(page: Page, words: str) -> list[str]:
    """Where the results lead, after a key has opened the search and the words were typed."""
    page.press("s", 83, "s")
    page.until("document.activeElement.matches('.md-search__input')")
    typed(page, words)
    page.until(f"!!document.querySelector('{RESULT} mark')")
    found: list[str] = page.js(f"[...document.querySelectorAll('{RESULT}')].map(each => each.href)")
    return found


def chosen(page: Page) -> str:
    """Where Enter on the best result leads."""
    before = page.js("location.href")
    page.press("Enter", 13, "\r")
    page.until(f"location.href !== {before!r} && document.readyState === 'complete'")
    where: str = page.js("location.href")
    return where


def path_of(address: str) -> Path:
    """The file that an address names."""
    return Path(url2pathname(urlsplit(address).path))


def test_search_by_keyboard_finds_a_word_and_leads_to_its_heading(page: Page, folder: Path) -> None:
    page.go((folder / "getting-in" / "documents.html").as_uri())

    found = searched(page, "malpractice insurance")
    where = chosen(page)

    assert {path_of(each) for each in found} <= set(pages_in(folder))
    assert path_of(where) == folder / "getting-in" / "writing-to-hosts.html"
    heading = page.js("document.getElementById(location.hash.slice(1)).textContent")
    assert "malpractice insurance" in heading
    top = page.js("document.getElementById(location.hash.slice(1)).getBoundingClientRect().top")
    assert 0 <= top < 200, "the heading is not in sight"
    assert page.js("document.querySelectorAll('article mark').length") > 0
    assert page.complaints() == []


def test_each_result_leads_to_a_place_that_is_there(page: Page, folder: Path) -> None:
    page.go((folder / "index.html").as_uri())

    found = searched(page, "letter")

    assert len(found) > 10
    assert [each for each in found if leads_nowhere(path_of(each), f"#{urlsplit(each).fragment}")] == []


def test_search_that_finds_nothing_says_so_and_goes_on(page: Page, folder: Path) -> None:
    page.go((folder / "index.html").as_uri())
    page.press("s", 83, "s")
    page.until("document.activeElement.matches('.md-search__input')")

    typed(page, "xyzzy")
    page.until("document.querySelector('.md-search-result__meta').textContent.trim() === 'No matching documents'")
    page.js("document.activeElement.select()")
    typed(page, "malpractice")

    assert page.until(f"document.querySelector('{RESULT} mark')?.textContent").lower().startswith("malpractice")


def test_search_works_from_a_page_on_the_top_and_from_one_below(page: Page, folder: Path) -> None:
    for name in ("faq.html", "programs/utsw.html"):
        page.go((folder / name).as_uri())

        assert searched(page, "vslo"), name
        assert page.complaints() == []


def test_the_same_folder_on_a_server_has_the_search_that_browsers_give_there(page: Page, folder: Path) -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/"
        page.go(address + "plan/how-many.html")
        found = searched(page, "malpractice")
        server.shutdown()

    assert {each.startswith(address) for each in found} == {True}
    assert page.js("String(Worker)") == "function Worker() { [native code] }"
    assert page.complaints() == []


# --- What else runs -------------------------------------------------------------------------------

BOXES = "[...document.querySelectorAll('.checklist input[data-id]:not(:disabled)')]"


def test_a_tick_stays_after_a_reload_and_in_the_next_visit(page: Page, folder: Path) -> None:
    start, list_of = (folder / "index.html").as_uri(), (folder / "checklists" / "before.html").as_uri()
    page.go(list_of)
    ticked = page.js(f"{BOXES}.slice(0, 2).map(box => (box.click(), box.dataset.id))")
    page.go(start)
    page.go(list_of)

    assert page.js(f"{BOXES}.filter(box => box.checked).map(box => box.dataset.id)") == ticked
    assert len(ticked) == 2
    assert page.complaints() == []


def test_scripts_are_copied_filters_choose_and_citations_unfold(page: Page, folder: Path) -> None:
    origin = {"permission": {"name": "clipboard-write"}, "setting": "granted"}
    page.browser.send("Browser.setPermission", **origin)
    page.send("Page.bringToFront")
    page.go((folder / "getting-in" / "writing-to-hosts.html").as_uri())
    page.js("document.querySelector('.script-box button').click()")
    page.until("document.querySelector('.script-box [role=status]').textContent === 'Copied'")

    page.go((folder / "programs" / "index.html").as_uri())
    every = page.js("document.querySelectorAll('.filterable tbody tr').length")
    page.js("document.querySelector('.filters input[type=search]').focus()")
    typed(page, "emory")
    assert 0 < page.js("document.querySelectorAll('.filterable tbody tr:not([data-out])').length") < every

    page.go((folder / "plan" / "how-many.html").as_uri())
    page.js("document.querySelector('.cites-more').click()")
    assert page.js("document.querySelector('.cites-more').getAttribute('aria-expanded')") == "true"


def test_a_page_prints(page: Page, folder: Path) -> None:
    page.go((folder / "checklists" / "before.html").as_uri())

    assert page.pdf(8.27, 11.69).startswith(b"%PDF")


def test_downloads_come_with_the_right_name_and_bytes(page: Page, folder: Path, tmp_path: Path) -> None:
    page.browser.send("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path), eventsEnabled=True)
    page.go((folder / "checklists" / "tracker.html").as_uri())
    page.js("document.querySelector('a[href$=\".xlsx\"]').click()")
    page.browser.wait_for(
        lambda event: event.get("params", {}).get("state") == "completed", "download the workbook within the time"
    )

    assert [path.name for path in tmp_path.iterdir()] == ["tracker.xlsx"]
    assert (tmp_path / "tracker.xlsx").read_bytes() == (folder / "downloads" / "tracker.xlsx").read_bytes()


def test_the_plain_messages_open_as_text(page: Page, folder: Path) -> None:
    page.go((folder / "downloads" / "messages.txt").as_uri())

    assert "Subject: " in page.js("document.body.textContent")


# --- Unpacked elsewhere ---------------------------------------------------------------------------


def test_unpacked_under_an_odd_name_it_works_without_the_folder_that_it_came_from(
    page: Page, dist: Path, unpacked: Path
) -> None:
    away = dist / "moved"
    shutil.move(dist / FOLDER, away)
    try:
        assert {str(path): found for path in pages_in(unpacked)[::6] if (found := faults(page, path))} == {}
        page.look(width=PHONE)
        page.go((unpacked / "checklists" / "before.html").as_uri())
        page.js(f"{BOXES}[0].click()")
        page.go((unpacked / "index.html").as_uri())
        searched(page, "malpractice insurance")
        assert path_of(chosen(page)) == unpacked / "getting-in" / "writing-to-hosts.html"
        page.go((unpacked / "checklists" / "before.html").as_uri())
        assert page.js(f"{BOXES}.map(box => box.checked)")[:2] == [True, False]
    finally:
        shutil.move(away, dist / FOLDER)
