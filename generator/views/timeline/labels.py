"""Labels in one column: each as near to its bar or mark as the others allow, none over another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from generator.views.timeline.parts import Item, Label, Weight, Writing
from generator.views.timeline.text import broken, cut

ROW, APART = 15, 4  # from one line of a label to the next; from one label to the next
BASE = 13  # from the top of a label to the foot of its first line
DATES = 50  # room for a day in front of what happens then
AWAY, KINK = 3, 9  # a leading line ends that far from its label, after a slope of that width


@dataclass(frozen=True)
class Beside:
    """An item that needs a label, and the point from which a line leads there."""

    item: Item
    x: int
    y: int


def labels_height(beside: Sequence[Beside], room: int) -> int:
    """How high their labels are together."""
    return sum(_height(one.item, room) for one in beside)


def labels(beside: Sequence[Beside], across: range, room: int) -> tuple[Label, ...]:
    """The labels of these, from the top down, between two edges; all together are no higher than the room."""
    heights = [_height(one.item, len(across)) for one in beside]
    wanted = [one.y - height // 2 for one, height in zip(beside, heights, strict=True)]
    tops = spread(wanted, heights, room)
    return tuple(_label(*one, across) for one in zip(beside, tops, heights, strict=True))


def spread(wanted: Sequence[int], heights: Sequence[int], room: int) -> tuple[int, ...]:
    """Tops as near to those wanted as can be (by least squares), in their order, within the room and without overlap.

    >>> spread([0, 5, 80], [18, 18, 18], 100)
    (0, 18, 80)
    """
    above = [0, *accumulate(heights)]
    pools: list[
        tuple[int, int]
    ] = []  # of labels that touch: the sum of their tops less what stands above, and how many
    for top, offset in zip(wanted, above, strict=False):
        pool = (top - offset, 1)
        while pools and pools[-1][0] * pool[1] >= pool[0] * pools[-1][1]:
            total, number = pools.pop()
            pool = (total + pool[0], number + pool[1])
        pools.append(pool)
    free = room - above[-1]
    starts = [min(max(round(total / number), 0), free) for total, number in pools for _ in range(number)]
    return tuple(start + offset for start, offset in zip(starts, above, strict=False))


def _label(one: Beside, top: int, height: int, across: range) -> Label:
    end, middle = across.start - AWAY, top + height // 2
    return Label(
        top=top,
        height=height,
        leader=f"M{one.x} {one.y}H{end - KINK}L{end} {middle}",
        lines=tuple(_lines(one.item, top + BASE, across)),
    )


def _height(item: Item, room: int) -> int:
    rows = {line.y for line in _lines(item, 0, range(room))}
    return ROW * len(rows) + APART


def _lines(item: Item, y: int, across: range) -> Iterator[Writing]:
    """What a label says: of a day all in one line; else the name, the part, and the days with how sure they are."""
    x, room = across.start, len(across)
    weight: Weight = "strong" if item.lane == "rotations" or item.look == "today" else "plain"
    if item.lane == "days":
        yield Writing(x, y, item.when, "soft")
        yield Writing(x + DATES, y, cut(item.name, room - DATES, strong=True), weight)
        return
    below = ", ".join(filter(None, (item.when, item.note)))
    texts: tuple[tuple[str, Weight], ...] = ((item.name, weight), (item.part, "plain"), (below, "soft"))
    rows = [(row, each) for text, each in texts for row in broken(text, room, strong=each == "strong")]
    for number, (text, each) in enumerate(rows):
        yield Writing(x, y + number * ROW, text, each)
