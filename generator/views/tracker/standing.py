"""How far things have come, by their days and by what was filled in."""

from collections.abc import Mapping
from types import MappingProxyType

from generator.catalog.messages import Timing
from generator.catalog.tracker import TrackerFile
from generator.views.tracker.formulas import (
    NOTHING,
    Formula,
    Test,
    after,
    all_of,
    any_of,
    cell,
    day,
    is_day,
    is_empty,
    is_filled,
    is_gone,
    is_within,
    not_,
    when,
    word,
)


def formulas(file: TrackerFile, timing: Timing) -> Mapping[str, Mapping[str, Formula]]:
    """The formulas by sheet and column."""
    stands = Standing(file)
    return MappingProxyType(
        {
            "inquiries": stands.inquiries(timing),
            "applications": {"standing": stands.ticked("apply_by")},
            "rotations": stands.rotations(),
            "letters": stands.letters(),
            "documents": {"standing": stands.documents()},
            "tasks": {"standing": stands.ticked("due")},
        }
    )


class Standing:
    """The formulas in the words of the workbook's editors."""

    def __init__(self, file: TrackerFile) -> None:
        """Keep the words and the numbers of days."""
        self._file = file
        self._done, self._later, self._soon = map(self._word, ("done", "later", "soon"))

    def _word(self, state: str) -> Formula:
        return word(self._file.states[state])

    def _says(self, column: str, choices: str, answer: str) -> Test:
        """Whether a column holds one answer of a list."""
        shown = word(self._file.choices[choices][answer])
        return Test(f"{{{column}}}={shown.text}", lambda values, today: values[column] == answer)

    def _by(self, column: str) -> Formula:
        """How near the day in a column is."""
        ahead = when(is_within(column, self._file.soon_days), self._soon, self._later)
        return when(is_gone(column), self._word("overdue"), when(is_day(column), ahead, NOTHING))

    def ticked(self, due: str) -> Formula:
        """Done once the row says so, until then by its day."""
        return when(self._says("done", "yes-no", "true"), self._done, self._by(due))

    def inquiries(self, timing: Timing) -> dict[str, Formula]:
        """The reminder, the call, and which of them is next until there is an answer."""
        again = all_of(self._says("outcome", "outcome", "ask-later"), is_day("write_again"))
        answered = any_of(is_filled("answered"), is_filled("outcome"))
        reminder = when(is_gone("remind_on"), cell("call_on"), cell("remind_on"))
        waiting = when(is_day("sent"), reminder, day("due"))
        settled = when(self._says("outcome", "outcome", "ask-later"), self._later, self._done)
        held_back = when(is_filled("due"), self._word("waiting"), NOTHING)
        return {
            "remind_on": when(is_day("sent"), after("sent", timing.follow_up_days), NOTHING),
            "call_on": when(is_day("sent"), after("sent", timing.call_days), NOTHING),
            "next_on": when(again, cell("write_again"), when(answered, NOTHING, waiting)),
            "standing": when(is_day("next_on"), self._by("next_on"), when(answered, settled, held_back)),
        }

    def rotations(self) -> dict[str, Formula]:
        """To be applied for, then to be answered, then ahead, under way and done."""
        applied, offered, booked, done = (
            self._says("status", "rotation-status", name) for name in ("applied", "offered", "booked", "done")
        )
        over = any_of(done, all_of(booked, is_gone("last")))
        running = when(is_within("first", 0), self._word("under-way"), self._later)
        waiting = all_of(applied, is_empty("next_on"))
        asked = when(any_of(offered, applied), day("answer_due"), NOTHING)
        begins = when(all_of(booked, is_day("first")), when(is_gone("first"), NOTHING, cell("first")), asked)
        open_ = when(waiting, self._word("waiting"), self._by("next_on"))
        return {
            "next_on": when(is_empty("status"), day("apply_by"), begins),
            "standing": when(over, self._done, when(booked, running, open_)),
        }

    def letters(self) -> dict[str, Formula]:
        """To be asked for until somebody was asked; then a reminder, and a day by which it has to be there."""
        uploaded, possible = (self._says("status", "letter-status", name) for name in ("uploaded", "possible"))
        to_ask = all_of(any_of(is_empty("status"), possible), is_day("ask_by"))
        reminder = all_of(is_day("remind_on"), not_(is_gone("remind_on")))
        next_on = when(to_ask, cell("ask_by"), when(reminder, cell("remind_on"), day("upload_by")))
        return {
            "next_on": when(uploaded, NOTHING, next_on),
            "standing": when(uploaded, self._done, self._by("next_on")),
        }

    def documents(self) -> Formula:
        """To begin with by a day; once it is in hand, until it runs out."""
        lasting = when(is_within("expires", self._file.soon_days), self._soon, self._done)
        kept = when(is_day("renew"), self._by("renew"), lasting)
        held = when(is_gone("expires"), self._word("overdue"), kept)
        return when(self._says("in_hand", "yes-no", "true"), held, self._by("start"))
