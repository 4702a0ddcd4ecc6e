"""Entries about hosts that can't be right: days still ahead, months of no year, addresses that are none."""

import re
from collections.abc import Iterator

from generator.errors import Problem
from generator.profile import OwnHost
from generator.profile.clashes.said import Said
from generator.reading.document import Path

MONTHS = range(1, 13)
PAGE = re.compile(r"https?://[a-z0-9-]+(\.[a-z0-9-]+)+(:[0-9]+)?([/?#][^\s<>\"'`\\]*)?", re.IGNORECASE)
MAILBOX = re.compile(r"[a-z0-9.+_%-]+@[a-z0-9-]+(\.[a-z0-9-]+)+", re.IGNORECASE)
MOST_WEEKS = 520


def read_ahead(said: Said) -> Iterator[Problem]:
    """A page that was read, or an answer that was heard, on a day to come."""
    for path, entry in _each(said):
        if entry.read_on and entry.read_on > said.as_of:
            what = f"this was read or heard on {entry.read_on}, which is still ahead"
            yield said.wrong((*path, "read_on"), what, "correct the day")


def no_month(said: Said) -> Iterator[Problem]:
    """A month that no year has; a number below zero is reported with all the others."""
    for path, entry in _each(said):
        for place, month in enumerate(entry.months or ()):
            if month not in MONTHS and month >= 0:
                what = f"expected a month from 1 to 12, found {month}"
                yield said.wrong((*path, "months", place), what, "write 7 for July")


def no_page(said: Said) -> Iterator[Problem]:
    """A page whose address a browser would not open."""
    for path, entry in _each(said):
        if entry.page and not PAGE.fullmatch(entry.page):
            what = f"expected an address like https://www.nrmp.org/, found {entry.page!r}"
            yield said.wrong((*path, "page"), what, "copy it from the browser, or put words into where")


def no_mailbox(said: Said) -> Iterator[Problem]:
    """An e-mail address to which nothing could be sent."""
    for path, entry in _each(said):
        if entry.email and not MAILBOX.fullmatch(entry.email):
            what = f"expected an address like visiting@school.edu, found {entry.email!r}"
            yield said.wrong((*path, "email"), what, "write one address, or leave it out")


def notice_of_years(said: Said) -> Iterator[Problem]:
    """A notice of more than ten years."""
    for path, entry in _each(said):
        if entry.lead_weeks and entry.lead_weeks > MOST_WEEKS:
            what = f"expected weeks, found {entry.lead_weeks}"
            yield said.wrong((*path, "lead_weeks"), what, "a year has 52; correct the number")


def _each(said: Said) -> Iterator[tuple[Path, OwnHost]]:
    return ((("hosts", number), entry) for number, entry in enumerate(said.profile.hosts or ()))
