"""Rows under headings to objects; the same for sheets of a workbook and for tables of a Word file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

import attrs

from propsummary.drafts.workbook.layout import Column, Sheet, heading
from propsummary.drafts.workbook.texts import read_list, read_text, says_nothing
from propsummary.problems import Path, Span
from propsummary.serde._source import Unread

__all__ = ["Item", "Piece", "columns_of", "items", "value_of"]

_LONGEST = 20  # digits of a whole number; no count of samples has more


@attrs.frozen
class Piece:
    """
    What stands in a cell.

    Attributes:
        span: Where it stands.

        flaw: Why its text is none: ``formula``, ``error``; empty for a sound one.

        merged: Whether it is the cell above that reaches down to here.
    """

    text: str
    span: Span
    flaw: str = ""
    merged: bool = False


@attrs.frozen(kw_only=True)
class Item:
    """
    An object.

    Attributes:
        number: The row that it begins in.

        values: Its fields by their English names, as readers of drafts hand them on.

        places: Where the object (the empty path), its fields and their members stand; empty cells too.
    """

    number: int
    values: dict[str, Any] = attrs.field(factory=dict)
    places: dict[Path, Span] = attrs.field(factory=dict)


def columns_of(sheet: Sheet, row: Mapping[int, Piece]) -> dict[int, Column]:
    """The columns that the headings in *row* name; of two that name the same, the first."""
    found: dict[int, Column] = {}
    for number, piece in sorted(row.items()):
        column = sheet.headings.get(heading(piece.text))
        if column is not None and column not in found.values():
            found[number] = column
    return found


def items(sheet: Sheet, rows: Iterable[tuple[int, Mapping[Column, Piece]]]) -> Iterator[Item]:
    """The objects in *rows*, each row with its number; rows in which nothing is filled in are passed over."""
    last: Item | None = None
    for number, pieces in rows:
        if not pieces:
            continue
        inner = {column: piece for column, piece in pieces.items() if len(column.path) > 1}
        own = {column: piece for column, piece in pieces.items() if len(column.path) == 1}
        more = any(value_of(*one) is not None for one in inner.items())
        if last is None or not (more and _continues(last, own)):
            if last is not None and last.values:
                yield last
            last = Item(number=number, places={(): _around((own or inner).values())})
            _put(last, own, ())
        if more:
            members = last.values.setdefault(sheet.nested, [])
            members.append({})
            last.places.setdefault((sheet.nested,), _around(inner.values()))
            _put(last, inner, (sheet.nested, len(members) - 1))
    if last is not None and last.values:
        yield last


def value_of(column: Column, piece: Piece) -> Any:
    """What the cell says, as readers of drafts take it; none for nothing."""
    if piece.flaw:
        return Unread("SHP005", "formula" if piece.flaw == "formula" else "cell_error", {"value": piece.text})
    if column.many:
        return read_list(piece.text, prose=column.prose) or ([] if says_nothing(piece.text) else None)
    text = read_text(piece.text, prose=column.prose)
    if column.is_whole and text.isascii() and text.isdecimal() and len(text) < _LONGEST:
        return int(text)
    return text if text or says_nothing(piece.text) else None


def _continues(last: Item, own: Mapping[Column, Piece]) -> bool:
    """Whether a row says nothing of its own but, perhaps, once more whose it is."""
    for column, piece in own.items():
        value = None if piece.merged else value_of(column, piece)
        if value is not None and not (column.field == "id" and value == last.values.get("id")):
            return False
    return True


def _put(item: Item, pieces: Mapping[Column, Piece], here: Path) -> None:
    """Write what *pieces* say into the object at *here* inside of *item*."""
    target: Any = item.values
    for step in here:
        target = target[step]
    if here:
        item.places[here] = _around(pieces.values())
    for column, piece in pieces.items():
        path = (*here, column.path[-1])
        item.places[path] = piece.span
        value = value_of(column, piece)
        if value is not None:
            target[column.path[-1]] = value
        if isinstance(value, list):
            item.places.update({(*path, index): piece.span for index in range(len(value))})


def _around(pieces: Collection[Piece]) -> Span:
    """From the first to the last of the cells in which something stands, or of all."""
    spans = [piece.span for piece in pieces]
    filled = [piece.span for piece in pieces if piece.text] or spans
    return attrs.evolve(filled[0], end_line=filled[-1].end_line, end_column=filled[-1].end_column)
