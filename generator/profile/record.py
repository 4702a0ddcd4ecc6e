"""What the applicant has done, asked for, been offered and holds."""

from typing import Literal

from generator.profile.declared import answer
from generator.reading import Day, Id, Line, Maybe, Model, Text

ExperienceKind = Literal["core", "elective", "sub-internship", "externship", "observership", "research", "work"]
LetterStatus = Literal["possible", "asked", "promised", "uploaded"]
RotationStatus = Literal["applied", "offered", "booked", "done"]


class Experience(Model):
    """Clinical experience in the United States."""

    field: Line = answer(
        "A field of the guide's list, like medicine.", needed=True, audience="mentor", say_to=("host",)
    )
    kind: Maybe[ExperienceKind] = answer(
        "core, elective, sub-internship, externship, observership, research or work.",
        audience="mentor",
        say_to=("host",),
    )
    hands_on: Maybe[bool] = answer(
        "true if you examined and wrote about patients yourself.", audience="mentor", say_to=("host",)
    )
    weeks: Maybe[int] = answer("How long.", unit="weeks", audience="mentor", say_to=("host",))
    state: Maybe[Line] = answer("State, as two capital letters.", audience="mentor")
    program_in_field: Maybe[bool] = answer("true if that hospital trains residents in that field.", audience="mentor")
    first: Maybe[Day] = answer("First day.", audience="mentor")
    last: Maybe[Day] = answer("Last day.", audience="mentor")
    credited: Maybe[bool] = answer("true if your school gives credit for it.", audience="mentor")


class Letter(Model):
    """A letter of recommendation that exists or may."""

    writer: Line = answer("Role or name of the writer, as you want to see it in the guide.", needed=True)
    field: Maybe[Line] = answer("Field that the writer can speak for.", can_change=True)
    us: Maybe[bool] = answer("true if the writer works in the United States.", can_change=True)
    faculty: Maybe[bool] = answer("true if the writer holds a faculty post.", can_change=True)
    knows: Maybe[Literal["well", "somewhat", "little"]] = answer(
        "How well the writer knows your work.", can_change=True
    )
    date: Maybe[Day] = answer("Day on which it was asked for, promised or uploaded.")
    status: Maybe[LetterStatus] = answer("possible, asked, promised or uploaded.", can_change=True)


class Rotation(Model):
    """A rotation that was applied to, offered, booked or done."""

    host: Line = answer("Hospital or school.", needed=True, say_to=("host", "writer", "school"))
    field: Line = answer(
        "A field of the guide's list, like consult-liaison.",
        needed=True,
        audience="mentor",
        say_to=("host", "writer", "school"),
    )
    status: RotationStatus = answer("applied, offered, booked or done.", needed=True, can_change=True)
    type: Maybe[Id] = answer("A rotation type of the guide's list, like medicine-sub-internship.", audience="mentor")
    first: Maybe[Day] = answer("First day.", audience="mentor", say_to=("host", "writer", "school"))
    last: Maybe[Day] = answer("Last day.", audience="mentor", say_to=("host", "writer", "school"))
    start_from: Maybe[Day] = answer("First day on which it could begin, where the host leaves you the choice.")
    start_to: Maybe[Day] = answer("Last day on which it could begin.")
    weeks: Maybe[int] = answer("How long it lasts, where it has no dates yet.", unit="weeks")
    answer_due: Maybe[Day] = answer("Day by which the host wants your answer.")
    city: Maybe[Line] = answer("City.")
    state: Maybe[Line] = answer("State, as two capital letters.")
    fee: Maybe[int] = answer("What the host charges.", unit="USD")
    setting: Maybe[Literal["university", "community"]] = answer("university or community: the kind of hospital.")
    program_in_field: Maybe[bool] = answer("true if that hospital trains residents in that field.")
    wants_step_2: Maybe[bool] = answer("true if the host wants the result of Step 2 CK before you begin.")


class Inquiry(Model):
    """A message that was sent to a host."""

    host: Line = answer("Hospital or school.", needed=True)
    sent: Day = answer("Day on which it was sent.", needed=True)
    answered: Maybe[Day] = answer("Day on which they answered.", can_change=True)
    outcome: Maybe[Literal["open", "closed", "ask-later", "no-answer"]] = answer("What they said.")
    write_again: Maybe[Day] = answer("Day from which they want to hear from you again, where they said ask-later.")
    note: Maybe[Text] = answer("What else to remember of it, in your words; for yourself.")


class Paper(Model):
    """A document in hand."""

    document: Id = answer("A document of the guide's list, like transcript.", needed=True, audience="mentor")
    expires: Maybe[Day] = answer("Day on which it runs out.", audience="mentor", can_change=True)


class Explanation(Model):
    """Something in the record that will be asked about."""

    kind: Literal["failed-exam", "gap", "leave", "repeated-year", "professionalism", "change-of-school", "other"] = (
        answer("What it is about.", needed=True)
    )
    what: Maybe[Text] = answer("What happened and what changed, in your words; for yourself.")
