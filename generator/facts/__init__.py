"""Facts about an applicant: true, false or unknown, each one statement that editors can name."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, cached_property
from types import MappingProxyType

from generator.facts.fact import Fact, fact_of
from generator.facts.hopes import HopesFacts
from generator.facts.logic import Answer
from generator.facts.person import PersonFacts
from generator.facts.record import RecordFacts
from generator.plan.settings import Settings
from generator.plan.world import Season
from generator.profile import Profile

__all__ = ["Answer", "Fact", "Facts", "derive", "every_fact", "fact_names"]


class Facts(PersonFacts, RecordFacts, HopesFacts):
    """Every statement about one applicant on one day."""

    def answers(self) -> Mapping[str, Answer]:
        """Each fact's name, as editors write it, with its answer."""
        return self._answers

    @cached_property
    def _answers(self) -> Mapping[str, Answer]:
        return MappingProxyType(dict(self._told()))

    def _told(self) -> Iterator[tuple[str, Answer]]:
        for fact in every_fact():
            statement = getattr(self, fact.name.replace("-", "_"))
            if not fact.each:
                yield fact.name, statement()
            for item in self.settings.listed(fact.each):
                yield fact.named(item), statement(item)


def derive(profile: Profile, settings: Settings, season: Season, as_of: date) -> Facts:
    """The facts of one applicant on one day."""
    return Facts(profile=profile, settings=settings, season=season, as_of=as_of)


@cache
def every_fact() -> tuple[Fact, ...]:
    """All facts there are, in the order in which they are written down."""
    members = (member for kind in (PersonFacts, RecordFacts, HopesFacts) for member in vars(kind).values())
    return tuple(fact for fact in map(fact_of, members) if fact is not None)


def fact_names(settings: Settings) -> Mapping[str, Fact]:
    """Each name that an editor may use, with the fact behind it."""
    plain = {fact.name: fact for fact in every_fact() if not fact.each}
    told = {fact.named(item): fact for fact in every_fact() for item in settings.listed(fact.each)}
    return MappingProxyType(plain | told)
