"""Which letter goes where across applications: the best way there is, and what the loss of a writer does."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from conftest import AS_OF
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_planner import PEOPLE, SEASONS_DAYS, random

from generator.catalog import Catalog
from generator.catalog.checks import cross_checked
from generator.catalog.letter_sets import LetterApplication, LetterPlace
from generator.errors import GuideError
from generator.facts import Facts
from generator.plan import LetterMatrix, LetterSet, Plan, Writer
from generator.planner import make_plain_plan
from generator.prose import Prose, blanks
from generator.rules.sets import best_filling, letter_matrix, letter_set
from generator.views import Sight
from generator.views.letters import LettersView, letters

fast = pytest.mark.fast

Filling = tuple[Writer | None, ...]
SPECIALTIES = ("medicine", "psychiatry")


def writer(id_: str, *specialties: str, **said: Any) -> Writer:
    """Somebody whose letter is uploaded and counts, but for what is said."""
    uploaded = {"fills": "every", "at_hand": True, "ready_on": AS_OF, "forms": ()}
    days = dict.fromkeys(("letter", "block", "ask_from", "ask_by", "remind_on", "upload_by"))
    return Writer(id=id_, specialties=specialties, **{**days, **uploaded, **said})


def promised(id_: str, *specialties: str) -> Writer:
    return writer(id_, *specialties, ready_on=None)


def to_come(id_: str, *specialties: str, days: int) -> Writer:
    return writer(id_, *specialties, at_hand=False, ready_on=AS_OF + timedelta(days=days))


def place(id_: str, specialty: str = "", *, needed: bool = True, prefers: Sequence[str] = ()) -> LetterPlace:
    words = {"name": Prose(id_), "what": Prose(id_), "sources": ("house-rule",)}
    return LetterPlace.model_construct(id=id_, specialty=specialty, needed=needed, prefers=tuple(prefers), **words)


def application(*places: LetterPlace) -> LetterApplication:
    return LetterApplication.model_construct(id="some", name=Prose("Some"), places=places)


# --- the best way to fill places, held against every way there is ---

WRITERS = st.lists(
    st.tuples(
        st.sets(st.sampled_from(SPECIALTIES)),
        st.sampled_from(["every", "every", "every", "spare", "none"]),
        st.sampled_from([(True, AS_OF), (True, None)] + [(False, AS_OF + timedelta(days=7 * n)) for n in range(1, 4)]),
    ),
    max_size=6,
).map(
    lambda some: [
        writer(f"w{number}", *sorted(speaks), fills=fills, at_hand=when[0], ready_on=when[1])
        for number, (speaks, fills, when) in enumerate(some)
    ]
)
PLACES = st.lists(
    st.tuples(st.sampled_from(["", *SPECIALTIES]), st.booleans(), st.sets(st.sampled_from(SPECIALTIES))),
    min_size=1,
    max_size=4,
).map(
    lambda some: [
        place(f"p{number}", specialty, needed=needed, prefers=sorted(prefers))
        for number, (specialty, needed, prefers) in enumerate(some)
    ]
)
quick = settings(
    derandomize=True, deadline=None, max_examples=150, database=None, suppress_health_check=[HealthCheck.too_slow]
)


def every_filling(places: Sequence[LetterPlace], writers: Sequence[Writer]) -> Iterator[Filling]:
    """All ways there are to give each place a writer who may stand there, or nobody, and no writer two places."""
    for filling in product(*([None, *(one for one in writers if fits(one, place))] for place in places)):
        used = [one.id for one in filling if one]
        if len(used) == len(set(used)):
            yield filling


def fits(one: Writer, place: LetterPlace) -> bool:
    speaks = place.specialty == "" or place.specialty in one.specialties
    return speaks and (one.fills == "every" or (one.fills == "spare" and not place.needed and place.specialty == ""))


def lateness(one: Writer) -> tuple[int, date]:
    if one.at_hand:
        return (0 if one.ready_on else 1, date.min)
    return 2, one.ready_on or date.max


def worth(filling: Filling, places: Sequence[LetterPlace], writers: Sequence[Writer]) -> tuple[Any, ...]:
    """What makes one way better than another, as the docstring of `best_filling` says it."""
    filled = [(place, one) for place, one in zip(places, filling, strict=True) if one]
    kinds = sorted({lateness(one) for one in writers}, reverse=True)
    late = Counter(lateness(one) for place, one in filled if place.needed)
    wanted = Counter(place.needed for place, one in filled if place.prefers and {*place.prefers} <= {*one.specialties})
    places_left = [len(kinds) - 1 - kinds.index(lateness(one)) for place, one in filled if not place.needed]
    return (
        sum(place.needed for place, _ in filled),
        sum(place.needed and place.specialty != "" for place, _ in filled),
        len(filled),
        -sum(one.fills == "spare" for _, one in filled),
        [-late[kind] for kind in kinds],
        (wanted[True], wanted[False]),
        -sum(places_left),
        [-writers.index(one) if one else -len(writers) for one in filling],
    )


@quick
@given(places=PLACES, writers=WRITERS)
def test_places_are_filled_the_best_way_there_is(places: list[LetterPlace], writers: list[Writer]) -> None:
    best = max(every_filling(places, writers), key=lambda filling: worth(filling, places, writers))

    assert best_filling(places, writers) == best


@quick
@given(places=PLACES, writers=WRITERS)
def test_a_loss_is_what_deciding_again_without_the_writer_gives(
    places: list[LetterPlace], writers: list[Writer]
) -> None:
    wanted = application(*places)
    matrix = letter_matrix([wanted], writers, as_of=AS_OF)
    before = matrix.sets[0]

    assert [told(matrix, one) for one in writers] == [decided_again(wanted, before, writers, one) for one in writers]


def told(matrix: LetterMatrix, one: Writer) -> Any:
    loss = next(loss for loss in matrix.losses if loss.writer == one.id)
    return loss.breaks, [(set_.opened, set_.takes_over, set_.complete_on) for set_ in loss.sets]


def decided_again(wanted: LetterApplication, before: LetterSet, writers: list[Writer], one: Writer) -> Any:
    after = letter_set(wanted, [other for other in writers if other is not one], as_of=AS_OF)
    if one.id not in before.writers:
        assert after == before, "nobody misses somebody who has no place"
        return (), []
    was, now = ({place.id: place.writer for place in one.places if place.needed} for one in (before, after))
    opened = tuple(id_ for id_ in now if was[id_] and not now[id_])
    new = tuple(who for who in now.values() if who and who not in was.values())
    assert bool(opened) == (after.covered < before.covered), "a gap is left exactly where fewer places are filled"
    return (("some",) if opened else ()), [(opened, new, after.complete_on)]


# --- by hand ---

COMBINED = (
    place("medicine", "medicine", prefers=SPECIALTIES),
    place("psychiatry", "psychiatry", prefers=SPECIALTIES),
    place("third", prefers=SPECIALTIES),
    place("fourth", needed=False, prefers=SPECIALTIES),
)


@fast
@pytest.mark.parametrize(
    ("writers", "filled"),
    [
        pytest.param([], [None, None, None, None], id="nobody"),
        pytest.param(
            [writer("both", *SPECIALTIES), writer("internist", "medicine")],
            ["internist", "both", None, None],
            id="one trained in both goes where nobody else can",
        ),
        pytest.param(
            [writer("neurologist"), writer("surgeon"), to_come("ward", "medicine", days=9)],
            ["ward", None, "neurologist", "surgeon"],
            id="a field of its own is filled by a block where no letter speaks for it",
        ),
        pytest.param(
            [to_come("late", "medicine", days=90), to_come("early", "medicine", days=30), promised("p", "psychiatry")],
            ["late", "p", "early", None],
            id="all are needed, so the order of the list decides between equals",
        ),
        pytest.param(
            [
                to_come("late", "medicine", days=90),
                to_come("early", "medicine", days=30),
                promised("p", "psychiatry"),
                writer("q", "psychiatry"),
            ],
            ["early", "p", "q", "late"],
            id="the later block is the one that can be missed",
        ),
        pytest.param(
            [
                writer("m", "medicine"),
                writer("n", "medicine"),
                writer("p", "psychiatry"),
                writer("surgeon"),
                to_come("both", *SPECIALTIES, days=30),
            ],
            ["m", "p", "n", "both"],
            id="one trained in both is preferred to who is there, where nothing waits for it",
        ),
        pytest.param(
            [writer("abroad", "medicine", fills="spare"), writer("p", "psychiatry")],
            [None, "p", None, "abroad"],
            id="a letter from abroad takes no place that is needed",
        ),
        pytest.param(
            [writer("abroad", *SPECIALTIES, fills="spare"), writer("m", "medicine"), writer("p", "psychiatry"),
             writer("n"), writer("o")],
            ["m", "p", "n", "o"],
            id="a letter from abroad comes after all that count",
        ),
        pytest.param([writer("chief", "medicine", fills="none")], [None, None, None, None], id="no faculty post"),
    ],
)  # fmt: skip
def test_who_stands_where_in_a_combined_set(writers: list[Writer], filled: list[str | None]) -> None:
    assert [one and one.id for one in best_filling(COMBINED, writers)] == filled


M, P = writer("m", "medicine"), writer("p", "psychiatry")


@fast
@pytest.mark.parametrize(
    ("third", "complete", "complete_on"),
    [
        pytest.param([writer("n")], True, AS_OF, id="today if all are uploaded"),
        pytest.param([to_come("n", days=40)], True, AS_OF + timedelta(days=40), id="the day of the last"),
        pytest.param(
            [to_come("n", days=40), to_come("o", days=20)], True, AS_OF + timedelta(days=20), id="the earlier"
        ),
        pytest.param([promised("n")], True, None, id="a promise has no day"),
        pytest.param([promised("n"), to_come("o", days=20)], True, None, id="a promise comes before a block"),
        pytest.param([], False, None, id="a place is open"),
        pytest.param([writer("n", fills="spare")], False, None, id="a spare letter completes nothing"),
    ],
)
def test_when_a_set_is_complete(third: list[Writer], complete: bool, complete_on: date | None) -> None:
    made = letter_set(application(*COMBINED), [M, P, *third], as_of=AS_OF)

    assert (made.complete, made.complete_on) == (complete, complete_on)


@fast
def test_the_losses_of_a_set_without_slack() -> None:
    spare = to_come("block", "psychiatry", days=20)
    matrix = letter_matrix([application(*COMBINED)], [M, P, writer("n"), spare], as_of=AS_OF)
    lost = {loss.writer: told(matrix, one) for loss, one in zip(matrix.losses, matrix.writers, strict=True)}
    then = AS_OF + timedelta(days=20)

    assert lost == {
        "m": (("some",), [(("medicine",), (), None)]),
        "p": ((), [((), ("block",), then)]),
        "n": ((), [((), ("block",), then)]),
        "block": ((), [((), (), AS_OF)]),
    }


# --- what editors wrote ---


@fast
def test_the_first_set_needs_the_letters_that_a_combined_program_needs(catalog: Catalog) -> None:
    table = catalog.files.letters
    needed = [(place.id, place.specialty) for place in table.applications[0].places if place.needed]

    assert needed == [(slot.id, slot.specialty) for slot in table.slots]


@fast
@pytest.mark.parametrize(
    ("changed", "said"),
    [
        pytest.param({"specialty": "medcine"}, "combined, medicine names the specialty medcine", id="a specialty"),
        pytest.param({"prefers": ("medcine",)}, "combined, medicine names the specialty medcine", id="a preference"),
        pytest.param({"sources": ("artikle",)}, "medicine names the source artikle", id="a source"),
    ],
)
def test_a_place_names_only_what_there_is(changed: dict[str, Any], said: str, catalog: Catalog) -> None:
    first, *others = catalog.files.letters.applications
    places = (first.places[0].model_copy(update=changed), *first.places[1:])

    assert said in mistakes(catalog, applications=(first.model_copy(update={"places": places}), *others))


@fast
def test_a_form_is_for_applications_that_there_are(catalog: Catalog) -> None:
    first, *others = catalog.files.letters.forms
    wrong = first.model_copy(update={"applications": ("combind",)})

    assert "sel names the application combind" in mistakes(catalog, forms=(wrong, *others))


@fast
def test_a_set_has_no_more_places_than_a_program_takes_letters(catalog: Catalog) -> None:
    first, *others = catalog.files.letters.applications
    longer = first.model_copy(update={"places": (*first.places, first.places[0].model_copy(update={"id": "fifth"}))})
    said = mistakes(catalog, applications=(longer, *others))

    assert "combined has 5 places, and a program takes 4 letters" in said


def mistakes(catalog: Catalog, **changed: Any) -> str:
    table = catalog.files.letters.model_copy(update=changed)
    with pytest.raises(GuideError) as caught:
        cross_checked(replace(catalog, files=replace(catalog.files, letters=table)), "content")
    return "\n".join(str(problem) for problem in caught.value.problems)


@fast
def test_the_writer_of_a_block_is_called_by_what_is_filled_in(catalog: Catalog) -> None:
    called = catalog.files.letters.block_writer

    assert (blanks(called.at_host), blanks(called.without_host)) == ({"host", "part"}, {"part"})


# --- people ---

FactsOf = Callable[..., Facts]
STRONG = {"writer": "A doctor", "us": True, "faculty": True, "knows": "well", "status": "uploaded"}
AT_HOME: Mapping[str, Any] = {"school.elective_windows": []}  # no block is planned
BOOKED = {"host": "H", "field": "medicine", "status": "booked"}


def letter(field: str, **said: Any) -> dict[str, Any]:
    return {**STRONG, "field": field, **said}


@pytest.fixture(scope="module")
def matrix_of(catalog: Catalog, facts_of: FactsOf) -> Callable[..., LetterMatrix]:
    def made(said: Mapping[str, Any], as_of: date = AS_OF) -> LetterMatrix:
        return make_plain_plan(facts_of(said, as_of=as_of), catalog).letter_sets

    return made


MatrixOf = Callable[..., LetterMatrix]


def stands(matrix: LetterMatrix) -> dict[str, list[str]]:
    return {one.application: [place.writer for place in one.places] for one in matrix.sets}


def days(matrix: LetterMatrix) -> list[date | None]:
    return [one.complete_on for one in matrix.sets]


@fast
def test_without_letters_and_blocks_every_place_is_open(matrix_of: MatrixOf) -> None:
    matrix = matrix_of({**AT_HOME, "letters": []})

    assert (matrix.writers, matrix.losses, days(matrix)) == ((), (), [None] * 3)
    assert set(stands(matrix)) == {"combined", "medicine", "psychiatry"}
    assert {who for some in stands(matrix).values() for who in some} == {""}


@fast
def test_three_uploaded_letters_make_each_set_complete_today_and_each_is_missed(matrix_of: MatrixOf) -> None:
    matrix = matrix_of({**AT_HOME, "letters": [letter("medicine"), letter("psychiatry"), letter("neurology")]})

    assert stands(matrix) == {
        "combined": ["letter-1", "letter-2", "letter-3", ""],
        "medicine": ["letter-1", "letter-3", "letter-2", ""],
        "psychiatry": ["letter-2", "letter-3", "letter-1", ""],
    }
    assert days(matrix) == [AS_OF] * 3
    assert {loss.writer: loss.breaks for loss in matrix.losses} == dict.fromkeys(
        ("letter-1", "letter-2", "letter-3"), ("combined", "medicine", "psychiatry")
    )


@fast
def test_a_fourth_letter_takes_over_where_it_can_speak(matrix_of: MatrixOf) -> None:
    fields = ("medicine", "psychiatry", "neurology", "medicine")
    matrix = matrix_of({**AT_HOME, "letters": [letter(field) for field in fields]})

    assert {loss.writer: loss.breaks for loss in matrix.losses} == {
        "letter-1": (),
        "letter-2": ("combined", "psychiatry"),
        "letter-3": (),
        "letter-4": (),
    }


@fast
@pytest.mark.parametrize(
    ("said", "place"),
    [
        pytest.param({}, "medicine", id="on the faculty"),
        pytest.param({"faculty": False}, None, id="a chief resident without a faculty post"),
        pytest.param({"faculty": "unknown"}, None, id="a faculty post not said"),
        pytest.param({"us": False}, "fourth", id="from abroad"),
        pytest.param({"us": False, "status": "promised"}, "fourth", id="from abroad, promised"),
        pytest.param({"us": False, "status": "possible"}, None, id="from abroad, not promised"),
        pytest.param({"us": False, "faculty": False}, None, id="a chief resident abroad"),
        pytest.param({"us": False, "knows": "unknown"}, None, id="from abroad, and too little is said"),
        pytest.param({"knows": "little"}, None, id="somebody who hardly knows them"),
        pytest.param({"status": "asked"}, None, id="only asked"),
    ],
)
def test_where_a_letter_may_stand(said: dict[str, Any], place: str | None, matrix_of: MatrixOf) -> None:
    matrix = matrix_of({**AT_HOME, "letters": [letter("medicine", **said)]})
    found = [one.id for one in matrix.sets[0].places if one.writer == "letter-1"]

    assert found == ([place] if place else [])


@fast
@pytest.mark.parametrize(
    ("last", "ready"),
    [
        pytest.param("2027-07-25", date(2027, 8, 1), id="a week after the block"),
        pytest.param("2027-03-14", date(2027, 6, 2), id="not before ERAS takes letters"),
    ],
)
def test_when_the_letter_of_a_block_is_there(last: str, ready: date, matrix_of: MatrixOf) -> None:
    first = date.fromisoformat(last) - timedelta(days=27)
    booked = [{**BOOKED, "first": first.isoformat(), "last": last}]
    held = [letter("psychiatry"), letter("neurology")]
    matrix = matrix_of({**AT_HOME, "letters": held, "rotations": booked})

    assert stands(matrix)["combined"] == ["h-medicine", "letter-1", "letter-2", ""]
    assert days(matrix) == [ready] * 3


@fast
def test_a_block_that_ends_too_late_fills_no_place(matrix_of: MatrixOf) -> None:
    booked = [{**BOOKED, "first": "2027-09-20", "last": "2027-10-17"}]
    matrix = matrix_of({**AT_HOME, "letters": [], "rotations": booked}, as_of=date(2027, 9, 25))

    assert [(one.id, one.fills) for one in matrix.writers] == [("h-medicine", "none")]
    assert {who for some in stands(matrix).values() for who in some} == {""}


@fast
@pytest.mark.parametrize(
    ("said", "told"),
    [
        pytest.param({}, (AS_OF, None, None, ()), id="uploaded: nothing is left to do"),
        pytest.param(
            {"status": "promised", "date": "2026-11-05"},
            (None, date(2027, 6, 9), date(2027, 9, 8), ("sel",)),
            id="promised before ERAS opens: a week after it opens",
        ),
        pytest.param(
            {"status": "promised", "us": False},
            (None, date(2027, 6, 9), date(2027, 9, 8), ()),
            id="from abroad: no form of ours",
        ),
    ],
)
def test_what_is_left_to_do_for_a_letter(said: dict[str, Any], told: Any, matrix_of: MatrixOf) -> None:
    [one] = matrix_of({**AT_HOME, "letters": [letter("medicine", **said)]}).writers

    assert (one.ready_on, one.remind_on, one.upload_by, one.forms) == told


@fast
def test_a_promise_is_not_reminded_of_once_programs_read(matrix_of: MatrixOf) -> None:
    said = {**AT_HOME, "letters": [letter("medicine", status="promised", date="2027-09-20")]}
    [one] = matrix_of(said, as_of=date(2027, 9, 25)).writers

    assert (one.remind_on, one.upload_by) == (None, None)


@random(10)
@given(said=PEOPLE, as_of=SEASONS_DAYS)
def test_what_every_matrix_keeps_to(said: Mapping[str, Any], as_of: date, catalog: Catalog, facts_of: FactsOf) -> None:
    plan = make_plain_plan(facts_of(said, as_of=as_of), catalog)

    assert broken(plan, catalog) == []


def broken(plan: Plan, catalog: Catalog) -> list[str]:
    """What a matrix does that it may not."""
    matrix, most = plan.letter_sets, catalog.settings.letters_per_program
    who = {one.id: one for one in matrix.writers}
    taken = [(place, who[place.writer]) for set_ in matrix.sets for place in set_.places if place.writer]
    days = [day for one in matrix.writers for day in (one.ask_from, one.ask_by, one.remind_on, one.upload_by)]
    days += [set_.complete_on for set_ in matrix.sets]
    faculty = {f"letter-{number + 1}": not why for number, why in enumerate(plan.refused)}
    checks = {
        "sends too many": any(len(set_.writers) > most for set_ in matrix.sets),
        "sends one twice": any(len(set_.writers) > len({*set_.writers}) for set_ in matrix.sets),
        "needs a letter that does not count": any(
            place.needed and not faculty.get(one.id, True) for place, one in taken
        ),
        "covers another number than the plan": matrix.sets[0].covered != plan.letters.value.covered,
        "names a day gone by": any(day < plan.as_of for day in days if day),
        "forgets a writer": [loss.writer for loss in matrix.losses] != [one.id for one in matrix.writers],
    }
    return [what for what, wrong in checks.items() if wrong]


# --- the page ---


@pytest.fixture(scope="module")
def page_of(catalog: Catalog, facts_of: FactsOf) -> Callable[..., LettersView]:
    def made(said: Mapping[str, Any], as_of: date = AS_OF) -> LettersView:
        facts = facts_of(said, as_of=as_of)
        return letters(Sight(make_plain_plan(facts, catalog), facts, facts.answers(), catalog), "letters/plan")

    return made


HELD = [letter("medicine", writer="M"), letter("psychiatry", writer="P", status="promised")]
AHEAD = [{**BOOKED, "field": "neurology", "first": "2027-04-05", "last": "2027-05-02"}]


@fast
def test_what_the_page_says_of_writers_and_sets(page_of: Callable[..., LettersView]) -> None:
    page = page_of({**AT_HOME, "letters": HELD, "rotations": AHEAD})

    assert [(one.name, one.cells[0].place) for one in page.writers] == [
        ("M", "the internist"),
        ("P", "the psychiatrist"),
        ("Attending at H (neurology)", "the third letter"),
    ]
    told = [(one.covered, one.needed, one.open, one.waits_for, one.rest_by) for one in page.sets]
    assert told == [(3, 3, (), ("P",), date(2027, 6, 2))] * 3
    assert [one.name for one in page.due] == ["P", "Attending at H (neurology)"]
    assert [(one.name, one.applications) for one in page.forms] == [("SLOR", ("Combined", "Psychiatry"))]


@fast
def test_what_the_page_says_of_losses(page_of: Callable[..., LettersView]) -> None:
    four = [*HELD, letter("neurology", writer="N"), letter("psychiatry", writer="Q")]
    page = page_of({**AT_HOME, "letters": [*four, letter("medicine", writer="C", faculty=False)]})
    combined = {one.name: one.cells[0] for one in page.losses}

    assert {name: (cell.place, cell.lacks, cell.takes_over) for name, cell in combined.items()} == {
        "M": ("the internist", ("the internist",), ()),
        "P": ("the fourth letter", (), ()),
        "N": ("the third letter", (), ("P",)),
        "Q": ("the psychiatrist", (), ("P",)),
    }
