"""The page on what there is for paper."""

from dataclasses import dataclass
from typing import Annotated

from generator.prose import Prose
from generator.views.booklet import list_ids
from generator.views.common import Sight, View


@dataclass(frozen=True)
class ListLink:
    """A checklist that can be had alone."""

    id: Prose
    name: Prose


@dataclass(frozen=True, kw_only=True)
class PaperView(View):
    """What there is for paper."""

    lists: Annotated[tuple[ListLink, ...], "The checklists, each to be had alone."]
    paper_name: Annotated[Prose, "What the size of the paper is called."]


def paper_page(sight: Sight) -> PaperView:
    """The page on what there is for paper."""
    lists = tuple(ListLink(Prose(name), sight.catalog.name("list", name)) for name in list_ids(sight))
    return PaperView(**sight.common(), lists=lists, paper_name=sight.catalog.name("paper", sight.paper))
