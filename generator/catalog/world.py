"""Sources and seasons, as editors write them, and the frozen forms that the pure rooms see."""

from collections.abc import Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from generator.catalog.entry import Confidence, Entry
from generator.catalog.known import EachOnce, is_web_address
from generator.plan.world import Allowance, Certainty, Milestone, Season, SignalTier, Source
from generator.prose import Prose
from generator.reading import Day, Id, Line, Maybe, Model, Words, mistake


def _address(text: str) -> str:
    if not is_web_address(text):
        raise mistake(f"expected an address like https://www.nrmp.org/, found {text}")
    return text


class SourceEntry(Model):
    """Where statements come from."""

    id: Id = Field(description="Cited as this everywhere; never renamed.")
    title: Words = Field(description="Who says it, and where; what the reader should check, if anything.")
    short: Words = Field(max_length=18, description="A name of at most 18 characters, as citations show it.")
    url: Annotated[Line, AfterValidator(_address)] | None = Field(
        default=None, description="The page; for re-typed tables the official one, to check them."
    )
    kind: Literal["official", "secondary", "article", "own", "reader", "claim"] = Field(
        description="official: whose rule it is; secondary: an account of it; claim: one without an address."
    )
    as_of: Maybe[int] = Field(description="Year that it speaks of; unknown if it bears no date.")
    checked: Day = Field(description="Day on which it was last read.")
    confidence: Confidence = Field(
        description="agreed: others say the same; single: it stands alone; inferred: worked out."
    )

    @model_validator(mode="after")
    def _only_our_own_have_no_page(self) -> Self:
        if self.url is None and self.kind in ("official", "secondary"):
            raise mistake(f"the source {self.id} has no address", "add its url, so that a reader can check it")
        return self


class SourcesFile(Model):
    """`data/sources.yml`."""

    sources: Annotated[tuple[SourceEntry, ...], EachOnce] = Field(description="Every source that the guide cites.")


class MilestoneEntry(Entry):
    """One date of a season."""

    name: Words = Field(description="What happens then.")
    day: Maybe[Day] = Field(default=None, alias="date", description="The day; left out if unknown.")
    certainty: Certainty = Field(
        description="official: a primary page or two sources; projected: by a rule; unknown: see find_out."
    )
    rule: Words | None = Field(default=None, description="How the day was projected.")
    find_out: Words | None = Field(default=None, description="The page or question that settles an unknown day.")
    unless: tuple[Id, ...] = Field(default=(), description="Facts: whom it does not concern.")

    @model_validator(mode="after")
    def _says_how_it_is_known(self) -> Self:
        if (self.day is None) != (self.certainty == "unknown"):
            raise mistake(f"the milestone {self.id} needs a date unless it is unknown", "check date and certainty")
        if self.certainty == "projected" and self.rule is None:
            raise mistake(f"the milestone {self.id} is projected, and no rule says how", "add rule")
        if self.certainty == "unknown" and self.find_out is None:
            raise mistake(f"the milestone {self.id} is unknown, and nothing says who knows", "add find_out")
        return self


def _in_order(milestones: tuple[MilestoneEntry, ...]) -> tuple[MilestoneEntry, ...]:
    dated = [(one.day, number) for number, one in enumerate(milestones) if one.day is not None]
    for (before, _), (after, number) in pairwise(dated):
        if after < before:
            raise mistake(
                f"{milestones[number].id} on {after} stands below a later day, {before}",
                "put the milestones in the order of their dates",
                at=[number, "date"],
            )
    return milestones


class TierEntry(Model):
    """Signals of one sort."""

    id: Id
    name: Words = Field(description="What they are called, in the plural.")
    one: Words = Field(description="What one of them is called.")
    number: int = Field(ge=0, description="How many there are.")


class SignalsEntry(Entry):
    """The signals of one specialty; its id is combined, a specialty's, or the specialty's name in lower case."""

    name: Words = Field(description="The specialty, as ERAS calls it.")
    tiers: tuple[TierEntry, ...] = Field(default=(), description="The sorts of signals; none if it is not listed.")
    certainty: Certainty = Field(description="official: this season's table; projected: by a rule; unknown.")
    rule: Words | None = Field(default=None, description="How the number was projected.")
    find_out: Words | None = Field(default=None, description="The page or question that settles it.")

    @model_validator(mode="after")
    def _says_how_it_is_known(self) -> Self:
        if (not self.tiers) != (self.certainty == "unknown"):
            raise mistake(f"the signals of {self.id} need tiers unless they are unknown", "check tiers and certainty")
        if self.certainty == "projected" and self.rule is None:
            raise mistake(f"the signals of {self.id} are projected, and no rule says how", "add rule")
        if self.certainty != "official" and self.find_out is None:
            raise mistake(f"the signals of {self.id} are not official, and nothing says who knows", "add find_out")
        return self


class SeasonFile(Model):
    """`data/seasons/<year>.yml`: the calendar of one Match, and its signals."""

    season: int = Field(description="Year of the Match; 2028 for a start in July 2028.")
    milestones: Annotated[
        tuple[MilestoneEntry, ...],
        EachOnce,
        AfterValidator(_in_order),
        Field(min_length=1, description="In the order of their dates; the same ids in every season."),
    ]
    signals: Annotated[tuple[SignalsEntry, ...], EachOnce] = Field(
        default=(), description="Program signals by specialty, each with its own."
    )


def sources_from(file: SourcesFile) -> dict[str, Source]:
    """The sources by id."""
    return {one.id: _source(one) for one in file.sources}


def season_from(file: SeasonFile) -> Season:
    """The season with its milestones by id."""
    milestones = MappingProxyType({one.id: _milestone(one) for one in file.milestones})
    return Season(file.season, milestones, tuple(map(_allowance, file.signals)))


def seasons_from(files: Sequence[SeasonFile]) -> dict[int, Season]:
    """The seasons by year."""
    return {file.season: season_from(file) for file in files}


def _source(entry: SourceEntry) -> Source:
    return Source(
        id=entry.id,
        title=entry.title,
        short=entry.short,
        url=entry.url or "",
        kind=entry.kind,
        as_of=entry.as_of,
        checked=entry.checked,
        confidence=entry.confidence,
    )


def _milestone(entry: MilestoneEntry) -> Milestone:
    return Milestone(
        id=entry.id,
        name=entry.name,
        day=entry.day,
        certainty=entry.certainty,
        rule=entry.rule or Prose(""),
        find_out=entry.find_out or Prose(""),
        sources=entry.sources,
        unless=entry.unless,
    )


def _allowance(entry: SignalsEntry) -> Allowance:
    return Allowance(
        specialty=entry.id,
        name=entry.name,
        tiers=tuple(SignalTier(tier.id, tier.name, tier.one, tier.number) for tier in entry.tiers),
        certainty=entry.certainty,
        rule=entry.rule or Prose(""),
        find_out=entry.find_out or Prose(""),
        sources=entry.sources,
    )
