"""Which signals go where."""

from collections.abc import Iterator, Mapping

from generator.plan import Listed, Signals
from generator.plan.world import Allowance
from generator.planner.applying.listing import Lists
from generator.planner.places import names_of
from generator.rules.signals import Wish, given, one_each

COMBINED = "combined"
KNOWS_YOU = ("rotated", "ahead")


def signals(lists: Lists, *, open_: bool) -> tuple[Signals, ...]:
    """The signals of every specialty that they apply to; none is given once programs read."""
    return tuple(_signals(one, lists, open_=open_) for one in _theirs(lists))


def _theirs(lists: Lists) -> Iterator[Allowance]:
    """The season's signals for the specialties of the list, and for others that they name."""
    ours = {COMBINED, *lists.facts.settings.specialty_ids}
    for one in lists.facts.season.signals:
        named = any(lists.catalog.naming.same(one.name, other) for other in lists.others)
        if one.specialty in ours or named:
            yield one


def _signals(allowance: Allowance, lists: Lists, *, open_: bool) -> Signals:
    assigned = given(allowance.tiers, _wishes(allowance.specialty, lists)) if open_ else ()
    left = sum(tier.number for tier in allowance.tiers) - len(assigned) if open_ else 0
    return Signals(
        **vars(allowance),
        assigned=assigned,
        left=left,
    )


def _wishes(specialty: str, lists: Lists) -> tuple[Wish, ...]:
    words = lists.catalog.files.application_list.signals
    if specialty == COMBINED:
        return one_each(words.combined, _combined(lists))
    if specialty in lists.facts.settings.specialty_ids:
        return one_each(words.departments, _departments(specialty, lists))
    return ()


def _combined(lists: Lists) -> Mapping[str, tuple[Listed, ...]]:
    """One program that knows their work, or may come to, then those that they want by wish, then the others by rank."""
    knows = tuple(one for one in lists.combined if one.why in KNOWS_YOU)[:1]
    planned = tuple(one for one in lists.combined if one.why == "planned" and not knows)[:1]
    wishes = {one.id: lists.theirs.wish(names_of(one), program=one.id) or 0 for one in lists.programs}
    wanted = sorted((one for one in lists.combined if wishes[one.host_id]), key=lambda one: wishes[one.host_id])
    return {"knows-you": knows, "planned": planned, "wanted": tuple(wanted), "ranked": lists.combined}


def _departments(specialty: str, lists: Lists) -> Mapping[str, tuple[Listed, ...]]:
    """Of the places on the list by name those that say so, that know them or may come to, and that they want."""
    places = [one for one in lists.known if _has_department(one, specialty, lists)]
    return {
        "says-so": tuple(one for one in places if _says_so(one, specialty, lists)),
        "knows-you": tuple(one for one in places if one.why in KNOWS_YOU),
        "planned": tuple(one for one in places if one.why == "planned"),
        "wanted": tuple(one for one in places if one.why == "wanted"),
    }


def _has_department(one: Listed, specialty: str, lists: Lists) -> bool:
    """Whether it trains residents in the specialty: a combined program's host does, another if they say so."""
    if one.host_id in lists.catalog.program_ids:
        return True
    told = (rotation for rotation in lists.facts.profile.rotations or () if rotation.host == one.name)
    fields = (rotation.field for rotation in told if rotation.program_in_field)
    return any(specialty in lists.facts.settings.counts_for(field) for field in fields)


def _says_so(one: Listed, specialty: str, lists: Lists) -> bool:
    read = lists.catalog.files.readings.of(one.host_id).departments
    return any(department.signal and department.department == specialty for department in read)
