"""Tables on slides: as few slides as readable type allows, rows that stay whole, and in the notes what cells cannot hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

import attrs

from propsummary.document import Cell, Chain, Column, Language, Table, captioned
from propsummary.renderers.pptx import told
from propsummary.renderers.pptx.canvas import Canvas
from propsummary.renderers.pptx.fitting import EDGES, Band, bands, natural, row_height, row_heights, shared_widths
from propsummary.renderers.pptx.markup import EMU, Span, table_cell
from propsummary.renderers.pptx.measure import Box, cut, leading

__all__ = ["Grid", "grid", "is_small"]

_SIZES = (16, 14, 13, 12, 11)
_MANY = 5  # columns, of which the last may give way to the others
_CAPTION = 14
_HEADING = 4  # lines of headings at most
_BALANCED = 6  # slides at most that hold about as much each
_DOT = " · "  # in a caption, between what it is about and what it shows
_SMALL = (3, 9)  # columns and rows of tables that stand beside each other


@attrs.frozen(kw_only=True)
class Grid:
    """
    A table whose columns, and whose type, have been chosen.

    Attributes:
        block: The whole table, from which columns may have been left out.

        kept: The columns that are shown.

        title: What stands above it in bold; may be empty.

        under: The title of its slide.

        heights: Of the rows of each band.
    """

    grows: ClassVar[bool] = False
    block: Table | Chain
    bands: tuple[Band, ...]
    kept: tuple[int, ...]
    size: int
    widths: tuple[int, ...]
    heights: tuple[tuple[int, ...], ...]
    title: str
    under: str
    language: Language
    begins: bool = True

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that are shown."""
        return tuple(self.block.columns[index] for index in self.kept)

    @property
    def _caption(self) -> tuple[Span, ...]:
        number, caption = self.block.number, self.block.caption
        about, dot, what = caption.partition(_DOT)
        goes_on = bool(dot) and self.title.endswith(about)  # 团队建设 · 活动开展情况 where the title （五）团队建设 ends
        told_by_title = goes_on or (bool(caption) and self.title.endswith((caption, what or caption)))
        title = self.title + (dot + what if goes_on else "")
        text = number if told_by_title else captioned(number, caption, language=self.language)
        blank = Span("　") if title and text else Span("")
        return Span(title, bold=True, colour="ink"), blank, Span(text, colour="faint")

    @property
    def _head(self) -> int:
        """How high caption and heading are."""
        return leading(_CAPTION) + 6 + self._heading

    @property
    def _heading(self) -> int:
        cells = ((Cell(column.header), wide) for column, wide in zip(self.columns, self.widths, strict=True))
        return min(row_height(cells, self.size), _HEADING * leading(self.size) + 2 * EDGES[1])

    def least(self, across: int) -> int:
        """Its height."""
        return self._head + sum(map(sum, self.heights))

    def slides(self, across: int, down: int) -> int:
        """How many slides it takes, about."""
        return _slides([sum(each) for each in self.heights], max(down - self._head, 1))

    def split(self, across: int, down: int) -> tuple[Grid, Grid | None]:
        """About as many rows on each slide, bands whole where that can be."""
        room = max(down - self._head, 2 * leading(self.size))
        sized = self._parted(room)
        totals = [sum(one) for one in sized.heights]
        count = _first(totals, _share(totals, room))
        first = attrs.evolve(sized, bands=sized.bands[:count], heights=sized.heights[:count])
        rest = attrs.evolve(sized, bands=sized.bands[count:], heights=sized.heights[count:], begins=False)
        return first, rest if rest.bands else None

    def _parted(self, room: int) -> Grid:
        """The same, bands that are higher than a slide parted into bands of fewer rows, and rows cut that still are too high."""
        if all(sum(one) <= room for one in self.heights):
            return self
        parts: list[tuple[Band, tuple[int, ...]]] = []
        for band, each in zip(self.bands, self.heights, strict=True):
            if sum(each) <= room:
                parts.append((band, each))
                continue
            for row in band.rows:
                one = Band(band.head, (row,))
                parts.append((one, (min(*row_heights(one, self.kept, self.widths, self.size), room),)))
        return attrs.evolve(self, bands=tuple(band for band, _ in parts), heights=tuple(each for _, each in parts))

    def draw(self, canvas: Canvas, box: Box) -> None:
        """Draw it from the top on."""
        if any(span.text for span in self._caption):
            line = Box(box.x, box.y, box.width, leading(_CAPTION))
            spans = _fitting(self._caption, box.width)
            canvas.shape("Caption", line, [canvas.paragraph(*spans, size=_CAPTION)])
        top = box.y + leading(_CAPTION) + 6
        place = Box(box.x, top, sum(self.widths), self._heading + sum(map(sum, self.heights)))
        canvas.table(
            place, self._table(canvas), captioned(self.block.number, self.block.caption or self.title, language=self.language)
        )

    def _table(self, canvas: Canvas) -> str:
        grid = "".join(f'<a:gridCol w="{wide * EMU}"/>' for wide in self.widths)
        named = zip(self.columns, self._headers(), strict=True)
        heads = "".join(self._head_cell(canvas, column, text) for column, text in named)
        rows = "".join(self._row(canvas, line) for line in self._lines())
        return (
            '<a:tbl><a:tblPr firstRow="1"><a:tableStyleId>{2D5ABB26-0587-4C30-8999-92F81FD0307C}</a:tableStyleId></a:tblPr>'
            f'<a:tblGrid>{grid}</a:tblGrid><a:tr h="{self._heading * EMU}">{heads}</a:tr>{rows}</a:tbl>'
        )

    def _headers(self) -> list[str]:
        """As much of the headings as they have room for."""
        placed = zip(self.columns, self.widths, strict=True)
        return [cut(column.header, wide - 2 * EDGES[0], self.size, _HEADING) for column, wide in placed]

    def _head_cell(self, canvas: Canvas, column: Column, text: str) -> str:
        align = "r" if column.kind == "figure" else "l"
        content = canvas.paragraph(Span(text, bold=True, colour="accent"), size=self.size, align=align)
        return table_cell(content, below="accent", weight=6, anchor="b", edges=EDGES)

    def _lines(self) -> Iterator[_Line]:
        """The rows one by one."""
        for band, each in zip(self.bands, self.heights, strict=True):
            for number, (row, high) in enumerate(zip(band.whole(), each, strict=True)):
                yield _Line(band=band, number=number, cells=row, height=high, whole=sum(each))

    def _row(self, canvas: Canvas, line: _Line) -> str:
        cells = "".join(self._cell(canvas, line, index, wide) for index, wide in zip(self.kept, self.widths, strict=True))
        return f'<a:tr h="{line.height * EMU}">{cells}</a:tr>'

    def _cell(self, canvas: Canvas, line: _Line, index: int, wide: int) -> str:
        cell, column, rows = line.cells[index], self.block.columns[index], len(line.band.rows)
        text, merge, last = self._text(line, index, wide), "", line.number == rows - 1
        if index < len(line.band.head) and rows > 1:
            merge = ' vMerge="1"' if line.number else f' rowSpan="{rows}"'
            text, last = "" if line.number else text, True
        verdict = cell.tone not in ("", "muted")
        ink = canvas.palette.of(cell.tone)[0] if verdict else "faint" if cell.tone else "ink"
        span = Span(text, bold=verdict or column.kind == "key", colour=ink)
        content = canvas.paragraph(span, size=self.size, align="r" if column.kind == "figure" else "l")
        return table_cell(content, below="rule", weight=3 if last else 1, merge=merge, edges=EDGES)

    def _text(self, line: _Line, index: int, wide: int) -> str:
        """As much of a cell's text as it has room for."""
        high = line.whole if index < len(line.band.head) else line.height
        return cut(line.cells[index].text, wide - 2 * EDGES[0], self.size, max((high - 2 * EDGES[1]) // leading(self.size), 1))

    def told(self) -> str:
        """What the table is called, and the rows of which a column or a part of a cell is not shown."""
        caption = captioned(self.block.number, self.block.caption, language=self.language) if self.begins else ""
        heading = self.title if self.begins and not caption.endswith(self.title or " ") else ""
        rows = (told.of_row(self.block.columns, line.cells, self.language) for line in self._lines() if self._is_abridged(line))
        return "\n".join(text for text in (heading, caption, *rows) if text)

    def _is_abridged(self, line: _Line) -> bool:
        if self._headers() != [column.header for column in self.block.columns]:
            return True
        return any(
            self._text(line, index, wide) != line.cells[index].text for index, wide in zip(self.kept, self.widths, strict=True)
        )


@attrs.frozen(kw_only=True)
class _Line:
    """A row in its band; *whole* is the height of the band."""

    band: Band
    number: int
    cells: tuple[Cell, ...]
    height: int
    whole: int


def _first(totals: Sequence[int], room: int) -> int:
    """How many bands of such heights *room* holds, at least one."""
    used = 0
    for count, high in enumerate(totals):
        used += high
        if count and used > room:
            return count
    return len(totals)


def _slides(totals: list[int], room: int) -> int:
    """How many slides bands of such heights take."""
    slides, start = 0, 0
    while start < len(totals):
        start += _first(totals[start : start + room], room)
        slides += 1
    return slides


def _share(totals: list[int], room: int) -> int:
    """How much of *room* to use, so that as few slides hold about as much each; long tables use it all."""
    slides = _slides(totals[: _BALANCED * room], room)
    if slides > _BALANCED:
        return room
    return next((share for share in range(sum(totals) // slides, room, 10) if _slides(totals, share) == slides), room)


def _fitting(spans: tuple[Span, ...], across: int) -> list[Span]:
    """The spans, the last of them cut where one line does not hold all."""
    text = "".join(span.text for span in spans)
    kept = cut(text, across, _CAPTION, 1)
    shown, place = [], 0
    for span in spans:
        if piece := kept[place : place + len(span.text)]:
            shown.append(attrs.evolve(span, text=piece))
        place += len(span.text)
    return shown


def is_small(table: Table) -> bool:
    """Whether *table* can stand beside others."""
    return len(table.columns) <= _SMALL[0] and len(table.rows) <= _SMALL[1] and sum(natural(table.columns, bands(table))) < 40


def grid(
    block: Table | Chain, title: str, under: str, across: int, down: int, language: Language, *, largest: int = _SIZES[0]
) -> Grid:
    """*block* on as few slides as readable type allows, if need be without a last column of remarks; then in the largest type."""
    every = tuple(range(len(block.columns)))
    largest = min(largest, _SIZES[1]) if len(every) > _MANY else largest
    shown = [every]
    if isinstance(block, Table) and len(every) > _MANY and block.columns[-1].kind == "text":
        shown.append(every[:-1])
    best: list[tuple[int, Grid]] = []
    for kept in shown:
        ways = [_sized(block, kept, size, title, under, across, language) for size in _SIZES if size <= largest]
        counted = [(way.slides(across, down), way) for way in ways]
        best.append(min((one for one in counted if one[0] == 1 or one[1].size > _SIZES[-1]), key=lambda one: one[0]))
    return best[-1][1] if best[-1][0] < best[0][0] else best[0][1]


def _sized(block: Table | Chain, kept: tuple[int, ...], size: int, title: str, under: str, across: int, language: Language) -> Grid:
    rows = bands(block)
    widths = shared_widths(tuple(block.columns[index] for index in kept), rows, kept, size, across)
    return Grid(
        block=block,
        bands=rows,
        kept=kept,
        size=size,
        widths=widths,
        heights=tuple(row_heights(band, kept, widths, size) for band in rows),
        title=title,
        under=under,
        language=language,
    )
