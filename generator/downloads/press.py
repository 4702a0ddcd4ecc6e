"""Typst with its fonts: whether it is there, which letters it can show, and templates as PDF."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from generator.errors import GuideError, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import typst

Template = TypeVar("Template", Path, bytes)

ACCESSIBLE: list[typst.PDFStandard] = ["ua-1"]
FONTS = ("fontpkg_source_sans_3", "fontpkg_noto_sans_arabic")
FAMILIES = ("Source Sans 3", "Noto Sans Arabic")
TRY = (
    '#set document(title: [t])\n#set text(font: {fonts}, fallback: false, lang: "en")\n'
    "#for word in json(bytes(sys.inputs.data)) [#word #emph(word) #strong(word)\n\n]"
)
WORD = re.compile(r"\S*[^\x20-\x7e\s]\S*")
CLUSTER = re.compile(r"[^\x20-\x7e\s]")
LINE = re.compile(r"─ (?P<file>[^\n]*?):(?P<line>\d+):\d+")


@dataclass(frozen=True)
class Press:
    """Typst and the fonts that come with packages of their own; never the system's, or bytes would differ."""

    fonts: typst.Fonts

    def printed(self, template: Path, data: Mapping[str, Any], *, as_of: date) -> bytes:
        """A template filled with data, as a PDF; the same input gives the same bytes.

        It is accessible, unless some text is refused in spite of `refused`: better a plain one than none.
        """
        import typst

        for standards in (ACCESSIBLE, []):
            try:
                return self._pdf(template, data, as_of, standards)
            except typst.TypstError as error:
                problem = _problem(template, error)
        raise GuideError([problem])

    def refused(self, texts: Iterable[str]) -> frozenset[str]:
        """Everything in these texts that the fonts can't show: single letters, or words that fail as a whole only."""
        words = sorted({word for text in set(texts) if not text.isascii() for word in WORD.findall(text)})
        return frozenset(piece for word in self._failing(words) for piece in self._pieces(word))

    def _pieces(self, word: str) -> Iterator[str]:
        yield from self._failing(sorted(set(CLUSTER.findall(word)))) or [word]

    def _failing(self, words: list[str]) -> list[str]:
        """Those of the words that can't be shown; halves are tried, so that many good words cost little."""
        if not words or self._shows(words):
            return []
        if len(words) == 1:
            return words
        half = len(words) // 2
        return [*self._failing(words[:half]), *self._failing(words[half:])]

    def _shows(self, words: list[str]) -> bool:
        import typst

        try:
            self._pdf(self._trial, words, date(2000, 1, 1), ACCESSIBLE)
        except typst.TypstError:
            return False
        return True

    @cached_property
    def _trial(self) -> bytes:
        return TRY.format(fonts=json.dumps(FAMILIES).replace("[", "(").replace("]", ")")).encode()

    def _pdf(self, template: Template, data: Any, as_of: date, standards: list[typst.PDFStandard]) -> bytes:
        import typst

        return typst.compile(
            template,
            root=None if isinstance(template, bytes) else template.parent,
            font_paths=self.fonts,
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            pdf_standards=standards,
            timestamp=datetime.combine(as_of, time(), UTC),
        )


def find_press() -> Press | None:
    """Typst with its fonts, or None where one of the packages is missing."""
    try:
        import typst

        folders = [str(files(package) / "files") for package in FONTS]
    except ImportError:
        return None
    return Press(typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders))


def _problem(template: Path, error: typst.TypstError) -> Problem:
    """A mistake in a template with its file and line."""
    found = LINE.search(error.diagnostic)
    name = found["file"].rpartition("print/")[2] if found else template.name
    place = Place(f"content/print/{name}", int(found["line"]) if found else 0)
    return Problem(place, f"Typst says: {error.message}", "; ".join(error.hints))
