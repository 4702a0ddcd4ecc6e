"""What the files on ranking and applying say of others must hold, and every criterion must be one that is judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from generator.catalog.ranking import BY_AMOUNT, JUDGED, RANKINGS, CriterionEntry, RankingEntry
from generator.reading import did_you_mean

if TYPE_CHECKING:
    from generator.catalog import Catalog

Found = Iterator[tuple[str, str, str]]
RANKING = "rules/ranking.yml"
LIST = "rules/application-list.yml"
READINGS = "data/readings.yml"
WHYS = ("interviewed", "rotated", "ahead", "planned", "wanted", "combined")
LEFT_OUT = ("fails", "not-now")
SIGNALS = {
    "combined": ("knows-you", "planned", "wanted", "ranked"),
    "departments": ("says-so", "knows-you", "planned", "wanted"),
}
KINDS = ("combined", "medicine", "psychiatry", "integrated", "known")


def rankings_are_judged(catalog: Catalog) -> Found:
    """Each ranking has the criteria that can be judged, each criterion the levels that a judgment may name."""
    file = catalog.files.ranking
    yield from _same(RANKING, "the ranking", [one.id for one in file.rankings], RANKINGS)
    for ranking in file.rankings:
        wanted = RANKINGS.get(ranking.id, frozenset())
        yield from _same(RANKING, f"{ranking.id}: the criterion", [one.id for one in ranking.criteria], wanted)
        yield from _levels(ranking, most=file.most)
    rows = [row.id for row in catalog.files.verdicts.rows]
    yield from _known(RANKING, "the row of verdicts.yml", file.open_rows, rows)


def _levels(ranking: RankingEntry, *, most: int) -> Found:
    for criterion in ranking.criteria:
        where = f"{ranking.id}, {criterion.id}"
        named = [level.id for level in criterion.levels if not _by_amount(criterion, level.id)]
        yield from _same(RANKING, f"{where}: the level", named, JUDGED.get(criterion.id, frozenset()))
        if max(level.worth for level in criterion.levels) != most:
            yield RANKING, f"the best level of {where} does not have {most} points", "give it that many"


def _by_amount(criterion: CriterionEntry, level: str) -> bool:
    amounts = {one.id for one in criterion.levels if one.upto is not None}
    return criterion.id in BY_AMOUNT and level in amounts


def readings_name_what_exists(catalog: Catalog) -> Found:
    """Programs, specialties and days of the season that readings name."""
    milestones = {name for season in catalog.seasons.values() for name in season.milestones}
    for reading in catalog.files.readings.readings:
        yield from _known(READINGS, "the program", [reading.program], catalog.program_ids)
        asked = [*(one.department for one in reading.filters), *(one.department for one in reading.departments)]
        wanted = [*filter(None, asked), *(reading.letters.specialties if reading.letters else ())]
        yield from _known(READINGS, "the specialty", wanted, catalog.settings.specialty_ids)
        days = [one.milestone for one in reading.filters if one.milestone]
        yield from _known(READINGS, "the milestone", days, milestones)


def list_is_whole(catalog: Catalog) -> Found:
    """The application list has the kinds, the reasons and the last rows that the guide counts with."""
    file = catalog.files.application_list
    yield from _same(LIST, "the kind", [kind.id for kind in file.kinds], KINDS)
    yield from _same(LIST, "the reason", [one.id for one in file.listed], WHYS)
    yield from _same(LIST, "left_out: the reason", [one.id for one in file.left_out], LEFT_OUT)
    for name, wanted in SIGNALS.items():
        yield from _same(LIST, f"signals, {name}: the reason", [one.id for one in getattr(file.signals, name)], wanted)
    lasts = [kind.rows[-1] for kind in file.kinds]
    for last in (*lasts, file.preferences[-1]):
        if last.when or last.when_any or last.unless:
            yield LIST, f"the last row, {last.id}, has conditions", "end with a row that always applies"
    for kind in file.kinds:
        yield from _known(LIST, "the specialty", filter(None, [kind.specialty]), catalog.settings.specialty_ids)
        yield from _known(LIST, "the kind", kind.within, KINDS)


def divisions_hold_every_state(catalog: Catalog) -> Found:
    """Each state of a region lies in one division of that region."""
    divisions = catalog.files.divisions.divisions
    told = [(state, division.region) for division in divisions for state in division.states]
    for state, region in sorted(catalog.settings.regions.items()):
        found = [other for name, other in told if name == state]
        if found != [region]:
            yield "data/divisions.yml", f"{state} is not once in a division of the {region}", "see regions in settings"


def season_signals_have_sources(catalog: Catalog) -> Found:
    """Sources that the signals of a season cite."""
    for season in catalog.seasons.values():
        cited = [source for one in season.signals for source in one.sources]
        yield from _known(f"data/seasons/{season.year}.yml", "the source", cited, catalog.sources)


def _same(where: str, what: str, have: Iterable[str], wanted: Iterable[str]) -> Found:
    have, wanted = list(have), list(wanted)
    for name in wanted:
        if name not in have:
            yield where, f"{what} {name} is missing", "add it"
    yield from _known(where, what, have, wanted)


def _known(where: str, what: str, used: Iterable[str], known: Iterable[str]) -> Found:
    known = tuple(known)
    for name in used:
        if name not in known:
            yield where, f"{what} {name} does not exist", did_you_mean(name, known)


APPLYING_CHECKS = (
    rankings_are_judged,
    readings_name_what_exists,
    list_is_whole,
    divisions_hold_every_state,
    season_signals_have_sources,
)
