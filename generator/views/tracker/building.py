"""Rows become a sheet: named columns, choices, and what the formulas give."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.catalog.tracker import TrackerColumn, TrackerFile
from generator.downloads.sheets import LAYOUT, Choice, Column, Row, Sheet, Sum, Value
from generator.profile.vocabulary import STATES
from generator.views.common import Sight
from generator.views.tracker.columns import PRINTED, SPARE, SPECS
from generator.views.tracker.formulas import Formula
from generator.views.tracker.standing import formulas
from generator.views.tracker.words import plain


@dataclass(frozen=True)
class Line:
    """A row by the names of its columns; those that are left out are empty."""

    key: str
    values: Mapping[str, Value]


class Builder:
    """Makes the sheets of one person's workbook."""

    def __init__(self, sight: Sight) -> None:
        """Keep where words and choices are looked up."""
        self.sight = sight
        self.file: TrackerFile = sight.catalog.files.tracker
        self._formulas = formulas(self.file, sight.catalog.files.messages.timing)

    def sheet(self, id_: str, lines: Iterable[Line], sums: tuple[Sum, ...] = ()) -> Sheet:
        """A sheet with these rows, and with free ones where a person may add some."""
        words = next(sheet for sheet in self.file.sheets if sheet.id == id_)
        columns = tuple(self._column(id_, column) for column in words.columns)
        rows = [self._row(id_, columns, line) for line in lines]
        free = SPARE.get(id_, 0) if rows else max(SPARE.get(id_, 0), 1)
        rows += [self._row(id_, columns, Line("", {}))] * free
        ids = [column.id for column in columns]
        printed = ids.index(PRINTED[id_]) + 1 if id_ in PRINTED else 0
        return Sheet(id_, words.name, columns, tuple(rows), sums, printed, plain(words.about))

    def _column(self, sheet: str, words: TrackerColumn) -> Column:
        spec = SPECS[sheet][words.id]
        section = LAYOUT.get(sheet)
        formula = self._formula(sheet, words.id)
        return Column(
            id=words.id,
            name=words.name,
            kind=spec.kind,
            note=plain(words.note or ""),
            choices=self.choices[spec.choices] if spec.choices else (),
            edits=words.id if section and section.cell(words.id) else "",
            formula=formula.text if formula else "",
            width=spec.width,
            tinted=spec.tinted,
            own=spec.own,
        )

    def _formula(self, sheet: str, column: str) -> Formula | None:
        return self._formulas.get(sheet, {}).get(column)

    def _row(self, sheet: str, columns: tuple[Column, ...], line: Line) -> Row:
        """The row with what its formulas give, each of which may use those before it."""
        values: dict[str, Value] = {column.id: None for column in columns}
        if line.values.keys() - values.keys():
            raise KeyError(f"{sheet} has no column for {line.values.keys() - values.keys()}")
        values.update(line.values)
        for column in columns:
            formula = self._formula(sheet, column.id)
            if formula:
                values[column.id] = formula.value(values, self.sight.plan.as_of)
        return Row(line.key, tuple(values.values()))

    @cached_property
    def choices(self) -> Mapping[str, tuple[Choice, ...]]:
        """The answers of every list, in order."""
        settings, documents = self.sight.facts.settings, self.sight.catalog.files.documents.documents
        own = {name: tuple(Choice(*pair) for pair in shown.items()) for name, shown in self.file.choices.items()}
        return {
            **own,
            "field": tuple(Choice(one.id, plain(one.name)) for one in settings.fields.values()),
            "type": tuple(Choice(one.id, plain(one.name)) for one in settings.types),
            "document": tuple(Choice(one.id, plain(one.name)) for one in documents),
            "state": tuple(Choice(state, state) for state in STATES),
        }
