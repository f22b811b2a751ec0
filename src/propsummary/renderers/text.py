"""Plain text for terminals and mails."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, assert_never

import attrs

from propsummary._text import width
from propsummary.document import (
    Block,
    CauseMap,
    Chain,
    ChartBlock,
    Column,
    Document,
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
from propsummary.renderers._wrap import longest_unit, wrap

__all__ = ["TextRenderer"]

_WORDS = re.compile(r"\S+(?: /)?")
_NARROWEST = 6
_HEADER_ROOM = 2  # columns that tabulate adds to a header
_LONGEST_UNIT = 16  # a longer word or figure may be broken in a narrow column
_LEAST = {"key": 10, "text": 12}  # columns that the name of a row, or a sentence, is not broken into less than
_LITTLE = 6  # a column that is short of no more gets it before all others


@attrs.frozen(kw_only=True)
class TextRenderer:
    """
    Render to plain text, a Chinese character counting two columns.

    Attributes:
        width: Columns of a line; tables with many columns may need more.

        tablefmt: How tables are drawn, by tabulate's name; those of ASCII characters stay aligned in every font.
    """

    suffix: ClassVar[str] = ".txt"
    media_type: ClassVar[str] = "text/plain; charset=utf-8"

    width: int = 100
    tablefmt: str = "grid"

    def render(self, document: Document, /) -> bytes:
        parts = [self._cover(document), *(self._block(block, document) for block in document.blocks)]
        return ("\n\n".join(part for part in parts if part) + "\n").encode()

    def _cover(self, document: Document) -> str:
        lines = [f"[{document.watermark}]"] if document.watermark else []
        lines += [*wrap(document.title, self.width), "=" * min(width(document.title), self.width)]
        lines += wrap(document.subtitle, self.width) if document.subtitle else []
        lines += [labelled(name, value, document.language) for name, value in document.cover]
        return "\n".join(lines)

    def _block(self, block: Block, document: Document) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return "\n".join(wrap(labelled(block.label, block.text, document.language), self.width))
            case ItemList():
                return "\n".join(self._items(block, document))
            case Table():
                return self._table(block, document)
            case Chain():
                return self._table(block.as_table(), document)
            case ChartBlock():
                return self._table(block.as_table(), document)
            case Picture():
                return self._picture(block, block.number, document)
            case PicturePair():
                return self._pair(block, document)
            case Highlights():
                return self._highlights(block)
            case KeyValues():
                return "\n".join(self._pairs(block, document))
            case CauseMap() | Timeline() | Gauges():
                return ""  # it shows what stands beside it in words
            case _:
                assert_never(block)

    def _heading(self, heading: Heading) -> str:
        lines = wrap(heading.title, self.width)
        mark = {1: "=", 2: "-"}.get(heading.level)
        return "\n".join([*lines, mark * min(width(heading.title), self.width)] if mark else lines)

    def _items(self, block: ItemList, document: Document, level: int = 0) -> Iterator[str]:
        for number, item in enumerate(block.items, 1):
            mark = "  " * level + (f"{number}. " if block.ordered else "- ")
            lines = wrap(self._item(item, document), self.width - len(mark))
            yield mark + lines[0] if lines else mark.rstrip()
            yield from (" " * len(mark) + line for line in lines[1:])
            yield from self._items(ItemList(items=item.children), document, level + 1)

    def _item(self, item: Item, document: Document) -> str:
        return labelled(item.label, item.text, document.language)

    def _pairs(self, block: KeyValues, document: Document) -> Iterator[str]:
        for name, value in block.pairs:
            yield from wrap(labelled(name, value, document.language), self.width, indent="  ")

    def _table(self, table: Table, document: Document) -> str:
        from tabulate import tabulate

        widths = self._widths(table)
        wrapped = [["\n".join(wrap(cell.text, size)) for cell, size in zip(row, widths, strict=True)] for row in table.rows]
        headers = ["\n".join(_heading(c.header, size - _HEADER_ROOM)) for c, size in zip(table.columns, widths, strict=True)]
        align = tuple("right" if column.kind == "figure" else "left" for column in table.columns)
        drawn = tabulate(wrapped, headers, self.tablefmt, colalign=align if wrapped else None, disable_numparse=True)
        caption = captioned(table.number, table.caption, language=document.language)
        return f"{caption}\n{drawn}" if caption else drawn

    def _widths(self, table: Table) -> list[int]:
        """Widths that fill the line at the most: every column what it needs, narrow ones what they want, wide ones the rest."""
        cells = [[row[i].text for row in table.rows] for i in range(len(table.columns))]
        widths = [_least(column, texts) for column, texts in zip(table.columns, cells, strict=True)]
        natural = [
            max([width(column.header) + _HEADER_ROOM, *map(_widest, texts)])
            for column, texts in zip(table.columns, cells, strict=True)
        ]
        left = self.width - 3 * len(widths) - 1 - sum(widths)
        wants = [max(size - least, 0) for size, least in zip(natural, widths, strict=True)]
        for rank, i in enumerate(sorted(range(len(wants)), key=wants.__getitem__)):
            share = left if wants[i] <= _LITTLE else left // (len(wants) - rank)
            more = max(min(wants[i], share), 0)
            widths[i] += more
            left -= more
        return widths

    def _picture(self, picture: Picture, number: str, document: Document) -> str:
        caption = captioned(number, picture.caption, picture.note, document.language)
        return "\n".join(wrap(f"[{labelled(caption, picture.name, document.language)}]", self.width))

    def _pair(self, pair: PicturePair, document: Document) -> str:
        lines = [captioned(pair.number, pair.caption, language=document.language)]
        lines += [self._picture(pair.before, pair.before_label, document), self._picture(pair.after, pair.after_label, document)]
        return "\n".join(lines)

    def _highlights(self, block: Highlights) -> str:
        size = max(width(figure.label) for figure in block.figures)
        lines = []
        for figure in block.figures:
            blank = " " * (size - width(figure.label))
            rest = "  ".join(part for part in (figure.baseline, figure.change, figure.target, figure.verdict) if part)
            lines += wrap(f"{figure.label}{blank}  {figure.value}" + (f"  {rest}" if rest else ""), self.width, indent="  ")
        return "\n".join(lines)


def _heading(header: str, columns: int) -> Iterator[str]:
    """The heading in lines, broken between its words if they fit."""
    line = ""
    for word in _WORDS.findall(header):
        if line and width(f"{line} {word}") > columns:
            yield from wrap(line, columns)
            line = word
        else:
            line = f"{line} {word}".strip()
    yield from wrap(line, columns)


def _least(column: Column, texts: list[str]) -> int:
    """What the column needs so that no word of its heading, no figure and no Latin word in it is cut."""
    words = max(map(width, _WORDS.findall(column.header)), default=0)
    heading = max(longest_unit(column.header), min(_LONGEST_UNIT, words))
    widest = max(map(_widest, texts), default=0)
    inside = min(widest, _LEAST.get(column.kind, 0))
    if column.kind == "figure" and widest <= _LONGEST_UNIT:
        inside = widest
    units = max(map(longest_unit, texts), default=0)
    return max(_NARROWEST, heading + _HEADER_ROOM, inside, min(units, _LONGEST_UNIT))


def _widest(text: str) -> int:
    return max(map(width, text.split("\n")))
