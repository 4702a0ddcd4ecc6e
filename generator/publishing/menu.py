"""The one order of pages, as far as this person has them."""

from collections.abc import Callable, Iterator, Sequence
from fnmatch import fnmatchcase


def expanded(menu: object, made: Sequence[str]) -> object:
    """The menu with each entry that has a star replaced by the pages made that fit it and that the menu does not name.

    >>> expanded([{"All": ["all/index.md", "all/*.md"]}], ["all/b.md", "all/a.md", "all/index.md", "c.md"])
    [{'All': ['all/index.md', 'all/b.md', 'all/a.md']}]
    """
    named = set(pages(menu))
    return _with_stars(menu, [path for path in made if path not in named])


def _with_stars(menu: object, rest: Sequence[str]) -> object:
    if isinstance(menu, dict):
        return {title: _with_stars(below, rest) for title, below in menu.items()}
    if isinstance(menu, list):
        return [entry for below in menu for entry in _entries(below, rest)]
    return menu


def _entries(entry: object, rest: Sequence[str]) -> list[object]:
    if isinstance(entry, str) and "*" in entry:
        return [path for path in rest if fnmatchcase(path, entry)]
    return [_with_stars(entry, rest)]


def pruned(menu: object, kept: Callable[[str], bool]) -> object | None:
    """The menu without the pages that are not kept, and without the groups that this empties.

    >>> pruned([{"You": [{"Plan": "plan.md"}]}, {"More": [{"Costs": "costs.md"}]}], {"plan.md"}.__contains__)
    [{'You': [{'Plan': 'plan.md'}]}]
    """
    if isinstance(menu, str):
        return menu if kept(menu) or not menu.endswith(".md") else None
    if isinstance(menu, dict):
        return {title: left for title, below in menu.items() if (left := pruned(below, kept))} or None
    if isinstance(menu, list):
        return [left for below in menu if (left := pruned(below, kept))] or None
    return menu


def pages(menu: object) -> Iterator[str]:
    """The pages that the menu names, in its order; an entry with a star names none."""
    if isinstance(menu, str) and menu.endswith(".md") and "*" not in menu:
        yield menu
    below = menu.values() if isinstance(menu, dict) else menu if isinstance(menu, list) else ()
    for part in below:
        yield from pages(part)
