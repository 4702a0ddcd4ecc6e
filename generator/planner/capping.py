"""Limits on a whole plan: so many weeks or electives in all, in one field, in one state, at one host."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.catalog import Catalog
from generator.catalog.figures import SchoolLimits
from generator.catalog.naming import Naming
from generator.facts import Facts
from generator.plan import Block, Span
from generator.planner.candidates import Candidate
from generator.planner.places import place_called, where
from generator.planner.school import school_of
from generator.profile import Caps

Uses = Callable[[Candidate], int]


@dataclass(frozen=True)
class CapRule:
    """A cap: the limit that it belongs to, how much is left of it, and how much of it a candidate uses."""

    id: str
    limit: str
    left: int
    uses: Uses


def caps(
    facts: Facts, catalog: Catalog, held: tuple[Block, ...], all_: tuple[Candidate, ...], *, room: int
) -> tuple[CapRule, ...]:
    """Every cap on this person's plans; a school counts what is done, the traveler what is ahead.

    `room` is how many more rotations the advice on their number allows; no limit of theirs stands behind that one.
    """
    return (
        CapRule("number", "number", room, _each),
        *_of_school(facts, catalog, held),
        *_of_traveler(facts, held),
        *_of_states(facts, catalog, held),
        *_of_hosts(catalog, held, all_),
    )


def _weeks(candidate: Candidate) -> int:
    return candidate.weeks


def _each(_: Candidate) -> int:
    return 1


def _of_school(facts: Facts, catalog: Catalog, held: tuple[Block, ...]) -> Iterator[CapRule]:
    if not facts.enrolled():
        return
    own, known = facts.profile.school.caps, school_of(facts.profile.school.name, catalog)
    if own is not None:
        yield from _as_told(facts, held, own)
    elif known is not None:
        yield from _as_published(held, known.limits)


def _as_told(facts: Facts, held: tuple[Block, ...], own: Caps) -> Iterator[CapRule]:
    """The school's caps as the applicant gives them."""
    if own.weeks_outside is not None:
        yield _weeks_cap(held, own.weeks_outside)
    if own.electives is not None:
        yield CapRule("electives-cap", "electives-cap", max(own.electives - len(held), 0), _each)
    if own.weeks_per_field is not None:
        for specialty in facts.settings.specialty_ids:
            yield _in_field(facts, held, specialty, own.weeks_per_field)


def _as_published(held: tuple[Block, ...], known: SchoolLimits) -> Iterator[CapRule]:
    """The caps of a school that the guide knows, where the applicant gives none."""
    if known.weeks_outside is not None:
        yield _weeks_cap(held, known.weeks_outside)
    if known.weeks_besides is not None:
        yield _besides(held, known.weeks_besides.field, known.weeks_besides.weeks)


def _weeks_cap(held: tuple[Block, ...], weeks: int) -> CapRule:
    used = sum(block.span.weeks for block in held)
    return CapRule("weeks-cap", "weeks-cap", max(weeks - used, 0), _weeks)


def _in_field(facts: Facts, held: tuple[Block, ...], specialty: str, weeks: int) -> CapRule:
    """At most so many weeks in what counts for one specialty: a school calls consult-liaison psychiatry."""

    def counts(field: str) -> bool:
        return specialty in facts.settings.counts_for(field)

    used = sum(block.span.weeks for block in held if counts(block.field))
    return CapRule(
        f"field-cap:{specialty}",
        "field-cap",
        max(weeks - used, 0),
        lambda one: one.weeks if counts(one.field) else 0,
    )


def _besides(held: tuple[Block, ...], field: str, weeks: int) -> CapRule:
    """At most so many weeks in anything but one field."""

    def is_other(other: str) -> bool:
        return other != field

    used = sum(block.span.weeks for block in held if is_other(block.field))
    return CapRule(
        f"field-cap:besides-{field}",
        "field-cap",
        max(weeks - used, 0),
        lambda one: one.weeks if is_other(one.field) else 0,
    )


def _of_traveler(facts: Facts, held: tuple[Block, ...]) -> Iterator[CapRule]:
    if facts.means.weeks is not None:
        booked = sum(block.span.weeks for block in held if block.status == "booked")
        yield CapRule("weeks-available", "weeks-available", max(facts.means.weeks - booked, 0), _weeks)


def _of_states(facts: Facts, catalog: Catalog, held: tuple[Block, ...]) -> Iterator[CapRule]:
    """The weeks that a state allows visitors, less what was done or booked there already."""
    for rule in catalog.files.states.states:
        if rule.limits.most_weeks is not None and rule.about == "rotate" and facts.enrolled():
            left = max(rule.limits.most_weeks - _weeks_in(facts, catalog, rule.state), 0)
            yield CapRule(f"state:{rule.id}", "state-weeks", left, _in_state(rule.state))


def _in_state(state: str) -> Uses:
    return lambda one: one.weeks if one.state == state else 0


def _weeks_in(facts: Facts, catalog: Catalog, state: str) -> int:
    """Weeks in a state already: what was done there, unless only watched, and what is booked."""
    there = [one for one in facts.profile.experience or () if one.state == state and one.hands_on is not False]
    mine = [one for one in facts.profile.rotations or () if one.status in ("booked", "done")]
    held = [one for one in mine if where(one, place_called(one.host, catalog))[1] == state]
    spans = [Span(one.first, one.last) for one in held if one.first and one.last]
    return sum(one.weeks or 0 for one in there) + sum(span.weeks for span in spans)


def _of_hosts(catalog: Catalog, held: tuple[Block, ...], all_: tuple[Candidate, ...]) -> Iterator[CapRule]:
    hosts = {one.place: one for one in all_ if one.most is not None}
    for place, one in hosts.items():
        had = sum(_is_at(block, one, catalog.naming) for block in held)
        yield CapRule(f"host:{place}", "host-cap", max((one.most or 0) - had, 0), _at(place))


def _is_at(block: Block, one: Candidate, naming: Naming) -> bool:
    """Whether a block lies at the host of a candidate, by whatever name the person has for it."""
    known = block.host_id or one.host_id
    return block.host_id == one.host_id if known else naming.same(block.host, one.host) is True


def _at(place: str) -> Uses:
    return lambda one: 1 if one.place == place else 0
