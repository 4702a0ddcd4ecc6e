"""What the calendar breaks of the usual year, and the season after this one as the other choice."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalog.known import by_id
from generator.phrases import listed
from generator.plan.world import Milestone
from generator.prose import Prose, fill
from generator.views.common import Sight
from generator.views.plans import in_sentence


@dataclass(frozen=True)
class BrokenView:
    """A piece of the usual year that is not kept."""

    what: Prose
    sources: tuple[str, ...]


@dataclass(frozen=True)
class NextSeasonView:
    """The season after this one; `dates` are empty where its calendar is not known yet."""

    year: int
    dates: tuple[Milestone, ...]


def broken(sight: Sight) -> Iterator[BrokenView]:
    """Each piece that is broken, once, with all the parts that it concerns."""
    concerned: dict[str, list[Prose]] = {}
    for one in sight.plan.advice.broken:
        names = [in_sentence(sight, one.part)] if one.part else []
        concerned.setdefault(one.id, []).extend(names)
    reasons = by_id(sight.catalog.files.schedule.broken)
    for id_, names in concerned.items():
        yield BrokenView(fill(reasons[id_].because, {"parts": listed(names)}), reasons[id_].sources)


def next_season(sight: Sight) -> NextSeasonView:
    """The season after this one, with the dates that are known of it."""
    year = sight.plan.season + 1
    season = sight.catalog.seasons.get(year)
    named = sight.catalog.files.words.names["moment"]
    shown = tuple(season.milestones[name] for name in named) if season else ()
    return NextSeasonView(year, tuple(one for one in shown if _is_ahead(sight, one)))


def _is_ahead(sight: Sight, one: Milestone) -> bool:
    concerns = not any(map(sight.answers.get, one.unless))
    return concerns and one.day is not None and one.day >= sight.plan.as_of
