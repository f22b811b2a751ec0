"""The same content as the same bytes: packages without clock, machine or order of writing in them."""

from __future__ import annotations

import io
import re
import zipfile

__all__ = ["repacked"]

_FIRST = ("[Content_Types].xml", "_rels/.rels")
_EPOCH = (1980, 1, 1, 0, 0, 0)
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
            elif name == "docProps/core.xml" and date:
                content = _CREATED.sub(rb"\g<1>" + date, content)
            member = zipfile.ZipInfo(name, _EPOCH)
            member.create_system = 3
            member.external_attr = 0o600 << 16
            target.writestr(member, content, zipfile.ZIP_DEFLATED, 6)
    return out.getvalue()
