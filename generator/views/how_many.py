"""The page on the number of rotations."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from generator.catalog.tables import Tested
from generator.plan import Clause, Count, Decision
from generator.prose import Prose
from generator.views.changes import ChangeView, changes, number_and_range, number_of, open_answers, range_of
from generator.views.common import Sight, View
from generator.views.mix import MixView, mix
from generator.views.settled import SettledView, settled

STATES = {True: "yes", False: "no", None: "unknown"}


@dataclass(frozen=True)
class ClauseView:
    """A clause or a reason, and how it stands."""

    name: Prose
    met: bool | None
    state: str
    state_name: Prose
    find_out: Prose | None
    sources: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class HowManyView(View):
    """How many rotations, and why."""

    decision: Annotated[Decision[Count], "The number and its reason."]
    number: Annotated[Prose, "The number of rotations as a phrase."]
    range: Annotated[Prose, "The least and the most as a phrase."]
    clauses: Annotated[tuple[ClauseView, ...], "The test for two."]
    reasons: Annotated[tuple[ClauseView, ...], "What speaks for three or four."]
    changes: Annotated[tuple[ChangeView, ...], "What the reader could do to alter the number."]
    answers: Annotated[tuple[ChangeView, ...], "What answers that are still open would make of the number."]
    mix: Annotated[MixView, "The parts of the plan."]
    settled: Annotated[tuple[SettledView, ...], "Contradictions of the article about the number."]
    bands: Annotated[Prose, "How the score bands are drawn."]
    bands_sources: Annotated[tuple[str, ...], "What the bands rest on."]
    hangs_on: Annotated[tuple[Prose, ...], "Unknown facts that the number hangs on, each after whether."]


def how_many(sight: Sight) -> HowManyView:
    """The page on the number of rotations."""
    decision, table = sight.plan.how_many, sight.catalog.files.how_many
    bands = sight.catalog.files.settings.bands
    return HowManyView(
        **sight.common(),
        decision=decision,
        number=number_of(decision.value),
        range=range_of(decision.value),
        clauses=tuple(_clauses(sight, table.clauses, sight.plan.clauses)),
        reasons=tuple(_clauses(sight, table.reasons, sight.plan.reasons)),
        changes=changes(decision, number_and_range),
        answers=open_answers(decision, number_and_range),
        mix=mix(sight),
        settled=settled(sight, "how-many"),
        bands=bands.because,
        bands_sources=bands.sources,
        hangs_on=sight.whether(decision.unsettled),
    )


def _clauses(sight: Sight, entries: tuple[Tested, ...], judged: tuple[Clause, ...]) -> Iterator[ClauseView]:
    for entry, clause in zip(entries, judged, strict=True):
        state = STATES[clause.met]
        yield ClauseView(
            name=entry.name,
            met=clause.met,
            state=state,
            state_name=sight.catalog.name("clause", state),
            find_out=sight.catalog.words_for(clause.fact).find_out if clause.met is None else None,
            sources=entry.sources,
        )
