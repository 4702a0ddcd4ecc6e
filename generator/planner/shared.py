"""What many candidates of one person share: days, rotation types, and what bars a place."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from generator.catalog import Catalog
from generator.catalog.known import by_id
from generator.conditions import applies
from generator.facts import Facts
from generator.plan import HostVerdict
from generator.plan.settings import RotationType
from generator.planner.days import Day, asked_days, block_days
from generator.planner.school import school_of


@dataclass(frozen=True)
class Shared:
    """One person, before programs read or late; each thing is worked out once."""

    facts: Facts
    catalog: Catalog
    hosts: tuple[HostVerdict, ...]
    late: bool

    @cached_property
    def types(self) -> tuple[RotationType, ...]:
        """The rotation types that this person can do at all."""
        entries, answers = by_id(self.catalog.files.settings.types), self.facts.answers()
        return tuple(kind for kind in self.facts.settings.types if applies(entries[kind.id], answers) is not False)

    @property
    def weeks(self) -> int:
        """How long a block lasts."""
        return self.facts.settings.calendar.block_days // 7

    @property
    def short_lead(self) -> int:
        """The notice, in weeks, that hosts need who say nothing of it."""
        return self.facts.settings.calendar.short_lead_weeks

    def days_for(self, lead: int, months: tuple[int, ...]) -> tuple[Day, ...]:
        """The days of hosts with this notice that let blocks begin in these months or in any."""
        key = lead, months
        if key not in self._asked:
            ready: date = self.facts.as_of + timedelta(weeks=lead)
            self._asked[key] = asked_days(self._days, ready=ready, months=months)
        return self._asked[key]

    def barred(self, state: str, residents: bool | None) -> frozenset[str]:
        """The limits that a place breaks whatever the day; of a place that is not known none."""
        region, targets = self.facts.settings.regions.get(state), self.facts.targets
        found = {
            "regions": bool(region and targets.regions and region not in targets.regions),
            "couples": bool(region and self._partner_regions and region not in self._partner_regions),
            "same-subject": residents is False and self._needs_residents,
        }
        return frozenset(limit for limit, breaks in found.items() if breaks)

    @cached_property
    def _days(self) -> tuple[Day, ...]:
        return block_days(self.facts, late=self.late)

    @cached_property
    def _asked(self) -> dict[tuple[int, tuple[int, ...]], tuple[Day, ...]]:
        return {}

    @cached_property
    def _needs_residents(self) -> bool:
        """Whether their school, or a state of their later license, counts clerkships only beside such residents."""
        name = self.facts.profile.school.name if self.facts.enrolled() else None
        school = school_of(name, self.catalog)
        if school is not None and school.limits.same_subject:
            return True
        wanted = set(self.facts.targets.license_states or ())
        return any(one.state in wanted and one.limits.same_subject for one in self.catalog.files.states.states)

    @property
    def _partner_regions(self) -> tuple[str, ...]:
        """Where their partner can move, unless they enter the Match alone."""
        targets = self.facts.targets
        return () if targets.couples_match is False else targets.partner_regions or ()
