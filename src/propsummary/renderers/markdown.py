"""Markdown: CommonMark, tables in the form of GitHub."""

from __future__ import annotations

import pathlib
import re
from collections.abc import Iterable, Iterator, Mapping
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
    Language,
    Paragraph,
    Picture,
    PicturePair,
    Table,
    Timeline,
    captioned,
    labelled,
)
from propsummary.renderers._pictures import PictureSource, lighter
from propsummary.renderers.base import as_path

__all__ = ["MarkdownRenderer"]

_BLANKS = re.compile(r"[^\S　]*\n\s*|[^\S　]{2,}")  # the ideographic space parts the number of a caption from its words: it stays
_MARKUP = re.compile(r"[\\`*_\[\]<>|~&]")
# What begins a block where it begins a line: headings, lists, rules and underlines of headings, numbered lists.
_OPENER = re.compile(r"^(?=#{1,6}(?:\s|$)|[-+](?:\s|$)|[-=]+$)|^(\d{1,9})(?=[.)](?:\s|$))")
_CLOSING_HASHES = re.compile(r"(?<!\\)(?=#+$)")


@attrs.frozen(kw_only=True)
class MarkdownRenderer:
    """
    Render to Markdown; whatever the department wrote comes out as text, never as markup.

    Photos cannot be inside, and those of the draft may say where they were taken: `render` only names them, `render_with_photos`
    shows copies that say nothing.

    Attributes:
        top_level: Level of the title's heading; sections follow below it.

        folder: Where the draft's photos are.

        assets: Photos by their path, for drafts that come from no folder; go before *folder*.
    """

    suffix: ClassVar[str] = ".md"
    media_type: ClassVar[str] = "text/markdown; charset=utf-8"

    top_level: int = 1
    folder: pathlib.Path | None = attrs.field(default=None, converter=as_path)
    assets: Mapping[str, bytes] = attrs.field(factory=dict)

    def render(self, document: Document, /) -> bytes:
        return _Writer(document, self.top_level, {}).content()

    def render_with_photos(self, document: Document, /, *, into: str) -> tuple[bytes, dict[str, bytes]]:
        photos = self._photos(document, into)
        paths = {file: path for file, (path, _) in photos.items()}
        return _Writer(document, self.top_level, paths).content(), dict(photos.values())

    def _photos(self, document: Document, into: str) -> dict[str, tuple[str, bytes]]:
        """The photos that can be shown, by their path below the draft's folder: the path and the content of their copies."""
        source = PictureSource(folder=self.folder, assets=self.assets)
        shown: dict[str, tuple[str, bytes]] = {}
        for picture in _pictures(document.blocks):
            found = source.load(picture.file) if picture.file not in shown else None
            light = lighter(*found) if found else None
            if light:
                kind, content = light
                suffix = kind.removeprefix("image/").replace("jpeg", "jpg")
                shown[picture.file] = (f"{into}/{len(shown) + 1}.{suffix}", content)
        return shown


class _Writer:
    """Writes one document."""

    def __init__(self, document: Document, top_level: int, photos: Mapping[str, str]) -> None:
        self._document = document
        self._language = document.language
        self._top = top_level
        self._photos = photos

    def content(self) -> bytes:
        parts = [self._cover(), *map(self._block, self._document.blocks)]
        return ("\n\n".join(part for part in parts if part) + "\n").encode()

    def _cover(self) -> str:
        parts = [f"> {_bold(self._document.watermark)}"] if self._document.watermark else []
        parts.append(f"{'#' * self._top} {_line(self._document.title)}")
        parts += [_line(self._document.subtitle)] if self._document.subtitle else []
        parts.append("\n".join(f"- {_labelled(name, value, self._language)}" for name, value in self._document.cover))
        return "\n\n".join(part for part in parts if part)

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                return f"{'#' * min(self._top + block.level, 6)} {_line(block.title)}"
            case Paragraph():
                text = _labelled(block.label, block.text, self._language)
                return "\n".join(f"> {line}" for line in text.split("\n")) if block.role == "quote" else text
            case ItemList():
                return "\n".join(self._items(block, ""))
            case Table():
                return self._table(block)
            case Chain():
                return self._table(block.as_table())
            case ChartBlock():
                return self._table(block.as_table())
            case Picture():
                return self._picture(block, block.number)
            case PicturePair():
                return self._pair(block)
            case Highlights():
                return "\n".join(self._highlights(block))
            case KeyValues():
                return "\n".join(f"- {_labelled(name, value, self._language, '  ')}" for name, value in block.pairs)
            case CauseMap() | Timeline() | Gauges():
                return ""  # it shows what stands beside it in words
            case _:
                assert_never(block)

    def _items(self, block: ItemList, margin: str) -> Iterator[str]:
        for number, item in enumerate(block.items, 1):
            mark = f"{number}. " if block.ordered else "- "
            inner = margin + " " * len(mark)
            yield f"{margin}{mark}{self._item(item, inner)}"
            yield from self._items(ItemList(items=item.children), inner)

    def _item(self, item: Item, margin: str) -> str:
        return _labelled(item.label, item.text, self._language, margin)

    def _table(self, table: Table) -> str:
        rules = ("--:" if column.kind == "figure" else ":--" for column in table.columns)
        rows = [
            _row(column.header for column in table.columns),
            "| " + " | ".join(rules) + " |",
            *(_row(cell.text for cell in row) for row in table.rows),
        ]
        caption = captioned(table.number, table.caption, language=self._language)
        return (f"{_bold(caption)}\n\n" if caption else "") + "\n".join(rows)

    def _picture(self, picture: Picture, number: str) -> str:
        caption = _bold(captioned(number, picture.caption, picture.note, self._language))
        if picture.file not in self._photos:
            return labelled(caption, _line(picture.name), self._language)
        return f"![{_line(picture.alt)}](<{quote(self._photos[picture.file])}>)\n\n{caption}".rstrip()

    def _pair(self, pair: PicturePair) -> str:
        caption = captioned(pair.number, pair.caption, language=self._language)
        parts = (_bold(caption), self._picture(pair.before, pair.before_label))
        return "\n\n".join(part for part in (*parts, self._picture(pair.after, pair.after_label)) if part)

    def _highlights(self, block: Highlights) -> Iterator[str]:
        for figure in block.figures:
            rest = " · ".join(_line(part) for part in (figure.baseline, figure.change, figure.target, figure.verdict) if part)
            yield f"- {_line(figure.label)} **{_line(figure.value)}**" + (f" · {rest}" if rest else "")


def _pictures(blocks: Iterable[Block]) -> Iterator[Picture]:
    for block in blocks:
        if isinstance(block, Picture):
            yield block
        elif isinstance(block, PicturePair):
            yield from (block.before, block.after)


def _line(text: str) -> str:
    """*text* on one line as text and nothing else."""
    text = _BLANKS.sub(" ", text).strip()
    return _CLOSING_HASHES.sub(r"\\", _OPENER.sub(lambda m: f"{m[1]}\\" if m[1] else "\\", _MARKUP.sub(r"\\\g<0>", text)))


def _lines(text: str, margin: str = "") -> str:
    """*text* with its own line breaks as hard ones."""
    lines = (_line(line) for line in text.split("\n"))
    return f"\\\n{margin}".join(line for line in lines if line)


def _bold(text: str) -> str:
    """*text* in bold, or plain where a mark at its edge would keep the asterisks from meaning bold beside Chinese."""
    plain = _line(text)
    return f"**{plain}**" if text[:1].isalnum() and text[-1:].isalnum() else plain


def _labelled(label: str, text: str, language: Language, margin: str = "") -> str:
    colon = ": " if language == "en" else "："
    return f"{_bold(label)}{colon}{_lines(text, margin)}" if label else _lines(text, margin)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join("<br>".join(_line(line) for line in cell.split("\n")) for cell in cells) + " |"
