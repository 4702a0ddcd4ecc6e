"""A file whose content is replaced in one step, the former content kept beside it."""

import os
import shutil
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from generator.errors import GuideError, Place, Problem

CHANGED = "this file was changed while you looked at the difference; nothing is written"
AS_IT_WAS = "it is as it was"


def replaced(path: Path, *, old: bytes, new: bytes, file: str) -> Path:
    """Put the new content in the place of the old, wherever a link leads; what comes back is the copy of the old.

    Whoever reads the file meanwhile finds one of the two, whole.
    """
    target = path.resolve()
    if target.read_bytes() != old:
        raise GuideError([Problem(Place(file), CHANGED, "give the command once more")])
    copy = path.with_name(f"{path.name}.bak")
    try:
        put(copy, old, like=target)
        put(target, new, like=target)
    except OSError as error:
        raise GuideError([Problem(Place(file), f"this file {not_written(error)}", AS_IT_WAS)]) from None
    return copy


def not_written(error: OSError) -> str:
    """Why a file could not be written, behind its name."""
    return f"can't be written: {(error.strerror or str(error)).lower()}"


def put(path: Path, content: bytes, *, like: Path) -> None:
    """Write beside the file first, with the permissions of another, and then rename."""
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp", delete=False) as stream:
        try:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
            stream.close()
            shutil.copymode(like, stream.name)
            Path(stream.name).replace(path)
        except BaseException:
            with suppress(OSError):
                Path(stream.name).unlink()
            raise
