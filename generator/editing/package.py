"""A workbook's bytes as an open workbook, or a plain word about why that cannot be."""

import warnings
from collections.abc import Iterator, Set
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from generator.errors import GuideError, Place, Problem
from generator.reading.files import content_of

LARGEST = 20_000_000
MOST_XML = 20_000_000
MOST_PARTS = 2_000
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
LOCKED = "EncryptedPackage".encode("utf-16-le")
WHERE = "choose File, Save as"
AS_XLSX = f"open it in Excel or LibreOffice, {WHERE}, and take the format Excel Workbook (.xlsx)"
ANOTHER_COPY = "open it in Excel or LibreOffice and save it again, or take a copy that opens there"
DAMAGED = ("this workbook can't be read; it may be damaged", ANOTHER_COPY)
TOO_BIG = ("this workbook is far larger than a tracker gets", "check that it is the right file")
NO_WORKBOOK = ("this is no workbook", "give the name of the tracker that you downloaded from your guide and changed")
Saying = tuple[str, str]


def opened(path: Path, file: str) -> Workbook:
    """The workbook, formulas as they were typed; `file` is its name in messages."""
    content = content_of(path, file, limit=LARGEST)
    try:
        book = _refusal(content) or _loaded(content)
    except Exception:  # zipfile and openpyxl let out whatever a broken part of a workbook leads them to
        book = DAMAGED
    if isinstance(book, Workbook):
        return book
    raise GuideError([Problem(Place(file), *book)])


def _loaded(content: bytes) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return load_workbook(BytesIO(content), keep_links=False)


def _refusal(content: bytes) -> Saying | None:
    if len(content) > LARGEST:
        return TOO_BIG
    if content.startswith(OLE):
        return _old_or_locked(content)
    if not content.startswith(ZIP):
        return NO_WORKBOOK
    with ZipFile(BytesIO(content)) as package:
        return next(_refusals(package), None)


def _old_or_locked(content: bytes) -> Saying:
    if LOCKED in content:
        return "this workbook is locked with a password", "open it, take the password away, and save it"
    return "this is a file of an older Excel (.xls)", AS_XLSX


def _refusals(package: ZipFile) -> Iterator[Saying]:
    parts = package.infolist()
    xml = [part for part in parts if part.filename.endswith((".xml", ".rels", ".vml"))]
    if len(parts) > MOST_PARTS or sum(part.file_size for part in xml) > MOST_XML:
        yield TOO_BIG
    yield from _other_formats(package, {part.filename for part in parts})
    if any(b"<!DOCTYPE" in package.read(part) for part in xml):
        yield DAMAGED


def _other_formats(package: ZipFile, names: Set[str]) -> Iterator[Saying]:
    if "mimetype" in names:
        yield "this is a file of OpenDocument (.ods)", AS_XLSX
    if "xl/workbook.bin" in names:
        yield "this is a binary workbook (.xlsb)", AS_XLSX
    if not {"[Content_Types].xml", "xl/workbook.xml"} <= names:
        yield NO_WORKBOOK
    elif b"macroEnabled" in package.read("[Content_Types].xml"):
        yield "this workbook holds macros (.xlsm)", AS_XLSX
