"""A file of prose, whatever it is, to an outline; what cannot be read is told in one sentence, with what to do."""

from __future__ import annotations

import pathlib
import re
from typing import NoReturn

import attrs

from propsummary.catalogue.codes import Words, code_info, say
from propsummary.drafts.outline import Outline
from propsummary.problems import Problem
from propsummary.serde._source import UNFIT, Limits, Refused
from propsummary.serde.encodings import decode

__all__ = ["FORMATS", "open_outline"]

#: The formats of prose, with the endings of their files' names.
FORMATS = {".md": "markdown", ".markdown": "markdown", ".txt": "text", ".docx": "docx", ".docm": "docx", ".dotx": "docx"}

_LIMITS = Limits(size=1_000_000)  # five hundred pages of text
_PACKAGE = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKDOWN = re.compile(r"^ {0,3}#{1,6} \S|^ {0,3}\|?[ :]*-{3,}[ :]*\|", re.MULTILINE)
_BOLD = re.compile(r"\*\*[^\s*][^\n*]{0,80}\*\*")

_WORD, _EXCEL = Words("Word或WPS", "Word"), Words("Excel或WPS", "Excel")
_EITHER = Words("Word、Excel或WPS", "Word or Excel")


@attrs.frozen
class _Foreign:
    """A kind of file that is not read: what it is called, and what it becomes in which program."""

    kind: Words
    program: Words
    suffix: str


_OLD_WORD = _Foreign(Words("旧版Word文件（.doc）", "an old Word file (.doc)"), _WORD, ".docx")
_OLD_EXCEL = _Foreign(Words("旧版Excel文件（.xls）", "an old Excel file (.xls)"), _EXCEL, ".xlsx")
_RICH_TEXT = _Foreign(Words("RTF文件", "an RTF file"), _WORD, ".docx")
_WEB_PAGE = _Foreign(Words("网页文件", "a web page"), _WORD, ".docx")
_OPEN_DOCUMENT = _Foreign(
    Words("OpenDocument文件", "an OpenDocument file"), Words("Word、WPS或LibreOffice", "Word or LibreOffice"), ".docx"
)
_OLD_OFFICE = _Foreign(Words("旧版Office文件（.doc、.xls）", "an old Office file (.doc, .xls)"), _EITHER, ".docx/.xlsx")

#: WPS keeps its own documents in the same container as the old Office, so only the name tells.
_WPS = {
    ".wps": _Foreign(Words("WPS文字文件（.wps）", "a WPS Writer file (.wps)"), Words("WPS", "WPS"), ".docx"),
    ".et": _Foreign(Words("WPS表格文件（.et）", "a WPS Spreadsheets file (.et)"), Words("WPS", "WPS"), ".xlsx"),
}
#: The streams of compound files, in the order in which they tell.
_STREAMS = (("WordDocument", _OLD_WORD), ("Workbook", _OLD_EXCEL), ("Book", _OLD_EXCEL))
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_ARCHIVES = (b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"\x1f\x8b")
_HTML = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<html|mime-version:)", re.IGNORECASE)


def open_outline(content: bytes, format: str | None = None, *, file: str = "") -> Outline:
    """
    The outline of a file.

    Args:
        content: The file's bytes, in whatever encoding.

        format: ``markdown``, ``text`` or ``docx``; told from the content and the name if left out. What the content shows beyond
            doubt counts all the same: a Word file by any other name is one.

        file: The name that spans carry.

    Raises:
        MissingExtraError: It is a Word file, and the packages of the extra ``docx`` are not there. Whatever is wrong with the file
            becomes a problem of the outline (SHP001, SHP008).

    .. versionadded:: 0.1.0
    """
    suffix = pathlib.PurePath(file).suffix.lower()
    try:
        _refuse_foreign(content, suffix)
        if content.startswith(_PACKAGE) or format == "docx" or (format is None and FORMATS.get(suffix) == "docx"):
            from propsummary.drafts import word

            return word.outline(content, file=file)
        return _text_outline(content, format or FORMATS.get(suffix), file)
    except Refused as refused:
        return Outline(file=file, problems=tuple(_problem(one) for one in (refused, *refused.also)))


def _text_outline(content: bytes, format: str | None, file: str) -> Outline:
    """
    The outline of a text file.

    Raises:
        Refused: It is too large, empty, or no text.
    """
    if len(content) > _LIMITS.size:
        raise Refused("SHP008", "size", None, limit=_LIMITS.size)
    source, encoding = decode(content)
    text = UNFIT.sub(" ", source)  # what comes along when text is copied out of tables; columns stay as they are
    if not text.strip("\ufeff \t\r\n\u3000"):
        raise Refused("SHP002", "empty")
    if format == "markdown" or _MARKDOWN.search(text) or len(_BOLD.findall(text)) > 1:
        from propsummary.drafts import markdown

        found = markdown.outline(text, file=file, encoding=encoding)
    else:
        from propsummary.drafts import text as plain

        found = plain.outline(text, file=file, encoding=encoding)
    return attrs.evolve(found, source=source)


def _refuse_foreign(content: bytes, suffix: str) -> None:
    """
    See that *content* may be prose that can be read.

    Raises:
        Refused: It is a file of another kind.
    """
    if content.startswith(_COMPOUND):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise Refused("SHP001", "package_locked")
        if suffix == ".dps" or "PowerPoint Document".encode("utf-16-le") in content:
            raise Refused("SHP001", "foreign_slides")
        named = (kind for stream, kind in _STREAMS if stream.encode("utf-16-le") in content)
        _refuse(_WPS.get(suffix) or next(named, _OLD_OFFICE))
    if content.startswith(_PACKAGE):
        _refuse_package(content, suffix)
    if b"%PDF-" in content[:1024]:
        raise Refused("SHP001", "foreign_pdf")
    bitmap = content.startswith(b"BM") and content[6:10] == bytes(4)
    if content.startswith(_PICTURES) or bitmap or (content.startswith(b"RIFF") and content[8:12] == b"WEBP"):
        raise Refused("SHP001", "foreign_picture")
    if content.startswith(_ARCHIVES):
        raise Refused("SHP001", "foreign_archive")
    if content.startswith(b"{\\rtf"):
        _refuse(_RICH_TEXT)
    if _HTML.match(content):
        _refuse(_WEB_PAGE)


def _refuse_package(content: bytes, suffix: str) -> None:
    """
    See that a package is a Word file, as far as the names of its parts tell, which stand in it unpacked.

    Raises:
        Refused: It is another kind of package.
    """
    if b"word/" in content:
        return
    if b"xl/" in content:
        looks = Words("Excel文件", "an Excel file")
        raise Refused("SHP001", "other_format", said=suffix or "docx", looks=looks, suffix=".xlsx", format="xlsx")
    if b"ppt/" in content:
        raise Refused("SHP001", "foreign_slides")
    if b"mimetypeapplication/vnd.oasis.opendocument" in content[:200]:
        _refuse(_OPEN_DOCUMENT)
    if b"[Content_Types].xml" not in content:
        raise Refused("SHP001", "foreign_archive")


def _refuse(foreign: _Foreign) -> NoReturn:
    """
    Refuse a file, saying what it is to be saved as.

    Raises:
        Refused: Always.
    """
    raise Refused("SHP001", "foreign", kind=foreign.kind, program=foreign.program, suffix=foreign.suffix)


def _problem(refused: Refused) -> Problem:
    info = code_info(refused.code)
    zh, en = say(info, refused.key, refused.arguments)
    return Problem(code=info.code, name=info.name, severity=info.severity, zh=zh, en=en)
