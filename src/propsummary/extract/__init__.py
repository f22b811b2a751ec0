"""
Plain text, with places, out of what renderers write and people polish.

What a renderer adds by itself is left out: numbers of headings, captions and pages, contents, drawings (whose figures stand in the
table beside them), the names of picture files, what a spreadsheet calculates. Native charts of Word and PowerPoint have no table
beside them: their figures are read from the chart, as it shows them. What only says once more what stands elsewhere is marked
(`Piece.role`): running heads, the sheets of a workbook beside its full report, the events of a series.
"""

from __future__ import annotations

import importlib
import pathlib
from collections.abc import Callable, Mapping

from propsummary.errors import PropsummaryError, UnknownNameError
from propsummary.extract._refusing import unreadable
from propsummary.extract.pieces import Piece, Role

__all__ = ["EXTRACTORS", "SUFFIXES", "Piece", "Role", "extract", "format_of", "sniff"]

#: The formats, with the module that reads each one; its function is called ``extract``.
EXTRACTORS: Mapping[str, str] = {
    "html": "propsummary.extract.html",
    "markdown": "propsummary.extract.markdown",
    "text": "propsummary.extract.text",
    "json": "propsummary.extract.json",
    "csv": "propsummary.extract.csv",
    "ics": "propsummary.extract.ics",
    "docx": "propsummary.extract.docx",
    "xlsx": "propsummary.extract.xlsx",
    "pptx": "propsummary.extract.pptx",
    "pdf": "propsummary.extract.pdf",
}

#: Packages of Office, by the folder that their parts lie in.
_PACKAGES: Mapping[bytes, str] = {b"word/": "docx", b"xl/": "xlsx", b"ppt/": "pptx"}
_PACKAGE, _PDF = b"PK\x03\x04", b"%PDF-"
#: The formats that are no text: what reads them takes bytes.
_FILES = frozenset({*_PACKAGES.values(), "pdf"})
_FAR = 1024  # bytes in front of which a PDF begins

#: The endings of file names, with their formats.
SUFFIXES: Mapping[str, str] = {
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".text": "text",
    ".json": "json",
    ".csv": "csv",
    ".ics": "ics",
    ".docx": "docx",
    ".docm": "docx",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".pptx": "pptx",
    ".pdf": "pdf",
}


def extract(content: str | bytes, format: str | None = None) -> tuple[Piece, ...]:
    """
    The pieces of text that a reader of *content* sees, in order.

    Args:
        content: A page, a document, a text; bytes of a text are decoded like a draft's.

        format: One of `EXTRACTORS`; told from the content if left out.

    Raises:
        UnknownNameError: There is no such format.

        UnreadableFileError: It is a Word, Excel, PowerPoint or PDF file that is broken, locked or too large.

        MissingExtraError: The packages that read such a file are not there.

    .. versionadded:: 0.1.0
    """
    name = format or sniff(content)
    if name not in EXTRACTORS:
        raise UnknownNameError("format", name, tuple(EXTRACTORS))
    read: Callable[[str | bytes], tuple[Piece, ...]] = importlib.import_module(EXTRACTORS[name]).extract
    if name in _FILES:
        return _read_file(read, content if isinstance(content, bytes) else content.encode("utf-8", "replace"), name)
    return read((content if isinstance(content, str) else _decoded(content)).removeprefix("\ufeff"))


def _read_file(read: Callable[[bytes], tuple[Piece, ...]], data: bytes, name: str) -> tuple[Piece, ...]:
    """
    What *read* finds in *data*, which may come from anybody.

    Raises:
        UnreadableFileError: It can do harm, or it is not what it is said to be.

        MissingExtraError: The packages that read it are not there.
    """
    from propsummary.serde._source import Refused
    from propsummary.serde.opc import guard

    try:
        if name != "pdf":
            guard(data)
        return read(data)
    except Refused as refused:
        raise unreadable(refused.code, refused.key, **refused.arguments) from refused
    except PropsummaryError:
        raise
    except Exception as error:  # whatever the libraries trip over in a broken file: they name no error of their own for that
        raise unreadable("SHP001", "package" if name != "pdf" else "pdf") from error


def format_of(file: str) -> str | None:
    """The format that the ending of a file name says."""
    return SUFFIXES.get(pathlib.PurePath(file).suffix.lower())


def sniff(content: str | bytes) -> str:
    """The format that *content* looks like; plain text if it looks like nothing else."""
    if isinstance(content, bytes):
        if content.startswith(_PACKAGE):
            return next((name for folder, name in _PACKAGES.items() if folder in content), "docx")
        if _PDF in content[:_FAR]:
            return "pdf"
        content = _decoded(content)
    start = content.lstrip("\ufeff \t\r\n")[:200].casefold()
    if start.startswith(("<!doctype html", "<html")):
        return "html"
    if start.startswith("begin:vcalendar"):
        return "ics"
    return "json" if start.startswith("{") else "text"


def _decoded(data: bytes) -> str:
    """The text in *data*; what is in no known encoding is read as far as it goes."""
    from propsummary.serde._source import Refused
    from propsummary.serde.encodings import decode

    try:
        return decode(data)[0]
    except Refused:
        return data.decode("utf-8", errors="replace")
