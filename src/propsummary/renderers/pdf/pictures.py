"""Pictures of one document: photos as the paper needs them, charts and diagrams as drawings."""

from __future__ import annotations

from typing import Any

import attrs

from propsummary.catalogue import label
from propsummary.document import ChartBlock, Language, Picture, PicturePair, captioned
from propsummary.document.diagrams import Diagram
from propsummary.renderers._pictures import PictureSource
from propsummary.renderers.office.drawings import drawings
from propsummary.renderers.office.photos import for_print
from propsummary.renderers.office.raster import with_family
from propsummary.renderers.pdf.words import breakable
from propsummary.renderers.theme import Palette

__all__ = ["Pictures"]

_EMU = 12_700  # a point
_TALLEST, _TALLEST_OF_TWO = 268, 197  # points


@attrs.frozen(kw_only=True)
class Pictures:
    """
    Collects the pictures that the template shows.

    Attributes:
        source: Where photos are looked for.

        family: The font of words in drawings.

        files: What has been collected, by name.
    """

    source: PictureSource
    palette: Palette
    language: Language
    family: str
    files: dict[str, bytes] = attrs.field(factory=dict, init=False)

    def drawings(self, block: ChartBlock | Diagram, total: int, tallest: int) -> list[dict[str, Any]]:
        """
        A chart or diagram; one that would be too tall for a page, in pieces if it has rows.

        Args:
            total, tallest: The room on a page, in points. Letters are of one size in all drawings that fit.
        """
        return [
            {
                "file": self._named(with_family(one.svg, self.family).encode(), "svg"),
                "width": one.width,
                "alt": block.alt or block.title,
            }
            for one in drawings(block, self.palette, width=total, height=tallest)
        ]

    def photo(self, picture: Picture, total: int) -> dict[str, Any]:
        """A photo that stands alone."""
        return self._shown(picture, total * 4 // 5, _TALLEST)

    def pair(self, pair: PicturePair, total: int) -> list[dict[str, Any]]:
        """Two photos side by side, each with its caption."""
        return [
            {
                **self._shown(picture, total // 2 - 12, _TALLEST_OF_TWO),
                "caption": breakable(captioned(name, picture.caption, language=self.language), 24),
                "note": breakable(picture.note, 24),
            }
            for name, picture in ((pair.before_label, pair.before), (pair.after_label, pair.after))
        ]

    def logo(self, content: bytes) -> str:
        """The company's sign; nothing if it is broken."""
        photo = for_print(content, width=158 * _EMU, height=57 * _EMU)
        return self._named(photo.content, photo.suffix) if photo else ""

    def _shown(self, picture: Picture, width: int, height: int) -> dict[str, Any]:
        """The photo, or the name of the one that is missing."""
        found = self.source.load(picture.file)
        photo = for_print(found[1], width=width * _EMU, height=height * _EMU) if found else None
        if photo is None:
            return {"file": "", "missing": breakable(f"{label('picture_missing', self.language)} {picture.name}", 30)}
        name = self._named(photo.content, photo.suffix)
        return {"file": name, "width": photo.width // _EMU, "alt": picture.alt or picture.caption or picture.name}

    def _named(self, content: bytes, suffix: str) -> str:
        """The name of a file with *content*; the same content stands there once."""
        same = (name for name, known in self.files.items() if known == content)
        name = next(same, f"picture{len(self.files)}.{suffix}")
        self.files[name] = content
        return name
