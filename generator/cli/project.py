"""The guide's folder, found from where one stands, and what its `mkdocs.yml` says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.errors import GuideError, Place, Problem

if TYPE_CHECKING:
    import yaml

CONFIG = "mkdocs.yml"
PLUGIN = "guide"
ENVIRONMENT = "!ENV"
Settings = Mapping[str, Any]


@dataclass(frozen=True)
class Looked:
    """A value that MkDocs looks up in the environment when it builds, as `mkdocs.yml` writes it."""

    node: yaml.Node


@dataclass(frozen=True)
class Project:
    """The folder of `mkdocs.yml`, and what stands in that file."""

    root: Path
    settings: Settings

    @property
    def content(self) -> Path:
        """The editors' folder."""
        return self.root / str(self.settings.get("docs_dir", "docs"))

    @property
    def options(self) -> Settings:
        """What `mkdocs.yml` says to our plugin."""
        return dict(plugins(self.settings))[PLUGIN]


def find_project(start: Path) -> Project:
    """The nearest folder with a `mkdocs.yml`, from `start` upward."""
    root = next((folder for folder in (start, *start.parents) if (folder / CONFIG).is_file()), None)
    if root is None:
        hint = "go to the guide's folder, the one that holds mkdocs.yml"
        raise _refused(f"there is none in {start} or any folder above it", hint)
    project = Project(root, _read(root / CONFIG))
    if PLUGIN not in dict(plugins(project.settings)):
        raise _refused(f"the one in {root} does not name the plugin {PLUGIN}", "go to the guide's own folder")
    return project


def as_written(project: Project) -> Settings:
    """What stands in `mkdocs.yml`, with nothing looked up in the environment."""
    from mkdocs.utils.yaml import get_yaml_loader

    loader = get_yaml_loader()
    loader.add_constructor(ENVIRONMENT, lambda _, node: Looked(node))
    return _read(project.root / CONFIG, loader)


def plugins(settings: Settings) -> list[tuple[str, Settings]]:
    """The plugins with their options, whichever way they are written."""
    listed = settings.get("plugins") or []
    pairs = listed.items() if isinstance(listed, Mapping) else [pair for entry in listed for pair in _pairs(entry)]
    return [(str(name), options or {}) for name, options in pairs]


def _pairs(entry: object) -> list[tuple[object, Any]]:
    return list(entry.items()) if isinstance(entry, Mapping) else [(entry, {})]


def _read(path: Path, loader: Any = None) -> Settings:
    from mkdocs.exceptions import ConfigurationError
    from mkdocs.utils.yaml import yaml_load

    try:
        with path.open("rb") as stream:
            settings = yaml_load(stream, loader)
    except ConfigurationError as error:
        raise _refused(" ".join(str(error).split()), "") from None
    if isinstance(settings, Mapping):
        return settings
    raise _refused("this holds no settings", "each line begins with a name and a colon")


def _refused(what: str, hint: str) -> GuideError:
    return GuideError([Problem(Place(CONFIG), what, hint)])
