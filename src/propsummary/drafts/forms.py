"""
Tables of a Word file that are forms: their headings name the model's fields, so that they are read exactly, without any guessing.

Such a table gives its rows numbers (编号, for follow-ups 对应), or is a list of the overview's lines. What stands between 〔 and 〕
is there to be written over and says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from propsummary.drafts.outline import Table, TableCell, join
from propsummary.drafts.workbook.layout import OVERVIEW, Column, Sheet, heading, sheets
from propsummary.drafts.workbook.tables import Item, Piece, columns_of, items
from propsummary.problems import Span

__all__ = ["FormTable", "form_objects", "hint", "is_hint"]

_OPEN, _CLOSE = "〔", "〕"
_NOWHERE = Span(line=1, column=1, end_line=1, end_column=1)
_NUMBERS = ("id", "of")  # fields that tell a form from any other table


@attrs.frozen(kw_only=True)
class FormTable:
    """
    What a form says.

    Attributes:
        path: Where in the summary the objects are listed (``("issues",)``, ``("outlook", "directions")``); empty for lines of the
            overview.

        objects: The objects, with the fields that are filled in, and where each stands.

        lines: The lines of the overview, with what stands beside each.
    """

    path: tuple[str, ...] = ()
    objects: tuple[Item, ...] = ()
    lines: tuple[tuple[Column, Piece], ...] = ()


def hint(text: str) -> str:
    """*text* as a hint that nobody reads as part of the summary."""
    return f"{_OPEN}{text}{_CLOSE}"


def is_hint(text: str) -> bool:
    """Whether *text* is a hint and no more."""
    words = text.strip()
    return words[:1] == _OPEN and words[-1:] == _CLOSE


def form_objects(table: Table, *, about: str = "") -> FormTable | None:
    """
    The objects of *table*, if it is a form.

    Args:
        about: The list of the summary that the table is about (``countermeasures``), where headings are common to several and
            something else tells.
    """
    lines = _lines(table)
    if lines:
        return FormTable(lines=lines)
    rows = [_pieces(row) for row in table.rows]
    sheet = _sheet(rows[0], about) if rows else None
    if sheet is None:
        return None
    columns = columns_of(sheet, rows[0])
    below = ((number, _own(columns, row)) for number, row in enumerate(rows[1:], 2))
    found = items(sheet, below)
    return FormTable(path=sheet.path, objects=tuple(item for item in found if item.values.keys() - {"id"}))


def _sheet(headings: Mapping[int, Piece], about: str) -> Sheet | None:
    """The one list of the summary that has all these fields."""
    found = [sheet for sheet in sheets() if not sheet.parent and _fits(sheet, headings)]
    named = [sheet for sheet in found if sheet.path[-1] == about]
    best = named or found
    return best[0] if len(best) == 1 else None


def _fits(sheet: Sheet, headings: Mapping[int, Piece]) -> bool:
    columns = columns_of(sheet, headings)
    fields = {column.path[-1] for column in columns.values() if len(column.path) == 1}
    required = {column.field for column in sheet.columns if column.required and len(column.path) == 1}
    told = [piece for piece in headings.values() if piece.text.strip()]
    return len(columns) == len(told) > 1 and not fields.isdisjoint(_NUMBERS) and required <= fields


def _lines(table: Table) -> tuple[tuple[Column, Piece], ...]:
    """The lines of the overview, if the table is made of nothing else."""
    pairs = list(_pairs(table.rows))
    found = [(column, piece) for name, piece in pairs if (column := OVERVIEW.headings.get(heading(name.text)))]
    if not pairs or len(found) < len(pairs) or heading(pairs[0][1].text) in OVERVIEW.headings:
        return ()
    return tuple(found)


def _pairs(rows: Sequence[Sequence[TableCell]]) -> Iterator[tuple[Piece, Piece]]:
    """Name and value, once or several times in a row; nothing at all if a row is no such."""
    for row in rows:
        cells = [_piece(cell) for cell in row if not cell.merged]
        if not cells or len(cells) % 2:
            yield Piece("", _NOWHERE), Piece("", _NOWHERE)
            return
        yield from ((name, value) for name, value in zip(cells[::2], cells[1::2], strict=True) if name.text or value.text)


def _own(columns: Mapping[int, Column], row: Mapping[int, Piece]) -> dict[Column, Piece]:
    return {column: row[place] for place, column in columns.items() if place in row}


def _pieces(row: Sequence[TableCell]) -> dict[int, Piece]:
    return {place: _piece(cell) for place, cell in enumerate(row)}


def _piece(cell: TableCell) -> Piece:
    """A cell without its hints."""
    told = [words for words in cell.words if not is_hint(words.text)]
    where = (told or list(cell.words))[:1]
    span = join(told, "\n").span() if told else None
    return Piece(
        "\n".join(words.text for words in told), span or (where[0].span() if where else None) or _NOWHERE, merged=cell.merged
    )
