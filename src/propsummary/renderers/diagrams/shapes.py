"""Lines, boxes and plates of diagrams, in colours that may be variables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TypeAlias

from propsummary.renderers._scale import place
from propsummary.renderers.diagrams.lettering import lettered, room_for, stacked

__all__ = ["BOLD", "PAD", "box", "line", "plate", "plate_height"]

#: Between words and the edge of the box that they stand in.
PAD = 9
#: What words take of their room, when they are bold.
BOLD = Decimal("1.06")

_Point: TypeAlias = tuple[Decimal, Decimal]  # to the right, and down


def box(corner: _Point, width: Decimal, height: Decimal | int, colour: str, *, round: int = 0) -> str:
    """A filled box with its upper left *corner*."""
    rounded = f' rx="{round}"' if round else ""
    size = f'width="{place(width)}" height="{place(height)}"'
    return f'<rect x="{place(corner[0])}" y="{place(corner[1])}" {size}{rounded} style="fill:{colour}"/>'


def line(start: _Point, end: _Point, colour: str, *, thick: int = 1, dashes: str = "") -> str:
    """A straight line, dashed by lengths of strokes and gaps."""
    ends = f'x1="{place(start[0])}" y1="{place(start[1])}" x2="{place(end[0])}" y2="{place(end[1])}"'
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'<line {ends} stroke-width="{thick}"{dashed} style="stroke:{colour}"/>'


def plate(name: Sequence[str], corner: _Point, colour: str, paper: str) -> Iterator[str]:
    """A name on a coloured ground; nothing for none."""
    if name:
        yield box(corner, room_for(name) * BOLD + 2 * PAD, plate_height(name), colour, round=4)
        yield from lettered(name, corner[0] + PAD, corner[1] + Decimal(PAD) / 2, paper, weight=600)


def plate_height(name: Sequence[str]) -> int:
    """How high the plate of *name* is."""
    return stacked(name) + PAD if name else 0
