"""What differs between an accepted plan and the present one, and because of what."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.plan.saved import Key, Kind, SavedItem

Link = Literal["alone", "together", "sole", "enough", "among", "none"]
How = Literal["moved", "appeared", "vanished"]


@dataclass(frozen=True)
class Difference:
    """One thing that differs: the item as it was accepted and as it is; one of them is None where it is not there.

    `passed` says that it is gone and its own day has gone by.
    """

    before: SavedItem | None
    after: SavedItem | None
    passed: bool = False

    @property
    def how(self) -> How:
        """Whether it moved, appeared or vanished."""
        if self.before is None:
            return "appeared"
        return "vanished" if self.after is None else "moved"

    @property
    def item(self) -> SavedItem:
        """The item, as it is now where it is still there."""
        item = self.after or self.before
        if item is None:
            raise ValueError("a difference has an item on one side at least")
        return item

    @property
    def kind(self) -> Kind:
        """What sort of thing it is."""
        return self.item.kind

    @property
    def key(self) -> Key:
        """What it is told by: its kind, and the id that it had, or has if it is new."""
        item = self.before or self.item
        return item.kind, item.id


@dataclass(frozen=True)
class Said:
    """One answer or value that changed; None where there was or is none."""

    name: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Cause:
    """What changed: an answer of the person's own, the day, or content; `where` it stands, and each value.

    `entry` names the entry of a list that it is about.
    """

    kind: Literal["answer", "day", "content"]
    where: str
    said: tuple[Said, ...] = ()
    entry: str = ""


@dataclass(frozen=True)
class Because:
    """Why things differ: one cause, several together, one that is enough, causes of which each is enough,
    some of several, or none."""

    link: Link
    causes: tuple[Cause, ...]


@dataclass(frozen=True)
class Explained:
    """Differences that have the same reason."""

    because: Because
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class Changed:
    """All that changed since a plan was accepted."""

    since: date
    groups: tuple[Explained, ...]

    @property
    def count(self) -> int:
        """How many things changed."""
        return sum(len(group.differences) for group in self.groups)
