"""Does an entry apply? Yes, no or unknown; conditions are flat names of facts."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from generator.facts import Answer
from generator.facts.logic import every, opposite, some

Answers = Mapping[str, Answer]


class HasConditions(Protocol):
    """What an entry with conditions looks like."""

    @property
    def when(self) -> tuple[str, ...]:
        """All of these must be true."""

    @property
    def when_any(self) -> tuple[str, ...]:
        """One of these must be true, if any are named."""

    @property
    def unless(self) -> tuple[str, ...]:
        """None of these may be true."""


def applies(entry: HasConditions, answers: Answers) -> Answer:
    """Whether all of `when`, one of `when_any` and none of `unless` hold; unknown as far as it matters."""
    needed = [answers[name] for name in entry.when]
    one_of = [some(answers[name] for name in entry.when_any)] if entry.when_any else []
    barred = [opposite(answers[name]) for name in entry.unless]
    return every([*needed, *one_of, *barred])


def is_over(until: date | None, as_of: date) -> bool:
    """Whether the last day on which an entry is worth saying has gone by."""
    return until is not None and until < as_of


def named_facts(entry: HasConditions) -> tuple[str, ...]:
    """Every fact that the conditions of an entry name."""
    return (*entry.when, *entry.when_any, *entry.unless)


def open_conditions(entry: HasConditions, answers: Answers) -> tuple[tuple[str, bool], ...]:
    """The unknown facts that keep an entry from being judged, each with the answer it needs; none if it is judged."""
    if applies(entry, answers) is not None:
        return ()
    settled = some(answers[name] for name in entry.when_any) is True
    needed = (*entry.when, *(() if settled else entry.when_any))
    asked = [*((name, True) for name in needed), *((name, False) for name in entry.unless)]
    return tuple((name, wanted) for name, wanted in asked if answers[name] is None)


def open_facts(entry: HasConditions, answers: Answers) -> tuple[str, ...]:
    """The unknown facts that keep an entry from being judged; none where it is judged."""
    return tuple(name for name, _ in open_conditions(entry, answers))
