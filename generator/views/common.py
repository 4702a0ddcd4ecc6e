"""What every page may show, whoever it is for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Annotated, Any, Generic, TypeVar

from generator.catalog import Catalog
from generator.catalog.figures import Figure
from generator.catalog.known import by_id
from generator.conditions import Answers, applies
from generator.facts import Facts
from generator.phrases import long_date
from generator.plan import Block, InquiryDates, LetterDates, OneOf, Plan
from generator.plan.settings import Role, RotationType
from generator.plan.world import Milestone
from generator.prose import Prose, fill
from generator.views.reader import Reader, reader

Thing = TypeVar("Thing")


class Named(Mapping[str, Thing], Generic[Thing]):
    """Things by id, which templates reach as attributes: dashes become underscores."""

    def __init__(self, things: Mapping[str, Thing]) -> None:
        """Keep them under names that a template can write."""
        self._things = MappingProxyType({id_.replace("-", "_"): thing for id_, thing in things.items()})

    def __getitem__(self, name: str) -> Thing:
        """A thing by its name with underscores."""
        return self._things[name]

    def __iter__(self) -> Iterator[str]:
        """The names."""
        return iter(self._things)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._things)

    def __getattr__(self, name: str) -> Thing:
        """A thing as an attribute; an unknown name is an error that a template reports with its line."""
        try:
            return self._things[name]
        except KeyError:
            raise AttributeError(name) from None


@dataclass(frozen=True)
class BlockView:
    """One rotation of the plan, with words for what the program knows by an id."""

    id: str
    name: str
    role: Role | None
    type: RotationType | None
    others: tuple[RotationType, ...]
    first: date
    last: date
    host: str
    status: str
    status_name: Prose
    at: str
    certainty: str
    certainty_name: Prose
    ask: Prose
    apply_by: date | None
    short_notice: bool
    is_planned: bool
    is_offered: bool
    is_ask: bool
    is_booked: bool
    is_done: bool
    late: bool
    doubles: bool
    letter: LetterDates | None
    inquiry: InquiryDates | None


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


@dataclass(frozen=True)
class Sight:
    """What views are made from: the plan, the facts with their answers, and the catalog."""

    plan: Plan
    facts: Facts
    answers: Answers
    catalog: Catalog

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
        }

    def block_called(self, id_: str) -> BlockView:
        """A block of the plan by its id."""
        return self.block(by_id(self.plan.schedule.value.blocks)[id_])

    def block(self, block: Block) -> BlockView:
        """A block with its words."""
        settings = self.facts.settings
        kinds = self._kinds(block)
        role = settings.role(block.part) if block.part else None
        status = "late" if block.late else block.status
        return BlockView(
            id=block.id,
            name=self._name(block),
            role=role,
            type=kinds[0] if kinds else None,
            others=kinds[1:],
            first=block.span.first,
            last=block.span.last,
            host=block.host,
            status=block.status,
            status_name=self.catalog.name("block", status),
            at=block.host,
            certainty=block.certainty,
            certainty_name=self.catalog.name("sure", block.certainty),
            ask=self._question(block),
            apply_by=block.apply_by,
            short_notice=block.short_notice,
            is_planned=block.status == "planned",
            is_offered=block.status == "offered",
            is_ask=block.certainty == "ask",
            is_booked=block.status == "booked",
            is_done=block.status == "done",
            late=block.late,
            doubles=self._doubles(block),
            letter=block.letter,
            inquiry=block.inquiry,
        )

    def _name(self, block: Block) -> str:
        """The host where the applicant names it, and the part for a block that is still to be found."""
        role = self.facts.settings.role(block.part).name if block.part else Prose("")
        return role if block.status == "planned" else block.host or role

    def _question(self, block: Block) -> Prose:
        """What to ask the host of a planned block first; empty where nothing is open."""
        if block.status != "planned" or not block.host:
            return Prose("")
        if block.apply_by is None:
            return fill(self.catalog.name("question", "applied"), {"first": long_date(block.span.first)})
        return next((one.ask for one in self.plan.hosts if one.name == block.host), Prose(""))

    def _kinds(self, block: Block) -> tuple[RotationType, ...]:
        """The type of a rotation that the applicant has, or those that a planned one could be, best first."""
        if block.status == "planned" and not block.field:
            return tuple(sorted(self.types(block.part), key=lambda kind: kind.id != block.type))
        own = [kind for kind in self.facts.settings.types if kind.id == block.type]
        return tuple(own or [kind for kind in self.open_types if kind.field == block.field][:1])

    def _doubles(self, block: Block) -> bool:
        """Whether a block plays the part of its specialty too, because no other block does."""
        settings = self.facts.settings
        parts = {one.part for one in self.plan.schedule.value.blocks if one.part and one.id != block.id}
        specialties = {settings.role(part).specialty for part in parts}
        mine = settings.role(block.part).specialty if block.part else ""
        return block.part in self.plan.mix.value.doubles and mine not in specialties

    def types(self, part: str) -> tuple[RotationType, ...]:
        """The rotation types that can fill a part for this person, the most valuable first."""
        order = [tier.id for tier in self.facts.settings.tiers]
        fitting = [kind for kind in self.open_types if part in kind.fills]
        return tuple(sorted(fitting, key=lambda kind: (order.index(kind.tier), kind.fills.index(part))))

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
