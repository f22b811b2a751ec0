"""
Plain text, with places, out of what renderers write and people polish.

What a renderer adds by itself is left out: numbers of headings and captions, contents, running heads, drawings (whose figures
stand in the table beside them), the names of picture files.
"""

from __future__ import annotations

import importlib
import pathlib
from collections.abc import Callable, Mapping

from propsummary.errors import UnknownNameError
from propsummary.extract.pieces import Piece

__all__ = ["EXTRACTORS", "SUFFIXES", "Piece", "extract", "format_of", "sniff"]

#: The formats, with the module that reads each one; its function is called ``extract``.
EXTRACTORS: Mapping[str, str] = {
    "html": "propsummary.extract.html",
    "markdown": "propsummary.extract.markdown",
    "text": "propsummary.extract.text",
    "json": "propsummary.extract.json",
}

#: The endings of file names, with their formats.
SUFFIXES: Mapping[str, str] = {
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".json": "json",
}


def extract(content: str | bytes, format: str | None = None) -> tuple[Piece, ...]:
    """
    The pieces of text that a reader of *content* sees, in order.

    Args:
        content: A page, a document, a text; bytes are decoded like a draft's.

        format: One of `EXTRACTORS`; told from the content if left out.

    Raises:
        UnknownNameError: There is no such format.

    .. versionadded:: 0.1.0
    """
    text = (content if isinstance(content, str) else _decoded(content)).removeprefix("\ufeff")
    name = format or sniff(text)
    if name not in EXTRACTORS:
        raise UnknownNameError("format", name, tuple(EXTRACTORS))
    read: Callable[[str], tuple[Piece, ...]] = importlib.import_module(EXTRACTORS[name]).extract
    return read(text)


def format_of(file: str) -> str | None:
    """The format that the ending of a file name says."""
    return SUFFIXES.get(pathlib.PurePath(file).suffix.lower())


def sniff(text: str) -> str:
    """The format that *text* looks like; plain text if it looks like nothing else."""
    start = text.lstrip("\ufeff \t\r\n")[:200].casefold()
    if start.startswith(("<!doctype html", "<html")):
        return "html"
    return "json" if start.startswith("{") else "text"


def _decoded(data: bytes) -> str:
    """The text in *data*; what is in no known encoding is read as far as it goes."""
    from propsummary.serde._source import Refused
    from propsummary.serde.encodings import decode

    try:
        return decode(data)[0]
    except Refused:
        return data.decode("utf-8", errors="replace")
