"""How a command ends when it cannot go on: lines for the person at the terminal, and no traceback."""

import errno
from collections.abc import Iterable
from pathlib import Path
from traceback import extract_tb
from typing import Any, NoReturn

import click

from generator.errors import GuideError, Problem

ROOM = Path(__file__).parent.parent


class Guide(click.Group):
    """A group of commands whose failures are told."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what goes wrong becomes lines on stderr, and the exit status 1."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except GuideError as error:
            stop(as_lines(error.problems))
        except Exception as error:
            if ctx.params.get("debug") or getattr(error, "errno", None) == errno.EPIPE:
                raise
            stop(_told(error))


def as_lines(problems: Iterable[Problem]) -> list[str]:
    """The mistakes, one to a line, whatever the files that they quote hold."""
    return [" ".join(str(problem).splitlines()) for problem in problems]


def stop(lines: Iterable[str]) -> NoReturn:
    """Say why, and end with status 1."""
    for line in lines:
        click.echo(line, err=True)
    raise click.exceptions.Exit(1)


def _told(error: Exception) -> list[str]:
    if isinstance(error, OSError) and error.filename:
        return [f"{error.filename}: {(error.strerror or str(error)).lower()}"]
    return [
        f"Something in the guide itself went wrong, at {_where(error)}: {type(error).__name__}: {error}",
        "Your files are as they were. Please report this line; guide --debug before the command shows all of it.",
    ]


def _where(error: Exception) -> str:
    """The innermost line of ours that it came through."""
    ours = [frame for frame in extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(ROOM)]
    return f"{Path(ours[-1].filename).relative_to(ROOM.parent).as_posix()}:{ours[-1].lineno}" if ours else "some line"
