"""A site is built beside the old one and takes its place whole, or not at all."""

import glob
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

UNFINISHED = ".unfinished"
PAUSES = (0.05, 0.2, 0.5, 0)


@dataclass(frozen=True)
class Staging:
    """A site in the making: it is built in `folder` and will stand at `site`."""

    site: Path
    folder: Path


def begin(site: Path) -> Staging:
    """An empty folder beside the site, after mending what a crashed build left there."""
    site = site.resolve()
    mend(site)
    folder = site.with_name(f".{site.name}-new-{uuid4().hex[:8]}")
    folder.mkdir(parents=True)
    if site.is_dir():
        shutil.copymode(site, folder)
    (folder / UNFINISHED).touch()
    return Staging(site, folder)


def mend(site: Path) -> None:
    """No half-built site is left, and a good one that a crash left aside stands where it stood."""
    for left in beside(site, "new-*"):
        shutil.rmtree(left, ignore_errors=True)
    aside = set_aside(site)
    if aside.exists() and not site.exists():
        move(aside, site)
    shutil.rmtree(aside, ignore_errors=True)


def finish(staging: Staging) -> None:
    """The new site stands in the old one's place, the old one's hidden files with it.

    Another build that began meanwhile has taken the mark away; then this one has no site to offer.
    """
    (staging.folder / UNFINISHED).unlink()
    carry_hidden(staging.site, staging.folder)
    put_in_place(staging)
    shutil.rmtree(set_aside(staging.site), ignore_errors=True)


def discard(staging: Staging) -> None:
    """Nothing is left of the folder, whether it was swapped in or not."""
    shutil.rmtree(staging.folder, ignore_errors=True)


def put_in_place(staging: Staging) -> None:
    """Both moves are made, or the old site is back where it was."""
    aside = set_aside(staging.site)
    try:
        if staging.site.exists():
            move(staging.site, aside)
        move(staging.folder, staging.site)
    except BaseException:
        if aside.exists() and not staging.site.exists():
            move(aside, staging.site)
        raise


def carry_hidden(old: Path, new: Path) -> None:
    """What begins with a dot (`.gitkeep`, a work tree's `.git`) outlives a build, as it does with MkDocs."""
    for item in sorted(old.glob(".*")):
        target = new / item.name
        if target.exists():
            continue
        if item.is_dir() and not item.is_symlink():
            shutil.copytree(item, target, symlinks=True)
        else:
            shutil.copy2(item, target, follow_symlinks=False)


def move(source: Path, target: Path) -> None:
    """The folder has its new name; where an open file holds it for a moment (Windows), after a few tries."""
    for pause in PAUSES:
        try:
            source.rename(target)
            return
        except PermissionError:
            if not pause:
                raise
            time.sleep(pause)


def set_aside(site: Path) -> Path:
    """Where the old site waits between the two moves."""
    return site.with_name(f".{site.name}-old")


def beside(site: Path, pattern: str) -> Iterator[Path]:
    """The folders that builds of this site made next to it."""
    return site.parent.glob(f".{glob.escape(site.name)}-{pattern}")
