"""Packages that would do harm are refused before anybody opens them."""

from __future__ import annotations

import io
import zipfile

import pytest

from propsummary.catalogue.codes import code_info
from propsummary.document import build
from propsummary.renderers import renderer
from propsummary.serde._source import Refused
from propsummary.serde.opc import PackageLimits, guard
from rich_summaries import order

_FAR = b"<!--" + b" " * 65_525 + b"--><!DOCTYPE a><a/>"
_XML = b'<?xml version="1.0"?><a/>'
_LIMITS = PackageLimits(parts=5, total=1 << 20, part=1 << 19, markup=1 << 17, small=1 << 12)


def _package(**parts: bytes) -> bytes:
    return _zipped(*parts.items())


def _zipped(*parts: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as package:
        for name, content in parts:
            package.writestr(zipfile.ZipInfo(name), content, method)
    return out.getvalue()


@pytest.mark.parametrize("name", ["docx", "xlsx"])
def test_what_we_write_passes(name: str) -> None:
    guard(renderer(name).render(build(order())))


_HOSTILE = {
    "no package": (b"PK\x03\x04 nothing more", "SHP001", "package"),
    "cut off": (_package(a=_XML * 40)[:-30], "SHP001", "package"),
    "another compression": (_zipped(("a", _XML), method=zipfile.ZIP_BZIP2), "SHP001", "package"),
    "leads out": (_zipped(("../a.xml", _XML)), "SHP001", "package_name"),
    "absolute": (_zipped(("/a.xml", _XML)), "SHP001", "package_name"),
    "back slash": (_zipped(("a\\b.xml", _XML)), "SHP001", "package_name"),
    "names but for case": (_zipped(("a.xml", _XML), ("A.xml", _XML)), "SHP001", "package_name"),
    "entities": (_package(a=b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "SHP001", "package_declaration"),
    "entities in UTF-16": (_package(a='<?xml version="1.0"?><!DOCTYPE a><a/>'.encode("utf-16")), "SHP001", "package_declaration"),
    "entities far behind": (_zipped(("a", _FAR), method=0), "SHP001", "package_declaration"),
    "entities under another name": (_zipped(("word/media/a.png", b"\n<!DOCTYPE a><a/>")), "SHP001", "package_declaration"),
    "too many parts": (_zipped(*((f"{n}.xml", _XML) for n in range(6))), "SHP008", "package_parts"),
    "too large": (_zipped(*((f"{n}", bytes(range(256)) * 1000) for n in range(5)), method=0), "SHP008", "package_size"),
    "one part too large": (_zipped(("a", bytes(range(256)) * 2100), method=0), "SHP008", "package_part"),
    "blown up": (_package(a=b"0" * 300_000), "SHP008", "package_part"),
    "too much markup": (_zipped(("a", b"<a>" + bytes(range(32, 127)) * 1500), method=0), "SHP008", "package_part"),
}  # fmt: skip


@pytest.mark.parametrize("content, code, key", _HOSTILE.values(), ids=_HOSTILE)
def test_what_does_harm_is_refused(content: bytes, code: str, key: str) -> None:
    with pytest.raises(Refused) as caught:
        guard(content, limits=_LIMITS)
    assert (caught.value.code, caught.value.key) == (code, key)
    message = code_info(code).message(key)
    assert "{" not in message.text.zh.format(**caught.value.arguments)
    assert "{" not in message.text.en.format(**caught.value.arguments)


def test_locked_parts_are_refused() -> None:
    content = bytearray(_package(a=_XML))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + offset] |= 1
    with pytest.raises(Refused) as caught:
        guard(bytes(content))
    assert caught.value.key == "package_locked"


def test_sizes_that_lie_are_found_out() -> None:
    """A part that says it has ten bytes is read no further, and is broken."""
    content = bytearray(_package(a=_XML * 1000))
    at = content.index(b"PK\x01\x02") + 24
    content[at : at + 4] = (10).to_bytes(4, "little")
    with pytest.raises(Refused) as caught:
        guard(bytes(content))
    assert caught.value.key == "package"


def test_a_drawing_may_declare_its_type() -> None:
    guard(_zipped(("word/media/a.svg", b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" ""><svg/>')))
