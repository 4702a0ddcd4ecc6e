"""Yes, no and unknown: None stands for unknown and spreads only as far as it must."""

from collections.abc import Iterable

Answer = bool | None


def every(answers: Iterable[Answer]) -> Answer:
    """True if all are, False if any is not, else unknown.

    >>> every([True, None]), every([False, None]), every([])
    (None, False, True)
    """
    found = tuple(answers)
    return False if False in found else None if None in found else True


def some(answers: Iterable[Answer]) -> Answer:
    """True if any is, False if none is, else unknown.

    >>> some([True, None]), some([False, None]), some([])
    (True, None, False)
    """
    found = tuple(answers)
    return True if True in found else None if None in found else False


def opposite(answer: Answer) -> Answer:
    """Unknown stays unknown.

    >>> opposite(True), opposite(None)
    (False, None)
    """
    return None if answer is None else not answer
