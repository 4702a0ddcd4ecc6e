"""A host that only the person describes."""

import re
import unicodedata
from typing import Any

from generator.catalog import Catalog
from generator.catalog.entries import EntriesFile
from generator.catalog.entry import OWN_ENTRY, Known
from generator.catalog.hosts import Host
from generator.catalog.program import Contact
from generator.ledger.amending import blank_route, laid_over
from generator.ledger.wording import Wording
from generator.profile import OwnHost
from generator.prose import Prose

PREFIX = "own"


def new_host(entry: OwnHost, catalog: Catalog) -> Host:
    """Their host as the guide's own are."""
    blank = _blank(entry, catalog)
    wording = Wording(entry, catalog.files.entries, has_page=True)
    return blank.entered(laid_over(blank, wording, catalog), own={"host", *wording.fields})


def _blank(entry: OwnHost, catalog: Catalog) -> Host:
    """A host of which nothing but the name is known.

    The name is their text and no prose: whatever shows it escapes it. City and state are empty.
    """
    words = catalog.files.entries
    text: dict[str, Any] = {"name": entry.host, "sponsor": entry.host, "city": "", "state": ""}
    return Host.model_construct(
        **text,
        id=_id(entry.host, taken={host.id for host in catalog.hosts}),
        sources=(OWN_ENTRY,),
        names=(),
        region=None,
        page=Known(unknown=words.unknown.page),
        visiting=(blank_route(words, _question(entry, catalog)),),
        contact=_contact(words),
        office=Known(unknown=words.unknown.office),
        email=Known(unknown=words.unknown.email),
        notes=None,
    )


def _id(name: str, *, taken: set[str]) -> str:
    """The name in small letters of the English alphabet, with a number where another host has it already."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    first = "-".join([PREFIX, *(re.findall(r"[a-z0-9]+", plain.lower()) or ["host"])])
    numbered = (first, *(f"{first}-{number}" for number in range(2, len(taken) + 3)))
    return next(id_ for id_ in numbered if id_ not in taken)


def _question(entry: OwnHost, catalog: Catalog) -> Prose:
    """What to ask: whether it takes such students, or what it has for them."""
    takes = entry.international_schools in (True, "some-departments")
    return catalog.files.entries.ask if takes else catalog.files.verdicts.ask


def _contact(words: EntriesFile) -> Contact:
    return Contact(approach_faculty=None, ask=words.contact, as_of=None, confidence="inferred", sources=words.sources)
