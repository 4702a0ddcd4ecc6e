"""What every entry that an editor writes has: an id, sources, and conditions if it does not apply to all."""

from typing import Annotated, Literal

from pydantic import Field

from generator.reading import Id, Maybe, Model, Words

Sources = Annotated[tuple[Id, ...], Field(min_length=1, description="Ids in sources.yml; at least one.")]
Confidence = Literal["agreed", "single", "inferred"]


class Entry(Model):
    """An entry with an id that is never renamed, and its sources."""

    id: Id
    sources: Sources


class Conditional(Entry):
    """An entry that applies only under conditions: flat names of facts, see the list of facts."""

    when: Annotated[tuple[Id, ...], Field(description="All of these facts are true.")] = ()
    when_any: Annotated[tuple[Id, ...], Field(description="At least one of these facts is true.")] = ()
    unless: Annotated[tuple[Id, ...], Field(description="None of these facts is true.")] = ()


class Known(Model):
    """One value with its date and sources, or `unknown` with the page or question that settles it."""

    value: Annotated[
        Words | int | bool | tuple[Words, ...] | None, Field(description="The value; left out if unknown.")
    ] = None
    unknown: Annotated[Words | None, Field(description="How to settle it; only where there is no value.")] = None
    as_of: Annotated[Maybe[int], Field(description="Year that the source speaks of; unknown if undated.")] = None
    confidence: Confidence = "single"
    sources: tuple[Id, ...] = ()
