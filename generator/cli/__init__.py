"""The commands: `guide check`, `guide plan`, `guide render`, `guide update`, `guide done` and `guide schema`.

Nothing heavy is imported before a command needs it. The clock and the environment are read here only.
"""

import os
import sys
from collections.abc import Callable, Iterable
from datetime import date, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TypeVar

import click

from generator.cli.outcome import Guide, stop
from generator.cli.project import Project, find_project
from generator.errors import Place
from generator.publishing import choosing

Command = TypeVar("Command", bound=Callable[..., None])
DAY = "The day to take for today, like 2027-01-31."
NO_COLOR = "NO_COLOR"


def main() -> None:
    """What the shell calls; it speaks UTF-8 whatever the locale."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    guide(prog_name="guide")


def as_of_option(command: Command) -> Command:
    """The option for the day, the same wherever there is one."""
    return click.option("--as-of", metavar="DATE", help=DAY)(command)


@click.group(cls=Guide, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--debug", is_flag=True, help="Show where in the program something went wrong.")
@click.version_option(package_name="away-rotation-guide", prog_name="guide")
@click.pass_context
def guide(context: click.Context, debug: bool) -> None:
    """Your away rotations: check your profile, see your plan, write the guide.

    Each command works in the folder of mkdocs.yml and those below it. Build the website with mkdocs build.
    """
    if os.environ.get(NO_COLOR):
        context.color = False


@guide.command()
@click.argument("profiles", nargs=-1, metavar="[PROFILE]...")
@click.option("--content", is_flag=True, help="Check what editors wrote, and list what has aged.")
@as_of_option
def check(profiles: tuple[str, ...], content: bool, as_of: str | None) -> None:
    """List every mistake in a profile, or what is unknown.

    If nothing is to be mended, the answers that are unknown and matter most, with how to find out. Without PROFILE:
    the one that the website is built from. Exit status 1 if anything is to be mended.
    """
    from generator.cli.aging import content_report
    from generator.cli.checking import checked, counted
    from generator.cli.sight import catalog_of

    project = here()
    paths = chosen(profiles, project) if profiles or not content else []
    day = day_of(as_of, project, paths)
    catalog = catalog_of(project)
    if content:
        say(content_report(catalog, as_of=day))
    if paths:
        lines, mistakes = checked(paths, catalog, as_of=day)
        say(lines)
        if mistakes:
            stop([counted(mistakes)])


@guide.command()
@click.argument("profile", required=False)
@click.option("--json", "as_json", is_flag=True, help="The whole plan as JSON; profiles/plan.schema.json explains it.")
@click.option("--changes", "only_changes", is_flag=True, help="Only what changed since the plan that you saved.")
@click.option("--save", is_flag=True, help="Keep this plan beside PROFILE, so that later ones say what changed.")
@as_of_option
def plan(profile: str | None, as_json: bool, only_changes: bool, save: bool, as_of: str | None) -> None:
    """Show the whole plan, here or as JSON.

    How many rotations, which and when; letters, ways in, costs; what to do next, and what would change it. If you saved
    a plan, what changed since then comes first. Without PROFILE: the one that the website is built from.
    """
    from generator.cli.keeping import kept, last_accepted, last_if_whole
    from generator.cli.sight import catalog_of, sight_of
    from generator.cli.telling import changes_text, plan_text
    from generator.plan.export import json_text, plan_json

    if as_json and only_changes:
        raise click.UsageError("--json and --changes do not go together.")
    project = here()
    [path] = chosen([profile] if profile else [], project)
    day, catalog = day_of(as_of, project, [path]), catalog_of(project)
    previous = (last_if_whole if save else last_accepted)(path, catalog)
    sight = sight_of(path, catalog, as_of=day, previous=None if as_json else previous)
    if as_json:
        click.echo(json_text(plan_json(sight.plan)), nl=False)
    else:
        say(changes_text(sight) if only_changes else plan_text(sight))
    if save:
        for line in kept(path, sight, catalog, previous=previous):
            click.echo(line, err=as_json)


@guide.command()
@click.argument("profile", required=False)
@click.option("--out", required=True, metavar="DIR", help="A folder that is new, empty or made by this command.")
@as_of_option
def render(profile: str | None, out: str, as_of: str | None) -> None:
    """Write the guide as plain Markdown.

    With it comes a mkdocs.yml that needs nothing of ours, so that plain MkDocs, or what comes after it, builds the
    site. Without PROFILE: the one that the website is built from.
    """
    from generator.accepted.file import accepted
    from generator.cli.plain_site import refuse_others_folders, render
    from generator.cli.sight import catalog_of
    from generator.site import build_outputs, load_profile

    project = here()
    refuse_others_folders(project, Path(out))
    [path] = chosen([profile] if profile else [], project)
    day = day_of(as_of, project, [path])
    titles = choosing.chosen_titles(project.options.get("calendar_titles"), os.environ)
    catalog = catalog_of(project)
    previous = accepted(path, catalog.shown_path)
    profile_ = load_profile(path, catalog, as_of=day)
    paper = choosing.chosen_paper(project.options.get("paper") or choosing.PAPERS[0])
    outputs = build_outputs(profile_, catalog, as_of=day, previous=previous, titles=titles, paper=paper)
    say(note for output in outputs for note in output.notes)
    files = render(project, outputs, Path(out))
    pages = sum(output.path.endswith(".md") for output in outputs)
    click.echo(f"{out}: {files} files written, {pages} of them pages. Build the site from them with:")
    click.echo(f"  mkdocs build -f {Path(out) / 'mkdocs.yml'}")


@guide.command()
@click.argument("profile")
@click.argument("tracker")
@click.option("--yes", is_flag=True, help="Write without asking.")
@as_of_option
def update(profile: str, tracker: str, yes: bool, as_of: str | None) -> None:
    """Bring back what you changed in your workbook.

    PROFILE takes it over from TRACKER after it has shown the difference and asked. All other lines stay as they are,
    and a copy of the file is kept. Exit status 1 if there is something to write and it is not written.
    """
    from generator.cli.sight import catalog_of
    from generator.cli.updating import brought_back

    project = here()
    [path] = chosen([profile], project)
    day = day_of(as_of, project, [path])
    say(brought_back(path, Path(tracker), catalog_of(project), as_of=day, yes=yes))


@guide.command()
@click.argument("profile")
@click.argument("tasks", nargs=-1, metavar="[TASK]...")
@click.option("--undo", is_flag=True, help="Take the tasks out again.")
@click.option("--ticks", metavar="FILE", help="Bring in ticks.json, which the page All tasks exports.")
@as_of_option
def done(profile: str, tasks: tuple[str, ...], undo: bool, ticks: str | None, as_of: str | None) -> None:
    """Tick tasks of your checklists in your profile.

    They are named by their ids; without any, the open ones are listed with theirs. All other lines of PROFILE stay as
    they are, and a copy of the file is kept.
    """
    from generator.cli.sight import catalog_of
    from generator.cli.ticking import desk_for, open_tasks, ticked, unticked
    from generator.cli.ticks_file import brought_in

    if (undo and not tasks) or (ticks and tasks):
        raise click.UsageError("--undo needs the tasks to take out, and --ticks goes without any.")
    project = here()
    [path] = chosen([profile], project)
    desk = desk_for(path, catalog_of(project), as_of=day_of(as_of, project, [path]))
    if ticks:
        say(brought_in(desk, Path(ticks)))
    elif tasks:
        say(unticked(desk, tasks) if undo else ticked(desk, tasks))
    else:
        say(open_tasks(desk))


@guide.command()
@click.option("--plan", "of_plan", is_flag=True, help="Print the schema of guide plan --json, and write nothing.")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit status 1 if a file is not up to date.")
def schema(of_plan: bool, only_check: bool) -> None:
    """Write the JSON Schemas into profiles/.

    Of a profile, from which editors complete and underline; and of what guide plan --json gives.
    """
    from generator.cli.schemas import PLAN, outdated, schemas, write
    from generator.cli.sight import catalog_of

    project = here()
    texts = schemas(catalog_of(project))
    if only_check:
        stale = [str(problem) for problem in outdated(project.root, texts)]
        stop(stale) if stale else say(f"{name}: up to date" for name in texts)
    elif of_plan:
        click.echo(texts[PLAN], nl=False)
    else:
        say(write(project.root, texts))


def here() -> Project:
    """The guide's folder, from where the person stands."""
    return find_project(Path.cwd())


def chosen(profiles: Iterable[str], project: Project) -> list[Path]:
    """The files that were named; without any, the one that the website is built from."""
    named = [_tidy(Path(profile), project.root) for profile in profiles]
    return named or [choosing.chosen_profile(project.options.get("profile"), os.environ, root=project.root)]


def _tidy(path: Path, root: Path) -> Path:
    """A path without turns on the way, so that messages show it from the guide's folder where it lies inside."""
    straight = Path(os.path.normpath(Path.cwd() / path))
    return straight if straight.is_relative_to(root) else path


def day_of(option: str | None, project: Project, profiles: Iterable[Path] = ()) -> date:
    """The day to take for today: the option, `mkdocs.yml`, `GUIDE_AS_OF`, then the examples' day or the clock."""
    if option is not None:
        return choosing.as_date(option, Place("--as-of"), "the date")
    clock, paths = datetime.now().astimezone().date(), list(profiles)
    today = choosing.today_for(paths, project.options.get("examples_as_of"), clock=clock) if paths else clock
    return choosing.chosen_date(project.options.get("as_of"), os.environ, today=today)


def say(lines: Iterable[str]) -> None:
    """The lines on the terminal; styles only where there is one."""
    for line in lines:
        click.echo(line)
