"""The page that ranks the places where to rotate."""

from dataclasses import dataclass
from typing import Annotated

from generator.views.common import Sight, View
from generator.views.ranked import RankingView, RankView, ranking_view


@dataclass(frozen=True, kw_only=True)
class RankingPage(View):
    """Where to rotate, ranked."""

    ranking: Annotated[RankingView, "The places where to rotate, in order."]
    first: Annotated[tuple[str, ...], "The first places of those that are open to the reader or have to be asked."]
    top: Annotated[tuple[RankView, ...], "The same as rows."]
    partners: Annotated[tuple[str, ...], "Hosts that stand among them and take students of partner schools only."]


def ranking(sight: Sight) -> RankingPage:
    """The page on where to rotate."""
    view, words = ranking_view(sight, "rotate"), sight.catalog.files.ranking.first
    top = tuple(row for row in view.rows if row.verdict in words.verdicts)[: words.count]
    return RankingPage(
        **sight.common(),
        ranking=view,
        first=tuple(row.name for row in top),
        top=top,
        partners=tuple(row.name for row in _above(view.rows, top[-1:]) if row.verdict in words.after_school),
    )


def _above(rows: tuple[RankView, ...], last: tuple[RankView, ...]) -> tuple[RankView, ...]:
    """The rows above one of them; none above nothing."""
    return rows[: rows.index(last[0])] if last else ()
