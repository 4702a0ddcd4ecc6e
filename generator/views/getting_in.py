"""Pages on ways in: routes, kinds of rotations, programs, documents, costs."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Annotated, Any

from generator.catalog.entry import Known
from generator.catalog.figures import SchoolRule, StateRule
from generator.catalog.papers import CertificationStep, CostEntry, DocumentEntry, ErasTiers
from generator.catalog.program import Contact, Program, Setting, Siblings, VisitingRoute
from generator.catalog.tables import Route, Settled
from generator.conditions import applies
from generator.plan import Change, CostLine, Costs, Decision, DocumentDue, Mix, Money
from generator.plan.settings import Role
from generator.plan.world import Milestone
from generator.prose import Prose
from generator.views.common import Sight, View


@dataclass(frozen=True)
class RouteView:
    """One way in, and how it stands for this person."""

    id: str
    name: Prose
    what: Prose
    gives: Prose
    steps: tuple[Prose, ...]
    beware: Prose | None
    verdict: str
    verdict_name: Prose
    because: Prose
    hangs_on: tuple[Prose, ...]
    changes: tuple[Change[str], ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class RoutesView(View):
    """Which ways in are open."""

    routes: Annotated[tuple[RouteView, ...], "Every way in, those not closed first."]
    open_routes: Annotated[tuple[RouteView, ...], "Ways that are open or to be asked about."]
    closed_routes: Annotated[tuple[RouteView, ...], "Ways that are closed."]
    school_rules: Annotated[tuple[SchoolRule, ...], "Rules of the reader's school, if the guide knows it."]
    state_rules: Annotated[tuple[StateRule, ...], "Rules of states."]


def routes(sight: Sight) -> RoutesView:
    """The routes page."""
    entries = {route.id: route for route in sight.catalog.files.routes.routes}
    shown = [_route(sight, entries[name], decision) for name, decision in sight.plan.routes]
    open_, closed = ([r for r in shown if r.verdict != "closed"], [r for r in shown if r.verdict == "closed"])
    return RoutesView(
        **sight.common(),
        routes=(*open_, *closed),
        open_routes=tuple(open_),
        closed_routes=tuple(closed),
        school_rules=tuple(_rules_of_school(sight)),
        state_rules=sight.catalog.files.states.states,
    )


def _route(sight: Sight, entry: Route, decision: Decision[str]) -> RouteView:
    return RouteView(
        id=entry.id,
        name=entry.name,
        what=entry.what,
        gives=entry.gives,
        steps=entry.steps,
        beware=entry.beware,
        verdict=decision.value,
        verdict_name=sight.catalog.name("verdict", decision.value),
        because=decision.because,
        hangs_on=sight.whether(decision.unsettled),
        changes=decision.would_change,
        sources=tuple(dict.fromkeys((*decision.sources, *entry.sources))),
    )


def _rules_of_school(sight: Sight) -> list[SchoolRule]:
    own = (sight.facts.profile.school.name or "").casefold()
    return [rule for rule in sight.catalog.files.schools.schools if own and rule.name.casefold() in own]


@dataclass(frozen=True)
class TypeView:
    """A kind of rotation."""

    name: Prose
    why: Prose
    titles: Prose
    fills_names: Prose
    sources: tuple[str, ...]


@dataclass(frozen=True)
class TierView:
    """A tier and the kinds of rotations in it that this person can do."""

    name: Prose
    meaning: Prose
    types: tuple[TypeView, ...]


@dataclass(frozen=True)
class PartView:
    """A part of the plan; `doubles` says so where it plays two."""

    name: Prose
    goal: Prose
    doubles: Prose


@dataclass(frozen=True)
class MixView:
    """The parts of the plan, and why these."""

    because: Prose
    parts: tuple[PartView, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class SettledView:
    """A contradiction of the article, and how it is settled."""

    rule_name: Prose
    conflict: str
    what: Prose
    how: Prose


@dataclass(frozen=True, kw_only=True)
class ChoosingView(View):
    """Kinds of rotations by tier."""

    tiers: Annotated[tuple[TierView, ...], "The tiers with the kinds of rotations open to this person."]
    mix: Annotated[MixView, "The parts of the plan."]
    settled: Annotated[tuple[SettledView, ...], "Contradictions of the article about kinds of rotations."]


def choosing(sight: Sight) -> ChoosingView:
    """The choosing page."""
    return ChoosingView(**sight.common(), tiers=tuple(_tiers(sight)), mix=mix(sight), settled=settled(sight, "mix"))


def _tiers(sight: Sight) -> list[TierView]:
    kinds = sight.open_types()
    names = {role.id: role.name for role in sight.facts.settings.roles}
    made = []
    for tier in sight.facts.settings.tiers:
        types = tuple(
            TypeView(
                kind.name,
                kind.why,
                kind.titles,
                Prose(", ".join(names[part] for part in kind.fills)),
                kind.sources,
            )
            for kind in kinds
            if kind.tier == tier.id
        )
        made.append(TierView(tier.name, tier.meaning, types))
    return [tier for tier in made if tier.types]


def mix(sight: Sight) -> MixView:
    """The parts with their goals."""
    decision: Decision[Mix] = sight.plan.mix
    roles: list[Role] = [sight.facts.settings.role(part) for part in decision.value.parts]
    parts = tuple(PartView(role.name, role.goal, _doubles(sight, role, roles)) for role in roles)
    return MixView(decision.because, parts, decision.sources)


def _doubles(sight: Sight, role: Role, roles: list[Role]) -> Prose:
    others = {other.specialty for other in roles if other.id != role.id}
    plays_two = role.id in sight.plan.mix.value.doubles and role.specialty not in others
    return sight.catalog.name("phase", "doubles") if plays_two else Prose("")


def settled(sight: Sight, *tables: str) -> tuple[SettledView, ...]:
    """How the contradictions of the article are settled in some tables."""
    files = sight.catalog.files
    every: dict[str, tuple[Settled, ...]] = {
        "how-many": files.how_many.settles,
        "mix": files.mix.settles,
        "schedule": files.schedule.settles,
        "letters": files.letters.settles,
        "routes": files.routes.settles,
        "costs": files.cost_table.settles,
    }
    gists = {entry.id: entry.gist for entry in files.article.conflicts}
    return tuple(
        SettledView(sight.catalog.name("rule", name), one.conflict, gists[one.conflict], one.how)
        for name in tables or tuple(every)
        for one in every[name]
    )


@dataclass(frozen=True)
class VisitingView:
    """One route into a host, as its page tells it."""

    route_name: Prose
    rule: Prose
    ask: Prose
    fee: Known
    lead_weeks: Known
    most_electives: Known
    as_of: int | None
    sources: tuple[str, ...]


@dataclass(frozen=True)
class ProgramView:
    """A combined program with its host."""

    id: str
    name: Prose
    sponsor: Prose
    city: Prose
    state: Prose
    military: bool
    seats: Known
    founded: Known
    nrmp_code: Known
    acgme_id: Known
    recruiting: Known
    page: Known
    letters: Known
    img_statement: Known
    application_dates: Known
    settings: tuple[Setting, ...]
    visiting: tuple[VisitingView, ...]
    contact: Contact
    siblings: Siblings
    notes: Prose | None
    wanted: bool


@dataclass(frozen=True, kw_only=True)
class ProgramsView(View):
    """Every combined program."""

    programs: Annotated[tuple[ProgramView, ...], "Those that the reader wants first, then by name."]


def programs(sight: Sight) -> ProgramsView:
    """The programs page."""
    wanted = list(sight.facts.targets.programs or ())
    listed = sorted(sight.catalog.programs, key=lambda one: (one.military, one.name))
    ranked = sorted(listed, key=lambda one: wanted.index(one.id) if one.id in wanted else len(wanted))
    return ProgramsView(**sight.common(), programs=tuple(_program(sight, one, one.id in wanted) for one in ranked))


def _program(sight: Sight, program: Program, wanted: bool) -> ProgramView:
    own = {"state": Prose(program.state), "visiting": tuple(_visiting(sight, route) for route in program.visiting)}
    told: dict[str, Any] = {field.name: getattr(program, field.name, None) for field in fields(ProgramView)}
    return ProgramView(**{**told, **own, "wanted": wanted})


def _visiting(sight: Sight, route: VisitingRoute) -> VisitingView:
    return VisitingView(
        route_name=sight.catalog.name("route", route.route or "unknown"),
        rule=route.rule,
        ask=route.ask,
        fee=route.fee,
        lead_weeks=route.lead_weeks,
        most_electives=route.most_electives,
        as_of=route.as_of,
        sources=route.sources,
    )


@dataclass(frozen=True)
class DocumentView:
    """A document, when to begin with it, and how many weeks old it may be."""

    entry: DocumentEntry
    due: DocumentDue
    only_if: Prose | None
    asked_by: Prose
    valid_weeks: int | None
    valid_sources: tuple[str, ...]
    valid_unknown: Prose | None


@dataclass(frozen=True)
class CertificationView:
    """A step to the certificate; `by` is the day of the season for it, None where there is none or it has gone by."""

    entry: CertificationStep
    by: Milestone | None
    fee: int | None


@dataclass(frozen=True, kw_only=True)
class DocumentsView(View):
    """The documents, by when to begin."""

    to_start: Annotated[tuple[DocumentView, ...], "Not in hand yet, by the day on which to begin."]
    in_hand: Annotated[tuple[DocumentView, ...], "In hand; some may run out too soon."]
    steps: Annotated[tuple[CertificationView, ...], "Steps to the ECFMG certificate that apply."]


def documents(sight: Sight) -> DocumentsView:
    """The documents page."""
    entries = {entry.id: entry for entry in sight.catalog.files.documents.documents}
    shown = [_document(sight, entries[due.id], due) for due in sight.plan.documents]
    waiting = sorted((one for one in shown if not one.due.in_hand), key=lambda one: one.due.start or date.max)
    steps = (step for step in sight.catalog.files.certification.steps if applies(step, sight.answers) is not False)
    return DocumentsView(
        **sight.common(),
        to_start=tuple(waiting),
        in_hand=tuple(one for one in shown if one.due.in_hand),
        steps=tuple(_step(sight, step) for step in steps),
    )


def _step(sight: Sight, step: CertificationStep) -> CertificationView:
    fee = step.cost.value
    return CertificationView(step, _by(sight, step.by_milestone), fee if isinstance(fee, int) else None)


def _by(sight: Sight, milestone: str | None) -> Milestone | None:
    found = sight.facts.season.milestones[milestone] if milestone else None
    return found if found and (found.day is None or found.day >= sight.plan.as_of) else None


def _document(sight: Sight, entry: DocumentEntry, due: DocumentDue) -> DocumentView:
    names = {program.id: program.name for program in sight.catalog.programs}
    asked_by = Prose(", ".join(names[program] for program in entry.asked_by))
    valid = entry.valid_weeks or Known()
    weeks = valid.value if isinstance(valid.value, int) else None
    return DocumentView(entry, due, sight.only_if(due.only_if), asked_by, weeks, valid.sources, valid.unknown)


@dataclass(frozen=True)
class CostView:
    """A cost, and what it comes to."""

    entry: CostEntry
    line: CostLine
    per_name: Prose
    amount: Prose | None  # of what is not counted, the price of one


@dataclass(frozen=True)
class GroupView:
    """Costs under one heading; `known` and `unknown` prices apart."""

    name: Prose
    known: tuple[CostView, ...]
    unknown: tuple[CostView, ...]
    total: Prose


@dataclass(frozen=True)
class ListView:
    """One specialty of the worked example, and for how many programs it stands."""

    specialty: Prose
    programs: Prose


@dataclass(frozen=True, kw_only=True)
class CostsView(View):
    """What it costs."""

    decision: Annotated[Decision[Costs], "The estimate against the budget."]
    lost_income: Annotated[int, "Pay lost in the weeks away, in US dollars; 0 where none or unknown."]
    groups: Annotated[tuple[GroupView, ...], "Costs by heading."]
    eras: Annotated[ErasTiers, "ERAS fees by tiers."]
    eras_total: Annotated[Prose, "What the worked example of an application list costs."]
    lists: Annotated[tuple[ListView, ...], "The worked example."]
    rotations_total: Annotated[Prose, "The rotations, as far as prices are known."]
    everything: Annotated[Prose, "All groups together, as far as prices are known."]


def costs(sight: Sight) -> CostsView:
    """The costs page."""
    files, decided = sight.catalog.files, sight.plan.costs.value
    lines = {line.id: line for line in decided.lines}
    eras = lines[files.costs.eras_tiers.id].total or Money(0, 0)
    return CostsView(
        **sight.common(),
        decision=sight.plan.costs,
        lost_income=decided.lost_income or 0,
        groups=tuple(_group(sight, name, total, lines) for name, total in decided.groups),
        eras=files.costs.eras_tiers,
        eras_total=dollars(eras),
        lists=tuple(ListView(one.specialty, _between(one.low, one.high)) for one in files.cost_table.applications),
        rotations_total=dollars(decided.rotations),
        everything=dollars(decided.everything),
    )


def dollars(amount: Money) -> Prose:
    """An amount or a range in US dollars."""
    return _between(f"${amount.low:,}", f"${amount.high:,}")


def _between(low: object, high: object) -> Prose:
    return Prose(str(low) if low == high else f"{low} to {high}")


def _cost(sight: Sight, entry: CostEntry, line: CostLine) -> CostView:
    price = Money(entry.low or 0, entry.high or 0)
    amount = dollars(line.total if entry.counted else price) if line.total else None
    return CostView(entry, line, sight.catalog.name("per", entry.per), amount)


def _group(sight: Sight, name: str, total: Money, lines: dict[str, CostLine]) -> GroupView:
    entries = [entry for entry in sight.catalog.files.costs.costs if entry.group == name and entry.id in lines]
    shown = [_cost(sight, entry, lines[entry.id]) for entry in entries]
    return GroupView(
        name=sight.catalog.name("group", name),
        known=tuple(one for one in shown if one.line.total is not None),
        unknown=tuple(one for one in shown if one.line.total is None),
        total=dollars(total),
    )
