"""What `mkdocs serve` shows in place of a site that cannot be built."""

from collections.abc import Iterable

from generator.errors import Problem
from generator.prose import escaped

PAGE = """# Something needs mending

<div class="answer" markdown>
The site cannot be made from the files as they are now. Nothing is lost: mend what stands below and save.
This page then gives way to your plan.
</div>

{items}
"""


def mistakes_page(problems: Iterable[Problem]) -> str:
    """A Markdown page that lists every mistake; what is quoted from the files stays plain text."""
    return PAGE.format(items="\n".join(map(item, problems)))


def item(problem: Problem) -> str:
    """One mistake: where, what, and how to mend it."""
    hint = f"<br>{escaped(sentence(problem.hint))}" if problem.hint else ""
    return f"- **{escaped(str(problem.where))}**<br>{escaped(sentence(problem.what))}{hint}"


def sentence(words: str) -> str:
    """The words as a sentence stands on a page.

    >>> sentence("no name")
    'No name.'
    """
    end = "" if words.endswith((".", "?")) else "."
    return words[:1].upper() + words[1:] + end
