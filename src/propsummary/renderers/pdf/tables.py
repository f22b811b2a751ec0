"""Tables as plain data: widths, alignment, cells that span rows, rows that stay whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from propsummary.document import Cell, Chain, Column, Link, Table
from propsummary.renderers.office.columns import column_widths, is_one_line, lines_of_row
from propsummary.renderers.pdf.words import breakable

__all__ = ["chain_data", "table_data"]

_ALIGNED = {"key": "left", "figure": "right", "word": "center", "text": "left"}
_SHORT = 10  # lines of a table that is not broken across pages
_WHOLE = 24  # lines of a row that is not broken across pages
_LETTER = 92  # of a word in a table, in twentieths of a point
_EDGES = 172  # what the cell's margins take


def table_data(table: Table, total: int) -> dict[str, Any]:
    """*table*, *total* twentieths of a point wide."""
    widths = column_widths(table.columns, table.rows, total)
    return {**_frame(table, widths), "rows": [_row(table.columns, row, widths) for row in table.rows]}


def chain_data(chain: Chain, total: int) -> dict[str, Any]:
    """The same of *chain*: the problem and its causes stand once, beside all its measures."""
    table = chain.as_table()
    widths = column_widths(table.columns, table.rows, total)
    rows = [row for link in chain.links for row in _link(chain.columns, link, widths)]
    return {**_frame(table, widths), "rows": rows}


def _frame(table: Table, widths: Sequence[int]) -> dict[str, Any]:
    """The head of *table*, and whether it is short enough to stay on one page."""
    heads = [breakable(column.header, _letters(across)) for column, across in zip(table.columns, widths, strict=True)]
    whole = len(table.rows) <= _SHORT and sum(lines_of_row(row, widths) for row in table.rows) <= _SHORT
    return {"widths": widths, "heads": heads, "whole": whole}


def _link(columns: Sequence[Column], link: Link, widths: Sequence[int]) -> Iterator[list[dict[str, Any]]]:
    """The rows of *link*; its head stays beside all of them on one page, where they are not too many for that."""
    count = len(link.head)
    lines = sum(lines_of_row(row, widths[count:]) for row in link.rows)
    whole = max(lines, lines_of_row(link.head, widths[:count])) <= _WHOLE
    spanning = [{**one, "rows": len(link.rows), "whole": whole} for one in _row(columns[:count], link.head, widths[:count])]
    for number, row in enumerate(link.rows):
        yield ([] if number else spanning) + _row(columns[count:], row, widths[count:])


def _row(columns: Sequence[Column], row: Sequence[Cell], widths: Sequence[int]) -> list[dict[str, Any]]:
    whole = lines_of_row(row, widths) <= _WHOLE
    return [
        {
            "text": breakable(one.text, _letters(across)),
            "tone": one.tone,
            "align": _ALIGNED[column.kind] if is_one_line(one.text, across) else "left",
            "whole": whole,
        }
        for column, one, across in zip(columns, row, widths, strict=True)
    ]


def _letters(across: int) -> int:
    """How many letters of a word fit beside each other."""
    return max((across - _EDGES) // _LETTER, 4)
