"""What a reader sees of rendered files, for comparing it with the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from propsummary.document import (
    Block,
    Chain,
    ChartBlock,
    Document,
    Heading,
    Highlights,
    Item,
    ItemList,
    KeyValues,
    Paragraph,
    Picture,
    PicturePair,
    Table,
)

__all__ = ["Page", "of_document", "of_html", "of_markdown", "squeezed"]

_VOID = {"meta", "img", "br", "col", "rect", "line", "circle", "polyline"}


class Page(HTMLParser):
    """A page's text, and whether its elements are closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.parts: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "img":
            self.parts.append(dict(attrs).get("alt") or "")
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> at {self.getpos()}")

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] != "style":
            self.parts.append(data)

    @property
    def text(self) -> str:
        return "".join(self.parts)


def squeezed(text: str) -> str:
    """*text* without blanks, so that line breaks do not matter."""
    return re.sub(r"\s+", "", text)


def of_html(html: str) -> str:
    return squeezed(Page(html).text)


def of_markdown(markdown: str) -> str:
    """The text that a Markdown reader shows, pictures' descriptions included."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough")
    return of_html(parser.render(markdown))


def of_document(document: Document) -> Iterator[str]:
    """Every piece of text that a reader must find, in any format."""
    yield document.title
    for name, value in document.cover:
        yield from (name, value)
    for block in document.blocks:
        yield from (piece for piece in _of_block(block) if piece)


def _of_block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield block.title
        case Paragraph():
            yield from (block.label, *block.text.split("\n"))
        case ItemList():
            for item in block.items:
                yield from _of_item(item)
        case Table():
            yield from _of_table(block)
        case Chain():
            yield from _of_table(block.as_table())
        case ChartBlock():
            yield from (block.title, block.number, *block.categories)
            for series in block.series:
                yield from (series.name, *series.printed)
        case Picture():
            yield from (block.caption, block.number, block.note)
        case PicturePair():
            yield from (block.caption, block.number, block.before_label, block.after_label)
            yield from (block.before.caption, block.after.caption)
        case Highlights():
            for figure in block.figures:
                yield from (figure.label, figure.value, figure.baseline, figure.change, figure.target, figure.verdict)
        case KeyValues():
            for name, value in block.pairs:
                yield from (name, *value.split("\n"))


def _of_item(item: Item) -> Iterator[str]:
    yield from (item.label, *item.text.split("\n"))
    for child in item.children:
        yield from _of_item(child)


def _of_table(table: Table) -> Iterator[str]:
    yield from (table.caption, table.number, *(column.header for column in table.columns))
    for row in table.rows:
        for cell in row:
            yield from cell.text.split("\n")
