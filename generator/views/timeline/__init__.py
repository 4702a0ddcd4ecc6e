"""The year as a picture: which of the reader's dates stand in it, and what each is called."""

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from generator.phrases import short_date
from generator.plan import Block, Span
from generator.plan.world import Milestone
from generator.profile import Period
from generator.prose import Prose, fill
from generator.views.common import Sight
from generator.views.timeline.drawing import draw
from generator.views.timeline.parts import Item, LaneId, Timeline

__all__ = ["Timeline", "timeline"]

EXAMS = {"step_1": "step-1", "step_2_ck": "step-2-ck", "english_test": "english-test"}
LOOKS: Mapping[str, str] = {  # how a bar is drawn, by how sure its rotation is
    "done": "solid",
    "booked": "solid",
    "offered": "striped",
    "open": "outlined",
    "ask": "dashed",
    "slot": "dotted",
}


def timeline(sight: Sight, milestones: Sequence[Milestone]) -> Timeline | None:
    """From today to the last rotation, milestone or graduation; None where no rotation and no milestone is ahead."""
    return _Year(sight, milestones).drawn()


class _Year:
    """Everything of one person's year that has a day."""

    def __init__(self, sight: Sight, milestones: Sequence[Milestone]) -> None:
        self.sight, self.facts, self.as_of = sight, sight.facts, sight.plan.as_of
        self.milestones = milestones

    def drawn(self) -> Timeline | None:
        core = (*self._rotations(), *self._season())
        if not core:
            return None
        last = max(item.span.last for item in (*core, *self._graduation()))
        frame = Span(self.as_of.replace(day=1), last.replace(day=monthrange(last.year, last.month)[1]))
        ahead = Span(self.as_of, frame.last)
        rest = (*self._graduation(), *self._own_days(), *self._periods())
        items = [*core, *(item for item in rest if item.span.overlaps(ahead)), self._day("today", self.as_of, "today")]
        items.sort(key=lambda item: item.span)
        names: dict[LaneId, Prose] = {lane: self._word(lane) for lane in ("periods", "rotations", "days")}
        return draw(items, frame, self.as_of, names, " ".join(map(self._told, items)))

    def _word(self, id_: str, **values: str) -> Prose:
        """A word of the picture; what is filled in is escaped later, with the whole."""
        return fill(self.sight.catalog.name("timeline", id_), {name: Prose(value) for name, value in values.items()})

    def _rotations(self) -> Iterator[Item]:
        for block in self.sight.plan.schedule.value.ahead:
            if block.span.last >= self.as_of:
                yield self._rotation(block)

    def _rotation(self, block: Block) -> Item:
        view, sure = self.sight.block(block), block.certainty
        part = str(view.role.name) if view.role and block.host else ""
        note = ", ".join(self.sight.catalog.name("rotation", one) for one in (sure, *(["late"] if block.late else [])))
        look = f"{LOOKS[sure]} late" if block.late else LOOKS[sure]
        return Item("rotations", block.span, look, block.host or str(view.name), self._when(block.span), part, note)

    def _season(self) -> Iterator[Item]:
        names = self.sight.catalog.files.words.names["moment"]
        for one in self.milestones:
            if one.id in names and one.day and one.day >= self.as_of:
                look = "season" if one.certainty == "official" else "projected"
                yield self._days(look, one.day, names[one.id])

    def _graduation(self) -> Iterator[Item]:
        day = self.facts.profile.school.graduation
        if self.facts.enrolled() and day >= self.as_of:
            yield self._day("own", day, "graduation")

    def _own_days(self) -> Iterator[Item]:
        days = [(id_, self.facts.exam(name).date) for name, id_ in EXAMS.items()]
        for id_, day in [*days, ("letters", self.sight.plan.schedule.value.upload_by)]:
            if day:
                yield self._day("own", day, id_)

    def _periods(self) -> Iterator[Item]:
        school, means = self.facts.profile.school, self.facts.means
        if self.facts.enrolled():
            yield from self._named("term", school.terms)
            yield from self._named("window", school.elective_windows)
        yield from self._named("busy", (*(means.busy or ()), *(means.fixed or ())))

    def _named(self, look: str, periods: Sequence[Period] | None) -> Iterator[Item]:
        for one in periods or ():
            span = Span(one.first, one.last)
            yield Item("periods", span, look, one.what or str(self._word(look)), self._when(span))

    def _day(self, look: str, day: date, id_: str) -> Item:
        return self._days(look, day, self._word(id_))

    def _days(self, look: str, day: date, name: str) -> Item:
        return Item("days", Span(day, day), look, str(name), _in_year(day))

    def _when(self, span: Span) -> str:
        """Days without a year, which the picture shows; of a stretch that has begun only the end."""
        if span.first < self.as_of:
            return str(self._word("until", last=_in_year(span.last)))
        if span.first == span.last:
            return _in_year(span.first)
        same = (span.first.year, span.first.month) == (span.last.year, span.last.month)
        return f"{_in_year(span.first)} – {span.last.day if same else _in_year(span.last)}"

    def _told(self, item: Item) -> str:
        """A sentence of the description."""
        first, last = short_date(item.span.first), short_date(item.span.last)
        if item.span.first == item.span.last:
            when: str = first
        else:
            began = item.span.first < self.as_of
            when = self._word("until", last=last) if began else self._word("days-of", first=first, last=last)
        projected = self.sight.catalog.name("cite", "projected") if item.look == "projected" else ""
        return str(
            self._word("told", when=when, what=", ".join(filter(None, (item.name, item.part, item.note, projected))))
        )


def _in_year(day: date) -> str:
    return f"{day:%b} {day.day}"
