"""How old, how sure and how full the ledger of programs and hosts is on a day, and which questions settle most."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from generator.catalog import Catalog
from generator.catalog.entry import Known
from generator.catalog.hosts import Host
from generator.catalog.program import Contact, Program, Setting, Statement, VisitingRoute
from generator.cli.terminal import entry
from generator.phrases import long_date
from generator.reading import Model

SHOWN = 5
Place: TypeAlias = Program | Host
Dated: TypeAlias = Known | VisitingRoute | Contact | Setting | Statement


@dataclass(frozen=True)
class Tally:
    """One host in numbers; what is old is named, with its year."""

    id: str
    values: int
    undated: int
    single: int
    inferred: int
    unknown: int
    old: tuple[tuple[str, int], ...]

    def __str__(self) -> str:
        """One line; what there is none of is left out."""
        counts = {
            "undated": self.undated,
            "from one source": self.single,
            "worked out": self.inferred,
            "unknown": self.unknown,
        }
        told = [f"{count} {words}" for words, count in counts.items() if count]
        old = ", ".join(f"{name} ({year})" for name, year in self.old)
        return f"{self.id}: {self.values} known, {', '.join(told)}" + (f"; old: {old}" if old else "")


def ledger_report(catalog: Catalog, *, as_of: date) -> list[str]:
    """A line for each host, then the questions most worth sending."""
    before = as_of.year - catalog.settings.old_after_years
    lines = [entry(str(tally(place, before)), indent=0) for place in catalog.places]
    asked = [entry(line, indent=0) for line in _questions(catalog)]
    first = f"Programs and hosts on {long_date(as_of)} (old: of a year before {before}):"
    return [first, *lines, "", "The questions most worth sending:", *asked]


def tally(place: Place, before: int) -> Tally:
    """One host in numbers; a value is old if it speaks of a year before this one."""
    parts = list(_parts(place))
    known = [(name, part) for name, part in parts if _is_known(part)]
    old = [(name, part.as_of) for name, part in known if part.as_of is not None and part.as_of < before]
    return Tally(
        id=place.id,
        values=len(known),
        undated=sum(part.as_of is None for _, part in known),
        single=sum(part.confidence == "single" for _, part in known),
        inferred=sum(part.confidence == "inferred" for _, part in known),
        unknown=sum(_open(part) for _, part in parts),
        old=tuple(dict.fromkeys(old)),
    )


def _parts(value: object, name: str = "") -> Iterator[tuple[str, Dated]]:
    """Every part that bears a date, with the name of the field that holds it."""
    if isinstance(value, Dated):
        yield name, value
    if isinstance(value, Model):
        for field in type(value).model_fields:
            yield from _parts(getattr(value, field), field)
    if isinstance(value, tuple):
        for item in value:
            yield from _parts(item, name)


def _is_known(part: Dated) -> bool:
    if isinstance(part, Known):
        return part.value is not None
    if isinstance(part, Contact):
        return part.approach_faculty is not None
    return not isinstance(part, VisitingRoute) or part.confidence != "inferred"


def _open(part: Dated) -> int:
    """How many things it does not say."""
    if isinstance(part, Known):
        return int(part.value is None)
    if isinstance(part, VisitingRoute):
        return (part.route, part.international_schools, part.us_citizens_abroad).count(None)
    return int(isinstance(part, Contact) and part.approach_faculty is None)


def _questions(catalog: Catalog) -> Iterator[str]:
    """First those to hosts of which nobody knows whom they take, then those that many hosts could answer."""
    for place in catalog.places:
        if all(route.international_schools is None for route in place.visiting):
            yield f"to {place.id}: {place.visiting[0].ask}"
    unknowns = [(place.id, question) for place in catalog.places for question in _unknown(place)]
    shared = Counter(question for _, question in dict.fromkeys(unknowns))
    often = [pair for pair in shared.items() if pair[1] > 1]
    for question, count in sorted(often, key=lambda pair: (-pair[1], pair[0]))[:SHOWN]:
        yield f"to {count} hosts: {question}"


def _unknown(place: Place) -> Iterator[str]:
    for _, part in _parts(place):
        if isinstance(part, Known) and part.unknown is not None:
            yield part.unknown
        if isinstance(part, Contact) and part.approach_faculty is None and part.ask:
            yield part.ask
