"""What tests do in a page again and again: press Tab, look for faults, read the clipboard."""

from typing import Any

from browser.devtools import Page

PAPERS = {"A4": (8.27, 11.69), "Letter": (8.5, 11.0)}
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

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
    note: e.matches(".note-button"),
    print: e.matches(".page-tools button"),
    tool: e.matches(".ticks-tools > button") ? e.textContent : "",
    outlined: s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2,
    shown: r.width > 0 && r.right > 0 && r.bottom > 0 && r.top < innerHeight && r.left < innerWidth,
  };
})()"""


LIGHT = "p => { const c = p.match(/[\\d.]+/g).slice(0, 3).map(v => v / 255)"
LIGHT += ".map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);"
LIGHT += " return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2] + 0.05 }"


def allow_clipboard(page: Page) -> None:
    """The test may read what the page copied, as if its window were in front."""
    page.browser.send("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
    page.send("Emulation.setFocusEmulationEnabled", enabled=True)


def tabbed_until(page: Page, wanted: str, most: int = 150) -> list[dict[str, Any]]:
    """Where the Tab key stops, up to the first stop of the kind that is wanted."""
    stops: list[dict[str, Any]] = []
    while len(stops) < most:
        page.tab()
        stops.append(page.js(FOCUSED))
        if stops[-1][wanted]:
            return stops
    raise AssertionError(f"no {wanted} within {most} stops: {stops[-1]}")


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
