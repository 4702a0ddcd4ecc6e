"""Facts about aims, means, rotations asked for, and where the season stands."""

from generator.facts.about import About
from generator.facts.fact import reads
from generator.facts.logic import Answer
from generator.profile import Inquiry, Means, Rotation, Targets


def _is_waiting(inquiry: Inquiry) -> bool:
    return inquiry.answered is None and inquiry.outcome in (None, "no-answer")


def _is_undated(rotation: Rotation) -> bool:
    return rotation.status in ("booked", "done") and None in (rotation.first, rotation.last)


class HopesFacts(About):
    """What they aim at, what they can spend, and how far they have come."""

    @property
    def targets(self) -> Targets:
        """What they aim at; nothing known where nothing is said."""
        return self.profile.targets or Targets()

    @property
    def means(self) -> Means:
        """What they can spend; nothing known where nothing is said."""
        return self.profile.means or Means()

    @reads("targets.programs")
    def has_target_programs(self) -> Answer:
        """They have named combined programs that they want."""
        programs = self.targets.programs
        return None if programs is None else bool(programs)

    @reads("targets.regions")
    def keeps_to_regions(self) -> Answer:
        """They want certain regions only."""
        regions = self.targets.regions
        return None if regions is None else bool(regions)

    @reads("targets.free_housing")
    def free_housing(self) -> Answer:
        """They can stay somewhere in the United States for nothing."""
        cities = self.targets.free_housing
        return None if cities is None else bool(cities)

    @reads("targets.license_states", each="states")
    def license_in(self, state: str) -> Answer:
        """They plan to be licensed in {name}."""
        states = self.targets.license_states
        return None if states is None else state in states

    @reads("targets.couples_match")
    def couples_match(self) -> Answer:
        """They enter the Match as a couple."""
        return self.targets.couples_match

    @reads("targets.other_specialties")
    def applies_elsewhere(self) -> Answer:
        """They apply to another specialty as well."""
        others = self.targets.other_specialties
        return None if others is None else bool(others)

    @reads("means.budget")
    def budget_zero(self) -> Answer:
        """They have no money to spend on aways."""
        budget = self.means.budget
        return None if budget is None else budget == 0

    @reads("means.lost_income_per_week")
    def has_income_to_lose(self) -> Answer:
        """They lose income for each week away."""
        lost = self.means.lost_income_per_week
        return None if lost is None else lost > 0

    def _has_rotation(self, *statuses: str) -> Answer:
        rotations = self.profile.rotations
        return None if rotations is None else any(rotation.status in statuses for rotation in rotations)

    @reads("rotations")
    def has_booked(self) -> Answer:
        """A rotation is booked."""
        return self._has_rotation("booked")

    @reads("rotations")
    def has_offer(self) -> Answer:
        """An offer waits for their answer."""
        return self._has_rotation("offered")

    @reads("rotations")
    def has_applied(self) -> Answer:
        """They have applied for a rotation and wait to hear."""
        return self._has_rotation("applied")

    @reads("inquiries")
    def waits_for_answers(self) -> Answer:
        """A host has not answered a message of theirs."""
        inquiries = self.profile.inquiries
        return None if inquiries is None else any(_is_waiting(inquiry) for inquiry in inquiries)

    @reads("inquiries")
    def has_written_to_hosts(self) -> Answer:
        """They have written to a host."""
        inquiries = self.profile.inquiries
        return None if inquiries is None else bool(inquiries)

    @reads("season")
    def calendar_projected(self) -> Answer:
        """The dates of their season are not published yet; they are worked out from earlier seasons."""
        return self.season.milestones["submit-opens"].certainty == "projected"

    @reads("season")
    def catalogs_open(self) -> Answer:
        """Catalogs of visiting rotations for their summer are open."""
        return self.has_come("visiting-catalogs-open")

    @reads("season")
    def eras_open(self) -> Answer:
        """ERAS is open to them for this season, so letters can be entered there."""
        return self.has_come("eras-opens")

    @reads("season")
    def applications_open(self) -> Answer:
        """Applications of their season can be submitted already."""
        return self.has_come("submit-opens")

    @reads("season")
    def reviews_begun(self) -> Answer:
        """Programs have begun to read applications of their season."""
        return self.has_come("reviews-begin")

    @reads("season")
    def rank_lists_open(self) -> Answer:
        """Rank lists of their season can be entered, or could be."""
        return self.has_come("rank-lists-open")

    @reads("season")
    def rank_lists_closed(self) -> Answer:
        """Rank lists of their season are closed."""
        return self.has_come("rank-list-deadline")

    @reads("season")
    def match_week_begun(self) -> Answer:
        """Match Week of their season has begun."""
        return self.has_come("match-week")

    @reads("season")
    def match_day_past(self) -> Answer:
        """Match Day of their season has gone by."""
        day = self.season.day("match-day")
        return None if day is None else day < self.as_of

    @reads("rotations")
    def offer_overdue(self) -> Answer:
        """The day by which a host wanted their answer has gone by, and the offer still stands as open."""
        rotations = self.profile.rotations
        return None if rotations is None else any(self._is_overdue(rotation) for rotation in rotations)

    def _is_overdue(self, rotation: Rotation) -> bool:
        due = rotation.answer_due
        return rotation.status == "offered" and due is not None and due < self.as_of

    @reads("rotations")
    def rotation_over(self) -> Answer:
        """A rotation that stands as applied, offered or booked lies wholly in the past."""
        rotations = self.profile.rotations
        return None if rotations is None else any(self._is_over(rotation) for rotation in rotations)

    @reads("rotations")
    def rotation_undated(self) -> Answer:
        """A rotation that is booked or done has no dates, so the schedule can't hold it."""
        rotations = self.profile.rotations
        return None if rotations is None else any(_is_undated(rotation) for rotation in rotations)

    def _is_over(self, rotation: Rotation) -> bool:
        return rotation.status != "done" and rotation.last is not None and rotation.last < self.as_of
