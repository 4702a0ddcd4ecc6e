"""Each block ahead with what hangs on its host: how sure it is, what to ask, what to do instead, where to apply."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from generator.catalog.hosts import Host
from generator.catalog.known import by_id
from generator.catalog.program import Program
from generator.plan import Block, Fallback, Target
from generator.plan.hosts import HostVerdict
from generator.prose import Prose
from generator.views.common import BlockView, Sight

DAY = timedelta(days=1)
APPLIED = "applied"
HOPEFUL = ("open", "ask")


@dataclass(frozen=True)
class PlaceView:
    """A place to apply to; `host` is empty for any, `apply_by` None where the reader has applied already.

    `other_first` is its first day where that is not the block's; `lead_assumed` says that the host's own lead is not
    known, so that the day leaves it the short one.
    """

    host: str
    is_ask: bool
    request: Prose
    other_first: date | None
    apply_by: date | None
    lead_assumed: bool


@dataclass(frozen=True)
class FallbackView:
    """What to do instead of a block; `answer_by` is the day on which an offer that steps in lapses, if known."""

    host: str
    is_ask: bool
    is_offer: bool
    request: Prose
    first: date
    last: date
    answer_by: date | None


@dataclass(frozen=True)
class StandingView:
    """A block ahead: its host's verdict in words, the question to send, the fallback and the day to change over.

    `write_by` is never after the application's own day; `is_rushed` says that it is that day, so that no answer can
    come between. `letter_in_by` is None for a letter after the first reading. Without a fallback the block itself is
    settled by `switch_by`. `answer_by` is the day on which its offer lapses.
    """

    block: BlockView
    has_applied: bool
    rule_is_against: bool
    verdict: Prose
    verdict_sources: tuple[str, ...]
    question: str
    write_by: date | None
    apply_by: date | None
    is_rushed: bool
    lead_assumed: bool
    letter_in_by: date | None
    answer_by: date | None
    fallback: FallbackView | None
    switch_by: date | None
    places: tuple[PlaceView, ...]


def standings(sight: Sight) -> Iterator[StandingView]:
    """Every block ahead, in order of time."""
    places = Places(sight)
    return (places.standing(block) for block in sight.plan.schedule.value.ahead)


class Places:
    """The hosts of one plan, ready to be named."""

    def __init__(self, sight: Sight) -> None:
        """Keep what names are looked up in."""
        self._sight = sight
        self._advice = sight.plan.advice

    def standing(self, block: Block) -> StandingView:
        """A block with what hangs on its host."""
        shown, host = self._sight.block(block), self._host(block.host)
        fallback = next((one for one in self._advice.fallbacks if one.block == block.id), None)
        offer = next((one for one in self._advice.offers if block.candidate == f"rotation-{one.number}"), None)
        return StandingView(
            block=shown,
            has_applied=block.certainty == "ask" and block.apply_by is None,
            rule_is_against=host is not None and host.verdict.value not in HOPEFUL,
            verdict=host.verdict.because if host and block.status == "planned" else Prose(""),
            verdict_sources=host.verdict.sources if host else (),
            question=str(shown.ask),
            write_by=_write_by(block),
            is_rushed=block.certainty == "ask" and block.apply_by is not None and _write_by(block) == block.apply_by,
            apply_by=block.apply_by,
            letter_in_by=block.letter.upload_by if block.letter and block.letter.in_time else None,
            lead_assumed=not self._states_lead(block.host_id),
            answer_by=self._ahead(offer.answer_by if offer else None),
            fallback=self._fallback(fallback) if fallback else None,
            switch_by=self._switch_by(block, fallback),
            places=tuple(self._place(one, block.span.first) for one in self._advice.targets if one.block == block.id),
        )

    def _switch_by(self, block: Block, fallback: Fallback | None) -> date | None:
        if fallback:
            return fallback.switch_by
        return (block.apply_by or block.span.first - DAY) if block.status == "planned" else None

    def _fallback(self, fallback: Fallback) -> FallbackView:
        offer = next((one for one in self._advice.offers if one.host == fallback.host), None)
        is_offer = fallback.certainty == "offered"
        return FallbackView(
            host=fallback.host,
            is_ask=fallback.certainty == "ask",
            is_offer=is_offer,
            request=self._request(fallback.type, fallback.host),
            first=fallback.span.first,
            last=fallback.span.last,
            answer_by=self._ahead(offer.answer_by if offer and is_offer else None),
        )

    def _place(self, target: Target, first: date) -> PlaceView:
        applied = not target.host_id and target.host in self._applied
        return PlaceView(
            host=target.host,
            is_ask=target.certainty == "ask",
            request=self._request(target.type, target.host),
            other_first=target.first if target.first != first else None,
            apply_by=None if applied else target.apply_by,
            lead_assumed=not self._states_lead(target.host_id),
        )

    @cached_property
    def _applied(self) -> frozenset[str]:
        rotations = self._sight.facts.profile.rotations or ()
        return frozenset(one.host for one in rotations if one.status == APPLIED)

    def _request(self, type_: str, host: str) -> Prose:
        """What to ask a host for: the type, or the field of what was offered or applied for there without one."""
        settings = self._sight.facts.settings
        types = (kind.request for kind in settings.types if kind.id == type_)
        rotations = (one for one in self._sight.facts.profile.rotations or () if one.host == host)
        fields = (settings.fields[one.field].name for one in rotations if one.field in settings.fields)
        return next(iter((*types, *fields, Prose(""))))

    @cached_property
    def _records(self) -> Mapping[str, Program | Host]:
        catalog = self._sight.catalog
        places: tuple[Program | Host, ...] = (*catalog.programs, *catalog.hosts)
        return by_id(places)

    def _host(self, name: str) -> HostVerdict | None:
        """How a host stands, by any of its names; None for an open slot."""
        naming = self._sight.catalog.naming
        hosts = self._sight.plan.hosts if name else ()
        return next((one for one in hosts if naming.among(name, self._names_of(one))), None)

    def _names_of(self, host: HostVerdict) -> tuple[str, ...]:
        record = self._records.get(host.id)
        return (record.id, record.name, record.sponsor, *record.names) if record else (host.name,)

    def _states_lead(self, id_: str) -> bool:
        """Whether a host tells how long before the first day the papers must be in."""
        ways = {one.id: one.route for one in self._sight.plan.hosts}
        routes = self._records[id_].visiting if id_ in self._records else ()
        return any((route.route or "unknown") == ways[id_] and route.lead_weeks.value is not None for route in routes)

    def _ahead(self, day: date | None) -> date | None:
        return None if day is None or day < self._sight.plan.as_of else day


def _write_by(block: Block) -> date | None:
    days = [block.inquiry.write_by if block.inquiry else None, block.apply_by]
    return min((day for day in days if day and block.inquiry), default=None)
