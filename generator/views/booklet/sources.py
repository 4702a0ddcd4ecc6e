"""Sources by short labels, each its own, as people cite on paper."""

from collections import Counter
from collections.abc import Mapping

from generator.plan.world import Source
from generator.views.answers import source_view
from generator.views.booklet.parts import SourceLine
from generator.views.common import Sight

UNDATED = ("article", "own", "reader")


def source_lines(sight: Sight) -> Mapping[str, SourceLine]:
    """Every source by its id; where several share name and year, a letter tells them apart."""
    plain = {name: _label(sight, source) for name, source in sight.catalog.sources.items()}
    shared, seen = Counter(plain.values()), Counter[str]()
    made: dict[str, SourceLine] = {}
    for name, source in sight.catalog.sources.items():
        label = plain[name]
        made[name] = _line(sight, source, label + (_letter(seen[label], source) if shared[label] > 1 else ""))
        seen[label] += 1
    return made


def _label(sight: Sight, source: Source) -> str:
    """A short name, and the year that the source speaks of."""
    if source.kind in UNDATED:
        return str(source.short)
    return f"{source.short}, {source.as_of or sight.catalog.name('cite', 'undated')}"


def _letter(number: int, source: Source) -> str:
    """a, b, c behind a year, or after a word and a blank; beyond z a number."""
    letter = chr(ord("a") + number) if number < 26 else str(number)
    return letter if source.as_of and source.kind not in UNDATED else f" {letter}"


def _line(sight: Sight, source: Source, label: str) -> SourceLine:
    view, fresh_from = source_view(sight, source), sight.plan.as_of.year - sight.facts.settings.old_after_years
    return SourceLine(
        label=label,
        title=view.title,
        url=source.url,
        kind_name=view.kind_name,
        as_of_text=view.as_of_text,
        checked=source.checked,
        confidence_name=view.confidence_name,
        is_old=source.as_of is not None and source.as_of < fresh_from,
    )
