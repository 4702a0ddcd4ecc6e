"""What is in the way where no plan fits, what frees it, and what is left when a host falls away: each tried again."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from people import (
    EARLY_DAYS,
    FIRST_DAYS,
    FOR_FOUR,
    IN_A_BIND,
    IN_SUMMER,
    LATE_DAYS,
    OFFERED,
    PEOPLE,
    SPELLED_TWICE,
    SURER,
    Said,
    random,
)
from test_planner import said_by

from generator.catalog import Catalog
from generator.catalog.hosts import Host
from generator.catalog.program import Program
from generator.facts import Facts, derive
from generator.plan import Conflict, Freed, Setback, Span
from generator.planner import make_plain_plan
from generator.planner.candidates import Candidate
from generator.planner.choices import Terms
from generator.planner.conflicts import conflict
from generator.planner.core import Core, core
from generator.planner.falling_back import setbacks
from generator.planner.ground import Ground
from generator.planner.posing import best
from generator.planner.pricing import committed
from generator.planner.scheduling import most_in_time
from generator.profile import Means, Profile
from generator.reading import Document, build

FactsOf = Callable[..., Facts]
Decided = Callable[[Facts], Core]
Count = Callable[[frozenset[str]], int]
NOTHING: frozenset[str] = frozenset()
LARGEST = 4
"""The guide promises the smallest set of limits up to this size."""


@pytest.fixture(scope="module")
def decided(catalog: Catalog) -> Decided:
    """Facts to what is decided from them."""
    return lambda facts: core(facts, catalog)


@pytest.fixture(scope="module")
def told(catalog: Catalog) -> Callable[[Facts], Conflict | None]:
    """Facts to what the plan says is in the way."""
    return lambda facts: make_plain_plan(facts, catalog).advice.conflict


# --- how many blocks fit, counted by trying them all ---


def counted(ground: Ground, removed: frozenset[str]) -> int:
    """The most blocks that end in time, by every combination of candidates that differ in what limits look at."""
    kinds = [_Kind(ground, one, removed) for one in ground.candidates if not one.barred - removed]
    for number in range(len(ground.parts), 0, -1):
        for parts in combinations(ground.parts, number):
            if any(_holds(ground, some, removed) for some in _ways(parts, kinds)):
                return number
    return 0


class _Kind:
    """A candidate with the days that are left to it, and all that tells it apart from another."""

    def __init__(self, ground: Ground, candidate: Candidate, removed: frozenset[str]) -> None:
        late = "letter-day" in removed
        self.candidate = candidate
        self.spans = [one.span for one in candidate.days if not one.broken - removed and (late or one.in_time)]
        uses = tuple(rule.uses(candidate) for rule in ground.caps)
        place = candidate.place or candidate.city
        self.key = (tuple(self.spans), uses, candidate.cost.low, place, candidate.rotation)


def _ways(parts: Sequence[str], kinds: list[_Kind]) -> Iterator[tuple[_Kind, ...]]:
    """Every way to give each of these parts a candidate of its own."""
    if not parts:
        yield ()
        return
    seen = set()
    for kind in kinds:
        if parts[0] in kind.candidate.parts and kind.spans and kind.key not in seen:
            seen.add(kind.key)
            others = [one for one in kinds if one.candidate.id != kind.candidate.id]
            yield from ((kind, *rest) for rest in _ways(parts[1:], others))


def _holds(ground: Ground, some: tuple[_Kind, ...], removed: frozenset[str]) -> bool:
    """Whether caps, budget and days allow all of these together."""
    taken, means = [one.candidate for one in some], ground.facts.means
    for rule in ground.caps:
        if rule.limit not in removed and sum(map(rule.uses, taken)) > rule.left:
            return False
    visited = {block.city for block in ground.held if block.status != "done"}
    journeys = len({one.city for one in taken} - {""} - visited) + sum(not one.city for one in taken)
    booked = committed(ground.facts, ground.catalog, ground.held).low
    spent = booked + sum(one.cost.low for one in taken) + (means.return_trip or 0) * journeys
    if "budget" not in removed and means.budget is not None and spent > means.budget:
        return False
    return any(_one_after_another(order) for order in permutations(some))


def _one_after_another(order: tuple[_Kind, ...]) -> bool:
    """Whether they can follow each other in this order, each as early as can be."""
    last = date.min
    for kind in order:
        ends = [span.last for span in kind.spans if span.first > last]
        if not ends:
            return False
        last = min(ends)
    return True


def relevant(ground: Ground) -> frozenset[str]:
    """The limits that this person has at all; how many rotations make sense is none of them."""
    days = (limit for one in ground.candidates for day in one.days for limit in day.broken)
    barred = (limit for one in ground.candidates for limit in one.barred)
    budget = ["budget"] if ground.facts.means.budget is not None else []
    found = {*days, *barred, *budget, "letter-day", *(rule.limit for rule in ground.caps)}
    return frozenset(one.id for one in ground.catalog.files.limits.limits if one.id in found)


# --- what is in the way ---


def faults(found: Conflict | None, needed: int, count: Count, ground: Ground) -> list[str]:
    """What is untrue of a conflict, by a count of the blocks that fit without some limits."""
    every = relevant(ground)
    is_one = count(NOTHING) < needed <= count(every)
    if found is None or not is_one:
        return [] if (found is not None) == is_one else [f"{found} where {is_one} is right"]
    return [*_of_numbers(found, needed, count), *_of_set(found, every, count), *_of_frees(found, every, count, ground)]


def _of_numbers(found: Conflict, needed: int, count: Count) -> Iterator[str]:
    if (found.needed, found.fits) != (needed, count(NOTHING)):
        yield f"{found.fits} of {found.needed} are not {count(NOTHING)} of {needed}"
    figures = [(one.limit, one.blocks_without) for one in found.figures]
    if figures != [(limit, count(frozenset({limit}))) for limit in found.limits]:
        yield f"the figures {figures} are wrong"


def _of_set(found: Conflict, every: frozenset[str], count: Count) -> Iterator[str]:
    """The set is in conflict, nothing in it can be left out, and where that is said no smaller one is."""
    limits = frozenset(found.limits)
    if not _clash(limits, every, count, found.needed):
        yield f"{found.limits} leave room"
    yield from (
        f"{one} can be left out of {found.limits}"
        for one in found.limits
        if _clash(limits - {one}, every, count, found.needed)
    )
    sizes = range(len(limits)) if found.fewest else range(LARGEST + 1)
    for some in (frozenset(some) for size in sizes for some in combinations(sorted(every), size)):
        if _clash(some, every, count, found.needed):
            yield f"{sorted(some)} is smaller than {found.limits}"


def _clash(kept: frozenset[str], every: frozenset[str], count: Count, needed: int) -> bool:
    """Whether these limits, with no other, leave fewer blocks than are needed."""
    return count(every - kept) < needed


def _of_frees(found: Conflict, every: frozenset[str], count: Count, ground: Ground) -> Iterator[str]:
    """Each way out frees, has no limit too many and is told with its effort; none that is easier is left out."""
    efforts = ground.catalog.files.limits.efforts
    for free in found.frees:
        some = frozenset(free.limits)
        if (count(some), sum(efforts[one] for one in some)) != (free.blocks, free.effort) or free.blocks < found.needed:
            yield f"{free} does not free as it says"
        yield from (f"{one} is too many in {free}" for one in some if count(some - {one}) >= found.needed)
    if [one.effort for one in found.frees] != sorted(one.effort for one in found.frees):
        yield "the ways out are not in order"
    told_ways = {frozenset(one.limits) for one in found.frees}
    for some in _ways_out(every & efforts.keys(), count, found.needed):
        if some not in told_ways:
            yield f"{sorted(some)} frees as well"


def _ways_out(movable: frozenset[str], count: Count, needed: int) -> list[frozenset[str]]:
    """Every set of limits that frees and has none too many, up to the size that is looked at."""
    ways: list[frozenset[str]] = []
    for some in (frozenset(some) for size in range(1, LARGEST + 1) for some in combinations(sorted(movable), size)):
        if not any(way <= some for way in ways) and count(some) >= needed:
            ways.append(some)
    return ways


@random(15)
@given(said=IN_A_BIND, as_of=EARLY_DAYS)
def test_what_is_in_the_way_is_so(
    said: Said, as_of: date, told: Callable[[Facts], Conflict | None], decided: Decided, facts_of: FactsOf
) -> None:
    facts = facts_of(said, as_of=as_of)
    made = decided(facts)
    ground = made.ground.before_reading()
    needed = made.how_many.value.least - ground.filled if ground.parts else 0

    assert faults(told(facts), needed, cache(lambda some: most_in_time(ground, some)), ground) == []


FEW = st.lists(st.integers(0, 60), max_size=3, unique=True)


@random(25)
@given(said=IN_A_BIND, as_of=EARLY_DAYS, kept=FEW, needed=st.integers(1, 3))
def test_what_is_in_the_way_is_so_by_a_count_of_every_combination(
    said: Said, as_of: date, kept: list[int], needed: int, decided: Decided, facts_of: FactsOf
) -> None:
    """With few hosts, so that all can be tried."""
    ground = with_few_hosts(decided(facts_of(said, as_of=as_of)).ground.before_reading(), kept)
    found = conflict(ground, needed)

    assert faults(found, needed, cache(lambda some: counted(ground, some)), ground) == []
    assert [free for free in (found.frees if found else ()) if not costs_that(free, needed, ground)] == []


def costs_that(free: Freed, needed: int, ground: Ground) -> bool:
    """Whether the sum that a way out names is enough for what is needed, and a dollar less is not."""
    if free.sum is None:
        return "budget" not in free.limits
    removed = frozenset(free.limits) - {"budget"}
    enough, too_little = (counted(with_budget(ground, money), removed) for money in (free.sum, free.sum - 1))
    return enough >= needed > too_little


def with_budget(ground: Ground, budget: int) -> Ground:
    """The same ground for somebody who can spend so much."""
    profile = ground.facts.profile
    means = (profile.means or Means()).model_copy(update={"budget": budget})
    return replace(ground, facts=replace(ground.facts, profile=profile.model_copy(update={"means": means})))


def with_few_hosts(ground: Ground, kept: list[int]) -> Ground:
    """The same ground with their own rotations, open slots, and some of what hosts have."""
    hosts = [one for one in ground.candidates if one.certainty in ("open", "ask") and one.rotation is None]
    some = {hosts[number % len(hosts)].id for number in kept if hosts}
    left = tuple(
        one for one in ground.candidates if one.rotation is not None or one.certainty == "slot" or one.id in some
    )
    return replace(ground, candidates=left)


@random(20)
@given(said=IN_A_BIND | FOR_FOUR | OFFERED | IN_SUMMER, as_of=EARLY_DAYS | LATE_DAYS)
def test_as_many_blocks_fit_as_any_search_of_all_hosts_finds(
    said: Said, as_of: date, decided: Decided, facts_of: FactsOf
) -> None:
    """Counting leaves hosts out that decide nothing; each limit by itself is taken away."""
    ground = decided(facts_of(said, as_of=as_of)).ground.before_reading()
    removals = [NOTHING, *(frozenset({limit}) for limit in relevant(ground))]
    terms = {removed: Terms(removed=removed, in_time=True) for removed in removals}
    found = {removed: len(best(ground, ("number",), terms[removed]).taken) for removed in removals}

    assert {removed: most_in_time(ground, removed) for removed in removals} == found


# --- why a part found no place ---


@random(30)
@given(said=IN_A_BIND | SURER, as_of=EARLY_DAYS | FIRST_DAYS)
def test_a_part_is_dropped_for_the_limit_that_is_to_blame(
    said: Said, as_of: date, decided: Decided, facts_of: FactsOf
) -> None:
    """The easiest to move of those without which the plan would hold more; a surer block, or several, where none is."""
    made = decided(facts_of(said, as_of=as_of))
    ground, schedule = made.ground, made.schedule.value
    limits, chosen = ground.catalog.files.limits, len(schedule.chosen)
    fits = fitting(ground, NOTHING) == chosen
    held = fitting if fits else planned
    freeing = {one for one in relevant(ground) if held(ground, frozenset({one})) > chosen}
    easiest = {one for one in freeing if limits.efforts[one] == min(limits.efforts[other] for other in freeing)}
    blamed = {one.why for one in schedule.dropped}

    assert len(blamed) == bool(schedule.dropped)
    assert blamed <= (easiest or {limits.together.id if fits else limits.surer.id})


def planned(ground: Ground, removed: frozenset[str]) -> int:
    """How many blocks the best plan holds without some limits."""
    return len(best(ground, ground.catalog.files.goals.orders[0].goals, Terms(removed=removed)).taken)


def fitting(ground: Ground, removed: frozenset[str]) -> int:
    """How many blocks fit without some limits, of all that there is."""
    return len(best(ground, ("number",), Terms(removed=removed)).taken)


# --- what is left when a host falls away ---

Lost = tuple[int, tuple[str, ...], list[tuple[str, str, Span]]]


@pytest.fixture(scope="module")
def losses(catalog: Catalog) -> Callable[[Facts], list[tuple[Lost, Lost]]]:
    """For each setback what it says, and what a plan says that is made again after the host has said no."""

    def made(facts: Facts) -> list[tuple[Lost, Lost]]:
        before = core(facts, catalog)
        found = setbacks(before.ground, before.schedule.value)
        return [(_told_loss(one), _lost(before, one, catalog)) for one in found if not _stands_at(one.host, before)]

    return made


def _told_loss(setback: Setback) -> Lost:
    return setback.letters, setback.lost, sorted((one.part, one.host, one.span) for one in setback.moved)


def _stands_at(host: str, made: Core) -> bool:
    """Whether something is booked or done there, so that the host has said yes whatever else it says."""
    catalog = made.ground.catalog
    return any(catalog.naming.among(block.host, names_of(host, catalog)) is not False for block in made.ground.held)


def names_of(host: str, catalog: Catalog) -> tuple[str, ...]:
    """All names of a host that the guide knows; the one name of another."""
    places: tuple[Program | Host, ...] = (*catalog.programs, *catalog.hosts)
    known = (one for one in places if catalog.naming.among(host, (one.name, one.sponsor, *one.names)))
    return next(((one.id, one.name, one.sponsor, *one.names) for one in known), (host,))


def _lost(before: Core, setback: Setback, catalog: Catalog) -> Lost:
    after = core(_after_a_no(before.ground.facts, setback.host, catalog), catalog)
    had = {(one.part, one.host, one.type, one.span) for one in before.schedule.value.chosen}
    now = after.schedule.value.chosen
    return (
        after.letters.value.covered,
        tuple(one.part for one in before.schedule.value.chosen if one.part not in {other.part for other in now}),
        sorted((one.part, one.host, one.span) for one in now if (one.part, one.host, one.type, one.span) not in had),
    )


def _after_a_no(facts: Facts, host: str, catalog: Catalog) -> Facts:
    """The same person, whom this host has refused today and who has let go of what it offered."""
    said = said_by(facts.profile)
    left = [
        one
        for one in said.get("rotations", [])
        if catalog.naming.among(one["host"], names_of(host, catalog)) is not True
    ]
    answer = {"host": host, "sent": facts.as_of.isoformat(), "answered": facts.as_of.isoformat(), "outcome": "closed"}
    other = {**said, "rotations": left, "inquiries": [*said.get("inquiries", []), answer]}
    profile = build(Profile, Document(other, {}, {}, "profile.yml"))
    return derive(profile, facts.settings, facts.season, facts.as_of)


@random(12)
@given(said=PEOPLE | OFFERED | SPELLED_TWICE, as_of=EARLY_DAYS)
def test_without_a_host_the_plan_becomes_what_its_setback_says(
    said: Said, as_of: date, losses: Callable[[Facts], list[tuple[Lost, Lost]]], facts_of: FactsOf
) -> None:
    pairs = losses(facts_of(said, as_of=as_of))

    assert [one for one, _ in pairs] == [other for _, other in pairs]


@random(25)
@given(said=IN_SUMMER, as_of=LATE_DAYS)
def test_without_a_host_letters_are_lost_that_nothing_else_can_bring(
    said: Said, as_of: date, losses: Callable[[Facts], list[tuple[Lost, Lost]]], facts_of: FactsOf
) -> None:
    pairs = losses(facts_of(said, as_of=as_of))

    assert [one for one, _ in pairs] == [other for _, other in pairs]
