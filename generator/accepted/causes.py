"""Because of what a plan differs: each change is taken back on its own, and everything decided again."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.accepted.answers import AnswerChange, Answers, changed_answers
from generator.accepted.comparing import Items, differences, same, slides
from generator.accepted.touching import touched
from generator.plan.differences import Because, Cause, Changed, Difference, Explained, Link, Said
from generator.plan.saved import Key, SavedItem, SavedPlan

Decide = Callable[[Answers, date], tuple[SavedItem, ...] | None]
"""The items of a plan for some answers on a day; None where no person could give these answers on that day."""

Left = Mapping[Key, Difference]


@dataclass(frozen=True)
class Trial:
    """What is left of the differences when some changes are taken back; None where that can't be tried."""

    causes: tuple[Cause, ...]
    left: Left | None

    def restores(self, one: Difference) -> bool:
        """Whether the thing is then as it was accepted."""
        return self.left is not None and one.key not in self.left

    def brings(self, one: Difference, as_of: date) -> bool:
        """Whether the thing is then as it is now."""
        other = self.left.get(one.key) if self.left is not None else None
        return other is not None and _same_end(other, one, as_of)

    def alters(self, one: Difference, as_of: date) -> bool:
        """Whether the thing is then neither as it was nor as it is now."""
        other = self.left.get(one.key) if self.left is not None else None
        return other is not None and not _same_end(other, one, as_of)


def changed_since(previous: SavedPlan, present: SavedPlan, *, decide: Decide) -> Changed:
    """What differs from the accepted plan, by what it differs because of; nothing is decided again without need."""
    found = differences(previous.items, present.items, as_of=present.as_of)
    if not found:
        return Changed(previous.as_of, ())
    why = _Reasons(previous, present, decide)
    explained = [(why.of(one), one) for one in found]
    days = previous.as_of, present.as_of
    return Changed(previous.as_of, tuple(_grouped(_told(explained, days), why)))


class _Reasons:
    """The trials of one comparison; the last ones are made only if the others leave something open."""

    def __init__(self, previous: SavedPlan, present: SavedPlan, decide: Decide) -> None:
        self._previous, self._present, self._decide = previous, present, decide
        self._changes = changes = changed_answers(previous.answers, present.answers)
        self._answers = tuple(_cause(change) for change in changes)
        self._day = _day_cause(previous.as_of, present.as_of)
        backs = [(cause, change.set_back) for cause, change in zip(self._answers, changes, strict=True)]
        self._single = [self._trial((cause,), said, present.as_of) for cause, said in backs]
        self._single += [self._trial((cause,), present.answers, previous.as_of) for cause in self._day]
        self._several: list[Trial] | None = None
        self._made: dict[date, list[Trial]] = {}

    def of(self, one: Difference) -> Because:
        """Why one thing differs."""
        restoring = _causes(trial for trial in self._single if trial.restores(one))
        if restoring:
            return Because("alone" if len(restoring) == 1 else "together", restoring)
        altering = _causes(trial for trial in self._single if trial.alters(one, self._present.as_of))
        return self._of_several(one, altering)

    def order(self, because: Because) -> tuple[int, ...]:
        """Answers first, in the order of the profile; the day on its own last."""
        known = [*self._answers, *self._day]
        places = [known.index(cause) if cause in known else len(known) for cause in because.causes]
        day_alone = because.causes == self._day and bool(self._day)
        return (day_alone, because.link == "none", *places)

    def _of_several(self, one: Difference, altering: tuple[Cause, ...]) -> Because:
        """Why it differs where no change alone brings it back: several of them, content, or none that is known."""
        for trial in self._trials_of_several():
            if trial.restores(one):
                return Because("together", altering) if len(altering) > 1 else self._enough(one, trial)
        content = touched(one, self._previous, self._present)
        if altering and content:
            return Because("together", (*altering, *content))
        if content:
            return Because(_link(content), content)
        return self._unsettled(altering)

    def _enough(self, one: Difference, several: Trial) -> Because:
        """Those of several changes that bring it about from the accepted plan on their own, if any do."""
        day = self._previous.as_of if set(self._day) <= set(several.causes) else self._present.as_of
        made = [trial for trial in self._forward(day) if trial.brings(one, self._present.as_of)]
        if not made:
            return Because("among", several.causes)
        return Because("sole" if len(made) == 1 else "enough", _causes(made))

    def _forward(self, day: date) -> list[Trial]:
        """The accepted answers with one of them as it is now."""
        if day not in self._made:
            changes = changed_answers(self._present.answers, self._previous.answers)
            steps = {(change.path, change.entry): change.set_back for change in changes}
            known = zip(self._answers, self._changes, strict=True)
            said = [(cause, steps[change.path, change.entry]) for cause, change in known]
            self._made[day] = [self._trial((cause,), answers, day) for cause, answers in said]
        return self._made[day]

    def _unsettled(self, altering: tuple[Cause, ...]) -> Because:
        """What is left to say where deciding again could not tell."""
        tried = all(trial.left is not None for trial in (*self._single, *self._trials_of_several()))
        left = altering or (() if tried else (*self._answers, *self._day))
        return Because(_link(left), left)

    def _trials_of_several(self) -> list[Trial]:
        """All answers set back, and then the day too."""
        if self._several is None:
            old, now = self._previous, self._present
            both = [self._trial((*self._answers, *self._day), old.answers, old.as_of)] if self._day else []
            some = [self._trial(self._answers, old.answers, now.as_of)] if len(self._answers) > 1 else []
            self._several = [*some, *(both if self._answers else [])]
        return self._several

    def _trial(self, causes: tuple[Cause, ...], said: Answers, day: date) -> Trial:
        items = self._decide(said, day)
        return Trial(causes, None if items is None else self._left(items))

    def _left(self, items: Items) -> Left:
        found = differences(self._previous.items, items, as_of=self._present.as_of)
        return {one.key: one for one in found}


def _link(causes: tuple[Cause, ...]) -> Link:
    """How causes are said that can't be told apart."""
    if not causes:
        return "none"
    return "alone" if len(causes) == 1 else "among"


def _same_end(one: Difference, other: Difference, as_of: date) -> bool:
    if one.after is None or other.after is None:
        return one.after is other.after
    return same(one.after, other.after, as_of=as_of)


def _causes(trials: Iterable[Trial]) -> tuple[Cause, ...]:
    return tuple(cause for trial in trials for cause in trial.causes)


def _cause(change: AnswerChange) -> Cause:
    return Cause("answer", change.where, change.said, change.entry)


def _day_cause(before: date, after: date) -> tuple[Cause, ...]:
    said = (Said("", before.isoformat(), after.isoformat()),)
    return (Cause("day", "", said),) if before != after else ()


def _told(
    explained: Sequence[tuple[Because, Difference]], days: tuple[date, date]
) -> Iterator[tuple[Because, Difference]]:
    """All but what merely passed with its day, or is counted from today and goes on with it."""
    for because, one in explained:
        kinds = {cause.kind for cause in because.causes}
        only_passed = one.passed and kinds <= {"day"}
        if not only_passed and not ("day" in kinds and slides(one, *days)):
            yield because, one


def _grouped(explained: Iterable[tuple[Because, Difference]], why: _Reasons) -> Iterator[Explained]:
    groups: dict[Because, list[Difference]] = {}
    for because, one in explained:
        groups.setdefault(because, []).append(one)
    for because in sorted(groups, key=why.order):
        yield Explained(because, tuple(groups[because]))
