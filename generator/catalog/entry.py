"""What every entry that an editor writes has: an id, sources, and conditions if it does not apply to all."""

from typing import Annotated, Literal, Self

from pydantic import Field, PrivateAttr

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


OWN_ENTRY = "your-own-entry"
"""The source of what a person enters about a host."""


class Known(Model):
    """One value with its date and sources, or `unknown` with the page or question that settles it."""

    value: Annotated[
        Words | int | bool | tuple[Words, ...] | None, Field(description="The value; left out if unknown.")
    ] = None
    unknown: Annotated[Words | None, Field(description="How to settle it; only where there is no value.")] = None
    as_of: Annotated[Maybe[int], Field(description="Year that the source speaks of; unknown if undated.")] = None
    confidence: Confidence = "single"
    sources: tuple[Id, ...] = ()
    _had: "Known | None" = PrivateAttr(default=None)

    @property
    def had(self) -> "Known | None":
        """What the guide says where the value is a person's own; None where it says nothing."""
        return self._had

    def told(self, value: str | int | bool, *, as_of: int | None) -> Self:
        """The same as a person says it; what the guide said is kept beside it."""
        said = {"value": value, "unknown": None, "as_of": as_of, "confidence": "single", "sources": (OWN_ENTRY,)}
        mine = self.model_copy(update=said)
        mine._had = None if self.value is None else self
        return mine
