"""Files that are broken, or made to do harm: refused with a sentence, whatever is wrong with them."""

from __future__ import annotations

import functools
import io
import time
import zipfile
import zlib

import pytest

from propsummary.document import build
from propsummary.errors import UnreadableFileError
from propsummary.extract import extract
from propsummary.renderers import renderer
from rich_summaries import order

_MAIN = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}
_FORMATS = (*_MAIN, "pdf")
_ENTITIES = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "29"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><a>&b;</a>'


@functools.cache
def _file(name: str) -> bytes:
    return renderer(name).render(build(order(), language="zh"))


def _with(name: str, part: str, content: bytes) -> bytes:
    """The file with *part* replaced or added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_file(name))) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for other in source.namelist():
            if other != part:
                target.writestr(other, source.read(other))
        target.writestr(part, content)
    return stream.getvalue()


def _refused(content: bytes, name: str) -> UnreadableFileError:
    start = time.process_time()
    with pytest.raises(UnreadableFileError) as caught:
        extract(content, name)
    assert time.process_time() - start < 5
    _, english, chinese = caught.value.args
    assert english.isascii() or "“" in english
    assert any("\u4e00" <= character <= "\u9fff" for character in chinese)
    assert caught.value.code in str(caught.value)
    return caught.value


@pytest.mark.parametrize("name", _FORMATS)
def test_the_sound_file_is_read(name: str) -> None:
    assert len(extract(_file(name), name)) > 50


@pytest.mark.parametrize("name", _FORMATS)
def test_an_empty_file_is_refused(name: str) -> None:
    assert _refused(b"", name).code == "SHP001"


@pytest.mark.parametrize("name", _MAIN)
@pytest.mark.parametrize("share", [0.02, 0.5, 0.98])
def test_a_cut_off_package_is_refused(name: str, share: float) -> None:
    content = _file(name)
    assert _refused(content[: int(len(content) * share)], name).code == "SHP001"


def test_a_cut_off_pdf_is_refused() -> None:
    assert _refused(_file("pdf")[:2000], "pdf").code == "SHP001"


@pytest.mark.parametrize("name", _FORMATS)
@pytest.mark.parametrize("other", _FORMATS)
def test_a_file_with_the_wrong_ending_is_refused(name: str, other: str) -> None:
    if name == other:
        assert extract(_file(name)) == extract(_file(name), name)
    else:
        assert _refused(_file(other), name).code == "SHP001"


@pytest.mark.parametrize("name", _MAIN)
@pytest.mark.parametrize("part", ["main", "docProps/core.xml", "custom.xml"])
def test_declared_types_are_refused(name: str, part: str) -> None:
    error = _refused(_with(name, _MAIN[name] if part == "main" else part, _ENTITIES), name)
    assert error.code == "SHP001"
    assert "document type" in str(error)


@pytest.mark.parametrize("name", _MAIN)
def test_a_bomb_is_refused(name: str) -> None:
    assert _refused(_with(name, _MAIN[name], b"<a>" + b" " * (40 << 20) + b"</a>"), name).code == "SHP008"


@pytest.mark.parametrize("name", _MAIN)
@pytest.mark.parametrize("content", [b"", b"<a/>", b"<a>", b"\x00\xff" * 9, b"<a>" * 20_000 + b"</a>" * 20_000], ids=[
    "empty", "another root", "open", "bytes", "deep"
])  # fmt: skip
def test_a_main_part_that_is_none_is_refused(name: str, content: bytes) -> None:
    assert _refused(_with(name, _MAIN[name], content), name).code in ("SHP001", "SHP008")


@pytest.mark.parametrize("tags", [b"", b"/StructTreeRoot << /Type /StructTreeRoot >>"], ids=["untagged", "tagged"])
@pytest.mark.parametrize("size, code", [(24 << 20, "SHP008"), (96 << 20, "SHP001")], ids=["long", "longer than pypdf unpacks"])
def test_a_bomb_in_a_pdf_is_refused(size: int, code: str, tags: bytes) -> None:
    packed = zlib.compress(b"q Q " * (size // 4), 9)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R %b >>" % tags,
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << >> /Contents 4 0 R >>",
        b"<< /Length %d /Filter /FlateDecode >> stream\n%b\nendstream" % (len(packed), packed),
    ]
    assert _refused(_pdf(objects), "pdf").code == code


def test_pages_and_tags_that_hold_themselves_come_to_an_end() -> None:
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 4 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
        b"<< /Type /StructTreeRoot /K [5 0 R] >>",
        b"<< /Type /StructElem /S /P /P 4 0 R /K [5 0 R 4 0 R] >>",
    ]
    assert extract(_pdf(objects), "pdf") == ()


def _pdf(objects: list[bytes]) -> bytes:
    """A file of these objects, numbered from 1; the first one is its catalogue."""
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table)
        + (b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, len(out)))
    )
