"""Who the applicant is, where they study, and which exams they have taken."""

from typing import Literal

from generator.profile.declared import answer
from generator.reading import Day, Line, Maybe, Model

Citizenship = Literal["citizen-by-birth", "naturalized", "dual-citizen", "permanent-resident", "other"]
Exposure = Literal["none", "limited", "good"]
ExamStatus = Literal["not-taken", "planned", "waiting", "passed", "failed"]


class Period(Model):
    """A stretch of days, first and last included."""

    first: Day = answer("First day of it, like 2027-03-01.", needed=True)
    last: Day = answer("Last day of it, like 2027-03-28.", needed=True)
    what: Maybe[Line] = answer("What it is, in a word or two.")


class Applicant(Model):
    """The person whom the guide is for."""

    name: Line = answer(
        "Name or nickname as the guide and its letters use it.",
        needed=True,
        say_to=("host", "writer", "school"),
    )
    own_words: Maybe[Line] = answer(
        "Words you use for yourself, like: American studying in Ireland.",
        audience="mentor",
        say_to=("host", "writer", "school"),
        can_change=True,
    )
    citizenship: Maybe[Citizenship] = answer(
        "Your tie to the United States; permanent-resident means a green card.",
        audience="mentor",
        say_to=("host", "writer"),
    )
    languages: Maybe[tuple[Line, ...]] = answer(
        "Languages you can work in, English included.", audience="mentor", say_to=("host", "writer")
    )


class FinalYear(Model):
    """One field in the final year at the applicant's own school."""

    field: Line = answer("A field of the guide's list, like medicine or psychiatry.", needed=True, audience="mentor")
    exposure: Maybe[Exposure] = answer(
        "How much of it the final year offers: none, limited (under 4 weeks) or good.", audience="mentor"
    )


class Caps(Model):
    """Limits that the school sets on electives elsewhere."""

    weeks_outside: Maybe[int] = answer(
        "Most weeks outside the school's own hospitals.", unit="weeks", audience="mentor"
    )
    weeks_per_field: Maybe[int] = answer("Most weeks in one field.", unit="weeks", audience="mentor")
    electives: Maybe[int] = answer("Most electives elsewhere.", unit="electives", audience="mentor")


class School(Model):
    """The medical school, and what it allows."""

    status: Literal["enrolled", "graduated"] = answer(
        "enrolled until the day of graduation, then graduated.",
        needed=True,
        audience="anyone",
        say_to=("host", "writer"),
    )
    graduation: Day = answer(
        "Day of graduation, or the day it is expected.",
        needed=True,
        audience="mentor",
        say_to=("host", "writer", "school"),
    )
    name: Maybe[Line] = answer("The school's name.", audience="mentor", say_to=("host", "writer", "school"))
    country: Maybe[Line] = answer("Country of the school.", audience="mentor", say_to=("host", "writer"))
    language: Maybe[Line] = answer("Language of teaching.", audience="mentor", say_to=("host",))
    patients_speak: Maybe[tuple[Line, ...]] = answer(
        "Languages that patients speak where you train.", audience="mentor", say_to=("host",)
    )
    visiting_service: Maybe[bool] = answer(
        "true if the school is a Home institution of VSLO, the AAMC's visiting-student service.",
        audience="mentor",
    )
    terms: Maybe[tuple[Period, ...]] = answer("Terms that you have to be at the school for.", audience="mentor")
    elective_windows: Maybe[tuple[Period, ...]] = answer(
        "Periods in which the school allows electives elsewhere.", audience="mentor", can_change=True
    )
    caps: Maybe[Caps] = answer("Limits that the school sets on electives elsewhere.", audience="mentor")
    agreement_needed: Maybe[bool] = answer(
        "true if the school must sign an agreement with the host first.", audience="mentor"
    )
    final_year: Maybe[tuple[FinalYear, ...]] = answer("What the final year at the school offers.", audience="mentor")
    earlier_schools: Maybe[tuple[Line, ...]] = answer("Medical schools before this one; [] for none.")
    leave: Maybe[tuple[Period, ...]] = answer("Leaves of absence; [] for none.")
    repeated_years: Maybe[int] = answer("Years that were repeated; 0 for none.", unit="years")


class Exam(Model):
    """One exam, as far as it has come."""

    status: Maybe[ExamStatus] = answer(
        "not-taken, planned, waiting (for the result), passed or failed.", can_change=True
    )
    date: Maybe[Day] = answer("Day on which it was or will be taken.", can_change=True)
    attempts: Maybe[int] = answer("Times it was taken, the planned one not counted.", unit="attempts")
    score: Maybe[int] = answer("Three-digit score where there is one.", unit="points", can_change=True)


class Exams(Model):
    """The exams that an application from abroad rests on."""

    step_1: Maybe[Exam] = answer("USMLE Step 1; a score only if it was taken before 26 January 2022.")
    step_2_ck: Maybe[Exam] = answer("USMLE Step 2 CK.", can_change=True)
    english_test: Maybe[Exam] = answer("OET Medicine, the English test that ECFMG asks for.", can_change=True)
    ecfmg_certificate: Maybe[Exam] = answer("ECFMG certificate; passed means that you hold it.", can_change=True)
