"""Where YAML cannot be read at all: the likeliest slip of the pen, in plain words."""

from collections.abc import Callable

from generator.errors import Place, Problem
from generator.reading import layout, marks
from generator.reading.stop import Finding, Stop


def explained(stop: Stop, file: str) -> Problem:
    """The first explanation that fits."""
    found = (explain(stop) for explain in EXPLANATIONS)
    (line, column), what, hint = next(finding for finding in found if finding)
    return Problem(Place(file, line + 1, column + 1), what, hint)


def _unknown(stop: Stop) -> Finding:
    return (
        stop.at,
        "this cannot be read",
        "look for a missing quote, colon or space here and in the line above",
    )


EXPLANATIONS: tuple[Callable[[Stop], Finding | None], ...] = (
    layout.too_deep,
    layout.tab,
    marks.directive,
    marks.open_quote,
    marks.swallowed_lines,
    marks.escape,
    marks.after_quote,
    layout.no_space_after_colon,
    layout.curly_quotes,
    layout.colon_in_text,
    layout.line_goes_on,
    layout.no_colon_in_line,
    marks.unclosed_bracket,
    marks.stray_bracket,
    marks.after_bracket,
    marks.block_text,
    marks.odd_beginning,
    layout.dash_after_name,
    layout.empty_name,
    layout.among_items,
    layout.dash_among_names,
    layout.indentation,
    _unknown,
)
