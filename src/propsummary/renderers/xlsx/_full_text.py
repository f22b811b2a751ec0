"""The whole report on one sheet, to be read and searched: every block, as printed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, assert_never

from propsummary.catalogue import label
from propsummary.document import (
    Block,
    CauseMap,
    Chain,
    ChartBlock,
    Gauges,
    Heading,
    Highlights,
    Item,
    ItemList,
    KeyValues,
    Paragraph,
    Picture,
    PicturePair,
    Table,
    Timeline,
    captioned,
    labelled,
)
from propsummary.renderers.xlsx._book import BODY, Book, height

__all__ = ["FullText", "page_breaks"]

_COLUMNS = 8
_WIDTH = 17  # of each, in columns of text
_SIZES = {1: 15, 2: 13}  # points, by level of heading
_GAP = 15  # points of a row with nothing in it
_ACROSS, _DOWN = 770, 478  # points of a printed page; a little less than there are down it, since programs differ
_POINTS = Decimal("5.5")  # of a column of text
_MOST_BREAKS = 1023  # that a sheet can have


class FullText:
    """The sheet while it is filled from the top."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._language = book.document.language
        self._sheet: Any = book.sheet(label("full_text", self._language))
        self._row = 0
        self._printed: list[tuple[float, bool]] = []  # the height of each row so far, and whether it stays with the next one
        self._columns = max(_COLUMNS, *(len(b.columns) for b in book.document.blocks if isinstance(b, (Table, Chain))), 0)
        self._sheet.set_column(0, self._columns - 1, _WIDTH)
        self._sheet.hide_gridlines(2)

    def fill(self) -> None:
        """Write all blocks."""
        for block in self._book.document.blocks:
            self._block(block)
        scale = min(_ACROSS / (self._columns * _WIDTH * _POINTS), Decimal(1))
        self._sheet.set_h_pagebreaks(page_breaks(self._printed, float(_DOWN / scale))[:_MOST_BREAKS])

    def _block(self, block: Block) -> None:
        match block:
            case Heading():
                colour = f"#{self._book.theme.palette.accent}"
                self._gap()
                self._line(block.title, keeps=True, bold=True, font_size=_SIZES.get(block.level, BODY + 1), font_color=colour)
            case Paragraph():
                style = {"italic": True} if block.role == "quote" else {}
                self._line(labelled(block.label, block.text, self._language), keeps=block.role == "lead", **style)
            case ItemList():
                self._items(block.items, ordered=block.ordered)
            case Table():
                self._table(block)
            case Chain():
                self._table(block.as_table())
            case ChartBlock():
                self._table(block.as_table())
            case Picture():
                self._picture(block, block.number)
            case PicturePair():
                self._line(captioned(block.number, block.caption, language=self._language), keeps=True, bold=True)
                self._picture(block.before, block.before_label)
                self._picture(block.after, block.after_label)
            case Highlights():
                for one in block.figures:
                    self._cells(one.label, one.value, one.baseline, one.change, one.target, one.verdict)
            case KeyValues():
                for name, value in block.pairs:
                    self._line(labelled(name, value, self._language))
            case CauseMap() | Timeline() | Gauges():
                pass  # it shows what stands beside it in words
            case _:
                assert_never(block)

    def _line(self, text: str, *, keeps: bool = False, **properties: Any) -> None:
        """Text over all columns; merged cells do not grow by themselves."""
        if not text:
            return
        size = properties.get("font_size", BODY)
        self._sheet.merge_range(self._row, 0, self._row, self._columns - 1, "")
        self._book.put(self._sheet, self._row, 0, text, **properties)
        self._done(height([(text, self._columns * _WIDTH * BODY // size)], size), keeps=keeps)

    def _done(self, high: float, *, keeps: bool = False) -> None:
        """Go on to the next row, this one being so high."""
        self._sheet.set_row(self._row, high)
        self._printed.append((high, keeps))
        self._row += 1

    def _gap(self) -> None:
        self._printed.append((_GAP, bool(self._printed) and self._printed[-1][1]))
        self._row += 1

    def _items(self, items: tuple[Item, ...], *, ordered: bool, indent: int = 1) -> None:
        for number, item in enumerate(items, 1):
            mark = f"{number}. " if ordered else "• "
            self._line(mark + labelled(item.label, item.text, self._language), indent=indent)
            self._items(item.children, ordered=False, indent=indent + 1)

    def _table(self, table: Table) -> None:
        palette = self._book.theme.palette
        edge = {"border": 1, "border_color": f"#{palette.rule}"}
        self._line(captioned(table.number, table.caption, language=self._language), keeps=True, bold=True)
        self._cells(*(column.header for column in table.columns), keeps=True, bold=True, bg_color=f"#{palette.tint}", **edge)
        for row in table.rows:
            for at, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
                align = {"align": "right", "indent": 1} if column.kind == "figure" else {}
                self._book.put(self._sheet, self._row, at, cell.text, **edge, **align, **self._book.toned(cell.tone))
            self._done(height((cell.text, _WIDTH) for cell in row))
        self._gap()

    def _cells(self, *texts: str, keeps: bool = False, **properties: Any) -> None:
        for column, text in enumerate(texts):
            self._book.put(self._sheet, self._row, column, text, **properties)
        self._done(height((text, _WIDTH) for text in texts), keeps=keeps)

    def _picture(self, picture: Picture, name: str) -> None:
        """A photo by its caption, its file and what it shows; the picture itself belongs into documents."""
        caption = captioned(name, picture.caption, picture.note, self._language)
        alt = picture.alt if picture.alt not in caption else ""
        self._line("  ".join(part for part in (caption, alt, picture.name) if part))


def page_breaks(rows: Sequence[tuple[float, bool]], room: float) -> list[int]:
    """
    The rows that begin a page, so that no heading and no head of a table stands alone at a page's end.

    Args:
        rows: How high each row is, and whether it stays with the next one.

        room: How high a page is.
    """
    breaks: list[int] = []
    used, together, first = 0.0, 0.0, 0
    for number, (high, keeps) in enumerate(rows):
        together += high
        if keeps:
            continue
        if used and used + together > room:
            breaks.append(first)
            used = 0.0
        used += together
        together, first = 0.0, number + 1
    return breaks
