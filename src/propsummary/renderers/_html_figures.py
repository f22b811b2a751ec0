"""Charts, diagrams and photos of a page, with their captions."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from html import escape

import attrs

from propsummary.catalogue import label
from propsummary.document import CauseMap, ChartBlock, Gauges, Language, Picture, PicturePair, Timeline, captioned, labelled
from propsummary.renderers._html_tables import bare_table
from propsummary.renderers._pictures import PictureSource, lighter
from propsummary.renderers.diagrams import NARROW, WIDE, diagram_svg
from propsummary.renderers.svg import NARROW as NARROW_CHART
from propsummary.renderers.svg import WIDE as WIDE_CHART
from propsummary.renderers.svg import Colours, chart_svg

__all__ = ["Album", "chart_figure", "data_address", "diagram_figure"]

_COLOURS = Colours(
    series=tuple(f"var(--c{n})" for n in range(1, len(Colours().series) + 1)),
    ink="var(--ink)",
    faint="var(--faint)",
    rule="var(--rule)",
    paper="var(--paper)",
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def chart_figure(chart: ChartBlock, name: str, language: Language) -> str:
    """The drawing, and its figures as a table for whoever cannot see it or wants to copy them."""

    def drawn(id: str, across: int) -> str:
        return chart_svg(chart, colours=_COLOURS, name=id, across=across)

    drawing = drawn(name, WIDE_CHART) if chart.kind == "pie" else _for_each(drawn, name, WIDE_CHART, NARROW_CHART)
    caption = _caption(captioned(chart.number, chart.title, language=language))
    details = f"<details><summary>{escape(label('data_table', language))}</summary>{bare_table(chart.as_table())}</details>"
    return f'<figure class="chart {chart.kind}">{drawing}{caption}{details}</figure>\n'


def diagram_figure(block: CauseMap | Timeline | Gauges, name: str) -> str:
    """The drawing, without its figures: they stand beside it in words."""

    def drawn(id: str, across: int) -> str:
        return diagram_svg(block, colours=_COLOURS, name=id, across=across)

    return f'<figure class="diagram">{_for_each(drawn, name, WIDE, NARROW)}{_caption(block.title)}</figure>\n'


def _for_each(drawn: Callable[[str, int], str], name: str, wide: int, narrow: int) -> str:
    """A drawing twice, for pages and for phones; the stylesheet shows the one that fits, and to nobody both."""
    return f'<div class="wide">{drawn(name, wide)}</div><div class="narrow">{drawn(f"{name}n", narrow)}</div>'


@attrs.frozen
class Album:
    """The photos of a page."""

    source: PictureSource
    language: Language

    def one(self, picture: Picture) -> str:
        """A photo above its caption."""
        return f"<figure>{self._image(picture)}{self._captioned(picture.number, picture.caption, picture.note)}</figure>\n"

    def pair(self, pair: PicturePair) -> str:
        """Two photos side by side, each with its own caption."""
        halves = "".join(
            f"<figure>{self._image(picture)}{self._captioned(name, picture.caption, picture.note)}</figure>"
            for name, picture in ((pair.before_label, pair.before), (pair.after_label, pair.after))
        )
        return f'<figure class="pair"><div class="two">{halves}</div>{self._captioned(pair.number, pair.caption)}</figure>\n'

    def _captioned(self, number: str, text: str, note: str = "") -> str:
        return _caption(captioned(number, text, note, self.language))

    def _image(self, picture: Picture) -> str:
        found = self.source.load(picture.file)
        found = lighter(*found) if found else None
        if found is None:
            gap = escape(labelled(label("picture_missing", self.language), picture.name, self.language))
            return f'<div class="missing" role="img" aria-label="{escape(picture.alt)}">{gap}</div>'
        return f'<img alt="{escape(picture.alt)}" src="{data_address(*found)}">'


def data_address(kind: str, content: bytes) -> str:
    """The address of a picture of that media type which is inside the page."""
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def _caption(text: str) -> str:
    whole_days = _DAY.sub(r'<span class="day">\g<0></span>', escape(text))
    return f"<figcaption>{whole_days}</figcaption>" if text else ""
