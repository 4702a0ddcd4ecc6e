"""What a program is in the plan of this person: rotations, places to apply to, ranks, messages."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalog.known import by_id
from generator.catalog.program import Program
from generator.phrases import between
from generator.plan import Block, RankRow
from generator.prose import Prose
from generator.views.common import Sight
from generator.views.program.parts import ApplyView, FitView, MessageView, PaperView, RankView


@dataclass(frozen=True)
class Standing:
    """One program beside one plan."""

    sight: Sight
    program: Program

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The plan's rotations here, those done as well."""
        return tuple(one for one in self.sight.plan.schedule.value.blocks if one.host_id == self.program.id)

    @property
    def wanted_place(self) -> int | None:
        """Its place among the programs that the reader wants."""
        wanted = self.sight.facts.targets.programs or ()
        return wanted.index(self.program.id) + 1 if self.program.id in wanted else None

    def apply(self) -> Iterator[ApplyView]:
        """Rotations for which it is one more place to apply to; none that the plan has put here itself."""
        here = {block.id for block in self.blocks}
        for target in self.sight.plan.advice.targets:
            if target.host_id == self.program.id and target.block not in here:
                yield ApplyView(self._part(target.block), target.apply_by)

    def instead(self) -> Iterator[Prose]:
        """Rotations for which it steps in."""
        for fallback in self.sight.plan.advice.fallbacks:
            if fallback.host_id == self.program.id:
                yield self._part(fallback.block)

    def _part(self, block: str) -> Prose:
        part = by_id(self.sight.plan.schedule.value.blocks)[block].part
        return self.sight.facts.settings.role(part).name

    def rank(self, id_: str) -> RankView | None:
        """Its place in a ranking; None where it is not ranked."""
        ranking, row = by_id(self.sight.plan.rankings)[id_], self._row(id_)
        if row is None:
            return None
        return RankView(row.place, len(ranking.rows), between(str(row.low), str(row.high)), ranking.most)

    def letters_fit(self) -> FitView | None:
        """Whether the reader's letters fit; None where it is no program to apply to."""
        row, read = self._row("apply"), self.sight.catalog.files.readings.of(self.program.id).letters
        points = next((one for one in row.points if one.criterion == "letters"), None) if row else None
        return FitView(points.because, read.sources if read else ()) if points else None

    def _row(self, ranking: str) -> RankRow | None:
        rows = by_id(self.sight.plan.rankings)[ranking].rows
        return next((row for row in rows if row.host_id == self.program.id), None)

    def messages(self) -> Iterator[MessageView]:
        """Messages to it that have a day."""
        words = self.sight.catalog.files.messages
        kinds, waits = by_id(words.kinds), by_id(words.waits)
        for one in self.sight.plan.messages:
            if one.host_id == self.program.id and one.recipient == "host" and one.due:
                only = waits[one.waits_for].words if one.waits_for else Prose("")
                yield MessageView(kinds[one.kind].name, one.due, only)

    def papers(self) -> Iterator[PaperView]:
        """Papers that it asks visitors for."""
        in_hand = {one.id for one in self.sight.plan.documents if one.in_hand}
        names = {one.id: one.name for one in self.sight.catalog.files.documents.documents}
        return (PaperView(names[paper], paper in in_hand) for paper in self.program.requirements)
