"""Choose, order and name what a page shows: one view a page, no policy and no words of its own."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from generator.views import answers, checklists, getting_in, letters, plan_pages, scripts
from generator.views.common import Sight, View

Maker = Callable[[Sight], View]


@dataclass(frozen=True)
class Page:
    """A page of the site: its path, which is its address, and what it shows."""

    path: str
    view: View


def plain(sight: Sight) -> View:
    """A page that needs no more than every page has."""
    return View(**sight.common())


HOST_SCRIPTS = (
    "inquiry-coordinator", "inquiry-graduate", "inquiry-research", "follow-up", "vslo-reply", "nudge-preferred",
    "offer-hold", "offer-accept", "withdraw", "school-agreement", "school-papers", "school-record-graduate", "late-letter",
)  # fmt: skip
WARD_SCRIPTS = ("first-week-talk",)
CONDUCT_SCRIPTS = ("mid-rotation-feedback", "thank-you")
ASK_SCRIPTS = ("letter-request-in-person", "letter-request-email", "letter-reminder", "thank-you-letter", "late-letter")
LISTS = ("before", "hosts", "first-week", "each-week", "letters", "application")

SPECIAL: Mapping[str, Maker] = MappingProxyType(
    {
        "index.md": plan_pages.home,
        "plan/how-many.md": plan_pages.how_many,
        "plan/schedule.md": plan_pages.schedule,
        "plan/next-steps.md": plan_pages.next_steps,
        "plan/open-questions.md": plan_pages.open_questions,
        "aways/programs.md": getting_in.programs,
        "aways/integrated.md": getting_in.programs,
        "getting-in/routes.md": getting_in.routes,
        "getting-in/choosing.md": getting_in.choosing,
        "getting-in/writing-to-hosts.md": lambda sight: scripts.with_scripts(sight, *HOST_SCRIPTS),
        "getting-in/documents.md": getting_in.documents,
        "getting-in/costs.md": getting_in.costs,
        "on-rotation/first-week.md": lambda sight: scripts.with_scripts(sight, *WARD_SCRIPTS),
        "on-rotation/conduct.md": lambda sight: scripts.with_scripts(sight, *CONDUCT_SCRIPTS),
        "letters/plan.md": letters.letters,
        "letters/asking.md": lambda sight: letters.letters(sight, *ASK_SCRIPTS),
        "letters/packet.md": lambda sight: letters.letters(sight, "background-paragraph"),
        "applying/story.md": answers.story,
        "faq.md": answers.faq,
        "sources.md": answers.sources,
        **{f"checklists/{name}.md": partial(checklists.checklist, name=name) for name in LISTS},
    }
)


def pages(sight: Sight, templates: tuple[str, ...]) -> Iterator[Page]:
    """Every page for which there is a template; `templates` are paths below `content/pages`."""
    for path in templates:
        yield Page(path, SPECIAL.get(path, plain)(sight))
