"""The page of one program: what it means for this person, then what is known of it, then what is not."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from generator.catalog.known import by_id
from generator.catalog.program import Contact, Program, Setting, Statement
from generator.plan import Block
from generator.prose import Prose
from generator.views.answers import SourceView, source_view
from generator.views.common import BlockView, Sight, View
from generator.views.hosts import HostView, host_view
from generator.views.letter_sets import Sets, SetView
from generator.views.program.ledger import ABOUT, APPLYING, OFFICE, Ledger
from generator.views.program.parts import (
    ApplyView,
    FitView,
    MessageView,
    OpenValue,
    PaperView,
    RankView,
    RouteView,
    StateRuleView,
    Value,
)
from generator.views.program.standing import Standing


@dataclass(frozen=True, kw_only=True)
class ProgramView(View):
    """One combined program and its host."""

    name: Annotated[Prose, "Its short name."]
    sponsor: Annotated[Prose, "The institution in full."]
    city: Annotated[Prose, "Its city."]
    state_name: Annotated[Prose, "Its state in full."]
    military: Annotated[bool, "Whether its places go through military selection."]
    stands: Annotated[HostView, "How it stands for this person."]
    is_closed: Annotated[bool, "Whether it is closed to them."]
    wanted_place: Annotated[int | None, "Its place among the programs that the reader wants."]
    uses: Annotated[tuple[BlockView, ...], "The plan's rotations here that are ahead."]
    done: Annotated[tuple[Block, ...], "The reader's rotations here that are done."]
    apply: Annotated[tuple[ApplyView, ...], "Rotations of the plan that it is a further place to apply to for."]
    instead: Annotated[tuple[Prose, ...], "Rotations of the plan for which it steps in."]
    is_unused: Annotated[bool, "Whether the plan has no rotation here, done or ahead."]
    rotate: Annotated[RankView | None, "Its place in the ranking of where to rotate."]
    apply_rank: Annotated[RankView | None, "Its place in the ranking of where to apply."]
    messages: Annotated[tuple[MessageView, ...], "Messages to this host that have a day."]
    about: Annotated[tuple[Value, ...], "What it is: values that are known."]
    routes: Annotated[tuple[RouteView, ...], "Ways in for visiting students; none for graduates."]
    contact: Annotated[Contact, "Whether to write to faculty first."]
    offices: Annotated[tuple[Value, ...], "The office that answers visitors, as far as it is known."]
    papers: Annotated[tuple[PaperView, ...], "Papers that the host asks visitors for."]
    settings: Annotated[tuple[Setting, ...], "Where both fields meet."]
    applying: Annotated[tuple[Value, ...], "What the residency says to applicants, as far as it is known."]
    letters_fit: Annotated[FitView | None, "Whether the reader's letters are those that it asks for."]
    letter_set: Annotated[SetView, "The reader's letters for combined programs."]
    medicine: Annotated[tuple[Statement, ...], "What the medicine residency of the same place says."]
    psychiatry: Annotated[tuple[Statement, ...], "What the psychiatry residency of the same place says."]
    has_siblings: Annotated[bool, "Whether either of the two says anything."]
    state_rules: Annotated[tuple[StateRuleView, ...], "Rules of its state that concern this reader."]
    notes: Annotated[Prose | None, "What else a reader should know."]
    open: Annotated[tuple[OpenValue, ...], "What is not known, with the question or page that settles it."]
    rests_on: Annotated[tuple[SourceView, ...], "The sources of all this."]


def each_program(sight: Sight) -> Iterator[tuple[str, ProgramView]]:
    """Every program's page by its id, in order of name."""
    for program in sorted(sight.catalog.programs, key=lambda one: one.name):
        yield program.id, ProgramView(**sight.common(), **_for_you(sight, program), **_stated(sight, program))


def _for_you(sight: Sight, program: Program) -> dict[str, Any]:
    """What it is for this person."""
    standing = Standing(sight, program)
    return {
        "wanted_place": standing.wanted_place,
        "uses": tuple(sight.block(block) for block in standing.blocks if block.status != "done"),
        "done": tuple(block for block in standing.blocks if block.status == "done"),
        "apply": tuple(standing.apply()),
        "instead": tuple(standing.instead()),
        "is_unused": not standing.blocks,
        "rotate": standing.rank("rotate"),
        "apply_rank": standing.rank("apply"),
        "messages": tuple(standing.messages()),
        "papers": tuple(standing.papers()),
        "letters_fit": standing.letters_fit(),
        "letter_set": next(Sets(sight).sets()),
    }


def _stated(sight: Sight, program: Program) -> dict[str, Any]:
    """What is known of it, and what is not."""
    ledger, stands = Ledger(sight, program), host_view(sight, by_id(sight.plan.hosts)[program.id])
    same = ("name", "sponsor", "city", "military", "contact", "notes")
    return {
        **{field: getattr(program, field) for field in same},
        "state_name": next(tile.name for tile in sight.catalog.files.map.tiles if tile.state == program.state),
        "stands": stands,
        "is_closed": stands.verdict == "closed",
        "about": ledger.values(ABOUT),
        "routes": tuple(map(ledger.route, ledger.routes)),
        "offices": ledger.values(OFFICE),
        "settings": ledger.settings,
        "applying": ledger.values(APPLYING),
        "medicine": program.siblings.medicine,
        "psychiatry": program.siblings.psychiatry,
        "has_siblings": bool(program.siblings.medicine or program.siblings.psychiatry),
        "state_rules": tuple(
            StateRuleView(one.name, one.rule, str(one.ask), one.sources) for one in ledger.state_rules
        ),
        "open": ledger.open,
        "rests_on": tuple(source_view(sight, one) for one in ledger.sources),
    }
