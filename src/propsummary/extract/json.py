"""Documents as JSON, as the JSON renderer writes them; of any other JSON all texts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from propsummary.extract.pieces import Collector, Piece

__all__ = ["extract"]

#: Keys of a document's parts that no reader sees, or sees again elsewhere.
_UNSEEN = {
    *("block", "number", "anchor", "kind", "tone", "role", "values", "unit", "alt", "file", "language", "level", "wide", "ordered"),
    *("draft", "watermark", "organization", "department", "period", "author", "date", "before_label", "after_label", "tracker"),
}


def extract(text: str) -> tuple[Piece, ...]:
    """The texts of a document; a text that is no JSON at all is one piece."""
    collector = Collector()
    try:
        plain = json.loads(text, parse_float=str, parse_int=str, parse_constant=str)
    except (ValueError, RecursionError):
        collector.add(text)
        return collector.pieces
    if isinstance(plain, dict) and isinstance(plain.get("blocks"), list):
        for key, value in plain.items():
            if key == "title":
                collector.heading(_string(value), counted=False)
            elif key != "blocks" and key not in _UNSEEN:
                _texts(value, collector)
        for block in plain["blocks"]:
            _block(block, collector)
    else:
        for leaf in _leaves(plain):
            collector.add(leaf)
    return collector.pieces


def _block(block: Any, collector: Collector) -> None:
    if not isinstance(block, dict):
        collector.add(_string(block))
        return
    match block.get("block"):
        case "heading":
            collector.heading(_string(block.get("text")), counted=False)
        case "table":
            collector.add(_string(block.get("caption")))
            collector.table(_head(block), ([(text, None) for text in _row(row)] for row in block.get("rows", ())))
        case "chain":
            collector.add(_string(block.get("caption")))
            collector.table(_head(block), _linked(block))
        case "chart":
            collector.add(_string(block.get("title")))
            collector.table(*_chart(block))
        case "highlights":
            for figure in block.get("figures", ()):
                collector.add(_string(figure.get("label")))
                for key in ("value", "baseline", "change", "target"):
                    collector.add(_string(figure.get(key)), context=_string(figure.get("label")))
        case "cause-map" | "timeline" | "gauges":
            collector.role = "again"  # it draws what the text beside it says
            collector.add(_string(block.get("title")) or _string(block.get("caption")))
            collector.role = "said"
        case "key-values":
            for name, value in block.get("pairs", ()):
                collector.add(_string(name))
                collector.add(_string(value), context=_string(name))
        case _:
            _texts(block, collector)


def _texts(value: Any, collector: Collector) -> None:
    """Whatever a reader sees of *value*; a label stands before its text."""
    if isinstance(value, dict):
        label, colon = _string(value.get("label")), "：" if value.get("text") else ""
        if label:
            collector.add(f"{label}{colon}{_string(value.get('text'))}")
        for key, member in value.items():
            if key not in _UNSEEN and not (label and key in ("label", "text")):
                _texts(member, collector)
    elif isinstance(value, list):
        for member in value:
            _texts(member, collector)
    else:
        collector.add(_string(value))


def _head(block: Mapping[str, Any]) -> list[str]:
    return [_string(column.get("header")) for column in block.get("columns", ())]


def _row(row: Any) -> list[str]:
    return [_string(cell.get("text")) for cell in row]


def _linked(block: Mapping[str, Any]) -> Iterator[list[tuple[str, None]]]:
    for link in block.get("links", ()):
        head = _row(link.get("head", ()))
        for number, row in enumerate(link.get("rows", ())):
            yield [(text, None) for text in (*(["" for _ in head] if number else head), *_row(row))]


def _chart(block: Mapping[str, Any]) -> tuple[list[str], list[list[tuple[str, None]]]]:
    series = block.get("series", ())
    head = [_string(block.get("axis")), *(_string(one.get("name")) for one in series)]
    printed = [one.get("printed", ()) for one in series]
    rows = [
        [(_string(name), None), *((_string(column[i]) if i < len(column) else "", None) for column in printed)]
        for i, name in enumerate(block.get("categories", ()))
    ]
    return head, rows


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, dict | list):
        for member in value.values() if isinstance(value, dict) else value:
            yield from _leaves(member)
    else:
        yield _string(value)


def _string(value: Any) -> str:
    return value if isinstance(value, str) else ""
