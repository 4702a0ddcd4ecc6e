"""A plan as items that can be compared with those of another day."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.catalog import Catalog
from generator.catalog.known import by_id
from generator.facts import Facts
from generator.plan import Block, DocumentDue, Plan, Slot
from generator.plan.saved import SavedItem


def items_of(plan: Plan, facts: Facts, catalog: Catalog) -> tuple[SavedItem, ...]:
    """Everything of a plan that can move, appear or vanish; no two have the same kind and id."""
    return tuple(
        _told_apart(
            [
                *_blocks(plan),
                *_letters(plan, facts),
                *_messages(plan, catalog),
                *_tasks(plan, catalog),
                *_documents(plan, catalog),
                *_standing(plan, catalog),
                *_costs(plan),
                *_milestones(facts),
                *_questions(plan, catalog),
            ]
        )
    )


def _told_apart(items: Iterable[SavedItem]) -> Iterator[SavedItem]:
    """The items, a second one of the same name with a number."""
    seen: Counter[tuple[str, str]] = Counter()
    for item in items:
        seen[item.kind, item.id] += 1
        number = seen[item.kind, item.id]
        yield item if number == 1 else replace(item, id=f"{item.id}-{number}")


def _blocks(plan: Plan) -> Iterator[SavedItem]:
    count = plan.how_many.value
    yield SavedItem("rotations", "number", amounts=(count.aim, count.least, count.most))
    yield from map(_block, plan.schedule.value.blocks)


def _block(block: Block) -> SavedItem:
    return SavedItem(
        kind="block",
        id=block.id,
        name=_called(block),
        first=block.span.first,
        last=block.span.last,
        state=block.status,
        place=block.host,
        part=block.part,
    )


def _letters(plan: Plan, facts: Facts) -> Iterator[SavedItem]:
    for slot in plan.letters.value.slots:
        yield SavedItem("letter", slot.id, slot.name, state=_how_covered(slot), place=_by_whom(slot, facts))


def _how_covered(slot: Slot) -> str:
    if slot.letter is not None:
        return "at-hand"
    return "planned" if slot.block else "open"


def _by_whom(slot: Slot, facts: Facts) -> str:
    """The writer of a letter at hand, or the id of the block that is to bring it."""
    letters = facts.profile.letters or ()
    return letters[slot.letter].writer if slot.letter is not None else slot.block or ""


def _messages(plan: Plan, catalog: Catalog) -> Iterator[SavedItem]:
    kinds = by_id(catalog.files.messages.kinds)
    for message in plan.messages:
        yield SavedItem("message", message.id, kinds[message.kind].name, first=message.due, place=message.host)


def _tasks(plan: Plan, catalog: Catalog) -> Iterator[SavedItem]:
    blocks = by_id(plan.schedule.value.blocks)
    for task in plan.tasks:
        action = catalog.task_entries[task.entry].action
        state, part = "done" if task.done else "", _called(blocks.get(task.block))
        id_ = f"{task.entry}--{task.block}" if task.block else task.entry
        yield SavedItem("task", id_, action, first=task.due, state=state, part=part)


def _called(block: Block | None) -> str:
    """The host of a block, or the part that it plays; nothing for none."""
    return (block.host or block.part) if block else ""


def _documents(plan: Plan, catalog: Catalog) -> Iterator[SavedItem]:
    entries = by_id(catalog.files.documents.documents)
    for paper in plan.documents:
        yield SavedItem("document", paper.id, entries[paper.id].name, first=paper.start, state=_held(paper))


def _held(paper: DocumentDue) -> str:
    if paper.expires_too_soon:
        return "renew"
    return "in-hand" if paper.in_hand else "to-get"


def _standing(plan: Plan, catalog: Catalog) -> Iterator[SavedItem]:
    routes = by_id(catalog.files.routes.routes)
    for host in plan.hosts:
        yield SavedItem("host", host.id or host.name, host.name, state=host.verdict.value)
    for name, route in plan.routes:
        yield SavedItem("route", name, routes[name].name, state=route.value)


def _costs(plan: Plan) -> Iterator[SavedItem]:
    costs = plan.costs.value
    for name, sum_, verdict in (("rotations", costs.rotations, costs.verdict), ("everything", costs.everything, "")):
        yield SavedItem("cost", name, state=verdict, amounts=(sum_.low, sum_.high))


def _milestones(facts: Facts) -> Iterator[SavedItem]:
    """Those of the season that concern the person."""
    answers = facts.answers()
    for one in facts.season.milestones.values():
        if not any(map(answers.get, one.unless)):
            yield SavedItem("milestone", one.id, one.name, first=one.day, state=one.certainty)


def _questions(plan: Plan, catalog: Catalog) -> Iterator[SavedItem]:
    for question in plan.open_questions:
        yield SavedItem("question", question.fact, catalog.words_for(question.fact).yes)
