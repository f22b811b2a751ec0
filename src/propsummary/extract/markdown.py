"""Markdown, as our renderer writes it and as people write it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from propsummary.extract.pieces import Collector, Piece

if TYPE_CHECKING:
    from markdown_it.token import Token

__all__ = ["extract"]

# A picture that is only named ends with its file, which is no text: **图 1　改造前**：photos/1.png.
_FILE = re.compile(r"(?:：|: )(?:(?!: )[^：\n]){1,200}\.(?:jpe?g|png|webp|gif|bmp|tiff?|heic)\s*\Z", re.IGNORECASE)
_TAG = re.compile(r"<(/?[a-zA-Z][^<>]{0,200}|!--.{0,2000}?--)>", re.DOTALL)


def extract(text: str) -> tuple[Piece, ...]:
    """The text of the paragraphs, entries and cells; what pictures are called is not told."""
    from markdown_it import MarkdownIt

    collector = Collector()
    table = _Rows()
    heading, line = False, 1
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        line = token.map[0] + 1 if token.map else line
        match token.type:
            case "heading_open":
                heading = True
            case "inline" if table.open:
                table.add(_inline(token), line)
            case "inline" if heading:
                collector.heading(_inline(token), line)
                heading = False
            case "inline" | "code_block" | "fence":
                collector.add(_FILE.sub("", _inline(token)) if token.type == "inline" else token.content, line)
            case "html_block":
                collector.add(_TAG.sub("\n", html.unescape(token.content)), line)
            case "table_open":
                table = _Rows(line)
                table.open = True
            case "thead_close":
                table.head = [cell for cell, _ in table.rows.pop()]
            case "tr_open":
                table.rows.append([])
            case "table_close":
                collector.table(table.head, table.rows, table.line)
                table = _Rows()
    return collector.pieces


class _Rows:
    """A table while it is read."""

    def __init__(self, line: int = 0) -> None:
        self.open = False
        self.line = line
        self.head: list[str] = []
        self.rows: list[list[tuple[str, int | None]]] = []

    def add(self, text: str, line: int) -> None:
        self.rows[-1].append((text, line))


def _inline(token: Token) -> str:
    return "".join(_words(token.children or ()))


def _words(children: Sequence[Token]) -> Iterator[str]:
    for number, child in enumerate(children):
        match child.type:
            case "text" | "code_inline":
                yield child.content
            case "hardbreak":
                yield "\n"
            case "softbreak":
                yield _joint(children, number)
            case "html_inline" if child.content.casefold().startswith("<br"):
                yield "\n"


def _joint(children: Sequence[Token], number: int) -> str:
    """What a line break in the source means: a blank between words, nothing within Chinese."""
    before = children[number - 1].content[-1:] if number else ""
    after = children[number + 1].content[:1] if number + 1 < len(children) else ""
    return " " if before.isascii() or after.isascii() else ""
