"""A small client of Chromium's DevTools protocol over a pipe: no port, no driver, no package."""

import base64
import json
import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Self

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--remote-debugging-pipe",
)
# Chromium reads commands from its file 3 and writes answers to its file 4.
LAUNCH = (
    "import os, sys; r, w = map(int, sys.argv[1:3]); os.dup2(r, 3); os.dup2(w, 4); os.execv(sys.argv[3], sys.argv[3:])"
)
PATIENCE = 30.0


class DevToolsError(AssertionError):
    """Chromium refused a command, threw in a script, or did not answer."""


def find_chromium() -> str | None:
    """Where a Chromium is: what CHROMIUM names, or the first on the path."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


class Chromium:
    """A browser of its own with an empty profile; use it in a `with`."""

    def __init__(self, executable: str, profile: Path) -> None:
        """The browser starts at once."""
        theirs_in, self._out = (high(end) for end in os.pipe())
        self._in, theirs_out = (high(end) for end in os.pipe())
        command = [executable, *FLAGS, f"--user-data-dir={profile}", "about:blank"]
        self._process = subprocess.Popen(
            [sys.executable, "-c", LAUNCH, str(theirs_in), str(theirs_out), *command],
            pass_fds=(theirs_in, theirs_out),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self._number = 0
        self._rest = b""
        self.events: list[dict[str, Any]] = []

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """The browser ends, gently where it can."""
        try:
            self.send("Browser.close")
            self._process.wait(5)
        except (DevToolsError, OSError, subprocess.TimeoutExpired):
            self._process.kill()
            self._process.wait()
        os.close(self._in)
        os.close(self._out)

    def send(self, method: str, session: str = "", **parameters: Any) -> dict[str, Any]:
        """One command and its answer; what happens meanwhile is kept in `events`."""
        self._number += 1
        asked = {"id": self._number, "method": method, "params": parameters} | (
            {"sessionId": session} if session else {}
        )
        os.write(self._out, json.dumps(asked).encode() + b"\0")
        until = time.monotonic() + PATIENCE
        while True:
            message = self._next(until, method)
            if message.get("id") != asked["id"]:
                self.events.append(message)
            elif "error" in message:
                raise DevToolsError(f"{method}: {message['error']}")
            else:
                return dict(message["result"])

    def wait_for(self, wanted: Callable[[dict[str, Any]], bool], what: str) -> dict[str, Any]:
        """The first event, past or to come, that is wanted."""
        until = time.monotonic() + PATIENCE
        seen = 0
        while True:
            for event in self.events[seen:]:
                if wanted(event):
                    return event
            seen = len(self.events)
            self.events.append(self._next(until, what))

    def page(self) -> "Page":
        """A new tab."""
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        return Page(self, target, session)

    def _next(self, until: float, what: str) -> dict[str, Any]:
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._in], [], [], max(0.0, until - time.monotonic()))
            got = os.read(self._in, 1 << 20) if ready else b""
            if not got:
                raise DevToolsError(f"Chromium did not answer: {what}")
            self._rest += got
        message, self._rest = self._rest.split(b"\0", 1)
        return dict(json.loads(message))


class Page:
    """One tab: go somewhere, press, read, print; what it asked for and complained about is kept."""

    def __init__(self, browser: Chromium, target: str, session: str) -> None:
        """Everything that the page reports is switched on before it goes anywhere."""
        self.browser, self.target, self.session = browser, target, session
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.send(f"{domain}.enable")

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """A command to this tab."""
        return self.browser.send(method, self.session, **parameters)

    def go(self, url: str) -> None:
        """The page is there and has loaded; what was reported of earlier pages is forgotten."""
        self.browser.events.clear()
        answer = self.send("Page.navigate", url=url)
        if "errorText" in answer:
            raise DevToolsError(f"{url}: {answer['errorText']}")
        self.browser.wait_for(lambda event: self._is(event, "Page.loadEventFired"), f"load {url}")

    def js(self, expression: str) -> Any:
        """The value of an expression in the page, once any promise in it is kept."""
        answer = self.send(
            "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True, userGesture=True
        )
        if "exceptionDetails" in answer:
            raise DevToolsError(f"{expression}: {answer['exceptionDetails'].get('exception', answer)}")
        return answer["result"].get("value")

    def until(self, expression: str) -> Any:
        """The expression's value, once it is one that counts as true."""
        end = time.monotonic() + PATIENCE
        while not (value := self.js(expression)):
            if time.monotonic() > end:
                raise DevToolsError(f"never came true: {expression}")
            time.sleep(0.05)
        return value

    def press(self, key: str, code: int, text: str = "") -> None:
        """One key, down and up, as from a keyboard."""
        common = {"key": key, "code": key, "windowsVirtualKeyCode": code}
        self.send("Input.dispatchKeyEvent", type="keyDown", **common, **({"text": text} if text else {}))
        self.send("Input.dispatchKeyEvent", type="keyUp", **common)

    def tab(self) -> None:
        """The Tab key."""
        self.press("Tab", 9)

    def look(self, *, width: int, height: int = 900, dark: bool = False, media: str = "", still: bool = False) -> None:
        """The window and what the reader prefers."""
        phone = width < 600
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=phone)
        wishes = {
            "prefers-color-scheme": "dark" if dark else "light",
            "prefers-reduced-motion": "reduce" if still else "no-preference",
        }
        self.send("Emulation.setEmulatedMedia", media=media, features=as_features(wishes))

    def pdf(self, width: float, height: float) -> bytes:
        """The page on paper of this size in inches, with the margins that its own style sheet asks for."""
        answer = self.send(
            "Page.printToPDF", paperWidth=width, paperHeight=height, preferCSSPageSize=False, printBackground=True
        )
        return base64.b64decode(answer["data"])

    def picture(self, *, whole: bool = True) -> bytes:
        """A screenshot of the whole page, or of the window."""
        answer = self.send("Page.captureScreenshot", captureBeyondViewport=whole)
        return base64.b64decode(answer["data"])

    def requests(self) -> list[str]:
        """Every address that this page asked for since it was opened."""
        asked = [event for event in self.browser.events if self._is(event, "Network.requestWillBeSent")]
        return [event["params"]["request"]["url"] for event in asked]

    def complaints(self) -> list[str]:
        """Errors thrown, errors and warnings on the console, files that did not load."""
        return [
            complaint
            for event in self.browser.events
            if event.get("sessionId") == self.session and (complaint := complaint_in(event))
        ]

    def close(self) -> None:
        """The tab is gone."""
        self.browser.send("Target.closeTarget", targetId=self.target)

    def _is(self, event: Mapping[str, Any], method: str) -> bool:
        return event.get("sessionId") == self.session and event.get("method") == method


def complaint_in(event: Mapping[str, Any]) -> str:
    """What went wrong according to this event, or nothing."""
    method, about = event.get("method"), event.get("params", {})
    if method == "Runtime.exceptionThrown":
        return str(about["exceptionDetails"])
    if method == "Runtime.consoleAPICalled" and about["type"] in {"error", "warning", "assert"}:
        return " ".join(str(each.get("value", each.get("description", ""))) for each in about["args"])
    if method == "Log.entryAdded" and about["entry"]["level"] in {"error", "warning"}:
        return f"{about['entry']['text']} {about['entry'].get('url', '')}"
    return ""


def as_features(wishes: Mapping[str, str]) -> list[dict[str, str]]:
    """Media features as the protocol wants them."""
    return [{"name": name, "value": value} for name, value in wishes.items()]


def high(end: int) -> int:
    """The same end of a pipe under a number that no standard stream has."""
    import fcntl

    moved = fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10)
    os.close(end)
    return moved
