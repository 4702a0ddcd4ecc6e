"""How contradictions of the article are settled, as several pages show it."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.catalog.tables import Settled
from generator.prose import Prose
from generator.views.common import Sight


@dataclass(frozen=True)
class SettledView:
    """A contradiction of the article, and how it is settled."""

    rule_name: Prose
    conflict: str
    what: Prose
    how: Prose


def settled(sight: Sight, *tables: str) -> tuple[SettledView, ...]:
    """How the contradictions of the article are settled in some tables."""
    files = sight.catalog.files
    every: Mapping[str, tuple[Settled, ...]] = {
        "how-many": files.how_many.settles,
        "mix": files.mix.settles,
        "schedule": files.schedule.settles,
        "letters": files.letters.settles,
        "routes": files.routes.settles,
        "costs": files.cost_table.settles,
    }
    gists = {entry.id: entry.gist for entry in files.article.conflicts}
    return tuple(
        SettledView(sight.catalog.name("rule", name), one.conflict, gists[one.conflict], one.how)
        for name in tables or tuple(every)
        for one in every[name]
    )
