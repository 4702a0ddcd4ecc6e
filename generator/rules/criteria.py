"""One small judgment for each criterion of a host: the levels that it may have, None standing for what is not known."""

from itertools import product

from generator.phrases import money
from generator.plan.hosts import HostVerdict
from generator.prose import Prose, fill
from generator.rules.ranking import NO_WORDS, Finding
from generator.rules.reading import Answer, Stated, by_answer, either, sources_of, what_of


def verdict(host: HostVerdict, key: str, *, settled: bool, ask: Prose) -> Finding:
    """Whether the host will have them: by its verdict, if nothing can change that but the host itself."""
    decision = host.verdict
    return Finding(
        levels=(decision.value,) if settled else (),
        what=decision.because,
        sources=decision.sources,
        hangs_on=f"verdict {key}",
        settle=fill(ask, {"question": host.ask}) if host.ask else NO_WORDS,
    )


def wanted(wish: int | None, key: str) -> Finding:
    """Where it stands among the places that they want, counted from 1; 0 for not among them."""
    if wish is None:
        return Finding(hangs_on=f"wish {key}")
    return Finding(("further",), amount=wish) if wish else Finding(("not-named",))


def elective(*, offered: Answer, unit: Answer, combined: bool, read: Stated | None, key: str) -> Finding:
    """Work in both fields for a visitor: an elective, or at least a unit, or a combined program.

    `offered` is false for those who can't take electives any more.
    """
    if offered:
        return Finding(("elective",), what=what_of(read), sources=sources_of(read))
    rest = "program" if combined else "none"
    levels = (
        *(("elective",) if offered is None else ()),
        *(("unit",) if unit is not False else ()),
        *((rest,) if not unit else ()),
    )
    return Finding(levels, what=what_of(read), sources=sources_of(read), hangs_on=f"elective {key}")


def letter(*, missing: Answer, combined: bool) -> Finding:
    """A letter that is missing: a block at a combined program may bring one that counts for both fields."""
    if_missing, if_not = ("both-at-once", "spare") if combined else ("missing", "none")
    levels = (*((if_missing,) if missing is not False else ()), *((if_not,) if not missing else ()))
    return Finding(levels, hangs_on="letters")


def region(*, mine: Answer, alone: Answer, partners: Answer, region: str) -> Finding:
    """Whether it lies where they would live, and their partner; `alone` where no partner limits them."""
    names = {
        (True, True): "fits",
        (True, False): "yours-only",
        (False, True): "partner-only",
        (False, False): "outside",
    }
    by_oneself = [(own, own) for own in either(mine)] if alone is not False else []
    as_two = product(either(mine), either(partners)) if not alone else ()
    return Finding(tuple(names[pair] for pair in (*by_oneself, *as_two)), hangs_on=f"region {region}")


def lodging(free: Answer, city: str) -> Finding:
    """Whether they can stay in its city for nothing."""
    return Finding(by_answer(free, "free", "paid"), hangs_on=f"bed {city}")


def fee(amount: int | None, key: str, *, settle: Prose = NO_WORDS, sources: tuple[str, ...] = ()) -> Finding:
    """What it charges them."""
    if amount is None:
        return Finding(hangs_on=f"fee {key}", settle=settle)
    return Finding(("more",), amount=amount, said={"amount": money(amount)}, sources=sources)


def credit(counts: Answer, key: str) -> Finding:
    """Whether a rotation there counts for their school and their license."""
    return Finding(by_answer(counts, "counts", "lost"), hangs_on=f"credit {key}")
