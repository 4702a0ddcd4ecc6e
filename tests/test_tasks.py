"""Tasks: when each is due and when to begin, what is left out, what is done; and the steps that editors wrote."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.catalog import Catalog
from generator.conditions import Answers
from generator.plan import Block, InquiryDates, Need, Plan, Span, Task
from generator.prose import Prose
from generator.rules.tasks import Moments, Tasks, Ticked, tasks

pytestmark = pytest.mark.fast

AS_OF = date(2026, 11, 22)
DAY = timedelta(days=1)
known_days = settings(derandomize=True, deadline=None, max_examples=50, database=None)


def day(text: str) -> date:
    return date.fromisoformat(text)


@dataclass(frozen=True)
class When:
    """When a task is due."""

    from_: str = ""
    weeks: int = 0
    days: int = 0


@dataclass(frozen=True)
class Todo:
    """A task as the rule sees it."""

    id: str = "do-it"
    list: str = "before"
    when: tuple[str, ...] = ()
    when_any: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    until: date | None = None
    due: When | None = None
    lead: When | None = None
    still_helps: Prose | None = None
    too_late: Prose | None = None


def block(id_: str, first: str, write_by: str | None = None) -> Block:
    start = day(first)
    inquiry = InquiryDates(start, start, day(write_by), closed=False) if write_by else None
    lasts = Span(start, start + DAY * 27)
    return Block(id_, id_, lasts, "planned", "slot", inquiry=inquiry)


BLOCKS = (block("medicine", "2027-03-29", "2026-11-29"), block("booked-1", "2027-05-03"))
MOMENTS = Moments(AS_OF, BLOCKS, {"match-day": day("2028-03-17"), "pathways": None, "gone": day("2026-06-01")})
NOBODY = replace(MOMENTS, blocks=())
HELPS, TOO_LATE = Prose("It does."), Prose("It would change little.")


def sorted_out(
    todos: Sequence[Todo], moments: Moments, answers: Answers | None = None, done: Collection[str] = ()
) -> Tasks:
    return tasks(todos, moments, answers or {}, ticked=Ticked(done, TOO_LATE))


def to_do(todos: Sequence[Todo], moments: Moments, answers: Answers | None = None) -> tuple[Task, ...]:
    return sorted_out(todos, moments, answers).tasks


@pytest.mark.parametrize(
    ("due", "moments", "found"),
    [
        pytest.param(None, MOMENTS, [("do-it", None)], id="at any time"),
        pytest.param(When("today", days=7), MOMENTS, [("do-it", "2026-11-29")], id="from today"),
        pytest.param(When("match-day", weeks=-1), MOMENTS, [("do-it", "2028-03-10")], id="a week before a milestone"),
        pytest.param(When("pathways"), MOMENTS, [("do-it", None)], id="a milestone without a day"),
        pytest.param(When("first-block-start"), MOMENTS, [("do-it", "2027-03-29")], id="the first block"),
        pytest.param(When("first-block-start"), NOBODY, [("do-it", None)], id="the first of no blocks"),
        pytest.param(
            When("each-block-start", days=4),
            MOMENTS,
            [("do-it--medicine", "2027-04-02"), ("do-it--booked-1", "2027-05-07")],
            id="each block",
        ),
        pytest.param(
            When("each-block-end"),
            MOMENTS,
            [("do-it--medicine", "2027-04-25"), ("do-it--booked-1", "2027-05-30")],
            id="the last day of each block",
        ),
        pytest.param(When("each-block-end"), NOBODY, [], id="each of no blocks"),
        pytest.param(When("each-inquiry"), MOMENTS, [("do-it--medicine", "2026-11-29")], id="blocks to write about"),
        pytest.param(When("gone"), MOMENTS, [], id="a day that has gone by"),
    ],
)
def test_when_a_task_is_due(due: When | None, moments: Moments, found: list[tuple[str, str | None]]) -> None:
    made = to_do([Todo(due=due)], moments)

    assert [(one.id, one.due and one.due.isoformat()) for one in made] == found


def test_only_lists_that_go_on_keep_a_rotation_that_ended_lately() -> None:
    over = replace(block("emory-medicine", "2026-10-19"), status="done")
    moments = replace(MOMENTS, ended=(over,), goes_on=("letters",))
    ask, thank = When("each-block-start", days=18), When("each-block-end", days=10)
    todos = [
        Todo("ask", "letters", due=ask, still_helps=HELPS),
        Todo("thank", "letters", due=thank),
        Todo("see", "first-week", due=ask, still_helps=HELPS),
    ]
    found = [(one.id, one.late, one.due) for one in to_do(todos, moments) if one.block == over.id]

    assert found == [("ask--emory-medicine", True, AS_OF), ("thank--emory-medicine", False, day("2026-11-25"))]


def test_what_is_done_for_one_host_is_not_done_for_another() -> None:
    todo, block_ = Todo(due=When("each-inquiry"), still_helps=HELPS), BLOCKS[0]
    found = {
        host: to_do([todo], replace(MOMENTS, blocks=(replace(block_, host_id=host),)))[0].id
        for host in ("musc", "utsw", "")
    }

    assert found == {"musc": "do-it--medicine-musc", "utsw": "do-it--medicine-utsw", "": "do-it--medicine"}


@pytest.mark.parametrize(("begins", "left"), [("2026-11-22", False), ("2026-11-23", True)], ids=["today", "tomorrow"])
def test_a_step_before_a_rotation_is_none_once_it_has_begun(begins: str, left: bool) -> None:
    todo = Todo(due=When("each-block-start", weeks=-1), still_helps=HELPS)
    found = sorted_out([todo], replace(MOMENTS, blocks=(block("medicine", begins),)))

    assert (bool(found.tasks), bool(found.left_out)) == (left, not left)


@pytest.mark.parametrize(
    ("last", "asked"),
    [("2026-11-21", True), ("2026-10-25", True), ("2026-10-24", False), ("2026-11-22", True)],
    ids=["yesterday", "four weeks ago", "longer ago", "today"],
)
def test_a_letter_is_still_asked_for_in_the_weeks_after_a_rotation(
    plan_of: Callable[..., Plan], last: str, asked: bool
) -> None:
    stay = {"host": "Emory", "field": "medicine", "status": "booked", "last": last}
    plan = plan_of({"rotations": [stay | {"first": (day(last) - 27 * DAY).isoformat()}]})

    assert ("letter-ask--emory-medicine" in [one.id for one in plan.tasks]) is asked


@pytest.mark.parametrize(
    ("todo", "found"),
    [
        pytest.param(Todo(due=When("gone"), still_helps=HELPS), [(AS_OF, True)], id="still of use"),
        pytest.param(Todo(due=When("gone")), [], id="of no use any more"),
        pytest.param(Todo(due=When("today"), still_helps=HELPS), [(AS_OF, False)], id="due today is not late"),
        pytest.param(Todo(until=AS_OF), [(None, False)], id="on the last day on which it is worth saying"),
        pytest.param(Todo(until=AS_OF - DAY), [], id="a day later"),
    ],
)
def test_a_task_that_is_late(todo: Todo, found: list[tuple[date | None, bool]]) -> None:
    assert [(one.due, one.late) for one in to_do([todo], MOMENTS)] == found


@pytest.mark.parametrize(
    ("todo", "found"),
    [
        pytest.param(Todo(when=("yes",), unless=("no",)), [()], id="applies"),
        pytest.param(Todo(when=("yes", "no")), [], id="does not apply"),
        pytest.param(Todo(unless=("yes",)), [], id="is ruled out"),
        pytest.param(Todo(when=("perhaps", "yes")), [((Need("perhaps", True),),)], id="may apply"),
        pytest.param(Todo(unless=("perhaps",)), [((Need("perhaps", False),),)], id="may be ruled out"),
        pytest.param(Todo(when_any=("perhaps", "yes")), [()], id="one of two is enough"),
        pytest.param(
            Todo(when=("perhaps",), when_any=("unsure", "yes")), [((Need("perhaps", True),),)], id="only what matters"
        ),
        pytest.param(Todo(when=("perhaps", "no")), [], id="unknown and yet ruled out"),
    ],
)
def test_whether_a_task_applies(todo: Todo, found: list[tuple[tuple[str, bool], ...]]) -> None:
    answers = {"yes": True, "no": False, "perhaps": None, "unsure": None}

    assert [one.only_if for one in to_do([todo], MOMENTS, answers)] == found


def test_tasks_stand_in_the_order_of_their_days_and_those_without_come_last() -> None:
    entries = [Todo("any"), Todo("late", due=When("gone"), still_helps=HELPS), Todo("later", due=When("match-day")),
               Todo("soon", due=When("today", days=1))]  # fmt: skip

    assert [one.id for one in to_do(entries, MOMENTS)] == ["late", "soon", "later", "any"]


@known_days
@given(st.dates(date(2026, 6, 1), date(2028, 6, 30)), st.integers(-60, 60), st.booleans())
def test_no_task_is_due_before_today(as_of: date, shift: int, helps: bool) -> None:
    anchors = ("today", "first-block-start", "each-block-start", "each-block-end", "each-inquiry", "match-day")
    entries = [Todo(one, due=When(one, days=shift), still_helps=HELPS if helps else None) for one in anchors]
    made = to_do(entries, replace(MOMENTS, as_of=as_of))

    assert [one for one in made if one.due and one.due < as_of] == []


@pytest.mark.parametrize(
    ("lead", "due", "found"),
    [
        pytest.param(None, When("match-day"), "2028-03-17", id="work of an hour begins on its day"),
        pytest.param(When(weeks=2, days=1), When("match-day"), "2028-03-02", id="work of weeks begins before"),
        pytest.param(When(weeks=500), When("match-day"), AS_OF.isoformat(), id="and never before today"),
        pytest.param(When(weeks=2), When("gone"), AS_OF.isoformat(), id="what is late begins today"),
        pytest.param(When(weeks=2), When("pathways"), None, id="without a day to be done by there is none to begin"),
        pytest.param(When(weeks=2), None, None, id="nor for any time"),
    ],
)
def test_when_to_begin_with_a_task(lead: When | None, due: When | None, found: str | None) -> None:
    made = to_do([Todo(due=due, lead=lead, still_helps=HELPS)], MOMENTS)

    assert [one.begin and one.begin.isoformat() for one in made] == [found]


@pytest.mark.parametrize(
    ("todo", "left_out"),
    [
        pytest.param(Todo(due=When("gone")), [("do-it", TOO_LATE)], id="without words of its own"),
        pytest.param(Todo(due=When("gone"), too_late=HELPS), [("do-it", HELPS)], id="with a reason of its own"),
        pytest.param(Todo(until=AS_OF - DAY), [("do-it", TOO_LATE)], id="nothing to say any more"),
        pytest.param(Todo(due=When("gone"), still_helps=HELPS), [], id="still of use"),
        pytest.param(Todo(due=When("gone"), unless=("yes",)), [], id="it never applied"),
        pytest.param(
            Todo(due=When("each-block-start", weeks=-20)), [("do-it--medicine", TOO_LATE)], id="for one of two blocks"
        ),
    ],
)
def test_what_is_left_out_says_why(todo: Todo, left_out: list[tuple[str, Prose]]) -> None:
    found = sorted_out([todo], MOMENTS, {"yes": True}).left_out

    assert [(one.id, one.reason) for one in found] == left_out


@pytest.mark.parametrize(
    ("todo", "due"),
    [
        pytest.param(Todo(due=When("match-day")), "2028-03-17", id="its day ahead"),
        pytest.param(Todo(due=When("gone")), None, id="its day past"),
        pytest.param(Todo(due=When("gone"), still_helps=HELPS), None, id="its day past, and it would still help"),
        pytest.param(Todo(until=AS_OF - DAY), None, id="nothing to say any more"),
    ],
)
def test_what_is_done_stays_so_and_is_never_late(todo: Todo, due: str | None) -> None:
    made = sorted_out([todo], MOMENTS, done=("do-it",))

    assert [(one.done, one.late, one.begin, one.due and one.due.isoformat()) for one in made.tasks] == [
        (True, False, None, due)
    ]
    assert made.left_out == ()


def test_a_task_is_done_for_the_rotation_that_it_was_ticked_for() -> None:
    made = sorted_out([Todo(due=When("each-block-start"))], MOMENTS, done=("do-it--medicine", "do-it--gone"))

    assert [(one.id, one.done) for one in made.tasks] == [("do-it--medicine", True), ("do-it--booked-1", False)]


# --- as editors wrote them ---


def test_every_task_has_sources_and_says_what_follows_without_it(catalog: Catalog) -> None:
    entries = catalog.files.tasks.tasks

    assert [one.id for one in entries if not (one.sources and one.why.strip() and one.otherwise.strip())] == []
    assert [one.id for one in entries if one.otherwise in one.why] == []


def test_a_task_takes_time_only_where_there_is_a_day_to_be_done_by(catalog: Catalog) -> None:
    entries = catalog.files.tasks.tasks

    assert [one.id for one in entries if one.lead and (one.due is None or one.due.from_ == "today")] == []
    assert [one.id for one in entries if one.lead and not (one.lead.weeks or one.lead.days)] == []
    assert [one.id for one in entries if one.too_late and one.still_helps] == []
