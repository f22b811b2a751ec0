"""Any file that a draft can be, to a draft."""

from __future__ import annotations

import pathlib
from collections.abc import Mapping

from propsummary import serde
from propsummary.errors import UnknownNameError
from propsummary.model import Draft

__all__ = ["FORMATS", "format_of", "read_bytes", "read_file"]

#: The endings of file names, with their formats: summaries as data, prose, and workbooks that were filled in.
FORMATS: Mapping[str, str] = {
    **serde.FORMATS,
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".docx": "docx",
    ".xlsx": "xlsx",
}

_LARGEST = 64_000_000  # bytes of a Word file or workbook; photos are inside
_PACKAGE = b"PK\x03\x04"
_FOREIGN = (b"\xd0\xcf\x11\xe0", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf")


def read_file(path: pathlib.Path, *, format: str | None = None) -> Draft:
    """
    Read a draft from a file; its photos are looked for in the folder of the file.

    Args:
        format: One of `FORMATS`; told from the file's name, else from its content, if left out.

    Raises:
        OSError: The file cannot be opened.

        UnknownNameError: There is no such format.
    """
    with path.open("rb") as stream:
        data = stream.read(_LARGEST + 1)
    return read_bytes(data, format, file=str(path), folder=path.parent)


def read_bytes(data: bytes, format: str | None = None, *, file: str = "", folder: pathlib.Path | None = None) -> Draft:
    """
    Read a draft from the bytes of a file.

    Args:
        format, file, folder: As for `read_file`; a format that is not given is told from *file*, else from *data*.

    Raises:
        UnknownNameError: There is no such format.
    """
    chosen = format or format_of(file) or _sniffed(data)
    if format and chosen not in FORMATS.values():
        raise UnknownNameError("format", format, tuple(dict.fromkeys(FORMATS.values())))
    if chosen == "xlsx":
        from propsummary.drafts.workbook import read_workbook

        return read_workbook(data, file=file, folder=folder)
    if chosen in ("docx", "markdown", "text") or data.startswith((_PACKAGE, *_FOREIGN)):
        from propsummary.drafts import read_prose

        return read_prose(data, format=chosen, file=file, folder=folder)
    return serde.read_bytes(data, chosen, file=file, folder=folder)


def format_of(file: str) -> str | None:
    """The format that the ending of a file name says."""
    return FORMATS.get(pathlib.PurePath(file).suffix.lower())


def _sniffed(data: bytes) -> str | None:
    """The format of a file without a telling name: packages by their parts, texts as data unless they are told to be prose."""
    if data.startswith(_PACKAGE):
        return "xlsx" if b"xl/workbook.xml" in data else "docx"
    return None
