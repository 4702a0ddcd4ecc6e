"""Values that are known with their sources, or unknown with the way to settle them."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Annotated, Protocol, TypeVar
from urllib.parse import urlsplit

from pydantic import AfterValidator

from generator.catalog.entry import Known
from generator.reading import mistake


class HasId(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str: ...


E = TypeVar("E", bound=HasId)


def is_web_address(text: str) -> bool:
    """Whether it is an http or https address with a host, without a blank in it.

    >>> is_web_address("https://www.nrmp.org/"), is_web_address("www.nrmp.org")
    (True, False)
    """
    parts = urlsplit(text)
    return parts.scheme in ("http", "https") and "." in parts.netloc and not set(text) & set(" \t\n")


def _settled_or_open(known: Known) -> Known:
    if known.value is None and known.unknown is None:
        raise mistake("there is neither a value nor a way to settle it", "write value, or unknown with a question")
    if known.value is not None and known.unknown is not None:
        raise mistake("this has a value and says that it is unknown", "delete one of the two")
    if known.value is not None and not known.sources:
        raise mistake("this value has no source", "add sources with an id from sources.yml")
    return known


def _phrase(known: Known) -> Known:
    if not isinstance(known.value, str | tuple | None):
        raise mistake(f"expected words, found {known.value}", "write it in quotes")
    return known


def _count(known: Known) -> Known:
    value = known.value
    if value is None:
        return known
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise mistake(f"expected a whole number from 0 up, found {value}", "put words into notes")
    return known


def _yes_or_no(known: Known) -> Known:
    if not isinstance(known.value, bool | None):
        raise mistake(f"expected true or false, found {known.value}", "put words into the rule")
    return known


def _page(known: Known) -> Known:
    if known.value is not None and not (isinstance(known.value, str) and is_web_address(known.value)):
        raise mistake(f"expected an address like https://www.nrmp.org/, found {known.value}")
    return known


Fact = Annotated[Known, AfterValidator(_settled_or_open)]
Phrase = Annotated[Fact, AfterValidator(_phrase)]
Count = Annotated[Fact, AfterValidator(_count)]
YesNo = Annotated[Fact, AfterValidator(_yes_or_no)]
Page = Annotated[Fact, AfterValidator(_page)]


def unique_ids(entries: tuple[E, ...]) -> tuple[E, ...]:
    """The entries, of which no two have the same id."""
    seen: set[str] = set()
    for number, entry in enumerate(entries):
        if entry.id in seen:
            raise mistake(f"a second entry has the id {entry.id}", "an id belongs to one entry", at=[number, "id"])
        seen.add(entry.id)
    return entries


EachOnce = AfterValidator(unique_ids)


def by_id(entries: Iterable[E]) -> Mapping[str, E]:
    """The entries, each to be had by its id."""
    return MappingProxyType({entry.id: entry for entry in entries})


def one_of_two(value: object, way: object, *, names: Sequence[str]) -> None:
    """Exactly one of two fields is there; a mistake says which is wanted."""
    if (value is None) == (way is None):
        raise mistake(
            f"exactly one of {names[0]} and {names[1]} is wanted",
            f"without {names[0]} say in {names[1]} who knows",
        )
