"""A file of the site."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Output:
    """A file of the site: its path below the docs folder, its content, and the template that it came from.

    `notes` are lines for whoever builds, about what could not be done as it should.
    """

    path: str
    content: str | bytes
    source: str = ""
    notes: tuple[str, ...] = ()
