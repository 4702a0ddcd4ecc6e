"""The order of decisions: each takes what the ones before it found."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from generator.catalog import Catalog
from generator.catalog.guidance import TaskEntry, TasksFile
from generator.catalog.known import by_id
from generator.catalog.papers import DocumentEntry
from generator.conditions import Answers, applies, open_conditions
from generator.facts import Facts
from generator.plan import Advice, Block, DocumentDue, OpenQuestion, Plan, Schedule, Span
from generator.planner.advising import advice, advice_to_act_on
from generator.planner.applying import application
from generator.planner.changing import Memory, content_key, with_changes
from generator.planner.core import Core, core
from generator.planner.lettering import refused
from generator.planner.messaging import Desk, messages
from generator.planner.ranking import rankings
from generator.planner.spending import costs
from generator.planner.writers import letter_sets
from generator.rules.documents import Paper, document_due
from generator.rules.how_many import judged
from generator.rules.tasks import Moments, Tasks, Ticked, tasks

__all__ = ["Memory", "content_key", "make_bare_plan", "make_plain_plan", "make_plan"]


def make_plan(facts: Facts, catalog: Catalog, memory: Memory | None = None) -> Plan:
    """Everything that follows from one applicant's facts, with what would change it; the same for the same input.

    A memory that is handed in keeps what would change it, so that the next plan from the same content is quick.
    """
    decided = core(facts, catalog)
    decided = with_changes(facts, catalog, decided, {} if memory is None else memory)
    return _assembled(facts, catalog, decided, advice(decided))


def make_plain_plan(facts: Facts, catalog: Catalog) -> Plan:
    """The same plan without what would change it, many times as fast."""
    decided = core(facts, catalog)
    return _assembled(facts, catalog, decided, advice(decided))


def make_bare_plan(facts: Facts, catalog: Catalog) -> Plan:
    """The same once more without other plans, losses and conflicts; for comparing what is to be done."""
    decided = core(facts, catalog)
    return _assembled(facts, catalog, decided, advice_to_act_on(decided))


def _assembled(facts: Facts, catalog: Catalog, decided: Core, beside: Advice) -> Plan:
    answers, schedule = facts.answers(), decided.schedule.value
    documents = _documents(facts, answers, schedule, catalog)
    sets = letter_sets(facts, schedule, catalog.files.letters)
    ranked = rankings(facts, catalog, decided.hosts, sets)
    to_do = _tasks(facts, schedule, documents, catalog)
    list_ = application(facts, catalog, decided.lists, by_id(ranked)["apply"], schedule)
    return Plan(
        as_of=facts.as_of,
        season=facts.season.year,
        how_many=decided.how_many,
        clauses=judged(catalog.files.how_many.clauses, answers),
        reasons=judged(catalog.files.how_many.reasons, answers),
        mix=decided.mix,
        schedule=decided.schedule,
        routes=decided.routes,
        hosts=decided.hosts,
        advice=beside,
        letters=decided.letters,
        refused=refused(facts),
        letter_sets=sets,
        documents=documents,
        costs=costs(facts, schedule, catalog, list_),
        tasks=to_do.tasks,
        left_out=to_do.left_out,
        messages=messages(Desk(facts, catalog, decided, beside, sets.writers, documents)),
        open_questions=_open_questions(answers, decided, catalog),
        rankings=ranked,
        application=list_,
    )


def _tasks(facts: Facts, schedule: Schedule, documents: tuple[DocumentDue, ...], catalog: Catalog) -> Tasks:
    answers, file = facts.answers(), catalog.files.tasks
    milestones = {name: milestone.day for name, milestone in facts.season.milestones.items()}
    in_hand = {paper.id for paper in documents if paper.in_hand and not paper.expires_too_soon}
    open_ = (one for one in _open_tasks(answers, schedule, file) if one.paper not in in_hand)
    ended, goes_on = _ended_lately(schedule, file, facts.as_of), file.after_rotation.lists
    moments = Moments(facts.as_of, schedule.ahead, milestones, _answer_by(facts), ended, goes_on)
    return tasks(tuple(open_), moments, answers, ticked=Ticked(frozenset(facts.profile.done or ()), file.too_late))


def _ended_lately(schedule: Schedule, file: TasksFile, as_of: date) -> tuple[Block, ...]:
    """The rotations that ended so short a time ago that some steps for them still help."""
    since = as_of - timedelta(weeks=file.after_rotation.weeks)
    return tuple(block for block in schedule.blocks if block.status == "done" and since <= block.span.last < as_of)


def _answer_by(facts: Facts) -> date:
    """The day by which the first offer wants an answer; today where no offer names one, since many lapse soon."""
    offers = (one for one in facts.profile.rotations or () if one.status == "offered")
    return min(
        (one.answer_due for one in offers if one.answer_due and one.answer_due >= facts.as_of), default=facts.as_of
    )


def _open_tasks(answers: Answers, schedule: Schedule, file: TasksFile) -> Iterator[TaskEntry]:
    """The tasks that the season leaves: at its end those that go on, before it none for rotations that can't be."""
    rotations_over = answers[file.rotations_closed_by] and not schedule.ahead
    for task in file.tasks:
        for_rotations = task.for_rotations or task.list in file.rotation_lists
        if not (answers[file.closed_by] and not task.goes_on) and not (rotations_over and for_rotations):
            yield task


def _documents(facts: Facts, answers: Answers, schedule: Schedule, catalog: Catalog) -> tuple[DocumentDue, ...]:
    rotations = _from_first_to_last(schedule)
    held = {paper.document: paper.expires for paper in facts.profile.documents or ()}
    wanted = (one for one in catalog.files.documents.documents if applies(one, answers) is not False)
    papers = (
        Paper(one.id, _weeks_ahead(one), one.id in held, held.get(one.id), open_conditions(one, answers))
        for one in wanted
    )
    return tuple(document_due(paper, rotations, facts.as_of) for paper in papers)


def _weeks_ahead(document: DocumentEntry) -> int | None:
    known = document.start_weeks_ahead.value if document.start_weeks_ahead else None
    return known if isinstance(known, int) else None


def _from_first_to_last(schedule: Schedule) -> Span | None:
    if not schedule.ahead:
        return None
    return Span(schedule.ahead[0].span.first, max(block.span.last for block in schedule.ahead))


def _open_questions(answers: Answers, decided: Core, catalog: Catalog) -> tuple[OpenQuestion, ...]:
    """Unknown facts that editors put a question to, one for each answer, those with most decisions on them first."""
    hanging = _hanging(decided)
    asked: dict[str, list[str]] = {}
    for name in catalog.fact_order:
        if answers[name] is None and applies(catalog.words_for(name), answers) is not False:
            asked.setdefault(catalog.words_for(name).field, []).append(name)
    questions = [OpenQuestion(names[0], _rules(names, hanging)) for names in asked.values()]
    return tuple(sorted(questions, key=lambda question: -len(question.rules)))


def _rules(names: list[str], hanging: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(rule for name in names for rule in hanging.get(name, ())))


def _hanging(decided: Core) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, decision in decided.by_name():
        for fact in decision.unsettled:
            found[fact] = (*found.get(fact, ()), name)
    return MappingProxyType(found)
