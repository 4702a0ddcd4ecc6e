"""What a fact may look at: the profile, the settings, the season and the day."""

from dataclasses import dataclass
from datetime import date, timedelta

from generator.facts.logic import Answer
from generator.plan.settings import Settings
from generator.plan.world import Season
from generator.profile import Exam, Profile

SITTINGS = ("step_1", "step_2_ck", "english_test")


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

    def exam(self, name: str) -> Exam:
        """An exam by its field name; one with nothing known where nothing is said."""
        exams = self.profile.exams
        return (getattr(exams, name) if exams else None) or Exam()

    def exam_days(self) -> tuple[date, ...]:
        """The days on which they still sit an exam."""
        days = (self.exam(name).date for name in SITTINGS)
        return tuple(day for day in days if day is not None and day >= self.as_of)

    def step_2_result(self) -> date | None:
        """The day on which the result of their Step 2 CK is to be expected, if the day of the exam is known."""
        day = self.exam("step_2_ck").date
        return None if day is None else day + timedelta(weeks=self.settings.calendar.score_weeks)
