"""Small pictures that do and do not say where they were taken."""

from __future__ import annotations

import struct
import zlib

__all__ = ["exif", "jpeg", "png", "webp"]


def exif(*, order: str = "<", latitude: tuple[int, ...] = (36, 1, 40, 1, 12, 1), gps: bool = True) -> bytes:
    """A TIFF structure with a GPS directory that holds *latitude* as pairs of numerator and denominator."""
    head = (b"II*\x00" if order == "<" else b"MM\x00*") + struct.pack(order + "I", 8)
    if not gps:
        return head + struct.pack(order + "HHHIII", 1, 0x0112, 3, 1, 1 << (0 if order == "<" else 16), 0)
    first = struct.pack(order + "HHHIII", 1, 0x8825, 4, 1, 26, 0)
    values = 26 + 2 + 2 * 12 + 4
    entries = struct.pack(order + "HHHII", 2, 2, 5, 3, values) + struct.pack(order + "HHII", 4, 5, 3, values)
    return head + first + entries + struct.pack(order + "I", 0) + struct.pack(order + "6I", *latitude)


def jpeg(tiff: bytes = b"", *, xmp: bytes = b"") -> bytes:
    """A JPEG without a picture, with EXIF data and XMP."""
    segments = [b"Exif\x00\x00" + tiff] if tiff else []
    segments += [b"http://ns.adobe.com/xap/1.0/\x00" + xmp] if xmp else []
    app0 = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    return b"\xff\xd8" + app0 + b"".join(b"\xff\xe1" + struct.pack(">H", len(s) + 2) + s for s in segments) + b"\xff\xd9"


def png(tiff: bytes = b"") -> bytes:
    """A PNG of one pixel, with EXIF data."""
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)), (b"IDAT", zlib.compress(b"\x00\x00"))]
    chunks += [(b"eXIf", tiff)] if tiff else []
    chunks += [(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )


def webp(tiff: bytes = b"") -> bytes:
    """A WebP without a picture, with EXIF data."""
    chunks = [(b"VP8X", bytes(10)), *([(b"EXIF", tiff)] if tiff else [])]
    body = b"".join(name + struct.pack("<I", len(data)) + data + bytes(len(data) % 2) for name, data in chunks)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body
