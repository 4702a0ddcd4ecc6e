"""The page on who will have this person: every host with its verdict, rule and question."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated

from generator.catalog.entry import OWN_ENTRY, Known
from generator.catalog.hosts import Host
from generator.catalog.program import Program
from generator.plan import HostVerdict
from generator.prose import Prose
from generator.views.common import Sight, View, page_of


@dataclass(frozen=True)
class HostView:
    """A host, how it stands for this person, and what it states; `program_page` is empty where it has no program."""

    id: str
    name: str
    verdict: str
    verdict_name: Prose
    tag: Prose
    because: Prose
    reasons: tuple[str, ...]
    hangs_on: tuple[Prose, ...]
    rule: Prose
    sources: tuple[str, ...]
    age: int | None
    is_undated: bool
    ask: str
    contact_rule: Prose
    contact_sources: tuple[str, ...]
    is_own: bool
    page: Known | None
    program_page: Prose


@dataclass(frozen=True)
class HostGroup:
    """Hosts that stand alike; `ask` is the question where it is the same for all of several."""

    name: Prose
    count: int
    hosts: tuple[HostView, ...]
    ask: str


@dataclass(frozen=True, kw_only=True)
class HostsView(View):
    """Who will have the reader."""

    counts: Annotated[tuple[HostGroup, ...], "Every verdict that some host has, the best first, with all its hosts."]
    wanted: Annotated[tuple[HostView, ...], "The hosts that the reader wants, most wanted first."]
    open: Annotated[HostGroup, "The other hosts whose rule takes the reader, or that said yes."]
    ask: Annotated[HostGroup, "The other hosts that have to be asked."]
    partners: Annotated[HostGroup, "The other hosts that take students of partner schools only."]
    students: Annotated[HostGroup, "The other hosts whose electives are for students only."]
    closed: Annotated[HostGroup, "The other hosts that are closed to the reader."]
    keep_from: Annotated[tuple[HostView, ...], "Hosts that ask visitors not to contact faculty first."]


def hosts(sight: Sight) -> HostsView:
    """The page on hosts."""
    shown = tuple(host_view(sight, one) for one in sight.plan.hosts)
    wanted = tuple(view for view, one in zip(shown, sight.plan.hosts, strict=True) if one.wanted)
    others = tuple(view for view in shown if view not in wanted)
    order = sight.catalog.files.verdicts.order
    groups = {name: _group(sight, name, others) for name in order}
    every = (_group(sight, name, shown) for name in order)
    return HostsView(
        **sight.common(),
        counts=tuple(group for group in every if group.count),
        wanted=wanted,
        open=groups["open"],
        ask=groups["ask"],
        partners=groups["partner-schools-only"],
        students=groups["not-for-graduates"],
        closed=groups["closed"],
        keep_from=tuple(
            view for view, one in zip(shown, sight.plan.hosts, strict=True) if one.approach_faculty is False
        ),
    )


def host_view(sight: Sight, host: HostVerdict) -> HostView:
    """A host with its words."""
    dated = host.as_of if host.old else None
    asks = host.old or host.verdict.value != "closed"
    place, is_own = _place(sight, host.id), OWN_ENTRY in host.sources
    return HostView(
        id=host.id,
        name=host.name,
        verdict=host.verdict.value,
        verdict_name=sight.catalog.name("verdict", host.verdict.value),
        tag=sight.catalog.name("tag", host.verdict.value),
        because=host.verdict.because,
        reasons=tuple(source for source in host.verdict.sources if source not in host.sources),
        hangs_on=sight.whether(host.verdict.unsettled),
        rule=host.rule,
        sources=host.sources,
        age=None if dated is None else sight.plan.as_of.year - dated,
        is_undated=host.old and dated is None and not is_own,
        ask=str(host.ask) if asks else "",
        contact_rule=host.contact_rule,
        contact_sources=place.contact.sources if place and host.contact_rule else (),
        is_own=is_own,
        page=place.page if isinstance(place, Host) else None,
        program_page=page_of(host.id) if isinstance(place, Program) else Prose(""),
    )


def _place(sight: Sight, id_: str) -> Program | Host | None:
    return next((place for place in sight.catalog.places if place.id == id_), None)


def _group(sight: Sight, verdict: str, views: Iterable[HostView]) -> HostGroup:
    """The hosts of one verdict; a question that several share is said once."""
    mine = tuple(view for view in views if view.verdict == verdict)
    asked = {view.ask for view in mine}
    shared = asked.pop() if len(mine) > 1 and len(asked) == 1 else ""
    kept = tuple(replace(view, ask="") for view in mine) if shared else mine
    return HostGroup(sight.catalog.name("verdict", verdict), len(mine), kept, shared)
