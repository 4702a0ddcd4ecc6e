"""What editors wrote, as hashes: for each file, and for each entry that has an id."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, fields
from hashlib import sha256
from typing import Any

from pydantic import BaseModel

from generator.catalog import Catalog
from generator.catalog.loading import path_of

DIGITS = 12
NO_PART_OF_A_PLAN = ("article", "explanations", "faq", "figures", "sources")
"""Files whose entries only pages show; their hash as a whole is enough."""

Hashes = Mapping[str, str]


def content_hashes(catalog: Catalog) -> Hashes:
    """A short hash for each file that a plan is made from, and for its entries under `file#id`."""
    files = {name: _hash((catalog.content / name).read_bytes()) for name in catalog.read}
    return {**files, **dict(_entries(catalog))}


def changed_content(before: Hashes, after: Hashes) -> tuple[str, ...]:
    """The names of what differs; a file whose entries tell where it differs stands for itself no more."""
    names = sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
    told = {name.partition("#")[0] for name in names if "#" in name}
    return tuple(name for name in names if name not in told)


def _entries(catalog: Catalog) -> Iterator[tuple[str, str]]:
    for field in fields(catalog.files):
        if field.name in NO_PART_OF_A_PLAN:
            continue
        file = path_of(field.name)
        for entry in _with_ids(getattr(catalog.files, field.name)):
            yield f"{file}#{entry.id}", _hash(entry.model_dump_json().encode())
    for year, season in catalog.seasons.items():
        for one in season.milestones.values():
            yield f"data/seasons/{year}.yml#{one.id}", _hash(json.dumps(asdict(one), default=str).encode())


def _with_ids(file: BaseModel) -> Iterable[Any]:
    """The entries of a file that have an id."""
    lists = (value for _, value in file if isinstance(value, tuple))
    return (entry for list_ in lists for entry in list_ if isinstance(entry, BaseModel) and hasattr(entry, "id"))


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()[:DIGITS]
