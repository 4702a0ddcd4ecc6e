"""Which place comes first: the criteria of each ranking with their levels and weights, as editors write them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from pydantic import Field

from generator.catalog.entry import Entry, Sources
from generator.catalog.known import EachOnce
from generator.catalog.verdicts import Verdict
from generator.reading import Id, Model, Words

# Every criterion that can be judged, with the levels that a judgment names; further levels are chosen by their amount.
JUDGED: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "verdict": frozenset({"open", "partner-schools-only", "not-for-graduates", "closed"}),
        "wanted": frozenset({"further", "not-named"}),
        "elective": frozenset({"elective", "unit", "program", "none"}),
        "letter": frozenset({"both-at-once", "missing", "spare", "none"}),
        "region": frozenset({"fits", "yours-only", "partner-only", "outside"}),
        "lodging": frozenset({"free", "paid"}),
        "fee": frozenset({"more"}),
        "credit": frozenset({"counts", "lost"}),
        "own": frozenset({"interview", "rotated", "ahead", "none"}),
        "filters": frozenset({"passes", "fails"}),
        "recruits": frozenset({"recruits", "not-now"}),
        "imgs": frozenset({"considers", "implied", "refuses"}),
        "letters": frozenset({"there", "planned", "open"}),
        "integrated": frozenset({"unit-or-clinic", "lesser", "none"}),
        "departments": frozenset({"considers", "conditions", "fails"}),
        "license": frozenset({"there", "elsewhere"}),
    }
)
BY_AMOUNT = frozenset({"wanted", "fee"})
OF_HOSTS = frozenset({"verdict", "wanted", "elective", "letter", "region", "lodging", "fee", "credit"})
OF_PROGRAMS = frozenset(
    {"wanted", "own", "filters", "recruits", "imgs", "letters", "integrated", "region", "departments", "license"}
)
RANKINGS: Mapping[str, frozenset[str]] = MappingProxyType({"rotate": OF_HOSTS, "apply": OF_PROGRAMS})


class LevelEntry(Model):
    """One level of a criterion; of those with `upto` the first that holds the amount counts."""

    id: Id
    worth: Annotated[int, Field(ge=0, description="Points.")]
    because: Annotated[Words, Field(description="Why, in one sentence; {amount} stands for the amount.")]
    upto: Annotated[int | None, Field(ge=0, description="The highest amount that it is for.")] = None


class CriterionEntry(Entry):
    """One thing that speaks for a place or against it."""

    name: Words
    why: Annotated[Words, Field(description="Why it counts.")]
    weight: Annotated[int, Field(ge=0, le=10)]
    unknown: Annotated[Words, Field(description="What may not be known, as a clause.")]
    settle: Annotated[Words, Field(description="Who knows it.")]
    levels: Annotated[tuple[LevelEntry, ...], EachOnce, Field(min_length=2, description="The best first.")]


class LeftOut(Model):
    """Something that is not counted, and why."""

    name: Words
    why: Words
    sources: Sources


class RankingEntry(Model):
    """One ranking."""

    id: Id
    name: Words
    what: Words
    criteria: Annotated[tuple[CriterionEntry, ...], EachOnce, Field(min_length=1)]
    left_out: tuple[LeftOut, ...] = ()


class FirstPlaces(Model):
    """The places with which the page on where to rotate begins."""

    count: Annotated[int, Field(ge=1)]
    verdicts: Annotated[tuple[Verdict, ...], Field(description="Of hosts with these verdicts.")]
    after_school: Annotated[tuple[Verdict, ...], Field(description="Hosts that wait for one's own school first.")]


class RankingFile(Model):
    """`rules/ranking.yml`."""

    id: Id
    question: Words
    most: Annotated[int, Field(ge=1, description="Points of the best level.")]
    fresh_years: Annotated[int, Field(ge=0, description="Years for which a listing shows that a program recruits.")]
    open_rows: Annotated[tuple[Id, ...], Field(description="Rows of verdicts.yml that an answer can still change.")]
    first: FirstPlaces
    not_known: Annotated[Words, Field(description="What is said where the level is not known; {unknown} is filled in.")]
    ask: Annotated[Words, Field(description="Before a question to a host, which takes the place of {question}.")]
    rankings: Annotated[tuple[RankingEntry, ...], EachOnce]

    def ranking(self, id_: str) -> RankingEntry:
        """One of the rankings; the catalog's check sees to it that it is there."""
        return next(one for one in self.rankings if one.id == id_)

    @property
    def criterion_ids(self) -> tuple[str, ...]:
        """Every criterion of any ranking, once."""
        return tuple(dict.fromkeys(one.id for ranking in self.rankings for one in ranking.criteria))
