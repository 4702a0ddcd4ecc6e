"""The sheet of letters: those of the profile, then those that blocks should bring."""

from collections.abc import Iterator

from generator.catalog.known import by_id
from generator.downloads.sheets import Sheet, Value
from generator.plan import Writer
from generator.profile import Letter
from generator.views.letter_sets import Sets, WriterView
from generator.views.tracker.building import Builder, Line
from generator.views.tracker.words import lines, plain, yes_no


def letters(make: Builder) -> Sheet:
    """A row for every writer."""
    return make.sheet("letters", _Letters(make).lines())


class _Letters:
    """The rows."""

    def __init__(self, make: Builder) -> None:
        self._make, self._sight = make, make.sight
        self._own = make.sight.facts.profile.letters or ()
        self._blocks = by_id(make.sight.plan.schedule.value.blocks)

    def lines(self) -> Iterator[Line]:
        writers, shown = self._sight.plan.letter_sets.writers, Sets(self._sight).writers()
        for writer, view in zip(writers, shown, strict=True):
            days: dict[str, Value] = {
                name: getattr(writer, name) for name in ("ask_from", "ask_by", "remind_on", "upload_by")
            }
            told = {"places": self._places(writer, view), "forms": lines(view.forms), **days}
            yield self._line(writer, told)

    def _line(self, writer: Writer, told: dict[str, Value]) -> Line:
        if writer.letter is not None:
            return Line(f"letters/{writer.letter}", {**told, **_said(self._own[writer.letter])})
        block = self._blocks[writer.id]
        shown = self._sight.block(block)
        role = plain(shown.role.name) if shown.role else plain(shown.name)
        at = ", ".join(filter(None, [role, plain(block.host)]))
        field = block.field or (shown.type.field if shown.type else None)
        return Line(f"plan/{writer.id}", {**told, "block": at, "field": field})

    def _places(self, writer: Writer, view: WriterView) -> Value:
        """Where the letter goes; for one that goes nowhere, why."""
        sets = Sets(self._sight).sets()
        found = [
            f"{plain(set_.name)}: {plain(cell.place)}"
            for set_, cell in zip(sets, view.cells, strict=True)
            if cell.place
        ]
        return "\n".join(found) or self._why_not(writer)

    def _why_not(self, writer: Writer) -> Value:
        refused = self._sight.plan.refused[writer.letter] if writer.letter is not None else ""
        reasons = by_id(self._sight.catalog.files.letters.refused)
        return plain(reasons[refused].because) if refused else None


def _said(letter: Letter) -> dict[str, Value]:
    """What the profile says of a letter."""
    told: dict[str, Value] = {name: getattr(letter, name) for name in ("writer", "field", "knows", "status", "date")}
    return {**told, "us": yes_no(letter.us), "faculty": yes_no(letter.faculty)}
