"""Names in a profile that the guide does not know, and rotations that a graduate can't do."""

from collections.abc import Iterable, Iterator
from datetime import date

from generator.errors import Problem
from generator.plan.settings import Settings
from generator.profile import Profile, Rotation
from generator.profile.clashes.said import named
from generator.profile.vocabulary import STATES, Vocabulary, vocabularies
from generator.reading import Document, did_you_mean
from generator.reading.document import Path

AHEAD = ("applied", "offered", "booked")


def check_words(  # noqa: PLR0913 - four lists of ids come from four rooms of content
    profile: Profile,
    document: Document,
    settings: Settings,
    *,
    program_ids: Iterable[str],
    document_ids: Iterable[str],
    type_ids: Iterable[str],
    criterion_ids: Iterable[str],
) -> tuple[Problem, ...]:
    """What the profile names and the guide does not know, each with the nearest name."""
    known = vocabularies(settings, program_ids, document_ids, type_ids, criterion_ids)
    by_path = {pattern: vocabulary for vocabulary in known for pattern in vocabulary.used_at}
    unknown = _unknown_words(profile, document, by_path)
    return tuple(sorted({*unknown, *_only_for_students(profile, document, settings)}))


def _unknown_words(profile: Profile, document: Document, by_path: dict[str, Vocabulary]) -> Iterator[Problem]:
    for path, word in named(profile):
        vocabulary = by_path.get(_pattern(path))
        if vocabulary and word is not None and word not in vocabulary.words:
            what = f"the guide knows no {vocabulary.name} {word!r}"
            yield Problem(document.place(path), what, _hint(word, vocabulary))


def _pattern(path: Path) -> str:
    return "".join("[]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")


def _hint(word: str, vocabulary: Vocabulary) -> str:
    near = _nearest(word, vocabulary)
    if near and vocabulary.open:
        return f"{near} if not, {vocabulary.otherwise}"
    return near or vocabulary.otherwise


def _nearest(word: str, vocabulary: Vocabulary) -> str:
    if vocabulary.name != "state":
        return did_you_mean(word, vocabulary.words)
    spelled_out = {name.casefold(): state for state, name in STATES.items()}
    state = spelled_out.get(word.casefold(), word.upper())
    return f"did you mean {state!r}?" if state in STATES else ""


def _only_for_students(profile: Profile, document: Document, settings: Settings) -> Iterator[Problem]:
    check = _as_graduate if profile.school.status == "graduated" else _as_student
    types = {kind.id for kind in settings.types if "graduated" in kind.unless}
    for number, rotation in enumerate(profile.rotations or ()):
        for name, what in check(rotation, profile.school.graduation, types):
            yield Problem(document.place(("rotations", number, name)), what, _open_to_graduates(settings))


def _as_graduate(rotation: Rotation, graduation: date, types: set[str]) -> Iterator[tuple[str, str]]:
    """An elective of students that a graduate asks for or has booked."""
    if rotation.status in AHEAD and rotation.type in types:
        yield "type", f"the type {rotation.type!r} needs a student, but graduation was on {graduation}"


def _as_student(rotation: Rotation, graduation: date, types: set[str]) -> Iterator[tuple[str, str]]:
    """A rotation that is not over when the student graduates; with no type told, it counts as an elective."""
    if rotation.status not in AHEAD or rotation.type not in {None, *types}:
        return
    if rotation.last and rotation.last > graduation:
        yield "last", f"this rotation runs to {rotation.last}, past graduation on {graduation}"
    elif rotation.first and rotation.first > graduation:
        yield "first", f"this rotation begins on {rotation.first}, past graduation on {graduation}"


def _open_to_graduates(settings: Settings) -> str:
    types = [kind.id for kind in settings.types if "graduated" in kind.when]
    return f"correct a day, or name a type that is open to graduates: {', '.join(types)}"
