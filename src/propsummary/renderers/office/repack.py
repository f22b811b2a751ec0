"""The same content as the same bytes: packages without clock, machine or order of writing in them."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

__all__ = ["MAKER", "is_untouched", "repacked"]

_FIRST = ("[Content_Types].xml", "_rels/.rels")
_PROPERTIES = "docProps/core.xml"
_LARGEST_PROPERTIES = 65_536  # bytes
_EPOCH = (1980, 1, 1, 0, 0, 0)
#: Who the file says wrote it last, until a person saves it: then it is that person's, and not to be overwritten.
MAKER = "propsummary"

_LAST_WRITER = re.compile(rb"(<cp:lastModifiedBy>)[^<]*")
_CREATED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def repacked(package: bytes, *, date: bytes = b"") -> bytes:
    """
    *package* with its members in a fixed order and of a fixed time, and so the packages inside.

    Args:
        date: Taken for the day on which it was written, instead of the clock's; as W3CDTF.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(out, "w") as target:
        for name in sorted(source.namelist(), key=lambda name: (name not in _FIRST, name)):
            content = source.read(name)
            if name.endswith(".xlsx"):
                content = repacked(content, date=date or b"1980-01-01T00:00:00Z")
            elif name == _PROPERTIES:
                content = _LAST_WRITER.sub(rb"\g<1>" + MAKER.encode(), content)
                content = _CREATED.sub(rb"\g<1>" + date, content) if date else content
            member = zipfile.ZipInfo(name, _EPOCH)
            member.create_system = 3
            member.external_attr = 0o600 << 16
            target.writestr(member, content, zipfile.ZIP_DEFLATED, 6)
    return out.getvalue()


def is_untouched(package: bytes) -> bool:
    """Whether *package* is one that was made here and that nobody has saved since."""
    try:
        with zipfile.ZipFile(io.BytesIO(package)) as file, file.open(_PROPERTIES) as stream:
            properties = stream.read(_LARGEST_PROPERTIES)
    except (KeyError, ValueError, OSError, NotImplementedError, RuntimeError, zlib.error, zipfile.BadZipFile):
        return False
    found = _LAST_WRITER.search(properties)
    return found is not None and found[0].endswith(f">{MAKER}".encode())
