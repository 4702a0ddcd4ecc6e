"""Every file of the catalog, read and typed; the mistakes of all of them at once."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from generator.catalog.scripts import Script, read_script
from generator.errors import GuideError, Place, Problem
from generator.reading import Model, build, read_yaml

M = TypeVar("M", bound=Model)
T = TypeVar("T")


RULES = (
    "how_many", "mix", "schedule", "routes", "letters", "changes", "verdicts", "goals", "limits", "offers", "messages",
    "ranking", "application_list", "calendar",
)  # fmt: skip


def path_of(field: str) -> str:
    """Where the file of this name in the catalog lies below the content folder.

    >>> path_of("how_many"), path_of("cost_table"), path_of("tasks")
    ('rules/how-many.yml', 'rules/costs.yml', 'data/tasks.yml')
    """
    if field == "cost_table":
        return "rules/costs.yml"
    return f"rules/{field.replace('_', '-')}.yml" if field in RULES else f"data/{field}.yml"


class Reader:
    """Reads files below a content folder and remembers what is wrong with them."""

    def __init__(self, content: Path, *, name: str = "content") -> None:
        """Nothing read yet."""
        self._content, self._name = content, name
        self.problems: list[Problem] = []
        self.files: list[str] = []

    def one(self, model: type[M], path: str) -> M | None:
        """A file as its model, or None with its mistakes remembered."""
        self.files.append(path)
        return self._tried(lambda: build(model, read_yaml(self._content / path, file=f"{self._name}/{path}")))

    def folder(self, model: type[M], path: str) -> tuple[M, ...]:
        """Every YAML file of a folder, in the order of their names."""
        found = sorted((self._content / path).glob("*.yml"))
        return tuple(self._read(self.one(model, f"{path}/{file.name}") for file in found))

    def scripts(self) -> tuple[Script, ...]:
        """Every script, in the order of their names."""
        found = sorted((self._content / "scripts").glob("*.md"))
        return tuple(self._read(self._script(file) for file in found))

    def finish(self) -> None:
        """All is read; what was wrong is raised."""
        if self.problems:
            raise GuideError(self.problems)

    def _script(self, path: Path) -> Script | None:
        return self._tried(lambda: read_script(path, file=f"{self._name}/scripts/{path.name}"))

    def _read(self, results: Iterable[T | None]) -> Iterable[T]:
        return (result for result in results if result is not None)

    def _tried(self, read: Callable[[], T]) -> T | None:
        try:
            return read()
        except GuideError as error:
            self.problems.extend(error.problems)
        except OSError as error:
            self.problems.append(Problem(Place(self._name), f"can't be read: {error}", "check the content folder"))
        return None
