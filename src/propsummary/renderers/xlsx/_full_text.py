"""The whole report on one sheet, to be read and searched: every block, as printed."""

from __future__ import annotations

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

__all__ = ["FullText"]

_COLUMNS = 8
_WIDTH = 17  # of each, in columns of text
_SIZES = {1: 15, 2: 13}  # points, by level of heading


class FullText:
    """The sheet while it is filled from the top."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._language = book.document.language
        self._sheet: Any = book.sheet(label("full_text", self._language))
        self._row = 0
        self._columns = max(_COLUMNS, *(len(b.columns) for b in book.document.blocks if isinstance(b, (Table, Chain))), 0)
        self._sheet.set_column(0, self._columns - 1, _WIDTH)
        self._sheet.hide_gridlines(2)

    def fill(self) -> None:
        """Write all blocks."""
        for block in self._book.document.blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Heading():
                colour = f"#{self._book.theme.palette.accent}"
                self._row += 1
                self._line(block.title, bold=True, font_size=_SIZES.get(block.level, BODY + 1), font_color=colour)
            case Paragraph():
                self._line(labelled(block.label, block.text, self._language), **({"italic": True} if block.role == "quote" else {}))
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
                self._line(captioned(block.number, block.caption, language=self._language), bold=True)
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

    def _line(self, text: str, **properties: Any) -> None:
        """Text over all columns, in a row that is high enough for it: merged cells do not grow by themselves."""
        if not text:
            return
        size = properties.get("font_size", BODY)
        self._sheet.set_row(self._row, height([(text, self._columns * _WIDTH * BODY // size)], size))
        self._sheet.merge_range(self._row, 0, self._row, self._columns - 1, "")
        self._book.put(self._sheet, self._row, 0, text, **properties)
        self._row += 1

    def _items(self, items: tuple[Item, ...], *, ordered: bool, indent: int = 1) -> None:
        for number, item in enumerate(items, 1):
            mark = f"{number}. " if ordered else "• "
            self._line(mark + labelled(item.label, item.text, self._language), indent=indent)
            self._items(item.children, ordered=False, indent=indent + 1)

    def _table(self, table: Table) -> None:
        palette = self._book.theme.palette
        edge = {"border": 1, "border_color": f"#{palette.rule}"}
        self._line(captioned(table.number, table.caption, language=self._language), bold=True)
        self._cells(*(column.header for column in table.columns), bold=True, bg_color=f"#{palette.tint}", **edge)
        for row in table.rows:
            for at, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
                align = {"align": "right", "indent": 1} if column.kind == "figure" else {}
                self._book.put(self._sheet, self._row, at, cell.text, **edge, **align, **self._book.toned(cell.tone))
            self._sheet.set_row(self._row, height((cell.text, _WIDTH) for cell in row))
            self._row += 1
        self._row += 1

    def _cells(self, *texts: str, **properties: Any) -> None:
        for column, text in enumerate(texts):
            self._book.put(self._sheet, self._row, column, text, **properties)
        self._sheet.set_row(self._row, height((text, _WIDTH) for text in texts))
        self._row += 1

    def _picture(self, picture: Picture, name: str) -> None:
        """A photo by its caption, its file and what it shows; the picture itself belongs into documents."""
        caption = captioned(name, picture.caption, picture.note, self._language)
        alt = picture.alt if picture.alt not in caption else ""
        self._line("  ".join(part for part in (caption, alt, picture.name) if part))
