"""What is wrong, where, and how to mend it: the words that every room uses for a mistake."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Place:
    """A spot in a file; line and column count from 1, and 0 means the whole file."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """`file`, `file:line` or `file:line:column`, as far as it is known."""
        return ":".join([self.file, *(str(n) for n in (self.line, self.column) if n)])


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake, in words for the owner of the file."""

    where: Place
    what: str
    hint: str = ""

    def __str__(self) -> str:
        """One line: place, what is wrong, how to mend it."""
        return f"{self.where}: {self.what}" + (f" ({self.hint})" if self.hint else "")


class GuideError(Exception):
    """The build cannot go on; `problems` says why, all of them at once, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems sorted, each once."""
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))
