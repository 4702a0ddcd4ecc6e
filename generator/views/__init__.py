"""Choose, order and name what a page shows: one view a page, no policy and no words of its own."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from generator.prose import Prose
from generator.views import answers, checklists, letters, scripts
from generator.views.all_tasks import all_tasks, by_rotation
from generator.views.application_list import application_list
from generator.views.booklet.page import paper_page
from generator.views.calendar import calendar_page
from generator.views.changed import changed, has_changes
from generator.views.choosing import choosing
from generator.views.common import Sight, View
from generator.views.conflict import conflict, has_conflict
from generator.views.costs import costs
from generator.views.documents import documents
from generator.views.home import home
from generator.views.hosts import hosts
from generator.views.how_many import how_many
from generator.views.messages import messages
from generator.views.next_steps import next_steps
from generator.views.offers import has_offers, offers
from generator.views.open_questions import open_questions
from generator.views.program import each_program
from generator.views.programs import programs, settings
from generator.views.ranking import ranking
from generator.views.routes import routes
from generator.views.schedule import schedule
from generator.views.tracker import tracker_page

__all__ = ["Page", "Sight", "View", "pages"]

Maker = Callable[[Sight], View]


@dataclass(frozen=True)
class Page:
    """A page of the site: its path, which is its address, its template below `content/pages`, and what it shows."""

    path: str
    template: str
    view: View


def plain(sight: Sight) -> View:
    """A page that needs no more than every page has."""
    return View(**sight.common())


LISTS = tuple(map(Prose, ("before", "hosts", "first-week", "each-week", "letters", "application")))

SPECIAL: Mapping[str, Maker] = MappingProxyType(
    {
        "index.md": home,
        "plan/how-many.md": how_many,
        "plan/schedule.md": schedule,
        "plan/conflict.md": conflict,
        "plan/offers.md": offers,
        "plan/next-steps.md": next_steps,
        "plan/calendar.md": calendar_page,
        "plan/changed.md": changed,
        "plan/open-questions.md": open_questions,
        "programs/index.md": programs,
        "aways/integrated.md": settings,
        "getting-in/routes.md": routes,
        "getting-in/hosts.md": hosts,
        "getting-in/ranking.md": ranking,
        "getting-in/choosing.md": choosing,
        "getting-in/writing-to-hosts.md": partial(scripts.with_scripts, page="getting-in/writing-to-hosts"),
        "getting-in/messages.md": messages,
        "getting-in/documents.md": documents,
        "getting-in/costs.md": costs,
        "on-rotation/first-week.md": partial(scripts.with_scripts, page="on-rotation/first-week"),
        "on-rotation/conduct.md": partial(scripts.with_scripts, page="on-rotation/conduct"),
        "letters/plan.md": partial(letters.letters, page="letters/plan"),
        "letters/asking.md": partial(letters.letters, page="letters/asking"),
        "letters/packet.md": partial(letters.letters, page="letters/packet"),
        "applying/story.md": answers.story,
        "applying/list.md": application_list,
        "faq.md": answers.faq,
        "sources.md": answers.sources,
        "checklists/index.md": all_tasks,
        "checklists/by-rotation.md": by_rotation,
        "checklists/tracker.md": tracker_page,
        "checklists/print.md": paper_page,
        **{f"checklists/{name}.md": partial(checklists.checklist, name=name) for name in LISTS},
    }
)

FOR_SOME: Mapping[str, Callable[[Sight], bool]] = MappingProxyType(
    {"plan/changed.md": has_changes, "plan/conflict.md": has_conflict, "plan/offers.md": has_offers}
)
"""Pages that not everybody gets, and who does."""


EACH: Mapping[str, Callable[[Sight], Iterator[tuple[str, View]]]] = MappingProxyType(
    {"programs/_each.md": each_program}
)
"""Templates that make a page for each of several things, which stands beside them under the name of the thing."""


def pages(sight: Sight, templates: tuple[str, ...]) -> Iterator[Page]:
    """Every page for which there is a template and that concerns this person; `templates` are below `content/pages`."""
    for path in templates:
        if path in EACH:
            yield from (Page(path.replace("_each", name), path, view) for name, view in EACH[path](sight))
        elif path not in FOR_SOME or FOR_SOME[path](sight):
            yield Page(path, path, SPECIAL.get(path, plain)(sight))
