"""Documents, costs and the steps to the certificate, as editors write them."""

from itertools import pairwise
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from generator.catalog.entry import Conditional, Entry
from generator.catalog.known import Count, EachOnce, one_of_two
from generator.catalog.program import AsOf, How
from generator.reading import Id, Model, Words, mistake


class DocumentEntry(Conditional):
    """A paper that hosts or programs ask for."""

    name: Words = Field(description="What it is called.")
    what: Words = Field(description="What it is, and which wording hosts want.")
    why: Words = Field(description="Who asks for it and what happens without it.")
    from_: Words = Field(alias="from", description="Who issues it.")
    start_weeks_ahead: Count | None = Field(
        default=None, description="Weeks before the first rotation at which to begin."
    )
    valid_weeks: Count | None = Field(default=None, description="How old it may be on the first day, in weeks.")
    asked_by: tuple[Id, ...] = Field(default=(), description="Programs whose hosts were seen asking for it.")
    for_: Literal["rotation", "application", "both"] = Field(
        alias="for", description="rotation, application (for residency) or both."
    )


class DocumentsFile(Model):
    """`data/documents.yml`."""

    documents: Annotated[tuple[DocumentEntry, ...], EachOnce] = Field(description="Every paper, once.")


class FeeTier(Model):
    """A price up to a number of programs."""

    upto: int | None = Field(default=None, description="The last program at this price; not in the last tier.")
    fee: int = Field(ge=0, description="US dollars for each program.")


def _rising(tiers: tuple[FeeTier, ...]) -> tuple[FeeTier, ...]:
    *limited, last = tiers
    if last.upto is not None or any(tier.upto is None for tier in limited):
        raise mistake("the last tier, and only that one, goes on without end", "leave out upto there")
    if any(after <= before for before, after in pairwise(tier.upto or 0 for tier in limited)):
        raise mistake("the tiers must rise", "put the lower upto first")
    return tiers


class ErasTiers(Entry):
    """What ERAS charges for each program, counted anew in each specialty."""

    name: Words = Field(description="What it is called.")
    what: Words = Field(description="What is paid for.")
    tiers: Annotated[tuple[FeeTier, ...], Field(min_length=1), AfterValidator(_rising)] = Field(
        description="Prices, lowest count first."
    )
    note: Words | None = Field(default=None, description="What else to know.")
    save: Words | None = Field(default=None, description="How to spend less.")
    as_of: AsOf
    confidence: How


class CostEntry(Conditional):
    """One thing to pay for."""

    name: Words = Field(description="What it is called.")
    what: Words = Field(description="What is paid for.")
    per: Literal["once", "rotation", "week", "application", "trip"] = Field(description="What it is paid for each of.")
    group: Literal["rotation", "application", "exam"] = Field(description="The heading it stands under.")
    low: int | None = Field(default=None, ge=0, description="Least, in US dollars; left out if unknown.")
    high: int | None = Field(default=None, ge=0, description="Most, in US dollars; the same as low for one figure.")
    beyond: int = Field(default=0, ge=0, description="Paid only for those after this many.")
    counted: bool = Field(default=True, description="false: shown, but not added up.")
    as_of: AsOf
    confidence: How
    note: Words | None = Field(default=None, description="What else to know about the figure.")
    save: Words | None = Field(default=None, description="How to spend less.")
    known_as: Literal["fee", "room", "trip", "income"] | None = Field(
        default=None, description="What a host or the profile may say of it: fee, room, trip or income."
    )
    find_out: Words | None = Field(default=None, description="Who knows the price, where no figure was found.")

    @model_validator(mode="after")
    def _low_to_high_or_a_question(self) -> Self:
        one_of_two(self.low, self.find_out, names=("low", "find_out"))
        if (self.low is None) != (self.high is None):
            raise mistake(f"the cost {self.id} has only one of low and high", "write both; equal for one figure")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise mistake(f"the cost {self.id} has low {self.low} above high {self.high}", "swap them")
        return self


class CostsFile(Model):
    """`data/costs.yml`."""

    eras_tiers: ErasTiers = Field(description="ERAS applications, priced in tiers.")
    costs: Annotated[tuple[CostEntry, ...], EachOnce] = Field(description="Everything else.")


class CertificationStep(Conditional):
    """One step to the ECFMG certificate."""

    name: Words = Field(description="What it is called.")
    what: Words = Field(description="What to do.")
    why: Words = Field(description="What hangs on it.")
    cost: Count = Field(description="Its fee in US dollars.")
    by_milestone: Id | None = Field(default=None, description="The milestone by which it should be done.")


class CertificationFile(Model):
    """`data/certification.yml`."""

    steps: Annotated[tuple[CertificationStep, ...], EachOnce] = Field(description="In order of beginning.")
