"""One small judgment for each criterion of a program to apply to; None stands for what is not known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.catalog.readings import DepartmentReading, ImgReading, IntegratedReading
from generator.prose import Prose
from generator.rules.ranking import NO_WORDS, Finding
from generator.rules.reading import Answer, Stated, by_answer, cited, sentences, sources_of, what_of


@dataclass(frozen=True)
class Asked:
    """Something that a program asks for, and whether the person has it."""

    what: Prose
    sources: tuple[str, ...]
    passed: Answer


def own(*, interviewed: Answer, rotations: Iterable[str] | None, key: str) -> Finding:
    """An interview or a rotation there; `rotations` are the states of theirs there, None if they list none."""
    had = None if rotations is None else set(rotations)
    below = (
        ("rotated", "ahead", "none")
        if had is None
        else ("rotated",) if "done" in had
        else ("ahead",) if had & {"booked", "offered"}
        else ("none",)
    )  # fmt: skip
    levels = (*(("interview",) if interviewed is not False else ()), *(below if not interviewed else ()))
    return Finding(levels, hangs_on=f"own {key}")


def filters(asked: Sequence[Asked], key: str, *, settle: Prose = NO_WORDS) -> Finding:
    """Whether they pass what it asks; nothing that was read leaves it open."""
    failed = [one for one in asked if one.passed is False]
    unclear = [one for one in asked if one.passed is None]
    if failed:
        return Finding(("fails",), what=sentences(failed), sources=cited(failed))
    if asked and not unclear:
        return Finding(("passes",), what=sentences(asked), sources=cited(asked))
    return Finding(what=sentences(unclear), sources=cited(unclear), hangs_on=f"filters {key}", settle=settle)


def recruits(answer: Answer, key: str, *, what: Prose, sources: tuple[str, ...]) -> Finding:
    """Whether it recruits this season."""
    return Finding(by_answer(answer, "recruits", "not-now"), what=what, sources=sources, hangs_on=f"recruits {key}")


def imgs(read: ImgReading | None, key: str) -> Finding:
    """What it says to graduates of schools abroad."""
    if read is None:
        return Finding(hangs_on=f"imgs {key}")
    return Finding((read.level,), what=read.what, sources=read.sources)


STATES = ("there", "planned", "open")


def letters(*, best: str, worst: str, read: Stated | None, hangs_on: str) -> Finding:
    """Whether they have the letters that it asks for: from the best that is possible to the worst."""
    levels = STATES[STATES.index(best) : STATES.index(worst) + 1]
    return Finding(levels, what=what_of(read), sources=sources_of(read), hangs_on=hangs_on)


def integrated(read: IntegratedReading | None, key: str) -> Finding:
    """Whether it has a unit or clinic for both fields; what is not named may still be there."""
    levels = {None: (), "lesser": ("unit-or-clinic", "lesser"), "unit-or-clinic": ("unit-or-clinic",)}
    return Finding(
        levels[read.level if read else None],
        what=what_of(read),
        sources=sources_of(read),
        hangs_on=f"integrated {key}",
    )


def departments(read: Sequence[DepartmentReading], asked: Sequence[Asked], key: str) -> Finding:
    """Whether its parent departments take people like them; all that is read of them is told."""
    told: list[Stated] = [*read, *(one for one in asked if one.passed is not True)]
    what, sources = sentences(told), cited(told)
    failed = [one for one in asked if one.passed is False]
    if failed:
        return Finding(("fails",), what=sentences(failed), sources=cited(failed))
    if not read:
        return Finding(what=what, sources=sources, hangs_on=f"departments {key}")
    best = "considers" if any(one.level == "considers" for one in read) else "conditions"
    unclear = any(one.passed is None for one in asked)
    levels = (best, "fails") if unclear else (best,)
    return Finding(levels, what=what, sources=sources, hangs_on=f"departments {key}")


def license(planned: Answer, state: str) -> Finding:
    """Whether they plan to be licensed in its state."""
    return Finding(by_answer(planned, "there", "elsewhere"), hangs_on=f"license {state}")
