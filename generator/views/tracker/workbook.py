"""The workbook: eight sheets, filled in from the plan and from what the person has said."""

from generator.catalog.tracker import TrackerFile
from generator.downloads.sheets import Front, Hints, Tracker
from generator.profile.fingerprint import fingerprint
from generator.views.common import Sight
from generator.views.tracker.applications import applications
from generator.views.tracker.building import Builder
from generator.views.tracker.costs import costs
from generator.views.tracker.documents import documents
from generator.views.tracker.inquiries import inquiries
from generator.views.tracker.letters import letters
from generator.views.tracker.programs import programs
from generator.views.tracker.rotations import rotations
from generator.views.tracker.tasks import tasks
from generator.views.tracker.words import plain

TONES = ("overdue", "soon", "done")
SHEETS = (programs, inquiries, applications, rotations, letters, documents, costs, tasks)


def tracker(sight: Sight) -> Tracker:
    """The workbook of one person on the day of the plan."""
    make = Builder(sight)
    file = make.file
    return Tracker(
        title=plain(file.title),
        front=_front(file),
        hints=Hints(**{name: plain(words) for name, words in file.messages.items()}),
        tones=tuple((tone, file.states[tone]) for tone in TONES),
        as_of=sight.plan.as_of,
        profile=fingerprint(sight.facts.profile),
        sheets=tuple(sheet(make) for sheet in SHEETS),
    )


def _front(file: TrackerFile) -> Front:
    return Front(file.name, tuple(map(plain, file.read_me)), plain(file.today), plain(file.page))
