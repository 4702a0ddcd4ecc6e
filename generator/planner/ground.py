"""The ground on which plans of one person are searched: parts, what is held, what could be taken, and the caps."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from generator.catalog import Catalog
from generator.facts import Facts
from generator.plan import Block, HostVerdict, Mix
from generator.planner.candidates import Candidate
from generator.planner.capping import CapRule, caps
from generator.planner.days import too_late
from generator.planner.gathering import candidates
from generator.planner.lettering import refused
from generator.planner.taken import fixed_blocks, held_settings, parts_played
from generator.search import Start


@dataclass(frozen=True)
class Ground:
    """All that a search needs to know; the same for every order of goals."""

    facts: Facts
    catalog: Catalog
    hosts: tuple[HostVerdict, ...]
    mix: Mix
    parts: tuple[str, ...]
    held: tuple[Block, ...]
    candidates: tuple[Candidate, ...]
    caps: tuple[CapRule, ...]
    late: bool
    most: int

    @property
    def filled(self) -> int:
        """How many rotations that play a part are booked or done."""
        return len(parts_played(self.facts))

    @cached_property
    def held_letters(self) -> tuple[tuple[str, ...], ...]:
        """The specialties of each letter that counts, and of each booked block that ends in time for one."""
        settings, letters = self.facts.settings, self.facts.profile.letters or ()
        counting = [letter for letter, why in zip(letters, refused(self.facts), strict=True) if not why]
        booked = [block for block in self.held if block.letter is not None and block.letter.in_time]
        fields = (*(letter.field or "" for letter in counting), *(block.field for block in booked))
        return tuple(settings.counts_for(field) for field in fields)

    @cached_property
    def held_settings(self) -> tuple[str, ...]:
        """The kinds of hospital that booked and done rotations bring along, as far as they are known."""
        return held_settings(self.facts, self.catalog)

    @cached_property
    def spoken_for(self) -> frozenset[str]:
        """The specialties that have a letter at hand or from a booked block."""
        return frozenset(specialty for letter in self.held_letters for specialty in letter)

    @cached_property
    def by_id(self) -> Mapping[str, Candidate]:
        """The candidates, each to be had by its id."""
        return {one.id: one for one in self.candidates}

    def candidate(self, id_: str) -> Candidate:
        """A candidate by its id."""
        return self.by_id[id_]

    @cached_property
    def enough(self) -> frozenset[str]:
        """The candidates that decide how many blocks fit: slots, rotations, and hosts that can do what no slot can."""
        if self.facts.means.budget is not None:  # a known fee or a city to stay in for nothing can decide
            return frozenset(self.by_id)
        slots = [one for one in self.candidates if one.certainty == "slot"]
        alike = {way: one for one in reversed(slots) for way in self._ways(one)}
        least = min((one.lead for one in slots), default=0)
        others = (one for one in self.candidates if one.rotation is not None or one.lead < least)
        unlike = (one for one in self.candidates if self._ways(one) - alike.keys())
        return frozenset(one.id for one in (*alike.values(), *others, *unlike))

    def _ways(self, one: Candidate) -> frozenset[tuple[object, ...]]:
        """Its parts, each with what it uses of caps that are not a host's own: what is alike in that fits alike."""
        uses = tuple(rule.uses(one) for rule in self.caps if rule.limit != "host-cap")
        return frozenset((part, *uses) for part in one.parts)

    @cached_property
    def starts(self) -> dict[Hashable, tuple[Start, ...]]:
        """Starts that were worked out for a search; another one with the same terms takes them again."""
        return {}

    def gathered(self) -> "Ground":
        """The same ground with its candidates and caps."""
        found = candidates(self.facts, self.catalog, self.hosts, late=self.late)
        room = max(self.most - self.filled, 0)
        return replace(self, candidates=found, caps=caps(self.facts, self.catalog, self.held, found, room=room))

    def before_reading(self) -> "Ground":
        """The ground as if letters still had to be in before programs read."""
        return replace(self, late=False).gathered() if self.late else self

    def for_mix(self, mix: Mix) -> "Ground":
        """The same ground for other parts."""
        return replace(self, mix=mix, parts=still_wanted(mix, self.facts))


def ground(facts: Facts, catalog: Catalog, mix: Mix, hosts: tuple[HostVerdict, ...], *, most: int) -> Ground:
    """The ground of one person; where nothing can end in time for a letter any more, that of the late season.

    `most` is the most rotations that the advice allows, booked and done ones included.
    """
    empty = Ground(
        facts, catalog, hosts, mix, (), fixed_blocks(facts, catalog), (), (), late=too_late(facts), most=most
    )
    return replace(empty.gathered(), parts=still_wanted(mix, facts))


def still_wanted(mix: Mix, facts: Facts) -> tuple[str, ...]:
    """The parts that no booked or done rotation plays yet."""
    played = parts_played(facts)
    return tuple(part for part in mix.parts if part not in played)
