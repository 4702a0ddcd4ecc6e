"""Which entry of the profile a row of the workbook speaks of, whatever has moved since."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

Texts = Mapping[str, str]
Marks = tuple[str, ...]
MANY = 1_000

# What tells the entries of a list apart: by these together, and where an answer among them changed, by the first ones.
TOLD_BY: Mapping[str, tuple[Marks, Marks]] = {
    "inquiries": (("host", "sent"), ("host",)),
    "rotations": (("host", "field", "first"), ("host", "field")),
    "letters": (("writer", "field"), ("writer",)),
    "documents": (("document",), ("document",)),
    "done": (("task",), ("task",)),
}


@dataclass(frozen=True)
class Pair:
    """What a row said when it was made or last brought back, and what it says now."""

    was: Texts
    now: Texts


Alike = Callable[[Pair, Texts], bool]


def marks(section: str, texts: Texts) -> Marks:
    """What tells an entry from the others, capitals and blanks aside."""
    return _marks(TOLD_BY[section][0], texts)


def matched(section: str, rows: Mapping[str, Pair], entries: Sequence[Texts]) -> dict[str, int]:
    """The place of each row's entry, by the row's key; a row that could mean two entries, or none, has no place."""
    found: dict[str, int] = {}
    for alike, most in _likenesses(section):
        candidates = {
            key: [place for place, entry in enumerate(entries) if place not in found.values() and alike(pair, entry)]
            for key, pair in rows.items()
            if key not in found
        }
        found.update(_settled(candidates, most))
    return found


def _likenesses(section: str) -> Iterator[tuple[Alike, int]]:
    """How much alike they may be, the surest first; and how many that are the same are taken each in its turn."""
    yield (lambda pair, entry: entry in (pair.was, pair.now)), MANY
    for names in TOLD_BY[section]:
        yield partial(_told_alike, names), 1


def _told_alike(names: Marks, pair: Pair, entry: Texts) -> bool:
    return _marks(names, entry) in (_marks(names, pair.was), _marks(names, pair.now))


def _settled(candidates: Mapping[str, list[int]], most: int) -> Iterator[tuple[str, int]]:
    """Rows and entries that have nobody but each other."""
    groups: dict[tuple[int, ...], list[str]] = {}
    for key, places in candidates.items():
        groups.setdefault(tuple(places), []).append(key)
    for group, keys in groups.items():
        shared = any(set(group) & set(other) for other in groups if other != group)
        if len(group) == len(keys) <= most and not shared:
            yield from zip(keys, group, strict=True)


def _marks(names: Iterable[str], texts: Texts) -> Marks:
    return tuple(" ".join(texts.get(name, "").casefold().split()) for name in names)
