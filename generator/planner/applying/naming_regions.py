"""Which of the nine divisions to name."""

from collections import Counter

from generator.facts import Facts
from generator.plan import Division
from generator.planner.applying.listing import Lists
from generator.rules.signals import fullest


def divisions(lists: Lists, *, name: bool) -> tuple[Division, ...]:
    """Every division with the combined programs of the list in it; if any is to be named, those that hold most."""
    file = lists.catalog.files.divisions
    counts = _counted(lists, wanted_only=False)
    theirs = [one.id for one in file.divisions if one.region in _regions(lists.facts)]
    held, wanted = {id_: counts[id_] for id_ in theirs}, _counted(lists, wanted_only=True)
    named = fullest(held, wanted, most=file.most) if name else ()
    return tuple(Division(one.id, one.name, counts[one.id], one.id in named) for one in file.divisions)


def _counted(lists: Lists, *, wanted_only: bool) -> Counter[str]:
    """How many programs of the list lie in each division."""
    listed = {one.host_id for one in lists.combined}
    found: Counter[str] = Counter()
    for program in lists.programs:
        division = lists.catalog.files.divisions.of(program.state)
        if division and program.id in listed and not (wanted_only and not lists.why(program)):
            found[division.id] += 1
    return found


def _regions(facts: Facts) -> tuple[str, ...]:
    """Where they would live; with a partner, where both would, if there is such a region."""
    own, partners = facts.targets.regions or (), facts.targets.partner_regions or ()
    both = tuple(region for region in own if region in partners)
    return both if facts.couples_match() and both else own
