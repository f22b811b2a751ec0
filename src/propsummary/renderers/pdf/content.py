"""The document as plain data: what the template shows, in order, laid out as far as counting characters can do it."""

from __future__ import annotations

from typing import Any, assert_never

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
from propsummary.document.diagrams import Diagram
from propsummary.renderers.office.flow import by_direction, references, side_by_side
from propsummary.renderers.pdf.pictures import Pictures
from propsummary.renderers.pdf.tables import chain_data, table_data
from propsummary.renderers.pdf.words import breakable
from propsummary.renderers.theme import Theme

__all__ = ["Content"]

_UPRIGHT, _SIDEWAYS = 448, 694  # points across the text of a page
_TALLEST, _TALLEST_SIDEWAYS = 640, 390  # points of a drawing with its caption below
_TWIPS = 20  # in a point
_CONTENTS_FROM = 3  # sections; fewer are found without a table of contents


@attrs.frozen(kw_only=True)
class Content:
    """One document on its way to the template."""

    document: Document
    pictures: Pictures
    theme: Theme
    _targets: frozenset[str] = attrs.field(
        init=False,
        default=attrs.Factory(lambda self: frozenset(filter(None, map(_number, self.document.blocks))), takes_self=True),
    )

    def data(self) -> dict[str, Any]:
        """All that the template shows."""
        document = self.document
        sections = sum(heading.level == 1 for heading in document.headings)
        logo = self.pictures.logo(self.theme.logo) if self.theme.logo else ""
        return {
            "title": breakable(document.title),
            "subtitle": breakable(document.subtitle),
            "language": document.language,
            "author": document.author,
            "keywords": [text for text in (document.organization, document.department, document.period) if text],
            "date": [int(part) for part in document.date.split("-")] if document.date else [],
            "watermark": document.watermark,
            "notice": f"{document.watermark} · {label('draft_notice', document.language)}" if document.watermark else "",
            "logo": {"file": logo, "alt": self.theme.name or document.organization},
            "cover": [[breakable(text, 24) for text in pair] for pair in document.cover],
            "page": label("page_of", document.language).split("{}"),
            "contents": label("contents", document.language) if sections >= _CONTENTS_FROM else "",
            "stretches": [
                {"sideways": sideways, "blocks": [self._block(block, _SIDEWAYS if sideways else _UPRIGHT) for block in blocks]}
                for sideways, blocks in by_direction(document.blocks, _UPRIGHT * _TWIPS, _SIDEWAYS * _TWIPS)
            ],
        }

    def _block(self, block: Block, total: int) -> dict[str, Any]:
        match block:
            case Heading():
                return {"kind": "heading", "level": min(block.level, 4), "title": breakable(block.title, 30)}
            case Paragraph():
                return {"kind": "paragraph", "role": block.role, **self._labelled(block.label, block.text)}
            case ItemList():
                return {"kind": "items", "ordered": block.ordered, "items": [self._item(item) for item in block.items]}
            case Table():
                return {"kind": "table", **self._caption(block.caption, block.number), **table_data(block, total * _TWIPS)}
            case Chain():
                return {"kind": "table", **self._caption(block.caption, block.number), **chain_data(block, total * _TWIPS)}
            case ChartBlock() | CauseMap() | Timeline() | Gauges():
                return {"kind": "drawing", **self._drawing(block, total)}
            case Picture():
                caption = self._caption(block.caption, block.number, block.note)
                return {"kind": "photo", **caption, "photo": self.pictures.photo(block, total)}
            case PicturePair():
                return {"kind": "pair", **self._caption(block.caption, block.number), "photos": self.pictures.pair(block, total)}
            case Highlights():
                heading = label("key_figures", self.document.language)
                return {"kind": "cards", "heading": heading, "cards": [_card(figure) for figure in block.figures]}
            case KeyValues():
                lines = [[[name, breakable(value)] for name, value in line] for line in side_by_side(block.pairs)]
                return {"kind": "facts", "lines": lines}
            case _:
                assert_never(block)

    def _drawing(self, block: ChartBlock | Diagram, total: int) -> dict[str, Any]:
        """A drawing, perhaps in pieces on pages of their own."""
        tallest = _TALLEST_SIDEWAYS if total == _SIDEWAYS else _TALLEST
        pieces = self.pictures.drawings(block, total, tallest)
        return {**self._caption(block.title, getattr(block, "number", "")), "pieces": pieces}

    def _labelled(self, name: str, text: str) -> dict[str, Any]:
        colon = "：" if self.document.language != "en" else ": "
        pieces = [[breakable(piece), target] if target else breakable(piece) for piece, target in references(text, self._targets)]
        return {"label": breakable(name), "words": [colon, *pieces] if name and pieces else pieces}

    def _item(self, item: Item) -> dict[str, Any]:
        return {**self._labelled(item.label, item.text), "items": [self._item(child) for child in item.children]}

    def _caption(self, text: str, number: str, note: str = "") -> dict[str, Any]:
        """A caption, and what cross-references find it by."""
        return {"caption": breakable(captioned(number, text, note, self.document.language)), "target": number}


def _number(block: Block) -> str:
    """``图 1`` of what is called so; nothing for headings, which are numbered in another way."""
    return "" if isinstance(block, Heading) else getattr(block, "number", "")


def _card(figure: Highlight) -> dict[str, Any]:
    more = [breakable(text, 20) for text in (figure.baseline, figure.change, figure.target) if text]
    return {
        "label": breakable(figure.label, 20),
        "value": breakable(figure.value, 10),
        "more": more,
        "verdict": figure.verdict,
        "tone": figure.tone,
    }
