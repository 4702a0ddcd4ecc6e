"""What a fact may look at: the profile, the settings, the season and the day."""

from dataclasses import dataclass
from datetime import date

from generator.facts.logic import Answer
from generator.plan.settings import Settings
from generator.plan.world import Season
from generator.profile import Profile


@dataclass(frozen=True)
class About:
    """One applicant on one day; the classes of facts build on it."""

    profile: Profile
    settings: Settings
    season: Season
    as_of: date

    def explains(self, kind: str) -> Answer:
        """Whether they list something of this kind to explain."""
        listed = self.profile.explain
        return None if listed is None else any(item.kind == kind for item in listed)

    def has_come(self, milestone: str) -> Answer:
        """Whether the day of a milestone is here or past."""
        day = self.season.day(milestone)
        return None if day is None else day <= self.as_of
