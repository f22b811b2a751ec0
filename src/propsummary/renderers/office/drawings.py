"""Charts and diagrams as drawings, none larger than its place on the page."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import attrs

from propsummary.document import Bar, ChartBlock, Gauge, Gauges, Timeline
from propsummary.document.diagrams import Diagram
from propsummary.renderers.diagrams import diagram_svg
from propsummary.renderers.svg import Colours, chart_svg
from propsummary.renderers.theme import Palette

__all__ = ["Drawing", "drawings"]

_UNITS = Decimal(640)  # of a chart as wide as an upright page
_BOX = re.compile(r'viewBox="0 0 (\d+) ([\d.]+)"')


@attrs.frozen(kw_only=True)
class Drawing:
    """
    A drawing and its size on paper.

    Attributes:
        width, height: In the unit that the room on the page was given in.
    """

    svg: str
    width: int
    height: int


def drawings(block: ChartBlock | Diagram, palette: Palette, *, width: int, height: int) -> Iterator[Drawing]:
    """
    A chart or diagram; one that would be too tall for a page comes in pieces if it has rows, else smaller.

    Args:
        width, height: The room on a page, in any unit. Letters are of one size in all drawings that fit.
    """
    svg = _drawn(block, palette)
    across, down = map(Decimal, _BOX.findall(svg)[0])
    scale = width / max(across, _UNITS)
    pieces = math.ceil(down * scale / height)
    if pieces > 1 and isinstance(block, Timeline | Gauges) and len(_rows(block)) > 1:
        for piece in _pieces(block, pieces):
            yield from drawings(piece, palette, width=width, height=height)
        return
    scale = min(scale, height / down)
    yield Drawing(svg=svg, width=int(across * scale), height=int(down * scale))


def _drawn(block: ChartBlock | Diagram, palette: Palette) -> str:
    colours = Colours(
        series=tuple(f"#{colour}" for colour in palette.series),
        ink=f"#{palette.ink}",
        faint=f"#{palette.faint}",
        rule=f"#{palette.rule}",
    )
    return chart_svg(block, colours=colours) if isinstance(block, ChartBlock) else diagram_svg(block, colours=colours)


def _pieces(block: Timeline | Gauges, count: int) -> Iterator[Timeline | Gauges]:
    """*block* in *count* pieces of about as many rows each; in more if they do not come out even."""
    rows = _rows(block)
    size = math.ceil(len(rows) / count)
    for start in range(0, len(rows), size):
        part: Any = rows[start : start + size]
        yield attrs.evolve(block, **{"bars" if isinstance(block, Timeline) else "gauges": part})


def _rows(block: Timeline | Gauges) -> tuple[Bar, ...] | tuple[Gauge, ...]:
    return block.bars if isinstance(block, Timeline) else block.gauges
