"""Pictures from beside the draft: only real ones, only from inside the folder, only of bearable size."""

from __future__ import annotations

import pathlib
from collections.abc import Mapping

import attrs

from propsummary.renderers._metadata import without_metadata
from propsummary.renderers.office.photos import for_print

__all__ = ["PictureSource", "lighter", "media_type"]

_HEAVY = 500_000  # bytes of a photo that is scaled
_ACROSS = 6 * 914_400  # EMU of a photo at the most, which is 1,320 pixels
_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)


@attrs.frozen(kw_only=True)
class PictureSource:
    """
    Where pictures are looked for.

    Attributes:
        folder: The draft's folder; none where pictures come from *assets* alone.

        assets: The content of pictures by their path; goes before *folder*.

        largest: How many bytes a picture may have.
    """

    folder: pathlib.Path | None = None
    assets: Mapping[str, bytes] = attrs.field(factory=dict)
    largest: int = 8_000_000

    def load(self, file: str) -> tuple[str, bytes] | None:
        """Media type and content of the picture at *file*, without metadata; None if missing, too large, outside, or no picture."""
        content = self.assets.get(file)
        if content is None:
            content = self._read(file)
        if content is None or len(content) > self.largest:
            return None
        kind = media_type(content)
        bare = without_metadata(kind, content) if kind else None
        return (kind, bare) if bare else None

    def _read(self, file: str) -> bytes | None:
        if self.folder is None or not file or "\0" in file:
            return None
        try:
            folder = self.folder.resolve()
            path = (folder / file).resolve()
            if not path.is_relative_to(folder) or not path.is_file() or path.stat().st_size > self.largest:
                return None
            return path.read_bytes()
        except (OSError, ValueError, RuntimeError):
            return None


def media_type(content: bytes) -> str:
    """What kind of picture *content* is by its first bytes; empty for anything but PNG, JPEG, GIF and WebP."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for magic, kind in _MAGIC if content.startswith(magic)), "")


def lighter(kind: str, content: bytes) -> tuple[str, bytes] | None:
    """A heavy photo scaled to what a page can show, where Pillow is there to do it; none if it turns out to be broken."""
    if len(content) <= _HEAVY or kind == "image/gif":
        return kind, content
    try:
        photo = for_print(content, width=_ACROSS, height=_ACROSS)
    except ImportError:
        return kind, content
    return (f"image/{photo.suffix}", photo.content) if photo else None
