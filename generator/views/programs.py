"""All combined programs at once: the table, where they are, and the settings that they name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from generator.catalog.known import by_id
from generator.catalog.program import Program, Setting
from generator.prose import Prose
from generator.views.common import Sight, View, page_of
from generator.views.tiles import MapView, anchor, tile_map, verdicts_by_state


@dataclass(frozen=True)
class ProgramRow:
    """A program in the table; `fee` and `rule_year` are those of the route that decided, None where not known.

    `both` says whether a unit or clinic for both fields is named; `is_read` whether any rule on visitors was found;
    `age` is None where the rule is new.
    """

    page: Prose
    name: Prose
    city: Prose
    state: Prose
    region_name: Prose
    verdict: str
    verdict_name: Prose
    tag: Prose
    wanted: bool
    both: Prose
    seats: int | None
    fee: int | None
    letters: str | None
    is_read: bool
    rule_year: int | None
    age: int | None


@dataclass(frozen=True)
class StateView:
    """A state with programs, and where the map leads to."""

    anchor: Prose
    name: Prose
    programs: tuple[ProgramRow, ...]


@dataclass(frozen=True)
class VerdictCount:
    """A verdict, and the programs that have it."""

    name: Prose
    programs: tuple[ProgramRow, ...]

    @property
    def count(self) -> int:
        """How many they are."""
        return len(self.programs)


@dataclass(frozen=True, kw_only=True)
class ProgramsView(View):
    """Every combined program."""

    programs: Annotated[tuple[ProgramRow, ...], "Those that the reader wants first, then by name, military ones last."]
    counts: Annotated[tuple[VerdictCount, ...], "Every verdict that some program has, the best first."]
    others: Annotated[tuple[Prose, ...], "Hosts without a combined program that the guide knows, by name."]
    map: Annotated[MapView, "The states as squares."]
    states: Annotated[tuple[StateView, ...], "The states that have programs, by name."]


@dataclass(frozen=True)
class NamedSettings:
    """A program, and the units, clinics and electives that it names."""

    page: Prose
    name: Prose
    settings: tuple[Setting, ...]


@dataclass(frozen=True, kw_only=True)
class SettingsView(View):
    """Where both fields meet."""

    programs: Annotated[tuple[NamedSettings, ...], "Every combined program, in the order of the table."]


def programs(sight: Sight) -> ProgramsView:
    """The page with the table of all programs."""
    rows = {program.id: _row(sight, program) for program in in_order(sight)}
    return ProgramsView(
        **sight.common(),
        programs=tuple(rows.values()),
        counts=tuple(_counts(sight, tuple(rows.values()))),
        others=tuple(sorted(host.name for host in sight.catalog.hosts if "host" not in host.own)),
        map=tile_map(sight),
        states=tuple(_states(sight, rows)),
    )


def settings(sight: Sight) -> SettingsView:
    """The page on integrated rotations."""
    shown = (NamedSettings(page_of(one.id), one.name, one.settings) for one in in_order(sight))
    return SettingsView(**sight.common(), programs=tuple(shown))


def in_order(sight: Sight) -> tuple[Program, ...]:
    """Every program: those that the reader wants first, most wanted first, then by name; military ones last."""
    wanted = list(sight.facts.targets.programs or ())
    listed = sorted(sight.catalog.programs, key=lambda one: (one.military, one.name))
    return tuple(sorted(listed, key=lambda one: wanted.index(one.id) if one.id in wanted else len(wanted)))


def _row(sight: Sight, program: Program) -> ProgramRow:
    verdict = by_id(sight.plan.hosts)[program.id]
    integrated = sight.catalog.files.readings.of(program.id).integrated
    way = next(way for way in program.visiting if (way.route or "unknown") == verdict.route)
    return ProgramRow(
        page=page_of(program.id),
        name=program.name,
        city=program.city,
        state=Prose(program.state),
        region_name=sight.catalog.name("region", program.region),
        verdict=verdict.verdict.value,
        verdict_name=sight.catalog.name("verdict", verdict.verdict.value),
        tag=sight.catalog.name("tag", verdict.verdict.value),
        wanted=verdict.wanted,
        both=sight.catalog.name("both", integrated.level if integrated else "unknown"),
        seats=_number(program.seats.value),
        fee=_number(way.fee.value),
        letters=program.letters.value if isinstance(program.letters.value, str) else None,
        is_read=way.confidence != "inferred",
        rule_year=verdict.as_of,
        age=sight.plan.as_of.year - verdict.as_of if verdict.as_of and verdict.old else None,
    )


def _number(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _counts(sight: Sight, rows: tuple[ProgramRow, ...]) -> Iterator[VerdictCount]:
    for verdict in sight.catalog.files.verdicts.order:
        mine = tuple(row for row in rows if row.verdict == verdict)
        if mine:
            yield VerdictCount(sight.catalog.name("verdict", verdict), mine)


def _states(sight: Sight, rows: Mapping[str, ProgramRow]) -> Iterator[StateView]:
    names = {tile.state: tile.name for tile in sight.catalog.files.map.tiles}
    for state, verdicts in sorted(verdicts_by_state(sight).items(), key=lambda one: names[one[0]]):
        yield StateView(anchor(state), names[state], tuple(rows[one.id] for one in verdicts))
