"""How wide the columns and how high the rows of a table are on a slide, all in points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from propsummary.document import Cell, Chain, Column, Table
from propsummary.renderers._wrap import longest_unit
from propsummary.renderers.pptx.measure import columns, leading, lines, taken

__all__ = ["EDGES", "Band", "bands", "natural", "row_height", "row_heights", "shared_widths"]

#: Margins of a cell, at its sides and above and below.
EDGES = (8, 4)

_NARROW = {"key": 14, "figure": 18, "word": 12, "text": 14}  # columns that a cell of each kind may be broken down to
_WORD = 24  # columns; longer words are broken
_LONGEST = 56  # columns; a longer text does not make its column any wider


@attrs.frozen
class Band:
    """Rows that belong together, and the cells before them that stand once for all."""

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def whole(self) -> Iterator[tuple[Cell, ...]]:
        """Each row with all of its cells."""
        return ((*self.head, *row) for row in self.rows)


def bands(block: Table | Chain) -> tuple[Band, ...]:
    """The rows of *block*; those of a chain by problem."""
    if isinstance(block, Chain):
        return tuple(Band(link.head, link.rows) for link in block.links)
    return tuple(Band((), (row,)) for row in block.rows)


def row_heights(band: Band, kept: tuple[int, ...], widths: tuple[int, ...], size: int) -> tuple[int, ...]:
    """How high each row of *band* is; what its head needs beyond them is added to the last."""
    count = len(band.head)
    placed = list(zip(kept, widths, strict=True))
    each = [row_height(((row[index], wide) for index, wide in placed if index >= count), size) for row in band.whole()]
    head = row_height(((band.head[index], wide) for index, wide in placed if index < count), size)
    each[-1] += max(head - sum(each), 0)
    return tuple(each)


def row_height(cells: Iterable[tuple[Cell, int]], size: int) -> int:
    """How high a row is whose cells are so wide."""
    most = max((lines(cell.text, wide - 2 * EDGES[0], size) for cell, wide in cells), default=1)
    return most * leading(size) + 2 * EDGES[1]


def _some(rows: tuple[Band, ...]) -> list[tuple[Cell, ...]]:
    """All rows; of long tables, some."""
    return [row for band in rows[:: max(1, len(rows) // 100)] for row in band.whole()]


def natural(of: tuple[Column, ...], rows: tuple[Band, ...]) -> list[int]:
    """How many columns of type each column of the table would like to have."""
    some = _some(rows)
    return [
        min(max([columns(column.header), *(columns(row[index].text) for row in some)]), _LONGEST) for index, column in enumerate(of)
    ]


def shared_widths(of: tuple[Column, ...], rows: tuple[Band, ...], kept: tuple[int, ...], size: int, across: int) -> tuple[int, ...]:
    """How wide each column is, in points; together *across*, or less where there is little to show."""
    some = _some(rows)
    wishes, needs, gains = [], [], []
    for column, index in zip(of, kept, strict=True):
        lengths = [columns(row[index].text) for row in some]
        wish = min(max([columns(column.header), *lengths]), _LONGEST) + 1
        unit = max([longest_unit(column.header), *(longest_unit(row[index].text) for row in some)]) * 9 // 8 + 1
        need = min(max(min(unit, _WORD), _NARROW[column.kind]), wish)
        wishes.append(taken(wish, size) + 2 * EDGES[0])
        needs.append(taken(need, size) + 2 * EDGES[0])
        gains.append(sum(max(min(length, _LONGEST) - need, 0) for length in lengths))
    total = across if sum(wishes) * 3 > across else sum(wishes) * 3 // 2
    if sum(wishes) <= total:
        shared = [wish * total // sum(wishes) for wish in wishes]
    elif sum(needs) <= total:
        shared = [need + (total - sum(needs)) * gain // max(sum(gains), 1) for need, gain in zip(needs, gains, strict=True)]
    else:
        shared = [need * total // sum(needs) for need in needs]
    shared[-1] += total - sum(shared)
    return tuple(shared)
