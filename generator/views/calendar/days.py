"""Days that do not hang on the plan: exams, papers that run out, and the season's own dates."""

from collections.abc import Iterator

from generator.catalog.known import by_id
from generator.downloads.events import Event
from generator.plan import Span
from generator.plan.world import Milestone
from generator.prose import Prose, fill
from generator.views.calendar.making import Maker, Told
from generator.views.schedule import milestones_ahead
from generator.views.timeline import EXAMS


def own_days(make: Maker) -> Iterator[Event]:
    """The days of exams, and those on which papers in hand run out."""
    for name, id_ in EXAMS.items():
        day, called = make.sight.facts.exam(name).date, make.sight.catalog.name("timeline", id_)
        if day:
            yield make.event("exam", id_, Span(day, day), Told(called, {"about": called}))
    documents = by_id(make.sight.catalog.files.documents.documents)
    last = {paper.document: paper.expires for paper in make.sight.facts.profile.documents or () if paper.expires}
    for id_, day in last.items():
        entry = documents[id_]
        yield make.event("paper", id_, Span(day, day), Told(entry.name, {"about": entry.name, "why": entry.why}))


def season(make: Maker) -> Iterator[Event]:
    """The season's dates that are known; one that is worked out says so in its title."""
    for milestone in milestones_ahead(make.sight):
        if milestone.day:
            name = f"{make.sight.plan.season}--{milestone.id}"
            yield make.event("season", name, Span(milestone.day, milestone.day), _milestone(make, milestone))


def _milestone(make: Maker, milestone: Milestone) -> Told:
    short = make.sight.catalog.files.words.names["moment"].get(milestone.id) or make.file.season
    sure = milestone.certainty == "official"
    lines = {"what": milestone.name, "rule": milestone.rule, "sources": "; ".join(_sources(make, milestone))}
    words = {"short": short if sure else _projected(make, short)}
    return Told(milestone.name if sure else _projected(make, milestone.name), lines, words=words, sure=sure)


def _projected(make: Maker, name: Prose) -> Prose:
    return fill(make.file.projected, {"what": name})


def _sources(make: Maker, milestone: Milestone) -> Iterator[str]:
    for id_ in milestone.sources:
        source = make.sight.catalog.sources[id_]
        yield f"{source.title}, {source.url}" if source.url else str(source.title)
