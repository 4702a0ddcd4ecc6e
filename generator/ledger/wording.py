"""What a person entered about one host, in the editors' words."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from generator.catalog.entries import EntriesFile
from generator.catalog.entry import OWN_ENTRY
from generator.catalog.program import VisitingRoute
from generator.phrases import long_date
from generator.profile import OwnHost
from generator.prose import Prose, fill

HARMLESS = ":/?#@!$&+,;=%~._-"
"""Marks that an address may keep; all others would mean something in Markdown or HTML."""
RULE = ("route", "international_schools", "us_citizens_abroad")
"""The fields that say whom a host takes: with any of them the rule is theirs."""
ABOUT = ("read_on", "where")
"""The fields that say where the others come from."""


@dataclass(frozen=True)
class Wording:
    """One entry with the words for it. What the person wrote stays plain text, which pages escape."""

    entry: OwnHost
    words: EntriesFile
    has_page: bool
    """Whether the host has a field for its page for visitors, so that no note has to name it."""

    @property
    def year(self) -> int | None:
        """The year of which it speaks."""
        return self.entry.read_on.year if self.entry.read_on else None

    @property
    def fields(self) -> frozenset[str]:
        """The fields that they filled in, but for the name of the host and where they have it from."""
        filled = {name for name, value in self.entry if value is not None}
        return frozenset(filled - {"host", *ABOUT})

    @property
    def has_rule(self) -> bool:
        """Whether they say whom it takes."""
        return bool(self.fields & {*RULE})

    @property
    def page(self) -> Prose | None:
        """The address that they noted, harmless anywhere in a page."""
        return Prose(quote(self.entry.page, safe=HARMLESS)) if self.entry.page else None

    def rule(self, before: VisitingRoute) -> Prose:
        """Whom it takes by their entry, with their note and page, and what the guide said."""
        stated = Prose("; ".join(self._stated()))
        if self.entry.read_on:
            first = fill(self.words.dated, {"day": long_date(self.entry.read_on), "stated": stated})
        else:
            first = fill(self.words.undated, {"stated": stated})
        return _joined(first, self.note, self._had(before))

    @property
    def note(self) -> Prose:
        """Where they have it from, as far as they said."""
        note = fill(self.words.note, {"where": self.entry.where}) if self.entry.where else Prose("")
        named = self.page if not self.has_page else None
        page = fill(self.words.page, {"page": named}) if named else Prose("")
        return _joined(note, page)

    def with_note(self, text: Prose | None) -> Prose | None:
        """The guide's words with their note behind them."""
        return _joined(text or Prose(""), self.note) or None

    @property
    def recruiting(self) -> Prose | None:
        """Whether a combined program takes applications, by their entry."""
        said = self.entry.recruiting
        return None if said is None else self.words.recruiting["yes" if said else "no"]

    @property
    def faculty(self) -> Prose | None:
        """Whether visitors may write to faculty, by their entry."""
        said = self.entry.approach_faculty
        return None if said is None else self.words.approach_faculty["yes" if said else "no"]

    def _stated(self) -> Iterator[Prose]:
        schools, citizens = self.entry.international_schools, self.entry.us_citizens_abroad
        if self.entry.route:
            yield self.words.route[self.entry.route]
        if schools is not None:
            yield self.words.international_schools["yes" if schools is True else schools or "no"]
        if citizens:
            yield self.words.us_citizens_abroad[citizens]

    def _had(self, before: VisitingRoute) -> Prose:
        stated = before.confidence != "inferred" and OWN_ENTRY not in before.sources
        return fill(self.words.had, {"rule": before.rule}) if stated else Prose("")


def _joined(*texts: Prose) -> Prose:
    return Prose(" ".join(text for text in texts if text))
