"""Sites of the examples, each built once, and the addresses at which a browser finds them."""

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

import yaml
from conftest import AS_OF, ROOT

EXAMPLES = sorted((ROOT / "profiles").glob("example-*.yml"))
NAMES = [path.stem for path in EXAMPLES]
STUDENT, GRADUATE = "example-fourth-year", "example-graduate"
NASTY = "nasty"
NAME = "O'Brien <b>*x*</b> {{ 7*7 }} | 李"
SMALL, PHONE, DESKTOP = 360, 390, 1440


class Quiet(SimpleHTTPRequestHandler):
    """Files, without a line on the terminal for each, and without a browser's remembering them."""

    def end_headers(self) -> None:
        """Sites take turns at one address, and an older file may follow a newer one."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        """Nothing."""


class Shelf:
    """Sites built once for all test processes, each at an address of its own, and one at which sites take turns."""

    def __init__(self, store: Path, served: Path, address: str) -> None:
        self.store, self.served, self.address = store, served, address

    def put(self, site: Path) -> str:
        """The site now stands at the address at which sites take turns."""
        link = self.served / "guide"
        link.unlink(missing_ok=True)
        link.symlink_to(site)
        return f"{self.address}guide/"

    def site(self, name: str) -> Path:
        """The site of this profile, built when it is first asked for."""
        link = self.served / name
        if not link.exists():
            link.symlink_to(self._built(name))
        return link

    def url(self, name: str) -> str:
        """Where the site of this profile always stands."""
        return f"{self.address}{self.site(name).name}/"

    def pages(self, name: str) -> list[str]:
        """Every page of a site, as the end of its address."""
        site = self.site(name).resolve()
        folders = (path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
        return sorted("" if folder == "." else f"{folder}/" for folder in folders)

    def _built(self, name: str) -> Path:
        site = self.store / name
        with alone(self.store / f"{name}.lock"):
            if not site.exists():
                build(profile_of(name, self.store), site)
        return site


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """No other test process is in here at the same time."""
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def profile_of(name: str, folder: Path) -> Path:
    """An example; or the first one under a name that is full of marks."""
    if name != NASTY:
        return ROOT / "profiles" / f"{name}.yml"
    said = yaml.safe_load(EXAMPLES[0].read_text(encoding="utf-8"))
    said["applicant"]["name"] = NAME
    return written(folder / "nasty.yml", said)


def written(path: Path, said: Any) -> Path:
    """The file, with this in it."""
    path.write_text(yaml.safe_dump(said, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def build(profile: Path, site: Path, project: Path = ROOT) -> Path:
    """The site of a profile, by the project as it is or by a changed copy."""
    environment = os.environ | {"GUIDE_PROFILE": str(profile), "GUIDE_AS_OF": AS_OF.isoformat()}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    return site
