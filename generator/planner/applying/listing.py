"""The places that stand on an application list by name: combined programs, and hospitals that know the person."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.catalog import Catalog
from generator.catalog.known import by_id
from generator.catalog.program import Program
from generator.facts import Facts
from generator.plan import LetterMatrix, Listed, Ranking, RankRow, Schedule
from generator.planner.places import names_of
from generator.planner.ranking.theirs import Theirs
from generator.profile import Rotation

NO_LETTERS = LetterMatrix((), (), ())
GONE = {"filters": "fails", "recruits": "not-now"}


@dataclass(frozen=True)
class Lists:
    """One person's places, each with the reason for it, in the order of the ranking."""

    facts: Facts
    catalog: Catalog
    theirs: Theirs
    schedule: Schedule
    rows: tuple[RankRow, ...]

    @cached_property
    def programs(self) -> tuple[Program, ...]:
        """The civilian combined programs in the order of the ranking."""
        known = by_id(self.catalog.programs)
        return tuple(known[row.host_id] for row in self.rows)

    @cached_property
    def combined(self) -> tuple[Listed, ...]:
        """Those that may recruit and do not turn them away."""
        return tuple(
            self._listed(one, self.why(one) or "combined") for one in self.programs if one.id not in self._gone
        )

    @cached_property
    def left_out(self) -> tuple[Listed, ...]:
        """The others, with why."""
        gone = ((one, self._gone[one.id]) for one in self.programs if one.id in self._gone)
        reasons = by_id(self.catalog.files.application_list.left_out)
        return tuple(Listed(one.id, one.name, why, reasons[why].because, reasons[why].sources) for one, why in gone)

    @cached_property
    def _gone(self) -> dict[str, str]:
        """What keeps a program off the list, by the program's id."""
        return {
            row.host_id: GONE[points.criterion]
            for row in self.rows
            for points in row.points
            if points.levels == (GONE.get(points.criterion),)
        }

    @property
    def in_regions(self) -> int:
        """How many of the combined programs lie in regions that they named."""
        regions, known = self.facts.targets.regions or (), by_id(self.programs)
        return sum(not regions or known[one.host_id].region in regions for one in self.combined)

    @cached_property
    def known(self) -> tuple[Listed, ...]:
        """The hospitals whose medicine or psychiatry program they have a reason for, the strongest reason first."""
        found = [*self._next_door(), *self._elsewhere()]
        order = [one.id for one in self.catalog.files.application_list.listed]
        return tuple(sorted(found, key=lambda one: order.index(one.why)))

    def _next_door(self) -> Iterator[Listed]:
        for program in self.programs:
            why = self.why(program)
            if why:
                yield self._listed(program, why)

    def _elsewhere(self) -> Iterator[Listed]:
        """Other hospitals: those that interviewed them, and those of which they say that residents train there."""
        reasons, told = by_id(self.catalog.files.application_list.listed), dict(self._told_elsewhere())
        for name, why in told.items():
            place = self.theirs.called(name)
            yield Listed(place.id if place else "", name, why, reasons[why].because, reasons[why].sources)

    def _told_elsewhere(self) -> Iterator[tuple[str, str]]:
        """Names with the reason, the weaker reason first."""
        for rotation in self.facts.profile.rotations or ():
            if rotation.program_in_field and self._is_elsewhere(rotation.host):
                there = self.theirs.rotations((rotation.host,)) or ()
                yield from ((rotation.host, why) for why in self._by_rotations(there))
        yield from ((name, "interviewed") for name in self.facts.targets.interviews or () if self._is_elsewhere(name))

    def _is_elsewhere(self, name: str) -> bool:
        return not isinstance(self.theirs.called(name), Program)

    def why(self, program: Program) -> str:
        """The strongest reason for the programs next door; empty for none."""
        names = names_of(program)
        if self.theirs.interviewed(names):
            return "interviewed"
        had = next(self._by_rotations(self.theirs.rotations(names) or ()), "")
        if had:
            return had
        if program.id in {block.host_id for block in self.schedule.planned}:
            return "planned"
        return "wanted" if self.theirs.wish(names, program=program.id) else ""

    def _by_rotations(self, rotations: tuple[Rotation, ...]) -> Iterator[str]:
        statuses = {one.status for one in rotations}
        if "done" in statuses:
            yield "rotated"
        elif statuses & {"booked", "offered"}:
            yield "ahead"

    def _listed(self, program: Program, why: str) -> Listed:
        reason = by_id(self.catalog.files.application_list.listed)[why]
        return Listed(program.id, program.name, why, reason.because, reason.sources)

    @cached_property
    def others(self) -> tuple[str, ...]:
        """Other specialties that they name, besides those of the list."""
        specialties = self.facts.settings.specialties
        listed = {"combined", *(one.id for one in specialties)}
        named = (one.name for one in self.facts.season.signals if one.specialty in listed)
        ours = (*named, *(one.name for one in specialties), *(one.id for one in specialties))
        told = self.facts.targets.other_specialties or ()
        return tuple(one for one in told if self.catalog.naming.among(one, ours) is not True)


def lists(facts: Facts, catalog: Catalog, apply: Ranking, schedule: Schedule) -> Lists:
    """The places of one person."""
    return Lists(facts, catalog, Theirs(facts, catalog, NO_LETTERS), schedule, apply.rows)
