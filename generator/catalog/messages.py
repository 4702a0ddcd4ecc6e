"""The messages that a person has to send, as editors write them."""

from typing import Annotated

from pydantic import Field

from generator.catalog.entry import Conditional, Sources
from generator.catalog.known import EachOnce
from generator.catalog.verdicts import Verdict
from generator.reading import Id, Line, Model, Words

Days = Annotated[int, Field(ge=1)]


class Timing(Model):
    """The days between messages."""

    follow_up_days: Annotated[Days, Field(description="From the first message to the reminder.")]
    call_days: Annotated[Days, Field(description="From the first message to the telephone call.")]
    close_days: Annotated[Days, Field(description="From the first message until silence counts as a no.")]
    answer_days: Annotated[Days, Field(description="To act on an answer.")]
    thanks_days: Annotated[Days, Field(description="How long thanks are in time.")]
    talk_days: Annotated[Days, Field(description="Days of a rotation within which the first talk belongs.")]
    rotation_thanks_days: Annotated[Days, Field(description="From the last day of a rotation to the thanks for it.")]
    packet_days: Annotated[Days, Field(description="From a promise until the packet is taken to be with the writer.")]
    ask_again_days: Annotated[Days, Field(description="From asking for a letter to asking once more.")]
    remind_days: Annotated[Days, Field(description="From the reminder to the day by which a letter must be in.")]
    record_weeks: Annotated[Days, Field(description="Weeks before applications open to ask for a graduate's papers.")]
    soon_days: Annotated[Days, Field(description="Days ahead for which messages are shown as coming soon.")]
    because: Words
    sources: Sources


class Lines(Model):
    """How many hosts to have an open question with."""

    most: Annotated[int, Field(ge=1, description="For each block that is still to be found.")]
    sources: Sources


class Wait(Model):
    """What a message waits for."""

    id: Id
    words: Annotated[Words, Field(description="A clause that says when to send it.")]
    holds_back: Annotated[bool, Field(description="false if its day comes unless this has come before.")]


class MessageKind(Conditional):
    """One kind of message: its text, and why it is due."""

    name: Words
    script: Id
    why: Words
    page: Annotated[Line | None, Field(description="The page that holds its text, if the list is not to.")] = None
    papers: Annotated[tuple[Id, ...], Field(description="Documents that it asks for.")] = ()


class MessagesFile(Model):
    """`rules/messages.yml`."""

    id: Id
    question: Words
    timing: Timing
    lines: Lines
    asks: Annotated[tuple[Verdict, ...], Field(description="Verdicts whose hosts get an inquiry.")]
    after_school: Annotated[tuple[Verdict, ...], Field(description="The same, once the school has answered.")]
    direct_routes: Annotated[tuple[Id, ...], Field(description="Routes on which papers go to the host itself.")]
    said_already: Annotated[tuple[Words, ...], Field(description="Beginnings that inquiries leave out of questions.")]
    waits: Annotated[tuple[Wait, ...], EachOnce]
    kinds: Annotated[tuple[MessageKind, ...], EachOnce]
