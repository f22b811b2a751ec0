"""Markdown: CommonMark, tables in the form of GitHub."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import ClassVar, assert_never
from urllib.parse import quote

import attrs

from propsummary.document import (
    Block,
    CauseMap,
    Chain,
    ChartBlock,
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
)

__all__ = ["MarkdownRenderer"]

_MARKUP = re.compile(r"[\\`*_\[\]<>|~&]")
# What begins a block where it begins a line: headings, lists, rules and underlines of headings, numbered lists.
_OPENER = re.compile(r"^(?=#{1,6}(?:\s|$)|[-+](?:\s|$)|[-=]+$)|^(\d{1,9})(?=[.)](?:\s|$))")
_CLOSING_HASHES = re.compile(r"(?<!\\)(?=#+$)")


@attrs.frozen(kw_only=True)
class MarkdownRenderer:
    """
    Render to Markdown; whatever the department wrote comes out as text, never as markup.

    Attributes:
        top_level: Level of the title's heading; sections follow below it.
    """

    suffix: ClassVar[str] = ".md"
    media_type: ClassVar[str] = "text/markdown; charset=utf-8"

    top_level: int = 1

    def render(self, document: Document, /) -> bytes:
        parts = [self._cover(document), *(self._block(block, document) for block in document.blocks)]
        return ("\n\n".join(part for part in parts if part) + "\n").encode()

    def _cover(self, document: Document) -> str:
        parts = [f"> {_bold(document.watermark)}"] if document.watermark else []
        parts.append(f"{'#' * self.top_level} {_line(document.title)}")
        parts += [_line(document.subtitle)] if document.subtitle else []
        parts += ["\n".join(f"- {_labelled(name, value, document)}" for name, value in document.cover)] if document.cover else []
        return "\n\n".join(parts)

    def _block(self, block: Block, document: Document) -> str:
        match block:
            case Heading():
                return f"{'#' * min(self.top_level + block.level, 6)} {_line(block.title)}"
            case Paragraph():
                text = _labelled(block.label, block.text, document)
                return "\n".join(f"> {line}" for line in text.split("\n")) if block.role == "quote" else text
            case ItemList():
                return "\n".join(self._items(block, document, ""))
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
                return "\n".join(self._highlights(block))
            case KeyValues():
                return "\n".join(f"- {_labelled(name, value, document, '  ')}" for name, value in block.pairs)
            case CauseMap() | Timeline() | Gauges():
                return ""  # it shows what stands beside it in words
            case _:
                assert_never(block)

    def _items(self, block: ItemList, document: Document, margin: str) -> Iterator[str]:
        for number, item in enumerate(block.items, 1):
            mark = f"{number}. " if block.ordered else "- "
            inner = margin + " " * len(mark)
            yield f"{margin}{mark}{self._item(item, document, inner)}"
            yield from self._items(ItemList(items=item.children), document, inner)

    def _item(self, item: Item, document: Document, margin: str) -> str:
        return _labelled(item.label, item.text, document, margin)

    def _table(self, table: Table, document: Document) -> str:
        rules = ("--:" if column.kind == "figure" else ":--" for column in table.columns)
        rows = [
            _row(column.header for column in table.columns),
            "| " + " | ".join(rules) + " |",
            *(_row(cell.text for cell in row) for row in table.rows),
        ]
        caption = captioned(table.number, table.caption, language=document.language)
        return (f"{_bold(caption)}\n\n" if caption else "") + "\n".join(rows)

    def _picture(self, picture: Picture, number: str, document: Document) -> str:
        caption = captioned(number, picture.caption, picture.note, document.language)
        return f"![{_line(picture.alt)}](<{quote(picture.file)}>)\n\n{_bold(caption)}".rstrip()

    def _pair(self, pair: PicturePair, document: Document) -> str:
        caption = captioned(pair.number, pair.caption, language=document.language)
        parts = (_bold(caption), self._picture(pair.before, pair.before_label, document))
        return "\n\n".join(part for part in (*parts, self._picture(pair.after, pair.after_label, document)) if part)

    def _highlights(self, block: Highlights) -> Iterator[str]:
        for figure in block.figures:
            rest = " · ".join(_line(part) for part in (figure.baseline, figure.change, figure.target, figure.verdict) if part)
            yield f"- {_line(figure.label)} **{_line(figure.value)}**" + (f" · {rest}" if rest else "")


def _line(text: str) -> str:
    """*text* on one line as text and nothing else."""
    text = " ".join(text.split()) if text != text.strip() or "\n" in text or "  " in text else text
    return _CLOSING_HASHES.sub(r"\\", _OPENER.sub(lambda m: f"{m[1]}\\" if m[1] else "\\", _MARKUP.sub(r"\\\g<0>", text)))


def _lines(text: str, margin: str = "") -> str:
    """*text* with its own line breaks as hard ones."""
    lines = (_line(line) for line in text.split("\n"))
    return f"\\\n{margin}".join(line for line in lines if line)


def _bold(text: str) -> str:
    """*text* in bold, or plain where a mark at its edge would keep the asterisks from meaning bold beside Chinese."""
    plain = _line(text)
    return f"**{plain}**" if text[:1].isalnum() and text[-1:].isalnum() else plain


def _labelled(label: str, text: str, document: Document, margin: str = "") -> str:
    colon = ": " if document.language == "en" else "："
    return f"{_bold(label)}{colon}{_lines(text, margin)}" if label else _lines(text, margin)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join("<br>".join(_line(line) for line in cell.split("\n")) for cell in cells) + " |"
