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
from generator.planner.taken import fixed_blocks
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

    @cached_property
    def held_letters(self) -> tuple[tuple[str, ...], ...]:
        """The specialties of each letter that counts, and of each booked block that ends in time for one."""
        settings, letters = self.facts.settings, self.facts.profile.letters or ()
        counting = [letter for letter, why in zip(letters, refused(self.facts), strict=True) if not why]
        booked = [block for block in self.held if block.letter is not None and block.letter.in_time]
        fields = (*(letter.field or "" for letter in counting), *(block.field for block in booked))
        return tuple(settings.counts_for(field) for field in fields)

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
        """The candidates that decide how many blocks fit: one slot a part, rotations, and hosts with less notice."""
        if self.facts.means.budget is not None:  # a known fee or a city to stay in for nothing can decide
            return frozenset(self.by_id)
        slots = {self._as_slot(one): one for one in reversed(self.candidates) if one.certainty == "slot"}
        least = min((one.lead for one in slots.values()), default=0)
        others = (one for one in self.candidates if one.rotation is not None or one.lead < least)
        return frozenset(one.id for one in (*slots.values(), *others))

    def _as_slot(self, one: Candidate) -> tuple[object, ...]:
        """What decides whether an open slot fits: its part, and what it uses of caps."""
        return one.parts, *(rule.uses(one) for rule in self.caps)

    @cached_property
    def starts(self) -> dict[Hashable, tuple[Start, ...]]:
        """Starts that were worked out for a search; another one with the same terms takes them again."""
        return {}

    def for_mix(self, mix: Mix) -> "Ground":
        """The same ground for other parts."""
        return replace(self, mix=mix, parts=still_wanted(mix, self.held))


def ground(facts: Facts, catalog: Catalog, mix: Mix, hosts: tuple[HostVerdict, ...]) -> Ground:
    """The ground of one person; where nothing can end in time for a letter any more, that of the late season."""
    return ground_at(facts, catalog, mix, hosts, late=too_late(facts))


def ground_at(facts: Facts, catalog: Catalog, mix: Mix, hosts: tuple[HostVerdict, ...], *, late: bool) -> Ground:
    """The ground of one person, before programs read or late."""
    held = fixed_blocks(facts)
    found = candidates(facts, catalog, hosts, late=late)
    return Ground(
        facts=facts,
        catalog=catalog,
        hosts=hosts,
        mix=mix,
        parts=still_wanted(mix, held),
        held=held,
        candidates=found,
        caps=caps(facts, catalog, held, found),
        late=late,
    )


def still_wanted(mix: Mix, held: tuple[Block, ...]) -> tuple[str, ...]:
    """The parts that no booked or done rotation plays yet."""
    filled = [block.part for block in held]
    return tuple(part for part in mix.parts if part not in filled)
