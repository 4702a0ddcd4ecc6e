"""What the applicant aims at, and what they have to spend."""

from typing import Literal

from generator.profile.declared import answer
from generator.profile.person import Period
from generator.reading import Id, Line, Maybe, Model

Region = Literal["northeast", "south", "midwest", "west"]


class Weight(Model):
    """How much one criterion of the rankings counts for the applicant."""

    criterion: Id = answer("A criterion of the guide's rankings, like wanted.", needed=True)
    weight: int = answer("A whole number from 0 (leave it out) to 10.", needed=True)


class Targets(Model):
    """Where the applicant wants to go, most wanted first."""

    programs: Maybe[tuple[Id, ...]] = answer("Programs of the guide's list, most wanted first.", can_change=True)
    hosts: Maybe[tuple[Line, ...]] = answer("Other hospitals and schools, most wanted first.", can_change=True)
    regions: Maybe[tuple[Region, ...]] = answer("Regions you would move to; leave out for anywhere.", can_change=True)
    free_housing: Maybe[tuple[Line, ...]] = answer("Cities where you can stay for nothing.")
    license_states: Maybe[tuple[Line, ...]] = answer("States where you plan to be licensed, as two capital letters.")
    partner_regions: Maybe[tuple[Region, ...]] = answer("Regions your partner can move to, in a Match as a couple.")
    couples_match: Maybe[bool] = answer("true if you enter the Match as a couple.")
    other_specialties: Maybe[tuple[Line, ...]] = answer("Other specialties you apply to; [] for none.", can_change=True)
    interviews: Maybe[tuple[Line, ...]] = answer("Programs and hosts that have interviewed you; [] for none.")
    weights: Maybe[tuple[Weight, ...]] = answer("Weights of your own for the rankings; [] for the guide's.")


class Means(Model):
    """Money and time."""

    budget: Maybe[int] = answer("What you can spend on aways in all; 0 is an answer.", unit="USD", can_change=True)
    lost_income_per_week: Maybe[int] = answer("Income you lose for each week away; 0 for none.", unit="USD a week")
    return_trip: Maybe[int] = answer("What one journey to a city in the United States and back costs you.", unit="USD")
    room_per_week: Maybe[int] = answer("What a room costs you for a week away.", unit="USD a week")
    weeks: Maybe[int] = answer("Most weeks you can be away in all.", unit="weeks", can_change=True)
    busy: Maybe[tuple[Period, ...]] = answer("Dates on which you can't be away; [] for none.", can_change=True)
    fixed: Maybe[tuple[Period, ...]] = answer("Dates fixed already: weddings, moves, visas of others; [] for none.")
