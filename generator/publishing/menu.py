"""The one order of pages, as far as this person has them."""

from collections.abc import Callable, Iterator


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
    """The pages that the menu names, in its order."""
    if isinstance(menu, str) and menu.endswith(".md"):
        yield menu
    below = menu.values() if isinstance(menu, dict) else menu if isinstance(menu, list) else ()
    for part in below:
        yield from pages(part)
