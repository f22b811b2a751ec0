"""Bytes to text: the encodings that Chinese offices save files in, and the files that are no text at all."""

from __future__ import annotations

import codecs
import re

from propsummary.catalogue.codes import Words
from propsummary.serde._source import Refused

__all__ = ["decode"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_WORD = Words("Word文件", "a Word file")
_EXCEL = Words("Excel文件", "an Excel file")
_SLIDES = Words("PowerPoint文件", "a PowerPoint file")
_ZIP = Words("压缩包", "an archive")
_PICTURE = Words("图片", "a picture")

#: How files begin that are no text, and what they are.
_KINDS = (
    (b"PK\x03\x04", _ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Words("旧版Office文件（.doc、.xls、.ppt）", "an old Office file (.doc, .xls, .ppt)")),
    (b"%PDF-", Words("PDF文件", "a PDF file")),
    (b"{\\rtf", Words("RTF文件", "an RTF file")),
    (b"\x1f\x8b", _ZIP),
    (b"7z\xbc\xaf\x27\x1c", _ZIP),
    (b"Rar!\x1a\x07", _ZIP),
    (b"\x89PNG\r\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"SQLite format 3\x00", Words("数据库文件", "a database file")),
)
_OFFICE = ((b"word/", _WORD), (b"xl/", _EXCEL), (b"ppt/", _SLIDES))

#: What texts of this trade are made of: ASCII, Chinese, and the signs and letters that go with them.
_USUAL = re.compile("[\t\n\r -~\u00a0-\u00ff\u2000-\u27ff\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]")
_CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_PAIR = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]")
_COMMON_BIG5 = re.compile(rb"[\xa1-\xc6][\x40-\x7e\xa1-\xfe]")
_RARE_IN_GBK = re.compile(rb"[\x81-\xa0\xaa-\xfe][\x40-\xa0]|[\x81-\xa0\xf8-\xfe][\xa1-\xfe]")


def decode(data: bytes) -> tuple[str, str]:
    """
    The text that *data* holds, and the name of its encoding.

    UTF-8 with or without a byte order mark, UTF-16, UTF-32 with one, and GB18030 (which GBK and GB2312 are parts of).

    Raises:
        Refused: It is none of these; what it is instead is said as far as it can be seen.
    """
    for beginning, kind in _KINDS:
        if data.startswith(beginning):
            raise Refused("SHP001", "no_text", None, kind=_kind_of_archive(data) if kind is _ZIP else kind)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding), encoding
    if b"\x00" in data:
        return _wide(data)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if _is_nearly_utf8(data):
            raise _bad_bytes(error) from None
        if _is_big5(data):
            raise Refused("SHP001", "big5", None) from None
        return _decoded(data, "gb18030"), "gb18030"


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise (_bad_bytes(error) if encoding == "utf-8-sig" else Refused("SHP001", "encoding", None)) from error


def _is_nearly_utf8(data: bytes) -> bool:
    """Whether it is UTF-8 but for a few bytes: in no other encoding do many characters of Chinese come out of it."""
    text = data.decode("utf-8", errors="replace")
    return len(_CHINESE.findall(text)) >= 5 * text.count("\ufffd")


def _bad_bytes(error: UnicodeDecodeError) -> Refused:
    """What to say of a text in UTF-8 that *error* stopped at."""
    before = error.object[: error.start].decode("utf-8")
    bad = error.object[error.start : error.end].hex(" ").upper()
    return Refused("SHP001", "bad_bytes", (len(before), len(before) + 1), line=before.count("\n") + 1, bytes=bad)


def _kind_of_archive(data: bytes) -> Words:
    """Office files are archives whose members lie in folders of telling names."""
    return next((kind for folder, kind in _OFFICE if folder in data), _ZIP)


def _wide(data: bytes) -> tuple[str, str]:
    """
    UTF-16 without its mark: in no other text of this trade stands a zero byte, unless by accident.

    Raises:
        Refused: It is no text.
    """
    for encoding in ("utf-16-le", "utf-16-be", "utf-8"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if len(text) - len(_USUAL.findall(text)) <= max(2, 0.02 * len(text)):
            return text, encoding
    raise Refused("SHP001", "binary", None)


def _is_big5(data: bytes) -> bool:
    """
    Whether it is Big5, which GB18030 decodes to nonsense without complaint.

    Nearly all that a Big5 text holds is common in Big5, and much of it rare in GBK; a traditional text in GBK is the contrary.
    """
    pairs = _PAIR.findall(data)
    common = sum(1 for pair in pairs if _COMMON_BIG5.match(pair))
    rare = sum(1 for pair in pairs if _RARE_IN_GBK.match(pair))
    if len(pairs) < 8 or common < 0.97 * len(pairs) or rare < 0.08 * len(pairs):
        return False
    try:
        data.decode("cp950")
    except UnicodeDecodeError:
        return False
    return True
