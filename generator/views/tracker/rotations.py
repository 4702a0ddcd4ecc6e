"""The sheet of rotations: those of the profile, then the blocks of the plan that are still to be found."""

from collections.abc import Iterator, Mapping

from generator.downloads.sheets import Sheet, Value
from generator.plan import Block
from generator.profile import Rotation
from generator.views.tracker.building import Builder, Line
from generator.views.tracker.places import Places
from generator.views.tracker.words import plain

OWN = "rotation-"


def rotations(make: Builder) -> Sheet:
    """A row for every rotation of the profile, and for every block that none of them fills."""
    return make.sheet("rotations", _Rotations(make).lines())


class _Rotations:
    """The rows."""

    def __init__(self, make: Builder) -> None:
        self._make, self._sight = make, make.sight
        self._places = Places(make.sight)
        self._own = make.sight.facts.profile.rotations or ()
        self._blocks = make.sight.plan.schedule.value.blocks

    def lines(self) -> Iterator[Line]:
        filled = {number: block for block in self._blocks if (number := self._number(block)) is not None}
        for number, rotation in enumerate(self._own):
            block = filled.get(number)
            planned = self._planned(block) if block else {}
            yield Line(f"rotations/{number}", {**planned, **_said(rotation)})
        for block in self._blocks:
            if self._number(block) is None:
                yield Line(f"plan/{block.id}", {**self._planned(block), **self._to_find(block)})

    def _number(self, block: Block) -> int | None:
        """The profile's rotation that fills a block, by its place in the list."""
        if block.candidate.startswith(OWN):
            return int(block.candidate.removeprefix(OWN)) - 1
        same = (number for number, rotation in enumerate(self._own) if _is_same(rotation, block))
        return next(same, None) if block.status in ("booked", "done") else None

    def _planned(self, block: Block) -> dict[str, Value]:
        """What the plan says of a block."""
        shown = self._sight.block(block)
        return {
            "part": plain(shown.role.name) if shown.role else None,
            "sure": plain(shown.certainty_name),
            "apply_by": block.apply_by,
            "ask_letter": block.letter.last_ask if block.letter else None,
            "letter_in": block.letter.upload_by if block.letter else None,
        }

    def _to_find(self, block: Block) -> dict[str, Value]:
        """What a rotation would begin with that fills a block of the plan."""
        shown, record = self._sight.block(block), self._places.record(block.host_id)
        fee = block.fee.low if block.fee and block.fee.low == block.fee.high else None
        return {
            "host": plain(block.host) or None,
            "field": block.field or (shown.type.field if shown.type else None),
            "type": block.type or (shown.type.id if shown.type else None),
            "first": block.span.first,
            "last": block.span.last,
            "city": plain(record.city) if record else None,
            "state": plain(record.state) if record else None,
            "fee": fee,
        }


def _is_same(rotation: Rotation, block: Block) -> bool:
    return (rotation.host, rotation.first, rotation.last) == (block.host, block.span.first, block.span.last)


def _said(rotation: Rotation) -> Mapping[str, Value]:
    """What the profile says of a rotation."""
    names = ("host", "field", "type", "status", "first", "last", "weeks", "answer_due", "city", "state", "fee")
    return {name: getattr(rotation, name) for name in names}
