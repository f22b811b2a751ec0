"""Tables: heads that repeat, rows that stay whole, columns as wide as what stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from propsummary.document import Cell, Chain, Column, Table
from propsummary.renderers.docx.markup import cell, paragraph, run
from propsummary.renderers.office.columns import column_widths, is_one_line
from propsummary.renderers.office.xml import quoted

__all__ = ["TableWriter", "laid_out"]

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
        widths = column_widths(table.columns, table.rows, total)
        cells = self._cells(table.columns, widths)
        rows = (_row("".join(write(one) for write, one in zip(cells, row, strict=True))) for row in table.rows)
        return self._framed(table.columns, widths, "".join(rows), table.caption)

    def chain(self, chain: Chain, total: int) -> str:
        """*chain*: the problem and its causes stand once beside all its measures."""
        widths = column_widths(chain.columns, chain.as_table().rows, total)
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
        style = self.style if self.style == self.long or is_one_line(one.text, self.width) else self.long
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


def _row(cells: str, *, head: bool = False) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{cells}</w:tr>"
