"""The problem that is searched: candidates as choices, with what each is worth to the goals that editors order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.plan import Block
from generator.planner.candidates import Candidate
from generator.planner.days import Day
from generator.planner.ground import Ground
from generator.planner.pricing import committed, journeys
from generator.rules.costs import NOTHING
from generator.search import Cap, Choice, Problem, Result, Start, search

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
    wanted: str = ""


WANTED = "wanted"
"""A goal of no order that editors write: put first, it makes the best plan with one candidate in it."""

AS_IT_IS = Terms()


def best(ground: Ground, goals: Sequence[str], terms: Terms = AS_IT_IS) -> Result:
    """The best plan for an order of goals."""
    return search(pose(ground, goals, terms))


def pose(ground: Ground, goals: Sequence[str], terms: Terms = AS_IT_IS) -> Problem:
    """The problem for an order of goals."""
    means = ground.facts.means
    caps = [rule for rule in ground.caps if rule.limit not in terms.removed]
    used = {rule.id: sum(rule.uses(ground.candidate(one.candidate)) for one in terms.standing) for rule in caps}
    budget = None if "budget" in terms.removed or means.budget is None else means.budget - _spent(ground, terms)
    choices = _Choices(ground, terms, tuple(rule.id for rule in caps))
    return Problem(
        choices=tuple(choices.all()),
        goals=tuple(goals),
        caps=tuple(Cap(rule.id, max(rule.left - used[rule.id], 0)) for rule in caps),
        places=_places(ground),
        held=tuple(_bits(ground, letter) for letter in _letters(ground, terms)),
        visited=frozenset(one.city for one in (*ground.held, *terms.standing) if one.city and one.status != "done"),
        seen=frozenset(_settings(ground, terms)),
        trip=means.return_trip or 0,
        budget=None if budget is None else max(budget, 0),
    )


def _spent(ground: Ground, terms: Terms) -> int:
    """What is spoken for already: booked rotations, and blocks that stand, with their journeys."""
    booked = [block for block in ground.held if block.status == "booked"]
    trips = journeys(ground.facts, [*booked, *terms.standing]) or NOTHING
    alone = journeys(ground.facts, booked) or NOTHING
    held = committed(ground.facts, ground.catalog, ground.held).low - alone.low
    return held + trips.low + sum(ground.candidate(one.candidate).cost.low for one in terms.standing)


def _letters(ground: Ground, terms: Terms) -> Iterator[tuple[str, ...]]:
    yield from ground.held_letters
    for block in terms.standing:
        if block.letter and block.letter.in_time:
            yield voices(ground, ground.candidate(block.candidate), block.part)


def _settings(ground: Ground, terms: Terms) -> Iterator[str]:
    for block in terms.standing:
        yield ground.candidate(block.candidate).setting


def voices(ground: Ground, candidate: Candidate, part: str) -> tuple[str, ...]:
    """The specialties that a candidate's letter speaks for when it plays a part."""
    if candidate.voices is not None:
        return candidate.voices
    return (ground.facts.settings.role(part).specialty,)


def _places(ground: Ground) -> tuple[int, ...]:
    """The letters that are needed, each by its weight."""
    weights = ground.catalog.files.goals.places
    return tuple(weights["specialty" if slot.specialty else "any"] for slot in ground.catalog.files.letters.slots)


def _bits(ground: Ground, specialties: Sequence[str]) -> int:
    """The places that a letter for these specialties can fill, as bits."""
    slots = ground.catalog.files.letters.slots
    return sum(1 << place for place, slot in enumerate(slots) if not slot.specialty or slot.specialty in specialties)


class _Choices:
    """Candidates as choices; days that are alike are worked out once."""

    def __init__(self, ground: Ground, terms: Terms, caps: tuple[str, ...]) -> None:
        self.ground, self.terms = ground, terms
        self.rules = [rule for rule in ground.caps if rule.id in caps]
        self.mix, self.points = ground.mix, ground.catalog.files.goals
        self.targets = _wanted(ground)
        self.tiers = {kind.id: kind.tier for kind in ground.facts.settings.types}

    def all(self) -> Iterator[Choice]:
        parts = self.ground.parts if self.terms.parts is None else self.terms.parts
        for candidate in self.ground.candidates:
            if self._left_in(candidate):
                for part in candidate.parts:
                    if part in parts:
                        yield from self._choices(candidate, part)

    def _left_in(self, candidate: Candidate) -> bool:
        named = {candidate.id, candidate.place} & self.terms.without
        listed = self.terms.only is None or candidate.id in self.terms.only
        return listed and not named and not candidate.barred - self.terms.removed

    def _choices(self, candidate: Candidate, part: str) -> Iterator[Choice]:
        """The choice with a letter and that without one, where days are left for each."""
        letter = _bits(self.ground, voices(self.ground, candidate, part))
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
    wished = (host.casefold() for host in targets.hosts or ())
    ids = {one.name.casefold(): one.id for one in ground.hosts if one.id}
    listed = (*(targets.programs or ()), *(ids.get(host, host) for host in wished))
    return {place: len(listed) - rank for rank, place in reversed(list(enumerate(listed)))}
