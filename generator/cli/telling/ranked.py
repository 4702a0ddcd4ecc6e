"""The first places of each ranking and the application list, in the terminal."""

from collections.abc import Iterator

from generator.cli.terminal import entry, paragraph, plain
from generator.prose import Prose, fill
from generator.views import Sight
from generator.views.application_list import application_list
from generator.views.ranked import RankView, ranking_view

FIRST = 5


def ranked_told(sight: Sight, id_: str) -> Iterator[str]:
    """The first five places of a ranking, each with its points and what could move it most."""
    view = ranking_view(sight, id_)
    for row in view.rows[:FIRST]:
        yield entry(_row(row, view.most), mark=f"{row.place}.")
    if view.own:
        yield paragraph(f"By weights of your own: {', '.join(map(plain, view.own))}.")


def _row(row: RankView, most: int) -> str:
    stands = f" ({plain(row.verdict_name).lower()})" if row.verdict_name else ""
    moves = next((f"; not known {plain(one.unknown)}" for one in row.moves), "")
    return f"{row.name}{stands}: {row.range} of {most} points{moves}."


def list_told(sight: Sight) -> Iterator[str]:
    """How many programs of each kind with their fees, signals, and divisions to name."""
    view = application_list(sight)
    for kind in (*view.kinds, *view.within):
        fee = f", {kind.fee} in fees" if kind.fee else ""
        yield entry(Prose(f"{kind.name}: {kind.programs}{fee}."))
    yield entry(Prose(f"Fees together: {view.total}."))
    if not view.is_open:
        yield paragraph(view.choices.words.sent)
        return
    if view.choices.signaled:
        yield entry(fill(view.choices.words.given, {"names": ", ".join(view.choices.signaled)}))
    preference = view.choices.preference
    named = ", ".join(preference.names)
    yield entry(Prose(f"Divisions to name: {named}.") if named else preference.because)
