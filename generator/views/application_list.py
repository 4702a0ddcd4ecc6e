"""The page with the application list: kinds, fees, signals, divisions, and the ranking of combined programs."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

from generator.catalog.application import Note
from generator.catalog.known import by_id
from generator.catalog.papers import ErasTiers
from generator.conditions import applies
from generator.phrases import between, joined, number
from generator.plan import Change, Decision, ListCount, Listed, ListKind, Signal, Signals
from generator.prose import Prose, fill
from generator.views.common import Sight, View, page_of
from generator.views.costs import dollars
from generator.views.list_parts import (
    ChoicesView,
    DivisionView,
    KindView,
    NamedView,
    PreferenceView,
    SentView,
    SignalsView,
    ThenView,
)
from generator.views.ranked import RankingView, ranking_view

COMBINED = "combined"


@dataclass(frozen=True, kw_only=True)
class ApplicationListView(View):
    """The application list."""

    summary: Annotated[Prose, "How many programs of each kind that has its own fees, in one phrase."]
    total: Annotated[Prose, "ERAS fees of all kinds together."]
    kinds: Annotated[tuple[KindView, ...], "Kinds of program with fees of their own."]
    within: Annotated[tuple[KindView, ...], "Kinds that are counted among the others."]
    known: Annotated[tuple[NamedView, ...], "Hospitals whose medicine or psychiatry program stands on it by name."]
    left_out: Annotated[tuple[NamedView, ...], "Combined programs that are not on it."]
    others: Annotated[tuple[str, ...], "Other specialties that the reader names, in their words."]
    eras: Annotated[ErasTiers, "ERAS fees by tiers."]
    is_open: Annotated[bool, "Whether signals and divisions can still be chosen."]
    choices: Annotated[ChoicesView, "Signals and divisions."]
    notes: Annotated[tuple[Note, ...], "What else to mind."]
    ranking: Annotated[RankingView, "The combined programs, in order."]


def application_list(sight: Sight) -> ApplicationListView:
    """The page with the application list."""
    words, plan, files = _Words(sight), sight.plan.application, sight.catalog.files
    kinds = tuple(map(words.kind, plan.kinds))
    whole = tuple(view for view, kind in zip(kinds, plan.kinds, strict=True) if not kind.within)
    return ApplicationListView(
        **sight.common(),
        summary=Prose(joined(tuple(words.counted(kind) for kind in plan.kinds if not kind.within))),
        total=dollars(plan.fees),
        kinds=whole,
        within=tuple(view for view in kinds if view not in whole),
        known=tuple(map(words.named, by_id(plan.kinds)["known"].programs)),
        left_out=tuple(map(words.named, plan.left_out)),
        others=plan.others,
        eras=files.costs.eras_tiers,
        is_open=plan.open,
        choices=words.choices,
        notes=tuple(one for one in files.application_list.notes if applies(one, sight.answers)),
        ranking=ranking_view(sight, "apply"),
    )


@dataclass(frozen=True)
class _Words:
    """The list in words."""

    sight: Sight

    def counted(self, kind: ListKind) -> Prose:
        """How many programs of a kind, in a phrase."""
        words = by_id(self.sight.catalog.files.application_list.kinds)[kind.id].counted or Prose("{count}")
        return fill(words, {"count": _numbers(kind.count.value)})

    def kind(self, kind: ListKind) -> KindView:
        """A kind of program."""
        count: Decision[ListCount] = kind.count
        return KindView(
            id=kind.id,
            name=kind.name,
            what=kind.what,
            programs=_numbers(count.value),
            fee=dollars(kind.fee) if kind.fee else Prose(""),
            because=count.because,
            sources=count.sources,
            hangs_on=self.sight.whether(count.unsettled),
            changes=tuple(map(_then, count.would_change)),
            named=tuple(map(self.named, kind.programs)),
        )

    def named(self, one: Listed) -> NamedView:
        """A place on the list by name."""
        return NamedView(one.name, self._page(one.host_id), one.because, one.sources)

    @property
    def choices(self) -> ChoicesView:
        """Signals and divisions."""
        plan, files = self.sight.plan.application, self.sight.catalog.files
        shown = (one for one in plan.divisions if one.programs or one.named)
        return ChoicesView(
            signals=tuple(map(self.signals, plan.signals)),
            signaled=tuple(sent.name for one in plan.signals for sent in one.assigned if one.specialty == COMBINED),
            words=files.application_list.signals,
            preference=self.preference,
            divisions=tuple(DivisionView(one.name, one.programs, one.named) for one in shown),
            most=files.divisions.most,
            sources=files.divisions.sources,
        )

    def signals(self, one: Signals) -> SignalsView:
        """The signals of one specialty."""
        tiers = {tier.id: tier.one if one.tiers[1:] else Prose("") for tier in one.tiers}
        return SignalsView(
            name=one.name,
            numbers=Prose(joined([f"{number(tier.number)} {tier.name}" for tier in one.tiers])),
            is_projected=one.certainty == "projected",
            is_unknown=one.certainty == "unknown",
            rule=one.rule,
            find_out=one.find_out,
            sources=one.sources,
            assigned=tuple(self._sent(signal, tiers) for signal in one.assigned),
            left=one.left,
        )

    def _sent(self, signal: Signal, tiers: Mapping[str, Prose]) -> SentView:
        return SentView(tiers[signal.tier], signal.name, self._page(signal.host_id), signal.because, signal.sources)

    @cached_property
    def preference(self) -> PreferenceView:
        """Whether to name divisions, and which."""
        decided, divisions = self.sight.plan.application.preference, self.sight.plan.application.divisions
        names = tuple(one.name for one in divisions if one.named)
        return PreferenceView(names, decided.because, decided.sources, self.sight.whether(decided.unsettled))

    def _page(self, host_id: str) -> str:
        return page_of(host_id) if host_id in self.sight.catalog.program_ids else ""


def _numbers(count: ListCount) -> Prose:
    return between(str(count.low), str(count.high))


def _then(change: Change[ListCount]) -> ThenView:
    return ThenView(change.name, _numbers(change.value), change.how)
