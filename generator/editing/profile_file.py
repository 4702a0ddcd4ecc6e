"""The text of a profile after some edits: every other character is as it was."""

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

import yaml

from generator.editing.edits import Add, Append, Edit, OneMore, Remove, Set
from generator.editing.listing import append_entry, remove_entry
from generator.editing.scalars import as_read
from generator.editing.setting import set_answer
from generator.editing.source import Source, Splice
from generator.errors import GuideError, Problem
from generator.reading import parse

MARK = "\ufeff"


def edited(text: str, file: str, edits: Iterable[Edit]) -> str:
    """The text with the edits in it; what it says is what it said, but for them, or a GuideError is raised."""
    mark = MARK if text.startswith(MARK) else ""
    text = text.removeprefix(MARK)
    for edit in sorted(edits, key=_turn):
        text = _with_one(text, file, edit)
    return mark + text


def _turn(edit: Edit) -> tuple[int, int]:
    """Entries go last, the latest first, so that no edit moves what another one points to."""
    return (1, -edit.index) if isinstance(edit, Remove) else (0, 0)


def _with_one(text: str, file: str, edit: Edit) -> str:
    document = parse(text, file)
    wanted = _after(document.value, edit)
    try:
        changed = _spliced(text, edit)
        if parse(changed, file).value == wanted:
            return changed
    except (yaml.YAMLError, GuideError, LookupError):
        pass
    raise GuideError([Problem(document.key(_path(edit)), *_by_hand(edit))])


def _spliced(text: str, edit: Edit) -> str:
    source = Source(text)
    return source.with_splices(_splices(source, edit))


def _splices(source: Source, edit: Edit) -> list[Splice]:
    if isinstance(edit, Set):
        return set_answer(source, edit)
    return remove_entry(source, edit) if isinstance(edit, Remove) else append_entry(source, edit)


def _after(value: dict[str, Any], edit: Edit) -> dict[str, Any]:
    """What the file has to say afterwards."""
    value = deepcopy(value)
    if isinstance(edit, Append | Add):
        listed = value.get(edit.section)
        value[edit.section] = [*(listed if isinstance(listed, list) else []), _entry(edit)]
    elif isinstance(edit, Set):
        value[edit.section][edit.index][edit.field] = as_read(edit.value)
    else:
        del value[edit.section][edit.index]
    return value


def _entry(edit: OneMore) -> Any:
    return edit.word if isinstance(edit, Add) else {name: as_read(answer) for name, answer in edit.entry}


def _path(edit: Edit) -> tuple[str | int, ...]:
    if isinstance(edit, Append | Add):
        return (edit.section,)
    return (edit.section, edit.index, edit.field) if isinstance(edit, Set) else (edit.section, edit.index)


def _by_hand(edit: Edit) -> tuple[str, str]:
    what = "the way in which this is written can't be changed without changing more"
    if isinstance(edit, Set):
        return what, f"write {edit.field}: {as_read(edit.value)} here yourself"
    if isinstance(edit, Add):
        return what, f"add {edit.word} yourself"
    told = ", ".join(f"{name}: {as_read(value)}" for name, value in edit.entry) if isinstance(edit, Append) else ""
    return what, f"add an entry with {told} yourself" if told else "take this entry out yourself"
