"""What `guide plan` says: the whole plan, readable in a terminal."""

from collections.abc import Iterator
from typing import Any

from generator.cli.terminal import entry, paragraph, plain, section, title
from generator.phrases import long_date, short_date
from generator.plan import Decision, InquiryDates, LetterDates
from generator.prose import Prose
from generator.views import Sight
from generator.views.changes import ChangeView
from generator.views.checklists import Item
from generator.views.common import BlockView
from generator.views.costs import costs
from generator.views.how_many import how_many
from generator.views.letters import SlotView, letters
from generator.views.next_steps import next_steps
from generator.views.open_questions import open_questions
from generator.views.routes import routes
from generator.views.schedule import schedule

HOLDS = {True: "applies", False: "does not apply", None: "unknown"}


def plan_text(sight: Sight) -> list[str]:
    """The plan in lines of a terminal."""
    name, until = sight.facts.profile.applicant.name, next_steps(sight).until
    return [
        title(f"{name}: the Match of {sight.plan.season}, as of {long_date(sight.plan.as_of)}"),
        *section("How many", _number(sight)),
        *section("Which", _parts(sight)),
        *section("When", _blocks(sight)),
        *section("Letters", _letters(sight)),
        *section("Ways in", _routes(sight)),
        *section("What it costs", _costs(sight)),
        *section(f"The next 14 days, to {long_date(until)}", _steps(sight)),
        *section("What would change it", _changes(sight)),
        *section("Open questions", _questions(sight)),
    ]


def _number(sight: Sight) -> Iterator[str]:
    shown = how_many(sight)
    number = f"{shown.number[:1].upper()}{shown.number[1:]} (range: {shown.range})."
    yield paragraph(Prose(f"{number} {shown.decision.because}"))
    yield from _unsettled(sight, shown.decision)
    yield paragraph("The test:")
    for clause in shown.clauses:
        yield entry(Prose(f"{clause.name}: {clause.state_name.lower()}"), indent=4)
    yield paragraph("What speaks for more:")
    for reason in shown.reasons:
        yield entry(Prose(f"{reason.name}: {HOLDS[reason.met]}"), indent=4)


def _unsettled(sight: Sight, decision: Decision[Any]) -> Iterator[str]:
    """The unknown facts on which a decision still hangs."""
    if decision.unsettled:
        yield paragraph("It still hangs on:")
        for fact in decision.unsettled:
            yield entry(Prose(f"whether {sight.clause(fact)}"), indent=4)


def _parts(sight: Sight) -> Iterator[str]:
    mix = how_many(sight).mix
    yield paragraph(mix.because)
    for number, part in enumerate(mix.parts, start=1):
        yield entry(Prose(f"{part.name}: {part.goal}"), mark=f"{number}.")


def _blocks(sight: Sight) -> Iterator[str]:
    shown = schedule(sight)
    yield paragraph(shown.decision.because)
    yield from _unsettled(sight, shown.decision)
    for block in (*shown.done, *shown.blocks):
        yield from _block(block)
    for dropped in shown.dropped:
        yield entry(Prose(f"No place for: {dropped.name}. {dropped.why}"))


def _block(block: BlockView) -> Iterator[str]:
    yield entry(f"{short_date(block.first)} to {short_date(block.last)}: {_name(block)}")
    if block.inquiry:
        yield entry(_inquiry(block.inquiry), indent=4)
    if block.letter and not block.is_done:
        yield entry(_letter(block.letter), indent=4)


def _name(block: BlockView) -> str:
    """A booked block's host in the applicant's own words, or the part that a planned one plays."""
    return f"{plain(block.name)} ({plain(block.status_name).lower()})"


def _inquiry(dates: InquiryDates) -> str:
    usual = f"the usual time, {short_date(dates.opens)} to {short_date(dates.closes)}"
    said = f"{usual}, is over" if dates.closed else usual
    return f"Write to hosts by {short_date(dates.write_by)} ({said})."


def _letter(dates: LetterDates) -> str:
    asked = (
        f"from {short_date(dates.first_ask)} to {short_date(dates.last_ask)}" if dates.first_ask else _asked_late(dates)
    )
    told = [f"Ask for the letter {asked}"]
    told += [f"remind on {short_date(dates.reminder)}"] if dates.reminder else []
    told += [f"have it uploaded by {short_date(dates.upload_by)}"] if dates.upload_by else []
    late = "" if dates.in_time else " It comes too late for the first reading."
    return f"{', '.join(told)}.{late}"


def _asked_late(dates: LetterDates) -> str:
    return f"by {short_date(dates.last_ask)}" if dates.last_ask else "now"


def _letters(sight: Sight) -> Iterator[str]:
    shown = letters(sight, "letters/plan")
    yield paragraph(shown.letters_needed)
    for slot in shown.slots:
        yield entry(_slot(slot))


def _slot(slot: SlotView) -> str:
    filled = slot.covered_by or slot.from_block
    return f"{plain(slot.name)}: {plain(slot.status_name).lower()}" + (f" ({plain(filled)})" if filled else "")


def _routes(sight: Sight) -> Iterator[str]:
    for route in routes(sight).routes:
        yield entry(Prose(f"{route.name}: {route.verdict_name.lower()}. {route.because}"))


def _costs(sight: Sight) -> Iterator[str]:
    shown = costs(sight)
    yield paragraph(shown.decision.because)
    for group in shown.groups:
        unknown = f", and {len(group.unknown)} of unknown price" if group.unknown else ""
        yield entry(Prose(f"{group.name}: {group.total}{unknown}"))
    yield entry(Prose(f"All together, as far as prices are known: {shown.everything}"))


def _steps(sight: Sight) -> Iterator[str]:
    shown = next_steps(sight)
    for step in shown.due:
        yield entry(_step(step, f"by {short_date(step.due)}"))
    late = sum(len(group.items) for group in shown.late)
    if late:
        yield paragraph(f"Past their own day and still of use: {late} more, on the page Next steps.")
    if not (shown.due or late):
        yield paragraph("Nothing is due.")


def _step(step: Item, when: str) -> Prose:
    only_if = f" (only {step.only_if})" if step.only_if else ""
    return Prose(f"{step.action.rstrip('.')}, {when}{only_if}.")


def _changes(sight: Sight) -> Iterator[str]:
    number, dates = how_many(sight), schedule(sight)
    yield from (entry(_change("How many", change)) for change in number.changes)
    yield from (entry(_change("When", change)) for change in dates.changes)
    if number.answers or dates.answers:
        yield paragraph("Answers that may come out:")
    yield from (entry(_change("How many", change), indent=4) for change in number.answers)
    yield from (entry(_change("When", change), indent=4) for change in dates.answers)


def _change(heading: str, change: ChangeView) -> Prose:
    return Prose(f"{heading}: with {change.name}: {change.then}. {change.how}")


def _questions(sight: Sight) -> Iterator[str]:
    for question in open_questions(sight).questions:
        hangs = f" Hangs on it: {question.decisions}." if question.decisions else ""
        yield entry(Prose(f"{question.sentence}.{hangs} In the profile: {question.field}"))
