"""Colors and formats of the workbook; every color stands beside words that say the same."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeAlias

Book: TypeAlias = Any  # these three are XlsxWriter's, which declares no types
Page: TypeAlias = Any
Format: TypeAlias = Any

INK, PAPER, LINE = "#1B2733", "#FFFFFF", "#D0D7DE"
HEADINGS = MappingProxyType({"back": ("#17456B", PAPER), "own": ("#5B4A86", PAPER), "guide": ("#DCE6EF", INK)})
"""Behind and in a heading: of a column that comes back, of one of the person's own, of one of the guide's."""
TONES = MappingProxyType(
    {"overdue": ("#FBDAD7", "#7A120C"), "soon": ("#FFEDC2", "#5C3D00"), "done": ("#DAF1DE", "#14532D")}
)
"""Behind and in a cell, by how far something has come."""
NUMBER = MappingProxyType({"align": "right"})
PLAIN = MappingProxyType({"valign": "top", "text_wrap": True, "font_color": INK})
CELL = MappingProxyType(
    {
        "valign": "top",
        "indent": 1,
        "align": "left",
        "text_wrap": True,
        "font_color": INK,
        "bottom": 1,
        "bottom_color": LINE,
    }
)
DAY, MONEY, WHOLE = "mmm d, yyyy", "$#,##0", "#,##0"


@dataclass(frozen=True)
class Looks:
    """The formats of one workbook."""

    text: Format
    day: Format
    money: Format
    whole: Format
    plain: Format
    strong: Format
    title: Format
    today: Format
    link: Format
    headings: dict[str, Format]
    tones: dict[str, Format]

    def of(self, kind: str) -> Format:
        """The format of a column of this kind."""
        return {"day": self.day, "money": self.money, "whole": self.whole}.get(kind, self.text)


def looks(book: Book) -> Looks:
    """The formats, made known to a workbook."""
    return Looks(
        text=book.add_format({**CELL}),
        day=book.add_format({**CELL, "num_format": DAY}),
        money=book.add_format({**CELL, **NUMBER, "num_format": MONEY}),
        whole=book.add_format({**CELL, **NUMBER, "num_format": WHOLE}),
        plain=book.add_format({**PLAIN}),
        strong=book.add_format({**PLAIN, "bold": True}),
        title=book.add_format({"bold": True, "font_size": 16, "font_color": INK}),
        today=book.add_format({**PLAIN, "num_format": DAY, "align": "left"}),
        link=book.add_format({"valign": "top", "underline": 1, "font_color": HEADINGS["back"][0]}),
        headings={name: book.add_format(_heading(*pair)) for name, pair in HEADINGS.items()},
        tones={name: book.add_format({"bg_color": back, "font_color": ink}) for name, (back, ink) in TONES.items()},
    )


def _heading(back: str, ink: str) -> dict[str, object]:
    return {
        "bold": True,
        "text_wrap": True,
        "valign": "vcenter",
        "align": "left",
        "indent": 1,
        "bg_color": back,
        "font_color": ink,
        "border": 0,
    }
