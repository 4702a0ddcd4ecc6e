"""What each kind of application wants of letters, and the forms that specialties have for them."""

from typing import Annotated, Literal

from pydantic import Field

from generator.catalog.entry import Conditional, Entry
from generator.catalog.known import EachOnce
from generator.reading import Id, Line, Model, Words


class LetterPlace(Entry):
    """One place in the set of letters that a kind of application gets."""

    name: Annotated[Words, Field(description="What the place is called within a sentence, like: the internist.")]
    what: Annotated[Words, Field(description="Who belongs there, as a phrase.")]
    specialty: Annotated[
        Line | Literal[""], Field(description="The specialty that its writer must speak for; left out for any.")
    ] = ""
    prefers: Annotated[tuple[Id, ...], Field(description="A writer who speaks for all of these is preferred.")] = ()
    needed: Annotated[bool, Field(description="false if the set is whole without it.")]


class LetterApplication(Model):
    """A kind of application and the places of its set, in order."""

    id: Id
    name: Words
    places: Annotated[tuple[LetterPlace, ...], EachOnce, Field(min_length=1)]


class LetterForm(Conditional):
    """A standardized form for a letter, the specialty whose writers use it, and the applications it is meant for."""

    name: Words
    specialty: Line
    applications: tuple[Id, ...]
    what: Words


class BlockWriter(Model):
    """What the writer of a block's letter is called; {part} is the part or field of the block, {host} its host."""

    at_host: Words
    without_host: Words
