"""One slide while it is drawn: shapes with numbers of their own, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from propsummary.document import ChartBlock
from propsummary.renderers.office.charts import native_chart
from propsummary.renderers.office.photos import Photo
from propsummary.renderers.pptx import markup
from propsummary.renderers.pptx.markup import EMU, Align, Span
from propsummary.renderers.pptx.measure import Box, cut, leading
from propsummary.renderers.pptx.parts import SlidePart
from propsummary.renderers.theme import Palette, Theme

__all__ = ["Canvas"]

_CHART_TYPE = 11


class Canvas:
    """Draws on one slide."""

    def __init__(self, slide: SlidePart, theme: Theme, language: str) -> None:
        self.slide = slide
        self.theme = theme
        self.language = language
        self._shapes: list[str] = []
        self._number = 1

    @property
    def palette(self) -> Palette:
        """The colours of verdicts and series."""
        return self.theme.palette

    @property
    def shapes(self) -> str:
        """What has been drawn."""
        return "".join(self._shapes)

    def _next(self) -> int:
        self._number += 1
        return self._number

    def place(self, name: str, kind: str, index: int, paragraphs: Sequence[str], box: Box | None = None) -> None:
        """Fill a placeholder of the layout."""
        self._shapes.append(markup.placeholder(self._next(), name, kind, index, paragraphs, box=box))

    def paragraph(self, *spans: Span, **look: Any) -> str:
        """A paragraph in the slide's language."""
        return markup.paragraph(spans, self.language, **look)

    def title_paragraph(self, text: str, size: int) -> str:
        """A paragraph in the look of its placeholder, but for its size."""
        return markup.resized(text, size, self.language)

    def number_field(self, index: int, number: int) -> None:
        """The slide's number, in its place."""
        self._shapes.append(
            markup.placeholder(self._next(), "Slide Number", "sldNum", index, [markup.number(number, self.language)])
        )

    def shape(self, name: str, box: Box, paragraphs: Sequence[str] = (), **look: Any) -> None:
        """A shape, with text or without; *look* as in `markup.shape`."""
        self._shapes.append(markup.shape(self._next(), name, box, paragraphs, **look))

    def words(
        self,
        text: str,
        box: Box,
        size: int,
        *,
        colour: str = "ink",
        bold: bool = False,
        align: Align = "l",
        anchor: str = "t",
        name: str = "Text",
    ) -> None:
        """As much of *text* as fits into *box*."""
        if text:
            kept = cut(text, box.width, size, max(box.height // leading(size), 1))
            spans = Span(kept, bold=bold, colour=colour)
            self.shape(name, box, [self.paragraph(spans, size=size, align=align)], anchor=anchor)

    def line(self, start: tuple[int, int], end: tuple[int, int], ink: str, **look: Any) -> None:
        """A straight line."""
        self._shapes.append(markup.line(self._next(), "Line", start, end, ink, **look))

    def table(self, box: Box, content: str, alt: str) -> None:
        """A table, *content* being its ``a:tbl``."""
        number = self._next()
        self._shapes.append(markup.frame(number, f"Table {number}", box, "table", content, alt))

    def chart(self, chart: ChartBlock, box: Box) -> None:
        """A native chart."""
        native = native_chart(chart, self.theme, points=_CHART_TYPE, across=box.width * EMU)
        related = self.slide.chart(native)
        namespaces = (
            'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
            'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
        )
        number = self._next()
        content = f'<c:chart {namespaces} r:id="{related}"/>'
        self._shapes.append(markup.frame(number, f"Chart {number}", box, "chart", content, chart.alt or chart.title))

    def photo(self, photo: Photo, box: Box, alt: str) -> None:
        """A picture in the middle of *box*."""
        number = self._next()
        related = self.slide.picture(photo)
        self._shapes.append(markup.picture(number, f"Picture {number}", related, box, (photo.width, photo.height), alt))
