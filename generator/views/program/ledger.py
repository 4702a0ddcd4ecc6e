"""What the ledger holds of one program for this reader: values with their names, what is open, and every source."""

from collections.abc import Iterable, Iterator

from generator.catalog.entry import OWN_ENTRY, Known
from generator.catalog.figures import StateRule
from generator.catalog.known import by_id
from generator.catalog.program import Contact, Program, Setting, Statement, VisitingRoute
from generator.plan.world import Source
from generator.prose import Prose, linked, shown
from generator.views.common import Sight
from generator.views.program.parts import OpenValue, RouteView, Value

ABOUT = ("recruiting", "seats", "founded", "nrmp_code", "acgme_id", "page")
APPLYING = ("letters", "img_statement", "img_residents", "signals", "application_dates")
VISITING = ("fee", "lead_weeks", "most_electives", "blocks", "must_be_student")
OFFICE = ("office", "email")

Cited = Known | VisitingRoute | Setting | Statement | StateRule | Contact | Program


class Ledger:
    """One program as this reader sees it: rules for visiting students are no concern of graduates."""

    def __init__(self, sight: Sight, program: Program) -> None:
        """Keep what is looked up in."""
        self._sight, self._program = sight, program
        self._visits = not sight.facts.graduated()

    def values(self, fields: Iterable[str], of: VisitingRoute | None = None) -> tuple[Value, ...]:
        """Those of these values that are known."""
        found = ((self._name(field), getattr(of or self._program, field)) for field in fields)
        return tuple(Value(name, known) for name, known in found if known.value is not None)

    @property
    def routes(self) -> tuple[VisitingRoute, ...]:
        """The ways in, the one that the verdict rests on first; none for graduates."""
        decided = by_id(self._sight.plan.hosts)[self._program.id].route
        ways = self._program.visiting if self._visits else ()
        return tuple(sorted(ways, key=lambda way: (way.route or "unknown") != decided))

    def route(self, way: VisitingRoute) -> RouteView:
        """A way in; the one question to the host stands apart."""
        return RouteView(
            name=self._sight.catalog.name("route", way.route or "unknown"),
            rule=way.rule,
            partner_schools=way.partner_schools,
            step_1_first=way.step_1_first,
            values=self.values(VISITING, way),
            year=way.as_of,
            age=self._age(way.as_of),
            is_own=OWN_ENTRY in way.sources,
            sources=way.sources,
        )

    def _age(self, year: int | None) -> int | None:
        """How old a rule is that is old enough to be shown so."""
        age = self._sight.plan.as_of.year - (year or 0)
        return age if year and age > self._sight.catalog.files.verdicts.old_after_years else None

    @property
    def settings(self) -> tuple[Setting, ...]:
        """The units, clinics and electives with both fields; for graduates without those that visitors ask for."""
        return tuple(one for one in self._program.settings if self._visits or not one.type)

    @property
    def open(self) -> tuple[OpenValue, ...]:
        """What is not known, each question once."""
        names: dict[Prose, list[Prose]] = {}
        for name, question in self._questions():
            names.setdefault(question, []).append(name)
        return tuple(OpenValue(tuple(dict.fromkeys(some)), linked(shown(question))) for question, some in names.items())

    def _questions(self) -> Iterator[tuple[Prose, Prose]]:
        for name, known in self._shown():
            if known.unknown is not None:
                yield name, known.unknown
        contact = self._program.contact
        if self._visits and contact.approach_faculty is None and contact.ask:
            yield self._name("approach_faculty"), contact.ask

    def _shown(self) -> Iterator[tuple[Prose, Known]]:
        """Every value with its name, which says of which way in it is where there are several."""
        for way in self.routes:
            of = f"{self._sight.catalog.name('route', way.route or 'unknown')}: " if len(self.routes) > 1 else ""
            yield from ((Prose(of + self._name(field)), getattr(way, field)) for field in VISITING)
        fields = (*(OFFICE if self._visits else ()), *APPLYING, *ABOUT)
        yield from ((self._name(field), getattr(self._program, field)) for field in fields)

    @property
    def state_rules(self) -> tuple[StateRule, ...]:
        """Rules of its state, but of rotating there only for those who may."""
        rules = (one for one in self._sight.catalog.files.states.states if one.state == self._program.state)
        return tuple(rule for rule in rules if self._visits or rule.about != "rotate")

    @property
    def sources(self) -> tuple[Source, ...]:
        """The pages that this one rests on, in the order of the catalog; what has no address is no page."""
        program, siblings = self._program, self._program.siblings
        parts: list[Cited] = [known for _, known in self._shown()]
        parts += [*self.routes, *self.settings, *siblings.medicine, *siblings.psychiatry, *self.state_rules]
        parts += [program, program.contact] if self._visits else []
        used = {source for part in parts for source in part.sources}
        return tuple(one for one in self._sight.catalog.sources.values() if one.id in used and one.url)

    def _name(self, field: str) -> Prose:
        return self._sight.catalog.name("ledger", field.replace("_", "-"))
