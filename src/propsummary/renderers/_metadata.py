"""Pictures without what cameras and programs wrote into them: place, time, owner, thumbnails; every pixel stays."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

__all__ = ["without_metadata"]

_MOST_PIXELS = 60_000_000
_START, _END = b"\xff\xd8", b"\xff\xd9"
_SCAN, _APPLICATION, _COMMENT, _EXIF = 0xDA, range(0xE0, 0xF0), 0xFE, 0xE1
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_ALONE = {0x01, *range(0xD0, 0xD8)}  # markers that nothing belongs to
_NEXT_MARKER = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
_NEEDED = (b"JFIF\0", b"ICC_PROFILE\0", b"Adobe")  # without them colours would change
_PNG_KEPT = {b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT", b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT"}
_WEBP_KEPT = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"}
_WEBP_TOLD = 0b1100  # bits of the header that announce Exif and XMP


def without_metadata(kind: str, content: bytes) -> bytes | None:
    """
    The picture of media type *kind* without its metadata, but for the way a JPEG is to be turned.

    None if it is broken or has more than 60 million pixels.

    What follows the end of the picture, such as the film of a moving photo, goes as well.
    """
    strip = _STRIP[kind]
    try:
        return strip(content)
    except (IndexError, ValueError):
        return None


def _number(content: bytes, at: int, size: int, *, little: bool = False) -> int:
    """The number of *size* bytes that begins at *at*."""
    digits = content[at : at + size]
    if len(digits) < size:
        raise IndexError(at)
    return int.from_bytes(digits, "little" if little else "big")


def _part(content: bytes, at: int, size: int) -> bytes:
    """The *size* bytes that begin at *at*."""
    part = content[at : at + size]
    if len(part) < size:
        raise IndexError(at)
    return part


def _refuse_beyond_limit(width: int, height: int) -> None:
    if width * height > _MOST_PIXELS:
        raise ValueError("too many pixels")


def _jpeg(content: bytes) -> bytes:
    turned, kept, framed = 1, [], False
    for marker, segment in _segments(content):
        if marker == _EXIF:
            turned = _orientation(segment) or turned
        if marker in _FRAMES:
            _refuse_beyond_limit(_number(segment, 5, 2), _number(segment, 3, 2))
            framed = True
        if segment[2:].startswith(_NEEDED) if marker in _APPLICATION else marker != _COMMENT:
            kept.append(bytes((0xFF, marker)) + segment)
    if not framed:
        raise ValueError("no picture")
    return b"".join([_START, _turning(turned) if turned != 1 else b"", *kept, _END])


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Markers with what belongs to them, length first; a scan with its data, which may lack its end."""
    at = len(_START)
    while True:
        if content[at] != 0xFF:
            raise ValueError("no marker")
        while content[at] == 0xFF:
            at += 1
        marker, at = content[at], at + 1
        if marker == _END[1]:
            return
        if marker in _ALONE:
            continue
        end = at + max(_number(content, at, 2), 2)
        if marker == _SCAN:
            found = _NEXT_MARKER.search(content, end)
            end = found.start() if found else len(content)
        yield marker, _part(content, at, end - at)
        at = end
        if at == len(content):
            return


def _orientation(segment: bytes) -> int:
    """Which way up the picture is by its Exif segment, 1 to 8; 0 if it does not say."""
    if segment[2:8] != b"Exif\0\0":
        return 0
    tiff, little = segment[8:], segment[8:10] == b"II"
    try:
        first = _number(tiff, 4, 4, little=little)
        entries = (first + 2 + 12 * n for n in range(_number(tiff, first, 2, little=little)))
        found = next((at for at in entries if _number(tiff, at, 2, little=little) == 0x0112), None)
        turned = _number(tiff, found + 8, 2, little=little) if found else 0
    except IndexError:
        return 0
    return turned if 1 <= turned <= 8 else 0


def _turning(orientation: int) -> bytes:
    """An Exif segment that says nothing but which way up the picture is."""
    entry = b"\x01\x12\0\x03\0\0\0\x01" + bytes((0, orientation, 0, 0))
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01" + entry + bytes(4)
    return bytes((0xFF, _EXIF)) + (len(exif) + 2).to_bytes(2, "big") + exif


def _png(content: bytes) -> bytes:
    at, kept = 8, [content[:8]]
    while True:
        size, name = _number(content, at, 4), _part(content, at + 4, 4)
        chunk = _part(content, at, size + 12)
        if at == 8 and name != b"IHDR":
            raise ValueError("no header")
        if at == 8:
            _refuse_beyond_limit(_number(content, 16, 4), _number(content, 20, 4))
        if name[:1].isupper() or name in _PNG_KEPT:
            kept.append(chunk)
        at += len(chunk)
        if name == b"IEND":
            return b"".join(kept)


def _gif(content: bytes) -> bytes:
    _refuse_beyond_limit(_number(content, 6, 2, little=True), _number(content, 8, 2, little=True))
    at = 13 + _colours(content, 10)
    kept = [_part(content, 0, at)]
    while (block := content[at]) != 0x3B:
        begin = at
        if block == 0x21:
            label, at = content[at + 1], _blocks_end(content, at + 2)
            plain = label in (0x01, 0xF9) or content[begin + 3 : begin + 11] == b"NETSCAPE"
        elif block == 0x2C:
            at, plain = _blocks_end(content, at + 11 + _colours(content, at + 9)), True
        else:
            raise ValueError("no block")
        kept.append(content[begin:at] if plain else b"")
    return b"".join(kept) + b";"


def _colours(content: bytes, at: int) -> int:
    """Bytes of the table of colours that the flags at *at* announce."""
    return 3 << (content[at] & 7) + 1 if content[at] & 0x80 else 0


def _blocks_end(content: bytes, at: int) -> int:
    """Where the blocks of data that begin at *at* end."""
    while size := content[at]:
        at += size + 1
    return at + 1


def _webp(content: bytes) -> bytes:
    at, kept = 12, []
    while at < len(content) and len(content) - at >= 8:
        name, size = content[at : at + 4], _number(content, at + 4, 4, little=True)
        chunk = _part(content, at, 8 + size) + b"\0" * (size % 2)
        if name == b"VP8X":  # the other kinds have no more than 16,383 pixels a side
            _refuse_beyond_limit(_number(chunk, 12, 3, little=True) + 1, _number(chunk, 15, 3, little=True) + 1)
            chunk = chunk[:8] + bytes((chunk[8] & ~_WEBP_TOLD,)) + chunk[9:]
        if name in _WEBP_KEPT:
            kept.append(chunk)
        at += len(chunk)
    body = b"WEBP" + b"".join(kept)
    if not kept:
        raise ValueError("no picture")
    return b"RIFF" + len(body).to_bytes(4, "little") + body


_STRIP: dict[str, Callable[[bytes], bytes]] = {"image/jpeg": _jpeg, "image/png": _png, "image/gif": _gif, "image/webp": _webp}
