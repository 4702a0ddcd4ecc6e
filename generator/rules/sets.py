"""Which letter goes into which place of each set, exactly the best way, and what the loss of a writer does."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from operator import add

from generator.catalog.letter_sets import LetterApplication, LetterPlace
from generator.plan import LetterMatrix, LetterSet, Loss, LossInSet, Place, Writer

Filling = tuple[Writer | None, ...]
Score = tuple[int, ...]


def letter_matrix(applications: Sequence[LetterApplication], writers: Sequence[Writer], *, as_of: date) -> LetterMatrix:
    """The best set for each kind of application, and each set decided again without each of its writers."""
    sets = tuple(letter_set(application, writers, as_of=as_of) for application in applications)
    losses = tuple(_loss(writer, applications, sets, _without(writer, writers), as_of) for writer in writers)
    return LetterMatrix(tuple(writers), sets, losses)


def letter_set(application: LetterApplication, writers: Sequence[Writer], *, as_of: date) -> LetterSet:
    """The best set of letters for one kind of application."""
    filling = best_filling(application.places, writers)
    filled = tuple(zip(application.places, filling, strict=True))
    needed = [writer for place, writer in filled if place.needed]
    return LetterSet(
        application=application.id,
        places=tuple(Place(one.id, one.name, one.needed, writer.id if writer else "") for one, writer in filled),
        complete=None not in needed,
        complete_on=_complete_on(needed, as_of),
    )


def best_filling(places: Sequence[LetterPlace], writers: Sequence[Writer]) -> Filling:
    """A writer or nobody for each place, no writer twice, the best of all ways by what counts in this order.

    1. As many as can be of the places that are needed, and among them of those that ask for a specialty.
    2. As many places as can be in all, and as few letters as can be that do not count.
    3. In needed places: letters that are there, then those promised, then those of blocks, the earlier before the
       later; the set with the fewest of the latest kind wins, then that with the fewest of the next.
    4. As many writers as can be who are preferred where they stand, first in needed places, then in the others.
    5. The same order of time in the other places, and at last earlier writers in places further up.

    Writers are offered one by one; of all ways to fill the same places only the best is kept.
    """
    open_: Filling = (None,) * len(places)
    worth = _Worth(places, writers)
    best: dict[frozenset[int], tuple[Score, Filling]] = {frozenset(): (worth.nothing, open_)}
    for writer in writers:
        for filled, (score, filling) in tuple(best.items()):
            for number in worth.fitting(writer, filled):
                offer = tuple(map(add, score, worth.of(writer, number)))
                there = filled | {number}
                if there not in best or offer > best[there][0]:
                    best[there] = offer, (*filling[:number], writer, *filling[number + 1 :])
    return max(best.values(), key=lambda found: found[0])[1]


class _Worth:
    """What it is worth to have a writer in a place: amounts that add up over a set and decide in their order."""

    def __init__(self, places: Sequence[LetterPlace], writers: Sequence[Writer]) -> None:
        self._places = places
        self._ranks = _ranks(writers)
        self._latest_first = range(max(self._ranks.values(), default=-1), -1, -1)
        self._order = {writer.id: len(writers) - number for number, writer in enumerate(writers)}
        self.nothing: Score = (0,) * (len(places) + len(self._latest_first) + 7)

    def fitting(self, writer: Writer, filled: frozenset[int]) -> Iterator[int]:
        """The places still open that a writer may fill."""
        for number, place in enumerate(self._places):
            if number not in filled and may_fill(writer, place):
                yield number

    def of(self, writer: Writer, number: int) -> Score:
        """The amounts for one writer in one place."""
        place, rank = self._places[number], self._ranks[writer.id]
        preferred = bool(place.prefers) and set(place.prefers) <= set(writer.specialties)
        return (
            int(place.needed),
            int(place.needed and place.specialty != ""),
            1,
            -int(writer.fills == "spare"),
            *(-int(place.needed and rank == one) for one in self._latest_first),
            int(preferred and place.needed),
            int(preferred and not place.needed),
            -rank * (not place.needed),
            *(self._order[writer.id] * (number == one) for one in range(len(self._places))),
        )


def may_fill(writer: Writer, place: LetterPlace) -> bool:
    """Whether a writer's letter may stand in a place: it counts and speaks for it, or both are spare."""
    if writer.fills == "spare":
        return not place.needed and not place.specialty
    return writer.fills == "every" and place.specialty in ("", *writer.specialties)


def _ranks(writers: Sequence[Writer]) -> Mapping[str, int]:
    """How late each letter is there, from 0; those that are there or promised come before all others."""
    times = {
        writer.id: (not writer.at_hand, writer.ready_on is None, writer.ready_on or date.min) for writer in writers
    }
    order = sorted(set(times.values()))
    return {id_: order.index(time) for id_, time in times.items()}


def _complete_on(needed: Sequence[Writer | None], as_of: date) -> date | None:
    days = [writer.ready_on if writer else None for writer in needed]
    known = [day for day in days if day is not None]
    return max([as_of, *known]) if len(known) == len(days) else None


def _without(writer: Writer, writers: Sequence[Writer]) -> tuple[Writer, ...]:
    return tuple(one for one in writers if one.id != writer.id)


def _loss(
    writer: Writer,
    applications: Sequence[LetterApplication],
    sets: Sequence[LetterSet],
    others: Sequence[Writer],
    as_of: date,
) -> Loss:
    hit = [(one, before) for one, before in zip(applications, sets, strict=True) if writer.id in before.writers]
    changed = [(before, letter_set(one, others, as_of=as_of)) for one, before in hit]
    return Loss(
        writer=writer.id,
        sets=tuple(_loss_in_set(before, after) for before, after in changed),
        breaks=tuple(before.application for before, after in changed if after.covered < before.covered),
    )


def _loss_in_set(before: LetterSet, after: LetterSet) -> LossInSet:
    """The needed places that the loss opens, and who comes into needed places for it."""
    had = {place.writer for place in before.needed}
    filled = {place.id for place in before.needed if place.writer}
    return LossInSet(
        application=before.application,
        opened=tuple(place.id for place in after.needed if not place.writer and place.id in filled),
        takes_over=tuple(place.writer for place in after.needed if place.writer and place.writer not in had),
        complete_on=after.complete_on,
    )
