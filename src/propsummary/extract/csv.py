"""Tables as CSV: commas, semicolons or tabs between the cells."""

from __future__ import annotations

import csv
import io

from propsummary.catalogue import label
from propsummary.extract.pieces import Collector, Piece
from propsummary.extract.text import extract as plain

__all__ = ["extract"]

_SEPARATORS = ",;\t"
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def extract(text: str) -> tuple[Piece, ...]:
    """
    The cells, under the headings of the first row; the apostrophe that keeps a cell from being a formula is no part of it.

    Tasks taken from a report only say again what stands there.
    """
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(_SEPARATORS, key=first.count))
    rows, begun = [], 1
    try:
        for row in reader:
            rows.append([(_unguarded(cell), begun) for cell in row])
            begun = reader.line_num + 1
    except csv.Error:  # no table after all
        return plain(text)
    collector = Collector()
    if rows:
        head = {cell for cell, _ in rows[0]}
        tasks = any({label("task", language), label("task_kind", language)} <= head for language in ("zh", "zh-Hant", "en"))
        collector.role = "again" if tasks else "said"
        collector.table([cell for cell, _ in rows[0]], rows[1:], 1)
    return collector.pieces


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell
