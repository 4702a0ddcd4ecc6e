"""A message that the applicant has to send, or may have to."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.prose import Prose

Recipient = Literal["host", "writer", "school"]
Addressee = Literal["office", "faculty", "program", "attending", "school"]
State = Literal["due", "later", "waiting", "when-needed"]


@dataclass(frozen=True)
class Message:
    """One message: which text, to whom, about what, and when.

    `recipient` decides what the text may say; `to` is who reads it there. `ask` is the host's own open question, in
    words of editors. A day that has gone by is never `due`: what still helps is due today, and `late`.
    """

    id: str
    kind: str
    script: str
    recipient: Recipient
    to: Addressee
    host_id: str
    host: str
    ask: Prose
    block: str
    letter: str
    opens: date | None
    due: date | None
    late: bool
    state: State
    waits_for: str
