"""Photos keep their pixels and lose what the camera wrote about place and time."""

from __future__ import annotations

import base64
import io
import struct
import sys
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from propsummary.document import Document, Picture
from propsummary.renderers._metadata import without_metadata
from propsummary.renderers._pictures import media_type
from propsummary.renderers.html import HtmlRenderer

SECRET = b"31.2304N"


def _image() -> Image.Image:
    image = Image.new("RGB", (64, 48), (180, 120, 60))
    image.paste((20, 90, 160), (0, 0, 30, 20))
    return image


def _exif(orientation: int = 6) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = SECRET.decode()
    return exif


def _saved(kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    _image().save(out, kind, **options)
    return out.getvalue()


def _jpeg() -> bytes:
    return _saved("JPEG", exif=_exif(), comment=SECRET, icc_profile=b"profile" * 9)


def _png() -> bytes:
    told = PngImagePlugin.PngInfo()
    told.add_text("Location", SECRET.decode())
    told.add_itxt("Place", SECRET.decode())
    return _saved("PNG", pnginfo=told, exif=_exif())


PICTURES: dict[str, Callable[[], bytes]] = {
    "jpeg": _jpeg,
    "progressive": lambda: _saved("JPEG", exif=_exif(), comment=SECRET, progressive=True),
    "moving": lambda: _saved("JPEG", exif=_exif()) + b"ftypmp42" + SECRET,
    "png": _png,
    "gif": lambda: _saved("GIF", comment=SECRET),
    "webp": lambda: _saved("WEBP", exif=_exif(), xmp=b"<x>" + SECRET),
    "lossless": lambda: _saved("WEBP", exif=_exif(), lossless=True),
}


def _opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


@pytest.mark.parametrize("name", PICTURES)
def test_every_pixel_stays_and_nothing_is_told(name: str) -> None:
    content = PICTURES[name]()
    assert SECRET in content
    bare = without_metadata(media_type(content), content)
    assert bare is not None
    assert SECRET not in bare
    assert _opened(bare).tobytes() == _opened(content).tobytes()
    assert without_metadata(media_type(content), bare) == bare


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stays_upright(orientation: int) -> None:
    content = _saved("JPEG", exif=_exif(orientation))
    exif = _opened(without_metadata("image/jpeg", content) or b"").getexif()
    assert dict(exif) == ({0x0112: orientation} if orientation > 1 else {})


def test_colours_stay() -> None:
    assert _opened(without_metadata("image/jpeg", _jpeg()) or b"").info["icc_profile"] == b"profile" * 9


def test_a_film_stays_a_film() -> None:
    out = io.BytesIO()
    frames = [_image().rotate(turn) for turn in (0, 90, 180)]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], loop=0, comment=SECRET)
    bare = _opened(without_metadata("image/gif", out.getvalue()) or b"")
    assert (bare.n_frames, bare.info["loop"]) == (3, 0)  # type: ignore[attr-defined]


def _large_png(side: int) -> bytes:
    header = b"IHDR" + struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    chunks = (header, b"IDAT" + zlib.compress(b""), b"IEND")
    return b"\x89PNG\r\n\x1a\n" + b"".join(struct.pack(">I", len(c) - 4) + c + struct.pack(">I", zlib.crc32(c)) for c in chunks)


def test_more_pixels_than_anybody_can_print_are_refused() -> None:
    assert without_metadata("image/png", _large_png(1000))
    assert without_metadata("image/png", _large_png(60_000)) is None
    assert (
        without_metadata("image/jpeg", _jpeg().replace(struct.pack(">HH", 48, 64), struct.pack(">HH", 65_000, 65_000), 1)) is None
    )
    assert without_metadata("image/gif", b"GIF89a" + b"\xff" * 4 + b"\0\0\0;") is None


@settings(deadline=None, max_examples=80)
@given(st.sampled_from(sorted(PICTURES)), st.data())
def test_a_broken_picture_is_no_crash(name: str, data: st.DataObject) -> None:
    content = bytearray(PICTURES[name]())
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(12, len(content) - 1))] = data.draw(st.integers(0, 255))
    del content[data.draw(st.integers(12, len(content))) :]
    assert isinstance(without_metadata(media_type(bytes(content)), bytes(content)), bytes | None)


@pytest.fixture(scope="module")
def heavy() -> bytes:
    """A photo of more than a megabyte."""
    out = io.BytesIO()
    Image.effect_noise((2400, 1800), 90).convert("RGB").save(out, "JPEG", quality=85, exif=_exif())
    assert len(out.getvalue()) > 1_000_000
    return out.getvalue()


def _shown(content: bytes) -> bytes:
    """The photo as the page holds it."""
    document = Document(title="t", blocks=(Picture(file="a.jpg", alt="a"),))
    page = HtmlRenderer(assets={"a.jpg": content}).render(document)
    return base64.b64decode(page.partition(b"data:image/jpeg;base64,")[2].partition(b'"')[0])


def test_a_heavy_photo_is_scaled_to_the_page(heavy: bytes) -> None:
    assert _opened(_shown(heavy)).size == (990, 1320)


def test_without_pillow_a_heavy_photo_stays_as_large(heavy: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PIL", None)
    assert _shown(heavy) == without_metadata("image/jpeg", heavy)
