"""Where the states stand on the map of tiles."""

from typing import Annotated

from pydantic import AfterValidator, Field

from generator.catalog.entry import Sources
from generator.reading import Line, Model, Words, mistake


class Tile(Model):
    """A state's square."""

    state: Line = Field(pattern="^[A-Z]{2}$", description="State, as two capital letters.")
    name: Words = Field(description="Its name in full.")
    column: int = Field(ge=1, description="Counted from the left.")
    row: int = Field(ge=1, description="Counted from the top.")


def _apart(tiles: tuple[Tile, ...]) -> tuple[Tile, ...]:
    """The tiles, of which no two are for the same state or stand in the same place."""
    for number, tile in enumerate(tiles):
        for other in tiles[:number]:
            if tile.state == other.state:
                raise mistake(f"a second tile for {tile.state}", "a state has one tile", at=[number, "state"])
            if (tile.column, tile.row) == (other.column, other.row):
                raise mistake(f"{tile.state} stands on {other.state}", "move one of the two", at=[number, "column"])
    return tiles


class MapFile(Model):
    """`data/map.yml`."""

    sources: Sources
    tiles: Annotated[tuple[Tile, ...], AfterValidator(_apart), Field(min_length=1, description="Every state, once.")]
