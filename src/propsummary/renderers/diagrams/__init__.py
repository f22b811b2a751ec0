"""Diagrams as SVG: the causes of a problem, the measures along the calendar, the goals on their way."""

from __future__ import annotations

from typing import assert_never

from propsummary.document import CauseMap, Gauges, Timeline
from propsummary.renderers._drawing import Colours, drawing
from propsummary.renderers.diagrams import cause_map, gauges, timeline
from propsummary.renderers.diagrams.lettering import FONT

__all__ = ["NARROW", "WIDE", "diagram_svg"]

#: Units across a drawing for a page, and across one for a phone, on which it then is about as many pixels wide.
WIDE, NARROW = 760, 360


def diagram_svg(
    block: CauseMap | Timeline | Gauges, *, colours: Colours | None = None, name: str = "diagram", across: int = WIDE
) -> str:
    """
    Draw *block*; all its texts are shown in full, however long they are.

    Args:
        colours: What it is painted with.

        name: Begins the ids of title and description; unique on the page.

        across: How many units wide it is, words being 13 high; from 240 on. Below 560 names stand above what they name.
    """
    paint = colours or Colours()
    match block:
        case CauseMap():
            height, parts = cause_map.drawn(block, paint, across)
        case Timeline():
            height, parts = timeline.drawn(block, paint, across)
        case Gauges():
            height, parts = gauges.drawn(block, paint, across)
        case _:
            assert_never(block)
    return drawing(parts, width=across, height=height, name=name, title=block.title, alt=block.alt, font=FONT)
