"""Names of letters and offers for ids that stay when others are added before them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from generator.views.common import Sight


def offer_keys(sight: Sight) -> Mapping[int, str]:
    """Each rotation of the profile by its number, counted from 1: its host and field."""
    rotations = sight.facts.profile.rotations or ()
    return dict(enumerate(_told_apart(f"{one.host}\0{one.field}" for one in rotations), start=1))


def letter_keys(sight: Sight) -> Mapping[str, str]:
    """Each writer by id: a rotation's own id, and of the profile's letters the writer and field."""
    letters = list(_told_apart(f"{one.writer}\0{one.field}" for one in sight.facts.profile.letters or ()))
    writers = sight.plan.letter_sets.writers
    return {one.id: one.id if one.letter is None else letters[one.letter] for one in writers}


def _told_apart(names: Iterable[str]) -> Iterator[str]:
    """The names, the second and later ones of those that are the same with a number."""
    seen: Counter[str] = Counter()
    for name in names:
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name}\0{seen[name]}"
