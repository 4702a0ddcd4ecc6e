"""A rotation of the plan with words for what the program knows by an id."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.catalog import Catalog
from generator.phrases import long_date
from generator.plan import Block, InquiryDates, LetterDates, Plan
from generator.plan.settings import Role, RotationType, Settings
from generator.prose import Prose, fill


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
    late: bool
    doubles: bool
    letter: LetterDates | None
    inquiry: InquiryDates | None


class BlockWords:
    """The words for the blocks of one plan, and the rotation types that its person can do at all."""

    def __init__(self, plan: Plan, settings: Settings, catalog: Catalog, types: Sequence[RotationType]) -> None:
        """Keep what words are looked up in."""
        self._plan, self._settings, self._catalog, self._types = plan, settings, catalog, types

    def view(self, block: Block) -> BlockView:
        """A block with its words."""
        return BlockView(
            id=block.id, **self._names(block), **_when(block), **_standing(block), doubles=self._doubles(block)
        )

    def _names(self, block: Block) -> dict[str, Any]:
        """What it is and where, by name."""
        kinds = self._kinds(block)
        return {
            "name": self._name(block),
            "role": self._settings.role(block.part) if block.part else None,
            "type": kinds[0] if kinds else None,
            "others": kinds[1:],
            "host": block.host,
            "at": block.host,
            "status_name": self._catalog.name("block", "late" if block.late else block.status),
            "certainty_name": self._catalog.name("sure", block.certainty),
            "ask": self._question(block),
        }

    def _name(self, block: Block) -> str:
        """The host where the applicant names it, and the part for a block that is still to be found."""
        role = self._settings.role(block.part).name if block.part else Prose("")
        return role if block.status == "planned" else block.host or role

    def _question(self, block: Block) -> Prose:
        """What to ask the host of a planned block first; empty where nothing is open."""
        if block.status != "planned" or not block.host:
            return Prose("")
        if block.apply_by is None:
            return fill(self._catalog.name("question", "applied"), {"first": long_date(block.span.first)})
        return next((one.ask for one in self._plan.hosts if one.name == block.host), Prose(""))

    def _kinds(self, block: Block) -> tuple[RotationType, ...]:
        """The type of a rotation that the applicant has, or those that a planned one could be, best first."""
        if block.status == "planned" and not block.field:
            return tuple(sorted(self._fitting(block.part), key=lambda kind: kind.id != block.type))
        own = [kind for kind in self._settings.types if kind.id == block.type]
        return tuple(own or [kind for kind in self._types if kind.field == block.field][:1])

    def _doubles(self, block: Block) -> bool:
        """Whether a block plays the part of its specialty too, because no other block does."""
        settings = self._settings
        parts = {one.part for one in self._plan.schedule.value.blocks if one.part and one.id != block.id}
        specialties = {settings.role(part).specialty for part in parts}
        mine = settings.role(block.part).specialty if block.part else ""
        return block.part in self._plan.mix.value.doubles and mine not in specialties

    def _fitting(self, part: str) -> tuple[RotationType, ...]:
        """The rotation types that can fill a part for this person, the most valuable first."""
        order = [tier.id for tier in self._settings.tiers]
        fitting = [kind for kind in self._types if part in kind.fills]
        return tuple(sorted(fitting, key=lambda kind: (order.index(kind.tier), kind.fills.index(part))))


def _when(block: Block) -> dict[str, Any]:
    """Its days, and the days that hang on them."""
    return {
        "first": block.span.first,
        "last": block.span.last,
        "apply_by": block.apply_by,
        "short_notice": block.short_notice,
        "late": block.late,
        "letter": block.letter,
        "inquiry": block.inquiry,
    }


def _standing(block: Block) -> dict[str, Any]:
    """How sure it is."""
    return {
        "status": block.status,
        "certainty": block.certainty,
        "is_planned": block.status == "planned",
        "is_offered": block.status == "offered",
        "is_ask": block.certainty == "ask",
        "is_booked": block.status == "booked",
    }
