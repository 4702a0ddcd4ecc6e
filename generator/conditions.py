"""Does an entry apply? Yes, no or unknown; conditions are flat names of facts."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from generator.facts import Answer
from generator.facts.logic import every, opposite, some
from generator.plan import Need, OneOf

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


def open_conditions(entry: HasConditions, answers: Answers) -> tuple[OneOf, ...]:
    """What must turn out for an entry to apply, as far as it is unknown; nothing where it is judged.

    Each is a fact with the answer that it needs, or several of which one is enough.
    """
    if applies(entry, answers) is not None:
        return ()
    settled = some(answers[name] for name in entry.when_any) is True
    one_of = tuple(Need(name, True) for name in entry.when_any if answers[name] is None and not settled)
    needed = [(Need(name, True),) for name in entry.when if answers[name] is None]
    barred = [(Need(name, False),) for name in entry.unless if answers[name] is None]
    return (*needed, *([one_of] if one_of else []), *barred)


def open_facts(entry: HasConditions, answers: Answers) -> tuple[str, ...]:
    """The unknown facts that keep an entry from being judged; none where it is judged."""
    return tuple(need.fact for one_of in open_conditions(entry, answers) for need in one_of)
