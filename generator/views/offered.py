"""Offers as rotations with words, for pages and for messages."""

from generator.plan import Block, OfferAdvice
from generator.profile import Rotation
from generator.views.common import BlockView, Sight


def offered(sight: Sight) -> BlockView | None:
    """The rotation whose answer is due first among the offers that can still be answered, if there is one."""
    return next((offer_block(sight, one) for one in sight.plan.advice.offers), None)


def rotation_of(sight: Sight, offer: OfferAdvice) -> Rotation:
    """The rotation of the profile that was offered."""
    return (sight.facts.profile.rotations or ())[offer.number - 1]


def offer_block(sight: Sight, offer: OfferAdvice) -> BlockView:
    """An offer on the days that are meant."""
    rotation = rotation_of(sight, offer)
    block = Block(
        id=f"offer-{offer.number}",
        part=offer.part,
        span=offer.span,
        status="offered",
        certainty="offered",
        field=rotation.field,
        type=rotation.type or "",
        host=offer.host,
        host_id="",
        candidate="",
        city="",
        late=False,
        short_notice=False,
        letter=None,
        inquiry=None,
        apply_by=None,
        fee=None,
    )
    return sight.block(block)
