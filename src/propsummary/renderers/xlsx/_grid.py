"""A sheet of rows to filter and sort: frozen headings, widths by what stands in the columns."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any, Literal

import attrs

from propsummary._text import width
from propsummary.document import Tone
from propsummary.renderers.xlsx._book import Book, Formula, Value, height
from propsummary.renderers.xlsx._figures import Number

__all__ = ["Field", "Grid", "letters"]

_WIDEST = {"key": 34, "word": 18, "figure": 60, "text": 34, "date": 13}
_NARROWEST = 7
_TO_FILL_IN = 30
_ROOM = 3  # columns for the filter's button and the cell's edges
_FROZEN = 2  # columns: what a row is called
_HEADING = 22  # points
_A3 = 8
_TOO_WIDE = 190  # columns of text that A4 cannot show in a readable size


@attrs.frozen(kw_only=True)
class Field:
    """
    A column of a sheet.

    Attributes:
        key: What formulas call it: ``{due}`` is its cell in their row.

        tones: A mark for each value; none at all if empty.

        kept: Whether it stays where it is empty throughout: somebody is going to fill it in.
    """

    key: str
    header: str
    values: Sequence[Value]
    kind: Literal["key", "word", "figure", "text", "date"] = "word"
    tones: Sequence[Tone] = ()
    kept: bool = False


class Grid:
    """A sheet that is made of columns, and where they are."""

    def __init__(self, book: Book, name: str, fields: Sequence[Field]) -> None:
        self.name = name
        self.fields = [field for field in fields if field.kept or any(field.values)]
        self.columns = {field.key: column for column, field in enumerate(self.fields)}
        self.rows = len(self.fields[0].values) if self.fields else 0
        self.sheet: Any = book.sheet(name)
        self._book = book
        widths = [_width(field) for field in self.fields]
        for column, field in enumerate(self.fields):
            self.sheet.set_column(column, column, widths[column])
            self._write(column, field)
        self.sheet.set_row(0, _HEADING)
        for row in range(self.rows):
            cells = ((field.values[row], room) for field, room in zip(self.fields, widths, strict=True))
            self.sheet.set_row(row + 1, height((value, room) for value, room in cells if isinstance(value, str)))
        if sum(widths) > _TOO_WIDE:
            self.sheet.set_paper(_A3)
        self.sheet.freeze_panes(1, min(_FROZEN, len(self.fields)))
        self.sheet.repeat_rows(0)
        self.sheet.autofilter(0, 0, max(self.rows, 1), max(len(self.fields) - 1, 0))

    def refs(self, row: int) -> Mapping[str, str]:
        """The cells of *row*, counted from 0, by the keys of their columns, the columns fixed: ``$K2``."""
        return {key: f"${letters(column)}{row + 2}" for key, column in self.columns.items()}

    def whole(self, key: str, *, last: int) -> str:
        """The column *key* as other sheets refer to it, down to row *last*, counted from 0."""
        letter = letters(self.columns[key])
        return f"'{self.name}'!${letter}$2:${letter}${last + 2}"

    def _write(self, column: int, field: Field) -> None:
        book, palette = self._book, self._book.theme.palette
        edge = {"border": 1, "border_color": f"#{palette.rule}"}
        heading = {"bold": True, "bg_color": f"#{palette.accent}", "font_color": "#FFFFFF", "valign": "vcenter"}
        book.put(self.sheet, 0, column, field.header, **heading, **edge)
        align = {"align": "right", "indent": 1} if field.kind == "figure" else {"align": "center"} if field.kind == "date" else {}
        strong = {"bold": True} if field.kind == "key" else {}
        for row, value in enumerate(field.values):
            filled = Formula(value.text.format_map(self.refs(row)), value.shown) if isinstance(value, Formula) else value
            tone = book.toned(field.tones[row]) if field.tones else {}
            book.put(self.sheet, row + 1, column, filled, **edge, **align, **strong, **tone)


def letters(column: int) -> str:
    """What a spreadsheet calls the column at *column*: ``A``, ``Z``, ``AA``."""
    rest, last = divmod(column, 26)
    return (letters(rest - 1) if rest else "") + chr(ord("A") + last)


def _width(field: Field) -> int:
    """Columns of text that *field* gets: what its values want, within limits."""
    heading = width(field.header) + _ROOM
    least = _TO_FILL_IN if field.kept and field.kind == "text" else _NARROWEST
    return max(least, heading, min(max(map(_columns, field.values), default=0), _WIDEST[field.kind]))


def _columns(value: Value) -> int:
    """How wide *value* is shown."""
    match value:
        case str():
            return max(map(width, value.split("\n"))) + 2
        case Number():
            whole = len(f"{abs(value.value):.0f}")
            return whole + whole // 3 + 4 + max(width(part.replace('"', "")) for part in value.shape.split(";"))
        case datetime.date():
            return 12
        case _:
            return 0
