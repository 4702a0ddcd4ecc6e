"""Candidates as choices of a search, with what each is worth to the goals that editors order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.plan import Block
from generator.planner.candidates import Candidate
from generator.planner.days import Day
from generator.planner.ground import Ground
from generator.planner.places import key_called
from generator.search import Choice, Start

Starts = tuple[Start, ...]


@dataclass(frozen=True)
class Terms:
    """What a search leaves out: limits, candidates by id or host; and the blocks that stand already.

    `in_time` keeps to days from which a letter can come in time, unless that limit is taken away.
    """

    removed: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    standing: tuple[Block, ...] = ()
    parts: tuple[str, ...] | None = None
    only: frozenset[str] | None = None
    in_time: bool = False
    most: int | None = None
    wanted: str = ""


WANTED = "wanted"
"""A goal of no order that editors write: put first, it makes the best plan with one candidate in it."""


def voices(ground: Ground, candidate: Candidate, part: str) -> tuple[str, ...]:
    """The specialties that a candidate's letter speaks for when it plays a part."""
    if candidate.voices is not None:
        return candidate.voices
    return (ground.facts.settings.role(part).specialty,)


def bits(ground: Ground, specialties: Sequence[str]) -> int:
    """The places that a letter for these specialties can fill, as bits."""
    slots = ground.catalog.files.letters.slots
    return sum(1 << place for place, slot in enumerate(slots) if not slot.specialty or slot.specialty in specialties)


class Choices:
    """Candidates as choices; days that are alike are worked out once."""

    def __init__(self, ground: Ground, terms: Terms, caps: tuple[str, ...]) -> None:
        """Keep what is looked up for every candidate."""
        self.ground, self.terms = ground, terms
        self.rules = [rule for rule in ground.caps if rule.id in caps]
        self.mix, self.points = ground.mix, ground.catalog.files.goals
        self.targets = _wanted(ground)
        self.tiers = {kind.id: kind.tier for kind in ground.facts.settings.types}

    def all(self) -> Iterator[Choice]:
        """Every choice that the terms leave in."""
        parts = self.ground.parts if self.terms.parts is None else self.terms.parts
        for candidate in self.ground.candidates:
            if self._left_in(candidate):
                for part in candidate.parts:
                    if part in parts and self._suits(candidate, part):
                        yield from self._choices(candidate, part)

    def _suits(self, candidate: Candidate, part: str) -> bool:
        """Whether a part for a program that is wanted goes to one, as far as one of them could take it."""
        return candidate.place in self.targets or part not in self._reserved

    @cached_property
    def _reserved(self) -> frozenset[str]:
        """The parts for a program that is wanted that at least one such program could take."""
        able = (one for one in self.ground.candidates if one.place in self.targets and self._is_able(one))
        return frozenset(part for one in able for part in one.parts if self.ground.facts.settings.role(part).wanted)

    def _is_able(self, candidate: Candidate) -> bool:
        """Whether a candidate by itself keeps every limit."""
        fits = any(not day.broken - self.terms.removed for day in candidate.days)
        return fits and self._left_in(candidate) and all(rule.uses(candidate) <= rule.left for rule in self.rules)

    def _left_in(self, candidate: Candidate) -> bool:
        stands = any(candidate.id == block.candidate for block in self.terms.standing)
        named = stands or {candidate.id, candidate.place} & self.terms.without
        listed = self.terms.only is None or candidate.id in self.terms.only
        return listed and not named and not candidate.barred - self.terms.removed

    def _choices(self, candidate: Candidate, part: str) -> Iterator[Choice]:
        """The choice with a letter and that without one, where days are left for each."""
        letter = bits(self.ground, voices(self.ground, candidate, part))
        strict = self.terms.in_time and "letter-day" not in self.terms.removed
        for in_time in (True,) if strict else (True, False):
            starts = self._starts(candidate, part, in_time=in_time)
            if starts:
                yield Choice(
                    id=f"{candidate.id} {part}" if in_time else f"{candidate.id} {part} late",
                    offer=candidate.id,
                    role=part,
                    starts=starts,
                    letter=letter if in_time or self.ground.late else 0,
                    worth=self._worth(candidate, part),
                    city=candidate.city,
                    setting=candidate.setting,
                    cost=candidate.cost.low,
                    uses={rule.id: amount for rule in self.rules if (amount := rule.uses(candidate))},
                )

    def _worth(self, candidate: Candidate, part: str) -> Mapping[str, int]:
        points, keep = self.points, self.mix.keep
        return {
            "certainty": points.certainty[candidate.certainty],
            "number": 1,
            "parts": len(keep) - keep.index(part) if part in keep else 0,
            "tiers": points.tiers.get(self.tiers.get(candidate.type, ""), 0),
            "exposure": self.targets.get(candidate.place, 0),
            "stated": int(candidate.stated),
            "integrated": integrated(self.ground, part=part, combined=candidate.combined),
            WANTED: int(candidate.id == self.terms.wanted),
        }

    def _starts(self, candidate: Candidate, part: str, *, in_time: bool) -> Starts:
        terms = self.terms.removed, tuple(block.span for block in self.terms.standing)
        key, kept = (id(candidate.days), part, in_time, terms), self.ground.starts
        if key not in kept:
            kept[key] = tuple(self._start(day, part) for day in candidate.days if self._fits(day, in_time))
        return kept[key]

    def _fits(self, day: Day, in_time: bool) -> bool:
        if day.in_time != in_time or day.broken - self.terms.removed:
            return False
        return not any(day.span.overlaps(block.span) for block in self.terms.standing)

    def _start(self, day: Day, part: str) -> Start:
        role, season = self.ground.facts.settings.role(part), self.ground.facts.season
        weeks = (day.span.first - date(season.year - 1, role.months[0], 1)).days // 7
        critical = 0 if role.specialty in self.ground.spoken_for else max(weeks, 0)
        worth = {"notice": int(day.usual), "critical": -critical, "pattern": -weeks * weeks}
        return Start(day.span.first.toordinal(), day.span.last.toordinal(), worth)


def integrated(ground: Ground, *, part: str, combined: bool) -> int:
    """The points for a block in which both fields show, and for one where a combined program is."""
    points = ground.catalog.files.goals
    return points.integrated["part"] * (part in points.integrated_parts) + points.integrated["host"] * combined


def _wanted(ground: Ground) -> Mapping[str, int]:
    """The places that the person wants, the most wanted with the most points."""
    targets = ground.facts.targets
    wished = (key_called(host, ground.catalog, ground.hosts) for host in targets.hosts or ())
    listed = (*(targets.programs or ()), *wished)
    return {place: len(listed) - rank for rank, place in reversed(list(enumerate(listed)))}
