"""Photos for print: upright, no larger than the paper needs, and without what the camera wrote about place and time."""

from __future__ import annotations

import io
import warnings

import attrs

__all__ = ["Photo", "for_print"]

_DOTS_PER_INCH = 220
_EMU_PER_INCH = 914_400
_MOST_PIXELS = 60_000_000
_QUALITY = 86


@attrs.frozen(kw_only=True)
class Photo:
    """
    A picture as it goes into a document.

    Attributes:
        content: The file.

        suffix: ``png`` or ``jpeg``.

        width, height: On paper, in EMU (914,400 an inch).
    """

    content: bytes
    suffix: str
    width: int
    height: int


def for_print(content: bytes, *, width: int, height: int) -> Photo | None:
    """
    The picture turned upright, scaled into *width* and *height* (EMU); none if it is broken or has more than 60 million pixels.

    A small picture is not blown up beyond 72 dots an inch.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content)) as file:
                if file.width * file.height > _MOST_PIXELS:
                    return None
                image = ImageOps.exif_transpose(file)
                lossless = file.format != "JPEG"
                image = image.convert(_mode(image, lossless=lossless))
    except (
        OSError,
        SyntaxError,
        ValueError,
        EOFError,
        UnidentifiedImageError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ):
        return None
    across, down = _on_paper(image.width, image.height, width, height)
    pixels = (max(1, across * _DOTS_PER_INCH // _EMU_PER_INCH), max(1, down * _DOTS_PER_INCH // _EMU_PER_INCH))
    if pixels[0] < image.width:
        image = image.resize(pixels, Image.Resampling.LANCZOS)
    image.info.clear()
    out = io.BytesIO()
    if lossless:
        image.save(out, "PNG")
    else:
        image.save(out, "JPEG", quality=_QUALITY, subsampling=0)
    return Photo(content=out.getvalue(), suffix="png" if lossless else "jpeg", width=across, height=down)


def _mode(image: object, *, lossless: bool) -> str:
    """Grey stays grey and transparency stays transparent; all else becomes plain colour."""
    mode = getattr(image, "mode", "")
    if mode in {"L", "1"}:
        return "L"
    transparent = mode in {"RGBA", "LA", "PA"} or "transparency" in getattr(image, "info", {})
    return "RGBA" if lossless and transparent else "RGB"


def _on_paper(across: int, down: int, width: int, height: int) -> tuple[int, int]:
    """The size in EMU of so many dots within *width* and *height*."""
    if across * height > down * width:
        fitted = min(width, across * _EMU_PER_INCH // 72)
        return fitted, max(1, fitted * down // across)
    fitted = min(height, down * _EMU_PER_INCH // 72)
    return max(1, fitted * across // down), fitted
