"""How many rotations and which, in the terminal."""

from collections.abc import Iterator
from typing import Any

from generator.cli.terminal import entry, paragraph
from generator.plan import Decision
from generator.prose import Prose
from generator.views import Sight
from generator.views.how_many import how_many

HOLDS = {True: "applies", False: "does not apply", None: "unknown"}


def number(sight: Sight) -> Iterator[str]:
    """The number, its reason and the test behind it."""
    shown = how_many(sight)
    told = f"{shown.number[:1].upper()}{shown.number[1:]} (range: {shown.range})."
    yield paragraph(Prose(f"{told} {shown.decision.because}"))
    yield from unsettled(sight, shown.decision)
    yield paragraph("The test:")
    for clause in shown.clauses:
        yield entry(Prose(f"{clause.name}: {clause.state_name.lower()}"), indent=4)
    yield paragraph("What speaks for more:")
    for reason in shown.reasons:
        yield entry(Prose(f"{reason.name}: {HOLDS[reason.met]}"), indent=4)


def unsettled(sight: Sight, decision: Decision[Any]) -> Iterator[str]:
    """The unknown facts on which a decision still hangs."""
    if decision.unsettled:
        yield paragraph("It still hangs on:")
        for fact in decision.unsettled:
            yield entry(Prose(f"whether {sight.clause(fact)}"), indent=4)


def parts(sight: Sight) -> Iterator[str]:
    """The parts of the plan in their order."""
    mix = how_many(sight).mix
    yield paragraph(mix.because)
    for place, part in enumerate(mix.parts, start=1):
        yield entry(Prose(f"{part.name}: {part.goal}"), mark=f"{place}.")
