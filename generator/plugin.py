"""MkDocs' events: a profile, the content and a date become pages; the finished site is swapped in whole."""

from __future__ import annotations

import logging
import os
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import CountHandler

from generator.errors import GuideError, Problem
from generator.publishing import choosing, menu, mistakes, swap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

    from generator.plan.titles import Titles
    from generator.site import Output

LAST = -10_000
EPOCH = "SOURCE_DATE_EPOCH"
OFFLINE = "material/offline"
FOR_SERVERS = {"404.html", "sitemap.xml"}
START = "index.html"  # named, since from a disk a folder opens as a list of files
LOG = logging.getLogger("mkdocs.plugins.guide")


class GuideOptions(Config):  # type: ignore[no-untyped-call]
    """What `mkdocs.yml` may say under `plugins`, `guide`."""

    profile = options.Optional(options.Type(str))
    as_of = options.Optional(options.Type((str, date)))
    examples_as_of = options.Optional(options.Type((str, date)))
    audience = options.Type(str, default="private")
    calendar_titles = options.Optional(options.Type(str))
    paper = options.Type(str, default="letter")


@dataclass(frozen=True, kw_only=True)
class Request:
    """One site to be made: from which files, for which day, for whom; the memory lasts from build to build."""

    root: Path
    content: Path
    profile: Path
    as_of: date
    audience: str
    titles: Titles = "discreet"
    paper: str = choosing.PAPERS[0]
    memory: dict[str, Any] = field(default_factory=dict)


class GuidePlugin(BasePlugin[GuideOptions]):  # type: ignore[no-untyped-call]
    """Everything is made and checked before MkDocs touches a folder; the rest is handing over."""

    def __init__(self) -> None:
        """Nothing is made yet, so nothing is to be undone."""
        self.serving = False
        self.outputs: Sequence[Output] = ()
        self.memory: dict[str, Any] = {}
        self.staging: swap.Staging | None = None
        self.watched: set[Path] = set()
        self.undo = ExitStack()

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """`mkdocs serve` builds into a folder of its own and must outlive mistakes."""
        self.serving = command == "serve"
        self.outputs = ()
        self.watched = set()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Every page is made, or the build stops here, with the last site as it was."""
        self.undo.close()
        self.outputs = self._outputs(config)
        there = [output.path for output in self.outputs]
        config.nav = menu.pruned(menu.expanded(config.nav, there), there.__contains__)
        if opens_from_disk(config):
            config.theme.static_templates -= FOR_SERVERS
            config.extra.setdefault("homepage", START)
        if not self.serving:
            self._stage(config)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """The pages we made join what MkDocs found, less what only a site opened from a disk needs."""
        if not opens_from_disk(config):
            leave_out(files, config.extra.get("polyfills", ()))
        for output in self.outputs:
            files.append(as_file(output, config))
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """The theme's templates are compiled once per machine, not once per build."""
        with suppress(OSError, RuntimeError):  # no folder to keep them in that is safe: then each time anew
            env.bytecode_cache = FileSystemBytecodeCache()
        return env

    @event_priority(LAST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """The new site takes its place, unless MkDocs is about to refuse it for its warnings."""
        try:
            if self.staging and not warnings_counted():
                swap.finish(self.staging)
        except OSError as error:
            raise PluginError(f"The new site could not take its place; the last one stands. {error}") from error
        finally:
            self.undo.close()

    def on_build_error(self, *, error: Exception) -> None:
        """Nothing is left of the failed build."""
        self.undo.close()

    def on_shutdown(self) -> None:
        """Nothing is left of an interrupted build either."""
        self.undo.close()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        """A saved profile rebuilds the site; MkDocs watches `content/` itself; code is not watched."""
        self.serving = True
        for folder in sorted({root_of(config) / "profiles", *self.watched}):
            if folder.is_dir():
                server.watch(str(folder), recursive=False)
        return server

    def _outputs(self, config: MkDocsConfig) -> Sequence[Output]:
        """The pages; or, when serving, the mistakes at every page's address."""
        try:
            request = self._request(config)
            self._date_files(request.as_of)
            return make_outputs(request)
        except GuideError as error:
            if self.serving:
                return mistakes_everywhere(error.problems, [*menu.pages(config.nav), *self._last_pages()])
            raise PluginError(choosing.listed(error.problems)) from error

    def _last_pages(self) -> Iterator[str]:
        """The pages of the last build, of which the menu does not name each."""
        return (output.path for output in self.outputs if output.path.endswith(".md"))

    def _request(self, config: MkDocsConfig) -> Request:
        """What is asked for; the clock and the environment are read here and nowhere else."""
        profile = choosing.chosen_profile(self.config.profile, os.environ, root=root_of(config))
        self.watched = {profile.parent}
        clock = datetime.now().astimezone().date()
        today = choosing.today_for([profile], self.config.examples_as_of, clock=clock)
        return Request(
            root=root_of(config),
            content=Path(config.docs_dir),
            profile=profile,
            as_of=choosing.chosen_date(self.config.as_of, os.environ, today=today),
            audience=choosing.chosen_audience(self.config.audience),
            titles=choosing.chosen_titles(self.config.calendar_titles, os.environ),
            paper=choosing.chosen_paper(self.config.paper),
            memory=self.memory,
        )

    def _date_files(self, as_of: date) -> None:
        """The dates that MkDocs writes follow the site's day, so that equal input gives equal bytes."""
        self.undo.callback(set_environment, EPOCH, os.environ.get(EPOCH))
        set_environment(EPOCH, str(int(datetime.combine(as_of, time(), UTC).timestamp())))

    def _stage(self, config: MkDocsConfig) -> None:
        """MkDocs writes beside the site until the build is over, whichever way it ends."""
        self.staging = swap.begin(Path(config.site_dir))
        self.undo.callback(setattr, self, "staging", None)
        self.undo.callback(swap.discard, self.staging)
        self.undo.callback(setattr, config, "site_dir", config.site_dir)
        config.site_dir = str(self.staging.folder)


def make_outputs(request: Request) -> Sequence[Output]:
    """The whole site in memory, or every mistake at once."""
    from generator.accepted.file import accepted
    from generator.site import build_outputs, load_catalog, load_profile

    catalog = load_catalog(request.content, root=request.root)
    profile = load_profile(request.profile, catalog, as_of=request.as_of)
    previous = accepted(request.profile, catalog.shown_path)
    outputs = build_outputs(
        profile,
        catalog,
        as_of=request.as_of,
        audience=request.audience,
        previous=previous,
        memory=request.memory,
        titles=request.titles,
        paper=request.paper,
    )
    for note in (note for output in outputs for note in output.notes):
        LOG.info(note)  # no warning: it would stop a strict build, and nothing is wrong with the site
    return outputs


def mistakes_everywhere(problems: Iterable[Problem], paths: Iterable[str]) -> Sequence[Output]:
    """The list of mistakes wherever the reader happens to be, so that mending brings that page back."""
    from generator.site import Output

    page = mistakes.mistakes_page(problems)
    return [Output(path, page) for path in dict.fromkeys(["index.md", *paths])]


def as_file(output: Output, config: MkDocsConfig) -> File:
    """A page or a download as MkDocs wants it; its edit link leads to the template that it came from."""
    file = File.generated(config, output.path, content=output.content, inclusion=InclusionLevel.INCLUDED)
    file.edit_uri = output.source or None
    return file


def opens_from_disk(config: MkDocsConfig) -> bool:
    """The site is to be opened as files, without a server."""
    plugin = config.plugins.get(OFFLINE)
    return plugin is not None and bool(plugin.config.enabled)


def leave_out(files: Files, paths: Iterable[str]) -> None:
    """None of these is among the files."""
    for file in filter(None, map(files.get_file_from_path, paths)):
        files.remove(file)


def warnings_counted() -> bool:
    """MkDocs counted a warning, which it does in strict mode only, and will refuse the site for it."""
    counters = [each for each in logging.getLogger("mkdocs").handlers if isinstance(each, CountHandler)]
    return any(counter.get_counts() for counter in counters)


def set_environment(name: str, value: str | None) -> None:
    """The variable has the value, or is not set."""
    if value is None:
        os.environ.pop(name, None)
    else:
        os.environ[name] = value


def root_of(config: MkDocsConfig) -> Path:
    """The folder of `mkdocs.yml`."""
    return Path(config.config_file_path).parent
