"""Pictures in the text: photos, pairs of them, charts, diagrams, and a frame where a photo is missing."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from propsummary.catalogue import label
from propsummary.document import ChartBlock, Language, Picture, PicturePair, captioned
from propsummary.document.diagrams import Diagram
from propsummary.renderers._pictures import PictureSource
from propsummary.renderers.docx.markup import cell, paragraph, run
from propsummary.renderers.docx.parts import Parts
from propsummary.renderers.docx.tables import laid_out
from propsummary.renderers.office.charts import native_chart
from propsummary.renderers.office.drawings import drawings
from propsummary.renderers.office.photos import Photo, for_print
from propsummary.renderers.office.raster import png
from propsummary.renderers.office.xml import quoted
from propsummary.renderers.theme import Theme

__all__ = ["PictureWriter"]

_EMU = 635  # a twentieth of a point
_TALLEST = 3_400_000  # EMU, of a photo that stands alone
_TALLEST_OF_TWO = 2_500_000
_DOT = 4_156  # EMU: 220 dots an inch


@attrs.frozen(kw_only=True)
class PictureWriter:
    """
    Writes pictures of one document.

    Attributes:
        styles: The ids of styles by their names.

        source: Where photos are looked for.
    """

    parts: Parts
    styles: Mapping[str, str]
    theme: Theme
    language: Language
    source: PictureSource

    def chart(self, chart: ChartBlock, total: int) -> str:
        """A native chart, at most *total* twentieths of a point wide."""
        native = native_chart(chart, self.theme)
        across = min(native.width, total * _EMU)
        graphic = (
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
            f'<c:chart r:id="{self.parts.chart(native)}"/></a:graphicData>'
        )
        return paragraph(self.styles["Picture"], self._drawing(across, native.height, chart.title, chart.alt, graphic))

    def diagram(self, diagram: Diagram, total: int, tallest: int) -> str:
        """
        A diagram as a picture, or several where it is higher than a page; nothing where none can be made of it.

        Args:
            total, tallest: The room on a page, in twentieths of a point.
        """
        written = []
        for drawn in drawings(diagram, self.theme.palette, width=total * _EMU, height=tallest * _EMU):
            content = png(drawn.svg, width=drawn.width // _DOT)
            if content is None:
                return ""
            photo = Photo(content=content, suffix="png", width=drawn.width, height=drawn.height)
            shown = self._photo(photo, diagram.title, diagram.alt or diagram.title)
            written.append(paragraph(self.styles["Picture"], shown))
        return "".join(written)

    def picture(self, picture: Picture, total: int) -> str:
        """A photo that stands alone."""
        return self._shown(picture, total * _EMU * 4 // 5, _TALLEST)

    def pair(self, pair: PicturePair, total: int) -> str:
        """Two photos side by side, each with its caption, in one row that stays whole."""
        halves = (total // 2, total - total // 2)
        cells = (
            cell(across, self._shown(one, (across - 300) * _EMU, _TALLEST_OF_TWO) + self._half_caption(name, one))
            for across, name, one in zip(halves, (pair.before_label, pair.after_label), (pair.before, pair.after), strict=True)
        )
        return laid_out(halves, ("".join(cells),))

    def logo(self, content: bytes, width: int, height: int, *, alt: str) -> str:
        """The company's sign, within *width* and *height* (EMU); nothing if it is broken."""
        photo = for_print(content, width=width, height=height)
        return paragraph(self.styles["Normal"], self._photo(photo, "", alt)) if photo else ""

    def _half_caption(self, name: str, picture: Picture) -> str:
        text = "\n".join(part for part in (captioned(name, picture.caption, language=self.language), picture.note) if part)
        return paragraph(self.styles["Half Caption"], run(text))

    def _shown(self, picture: Picture, width: int, height: int) -> str:
        """The photo, or a frame that says which one is missing."""
        found = self.source.load(picture.file)
        photo = for_print(found[1], width=width, height=height) if found else None
        if photo is None:
            return paragraph(self.styles["Missing Picture"], run(f"{label('picture_missing', self.language)} {picture.name}"))
        return paragraph(self.styles["Picture"], self._photo(photo, picture.caption, picture.alt))

    def _photo(self, photo: Photo, title: str, alt: str) -> str:
        related, number = self.parts.picture(photo), self.parts.unique()
        size = f'cx="{photo.width}" cy="{photo.height}"'
        graphic = (
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
            f'<pic:cNvPr id="{number}" name="image{number}.{photo.suffix}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
            f'<a:blip r:embed="{related}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
            f'<a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            "</pic:spPr></pic:pic></a:graphicData>"
        )
        return self._drawing(photo.width, photo.height, title, alt, graphic)

    def _drawing(self, width: int, height: int, title: str, alt: str, graphic: str) -> str:
        number = self.parts.unique()
        titled = f' title="{quoted(title)}"' if title else ""
        return (
            f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
            f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="{number}" name="{number}" descr="{quoted(alt)}"{titled}/>'
            f"<wp:cNvGraphicFramePr/><a:graphic>{graphic}</a:graphic></wp:inline></w:drawing></w:r>"
        )
