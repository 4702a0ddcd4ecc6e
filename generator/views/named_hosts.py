"""Which hosts a message may name: those that the guide knows or that a rotation is at, none that is only hoped for."""

from generator.views.common import BlockView, Sight


def host_to_name(sight: Sight, block: BlockView) -> str | None:
    """The host of a rotation; of one that is still to be found only if the guide knows it, since wishes are private."""
    known = {place.name for place in sight.catalog.places if "host" not in place.own}
    rotations = {one.host for one in sight.facts.profile.rotations or ()}
    hoped_for = block.is_planned and block.host not in known | rotations
    return None if hoped_for else block.host or None
