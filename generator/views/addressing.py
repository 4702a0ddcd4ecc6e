"""To whom a message goes: the host as its text may name it, the office, the address, and the words for the list."""

from generator.catalog.hosts import Host
from generator.catalog.known import by_id
from generator.catalog.program import Program
from generator.plan import Message
from generator.prose import Prose
from generator.views.common import Sight
from generator.views.scripts import Addressed


def addressed(sight: Sight, message: Message) -> Addressed:
    """The host as the text may speak of it: named if the guide knows it, with its one open question."""
    if message.recipient != "host":
        return Addressed()
    place = place_of(sight, message)
    return Addressed(
        name=place.name if place else None,
        office=office_for(sight, message),
        ask=question(sight, message.ask) or None,
    )


def question(sight: Sight, ask: Prose) -> Prose:
    """A host's question without the beginning that the message has said already."""
    for beginning in sight.catalog.files.messages.said_already:
        if ask.startswith(beginning):
            return Prose(ask.removeprefix(beginning).strip())
    return ask


def place_of(sight: Sight, message: Message) -> Program | Host | None:
    """What the guide knows of the host that reads a message; None for a host that only the person names."""
    at_host = message.recipient == "host"
    return next((one for one in sight.catalog.places if at_host and one.id == message.host_id), None)


def office_for(sight: Sight, message: Message) -> str | None:
    """The office that reads a message, if it is known: the guide knows those that answer students, not graduates."""
    place = place_of(sight, message)
    known = place.office.value if place and not sight.facts.graduated() else None
    return known if isinstance(known, str) else None


def address_of(sight: Sight, message: Message) -> str:
    """The address of the office that reads a message, if it is known."""
    place = place_of(sight, message)
    known = place.email.value if place and message.to == "office" and not sight.facts.graduated() else None
    return known if isinstance(known, str) else ""


def where_to_find(sight: Sight, message: Message) -> Prose:
    """How to find an address that the guide does not know."""
    place = place_of(sight, message)
    if message.recipient == "host" and message.to == "office" and sight.facts.graduated():
        return sight.catalog.name("addressee", "graduates-office")
    unknown = place.email.unknown if place and message.to == "office" else None
    return unknown or Prose("")


def reads_it(sight: Sight, message: Message) -> str:
    """Who reads a message, in the words of the list: plain text, with the names that the person has for people."""
    if message.letter:
        return _writer(sight, message)
    if message.to == "office":
        return message.host or sight.catalog.name("addressee", "other")
    word = str(sight.catalog.name("addressee", message.to))
    return f"{word}, {message.host}" if message.recipient == "writer" and message.host else word


def _writer(sight: Sight, message: Message) -> str:
    """The writer of a letter by name, or the attending of a rotation."""
    letters = sight.facts.profile.letters or ()
    number = by_id(sight.plan.letter_sets.writers)[message.letter].letter
    if number is not None:
        return letters[number].writer
    attending = str(sight.catalog.name("addressee", message.to))
    return f"{attending}, {message.host}" if message.host else attending
