"""A fact is one statement about the applicant: its docstring is the sentence, its value yes, no or unknown."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from generator.facts.logic import Answer

Statement = TypeVar("Statement", bound=Callable[..., Answer])


@dataclass(frozen=True)
class Fact:
    """What is known of a fact before anyone's profile: its name, its sentence, the profile fields it reads."""

    name: str
    sentence: str
    reads: tuple[str, ...]
    each: str = ""

    def named(self, item: str) -> str:
        """The name of a fact that is told once for each item of a list."""
        return f"{self.name}-{item.lower()}"


def reads(*fields: str, each: str = "") -> Callable[[Statement], Statement]:
    """Mark a method as a fact that hangs on these profile fields; `each` names a list of the settings."""

    def mark(statement: Statement) -> Statement:
        name = statement.__name__.replace("_", "-")
        sentence = (statement.__doc__ or "").strip()
        statement.__dict__["fact"] = Fact(name, sentence, fields, each)
        return statement

    return mark


def fact_of(member: Any) -> Fact | None:
    """The fact that a class member states, if it states one."""
    found = getattr(member, "fact", None)
    return found if isinstance(found, Fact) else None
