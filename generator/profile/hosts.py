"""What the applicant knows of hosts, from a page or from an office; it counts for more than the guide's own values."""

from typing import Literal

from generator.profile.declared import answer
from generator.reading import Day, Line, Maybe, Model


class OwnHost(Model):
    """A host that the guide does not know, or what the applicant knows better of one that it does."""

    host: Line = answer("Its name, or an id of the guide's list.", needed=True, say_to=("host",))
    city: Maybe[Line] = answer("City.")
    state: Maybe[Line] = answer("State, as two capital letters.")
    route: Maybe[Literal["visiting-service", "own-form", "military"]] = answer(
        "How visitors come in: visiting-service (VSLO), own-form (papers to the host) or military."
    )
    international_schools: Maybe[Literal[True, False, "partners-only", "some-departments"]] = answer(
        "Whether it takes students of schools abroad."
    )
    us_citizens_abroad: Maybe[Literal["accepted", "refused", "by-school"]] = answer(
        "US citizens at schools abroad; by-school: only the school counts."
    )
    fee: Maybe[int] = answer("What it charges a visitor.", unit="USD")
    lead_weeks: Maybe[int] = answer("Weeks before the first day by which papers must be in.", unit="weeks")
    most_electives: Maybe[int] = answer("Most electives that one visitor gets.", unit="electives")
    months: Maybe[tuple[int, ...]] = answer("Months in which visitors' blocks begin, 1 to 12.")
    office: Maybe[Line] = answer("The office that answers visitors.", say_to=("host",))
    email: Maybe[Line] = answer("Address of that office, never of a person.", say_to=("host",))
    approach_faculty: Maybe[bool] = answer("false if it asks visitors not to write to faculty first.")
    seats: Maybe[int] = answer("Places a year, at a combined program.", unit="places")
    letters: Maybe[Line] = answer("Letters that a combined program asks for.")
    recruiting: Maybe[bool] = answer("true if a combined program takes applications this season.")
    application_dates: Maybe[Line] = answer("When a combined program takes applications.")
    page: Maybe[Line] = answer("Web address of the page where it stands.")
    read_on: Maybe[Day] = answer("Day on which you read or heard it; without one it never opens a host.")
    where: Maybe[Line] = answer("Your note: which page, or which office told you.")
