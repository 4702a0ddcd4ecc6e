"""Whether a host will have the applicant."""

from dataclasses import dataclass
from typing import Literal

from generator.plan.decision import Decision
from generator.prose import Prose


@dataclass(frozen=True)
class HostVerdict:
    """How one host stands for this applicant: by its own rule, or by what it has told them.

    `id` is empty for a host that only the applicant names; its `name` is then their own text. `route` is the host's
    best route for them, the one that decided; `rule`, `sources` and `as_of` are what the host states there.
    """

    id: str
    name: str
    kind: Literal["program", "host", "named"]
    route: str
    verdict: Decision[str]
    rule: Prose
    ask: Prose
    as_of: int | None
    old: bool
    sources: tuple[str, ...]
    approach_faculty: bool | None
    contact_rule: Prose
    wanted: bool
