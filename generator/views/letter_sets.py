"""The sets of letters as the letter plan shows them: writers by applications, what is open, and what a loss does."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.catalog.known import by_id
from generator.catalog.letter_sets import LetterApplication, LetterForm, LetterPlace
from generator.plan import Block, LetterSet, Loss, LossInSet, Writer
from generator.prose import Prose, fill
from generator.views.common import Sight


@dataclass(frozen=True)
class CellView:
    """The place that a writer has in one kind of application; None for no place."""

    place: Prose | None


@dataclass(frozen=True)
class WriterView:
    """A writer, what stands in each kind of application, and the days that are ahead; one that has gone by is None."""

    name: str
    status_name: Prose
    cells: tuple[CellView, ...]
    forms: tuple[Prose, ...]
    ask_from: date | None
    ask_by: date | None
    remind_on: date | None
    upload_by: date | None

    @property
    def left_to_do(self) -> bool:
        """Whether there is a day or a form to think of."""
        return any((self.ask_from, self.ask_by, self.remind_on, self.upload_by, self.forms))


@dataclass(frozen=True)
class SetView:
    """The set for one kind of application: its places, those still open, and when it is complete.

    Where promised letters without a day are waited for, `rest_by` is the day of the last of the others, if ahead.
    """

    name: Prose
    places: tuple[LetterPlace, ...]
    covered: int
    needed: int
    open: tuple[Prose, ...]
    is_today: bool
    complete_on: date | None
    waits_for: tuple[str, ...]
    rest_by: date | None
    sources: tuple[str, ...]


@dataclass(frozen=True)
class LossCell:
    """What one kind of application loses with a writer; `place` is the one that the writer had there, if any."""

    place: Prose | None
    lacks: tuple[Prose, ...]
    takes_over: tuple[str, ...]
    complete_on: date | None


@dataclass(frozen=True)
class LossView:
    """What happens if one writer falls away."""

    name: str
    breaks: bool
    cells: tuple[LossCell, ...]


@dataclass(frozen=True)
class FormView:
    """A standardized form, and the kinds of application that it is for."""

    name: Prose
    what: Prose
    applications: tuple[Prose, ...]
    sources: tuple[str, ...]


class Sets:
    """The sets of one plan, ready to be shown."""

    def __init__(self, sight: Sight) -> None:
        """Look names up once."""
        self._sight = sight
        self._table = sight.catalog.files.letters
        self._matrix = sight.plan.letter_sets
        self._names = {writer.id: self._name(writer) for writer in self._matrix.writers}
        self._applications: Mapping[str, LetterApplication] = by_id(self._table.applications)

    def _name(self, writer: Writer) -> str:
        letters = self._sight.facts.profile.letters or ()
        if writer.letter is not None:
            return letters[writer.letter].writer
        block = by_id(self._sight.plan.schedule.value.blocks)[writer.id]
        called = self._table.block_writer
        words = {"part": self._part(block), "host": block.host}
        return fill(called.at_host if block.host else called.without_host, words)

    def _part(self, block: Block) -> Prose:
        settings = self._sight.facts.settings
        if block.part:
            return settings.role(block.part).name
        field = settings.fields.get(block.field)
        return field.name if field else self._sight.catalog.name("letter", "unknown")

    def writers(self) -> Iterator[WriterView]:
        """Every writer, with a cell for each set."""
        forms = by_id(self._table.forms)
        for one in self._matrix.writers:
            yield WriterView(
                name=self._names[one.id],
                status_name=self._status(one),
                cells=tuple(CellView(_place_of(one.id, set_)) for set_ in self._matrix.sets),
                forms=tuple(forms[form].name for form in one.forms),
                ask_from=one.ask_from,
                ask_by=one.ask_by,
                remind_on=one.remind_on,
                upload_by=one.upload_by,
            )

    def _status(self, writer: Writer) -> Prose:
        if writer.letter is None:
            return self._sight.block_called(writer.id).status_name
        status = (self._sight.facts.profile.letters or ())[writer.letter].status
        return self._sight.catalog.name("letter", status or "unknown")

    def sets(self) -> Iterator[SetView]:
        """The set of each kind of application."""
        return map(self._set, self._matrix.sets)

    def _set(self, one: LetterSet) -> SetView:
        application, as_of = self._applications[one.application], self._sight.plan.as_of
        ready = {writer.id: writer.ready_on for writer in self._matrix.writers}
        days = {place.writer: ready[place.writer] for place in one.needed if place.writer}
        return SetView(
            name=application.name,
            places=application.places,
            covered=one.covered,
            needed=len(one.needed),
            open=tuple(place.name for place in one.needed if not place.writer),
            is_today=one.complete_on == as_of,
            complete_on=one.complete_on,
            waits_for=tuple(self._names[writer] for writer, day in days.items() if day is None),
            rest_by=max((day for day in days.values() if day and day > as_of), default=None),
            sources=tuple(dict.fromkeys(source for place in application.places for source in place.sources)),
        )

    def losses(self) -> Iterator[LossView]:
        """What the loss of each writer does who has a place somewhere."""
        for loss in self._matrix.losses:
            if loss.sets:
                cells = tuple(self._lost(loss, set_) for set_ in self._matrix.sets)
                yield LossView(self._names[loss.writer], bool(loss.breaks), cells)

    def _lost(self, loss: Loss, before: LetterSet) -> LossCell:
        found = [one for one in loss.sets if one.application == before.application]
        one = found[0] if found else LossInSet(before.application, (), (), None)
        places = by_id(before.places)
        return LossCell(
            place=_place_of(loss.writer, before),
            lacks=tuple(places[place].name for place in one.opened),
            takes_over=tuple(self._names[writer] for writer in one.takes_over),
            complete_on=one.complete_on,
        )

    def forms(self) -> Iterator[FormView]:
        """The forms that at least one of the writers may use."""
        for form in self._table.forms:
            if any(form.id in writer.forms for writer in self._matrix.writers):
                yield self._form(form)

    def _form(self, form: LetterForm) -> FormView:
        names = tuple(self._applications[id_].name for id_ in form.applications)
        return FormView(form.name, form.what, names, form.sources)


def _place_of(writer: str, set_: LetterSet) -> Prose | None:
    return next((place.name for place in set_.places if place.writer == writer), None)
