"""Costs, next steps, changes and open questions, in the terminal."""

from collections.abc import Iterator

from generator.cli.terminal import entry, paragraph
from generator.phrases import short_date
from generator.prose import Prose
from generator.views import Sight
from generator.views.changes import ChangeView
from generator.views.costs import costs
from generator.views.how_many import how_many
from generator.views.next_steps import due, next_steps
from generator.views.open_questions import open_questions
from generator.views.schedule import schedule
from generator.views.to_do import Item


def costs_told(sight: Sight) -> Iterator[str]:
    """The estimate against the budget, and the sum of each heading."""
    shown = costs(sight)
    yield paragraph(shown.decision.because)
    for group in shown.groups:
        unknown = f", and {len(group.unknown)} of unknown price" if group.unknown else ""
        yield entry(Prose(f"{group.name}: {group.total}{unknown}"))
    yield entry(Prose(f"All together, as far as prices are known: {shown.everything}"))


def steps(sight: Sight) -> Iterator[str]:
    """What is due or to be begun within fourteen days."""
    shown, soon = next_steps(sight), due(sight)
    for step in soon:
        yield entry(_step(step, f"by {short_date(step.due)}"))
    late = sum(len(group.items) for group in shown.late)
    if late:
        yield paragraph(f"Past their own day and still of use: {late} more, on the page Next steps.")
    if not (soon or late):
        yield paragraph("Nothing is due.")


def _step(step: Item, when: str) -> Prose:
    only_if = f" (only {step.only_if})" if step.only_if else ""
    return Prose(f"{step.action.rstrip('.')}, {when}{only_if}.")


def changes_told(sight: Sight) -> Iterator[str]:
    """What the person could change, and what open answers would do."""
    number, dates = how_many(sight), schedule(sight)
    yield from (entry(_change("How many", change)) for change in number.changes)
    yield from (entry(_change("When", change)) for change in dates.changes)
    if number.answers or dates.answers:
        yield paragraph("Answers that may come out:")
    yield from (entry(_change("How many", change), indent=4) for change in number.answers)
    yield from (entry(_change("When", change), indent=4) for change in dates.answers)


def _change(heading: str, change: ChangeView) -> Prose:
    return Prose(f"{heading}: with {change.name}: {change.then}. {change.how}")


def questions(sight: Sight) -> Iterator[str]:
    """What is still open, and where the answer goes."""
    for question in open_questions(sight).questions:
        hangs = f" Hangs on it: {question.decisions}." if question.decisions else ""
        yield entry(Prose(f"{question.sentence}.{hangs} In the profile: {question.field}"))
