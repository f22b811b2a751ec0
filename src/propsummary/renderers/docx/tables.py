"""Tables: heads that repeat, rows that stay whole, columns as wide as what stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from propsummary._text import width
from propsummary.document import Cell, Chain, Column, Table
from propsummary.renderers.docx.markup import cell, paragraph, run
from propsummary.renderers.office.xml import quoted

__all__ = ["TableWriter", "fits_upright", "laid_out"]

_LATIN, _HAN = 100, 184  # of a character in a table, in twentieths of a point
_EDGES = 230  # what the cell's margins take
_NARROW = {"key": 1150, "figure": 1350, "word": 1100, "text": 1150}  # what a cell of each kind may be broken down to
_LONGEST = 5600  # a longer text does not make its column any wider
_MANY = 6  # columns that may be too many for an upright page
_TALL = 34  # lines that fill an upright page
_STYLES = {"key": "Table Text", "figure": "Table Figure", "word": "Table Word", "text": "Table Text"}


@attrs.frozen
class TableWriter:
    """
    Writes tables.

    Attributes:
        styles: The ids of styles by their names.
    """

    styles: Mapping[str, str]

    def table(self, table: Table, total: int) -> str:
        """*table*, *total* twentieths of a point wide."""
        widths = _widths(table.columns, table.rows, total)
        cells = self._cells(table.columns, widths)
        rows = (_row("".join(write(one) for write, one in zip(cells, row, strict=True))) for row in table.rows)
        return self._framed(table.columns, widths, "".join(rows), table.caption)

    def chain(self, chain: Chain, total: int) -> str:
        """*chain*: the problem and its causes stand once beside all its measures."""
        widths = _widths(chain.columns, chain.as_table().rows, total)
        cells = self._cells(chain.columns, widths)
        rows: list[str] = []
        for link in chain.links:
            count = len(link.head)
            for number, row in enumerate(link.rows):
                merge = "" if len(link.rows) == 1 else '<w:vMerge w:val="restart"/>' if number == 0 else "<w:vMerge/>"
                heads = (Cell() if number else one for one in link.head)
                written = [write(one, merge) for write, one in zip(cells[:count], heads, strict=True)]
                written += [write(one) for write, one in zip(cells[count:], row, strict=True)]
                rows.append(_row("".join(written)))
        return self._framed(chain.columns, widths, "".join(rows), chain.caption)

    def _cells(self, columns: tuple[Column, ...], widths: list[int]) -> list[_CellWriter]:
        marks = {tone: self.styles[f"Mark {tone}"] for tone in ("good", "bad", "neutral", "muted")}
        return [
            _CellWriter(style=self.styles[_STYLES[column.kind]], width=across, marks=marks, long=self.styles["Table Text"])
            for column, across in zip(columns, widths, strict=True)
        ]

    def _framed(self, columns: tuple[Column, ...], widths: list[int], rows: str, caption: str) -> str:
        style = self.styles["Table Head"]
        heads = "".join(cell(w, paragraph(style, run(c.header))) for c, w in zip(columns, widths, strict=True))
        told = f'<w:tblCaption w:val="{quoted(caption)}"/>' if caption else ""
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self.styles["Report Table"]}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" '
            f'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{told}</w:tblPr>{_grid(widths)}'
            f"{_row(heads, head=True)}{rows}</w:tbl>"
        )


@attrs.frozen(kw_only=True)
class _CellWriter:
    """Writes the cells of one column; a word that turns out to be a sentence is set like one."""

    style: str
    width: int
    marks: Mapping[str, str]
    long: str

    def __call__(self, one: Cell, merge: str = "") -> str:
        fits = len(one.text) * _HAN <= self.width or _length(one.text) <= self.width
        style = self.style if fits else self.long
        return cell(self.width, paragraph(style, run(one.text, self.marks.get(one.tone, ""))), merge)


def laid_out(widths: Sequence[int], rows: Iterable[str], style: str = "") -> str:
    """
    A table that only puts things beside each other.

    Args:
        rows: The cells of each row.

        style: The id of its style.
    """
    named = f'<w:tblStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:tbl><w:tblPr>{named}<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0600" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"</w:tblPr>{_grid(widths)}{''.join(map(_row, rows))}</w:tbl>"
    )


def _grid(widths: Iterable[int]) -> str:
    columns = "".join(f'<w:gridCol w:w="{across}"/>' for across in widths)
    return f"<w:tblGrid>{columns}</w:tblGrid>"


def fits_upright(table: Table, upright: int, sideways: int) -> bool:
    """
    Whether *table* reads well on an upright page; one turned on its side must be worth it.

    Args:
        upright, sideways: How wide the text is on either, in twentieths of a point.
    """
    if not table.wide or len(table.columns) < _MANY:
        return True
    needed = sum(_least(table.columns, _samples(table.columns, table.rows)))
    lines = _lines(table, upright)
    if lines < _TALL:
        return needed * 5 <= upright * 6
    return needed * 8 <= upright * 9 and lines * 3 < _lines(table, sideways) * 5


def _lines(table: Table, total: int) -> int:
    """How many lines the rows take, about."""
    room = [max(_HAN, across - _EDGES) for across in _widths(table.columns, table.rows, total)]
    return sum(
        max(sum(-(-(_length(line) or 1) // across) for line in one.text.split("\n")) for one, across in zip(row, room, strict=True))
        for row in table.rows
    )


def _row(cells: str, *, head: bool = False) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{cells}</w:tr>"


def _length(text: str) -> int:
    """How long the longest line is, about, in twentieths of a point."""
    if text.isascii() and "\n" not in text:
        return len(text) * _LATIN
    return max(width(line) * _HAN // 2 for line in text.split("\n"))


def _samples(columns: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...]) -> list[list[int]]:
    """How long the cells of each column are; of long tables, of some rows."""
    some = rows[:: max(1, len(rows) // 100)]
    return [[_length(row[index].text) for row in some] or [0] for index in range(len(columns))]


def _least(columns: tuple[Column, ...], samples: list[list[int]]) -> list[int]:
    """What each column needs so that no figure and no word is broken."""
    return [
        max(_heading(column.header), min(max(lengths), _NARROW[column.kind])) + _EDGES
        for column, lengths in zip(columns, samples, strict=True)
    ]


def _heading(text: str) -> int:
    """What a heading needs, in two lines if it must be."""
    longest = max((_length(word) for word in text.split()), default=0)
    return longest if text.isascii() or longest <= 4 * _HAN else longest // 2 + _HAN


def _widths(columns: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...], total: int) -> list[int]:
    """The width of each column; together *total*, or less where there is little to show."""
    samples = _samples(columns, rows)
    least = _least(columns, samples)
    wanted = [max(low, min(max(lengths), _LONGEST) + _EDGES) for low, lengths in zip(least, samples, strict=True)]
    total = max(min(total, sum(wanted) * 3 // 2), total // 2)
    left = total - sum(least)
    wishes = [want - low for want, low in zip(wanted, least, strict=True)]
    if left < 0:
        shared = _squeezed(columns, least, total)
    elif sum(wishes) <= left:  # room for all, and what remains is for all
        shared = [want * total // sum(wanted) for want in wanted]
    else:
        shared = [low + left * wish // sum(wishes) for low, wish in zip(least, wishes, strict=True)]
    shared[-1] += total - sum(shared)
    return shared


def _squeezed(columns: tuple[Column, ...], least: list[int], total: int) -> list[int]:
    """Less for each column than it needs; figures stay whole where words can give way to them."""
    figures = sum(low for column, low in zip(columns, least, strict=True) if column.kind == "figure")
    words = sum(least) - figures
    if (total - figures) * 2 > words:
        return [
            low if column.kind == "figure" else low * (total - figures) // words for column, low in zip(columns, least, strict=True)
        ]
    return [low * total // sum(least) for low in least]
