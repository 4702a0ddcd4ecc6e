"""What a plan is made of."""

from dataclasses import dataclass
from datetime import date

from generator.plan.money import Money
from generator.prose import Prose


@dataclass(frozen=True)
class Need:
    """An unknown fact, and the answer that something needs of it."""

    fact: str
    answer: bool


OneOf = tuple[Need, ...]


@dataclass(frozen=True)
class Count:
    """How many rotations: the range, and the number that the plan is made for."""

    least: int
    most: int
    aim: int


@dataclass(frozen=True)
class Mix:
    """The parts in the order of the year, the same by weight, and those that play two parts at once."""

    parts: tuple[str, ...]
    keep: tuple[str, ...]
    doubles: tuple[str, ...]


@dataclass(frozen=True)
class Slot:
    """One letter that an application needs, and what fills it: a letter at hand, a block, or nothing yet."""

    id: str
    name: Prose
    letter: int | None
    block: str | None

    @property
    def covered(self) -> bool:
        """Whether something fills it."""
        return self.letter is not None or self.block is not None


@dataclass(frozen=True)
class LetterPlan:
    """The letters that applications need, and which of the applicant's letters count."""

    slots: tuple[Slot, ...]
    counting: tuple[int, ...]

    @property
    def covered(self) -> int:
        """How many of the letters that are needed are at hand or planned."""
        return sum(slot.covered for slot in self.slots)


@dataclass(frozen=True)
class CostLine:
    """One cost: how often it arises and what it comes to; `total` is None where the price is unknown."""

    id: str
    times: int
    total: Money | None
    counted: bool


@dataclass(frozen=True)
class Costs:
    """What the plan costs as far as prices are known, per group and in all, against the budget."""

    lines: tuple[CostLine, ...]
    groups: tuple[tuple[str, Money], ...]
    rotations: Money
    everything: Money
    lost_income: int | None
    budget: int | None
    verdict: str


@dataclass(frozen=True)
class DocumentDue:
    """A document, the day on which to start on it, and the unknown facts that it hangs on, with the answer needed."""

    id: str
    start: date | None
    now: bool
    in_hand: bool
    expires_too_soon: bool
    only_if: tuple[OneOf, ...]


@dataclass(frozen=True)
class Task:
    """One thing to do: `due` and `begin` are never before the plan's day; `late` says that its own day has gone by.

    `begin` is the day on which to begin, so that it is done when due. `only_if` names unknown facts that it hangs on;
    of those that stand together one is enough. One that the applicant has done is never late and has no day to begin.
    """

    id: str
    entry: str
    list: str
    due: date | None
    late: bool
    block: str
    only_if: tuple[OneOf, ...]
    begin: date | None = None
    done: bool = False


@dataclass(frozen=True)
class LeftOut:
    """A task that is none any more, since its day has gone by, and why it would help no longer."""

    id: str
    entry: str
    list: str
    block: str
    reason: Prose


@dataclass(frozen=True)
class OpenQuestion:
    """An unknown fact, and the decisions that hang on it."""

    fact: str
    rules: tuple[str, ...]
