"""What every page may show, whoever it is for."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Annotated, Any

from generator.catalog import Catalog
from generator.catalog.figures import Figure
from generator.catalog.known import by_id
from generator.conditions import Answers, applies
from generator.facts import Facts
from generator.plan import Block, OneOf, Plan
from generator.plan.differences import Changed
from generator.plan.settings import RotationType
from generator.plan.titles import Titles
from generator.plan.world import Milestone
from generator.prose import Prose
from generator.views.blocks import BlockView, BlockWords
from generator.views.named import Named
from generator.views.reader import Reader, reader

__all__ = ["BlockView", "Named", "Sight", "View"]


@dataclass(frozen=True, kw_only=True)
class View:
    """What every page may show."""

    reader: Annotated[Reader, "The applicant; name, self and school may be their own words."]
    facts: Annotated[Named[bool | None], "Every fact by its name; an unknown one is neither true nor false."]
    dates: Annotated[Named[Milestone], "The season's milestones; show with the filter day."]
    figures: Annotated[Named[Figure], "Dated figures; show with the filter figure."]
    as_of: Annotated[date, "The day that the guide speaks of as today."]
    plan: Annotated[Plan, "Everything that was decided."]
    blocks: Annotated[tuple[BlockView, ...], "Rotations planned or booked and not done yet, in order of time."]
    on_paper: Annotated[bool, "Whether the booklet and each checklist could be made as PDF."]


@dataclass(frozen=True)
class Sight:
    """What views are made from: the plan, the facts with their answers, the catalog, and what changed since a plan was
    accepted.

    `titles` are those of the calendar; `on_paper` says whether PDFs can be made, and `paper` on which size.
    """

    plan: Plan
    facts: Facts
    answers: Answers
    catalog: Catalog
    changed: Changed | None = None
    titles: Titles = "discreet"
    on_paper: bool = True
    paper: str = "letter"

    def common(self) -> dict[str, Any]:
        """The names that every view begins with."""
        return self._common

    @cached_property
    def _common(self) -> dict[str, Any]:
        return {
            "reader": reader(self.facts, self.answers, self.catalog),
            "facts": Named(self.answers),
            "dates": Named(self.facts.season.milestones),
            "figures": Named(self.catalog.figures),
            "as_of": self.plan.as_of,
            "plan": self.plan,
            "blocks": tuple(self.block(block) for block in self.plan.schedule.value.ahead),
            "on_paper": self.on_paper,
        }

    def block_called(self, id_: str) -> BlockView:
        """A block of the plan by its id."""
        return self.block(by_id(self.plan.schedule.value.blocks)[id_])

    def block(self, block: Block) -> BlockView:
        """A block with its words."""
        return self._words.view(block)

    @cached_property
    def _words(self) -> BlockWords:
        return BlockWords(self.plan, self.facts.settings, self.catalog, self.open_types)

    @cached_property
    def open_types(self) -> tuple[RotationType, ...]:
        """The rotation types that this person can do at all."""
        entries = by_id(self.catalog.files.settings.types)
        return tuple(kind for kind in self.facts.settings.types if applies(entries[kind.id], self.answers) is not False)

    def only_if(self, conditions: tuple[OneOf, ...]) -> Prose | None:
        """What must turn out, as a clause that follows "only"; None for nothing."""
        return Prose(" and ".join(map(self._one_of, conditions))) if conditions else None

    def _one_of(self, needs: OneOf) -> str:
        return " or ".join(f"if {self.clause(need.fact, yes=need.answer)}" for need in needs)

    def whether(self, facts: tuple[str, ...]) -> tuple[Prose, ...]:
        """Unknown facts, each as a clause with whether; of facts that one answer settles, the first."""
        first = {self.catalog.words_for(fact).field: fact for fact in reversed(facts)}
        return tuple(Prose(f"whether {self.clause(fact)}") for fact in facts if fact in first.values())

    def clause(self, fact: str, *, yes: bool = True) -> Prose:
        """A fact, or its opposite, as a clause in the reader's words."""
        words = self.catalog.words_for(fact)
        return words.yes if yes else words.no


def page_of(program: str) -> Prose:
    """Where a program's page stands below the root of the site.

    >>> page_of("emory")
    'programs/emory.md'
    """
    return Prose(f"programs/{program}.md")
