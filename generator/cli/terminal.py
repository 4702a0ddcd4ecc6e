"""How words look in a terminal: no Markdown, 80 columns, a heading for each part."""

import html
import re
import textwrap
from collections.abc import Iterable, Sequence

import click

from generator.prose import Prose

WIDTH = 80
LINK = re.compile(r"\[([^\]]*)\]\((?:<[^>]*>|[^)]*)\)(?:\{[^}]*\})?")
STRESS = re.compile(r"(?<![\w*])(\*{1,2}|_)(\S|\S.*?\S)\1(?![\w*])")
CODE = re.compile(r"`([^`]*)`")


def plain(text: str) -> str:
    """The words without their Markdown; text of the applicant is not prose and stays as it is.

    >>> plain(Prose("Ask **one** of [them](a.md), *soon*: &#42;Ana&#42;"))
    'Ask one of them, soon: *Ana*'
    >>> plain("*Ana*")
    '*Ana*'
    """
    if not isinstance(text, Prose):
        return text
    return html.unescape(CODE.sub(r"\1", STRESS.sub(r"\2", LINK.sub(r"\1", text))))


def paragraph(text: str, *, indent: int = 2) -> str:
    """The words, broken into lines."""
    return _wrapped(plain(text), " " * indent, " " * indent)


def entry(text: str, *, mark: str = "-", indent: int = 2) -> str:
    """The words behind a mark, the lines below it set in."""
    first = f"{' ' * indent}{mark} "
    return _wrapped(plain(text), first, " " * len(first))


def title(words: str) -> str:
    """A heading; bold where the terminal can."""
    return click.style(words, bold=True)


def section(words: str, lines: Iterable[str]) -> Sequence[str]:
    """A heading with what stands below it; nothing where that is nothing."""
    below = [line for line in lines if line.strip()]
    return ["", title(words.upper()), *below] if below else []


def _wrapped(text: str, first: str, rest: str) -> str:
    return textwrap.fill(
        " ".join(text.split()),
        WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
