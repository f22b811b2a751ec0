"""
Whether a picture says where it was taken: the GPS directory of its EXIF data (CIPA DC-008), or the same in XMP.

Only what is asked for is read, and never more than a bounded number of pieces; whatever is damaged says nothing.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO

__all__ = ["has_location"]

_PIECES = 512  # more segments or chunks than any camera writes
_LARGEST = 1 << 20  # bytes of one piece that are looked at
_ENTRIES = 512  # of one directory

_EXIF = b"Exif\x00\x00"
_XMP_PLACES = (b"exif:GPSLatitude", b"exif:GPSLongitude")
_GPS_DIRECTORY = 0x8825
_LATITUDE, _LONGITUDE = 2, 4
_RATIONAL = 5


def has_location(stream: BinaryIO) -> bool:
    """Whether the JPEG, PNG or WebP picture in *stream* holds a longitude and a latitude."""
    head = stream.read(12)
    if head.startswith(b"\xff\xd8"):
        stream.seek(2)
        pieces = _segments(stream)
    elif head.startswith(b"\x89PNG\r\n\x1a\n"):
        stream.seek(8)
        pieces = _chunks(stream, ">", name_first=False, trailer=4)
    elif head.startswith(b"RIFF") and head[8:] == b"WEBP":
        pieces = _chunks(stream, "<", name_first=True, trailer=0)
    else:
        return False
    return any(_is_placed(piece) for piece in pieces)


def _segments(stream: BinaryIO) -> Iterator[bytes]:
    """The APP1 segments of a JPEG, which stand before the picture itself."""
    for _ in range(_PIECES):
        mark = stream.read(2)
        if len(mark) < 2 or mark[0] != 0xFF or mark[1] in (0xD9, 0xDA):  # the picture begins or ends
            return
        if mark[1] == 0xFF:  # a fill byte
            stream.seek(-1, 1)
            continue
        if mark[1] == 0x01 or 0xD0 <= mark[1] <= 0xD8:  # marks without a length
            continue
        size = stream.read(2)
        if len(size) < 2 or (length := int.from_bytes(size, "big") - 2) < 0:
            return
        if mark[1] == 0xE1:
            yield stream.read(length)
        else:
            stream.seek(length, 1)


def _chunks(stream: BinaryIO, order: str, *, name_first: bool, trailer: int) -> Iterator[bytes]:
    """The chunks of a PNG or WebP that may hold EXIF data or XMP."""
    for _ in range(_PIECES):
        head = stream.read(8)
        if len(head) < 8:
            return
        name, size = (head[:4], head[4:]) if name_first else (head[4:], head[:4])
        length: int = struct.unpack(order + "I", size)[0]
        padded = length + (length % 2 if name_first else 0) + trailer
        if name in (b"eXIf", b"EXIF", b"XMP ", b"iTXt"):
            looked_at = min(length, _LARGEST)
            yield stream.read(looked_at)
            padded -= looked_at
        stream.seek(padded, 1)


def _is_placed(piece: bytes) -> bool:
    if all(place in piece for place in _XMP_PLACES):
        return True
    tiff = piece.removeprefix(_EXIF)
    order = {b"II*\x00": "<", b"MM\x00*": ">"}.get(tiff[:4])
    if order is None:
        return False
    try:
        return _has_place(tiff, order)
    except (struct.error, ValueError):  # cut off, or pointing nowhere
        return False


def _has_place(tiff: bytes, order: str) -> bool:
    directory = _directory(tiff, order, struct.unpack_from(order + "I", tiff, 4)[0])
    if _GPS_DIRECTORY not in directory:
        return False
    places = _directory(tiff, order, directory[_GPS_DIRECTORY][2])
    return all(_says_degrees(tiff, order, places.get(tag)) for tag in (_LATITUDE, _LONGITUDE))


def _directory(tiff: bytes, order: str, at: int) -> dict[int, tuple[int, int, int]]:
    """The entries of a directory: type, count and value (or where the value is) by tag."""
    count: int = struct.unpack_from(order + "H", tiff, at)[0]
    entries = (struct.unpack_from(order + "HHII", tiff, at + 2 + 12 * i) for i in range(min(count, _ENTRIES)))
    return {tag: (kind, number, value) for tag, kind, number, value in entries}


def _says_degrees(tiff: bytes, order: str, entry: tuple[int, int, int] | None) -> bool:
    """Whether the entry holds degrees; a camera without reception writes 0/0 or nothing."""
    if entry is None or entry[0] != _RATIONAL or not 1 <= entry[1] <= 3:
        return False
    values = struct.unpack_from(order + "II" * entry[1], tiff, entry[2])
    return any(above for above, below in zip(values[::2], values[1::2], strict=True) if below)
