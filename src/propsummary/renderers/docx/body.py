"""The blocks of a document as the body of a Word document, section by section."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import assert_never

import attrs

from propsummary.catalogue import label
from propsummary.document import (
    Block,
    CauseMap,
    Chain,
    ChartBlock,
    Document,
    Gauges,
    Heading,
    Highlight,
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
)
from propsummary.renderers.docx.markup import bookmarked, cell, field, paragraph, run
from propsummary.renderers.docx.pages import Pages
from propsummary.renderers.docx.parts import Parts
from propsummary.renderers.docx.pictures import PictureWriter
from propsummary.renderers.docx.tables import TableWriter, laid_out
from propsummary.renderers.office.flow import by_direction, references, side_by_side

__all__ = ["Body"]

_CARDS = 3  # figures that stand out, in one row
_DEEPEST = 2  # level of lists, from 0
_AROUND = 2_000  # twentieths of a point, of the heading above a diagram and the caption below
_ROLES = {"normal": "Body Text", "lead": "Lead", "note": "Note", "quote": "Quote"}


@attrs.frozen(kw_only=True)
class Body:
    """
    Writes the blocks of one document.

    Attributes:
        styles: The ids of styles by their names.

        plain_headings: What keeps a template's headings from being numbered a second time; empty where it does not number them.

        bookmarks: Those of headings by their anchors, and those of captions by their numbers.
    """

    document: Document
    pages: Pages
    parts: Parts
    pictures: PictureWriter
    styles: Mapping[str, str]
    plain_headings: str
    bookmarks: Mapping[str, str]

    def sections(self) -> Iterator[str]:
        """The text; a section that is not the last ends with the paragraph that says what its pages are like."""
        runs = list(by_direction(self.document.blocks, self.pages.room(), self.pages.room(sideways=True)))
        for number, (sideways, blocks) in enumerate(runs, 1):
            total, tallest = self.pages.room(sideways=sideways), self.pages.depth(sideways=sideways) - _AROUND
            yield "".join(self._block(block, total, tallest) for block in blocks).removesuffix(paragraph(self.styles["Spacer"]))
            page = self.pages.sideways if sideways else self.pages.upright
            yield paragraph(self.styles["Section End"], properties="" if number == len(runs) else page)
            yield page if number == len(runs) else ""
        if not runs:
            yield self.pages.upright

    def _block(self, block: Block, total: int, tallest: int) -> str:
        match block:
            case Heading():
                text = (
                    bookmarked(self.bookmarks[block.anchor], self.parts.unique(), run(block.title))
                    if block.anchor
                    else run(block.title)
                )
                return paragraph(self.styles[f"heading {min(block.level, 4)}"], text, self.plain_headings)
            case Paragraph():
                return paragraph(self.styles[_ROLES[block.role]], self._labelled(block.label, block.text))
            case ItemList():
                return "".join(self._items(block.items, ordered=block.ordered))
            case Table():
                return self._headed(block, TableWriter(self.styles).table(block, total))
            case Chain():
                return self._headed(block, TableWriter(self.styles).chain(block, total))
            case ChartBlock():
                return self.pictures.chart(block, total) + self._caption("caption", block.number, block.title)
            case Picture():
                return self.pictures.picture(block, total) + self._caption("caption", block.number, block.caption, block.note)
            case PicturePair():
                return self.pictures.pair(block, total) + self._caption("caption", block.number, block.caption)
            case Highlights():
                return self._highlights(block, total)
            case KeyValues():
                return "".join(map(self._facts, side_by_side(block.pairs))) + paragraph(self.styles["Spacer"])
            case CauseMap() | Timeline() | Gauges():
                drawn = self.pictures.diagram(block, total, tallest)
                return drawn and drawn + self._caption("caption", "", block.title)
            case _:
                assert_never(block)

    def _labelled(self, name: str, text: str) -> str:
        colon = "：" if self.document.language != "en" else ": "
        return (run(name, self.styles["Strong"]) + (run(colon) if text else "") if name else "") + self._referring(text)

    def _referring(self, text: str) -> str:
        """*text*; where it points to a table or figure of the document, as a cross-reference."""
        return "".join(
            field(rf"REF {self.bookmarks[number]} \h", run(piece)) if number else run(piece)
            for piece, number in references(text, self.bookmarks)
        )

    def _items(self, items: tuple[Item, ...], *, ordered: bool, level: int = 0) -> Iterator[str]:
        kind, number = ("List Number", self.parts.numbers()) if ordered else ("List Bullet", self.parts.bullets)
        style = self.styles[kind + ("" if level == 0 else f" {level + 1}")]
        mark = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        for item in items:
            yield paragraph(style, self._labelled(item.label, item.text), mark)
            yield from self._items(item.children, ordered=False, level=min(level + 1, _DEEPEST))

    def _headed(self, table: Table | Chain, written: str) -> str:
        """A table under its caption."""
        caption = self._caption("Table Caption", table.number, table.caption)
        return caption + written + paragraph(self.styles["Spacer"])

    def _caption(self, style: str, number: str, text: str, note: str = "") -> str:
        """A caption that counts itself; cross-references lead to its number."""
        whole = captioned(number, text, note, self.document.language)
        if not whole:
            return ""
        match = re.fullmatch(r"(.*\s)(\d+)", number)
        if not match:
            return paragraph(self.styles[style], run(whole))
        counted = run(match[1]) + field(rf"SEQ {match[1].strip()} \* ARABIC", run(match[2]))
        mark = bookmarked(self.bookmarks[number], self.parts.unique(), counted)
        return paragraph(self.styles[style], mark + run(whole[len(number) :]))

    def _facts(self, pairs: list[tuple[str, str]]) -> str:
        """One line of names and values."""
        name_style = self.styles["Fact Label"]
        (name, value), *others = pairs
        beside = "".join(f"{run('　　')}{run(other, name_style)}{run('　')}{run(words)}" for other, words in others)
        return paragraph(self.styles["Facts"], f"{run(name, name_style)}<w:r><w:tab/></w:r>{run(value)}{beside}")

    def _highlights(self, block: Highlights, total: int) -> str:
        """Cards, three in a row, or two where that leaves no gap."""
        count = len(block.figures)
        columns = _CARDS - 1 if count % _CARDS and count % (_CARDS - 1) == 0 else min(_CARDS, count)
        widths = [total // columns] * columns
        cards = [self._card(figure) for figure in block.figures]
        cards += [paragraph(self.styles["Card Label"])] * (-len(cards) % columns)
        cells = [cell(total // columns, card) for card in cards]
        rows = ("".join(cells[start : start + columns]) for start in range(0, len(cells), columns))
        heading = paragraph(self.styles["Lead"], run(label("key_figures", self.document.language)))
        return heading + laid_out(widths, rows, self.styles["Card Table"]) + paragraph(self.styles["Spacer"])

    def _card(self, figure: Highlight) -> str:
        small = self.styles["Card Label"]
        more = (paragraph(small, run(text)) for text in (figure.baseline, figure.change, figure.target) if text)
        mark = paragraph(small, run(figure.verdict, self.styles.get(f"Mark {figure.tone}", ""))) if figure.verdict else ""
        return paragraph(small, run(figure.label)) + paragraph(self.styles["Card Value"], run(figure.value)) + "".join(more) + mark
