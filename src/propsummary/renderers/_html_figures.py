"""Charts, diagrams and photos of a page, with their captions."""

from __future__ import annotations

import base64
from html import escape

import attrs

from propsummary.catalogue import label
from propsummary.document import CauseMap, ChartBlock, Gauges, Language, Picture, PicturePair, Timeline, captioned, labelled
from propsummary.renderers._html_tables import bare_table
from propsummary.renderers._pictures import PictureSource
from propsummary.renderers.diagrams import NARROW, WIDE, diagram_svg
from propsummary.renderers.office.photos import for_print
from propsummary.renderers.svg import Colours, chart_svg

__all__ = ["Album", "chart_figure", "data_address", "diagram_figure"]

_HEAVY = 500_000  # bytes of a photo that is scaled
_ACROSS = 6 * 914_400  # EMU of a photo at the most, which is 1,320 pixels
_COLOURS = Colours(
    series=tuple(f"var(--c{n})" for n in range(1, len(Colours().series) + 1)),
    ink="var(--ink)",
    faint="var(--faint)",
    rule="var(--rule)",
    paper="var(--paper)",
)


def chart_figure(chart: ChartBlock, name: str, language: Language) -> str:
    """The drawing, and its figures as a table for whoever cannot see it or wants to copy them."""
    drawing = chart_svg(chart, colours=_COLOURS, name=name)
    caption = _caption(captioned(chart.number, chart.title, language=language))
    details = f"<details><summary>{escape(label('data_table', language))}</summary>{bare_table(chart.as_table())}</details>"
    return f'<figure class="chart {chart.kind}">{drawing}{caption}{details}</figure>\n'


def diagram_figure(block: CauseMap | Timeline | Gauges, name: str) -> str:
    """The drawing twice, for pages and for phones; the stylesheet shows the one that fits, and to nobody both."""
    drawings = (("wide", name, WIDE), ("narrow", f"{name}n", NARROW))
    shown = (
        f'<div class="{kind}">{diagram_svg(block, colours=_COLOURS, name=id, across=across)}</div>' for kind, id, across in drawings
    )
    return f'<figure class="diagram">{"".join(shown)}{_caption(block.title)}</figure>\n'


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
        found = _lighter(*found) if found else None
        if found is None:
            gap = escape(labelled(label("picture_missing", self.language), picture.file, self.language))
            return f'<div class="missing" role="img" aria-label="{escape(picture.alt)}">{gap}</div>'
        return f'<img alt="{escape(picture.alt)}" src="{data_address(*found)}">'


def data_address(kind: str, content: bytes) -> str:
    """The address of a picture of that media type which is inside the page."""
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def _lighter(kind: str, content: bytes) -> tuple[str, bytes] | None:
    """A heavy photo scaled to what a page can show, where Pillow is there to do it; none if it turns out to be broken."""
    if len(content) <= _HEAVY or kind == "image/gif":
        return kind, content
    try:
        photo = for_print(content, width=_ACROSS, height=_ACROSS)
    except ImportError:
        return kind, content
    return (f"image/{photo.suffix}", photo.content) if photo else None


def _caption(text: str) -> str:
    return f"<figcaption>{escape(text)}</figcaption>" if text else ""
