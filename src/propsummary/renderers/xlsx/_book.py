"""The workbook while it is written: its styles, its pages, and cells of every kind."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, TypeAlias

import attrs

from propsummary._text import width
from propsummary.catalogue import label
from propsummary.document import Document, Tone
from propsummary.renderers._wrap import wrap
from propsummary.renderers.theme import Theme
from propsummary.renderers.xlsx._figures import Number

__all__ = ["BODY", "Book", "Formula", "Value", "height"]

#: Size of type, in points.
BODY = 10

_A4 = 9
_LINE = 1.55  # height of a line, in sizes of its type
_ABOVE_AND_BELOW = 3  # points
_HIGHEST = 400  # points; a spreadsheet allows 409
_HEADER = 60  # characters of the title that a page's head has room for
_FORMULAE = ("=", "+", "-", "@")


@attrs.frozen
class Formula:
    """A formula, and what it shows where nothing calculates; empty where that depends on the day."""

    text: str
    shown: int | str = ""


#: What a cell can hold.
Value: TypeAlias = "str | Number | Formula | datetime.date | None"


class Book:
    """A workbook of one document in one theme."""

    def __init__(self, workbook: Any, document: Document, theme: Theme) -> None:
        self.workbook = workbook
        self.document = document
        self.theme = theme
        self._styles: dict[tuple[tuple[str, Any], ...], Any] = {}

    def style(self, **properties: Any) -> Any:
        """The cell format with these properties, made once."""
        key = tuple(sorted(properties.items()))
        if key not in self._styles:
            self._styles[key] = self.workbook.add_format({"valign": "top", **properties})
        return self._styles[key]

    def toned(self, tone: Tone) -> dict[str, Any]:
        """The properties that mark *tone*."""
        ink, ground = self.theme.palette.of(tone)
        return ({"font_color": f"#{ink}"} if tone else {}) | ({"bg_color": f"#{ground}"} if ground else {})

    def sheet(self, name: str) -> Any:
        """A new sheet that prints on landscape A4, as wide as the page, with the title above and the page number below."""
        document, sheet = self.document, self.workbook.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(left=0.5, right=0.5, top=0.75, bottom=0.75)
        sheet.fit_to_pages(1, 0)
        sheet.set_header(f"&L{_head(document.title)}&C&A&R{_head(document.watermark)}")
        sheet.set_footer("&C" + label("page_of", document.language).format("&P", "&N"))
        return sheet

    def put(self, sheet: Any, row: int, column: int, value: Value, **properties: Any) -> None:
        """Write one cell; text is text, whatever it looks like."""
        match value:
            case Number():
                sheet.write_number(row, column, _exact(value.value), self.style(num_format=value.shape, **properties))
            case Formula():
                sheet.write_formula(row, column, value.text, self.style(**properties), value.shown)
            case datetime.date():
                sheet.write_datetime(row, column, value, self.style(num_format="yyyy-mm-dd", **properties))
            case str() if value:
                quoted = {"quote_prefix": True} if value.startswith(_FORMULAE) else {}
                sheet.write_string(row, column, value, self.style(text_wrap=True, **properties, **quoted))
            case _:
                sheet.write_blank(row, column, None, self.style(**properties))


def height(texts: Iterable[tuple[str, int]], size: int = BODY) -> float:
    """
    How many points a row needs; not every program finds that out by itself.

    Args:
        texts: What stands in its cells, each with the columns of text that its cell is wide.

        size: Of the type, in points.
    """
    lines = max(
        (len(wrap(text, max(room - 1, 2))) if "\n" in text or width(text) > room - 1 else 1 for text, room in texts), default=1
    )
    return min(lines * size * _LINE + _ABOVE_AND_BELOW, _HIGHEST)


def _exact(value: Decimal) -> float:
    """The number as a spreadsheet holds it; it has no more digits than that keeps."""
    return float(value)


def _head(text: str) -> str:
    """Words for a page's head, in which ``&`` is a sign of its own."""
    return text[:_HEADER].replace("&", "&&")
