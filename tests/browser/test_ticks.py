"""Ticks and notes: what is kept, what follows what, what counts, and how it leaves and comes back as a file."""

import json
import shutil
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT

from browser.acting import tabbed_until, violations_here
from browser.devtools import Chromium, Page
from browser.sites import DESKTOP, GRADUATE, SMALL, STUDENT, Shelf, build, written

pytestmark = pytest.mark.browser

BEFORE, EVERYTHING, BY_ROTATION = "checklists/before/", "checklists/", "checklists/by-rotation/"
BOXES = "[...document.querySelectorAll('.checklist input[data-id]')]"
TICKED = f"{BOXES}.filter(box => box.checked).map(box => box.dataset.id)"
COUNTS = "[...document.querySelectorAll('.checklist-bar p')].map(p => p.textContent)"
WHOLE = "document.querySelector('.ticks p').textContent"
HEARD = "document.querySelector('.guide-heard[role=status]').textContent"
SAID = "document.querySelector('.ticks-tools [role=status]').textContent"
NOTES = "[...document.querySelectorAll('.note')].filter(note => note.checkVisibility()).map(note => note.textContent)"
KEPT = "Object.keys(localStorage).filter(key => key.startsWith('guide:')).sort()"
WARNED = "[...document.querySelectorAll('.ticks-refused')].map(p => p.textContent)"
TOOL = "[...document.querySelectorAll('.ticks-tools > button')].find(b => b.textContent === %r).click()"
WRITE = """((id, text) => {
  const item = document.querySelector(`.checklist input[data-id="${id}"]`).closest("li");
  item.querySelector(".note-button").click();
  const field = item.querySelector("textarea");
  field.value = text;
  field.dispatchEvent(new Event("input"));
  item.querySelector(".note-button").click();
})(%s, %s)"""


def write(page: Page, id_: str, text: str) -> None:
    """A note on a task, written as a reader would."""
    page.js(WRITE % (json.dumps(id_), json.dumps(text)))


def tick(page: Page, number: int, start: int = 0) -> list[str]:
    """So many boxes pressed, and the ids of their tasks."""
    return list(page.js(f"{BOXES}.slice({start}, {start + number}).map(box => (box.click(), box.dataset.id))"))


@pytest.fixture
def fresh(page: Page, shelf: Shelf) -> Page:
    """A tab in whose browser nothing of any guide is kept."""
    page.go(shelf.url(STUDENT))
    page.js("localStorage.clear()")
    return page


# --- What is kept -----------------------------------------------------------------------------------


def reworded(folder: Path) -> Path:
    """The project with every task reworded, and with all of them in reverse."""
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "generator").symlink_to(ROOT / "generator")
    tasks = folder / "content" / "data" / "tasks.yml"
    said = yaml.safe_load(tasks.read_text(encoding="utf-8"))
    said["tasks"] = [task | {"action": f"In other words: {task['action']}"} for task in reversed(said["tasks"])]
    written(tasks, said)
    return folder


def test_ticks_and_notes_survive_tasks_that_are_reworded_and_reordered_and_are_kept_apart_for_two_people(
    fresh: Page, shelf: Shelf, tmp_path: Path
) -> None:
    page = fresh
    url = shelf.put(shelf.site(STUDENT).resolve()) + EVERYTHING
    page.go(url)
    ids = tick(page, 2) + tick(page, 2, start=30)
    write(page, ids[0], "Called twice")
    order = page.js(f"{BOXES}.map(box => box.dataset.id)")

    page.go(url)
    assert page.js(TICKED) == ids, "lost by a reload"

    profile = ROOT / "profiles" / f"{STUDENT}.yml"
    shelf.put(build(profile, tmp_path / "again", reworded(tmp_path / "project")))
    page.go(url)
    assert sorted(page.js(TICKED)) == sorted(ids), "lost by a rebuild"
    assert page.js(NOTES) == ["Called twice"]
    assert page.js(f"{BOXES}.map(box => box.dataset.id)") != order, "nothing was reordered"
    assert page.js("document.querySelector('.task-action').textContent").startswith("In other words: ")

    shelf.put(shelf.site(GRADUATE).resolve())
    page.go(url)
    assert (page.js(TICKED), page.js(NOTES)) == ([], []), "another person's"
    other = tick(page, 1)
    page.go(url)
    assert page.js(TICKED) == other

    shelf.put(shelf.site(STUDENT).resolve())
    page.go(url)
    assert page.js(TICKED) == ids, "changed by another person"


def test_the_boxes_of_one_task_follow_each_other_on_a_page_on_others_and_in_other_tabs(
    fresh: Page, browser: Chromium, shelf: Shelf
) -> None:
    other = browser.page()
    other.go(shelf.url(STUDENT) + BY_ROTATION)
    task = other.js(f"{BOXES}[0].dataset.id")
    box = f"{BOXES}.find(box => box.dataset.id === {task!r})"
    fresh.go(shelf.url(STUDENT) + EVERYTHING)
    fresh.js(f"{box}.closest('li').after({box}.closest('li').cloneNode(true))")
    fresh.js(f"{box}.click()")
    write(fresh, task, "Ask for Ms. Ortiz")

    assert other.until(f"{box}.checked") is True
    other.until(f"{NOTES}.includes('Ask for Ms. Ortiz')")
    assert other.js(COUNTS)[0].startswith("1 of ")
    assert other.js(WHOLE).startswith("All your tasks: 1 of ")
    other.close()


def test_two_boxes_of_one_task_on_one_page_are_ticked_together_and_count_once(
    fresh: Page, shelf: Shelf, tmp_path: Path
) -> None:
    site = tmp_path / "twice"
    shutil.copytree(shelf.site(STUDENT).resolve(), site)
    file = site / EVERYTHING / "index.html"
    text = file.read_text(encoding="utf-8")
    start = text.index('<ul class="checklist"')
    first = text[start : text.index("</ul>", start) + len("</ul>")]
    file.write_text(text.replace(first, first + first.replace('data-list="before"', 'data-list="again"'), 1), "utf-8")
    fresh.go(shelf.put(site) + EVERYTHING)
    tick(fresh, 1)

    ticked = fresh.js(TICKED)
    assert len(ticked) == 2
    assert len(set(ticked)) == 1
    assert fresh.js(COUNTS)[0] == fresh.js(COUNTS)[1]
    assert fresh.js(WHOLE).startswith("All your tasks: 1 of ")


# --- What counts ------------------------------------------------------------------------------------


def test_progress_is_told_in_words_for_the_list_and_for_everything(fresh: Page, shelf: Shelf) -> None:
    fresh.go(shelf.url(STUDENT) + EVERYTHING)
    every = len(fresh.js("document.querySelector('.ticks').dataset.tasks").split())
    assert fresh.js(f"new Set({BOXES}.map(box => box.dataset.id)).size") == every

    fresh.go(shelf.url(STUDENT) + BEFORE)
    here = fresh.js(f"{BOXES}.length")
    assert (fresh.js(COUNTS), fresh.js(HEARD)) == ([f"0 of {here} done"], "")
    tick(fresh, 3)

    assert (fresh.js(COUNTS), fresh.js(WHOLE)) == ([f"3 of {here} done"], f"All your tasks: 3 of {every} done")
    assert fresh.js(HEARD) == f"This list: 3 of {here} done. All your tasks: 3 of {every} done."
    assert fresh.js("document.querySelector('.checklist-bar progress').value") == 3


def test_what_the_file_says_is_done_stays_ticked_and_counts(fresh: Page, shelf: Shelf, tmp_path: Path) -> None:
    fresh.go(shelf.url(STUDENT) + BEFORE)
    done = fresh.js(f"{BOXES}.slice(0, 2).map(box => box.dataset.id)")
    said = yaml.safe_load((ROOT / "profiles" / f"{STUDENT}.yml").read_text(encoding="utf-8")) | {"done": done}
    site = build(written(tmp_path / "profile.yml", said), tmp_path / "filed")
    url = shelf.put(site)
    fresh.go(url + BEFORE)
    tick(fresh, 100)
    tick(fresh, 100)

    assert sorted(fresh.js(TICKED)) == sorted(done)
    assert fresh.js(COUNTS)[0].startswith("2 of ")
    assert fresh.js(WHOLE).startswith("All your tasks: 2 of ")
    fresh.go(url + EVERYTHING)
    assert fresh.js(WHOLE).startswith("All your tasks: 2 of ")


NO_ACCESS = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"
REFUSALS = {
    "nothing may be kept": "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
    "no access at all": NO_ACCESS,
}


@pytest.mark.parametrize("script", [pytest.param(script, id=name) for name, script in REFUSALS.items()])
def test_a_browser_that_keeps_nothing_says_so_once_and_ticks_until_the_page_is_left(
    script: str, fresh: Page, shelf: Shelf
) -> None:
    fresh.send("Page.addScriptToEvaluateOnNewDocument", source=script)
    fresh.go(shelf.url(STUDENT) + BEFORE)
    ids = tick(fresh, 3)
    write(fresh, ids[0], "Only for now")

    assert fresh.js(TICKED) == ids
    assert fresh.js(COUNTS)[0].startswith("3 of ")
    assert fresh.js(NOTES) == ["Only for now"]
    (words,) = fresh.js(WARNED)
    assert "gone once you leave this page" in words

    fresh.go(shelf.url(STUDENT) + BEFORE)
    assert fresh.js(TICKED) == []
    assert len(fresh.js(WARNED)) == 1


def test_where_ticks_are_kept_nothing_is_said(fresh: Page, shelf: Shelf) -> None:
    fresh.go(shelf.url(STUDENT) + BEFORE)
    tick(fresh, 1)

    assert fresh.js(WARNED) == []


def test_ticks_and_notes_are_kept_for_pages_on_a_disk(fresh: Page, shelf: Shelf) -> None:
    site = shelf.site(STUDENT).resolve()
    fresh.go((site / BEFORE / "index.html").as_uri())
    fresh.js("localStorage.clear()")
    fresh.go((site / BEFORE / "index.html").as_uri())
    ids = tick(fresh, 2)
    write(fresh, ids[1], "From a disk")

    fresh.go((site / EVERYTHING / "index.html").as_uri())
    assert (fresh.js(TICKED), fresh.js(NOTES)) == (ids, ["From a disk"])


# --- Notes ------------------------------------------------------------------------------------------


def test_the_text_of_a_note_stays_text(fresh: Page, shelf: Shelf) -> None:
    text = '<img src=x onerror="document.title=1"> & <b>two</b>\n  lines {{ 7*7 }} | 李'
    fresh.go(shelf.url(STUDENT) + BEFORE)
    write(fresh, fresh.js(f"{BOXES}[1].dataset.id"), text)
    fresh.go(shelf.url(STUDENT) + BEFORE)

    assert fresh.js(NOTES) == [text]
    assert fresh.js("document.querySelector('.note').children.length") == 0
    assert fresh.js("getComputedStyle(document.querySelector('.note')).whiteSpace").startswith("pre-wrap")


def test_a_note_is_printed_and_an_emptied_one_is_gone(fresh: Page, shelf: Shelf) -> None:
    fresh.go(shelf.url(STUDENT) + BEFORE)
    task = fresh.js(f"{BOXES}[1].dataset.id")
    write(fresh, task, "Room 12")
    fresh.js("document.querySelectorAll('.note-button')[1].click()")
    fresh.look(width=650, media="print")
    assert fresh.js(NOTES) == ["Room 12"]
    assert fresh.js("[...document.querySelectorAll('textarea')].filter(t => t.checkVisibility()).length") == 0

    fresh.look(width=DESKTOP)
    fresh.js("document.querySelectorAll('.note-button')[1].click()")
    write(fresh, task, "  \n ")
    assert (fresh.js(NOTES), fresh.js(KEPT)) == ([], [])


def test_keys_alone_tick_write_a_note_and_come_back(fresh: Page, shelf: Shelf) -> None:
    fresh.send("Emulation.setFocusEmulationEnabled", enabled=True)
    fresh.look(width=DESKTOP, still=True)
    fresh.go(shelf.url(STUDENT) + BEFORE)
    stops = [*tabbed_until(fresh, "print"), *tabbed_until(fresh, "id")]
    fresh.press(" ", 32, " ")
    assert fresh.js("document.activeElement.checked") is True

    stops += tabbed_until(fresh, "note", most=1)
    assert fresh.js("document.activeElement.getAttribute('aria-expanded')") == "false"
    fresh.press("Enter", 13, "\r")
    assert fresh.js("document.activeElement.matches('textarea')") is True
    fresh.send("Input.insertText", text="fsn/ keys of the theme's search are letters here")
    fresh.press("Escape", 27)

    assert fresh.js("document.activeElement.matches('.note-button[aria-expanded=false]')") is True
    assert fresh.js(NOTES) == ["fsn/ keys of the theme's search are letters here"]
    assert [stop["what"] for stop in stops if not (stop["outlined"] and stop["shown"])] == []


def test_each_button_and_field_of_a_note_is_named_after_its_task(fresh: Page, shelf: Shelf) -> None:
    fresh.go(shelf.url(STUDENT) + BEFORE)
    fresh.js("document.querySelectorAll('.note-button')[1].click()")
    action = fresh.js("document.querySelectorAll('.task-action')[1].textContent").strip()

    assert names(fresh, ".note-button")[1] == f"Note {action}"
    assert names(fresh, ".note-editor:not([hidden]) textarea") == [f"Your note {action}"]


def names(page: Page, selector: str) -> list[str]:
    """What a screen reader calls the elements."""
    page.send("DOM.enable")
    page.send("Accessibility.enable")
    root = page.send("DOM.getDocument")["root"]["nodeId"]
    found = page.send("DOM.querySelectorAll", nodeId=root, selector=selector)["nodeIds"]
    trees = [page.send("Accessibility.getPartialAXTree", nodeId=one, fetchRelatives=False) for one in found]
    return [tree["nodes"][0]["name"]["value"] for tree in trees]


# --- A file of them ---------------------------------------------------------------------------------


def saved(page: Page, folder: Path) -> Path:
    """The file that the page saves."""
    folder.mkdir(exist_ok=True)
    page.browser.send("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(folder))
    page.js(TOOL % "Save as a file")
    end = time.monotonic() + 20
    while not list(folder.glob("*.json")):
        assert time.monotonic() < end, "nothing was saved"
        time.sleep(0.05)
    return next(folder.glob("*.json"))


def bring_in(page: Page, file: Path) -> str:
    """What the page says to a file."""
    before = page.js(f"({SAID.removesuffix('.textContent')}).textContent = ''")
    assert before == ""
    found = page.send("Runtime.evaluate", expression="document.querySelector('.ticks-tools input[type=file]')")
    page.send("DOM.setFileInputFiles", files=[str(file)], objectId=found["result"]["objectId"])
    return str(page.until(SAID))


def file_of(folder: Path, **content: Any) -> Path:
    """A file of ticks with this in it."""
    path = folder / "given.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def test_saved_removed_and_brought_in_is_the_same(fresh: Page, shelf: Shelf, tmp_path: Path) -> None:
    fresh.go(shelf.url(STUDENT) + EVERYTHING)
    ids = tick(fresh, 4)
    write(fresh, ids[3], "Two\nlines, <b>李</b>")
    before = fresh.js("JSON.stringify(Object.entries(localStorage).filter(([key]) => key.startsWith('guide:')).sort())")
    file = saved(fresh, tmp_path / "down")
    content = json.loads(file.read_text(encoding="utf-8"))
    assert file.name == "ticks.json"
    assert content == {
        "format": 1,
        "guide": fresh.js("document.querySelector('.ticks').dataset.guide"),
        "ticks": sorted(ids),
        "notes": {ids[3]: "Two\nlines, <b>李</b>"},
    }

    fresh.js(TOOL % "Remove all")
    fresh.js("document.querySelector('dialog button[value=remove]').click()")
    fresh.until(f"{TICKED}.length === 0")
    assert (fresh.js(NOTES), fresh.js(KEPT)) == ([], [])

    said = bring_in(fresh, file)
    assert said == "The file holds 4 ticks and 1 note; 4 ticks and 1 note of them were new here."
    assert fresh.js(TICKED) == ids
    after = fresh.js("JSON.stringify(Object.entries(localStorage).filter(([key]) => key.startsWith('guide:')).sort())")
    assert after == before


def test_what_is_there_is_not_lost_by_bringing_in_a_file_even_twice(fresh: Page, shelf: Shelf, tmp_path: Path) -> None:
    fresh.go(shelf.url(STUDENT) + EVERYTHING)
    guide = fresh.js("document.querySelector('.ticks').dataset.guide")
    ids = fresh.js(f"{BOXES}.slice(0, 4).map(box => box.dataset.id)")
    tick(fresh, 2)
    write(fresh, ids[0], "Mine")
    write(fresh, ids[1], "Both say this")
    theirs = {ids[0]: "Theirs", ids[1]: "Both say this", ids[2]: "Only theirs"}
    file = file_of(tmp_path, format=1, guide=guide, ticks=[ids[1], ids[3], "no-longer-a-task"], notes=theirs)

    said = bring_in(fresh, file)
    assert said == (
        "The file holds 3 ticks and 3 notes; 2 ticks and 2 notes of them were new here. "
        "1 note differed; both texts are kept."
    )
    assert fresh.js(TICKED) == [ids[0], ids[1], ids[3]]
    assert fresh.js(NOTES) == ["Mine\n\nTheirs", "Both say this", "Only theirs"]

    again = bring_in(fresh, file)
    assert again == "The file holds 3 ticks and 3 notes; 0 ticks and 0 notes of them were new here."
    assert fresh.js(NOTES) == ["Mine\n\nTheirs", "Both say this", "Only theirs"]


DAMAGED = {
    "not JSON": ("PK\x03\x04", "This is not a file of ticks."),
    "another JSON": ('{"name": "x"}', "This is not a file of ticks."),
    "a list": ("[1, 2]", "This is not a file of ticks."),
    "another guide": ('{"format": 1, "guide": "abc", "ticks": [], "notes": {}}', "This file belongs to another guide"),
    "another format": ('{"format": 2, "guide": "KEY", "ticks": [], "notes": {}}', "This file is damaged"),
    "ticks of another kind": ('{"format": 1, "guide": "KEY", "ticks": [1], "notes": {}}', "This file is damaged"),
    "an id that is none": ('{"format": 1, "guide": "KEY", "ticks": ["a:note"], "notes": {}}', "This file is damaged"),
    "notes of another kind": ('{"format": 1, "guide": "KEY", "ticks": [], "notes": {"a": 1}}', "This file is damaged"),
    "no notes": ('{"format": 1, "guide": "KEY", "ticks": []}', "This file is damaged"),
}


def test_a_file_that_is_none_of_this_guide_changes_nothing_and_is_told_why(
    fresh: Page, shelf: Shelf, tmp_path: Path
) -> None:
    fresh.go(shelf.url(STUDENT) + EVERYTHING)
    guide = fresh.js("document.querySelector('.ticks').dataset.guide")
    tick(fresh, 1)
    kept = fresh.js(KEPT)
    file = tmp_path / "given.json"
    for name, (text, words) in DAMAGED.items():
        file.write_text(text.replace("KEY", guide), encoding="utf-8")
        said = bring_in(fresh, file)

        assert said.startswith(words), name
        assert said.endswith("Nothing was changed."), name
        assert fresh.js(KEPT) == kept, name


def test_removing_asks_first_by_keyboard_and_takes_only_what_is_this_persons_on_this_site(
    fresh: Page, shelf: Shelf
) -> None:
    fresh.send("Emulation.setFocusEmulationEnabled", enabled=True)
    fresh.go(shelf.url(GRADUATE) + EVERYTHING)
    tick(fresh, 1)
    fresh.go(shelf.url(STUDENT) + EVERYTHING)
    site = fresh.js("new URL('../', document.querySelector('script[src*=guide]').src).pathname")
    others = {f"guide:/elsewhere/{fresh.js(KEPT)[0]}": "1", "theme": "dark", f"guide:{site}someone:task": "1"}
    fresh.js(f"Object.entries({json.dumps(others)}).forEach(([key, value]) => localStorage.setItem(key, value))")
    foreign = fresh.js("Object.keys(localStorage).sort()")
    ids = tick(fresh, 2)

    while tabbed_until(fresh, "tool")[-1]["tool"] != "Remove all":
        pass
    fresh.press("Enter", 13, "\r")
    assert fresh.js("document.querySelector('dialog').matches(':modal')") is True
    assert fresh.js("document.activeElement.textContent") == "Keep them"
    assert "2 ticks and 0 notes" in fresh.js("document.querySelector('dialog p').textContent")
    fresh.press("Escape", 27)
    fresh.until("!document.querySelector('dialog').open")
    assert fresh.js("document.activeElement.textContent") == "Remove all"
    assert fresh.js(TICKED) == ids

    fresh.press("Enter", 13, "\r")
    fresh.tab()
    assert fresh.js("document.activeElement.textContent") == "Remove them"
    fresh.press("Enter", 13, "\r")
    fresh.until(f"{TICKED}.length === 0")
    assert fresh.js("document.activeElement.textContent") == "Remove all"
    assert fresh.js(SAID) == "Your ticks and notes are removed from this browser."
    assert fresh.js("Object.keys(localStorage).sort()") == foreign


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_lists_in_use_have_no_accessibility_violation(dark: bool, fresh: Page, shelf: Shelf, axe: str) -> None:
    fresh.look(width=SMALL, dark=dark, still=True)
    fresh.go(shelf.url(STUDENT) + EVERYTHING)
    ids = tick(fresh, 2)
    write(fresh, ids[0], "A note")
    fresh.js("document.querySelectorAll('.note-button')[2].click()")
    assert violations_here(fresh, axe) == []

    fresh.js(TOOL % "Remove all")
    assert violations_here(fresh, axe) == []
    assert fresh.js("document.documentElement.scrollWidth <= innerWidth") is True
