"""What `guide check` says: mistakes, or what is unknown and matters most."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from generator.catalog import Catalog
from generator.cli.outcome import as_lines
from generator.cli.sight import sight_of
from generator.cli.terminal import entry, paragraph, title
from generator.errors import GuideError
from generator.phrases import long_date
from generator.prose import Prose
from generator.site import overtaken_answers
from generator.views import Sight
from generator.views.open_questions import QuestionView, open_questions

SHOWN = 10
Findings = tuple[Sequence[str], int]


def checked(paths: Iterable[Path], catalog: Catalog, *, as_of: date) -> Findings:
    """What is to be said of some profiles, and how many mistakes are in them."""
    lines: list[str] = []
    mistakes = 0
    for path in paths:
        found, count = _one(path, catalog, as_of)
        lines += ["", *found] if lines and not count else found
        mistakes += count
    return lines, mistakes


def counted(mistakes: int) -> str:
    """How many mistakes there are.

    >>> counted(1), counted(2)
    ('1 thing to mend.', '2 things to mend.')
    """
    return f"{mistakes} thing{'' if mistakes == 1 else 's'} to mend."


def _one(path: Path, catalog: Catalog, as_of: date) -> Findings:
    try:
        sight = sight_of(path, catalog, as_of=as_of)
    except GuideError as error:
        return as_lines(error.problems), len(error.problems)
    old = overtaken_answers(path, catalog, as_of=as_of)
    if old:
        return as_lines(old), len(old)
    return [title(f"{catalog.shown_path(path)} is in order, as of {long_date(as_of)}."), *_unknown(sight)], 0


def _unknown(sight: Sight) -> Iterator[str]:
    questions = open_questions(sight).questions
    if not questions:
        yield "Nothing that the plan hangs on is unknown."
        return
    first = questions[:SHOWN]
    yield f"{_answers(len(questions))} unknown, which is fine. These matter most:"
    for number, question in enumerate(first, start=1):
        yield from ("", *_question(question, f"{number}."))
    if len(questions) > len(first):
        yield from ("", paragraph(_rest(len(questions) - len(first)), indent=0))


def _answers(number: int) -> str:
    return "One answer is" if number == 1 else f"{number} answers are"


def _rest(number: int) -> str:
    return f"And {number} more, on which less hangs: `guide plan` names them, the page Open questions explains them."


def _question(question: QuestionView, mark: str) -> Iterator[str]:
    yield entry(question.sentence, mark=mark, indent=0)
    yield paragraph(question.matters, indent=3)
    if question.decisions:
        yield paragraph(Prose(f"Hangs on it: {question.decisions}"), indent=3)
    yield paragraph(Prose(f"Find out: {question.find_out}"), indent=3)
    yield paragraph(Prose(f"In the profile: {question.field}"), indent=3)
