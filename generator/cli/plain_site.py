"""The guide as plain Markdown with a plain `mkdocs.yml`, so that another builder can make the site."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from generator.cli.project import CONFIG, PLUGIN, Looked, Project, as_written, plugins
from generator.errors import GuideError, Place, Problem
from generator.publishing import swap
from generator.publishing.menu import expanded, pruned
from generator.site import Output

MARK = ".guide-render"
MARK_TEXT = "This folder is made by `guide render`, which replaces all that is in it; keep nothing of yours here.\n"
IGNORE = "# It holds one person's plan: Git keeps for ever what was committed once.\n*\n"
HEAD = "# Made by `guide render`; plain MkDocs builds it: mkdocs build\n"
DOCS, THEME = "docs", "theme"
START = "index.html"  # named, since from a disk a folder opens as a list of files
DROPPED = ("exclude_docs", "hooks", "watch")
Files = Mapping[str, bytes]


class _Writer(yaml.Dumper):
    """Writes what MkDocs looks up in the environment as it was written."""


_Writer.add_representer(Looked, lambda _, looked: looked.node)


def render(project: Project, outputs: Sequence[Output], target: Path) -> int:
    """Every file stands in the target, or nothing there has changed; how many files there are."""
    refuse_others_folders(project, target)
    files = dict(_files(project, outputs))
    staging = swap.begin(target)
    try:
        for path, content in files.items():
            file = staging.folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        swap.finish(staging)
    finally:
        swap.discard(staging)
    return len(files)


def refuse_others_folders(project: Project, target: Path) -> None:
    """The target is free: it isn't there, is empty, or was made by us before; and nobody stands in it."""
    if target.resolve().is_relative_to(project.content.resolve()):
        raise _refused(target, "this is in the folder of what editors write", "name one outside of it")
    if target.exists() and not target.is_dir():
        raise _refused(target, "this is a file, not a folder", "name a folder that is new or empty")
    if not target.is_dir():
        return
    if any(target.iterdir()) and not (target / MARK).is_file():
        raise _refused(target, "this folder holds files that the guide did not make", "name one that is new or empty")
    if Path.cwd().is_relative_to(target.resolve()):
        raise _refused(target, "this is the folder that you are in, and it would be replaced", "leave it first")


def _files(project: Project, outputs: Sequence[Output]) -> Iterator[tuple[str, bytes]]:
    """Each file below the target, with what it holds."""
    yield MARK, MARK_TEXT.encode()
    yield ".gitignore", IGNORE.encode()
    yield CONFIG, _config(project, [output.path for output in outputs]).encode()
    for output in outputs:
        content = output.content
        yield f"{DOCS}/{output.path}", content.encode() if isinstance(content, str) else content
    yield from _copied(project.content / "assets", f"{DOCS}/assets")
    theme = _custom_dir(project)
    if theme:
        yield from _copied(theme, THEME)


def _copied(folder: Path, name: str) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if path.is_file() and not any(part.startswith((".", "__")) for part in inside.parts):
            yield f"{name}/{inside.as_posix()}", path.read_bytes()


def _custom_dir(project: Project) -> Path | None:
    theme = project.settings.get("theme")
    named = theme.get("custom_dir") if isinstance(theme, Mapping) else None
    return project.root / str(named) if named else None


def _config(project: Project, pages: Sequence[str]) -> str:
    """The project's own `mkdocs.yml` without our plugin, and with the pages that this person has."""
    settings = {name: value for name, value in as_written(project).items() if name not in DROPPED}
    own: dict[str, Any] = {
        "docs_dir": DOCS,
        "site_dir": "site",
        "plugins": [{name: options} for name, options in plugins(settings) if name != PLUGIN],
        "extra": {"homepage": START, **settings.get("extra", {})},
    }
    if "nav" in settings:
        own["nav"] = pruned(expanded(settings["nav"], pages), pages.__contains__)
    if _custom_dir(project):
        own["theme"] = {**settings["theme"], "custom_dir": THEME}
    return HEAD + yaml.dump({**settings, **own}, Dumper=_Writer, sort_keys=False, allow_unicode=True, width=120)


def _refused(target: Path, what: str, hint: str) -> GuideError:
    return GuideError([Problem(Place(str(target)), what, hint)])
