"""The map of tiles: a square for each state, those with programs marked by the best verdict among them."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.catalog.map import Tile
from generator.plan import HostVerdict
from generator.prose import Prose
from generator.views.common import Sight

ACROSS, DOWN, GAP = 30, 32, 2  # a unit is a pixel on a phone of 360 pixels, where eleven columns fill the page
CODE, SIGN = 13, 26  # from the top of a square to the foot of its two lines


@dataclass(frozen=True)
class TileView:
    """A state's square: its corner, where its two lines of text stand, and its names."""

    x: int
    y: int
    middle: int
    code_y: int
    sign_y: int
    code: str
    name: Prose


@dataclass(frozen=True)
class MarkedTile:
    """A state with programs: how many, and the best verdict among them, as a sign, in words and as a look."""

    tile: TileView
    count: int
    sign: str
    verdict_name: Prose
    tag: Prose
    anchor: Prose


@dataclass(frozen=True)
class SignView:
    """What a sign on the map stands for."""

    sign: Prose
    verdict_name: Prose


@dataclass(frozen=True)
class MapView:
    """The map: its size and that of a square in units, the squares without and with programs, what the signs mean."""

    width: int
    height: int
    tile_width: int
    tile_height: int
    empty: tuple[TileView, ...]
    marked: tuple[MarkedTile, ...]
    signs: tuple[SignView, ...]


def tile_map(sight: Sight) -> MapView:
    """Every state, and how the programs in it stand for this person."""
    tiles, verdicts = sight.catalog.files.map.tiles, verdicts_by_state(sight)
    best = {one[0].verdict.value for one in verdicts.values()}
    return MapView(
        width=max(tile.column for tile in tiles) * ACROSS - GAP,
        height=max(tile.row for tile in tiles) * DOWN - GAP,
        tile_width=ACROSS - GAP,
        tile_height=DOWN - GAP,
        empty=tuple(_tile(tile) for tile in tiles if tile.state not in verdicts),
        marked=tuple(_marked(sight, tile, verdicts[tile.state]) for tile in tiles if tile.state in verdicts),
        signs=tuple(_sign(sight, verdict) for verdict in sight.catalog.files.verdicts.order if verdict in best),
    )


def verdicts_by_state(sight: Sight) -> dict[str, list[HostVerdict]]:
    """How the programs of each state that has any stand, the best first."""
    order = sight.catalog.files.verdicts.order
    verdicts = {one.id: one for one in sight.plan.hosts}
    found: dict[str, list[HostVerdict]] = {}
    for program in sight.catalog.programs:
        found.setdefault(program.state, []).append(verdicts[program.id])
    return {state: sorted(some, key=lambda one: order.index(one.verdict.value)) for state, some in found.items()}


def anchor(state: str) -> Prose:
    """Where a state stands in the list below the map.

    >>> anchor("TX")
    'state-tx'
    """
    return Prose(f"state-{state.lower()}")


def _tile(tile: Tile) -> TileView:
    x, y = (tile.column - 1) * ACROSS, (tile.row - 1) * DOWN
    return TileView(x, y, x + (ACROSS - GAP) // 2, y + CODE, y + SIGN, tile.state, tile.name)


def _marked(sight: Sight, tile: Tile, verdicts: Sequence[HostVerdict]) -> MarkedTile:
    best, count = verdicts[0].verdict.value, len(verdicts)
    sign = sight.catalog.name("sign", best)
    return MarkedTile(
        tile=_tile(tile),
        count=count,
        sign=Prose(f"{sign}{count}") if count > 1 else sign,
        verdict_name=sight.catalog.name("verdict", best),
        tag=sight.catalog.name("tag", best),
        anchor=anchor(tile.state),
    )


def _sign(sight: Sight, verdict: str) -> SignView:
    return SignView(sight.catalog.name("sign", verdict), sight.catalog.name("verdict", verdict))
