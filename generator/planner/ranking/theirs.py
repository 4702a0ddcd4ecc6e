"""What one person's answers say of places: wishes, regions, cities, licenses, and what they have done where."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.catalog import Catalog
from generator.catalog.known import by_id
from generator.facts import Answer, Facts
from generator.facts.logic import every, opposite, some
from generator.plan import HostVerdict, LetterMatrix
from generator.planner.places import Place, names_of, place_called, places_of
from generator.planner.school import school_of
from generator.profile import OwnHost, Rotation
from generator.rules import criteria
from generator.rules.ranking import Finding

GIVEN = ("offered", "booked", "done")


@dataclass(frozen=True)
class Theirs:
    """One person, and what their answers say of any place."""

    facts: Facts
    catalog: Catalog
    sets: LetterMatrix

    def place(self, id_: str) -> Place | None:
        """The host that the guide knows by this id."""
        return next((one for one in places_of(self.catalog) if one.id == id_), None)

    def names(self, host: HostVerdict) -> tuple[str, ...]:
        """Every name by which they may mean a host."""
        place = self.place(host.id)
        return names_of(place) if place else (host.name,)

    def wish(self, names: tuple[str, ...], *, program: str = "") -> int | None:
        """Its place among their wishes, from 1; 0 for none, None where they do not say. `program` is a program's id."""
        targets = self.facts.targets
        ranks = [number for number, name in enumerate(targets.hosts or (), start=1) if self._means(name, names)]
        if program and program in (targets.programs or ()):
            ranks.append((targets.programs or ()).index(program) + 1)
        listed = targets.programs if program else targets.hosts
        return min(ranks) if ranks else None if listed is None else 0

    def rotations(self, names: tuple[str, ...]) -> tuple[Rotation, ...] | None:
        """Their rotations at a place; None where they list none at all."""
        listed = self.facts.profile.rotations
        return None if listed is None else tuple(one for one in listed if self._means(one.host, names))

    def interviewed(self, names: tuple[str, ...]) -> Answer:
        """Whether a place has interviewed them; before programs read nobody has."""
        listed = self.facts.targets.interviews
        if listed is None:
            return None if self.facts.reviews_begun() else False
        return any(self._means(name, names) for name in listed)

    def own_entry(self, names: tuple[str, ...]) -> OwnHost | None:
        """What they know better of a host than the guide does."""
        return next((one for one in self.facts.profile.hosts or () if self._means(one.host, names)), None)

    def region(self, state: str, key: str) -> Finding:
        """Whether a state lies where they and their partner would live; `key` names a place of unknown state."""
        region, targets = self.facts.settings.regions.get(state), self.facts.targets
        limited = None if targets.partner_regions is None else bool(targets.partner_regions)
        return criteria.region(
            mine=_holds(targets.regions, region),
            alone=opposite(every([targets.couples_match, limited])),
            partners=_holds(targets.partner_regions, region),
            region=region or key,
        )

    def bed_in(self, city: str) -> Answer:
        """Whether they can stay in a city for nothing."""
        listed = self.facts.targets.free_housing
        if listed is None or (listed and not city):
            return None
        return city.casefold() in {name.casefold() for name in listed}

    def licensed_in(self, state: str) -> Answer:
        """Whether they plan to be licensed in a state."""
        listed = self.facts.targets.license_states
        return None if listed is None else state in listed

    @cached_property
    def needs_residents(self) -> Answer:
        """Whether their school, or a state of their license, counts a rotation only beside residents in the subject."""
        name = self.facts.profile.school.name if self.facts.enrolled() else None
        school = school_of(name, self.catalog)
        return some([bool(school and school.limits.same_subject), self._license_needs_residents])

    @property
    def _license_needs_residents(self) -> Answer:
        states = [one.state for one in self.catalog.files.states.states if one.limits.same_subject]
        return some(self.licensed_in(state) for state in states)

    @cached_property
    def letter_missing(self) -> Answer:
        """Whether a letter that combined programs need is still to be promised."""
        letters = self.facts.profile.letters
        combined = by_id(self.catalog.files.letters.applications)["combined"]
        needed = sum(place.needed for place in combined.places)
        counting = [self.facts.counts(letter) for letter in letters or ()]
        sure, perhaps = counting.count(True), len(counting) - counting.count(False)
        enough = True if sure >= needed else None if letters is None or perhaps >= needed else False
        spoken_for = [self.facts.us_letter_in(one) for one in self.facts.settings.specialty_ids]
        return opposite(every([enough, *spoken_for]))

    def given(self, names: tuple[str, ...]) -> Iterator[Rotation]:
        """Their rotations at a place that are offered, booked or done."""
        return (one for one in self.rotations(names) or () if one.status in GIVEN)

    def called(self, name: str) -> Place | None:
        """The host that the guide knows under a name."""
        return place_called(name, self.catalog)

    def _means(self, name: str, names: tuple[str, ...]) -> bool:
        return self.catalog.naming.among(name, names) is True


def _holds(listed: tuple[str, ...] | None, region: str | None) -> Answer:
    """Whether a list of regions holds one; an empty list holds all."""
    if listed is None or (listed and region is None):
        return None
    return not listed or region in listed
