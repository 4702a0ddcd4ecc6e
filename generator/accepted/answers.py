"""Which answers of a profile changed, entry by entry, and the present answers with one of them set back."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.plan.differences import Said
from generator.profile import Profile
from generator.profile.declared import declarations

Answers = Mapping[str, Any]
MOST = 12
"""So many changed entries are tried one by one; more are tried section by section."""


@dataclass(frozen=True)
class AnswerChange:
    """One answer, or one entry of a list, that changed; `entry` names the entry.

    `set_back` are the present answers with this one as it was.
    """

    path: tuple[str, ...]
    entry: str
    before: Any
    after: Any
    set_back: Answers

    @property
    def where(self) -> str:
        """Where it stands in the profile."""
        return ": ".join(self.path)

    @property
    def said(self) -> tuple[Said, ...]:
        """Each value in it that changed."""
        return tuple(_leaves(self.before, self.after, ()))


def changed_answers(before: Answers, after: Answers) -> tuple[AnswerChange, ...]:
    """What changed, entry by entry, or section by section where that is too much to be tried."""
    found = tuple(change for section in _names(before, after) for change in _in_section(before, after, section))
    return found if len(found) <= MOST else tuple(_by_section(before, after))


def _names(before: Answers, after: Answers) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*after, *before)))


def _by_section(before: Answers, after: Answers) -> Iterator[AnswerChange]:
    for name in _names(before, after):
        if before.get(name) != after.get(name):
            yield _whole(before, after, (name,))


def _in_section(before: Answers, after: Answers, name: str) -> Iterator[AnswerChange]:
    old, new = before.get(name), after.get(name)
    if old == new:
        return
    if _is_group(old) and _is_group(new):
        inside = (one for one in _names(old or {}, new or {}) if (old or {}).get(one) != (new or {}).get(one))
        yield from (_whole(before, after, (name, one)) for one in inside)
    elif _is_entries(old) and _is_entries(new):
        yield from _in_list(after, name, old, new)
    else:
        yield _whole(before, after, (name,))


def _is_group(value: Any) -> bool:
    return value is None or isinstance(value, Mapping)


def _is_entries(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, Mapping) for one in value)


def _whole(before: Answers, after: Answers, path: tuple[str, ...]) -> AnswerChange:
    old, new = _at(before, path), _at(after, path)
    return AnswerChange(path, "", old, new, _put(after, path, old))


def _at(answers: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        answers = (answers or {}).get(name)
    return answers


def _put(answers: Answers, path: tuple[str, ...], value: Any) -> Answers:
    """The answers with one at a path; None takes it away."""
    name, rest = path[0], path[1:]
    inner = _put(answers.get(name) or {}, rest, value) if rest else value
    others = {key: one for key, one in answers.items() if key != name}
    return others if inner is None else {**others, name: inner}


def _in_list(after: Answers, name: str, old: Any, new: Any) -> Iterator[AnswerChange]:
    """Each entry that differs; the list as a whole where only the order does."""
    olds, news = _named(name, old), _named(name, new)
    differing = [key for key in _names(olds, news) if olds.get(key) != news.get(key)]
    if not differing:
        yield AnswerChange((name,), "", None, None, _put(after, (name,), old))
    for key in differing:
        list_ = _list_with(key, olds, news)
        yield AnswerChange((name,), _told(key), olds.get(key), news.get(key), _put(after, (name,), list_))


def _list_with(key: Any, olds: Mapping[Any, Answers], news: Mapping[Any, Answers]) -> list[Answers]:
    """The present entries with one of them as it was, in its place."""
    if key in news:
        return [olds[key] if one == key else entry for one, entry in news.items() if one != key or key in olds]
    entries, place = list(news.values()), list(olds).index(key)
    return [*entries[:place], olds[key], *entries[place:]]


def _named(section: str, entries: Sequence[Answers]) -> dict[Any, Answers]:
    """The entries by what tells one from the others; of equal ones each has its number."""
    fields, seen = _telling(section), Counter[tuple[str, ...]]()
    named: dict[Any, Answers] = {}
    for entry in entries:
        key = tuple(str(entry.get(field, "")) for field in fields)
        seen[key] += 1
        named[key, seen[key]] = entry
    return named


def _told(key: Any) -> str:
    return ", ".join(key[0])


def _telling(section: str) -> tuple[str, ...]:
    """The fields of a list's entries that are always there and that the person does not change."""
    start = f"{section}[]."
    needed = (one for one in declarations(Profile) if one.path.startswith(start) and one.needed and not one.can_change)
    return tuple(one.path.removeprefix(start) for one in needed)


def _leaves(before: Any, after: Any, path: tuple[str, ...]) -> Iterator[Said]:
    """Every single value below that changed; lists count as one value."""
    if before == after:
        return
    if _is_group(before) and _is_group(after):
        for name in _names(before or {}, after or {}):
            yield from _leaves((before or {}).get(name), (after or {}).get(name), (*path, name))
    else:
        yield Said(": ".join(path), _text(before), _text(after))


def _text(value: Any) -> str | None:
    """A value as the file would hold it, on one line."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {_text(one)}" for name, one in value.items())
    if isinstance(value, list):
        return f"[{'; '.join(str(_text(one)) for one in value)}]"
    return None if value is None else str(value)
