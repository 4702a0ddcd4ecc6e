"""Facts about status, citizenship and school."""

from generator.facts.about import About
from generator.facts.fact import reads
from generator.facts.logic import Answer, opposite, some

CITIZENS = {"citizen-by-birth", "naturalized", "dual-citizen"}
THIN = {"none", "limited"}


def _among(value: str | None, accepted: set[str]) -> Answer:
    return None if value is None else value in accepted


def _mentions(values: tuple[str, ...] | None, word: str) -> Answer:
    return None if values is None else word.casefold() in {value.casefold() for value in values}


class PersonFacts(About):
    """Who they are and what their school is like."""

    @reads("school.status")
    def enrolled(self) -> Answer:
        """They are enrolled in medical school."""
        return self.profile.school.status == "enrolled"

    @reads("school.status")
    def graduated(self) -> Answer:
        """They have finished medical school."""
        return self.profile.school.status == "graduated"

    @reads("applicant.citizenship")
    def us_citizen(self) -> Answer:
        """They are a citizen of the United States, whether or not of another country too."""
        return _among(self.profile.applicant.citizenship, CITIZENS)

    @reads("applicant.citizenship")
    def dual_citizen(self) -> Answer:
        """They are a citizen of the United States and of another country."""
        return _among(self.profile.applicant.citizenship, {"dual-citizen"})

    @reads("applicant.citizenship")
    def permanent_resident(self) -> Answer:
        """They hold a green card and are no citizen."""
        return _among(self.profile.applicant.citizenship, {"permanent-resident"})

    @reads("applicant.citizenship")
    def needs_visa(self) -> Answer:
        """They are neither a citizen nor a permanent resident, so a visa question arises."""
        return _among(self.profile.applicant.citizenship, {"other"})

    @reads("applicant.languages")
    def speaks_another_language(self) -> Answer:
        """They can work in a language besides English."""
        languages = self.profile.applicant.languages
        return None if languages is None else any(spoken.casefold() != "english" for spoken in languages)

    @reads("school.name")
    def school_named(self) -> Answer:
        """They have named their school."""
        return self.profile.school.name is not None

    @reads("school.country")
    def country_named(self) -> Answer:
        """They have named the country of their school."""
        return self.profile.school.country is not None

    @reads("school.language")
    def papers_not_in_english(self) -> Answer:
        """Their school teaches in another language than English, so its papers need translating."""
        language = self.profile.school.language
        return None if language is None else language.casefold() != "english"

    @reads("school.patients_speak")
    def trains_in_english(self) -> Answer:
        """Patients where they train speak English."""
        return _mentions(self.profile.school.patients_speak, "English")

    @reads("school.patients_speak")
    def trains_in_another_language(self) -> Answer:
        """Patients where they train speak another language than English."""
        return opposite(self.trains_in_english())

    @reads("school.visiting_service")
    def school_uses_visiting_service(self) -> Answer:
        """Their school is a Home institution of the visiting-student service."""
        return self.profile.school.visiting_service

    @reads("school.visiting_service")
    def school_outside_visiting_service(self) -> Answer:
        """Their school is known to be no Home institution of the visiting-student service."""
        return opposite(self.school_uses_visiting_service())

    @reads("school.agreement_needed")
    def school_needs_agreement(self) -> Answer:
        """Their school must sign an agreement with a host first."""
        return self.profile.school.agreement_needed

    @reads("school.elective_windows")
    def school_allows_electives(self) -> Answer:
        """Their school names periods in which electives elsewhere are allowed."""
        windows = self.profile.school.elective_windows
        return None if windows is None else bool(windows)

    @reads("school.caps")
    def school_caps_electives(self) -> Answer:
        """Their school limits weeks or electives elsewhere."""
        caps = self.profile.school.caps
        if caps is None:
            return None
        return True if any(cap is not None for _, cap in caps) else None if caps.model_fields_set else False

    @reads("school.caps")
    def school_caps_a_field(self) -> Answer:
        """Their school limits the weeks in one field."""
        caps = self.profile.school.caps
        if caps is None:
            return None
        return True if caps.weeks_per_field is not None else None if caps.model_fields_set else False

    @reads("school.final_year", each="specialties")
    def final_year_thin_in(self, specialty: str) -> Answer:
        """The final year at their school offers little or no {name}."""
        offered = self.profile.school.final_year
        if offered is None:
            return None
        return next((_among(year.exposure, THIN) for year in offered if year.field == specialty), None)

    @reads("school.final_year")
    def final_year_thin(self) -> Answer:
        """The final year at their school is thin in one of the specialties."""
        return some(self.final_year_thin_in(specialty) for specialty in self.settings.specialty_ids)

    @reads("school.earlier_schools")
    def changed_schools(self) -> Answer:
        """They studied medicine at another school before."""
        earlier = self.profile.school.earlier_schools
        return None if earlier is None else bool(earlier)

    @reads("school.leave")
    def took_leave(self) -> Answer:
        """They took a leave of absence."""
        leave = self.profile.school.leave
        return None if leave is None else bool(leave)

    @reads("school.repeated_years")
    def repeated_a_year(self) -> Answer:
        """They repeated a year."""
        repeated = self.profile.school.repeated_years
        return None if repeated is None else repeated > 0

    @reads("school.graduation", "season")
    def graduates_before_applying(self) -> Answer:
        """They graduate before applications open, so student electives end there."""
        opens = self.season.day("submit-opens")
        return None if opens is None else self.profile.school.graduation < opens

    @reads("explain")
    def professionalism_concern(self) -> Answer:
        """Their record holds a question of professionalism."""
        return self.explains("professionalism")

    @reads("explain")
    def has_a_gap(self) -> Answer:
        """Their record holds a gap."""
        return self.explains("gap")
