"""What changed since the plan that a person accepted: what moved, appeared and vanished, and because of what."""

import json
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from factory import make_document, make_profile
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils.yaml import yaml_load
from people import AS_OF, PEOPLE, Said, random

from generator import plugin
from generator.accepted import Present, remembered_changes, saved_plan
from generator.accepted.answers import MOST, changed_answers
from generator.accepted.causes import changed_since
from generator.accepted.comparing import differences
from generator.accepted.content import changed_content, content_hashes
from generator.accepted.file import FORMAT, as_bytes, file_beside, from_bytes, read_saved
from generator.accepted.items import items_of
from generator.catalog import Catalog
from generator.errors import GuideError
from generator.facts import derive
from generator.ledger import amended
from generator.plan.differences import Cause, Changed, Difference
from generator.plan.saved import SavedEvent, SavedItem, SavedPlan
from generator.planner import make_bare_plan, make_plain_plan
from generator.profile.changes import said_of
from generator.profile.contradictions import contradictions
from generator.publishing import menu
from generator.site import build_outputs, load_catalog, load_profile, profile_in

ROOT = Path(__file__).parent.parent
MAYA = ROOT / "profiles" / "example-fourth-year.yml"
EVENT = SavedEvent("block-medicine@guide", "Medicine, “ward”", date(2027, 3, 1), date(2027, 3, 28), "rotation")
OFFER = {"host": "Emory", "field": "psychiatry", "status": "offered", "first": "2027-05-17", "last": "2027-06-13",
         "answer_due": "2026-11-30"}  # fmt: skip
BOOKED = {**OFFER, "status": "booked"}
EXAM = {"status": "planned", "date": "2027-04-16", "attempts": 0}
LETTER = {"writer": "Dr. Lee", "field": "psychiatry", "us": True, "faculty": True, "knows": "well"}


@pytest.fixture(scope="module")
def maya(catalog: Catalog) -> Mapping[str, Any]:
    """The answers of an example, as a file would hold them."""
    return said_of(load_profile(MAYA, catalog, as_of=AS_OF))


def present_of(answers: Said, catalog: Catalog, as_of: date) -> Present:
    """The plan of somebody with these answers on a day."""
    profile = make_profile(answers)
    known = amended(catalog, profile)
    facts = derive(profile, known.settings, known.seasons[profile.season], as_of)
    return Present(make_bare_plan(facts, known), facts, catalog, known)


def saved(answers: Said, catalog: Catalog, as_of: date = AS_OF) -> SavedPlan:
    """The same plan as it is kept when it is accepted."""
    present = present_of(answers, catalog, as_of)
    return saved_plan(present.plan, present.facts, catalog)


def since(previous: SavedPlan, answers: Said, catalog: Catalog, *, days: int = 0) -> Changed:
    """What changed for somebody with these answers so many days later."""
    present = present_of(answers, catalog, previous.as_of + timedelta(days=days))
    return remembered_changes(previous, present, read=profile_in, memory={})


def reasons(changed: Changed) -> dict[tuple[str, str, str], tuple[str, ...]]:
    """What each thing that changed is laid to."""
    return {
        (one.how, *one.key): tuple(cause.where or cause.kind for cause in group.because.causes)
        for group in changed.groups
        for one in group.differences
    }


def with_(answers: Said, **sections: Any) -> dict[str, Any]:
    """The answers with some sections said otherwise."""
    return {**answers, **sections}


def exam_on(answers: Said, day: str) -> dict[str, Any]:
    """The same person with Step 2 CK on another day."""
    return with_(answers, exams={**answers["exams"], "step_2_ck": {**EXAM, "date": day}})


class TestReasons:
    """Each sort of change, with the answer, the day or the content that it hangs on."""

    def test_a_moved_exam_moves_rotations(self, maya: Said, catalog: Catalog) -> None:
        found = since(saved(maya, catalog), exam_on(maya, "2027-06-10"), catalog)

        assert reasons(found)["moved", "block", "medicine"] == ("exams: step_2_ck",)
        assert {group.because.link for group in found.groups} == {"alone"}
        assert [(one.before, one.after) for one in found.groups[0].because.causes[0].said] == [
            ("2027-04-16", "2027-06-10")
        ]

    def test_an_offer_brings_its_answer(self, maya: Said, catalog: Catalog) -> None:
        found = since(saved(maya, catalog), with_(maya, rotations=[OFFER]), catalog)

        new = {key[1:] for key, causes in reasons(found).items() if key[0] == "appeared" and causes == ("rotations",)}
        assert {kind for kind, _ in new} >= {"message"}
        assert any(id_.startswith("offer-") for kind, id_ in new if kind == "message")

    def test_a_booked_rotation_goes_on_under_the_block_that_it_was_looked_for_as(
        self, maya: Said, catalog: Catalog
    ) -> None:
        found = since(saved(maya, catalog), with_(maya, rotations=[BOOKED]), catalog)

        [booked] = [one for group in found.groups for one in group.differences if one.item.state == "booked"]
        assert (booked.how, booked.key, booked.item.place) == ("moved", ("block", "psychiatry"), "Emory")
        assert reasons(found)["moved", "block", "psychiatry"] == ("rotations",)

    def test_one_entry_of_a_list_is_told_from_the_others(self, maya: Said, catalog: Catalog) -> None:
        other = {"host": "Tulane", "field": "medicine", "status": "applied"}
        before = with_(maya, rotations=[{**OFFER, "status": "applied"}, other])

        found = since(saved(before, catalog), with_(maya, rotations=[BOOKED, other]), catalog)

        causes = {cause for group in found.groups for cause in group.because.causes}
        assert {(cause.where, cause.entry) for cause in causes} == {("rotations", "Emory, psychiatry")}

    def test_an_uploaded_letter_fills_its_place(self, maya: Said, catalog: Catalog) -> None:
        letters = [{**LETTER, "status": "uploaded", "date": "2026-11-20"}]
        before = with_(maya, letters=[{**LETTER, "status": "asked"}])

        found = since(saved(before, catalog), with_(maya, letters=letters), catalog)

        places = [one for group in found.groups for one in group.differences if one.key == ("letter", "psychiatry")]
        assert [(one.before and one.before.state, one.item.state) for one in places] == [("planned", "at-hand")]
        assert reasons(found)["moved", "letter", "psychiatry"] == ("letters",)

    def test_a_smaller_budget_changes_the_costs_verdict(self, maya: Said, catalog: Catalog) -> None:
        found = since(saved(maya, catalog), with_(maya, means={**maya["means"], "budget": 500}), catalog)

        causes = reasons(found)
        assert causes["moved", "cost", "rotations"] == ("means: budget",)
        assert set(causes.values()) == {("means: budget",)}

    def test_an_answered_question_is_no_longer_open(self, maya: Said, catalog: Catalog) -> None:
        school = {**maya["school"], "agreement_needed": True}

        found = since(saved(maya, catalog), with_(maya, school=school), catalog)

        assert reasons(found)["vanished", "question", "school-needs-agreement"] == ("school: agreement_needed",)

    def test_two_answers_are_told_apart(self, maya: Said, catalog: Catalog) -> None:
        now = with_(exam_on(maya, "2027-06-10"), school={**maya["school"], "agreement_needed": True})

        causes = reasons(since(saved(maya, catalog), now, catalog))

        assert causes["vanished", "question", "school-needs-agreement"] == ("school: agreement_needed",)
        assert causes["moved", "block", "medicine"] == ("exams: step_2_ck",)

    def test_a_milestone_that_an_editor_moved_is_laid_to_its_entry(
        self, maya: Said, catalog: Catalog, tmp_path: Path
    ) -> None:
        before, content = saved(maya, catalog), tmp_path / "content"
        shutil.copytree(ROOT / "content", content)
        file = content / "data" / "seasons" / "2028.yml"
        day = catalog.seasons[2028].milestones["rank-list-deadline"].day
        assert day is not None
        text = file.read_text(encoding="utf-8")
        assert f"date: {day}" in text
        start = text.index("id: rank-list-deadline")
        later = text[start:].replace(f"date: {day}", f"date: {day + timedelta(days=1)}", 1)
        file.write_text(text[:start] + later, encoding="utf-8")

        found = since(before, maya, load_catalog(content, root=tmp_path))

        where = "data/seasons/2028.yml#rank-list-deadline"
        assert reasons(found)["moved", "milestone", "rank-list-deadline"] == (where,)
        assert set(reasons(found).values()) == {(where,)}

    def test_time_alone_moves_a_block_that_is_too_near(self, catalog: Catalog) -> None:
        graduate = said_of(load_profile(ROOT / "profiles" / "example-graduate.yml", catalog, as_of=AS_OF))

        found = since(saved(graduate, catalog), graduate, catalog, days=10)

        assert reasons(found)["moved", "block", "medicine"] == ("day",)
        assert {group.because.link for group in found.groups} == {"alone"}

    def test_days_that_are_counted_from_today_are_no_change(self, maya: Said, catalog: Catalog) -> None:
        before = saved(maya, catalog)
        raw = differences(before.items, saved(maya, catalog, AS_OF + timedelta(days=10)).items, as_of=AS_OF)

        found = since(before, maya, catalog, days=10)

        assert raw
        assert found.count == 0

    def test_nothing_changes_on_the_same_day(self, maya: Said, catalog: Catalog) -> None:
        assert since(saved(maya, catalog), maya, catalog) == Changed(AS_OF, ())

    def test_what_is_decided_is_remembered(self, maya: Said, catalog: Catalog) -> None:
        previous, memory = saved(maya, catalog), {}
        present = present_of(exam_on(maya, "2027-06-10"), catalog, AS_OF)
        first = remembered_changes(previous, present, read=profile_in, memory=memory)

        def never(*_: Any, **__: Any) -> Any:
            raise AssertionError("decided again")

        assert remembered_changes(previous, present, read=never, memory=memory) == first


def item(kind: Any = "task", id_: str = "passport", **fields: Any) -> SavedItem:
    """One thing of a plan."""
    return SavedItem(kind, id_, **fields)


def plan_with(*items: SavedItem, answers: Said | None = None, as_of: date = AS_OF, **content: str) -> SavedPlan:
    """A plan of these things."""
    return SavedPlan(as_of, answers or {}, content, items)


SOON, LATER = AS_OF + timedelta(days=5), AS_OF + timedelta(days=9)
PAST = AS_OF - timedelta(days=5)


@pytest.mark.fast
class TestComparing:
    """What counts as a difference."""

    @pytest.mark.parametrize(
        ("before", "after", "hows"),
        [
            pytest.param(item(first=SOON), item(first=LATER), ["moved"], id="another day"),
            pytest.param(item(first=SOON), item(first=SOON), [], id="the same day"),
            pytest.param(
                item(first=SOON, name="A"), item(first=SOON, name="B"), [], id="other words are no difference"
            ),
            pytest.param(None, item(first=SOON), ["appeared"], id="a new one"),
            pytest.param(item(first=SOON), None, ["vanished"], id="one less"),
            pytest.param(item(first=PAST), item(first=AS_OF), [], id="what was due and is due now stays"),
            pytest.param(None, item("block", first=PAST, last=PAST), [], id="a block that lies behind"),
            pytest.param(
                item("block", first=PAST, last=SOON, state="booked"),
                item("block", first=PAST, last=SOON, state="done"),
                [],
                id="a block that is done",
            ),
            pytest.param(item("host", state="ask"), item("host", state="open"), ["moved"], id="another verdict"),
            pytest.param(item("cost", amounts=(1, 2)), item("cost", amounts=(1, 3)), ["moved"], id="another sum"),
        ],
    )
    def test_a_pair(self, before: SavedItem | None, after: SavedItem | None, hows: list[str]) -> None:
        found = differences([before] if before else [], [after] if after else [], as_of=AS_OF)

        assert [one.how for one in found] == hows

    def test_the_tasks_of_a_block_that_was_found_go_along(self) -> None:
        before = [item("block", "medicine", part="medicine", last=SOON), item("task", "ask--medicine", first=SOON)]
        after = [item("block", "emory-ward", part="medicine", last=SOON), item("task", "ask--emory-ward", first=LATER)]

        found = differences(before, after, as_of=AS_OF)

        assert [(one.how, one.key) for one in found] == [("moved", ("task", "ask--medicine"))]

    def test_a_letter_that_the_same_block_brings_is_no_difference(self) -> None:
        before = [item("block", "medicine", part="medicine", last=SOON), item("letter", "first", place="medicine")]
        after = [item("block", "emory-ward", part="medicine", last=SOON), item("letter", "first", place="emory-ward")]

        assert differences(before, after, as_of=AS_OF) == ()


def decided(table: Mapping[str, tuple[SavedItem, ...]]) -> Callable[[Said, date], tuple[SavedItem, ...] | None]:
    """Somebody's plans by answers and day."""
    return lambda answers, day: table.get(f"{json.dumps(answers, sort_keys=True)} {day}")


@pytest.mark.fast
class TestLaying:
    """To what a difference is laid, with plans from a table."""

    def test_neither_alone_but_both_together(self) -> None:
        old, now = {"a": "1", "b": "1"}, {"a": "2", "b": "2"}
        plans = {
            f"{json.dumps({'a': '1', 'b': '2'})} {AS_OF}": (item(first=SOON),),
            f"{json.dumps({'a': '2', 'b': '1'})} {AS_OF}": (item(first=SOON),),
        }

        found = changed_since(
            plan_with(item(first=SOON), answers=old), plan_with(item(first=LATER), answers=now), decide=decided(plans)
        )

        assert [group.because.link for group in found.groups] == ["together"]
        assert reasons(found) == {("moved", "task", "passport"): ("a", "b")}

    def test_some_of_several_that_no_single_step_tells_apart(self) -> None:
        old, now = {"a": "1", "b": "1", "c": "1"}, {"a": "2", "b": "2", "c": "2"}
        plans = {
            f"{json.dumps(old)} {AS_OF}": (item(first=SOON),),
            **{f"{json.dumps({**now, name: '1'})} {AS_OF}": (item(first=LATER),) for name in now},
            **{f"{json.dumps({**old, name: '2'})} {AS_OF}": (item(first=SOON),) for name in now},
        }

        found = changed_since(
            plan_with(item(first=SOON), answers=old), plan_with(item(first=LATER), answers=now), decide=decided(plans)
        )

        assert [group.because.link for group in found.groups] == ["among"]
        assert reasons(found) == {("moved", "task", "passport"): ("a", "b", "c")}

    def test_one_of_two_is_enough_by_itself(self) -> None:
        old, now = {"a": "1", "b": "1", "c": "1"}, {"a": "2", "b": "2", "c": "2"}
        plans = {
            f"{json.dumps(old)} {AS_OF}": (item(first=SOON),),
            **{f"{json.dumps({**now, name: '1'})} {AS_OF}": (item(first=LATER),) for name in now},
            **{
                f"{json.dumps({**old, name: '2'})} {AS_OF}": (item(first=SOON if name == "c" else LATER),)
                for name in now
            },
        }

        found = changed_since(
            plan_with(item(first=SOON), answers=old), plan_with(item(first=LATER), answers=now), decide=decided(plans)
        )

        assert [group.because.link for group in found.groups] == ["enough"]
        assert reasons(found) == {("moved", "task", "passport"): ("a", "b")}

    def test_a_mix_that_nobody_could_answer_leaves_all_that_changed(self) -> None:
        old, now = {"a": "1", "b": "1"}, {"a": "2", "b": "2"}

        found = changed_since(
            plan_with(item(first=SOON), answers=old), plan_with(item(first=LATER), answers=now), decide=decided({})
        )

        assert [group.because.link for group in found.groups] == ["among"]
        assert reasons(found) == {("moved", "task", "passport"): ("a", "b")}

    def test_what_only_content_explains_is_laid_to_the_entry_it_is_made_from(self) -> None:
        before = replace(plan_with(item(first=SOON)), content={"data/tasks.yml#passport": "1", "data/costs.yml": "1"})
        after = replace(plan_with(item(first=LATER)), content={"data/tasks.yml#passport": "2", "data/costs.yml": "2"})

        assert reasons(changed_since(before, after, decide=decided({}))) == {
            ("moved", "task", "passport"): ("data/tasks.yml#passport",)
        }

    def test_what_nothing_explains_is_the_guides_own_doing(self) -> None:
        found = changed_since(plan_with(item(first=SOON)), plan_with(item(first=LATER)), decide=decided({}))

        assert [(group.because.link, group.because.causes) for group in found.groups] == [("none", ())]

    @pytest.mark.parametrize(
        ("answers", "hows"),
        [
            pytest.param({}, [], id="gone with its day"),
            pytest.param({"sent": "yes"}, ["vanished"], id="gone because of an answer"),
        ],
    )
    def test_what_is_gone_with_its_day_is_no_change(self, answers: Said, hows: list[str]) -> None:
        old = plan_with(item("message", "inquiry", first=AS_OF))
        now = plan_with(answers=answers, as_of=LATER)
        plans = {f"{json.dumps({})} {LATER}": old.items} if answers else {f"{json.dumps({})} {AS_OF}": old.items}

        found = changed_since(old, now, decide=decided(plans))

        assert [one.how for group in found.groups for one in group.differences] == hows

    def test_no_more_is_tried_than_there_are_sections(self) -> None:
        old = {"means": {f"field_{n}": "1" for n in range(MOST + 1)}, "season": 2027}
        now = {"means": {f"field_{n}": "2" for n in range(MOST + 1)}, "season": 2028}

        assert [change.path for change in changed_answers(old, now)] == [("means",), ("season",)]
        assert len(changed_answers({"means": {}}, {"means": {f"f{n}": 1 for n in range(MOST)}})) == MOST

    def test_a_file_whose_entries_tell_where_it_differs_is_not_named_itself(self) -> None:
        before, after = {"a.yml": "1", "a.yml#x": "1", "b.yml": "1"}, {"a.yml": "2", "a.yml#x": "2", "b.yml": "2"}

        assert changed_content(before, after) == ("a.yml#x", "b.yml")


@pytest.mark.fast
class TestAnswers:
    """Answers by entry, and one of them as it was."""

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            pytest.param(None, [OFFER], id="a list that was unknown"),
            pytest.param([], [OFFER], id="the first entry"),
            pytest.param([OFFER], [], id="the last one goes"),
            pytest.param([OFFER], [BOOKED], id="an entry says something else"),
            pytest.param([OFFER, {**OFFER, "host": "Iowa"}], [{**OFFER, "host": "Iowa"}], id="the first of two goes"),
            pytest.param([{**OFFER, "host": "Iowa"}], [OFFER, {**OFFER, "host": "Iowa"}], id="one comes before it"),
            pytest.param([OFFER, OFFER], [OFFER, BOOKED], id="two of one name"),
            pytest.param([OFFER, {**OFFER, "host": "Iowa"}], [{**OFFER, "host": "Iowa"}, OFFER], id="another order"),
        ],
    )
    def test_one_change_set_back_is_the_file_as_it_was(self, old: Any, new: Any) -> None:
        before = {"season": 2028, **({"rotations": old} if old is not None else {})}
        after = {"season": 2028, "rotations": new}

        [change] = changed_answers(before, after)

        assert change.set_back == before

    def test_each_of_several_is_set_back_alone(self) -> None:
        before = {"means": {"budget": 9000, "weeks": 16}}
        after = {"means": {"budget": 500, "busy": []}}

        assert {change.where: change.set_back["means"] for change in changed_answers(before, after)} == {
            "means: budget": {"budget": 9000, "busy": []},
            "means: busy": {"budget": 500},
            "means: weeks": {"budget": 500, "busy": [], "weeks": 16},
        }


class TestEverybody:
    """What holds for random people."""

    @random(20)
    @given(said=PEOPLE)
    def test_a_plan_does_not_differ_from_itself(self, catalog: Catalog, said: Said) -> None:
        answers = said_of(make_profile(**said))
        plan = saved(answers, catalog)

        assert differences(plan.items, plan.items, as_of=AS_OF) == ()
        assert from_bytes(as_bytes(plan), file="me.yml.plan.json") == plan
        assert max(Counter((one.kind, one.id) for one in plan.items).values()) == 1

    @random(15)
    @given(said=PEOPLE)
    def test_the_bare_plan_has_the_items_of_the_whole_one(self, catalog: Catalog, said: Said) -> None:
        profile = make_profile(**said)
        known = amended(catalog, profile)
        facts = derive(profile, known.settings, known.seasons[profile.season], AS_OF)

        bare, whole = make_bare_plan(facts, known), make_plain_plan(facts, known)

        assert items_of(bare, facts, known) == items_of(whole, facts, known)

    @random(30)
    @given(one=PEOPLE, other=PEOPLE, days=st.integers(0, 200))
    def test_each_difference_is_named_once_and_is_one(
        self, catalog: Catalog, one: Said, other: Said, days: int
    ) -> None:
        as_of = AS_OF + timedelta(days=days)
        before, after = saved(said_of(make_profile(**one)), catalog), saved(said_of(make_profile(**other)), catalog)

        found = differences(before.items, after.items, as_of=as_of)

        assert max(Counter(one.key for one in found).values(), default=1) == 1
        assert unnamed(found, before, after, as_of) == []
        for one_ in found:
            if one_.before and one_.after:
                assert shown(one_.before) != shown(one_.after)

    @random(6)
    @given(one=PEOPLE, other=PEOPLE, days=st.integers(0, 60))
    def test_every_difference_has_a_reason_among_what_changed(
        self, catalog: Catalog, one: Said, other: Said, days: int
    ) -> None:
        before, now = said_of(make_profile(**one)), said_of(make_profile(**other))
        as_of = AS_OF + timedelta(days=days)
        assume_readable(now, as_of)

        found = since(saved(before, catalog), now, catalog, days=days)

        changes = {change.where for change in changed_answers(before, now)} | ({"day"} if days else set())
        for group in found.groups:
            assert {cause.where or cause.kind for cause in group.because.causes} <= changes
            assert group.because.causes, group.differences


def assume_readable(answers: Said, as_of: date) -> None:
    """Only people whose answers can all be true on the day have a plan on it."""
    from hypothesis import assume

    assume(not contradictions(make_profile(answers), make_document(answers), as_of=as_of))


def shown(item: SavedItem) -> tuple[object, ...]:
    """All of an item but its name."""
    return item.first, item.last, item.state, item.place, item.amounts


def unnamed(found: tuple[Difference, ...], before: SavedPlan, after: SavedPlan, as_of: date) -> list[tuple[str, str]]:
    """What is there on one side only, is ahead, and is not among the differences as such or under another id."""
    old = {(one.kind, one.id): one for one in before.items}
    new = {(one.kind, one.id): one for one in after.items}
    sides = [one for pair in found for one in (pair.before, pair.after) if one]
    named = {(one.kind, one.id) for one in sides}
    roles = {one.part for one in before.items if one.kind == "block"} & {
        one.part for one in after.items if one.kind == "block"
    }
    gone_on = {one.id for plan in (before, after) for one in plan.items if one.kind == "block" and one.part in roles}
    return [
        key
        for key, one in {**old, **new}.items()
        if key not in named
        and (key in old) != (key in new)
        and one.state != "done"
        and not (one.last or one.first or as_of) < as_of
        and not {key[1], key[1].rpartition("--")[2]} & gone_on
    ] + [
        key
        for key in old.keys() & new.keys()
        if key[0] in ("host", "route", "cost", "rotations") and key not in named
        if shown(old[key]) != shown(new[key])
    ]


class TestFile:
    """The file beside the profile."""

    def test_it_comes_back_as_it_went_in_and_is_small(self, maya: Said, catalog: Catalog) -> None:
        plan = replace(saved(maya, catalog), events=(EVENT, replace(EVENT, uid="b", category="")))

        content = as_bytes(plan)

        assert from_bytes(content, file="me.yml.plan.json") == plan
        assert as_bytes(from_bytes(content, file="me.yml.plan.json")) == content
        assert len(content) < 100_000

    @pytest.mark.parametrize(
        "name",
        [
            pytest.param("me.yml", id="there is none"),
            pytest.param("nul\0.yml", id="a name that no file can have"),
            pytest.param("a" * 250, id="a name that is full"),
            pytest.param("file/me.yml", id="below a file"),
        ],
    )
    def test_no_file_is_no_plan(self, tmp_path: Path, name: str) -> None:
        (tmp_path / "file").touch()

        assert read_saved(file_beside(tmp_path / name), file="me.yml.plan.json") is None

    @pytest.mark.parametrize(
        "spoil",
        [
            pytest.param(lambda said: b"", id="empty"),
            pytest.param(lambda said: as_json(said)[:-30], id="cut off"),
            pytest.param(lambda said: b"\xff\xfe", id="no text"),
            pytest.param(lambda said: b"[]", id="no object"),
            pytest.param(lambda said: b"[" * 100_000, id="nested without end"),
            pytest.param(lambda said: as_json({**said, "format": True}), id="no format"),
            pytest.param(lambda said: as_json({**said, "format": 0}), id="a format that never was"),
            pytest.param(lambda said: as_json({**said, "as_of": "soon"}), id="no day"),
            pytest.param(lambda said: as_json({**said, "more": 1}), id="a name that it does not have"),
            pytest.param(lambda said: as_json({**said, "items": [{"kind": "task"}]}), id="an item without an id"),
            pytest.param(lambda said: as_json({**said, "items": [{"kind": "tusk", "id": "a"}]}), id="no such kind"),
            pytest.param(lambda said: as_json({**said, "items": [{"kind": "task", "id": 3}]}), id="no word"),
            pytest.param(lambda said: as_json({**said, "answers": {"a": float("nan")}}), id="not a number"),
            pytest.param(lambda said: as_json({k: v for k, v in said.items() if k != "events"}), id="a name less"),
            pytest.param(lambda said: b" " * 5_000_000, id="far too long"),
        ],
    )
    @pytest.mark.fast
    def test_a_damaged_file_is_a_mistake_with_the_way_to_mend_it(self, spoil: Callable[[Any], bytes]) -> None:
        said = json.loads(as_bytes(plan_with(item(first=SOON))))

        with pytest.raises(GuideError) as told:
            from_bytes(spoil(said), file="profiles/me.yml.plan.json")

        assert str(told.value) == (
            "profiles/me.yml.plan.json: this saved plan is damaged "
            "(save the plan again with guide plan --save, or delete this file)"
        )

    @pytest.mark.fast
    def test_a_file_of_a_newer_guide_says_so(self) -> None:
        said = {**json.loads(as_bytes(plan_with())), "format": FORMAT + 1, "what": "nobody knows yet"}

        with pytest.raises(GuideError, match="saved by a newer version of the guide"):
            from_bytes(as_json(said), file="me.yml.plan.json")

    @pytest.mark.fast
    def test_git_leaves_it_alone(self) -> None:
        names = [
            "profiles/me.yml.plan.json",
            "profiles/example-graduate.yml.plan.json",
            "profiles/me.yml.plan.json.bak",
        ]
        if not (ROOT / ".git").exists():
            pytest.skip("this is no clone, so that Git ignores nothing here")

        ignored = subprocess.run(["git", "check-ignore", *names], cwd=ROOT, capture_output=True, text=True, check=False)

        assert ignored.stdout.split() == names

    def test_every_hash_is_of_something(self, catalog: Catalog) -> None:
        hashes = content_hashes(catalog)

        assert set(catalog.read) < set(hashes)
        assert "data/tasks.yml#passport" in hashes
        assert "data/seasons/2028.yml#rank-list-deadline" in hashes
        assert "rules/messages.yml#inquiry" in hashes


def as_json(said: Any) -> bytes:
    """Plain values as a file."""
    return json.dumps(said).encode()


class TestPages:
    """The page is there for those for whom something changed."""

    def test_no_plan_and_no_change_make_no_page(self, catalog: Catalog) -> None:
        profile = load_profile(MAYA, catalog, as_of=AS_OF)
        same = saved(said_of(profile), catalog)

        for previous in (None, same):
            outputs = build_outputs(profile, catalog, as_of=AS_OF, previous=previous, look_for_press=lambda: None)

            assert "plan/changed.md" not in [output.path for output in outputs]
            assert "changed.md" not in str(outputs[0].content)

    def test_a_change_makes_a_page_that_the_first_page_leads_to(self, catalog: Catalog, maya: Said) -> None:
        profile = load_profile(MAYA, catalog, as_of=AS_OF)
        previous = saved(exam_on(maya, "2027-06-10"), catalog)

        pages = {
            one.path: str(one.content)
            for one in build_outputs(profile, catalog, as_of=AS_OF, previous=previous, look_for_press=lambda: None)
        }

        count = since(previous, maya, catalog).count
        assert f"[{count} things changed](plan/changed.md) since you saved your plan on" in pages["index.md"]
        assert "Because of your answer under exams" in pages["plan/changed.md"]

    def test_a_host_that_the_person_named_stays_text(self, catalog: Catalog, maya: Said) -> None:
        profile = load_profile(MAYA, catalog, as_of=AS_OF)
        evil = {**BOOKED, "host": "<script>*x*</script> | {{ a }}"}
        previous = saved(with_(maya, rotations=[evil]), catalog)

        pages = {
            one.path: str(one.content)
            for one in build_outputs(profile, catalog, as_of=AS_OF, previous=previous, look_for_press=lambda: None)
        }

        assert "&#60;script&#62;" in pages["plan/changed.md"]
        assert "<script>" not in pages["plan/changed.md"]
        assert "| {{" not in pages["plan/changed.md"]


class TestPlugin:
    """The site reads the plan beside the profile at each build."""

    def asked(self, folder: Path, **memory: Any) -> plugin.Request:
        """A site of the profile in a folder."""
        return plugin.Request(
            root=ROOT, content=ROOT / "content", profile=folder / "me.yml", as_of=AS_OF, audience="private", **memory
        )

    def test_the_page_and_its_place_in_the_menu_come_and_go(self, tmp_path: Path, catalog: Catalog, maya: Said) -> None:
        shutil.copy(MAYA, tmp_path / "me.yml")
        file, memory = file_beside(tmp_path / "me.yml"), {}
        nav = yaml_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]

        there = {}
        for name, plan in (("changed", exam_on(maya, "2027-06-10")), ("same", maya)):
            file.write_bytes(as_bytes(saved(plan, catalog)))
            paths = [one.path for one in plugin.make_outputs(self.asked(tmp_path, memory=memory))]
            there[name] = "plan/changed.md" in menu.pages(menu.pruned(menu.expanded(nav, paths), paths.__contains__))

        assert there == {"changed": True, "same": False}

    def test_a_damaged_plan_stops_the_build_with_its_name(self, tmp_path: Path) -> None:
        shutil.copy(MAYA, tmp_path / "me.yml")
        file_beside(tmp_path / "me.yml").write_text("{", encoding="utf-8")

        with pytest.raises(GuideError, match=r"me\.yml\.plan\.json: this saved plan is damaged"):
            plugin.make_outputs(self.asked(tmp_path))


def test_a_cause_says_all_that_changed_in_it() -> None:
    [change] = changed_answers(
        {"exams": {"step_2_ck": EXAM}}, {"exams": {"step_2_ck": {"status": "passed", "score": 250}}}
    )

    assert Cause("answer", change.where, change.said).said == change.said
    assert {one.name: (one.before, one.after) for one in change.said} == {
        "status": ("planned", "passed"),
        "score": (None, "250"),
        "date": ("2027-04-16", None),
        "attempts": ("0", None),
    }
