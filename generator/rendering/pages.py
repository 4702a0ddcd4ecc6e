"""Jinja, kept on a short lead: no unknown name, no markup from the applicant, and errors with their line."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from traceback import extract_tb

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.runtime import Undefined

from generator.errors import GuideError, Place, Problem
from generator.prose import shown
from generator.rendering.filters import IN_MESSAGES, LOOKS
from generator.rendering.knowing import CITES


class Renderer:
    """The templates below a content folder; compiled once, and again when a file changes."""

    def __init__(self, content: Path, *, name: str = "content") -> None:
        """Two environments: one for pages, one for plain texts that leave the house."""
        self._name, self._content = name, content
        self._pages, self._texts = _page_templates(content), _text_templates(content)

    def page(self, template: str, names: Mapping[str, object]) -> str:
        """A page as Markdown: what is prose stands as it is, what is not is escaped."""
        return self._rendered(self._pages, template, names)

    def text(self, template: str, names: Mapping[str, object]) -> str:
        """A plain text: nothing is escaped here; it is escaped as a whole where a page shows it."""
        return _tidy(self._rendered(self._texts, template, names))

    def _rendered(self, environment: Environment, template: str, names: Mapping[str, object]) -> str:
        try:
            return environment.get_template(template).render(names)
        except TemplateSyntaxError as error:
            raise self._problem(error.name or template, error.lineno, error.message or "") from None
        except UnicodeDecodeError:
            raise self._problem(template, 0, "this template, or one that it includes, is no UTF-8 text") from None
        except (TemplateError, TypeError, AttributeError, KeyError) as error:
            place = _line_in_templates(error, self._content)
            raise self._problem(*(place or (template, 0)), str(error)) from None

    def _problem(self, template: str, line: int, what: str) -> GuideError:
        return GuideError([Problem(Place(f"{self._name}/{template}", line), what, "see CONTRIBUTING, part 1")])


@cache
def _page_templates(content: Path) -> Environment:
    return environment(content, finalize=_marked)


@cache
def _text_templates(content: Path) -> Environment:
    made = environment(content, finalize=_plain)
    made.filters.update(IN_MESSAGES)
    return made


def environment(content: Path, *, finalize: Callable[[object], str]) -> Environment:
    """Jinja with pages and partials, where a name that nothing gives is an error."""
    made = Environment(
        loader=FileSystemLoader([content, content / "partials"]),
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # finalize escapes, for Markdown and HTML alike
    )
    made.filters.update({**LOOKS, **CITES})
    made.filters.pop("safe")
    made.tests["unknown"] = _is_unknown
    return made


def _is_unknown(value: object) -> bool:
    return value is None


def _marked(value: object) -> str:
    return str(value) if isinstance(value, Undefined) else shown(_something(value))


def _plain(value: object) -> str:
    return str(_something(value))


def _something(value: object) -> object:
    if value is None:
        raise TypeError("this has no value here; ask for it with {% if %} first")
    return value


def _tidy(text: str) -> str:
    """A text without blank lines at its ends and without gaps of several."""
    lines = [line.rstrip() for line in text.strip().splitlines()]
    kept = (line for index, line in enumerate(lines) if line or lines[index - 1])
    return "\n".join(kept)


def _line_in_templates(error: BaseException, content: Path) -> tuple[str, int] | None:
    """The innermost template and line that an error came through."""
    frames = [(Path(frame.filename), frame.lineno or 0) for frame in extract_tb(error.__traceback__)]
    found = [(path, line) for path, line in frames if path.is_relative_to(content)]
    return (found[-1][0].relative_to(content).as_posix(), found[-1][1]) if found else None
