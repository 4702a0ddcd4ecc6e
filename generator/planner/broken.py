"""Which pieces of the usual advice on the year the calendar does not allow."""

from collections.abc import Iterator
from datetime import date

from generator.plan import Block, Broken
from generator.plan.settings import Role
from generator.planner.ground import Ground


def broken(ground: Ground, blocks: tuple[Block, ...]) -> Iterator[Broken]:
    """Each piece that is broken: letters in time, months of asking, months and order of the sample year, a part."""
    planned = [block for block in blocks if block.status == "planned"]
    of_all = {
        "letter-late": ground.late and bool(ground.parts),
        "inquiry-months": any(block.inquiry is not None and block.inquiry.closed for block in planned),
        "score-late": _score_late(ground),
        "pattern-order": not _in_order(ground, blocks),
    }
    yield from (Broken(id_, "") for id_, is_broken in of_all.items() if is_broken)
    yield from (Broken("pattern-months", block.part) for block in planned if _after_its_months(ground, block))
    placed = {block.part for block in (*ground.held, *blocks)}
    yield from (Broken("part-missing", part) for part in ground.parts if part not in placed)


def _score_late(ground: Ground) -> bool:
    """Whether the result of Step 2 CK comes after the first day to apply, as far as both days are known."""
    result, opens = ground.facts.step_2_result(), ground.facts.season.day("submit-opens")
    is_open = ground.facts.step_2_ahead() or ground.facts.step_2_waiting()
    return bool(is_open and result and opens and result > max(opens, ground.facts.as_of))


def _after_its_months(ground: Ground, block: Block) -> bool:
    months = ground.facts.settings.role(block.part).months
    return (block.span.first.year, block.span.first.month) > (ground.facts.season.year - 1, months[-1])


def _in_order(ground: Ground, blocks: tuple[Block, ...]) -> bool:
    roles: list[Role] = list(ground.facts.settings.roles)
    order = {role.id: number for number, role in enumerate(roles)}
    ranks = [order[block.part] for block in sorted(blocks, key=_first) if block.part in order]
    return ranks == sorted(ranks)


def _first(block: Block) -> date:
    return block.span.first
