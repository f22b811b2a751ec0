"""Tables of risks, whatever part they stand in, and the tables of directions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from propsummary.catalogue.prose import ColumnWords, prose_words
from propsummary.drafts.extraction.labels import bare_label, slot_of
from propsummary.drafts.outline import Block, Table, TableCell, Words, join

__all__ = ["Row", "direction_rows", "is_risk_table", "risk_rows"]

#: One row: what its columns say by their fields, and what no field claims, each with the head of its column.
Row = tuple[dict[str, Words], tuple[Words, ...]]


def is_risk_table(block: Block) -> bool:
    """Whether a table tells risks: a column names them, another how likely or bad they are or what is done, none why they are."""
    if not isinstance(block, Table):
        return False
    told = {slot_of(cell.text) for cell in block.rows[0]} if block.rows else set()
    return _holds(block, prose_words().risk_columns, 2) and not told & {"issue", "cause"}


def risk_rows(table: Table) -> Iterator[Row]:
    """The rows of a table of risks."""
    return _rows(table, prose_words().risk_columns)


def direction_rows(table: Table) -> Iterator[Row] | None:
    """The rows of a table of directions for the years ahead; none for a table of something else."""
    known = prose_words().direction_columns
    return _rows(table, known) if _holds(table, known, 1) else None


def _holds(table: Table, known: Sequence[ColumnWords], least: int) -> bool:
    fields = set(_columns(table, known)) - {None}
    return table.headers == 1 and len(table.rows) > 1 and "statement" in fields and len(fields) >= least


def _columns(table: Table, known: Sequence[ColumnWords]) -> list[str | None]:
    """The field of each column, of several of one field the first."""
    columns: list[str | None] = []
    for cell in table.rows[0]:
        plain = bare_label(cell.text)
        field = next((one.column for one in known if plain in one.words), None)
        columns.append(None if field in columns else field)
    return columns


def _rows(table: Table, known: Sequence[ColumnWords]) -> Iterator[Row]:
    columns = _columns(table, known)
    heads = [join(cell.words, "") for cell in table.rows[0]]
    above: dict[int, TableCell] = {}
    for row in table.rows[1:]:
        above |= {at: cell for at, cell in enumerate(row) if not cell.merged}
        cells = [(at, join(above[at].words, "；")) for at in range(min(len(row), len(heads))) if at in above and above[at].words]
        told = {field: words for at, words in cells if (field := columns[at]) and words.text not in _NOTHING}
        rest = [join([heads[at], words], "：") for at, words in cells if not columns[at] and slot_of(heads[at].text) != "number"]
        yield told, tuple(words for words in rest if not row[0].merged)


_NOTHING = ("", "/", "-", "－", "—", "——", "无")
