"""What in the catalog has aged by a day: information for editors, never a mistake."""

from collections.abc import Iterable, Iterator
from datetime import date

from generator.catalog import Catalog
from generator.catalog.loading import path_of
from generator.catalog.references import parts_of
from generator.cli.ledger import ledger_report
from generator.cli.terminal import entry
from generator.phrases import long_date

NAMED = 8


def content_report(catalog: Catalog, *, as_of: date) -> list[str]:
    """That the content is in order, what in it has aged, and how old and how full the ledger of hosts is."""
    name = catalog.shown_path(catalog.content)
    count = f"{len(catalog.read)} files, {len(catalog.programs)} programs, {len(catalog.scripts)} scripts"
    found = (line for look in (_sources, _seasons, _rows) for line in look(catalog, as_of))
    aged = [entry(line, indent=0) for line in found]
    ledger = ledger_report(catalog, as_of=as_of)
    return [f"{name}/ is in order: {count}.", "", *_headed(aged, long_date(as_of)), "", *ledger]


def _headed(aged: list[str], day: str) -> list[str]:
    return [f"What has aged by {day}:", *aged] if aged else [f"Nothing in it has aged by {day}."]


def _sources(catalog: Catalog, as_of: date) -> Iterator[str]:
    before = as_of.year - catalog.settings.old_after_years
    old = [source for source in catalog.sources.values() if source.as_of is not None and source.as_of < before]
    if old:
        named = _some(f"{source.id} ({source.as_of})" for source in sorted(old, key=lambda one: (one.as_of, one.id)))
        yield f"{len(old)} of {len(catalog.sources)} sources speak of a year before {before}: {named}"


def _seasons(catalog: Catalog, as_of: date) -> Iterator[str]:
    for season in catalog.seasons.values():
        dated = [(one.day, one.id) for one in season.milestones.values() if one.certainty == "projected" and one.day]
        gone = [f"{name} ({day})" for day, name in sorted(dated) if day < as_of]
        if gone:
            yield f"season {season.year}: {len(gone)} projected dates have gone by; write what happened: {_some(gone)}"


def _rows(catalog: Catalog, as_of: date) -> Iterator[str]:
    for field, file in vars(catalog.files).items():
        ended = [part for part in parts_of(file) if (until := getattr(part, "until", None)) and until < as_of]
        if ended:
            named = _some(str(getattr(part, "id", type(part).__name__)) for part in ended)
            yield f"{path_of(field)}: {len(ended)} entries are past their last day: {named}"


def _some(names: Iterable[str]) -> str:
    """The first few names, and how many more there are."""
    listed = list(names)
    more = f" and {len(listed) - NAMED} more" if len(listed) > NAMED else ""
    return ", ".join(listed[:NAMED]) + more
