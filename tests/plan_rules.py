"""What the blocks of a plan may not do, read from the profile and the catalog by another way than the planner's."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from itertools import combinations

from generator.catalog import Catalog
from generator.catalog.hosts import Host
from generator.catalog.program import Program
from generator.conditions import applies
from generator.facts import Facts
from generator.plan import Block, Plan, Schedule, Span
from generator.planner.core import Core
from generator.profile import Rotation

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
USUAL_AT_ONE_HOST, NEW_YORK_WEEKS, EXAM_DAYS = 2, 12, 14


class Rules:
    """What the blocks of one person's plans may not do."""

    def __init__(self, facts: Facts, plan: Plan | Core, catalog: Catalog) -> None:
        self.facts, self.plan, self.catalog = facts, plan, catalog
        self.school, self.means, self.targets = facts.profile.school, facts.means, facts.targets
        self.schedule: Schedule = plan.schedule.value
        self.held = tuple(block for block in self.schedule.blocks if block.status in ("booked", "done"))
        places: tuple[Program | Host, ...] = (*catalog.programs, *catalog.hosts)
        self.records: Mapping[str, Program | Host] = {one.id: one for one in places}

    def broken(self, chosen: tuple[Block, ...]) -> list[str]:
        """All that these blocks, beside what is held, do and may not do."""
        of_all = (*self.by_days(chosen), *self.by_caps(chosen), *self.by_place(chosen), *self.by_part(chosen))
        return [*of_all, *self.twice(chosen)]

    def by_days(self, chosen: tuple[Block, ...]) -> Iterator[str]:
        for block in chosen:
            yield from self.on_days(block.span)
            if block.status == "offered" or block.candidate.startswith("rotation-"):
                yield from self.of_own(block.span, self.rotation(block))
            else:
                yield from self.of_asked(block)
            if block.status == "planned" and block.span.last > self.schedule.last_end:
                yield "ends too late"

    def on_days(self, span: Span) -> Iterator[str]:
        """What days stand against a rotation, wherever it is."""
        if self.facts.enrolled():
            windows = self.school.elective_windows
            if span.last > self.school.graduation:
                yield "ends after graduation"
            if windows is not None and not any(one.first <= span.first and span.last <= one.last for one in windows):
                yield "lies outside the windows"
        for what, listed in self.taken().items():
            if any(first <= span.last and span.first <= last for first, last in listed):
                yield f"lies on {what} days"

    def taken(self) -> dict[str, list[tuple[date, date]]]:
        exams = [self.facts.exam(name).date for name in ("step_1", "step_2_ck", "english_test")]
        booked = [one for one in self.facts.profile.rotations or () if one.status == "booked"]
        return {
            "busy": [(one.first, one.last) for one in self.means.busy or ()],
            "fixed": [(one.first, one.last) for one in self.means.fixed or ()],
            "term": [(one.first, one.last) for one in self.school.terms or () if self.facts.enrolled()],
            "exam": [(day - DAY * EXAM_DAYS, day) for day in exams if day and day >= self.facts.as_of],
            "booked": [(one.first, one.last) for one in booked if one.first and one.last],
        }

    def rotation(self, block: Block) -> Rotation:
        return (self.facts.profile.rotations or ())[int(block.candidate.removeprefix("rotation-")) - 1]

    def of_own(self, span: Span, told: Rotation) -> Iterator[str]:
        """What a rotation of their own list says of its days."""
        ends = [told.last or span.first + DAY * (7 * (told.weeks or 4) - 1)]
        starts = (told.first, told.first) if told.first else (told.start_from, told.start_to)
        if span.first <= self.facts.as_of:
            yield "begins by today"
        if told.answer_due and told.answer_due < self.facts.as_of:
            yield "has lapsed"
        if span.last not in ends or span.first < (starts[0] or date.min) or span.first > (starts[1] or date.max):
            yield "is on other days than offered"
        if told.wants_step_2 and span.first < self.score_day():
            yield "begins before the score"

    def score_day(self) -> date:
        """The day from which the result of Step 2 CK is there."""
        exam = self.facts.exam("step_2_ck")
        if exam.status == "passed":
            return date.min
        return exam.date + WEEK * 4 if exam.date else date.max

    def of_asked(self, block: Block) -> Iterator[str]:
        """What a host, or any host, has to be given."""
        if block.span.first.weekday() != 0 or (block.span.last - block.span.first).days != 27:
            yield "is no four weeks from a Monday"
        if block.span.first < self.facts.as_of + WEEK * self.lead(block):
            yield "begins too soon"

    def lead(self, block: Block) -> int:
        lead = self.figure(block, "lead_weeks")
        return 8 if lead is None else lead

    def figure(self, block: Block, name: str) -> int | None:
        """A figure of the route by which a host takes them, if it is known."""
        if not block.host_id:
            return None
        verdict = next(one for one in self.plan.hosts if one.id == block.host_id)
        ways = self.records[block.host_id].visiting
        way = next(one for one in ways if (one.route or "unknown") == verdict.route)
        value = getattr(way, name).value
        return value if isinstance(value, int) else None

    def by_caps(self, chosen: tuple[Block, ...]) -> Iterator[str]:
        for what, used, most in self.caps(chosen):
            taken, held = sum(used(one) for one in chosen), sum(used(one) for one in self.held)
            if most is not None and taken and held + taken > most:
                yield f"breaks the cap on {what}"

    def caps(self, chosen: tuple[Block, ...]) -> Iterator[tuple[str, Callable[[Block], int], int | None]]:
        """Each cap with what a block uses of it; of what is done the traveler's counts nothing."""
        had = [one for one in self.facts.profile.rotations or () if one.status in ("booked", "done")]
        played = sum(bool(self.facts.settings.part_of(one.field)) for one in had)
        yield (
            "the number that makes sense",
            lambda one: int(bool(one.candidate)),
            self.plan.how_many.value.most - played,
        )
        yield "weeks to travel", lambda one: one.span.weeks * (one.status != "done"), self.means.weeks
        if self.facts.enrolled():
            yield from self.school_caps()
            told = [
                one for one in self.facts.profile.experience or () if one.state == "NY" and one.hands_on is not False
            ]
            left = NEW_YORK_WEEKS - sum(one.weeks or 0 for one in told)
            yield "weeks in New York", lambda one: one.span.weeks * (self.state(one) == "NY"), max(left, 0)
        for host in {one.host_id or one.host for one in chosen if one.status == "planned" and one.host}:
            asked = next(one for one in chosen if host in (one.host_id, one.host))
            if not asked.candidate.startswith("rotation-"):
                known = self.figure(asked, "most_electives")
                yield f"electives at {host}", self.at(host), USUAL_AT_ONE_HOST if known is None else known

    def at(self, host: str) -> Callable[[Block], int]:
        return lambda one: int(self.place(one) == host)

    def place(self, block: Block) -> str:
        """The host by its id if the guide knows it."""
        if block.host_id or not block.host:
            return block.host_id
        names = self.catalog.naming
        known = (
            one for one in self.records.values() if names.among(block.host, (one.id, one.name, one.sponsor, *one.names))
        )
        return next((one.id for one in known), block.host)

    def school_caps(self) -> Iterator[tuple[str, Callable[[Block], int], int | None]]:
        caps = self.school.caps
        if caps is not None:
            yield "electives", lambda one: 1, caps.electives
            yield "weeks outside", lambda one: one.span.weeks, caps.weeks_outside
            yield "weeks in medicine", self.counts("medicine"), caps.weeks_per_field
            yield "weeks in psychiatry", self.counts("psychiatry"), caps.weeks_per_field
        elif self.school.name == "St. George's University":
            yield "weeks outside", lambda one: one.span.weeks, 12
        elif self.school.name == "AUC":
            yield "weeks besides medicine", lambda one: one.span.weeks * (self.field(one) != "medicine"), 8

    def counts(self, specialty: str) -> Callable[[Block], int]:
        return lambda one: one.span.weeks * (specialty in self.facts.settings.counts_for(self.field(one)))

    def field(self, block: Block) -> str:
        types = {kind.id: kind.field for kind in self.facts.settings.types}
        return block.field or types[block.type]

    def state(self, block: Block) -> str:
        """The state that a block is in, as the profile or the guide says; empty if neither does."""
        told = [one for one in self.facts.profile.rotations or () if self.is_of(block, one)]
        known = self.records.get(self.place(block))
        return next((one.state for one in told if one.state), known.state if known else "")

    def is_of(self, block: Block, told: Rotation) -> bool:
        if block.candidate:
            return block.candidate.startswith("rotation-") and self.rotation(block) is told
        return block.status in ("booked", "done") and (told.first, told.last, told.host) == (
            block.span.first,
            block.span.last,
            block.host,
        )

    def by_place(self, chosen: tuple[Block, ...]) -> Iterator[str]:
        """Regions that are left out, and hospitals that do not count for a license."""
        partner = self.targets.partner_regions if self.targets.couples_match is not False else ()
        for block in chosen:
            region = self.facts.settings.regions.get(self.state(block))
            for wanted in (self.targets.regions, partner):
                if wanted and region and region not in wanted:
                    yield f"lies in the {region}"
            own = block.candidate.startswith("rotation-")
            if own and "TX" in (self.targets.license_states or ()) and self.rotation(block).program_in_field is False:
                yield "does not count for the license"

    def by_part(self, chosen: tuple[Block, ...]) -> Iterator[str]:
        """A rotation of their own list that plays what neither its type nor its field does."""
        for block in chosen:
            if block.candidate.startswith("rotation-") and block.part not in self.parts(self.rotation(block)):
                yield f"plays {block.part} with {self.rotation(block).field}"

    def parts(self, told: Rotation) -> set[str]:
        """The parts of its type; without one those of the types of its field that they can do and it speaks for."""
        answers, settings = self.facts.answers(), self.facts.settings
        entries = {one.id: one for one in self.catalog.files.settings.types}
        typed = [part for kind in settings.types if kind.id == told.type for part in kind.fills]
        open_ = (one for one in settings.types if applies(entries[one.id], answers) is not False)
        filled = [part for kind in open_ if kind.field == told.field for part in kind.fills]
        spoken = settings.counts_for(told.field)
        fitting = [part for part in filled if settings.role(part).specialty in spoken]
        return {settings.part_of(told.field), *(typed if told.type else fitting)}

    def twice(self, chosen: tuple[Block, ...]) -> Iterator[str]:
        pairs = [*combinations(chosen, 2), *((one, other) for one in chosen for other in self.held)]
        if any(one.span.first <= other.span.last and other.span.first <= one.span.last for one, other in pairs):
            yield "overlaps"
        parts = [block.part for block in chosen]
        own = [one.candidate for one in chosen if one.candidate.startswith("rotation-")]
        if len({*parts}) < len(parts) or not {*parts} <= {*self.plan.mix.value.parts} or len({*own}) < len(own):
            yield "takes a part or an offer twice"
