"""What was brought back from a workbook last time, so that the same workbook may be changed and brought back again."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.editing.matching import marks
from generator.editing.tables import Line

Texts = Mapping[str, str]


@dataclass(frozen=True)
class Memory:
    """Each row as it was last brought back, by sheet and name; `print` says from which making of the workbook."""

    print: str
    rows: Mapping[str, Mapping[str, Texts]] = field(default_factory=dict)


def name_of(section: str, line: Line) -> str:
    """The key of a row; of a row without one, what tells it from the others."""
    return line.key or "/".join(("added", *marks(section, line.texts)))


def remembered(path: Path, made: str) -> Memory:
    """What a file remembers of this making of the workbook; nothing if there is no such file."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        rows = {section: {name: dict(texts) for name, texts in rows.items()} for section, rows in told["rows"].items()}
        return Memory(made, rows if told["print"] == made else {})
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return Memory(made)


def memory_of(made: str, lines: Mapping[str, Iterable[Line]]) -> bytes:
    """A memory as a file holds it, of some rows by sheet."""
    rows = {section: {name_of(section, line): dict(line.texts) for line in some} for section, some in lines.items()}
    return (json.dumps({"print": made, "rows": rows}, ensure_ascii=False, indent=1) + "\n").encode()
