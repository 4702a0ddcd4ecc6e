"""Where each thing stands in the picture of a year: time runs down, lanes stand side by side, labels to their right."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.plan import Span
from generator.prose import Prose
from generator.views.timeline.labels import Beside, labels, labels_height
from generator.views.timeline.parts import Bar, Item, Lane, LaneId, Mark, Tick, Timeline
from generator.views.timeline.text import width_of

WIDTH, EDGE, AXIS, GAP = 328, 8, 38, 5
MONTH = 34  # the least height of a month, so that its name and the year fit below each other
LANES: Mapping[LaneId, tuple[int, int]] = {"periods": (17, 51), "rotations": (24, 36), "days": (12, 12)}
TO_LABELS = 14  # room for the lines that lead there
LEAST, LEAST_DAYS = 5, 5  # the height of a bar of a single day, so that it is seen, and the days that it seems to take
SIGN = 5  # from the middle of a day's sign to its corners
PATTERNS = ("striped", "outlined", "dashed", "term", "busy")  # looks that a hatching tells apart; others by their edge
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Scale:
    """Days as heights within a frame of whole months, the first of which holds today."""

    frame: Span
    today: date
    plot: int

    def y(self, day: date) -> int:
        """Where a day begins; one outside the frame stands at its edge."""
        days = (self.frame.last - self.frame.first).days + 1
        return EDGE + min(max(round((day - self.frame.first).days * self.plot / days), 0), self.plot)


@dataclass(frozen=True)
class Picture:
    """Items in their lanes at some scale."""

    bars: tuple[tuple[Item, Bar], ...]
    marks: tuple[tuple[Item, Mark], ...]

    @property
    def beside(self) -> tuple[Beside, ...]:
        """What needs a label, from the top down: all but what is written along its bar."""
        bars = [Beside(item, bar.x + bar.width, bar.middle_y) for item, bar in self.bars if not bar.inside]
        marks = [Beside(item, mark.x + SIGN, mark.y) for item, mark in self.marks]
        return tuple(sorted((*bars, *marks), key=lambda one: (one.y, one.item.span)))


def draw(items: Sequence[Item], frame: Span, today: date, names: Mapping[LaneId, Prose], description: str) -> Timeline:
    """The picture of these items in a frame of whole months; it grows where labels need the room."""
    lanes = tuple(_lanes(items, names, today))
    lanes_to = lanes[-1].x + lanes[-1].width
    across = range(lanes_to + TO_LABELS, WIDTH)
    rough = Scale(frame, today, MONTH * len(tuple(_months(frame))))
    needed = labels_height(_picture(items, lanes, rough).beside, len(across)) - 2 * EDGE
    scale = Scale(frame, today, max(rough.plot, needed))
    picture = _picture(items, lanes, scale)
    return Timeline(
        width=WIDTH,
        height=scale.plot + 2 * EDGE,
        axis=AXIS,
        lanes_to=lanes_to,
        today=scale.y(today),
        frame=frame,
        ticks=tuple(Tick(scale.y(day), f"{day:%b}", _new_year(day, frame)) for day in _months(frame)),
        lanes=lanes,
        bars=tuple(bar for _, bar in picture.bars),
        marks=tuple(mark for _, mark in picture.marks),
        labels=labels(picture.beside, across, scale.plot + 2 * EDGE),
        description=description,
    )


def _months(frame: Span) -> Iterator[date]:
    day = frame.first
    while day <= frame.last:
        yield day
        day = (day + 31 * DAY).replace(day=1)


def _new_year(day: date, frame: Span) -> str:
    return str(day.year) if day.month == 1 or day == frame.first else ""


def _lanes(items: Sequence[Item], names: Mapping[LaneId, Prose], today: date) -> Iterator[Lane]:
    """The lanes that hold anything; where items share days, a lane is as wide as they need up to its most."""
    x = AXIS + GAP
    for id_, (column, most) in LANES.items():
        count = max((number for _, number in _in_columns(items, id_, today)), default=-1) + 1
        if count:
            lane = Lane(id_, names[id_], x, column if id_ == "days" else min(column * count, most))
            yield lane
            x += lane.width + GAP


def _in_columns(items: Sequence[Item], lane: LaneId, today: date) -> Iterator[tuple[Item, int]]:
    """The items of a lane, each with the first column in which nothing shares a day with it."""
    ends: list[date] = []
    for item in sorted((one for one in items if one.lane == lane), key=lambda one: one.span):
        column = next((number for number, end in enumerate(ends) if end < item.span.first), len(ends))
        ends[column : column + 1] = [max(item.span.last, max(item.span.first, today) + LEAST_DAYS * DAY)]
        yield item, column


def _picture(items: Sequence[Item], lanes: Sequence[Lane], scale: Scale) -> Picture:
    bars: list[tuple[Item, Bar]] = []
    marks: list[tuple[Item, Mark]] = []
    for lane in lanes:
        placed = tuple(_in_columns(items, lane.id, scale.today))
        width = lane.width // (max(column for _, column in placed) + 1)
        if lane.id == "days":
            marks += ((item, _mark(item, lane, scale)) for item, _ in placed)
        else:
            bars += ((item, _bar(item, lane.x + width * column, width, scale)) for item, column in placed)
    return Picture(tuple(bars), tuple(marks))


def _bar(item: Item, x: int, width: int, scale: Scale) -> Bar:
    top, end = scale.y(max(item.span.first, scale.today)), scale.y(item.span.last + DAY)
    height = max(end - top - 2, LEAST)
    return Bar(
        lane=item.lane,
        look=item.look,
        pattern=next((one for one in PATTERNS if one in item.look), ""),
        span=item.span,
        x=x,
        y=top,
        width=width - 1,
        height=height,
        middle_x=x + width // 2,
        middle_y=top + height // 2,
        inside=_inside(item, height - 2 * GAP) if width >= LANES["periods"][0] else "",
    )


def _inside(item: Item, room: int) -> str:
    """A period with its days or without, whichever fits; nothing for a rotation, which is to be read upright."""
    texts = (f"{item.name} {item.when}", item.name) if item.lane == "periods" else ()
    return next((text for text in texts if width_of(text) <= room), "")


def _mark(item: Item, lane: Lane, scale: Scale) -> Mark:
    x, y = lane.x + lane.width // 2, scale.y(item.span.first)
    path = f"M{x} {y - SIGN}L{x + SIGN} {y}L{x} {y + SIGN}L{x - SIGN} {y}Z"
    return Mark(item.look, item.span.first, x, y, path)
