"""The words of the workbook, as editors write them."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, Field

from generator.catalog.entry import Sources
from generator.catalog.known import EachOnce
from generator.reading import Id, Line, Model, Words, mistake

ColumnId = Annotated[Line, Field(pattern="^[a-z]+(_[a-z]+)*$", description="The profile's field, if it feeds one.")]
Heading = Annotated[Line, Field(pattern="^[A-Za-z0-9]+( [A-Za-z0-9]+)*$", max_length=31)]
Days = Annotated[int, Field(ge=1)]
Shown = dict[str, Line]


def _headed_once(columns: tuple["TrackerColumn", ...]) -> tuple["TrackerColumn", ...]:
    seen: set[str] = set()
    for number, column in enumerate(columns):
        if column.name.casefold() in seen:
            raise mistake(f"a second column is called {column.name}", "give it another name", at=[number, "name"])
        seen.add(column.name.casefold())
    return columns


def _told_apart(choices: Mapping[str, Shown]) -> Mapping[str, Shown]:
    for name, shown in choices.items():
        if len({word.casefold() for word in shown.values()}) < len(shown):
            raise mistake(f"two choices of {name} are called the same", "give each a word of its own", at=[name])
    return choices


class TrackerColumn(Model):
    """One column of a sheet."""

    id: ColumnId
    name: Heading
    note: Words | None = Field(default=None, max_length=200, description="Shown beside the heading.")


class TrackerSheet(Model):
    """One sheet of the workbook."""

    id: Id
    name: Heading
    about: Words = Field(description="What is on it, in one sentence.")
    columns: Annotated[tuple[TrackerColumn, ...], EachOnce, AfterValidator(_headed_once)]


class SumWords(Model):
    """What stands beside the sums of the costs."""

    group: Words = Field(description="Of one group; {group} is its name.")
    all: Words
    budget: Words
    left: Words
    note: Words


class TrackerFile(Model):
    """`data/tracker.yml`."""

    title: Words
    name: Heading = Field(description="Name of the first sheet.")
    read_me: tuple[Words, ...] = Field(min_length=1, description="What the first sheet says.")
    today: Words
    page: Words = Field(description="The foot of a page on paper; {page} and {pages} are numbers.")
    unknown: Words = Field(description="What a cell says where nothing is known.")
    any_host: Words = Field(description="Where a block has no host yet.")
    undated: Words
    old: Words
    own: Words
    own_part: Words
    soon_days: Days = Field(description="What is due within so many days is due soon.")
    sources: Sources
    states: dict[Id, Line] = Field(description="How far something has come.")
    messages: dict[Id, Words] = Field(description="What a cell asks for, and whether it comes back.")
    choices: Annotated[dict[Id, Shown], AfterValidator(_told_apart)] = Field(
        description="Each answer of a profile, and the word for it."
    )
    kinds: dict[Id, Words] = Field(description="Sorts of places.")
    application: dict[Id, Words] = Field(description="Sorts of applications.")
    sums: SumWords
    sheets: Annotated[tuple[TrackerSheet, ...], EachOnce]
