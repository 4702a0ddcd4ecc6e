"""What programs write, in a form that can be counted, as editors read it."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from generator.catalog.entry import Sources
from generator.reading import Id, Maybe, Model, Words, mistake

FilterKind = Literal[
    "graduated-since",
    "graduated-within",
    "first-attempt",
    "passed",
    "certificate-by",
    "us-experience",
    "school-list",
]
Exam = Literal["step-1", "step-2-ck"]
NEEDS: dict[str, str] = {
    "graduated-since": "year",
    "graduated-within": "years",
    "passed": "exams",
    "certificate-by": "milestone",
}


class Read(Model):
    """One thing that was read, in one sentence."""

    what: Words = Field(description="What is written there, in our words.")
    sources: Sources


class IntegratedReading(Read):
    """Where a program says that both fields meet."""

    level: Literal["unit-or-clinic", "lesser"]


class ImgReading(Read):
    """What a program says to graduates of schools abroad."""

    level: Literal["considers", "implied", "refuses"]


class LetterReading(Read):
    """Which letters a program asks for."""

    number: int = Field(ge=1, description="How many.")
    specialties: tuple[Id, ...] = Field(default=(), description="Specialties of which there must be one each.")
    department: bool = Field(default=False, description="true if one has to be a department's own.")


class DepartmentReading(Read):
    """What a parent department says to graduates of schools abroad."""

    department: Id
    level: Literal["considers", "conditions"]
    signal: bool = Field(default=False, description="true if it says that it hardly interviews without a signal.")


class Filter(Read):
    """Something that a program, or its parent department, asks of applicants."""

    kind: FilterKind
    department: Id | None = Field(default=None, description="The parent department; left out for the program itself.")
    year: int | None = Field(default=None, description="First year of graduation that it takes.")
    years: int | None = Field(default=None, ge=0, description="Most years from graduation to applying.")
    exams: tuple[Exam, ...] = Field(default=(), description="Exams that must be passed.")
    taken_only: bool = Field(default=False, description="true if only exams that were taken must be passed.")
    milestone: Id | None = Field(default=None, description="The day of the season by which it must be there.")
    as_of: Annotated[Maybe[int], Field(description="Year in which it was written, where that matters.")] = None

    @model_validator(mode="after")
    def _says_what_it_asks(self) -> Self:
        needed = NEEDS.get(self.kind)
        if needed and not getattr(self, needed):
            raise mistake(f"a filter of the kind {self.kind} needs {needed}", f"add {needed}")
        return self


class Reading(Model):
    """What can be counted of one program."""

    program: Id
    integrated: IntegratedReading | None = None
    imgs: ImgReading | None = None
    letters: LetterReading | None = None
    filters: tuple[Filter, ...] = ()
    departments: tuple[DepartmentReading, ...] = ()

    def asked(self, department: str | None) -> tuple[Filter, ...]:
        """The filters of a parent department, or of the program itself."""
        return tuple(one for one in self.filters if one.department == department)

    @property
    def asked_next_door(self) -> tuple[Filter, ...]:
        """The filters of its parent departments."""
        return tuple(one for one in self.filters if one.department is not None)


NOTHING_READ = Reading(program="none")


class ReadingsFile(Model):
    """`data/readings.yml`."""

    readings: tuple[Reading, ...]

    def of(self, program: str) -> Reading:
        """What can be counted of a program; nothing where nothing was read."""
        return next((one for one in self.readings if one.program == program), NOTHING_READ)
