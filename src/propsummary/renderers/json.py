"""The document as JSON, for programs that lay it out themselves."""

from __future__ import annotations

import datetime
import json
import re
from decimal import Decimal
from typing import Any, ClassVar

import attrs

from propsummary.document import Document, Picture

__all__ = ["JsonRenderer"]


@attrs.frozen(kw_only=True)
class JsonRenderer:
    """
    Render to JSON: the document's fields under their names, every block with its kind under ``block``.

    Numbers for drawing are texts, so that no reader rounds them.

    Attributes:
        indent: Blanks a level; none for everything on one line.
    """

    suffix: ClassVar[str] = ".document.json"  # a draft may be a .json of the same name
    media_type: ClassVar[str] = "application/json"

    indent: int | None = 2

    def render(self, document: Document, /) -> bytes:
        plain = _plain(document)
        plain["blocks"] = [{"block": _kind(block), **_plain(block)} for block in document.blocks]
        return (json.dumps(plain, ensure_ascii=False, indent=self.indent) + "\n").encode()


def _kind(block: Any) -> str:
    """``PicturePair`` becomes ``picture-pair``, ``ChartBlock`` ``chart``."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", type(block).__name__.removesuffix("Block")).lower()


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if attrs.has(type(value)):
        plain = {field.name: _plain(getattr(value, field.name)) for field in attrs.fields(type(value))}
        if isinstance(value, Picture):
            plain["file"] = plain.pop("name")
        return plain
    return value
