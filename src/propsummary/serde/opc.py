"""Packages of Office (DOCX, XLSX, PPTX), looked at before any library opens them."""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib
from typing import IO

import attrs

from propsummary.serde._source import Refused

__all__ = ["PackageLimits", "guard"]

_CHUNK = 1 << 16
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})  # the only ones that these packages know
_ENCRYPTED = 0x1
_MARKUP = re.compile(rb"^[\x00\xfe\xff\xef\xbb\xbf \t\r\n]*<")
_DECLARATION = re.compile(rb"<\x00?!\x00?(?:D\x00?O\x00?C|E\x00?N\x00?T)", re.IGNORECASE)
_LONGEST_DECLARATION = 16  # bytes of what is looked for, which may lie across two chunks
_BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


@attrs.frozen(kw_only=True)
class PackageLimits:
    """
    How much a package may hold before it is refused (SHP008).

    Attributes:
        parts: Files in it.

        total: Bytes of all its parts, unpacked; the package itself is no larger either.

        part: Bytes of one part, unpacked.

        markup: Bytes of one part that is XML, which takes many times as much once it is parsed.

        ratio: How many times as large as packed a part may be, as soon as it has more than *small* bytes.

        small: Bytes that do no harm however well they are packed.
    """

    parts: int = 2_000
    total: int = 200 << 20
    part: int = 64 << 20
    markup: int = 32 << 20
    ratio: int = 120
    small: int = 1 << 20


def guard(content: bytes, *, limits: PackageLimits = PackageLimits()) -> None:
    """
    See that *content* is a package that can be opened without harm.

    That is a sound archive of moderate size, unpacked too, without parts of one name, names that lead out of it, locked parts,
    and document type declarations, through which a few lines of XML can grow without end or fetch files.

    Raises:
        Refused: It is not: SHP001 for what is broken or forbidden, SHP008 for what is too much.
    """
    if len(content) > limits.total:
        raise Refused("SHP008", "package_size", None, limit=limits.total)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            _check_listing(package.infolist(), limits)
            for part in package.infolist():
                with package.open(part) as opened:
                    _check_content(opened, part.filename, limits)
    except _BROKEN as error:
        raise Refused("SHP001", "package", None) from error


def _check_listing(parts: list[zipfile.ZipInfo], limits: PackageLimits) -> None:
    """
    See that what the package says of its parts is harmless.

    Raises:
        Refused: It is not.
    """
    if len(parts) > limits.parts:
        raise Refused("SHP008", "package_parts", None, limit=limits.parts)
    if sum(part.file_size for part in parts) > limits.total:
        raise Refused("SHP008", "package_size", None, limit=limits.total)
    seen = set[str]()
    for part in parts:
        name = part.filename
        if part.flag_bits & _ENCRYPTED:
            raise Refused("SHP001", "package_locked", None)
        if name.casefold() in seen or name.startswith("/") or "\\" in name or ".." in name.split("/"):
            raise Refused("SHP001", "package_name", None, part=name[:80])
        if part.compress_type not in _METHODS:
            raise Refused("SHP001", "package", None)
        packed = max(part.compress_size, 1)
        if part.file_size > limits.part or (part.file_size > limits.small and part.file_size > limits.ratio * packed):
            raise Refused("SHP008", "package_part", None, part=name[:80])
        seen.add(name.casefold())


def _check_content(opened: IO[bytes], name: str, limits: PackageLimits) -> None:
    """
    See that a part that is XML, whatever it is called, is not too long and declares no document type.

    Raises:
        Refused: It is not XML that can be parsed without harm.
    """
    chunk = opened.read(_CHUNK)
    if not _MARKUP.match(chunk) or name.casefold().endswith(".svg"):  # drawings come with declarations; nobody parses them
        return
    size, tail = 0, b""
    while chunk:
        size += len(chunk)
        if size > limits.markup:
            raise Refused("SHP008", "package_part", None, part=name[:80])
        if _DECLARATION.search(tail + chunk):
            raise Refused("SHP001", "package_declaration", None, part=name[:80])
        tail = chunk[-_LONGEST_DECLARATION:]
        chunk = opened.read(_CHUNK)
