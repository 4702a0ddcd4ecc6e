"""The decisions that hang on each other and are taken again for every change that is tried."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.catalog import Catalog
from generator.facts import Facts
from generator.plan import Count, Decision, HostVerdict, LetterPlan, Mix, Schedule
from generator.planner.ground import Ground, ground
from generator.planner.judging import judged_hosts
from generator.planner.lettering import letters
from generator.planner.scheduling import schedule
from generator.rules.how_many import how_many
from generator.rules.lists import Numbers, numbers
from generator.rules.mix import mix
from generator.rules.routes import routes


@dataclass(frozen=True)
class Core:
    """How many, which, who would have them, when, which ways in, which letters, how many programs."""

    how_many: Decision[Count]
    mix: Decision[Mix]
    hosts: tuple[HostVerdict, ...]
    ground: Ground
    schedule: Decision[Schedule]
    routes: tuple[tuple[str, Decision[str]], ...]
    letters: Decision[LetterPlan]
    lists: Numbers

    def by_name(self) -> Iterator[tuple[str, Decision[Any]]]:
        """Each decision with its name; a route's has the route in it."""
        yield "how-many", self.how_many
        yield "mix", self.mix
        yield "schedule", self.schedule
        yield "letters", self.letters
        for route, decision in self.routes:
            yield f"routes: {route}", decision
        for kind, count in self.lists:
            yield f"list: {kind}", count


def core(facts: Facts, catalog: Catalog) -> Core:
    """The decisions in their order."""
    answers = facts.answers()
    number = how_many(catalog.files.how_many.rows, answers)
    parts = mix(catalog.files.mix.rows, answers, number=number.value.aim)
    hosts = judged_hosts(facts, catalog)
    where = ground(facts, catalog, parts.value, hosts, most=number.value.most)
    dates = schedule(where)
    return Core(
        how_many=number,
        mix=parts,
        hosts=hosts,
        ground=where,
        schedule=dates,
        routes=routes(catalog.files.routes.routes, answers),
        letters=letters(facts, dates.value, catalog.files.letters),
        lists=numbers(catalog.files.application_list.id, catalog.files.application_list.kinds, answers),
    )
