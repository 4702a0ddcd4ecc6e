"""What the applicant says, with nothing derived from it; None means unknown."""

from typing import Literal

from pydantic import Field

from generator.profile.declared import answer
from generator.profile.hopes import Means, Targets, Weight
from generator.profile.hosts import OwnHost
from generator.profile.person import Applicant, Caps, Exam, Exams, FinalYear, Period, School
from generator.profile.record import Experience, Explanation, Inquiry, Letter, Paper, Rotation
from generator.reading import Line, Maybe, Model, Text

__all__ = [
    "Applicant", "Caps", "Exam", "Exams", "Experience", "Explanation", "FinalYear", "Inquiry", "Letter",
    "Means", "OwnHost", "Paper", "Period", "Profile", "Rotation", "School", "Targets", "Weight",
]  # fmt: skip


class Profile(Model):
    """One applicant, as they describe themselves."""

    schema_: Literal[1] = Field(alias="schema", description="Version of this format: 1.")
    applicant: Applicant = answer("Who you are.", needed=True)
    season: int = answer(
        "Year of the Match you apply for: 2028 for a start in July 2028.",
        needed=True,
        unit="year",
        audience="anyone",
        can_change=True,
    )
    school: School = answer("Your medical school.", needed=True)
    exams: Maybe[Exams] = answer("Your exams.")
    experience: Maybe[tuple[Experience, ...]] = answer(
        "Clinical experience in the United States; [] for none.", can_change=True
    )
    letters: Maybe[tuple[Letter, ...]] = answer("Letters that exist or may; [] for none.", can_change=True)
    targets: Maybe[Targets] = answer("Where you want to go.")
    means: Maybe[Means] = answer("Money and time.")
    rotations: Maybe[tuple[Rotation, ...]] = answer(
        "Rotations applied to, offered, booked or done; [] for none.", can_change=True
    )
    inquiries: Maybe[tuple[Inquiry, ...]] = answer("Messages sent to hosts; [] for none.", can_change=True)
    hosts: Maybe[tuple[OwnHost, ...]] = answer("Hosts that you add, or of which you know better; [] for none.")
    documents: Maybe[tuple[Paper, ...]] = answer("Documents in hand; [] for none.", can_change=True)
    done: Maybe[tuple[Line, ...]] = answer(
        "Tasks of your checklists that are done, by their ids; [] for none.", can_change=True
    )
    explain: Maybe[tuple[Explanation, ...]] = answer("What will be asked about; [] for nothing.")
    strengths: Maybe[tuple[Text, ...]] = answer("Strengths that you want to show; [] for none.", audience="mentor")
