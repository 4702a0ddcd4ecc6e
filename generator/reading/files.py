"""A file's bytes as text, or a plain word about why that cannot be."""

import re
from pathlib import Path

from generator.errors import GuideError, Place, Problem
from generator.reading.nearest import did_you_mean

LIMIT = 1_000_000
TOO_BIG = f"this file is larger than {LIMIT:,} bytes"
SAVE_AS_UTF8 = "save it again as UTF-8 text"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
REFUSED = re.compile("[^\\t\\n\\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
LINE_ENDS = re.compile(r"\r\n|\r|\n")


def read_text(path: Path, file: str) -> str:
    """The text of the file; `file` is its name in messages."""
    return _decoded(content_of(path, file), file)


def content_of(path: Path, file: str, *, limit: int = LIMIT + 3) -> bytes:
    """The bytes of the file; of one that is larger than the limit, no more than one byte beyond it."""
    try:
        _check_kind(path, file)
        with path.open("rb") as stream:
            return stream.read(limit + 1)
    except FileNotFoundError:
        raise _alone(Place(file), "there is no such file", _sibling(path)) from None
    except (OSError, ValueError) as error:
        raise _alone(Place(file), f"this file cannot be opened: {_reason(error)}") from None


def checked(text: str, file: str) -> str:
    """The text without a byte order mark; it has no character that a text file should not hold."""
    if len(text.encode("utf-8", "surrogatepass")) > LIMIT:
        raise _too_big(file)
    text = text.removeprefix("\ufeff")
    first = {match.group(): match.start() for match in reversed(list(REFUSED.finditer(text)))}
    if first:
        raise GuideError(_refused(character, spot_of(text[:start], file)) for character, start in first.items())
    return text


def spot_of(before: str, file: str) -> Place:
    """The place right after the text."""
    lines = LINE_ENDS.split(before)
    return Place(file, len(lines), len(lines[-1]) + 1)


def _check_kind(path: Path, file: str) -> None:
    """A folder cannot be read, and a pipe might never end."""
    if path.is_dir():
        raise _alone(Place(file), "this is a folder, not a file", "give the name of a file in it")
    if path.exists() and not path.is_file():
        raise _alone(Place(file), "this is not an ordinary file", "give the name of a text file")


def _decoded(content: bytes, file: str) -> str:
    if content.startswith(UTF_16):
        raise _alone(Place(file), "this file is saved as UTF-16", SAVE_AS_UTF8)
    if len(content) > LIMIT:
        raise _too_big(file)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        place = spot_of(content[: error.start].decode("utf-8").removeprefix("\ufeff"), file)
        what = f"the byte 0x{content[error.start]:02x} is not part of UTF-8 text"
        raise _alone(place, what, SAVE_AS_UTF8) from None


def _refused(character: str, place: Place) -> Problem:
    hint = "delete it; most editors do not show it"
    if character == "\0":
        hint += f"; or the file is no UTF-8 text, then {SAVE_AS_UTF8}"
    return Problem(place, f"the character U+{ord(character):04X} cannot stand in this file", hint)


def _sibling(path: Path) -> str:
    try:
        return did_you_mean(path.name, sorted(neighbor.name for neighbor in path.parent.iterdir()))
    except OSError:
        return ""


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()


def _too_big(file: str) -> GuideError:
    return _alone(Place(file), TOO_BIG, "check that it is the right file, or split it")


def _alone(place: Place, what: str, hint: str = "") -> GuideError:
    return GuideError([Problem(place, what, hint)])
