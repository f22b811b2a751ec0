"""Workbooks: the cells of all sheets as they are shown, row by row."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from propsummary.catalogue import label
from propsummary.catalogue.codes import Words
from propsummary.errors import MissingExtraError
from propsummary.extract._refusing import unreadable
from propsummary.extract._shown import shown
from propsummary.extract.pieces import Collector, Piece, Place
from propsummary.quantities import has_figure

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["extract"]


def extract(data: bytes) -> tuple[Piece, ...]:
    """
    What a reader of the visible sheets sees; results of formulas are left out, for the workbook makes them by itself.

    Where a sheet holds the full report, the others only say again what stands there.

    Raises:
        UnreadableFileError: It holds no sheet at all.

        MissingExtraError: The packages of the extra ``xlsx`` are not there.
    """
    try:
        import openpyxl
    except ImportError as error:
        raise MissingExtraError("reading Excel files", "xlsx") from error
    workbook = openpyxl.load_workbook(io.BytesIO(data))
    if not workbook.sheetnames:
        raise unreadable("SHP001", "package")  # openpyxl takes any part of that name for a workbook
    return _pieces(workbook)


def _pieces(workbook: Workbook) -> tuple[Piece, ...]:
    reports = {label("full_text", language) for language in ("zh", "zh-Hant", "en")}
    sheets = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
    reported = any(sheet.title in reports for sheet in sheets)
    collector = Collector()
    for sheet in sheets:
        collector.role = "again" if reported and sheet.title not in reports else "said"
        collector.leave()
        _collect(sheet, collector)
    return collector.pieces


def _collect(sheet: Worksheet, collector: Collector) -> None:
    """Lines that run over several columns are text; all other rows belong to tables, up to a row that is blank."""
    wide = {(area.min_row, area.min_col) for area in sheet.merged_cells.ranges if area.max_col > area.min_col}
    table: list[list[Cell]] = []
    last = 0
    for row in _rows(sheet):
        first = row[0]
        line = len(row) == 1 and ((first.row, first.column) in wide or not table)
        if table and (line or first.row != last + 1):
            _table(table, sheet, collector)
            table = []
        if line and first.font.b and (first.row, first.column) in wide:
            collector.heading(_text(first), _place(sheet, first))
        elif line or first.row is None:
            collector.add(_text(first), _place(sheet, first))
        else:
            table.append(row)
        last = first.row
    _table(table, sheet, collector)


def _rows(sheet: Worksheet) -> Iterator[list[Cell]]:
    """The cells that hold something, row by row; a sheet that says it has a million rows has no more of them."""
    cells: Any = sheet._cells  # all that there is; what goes through rows and columns also makes every cell between
    row: list[Cell] = []
    for at in sorted(cells):
        if not _text(cells[at]) and cells[at].data_type != "f":
            continue
        if row and row[0].row != at[0]:
            yield row
            row = []
        row.append(cells[at])
    if row:
        yield row


def _table(rows: list[list[Cell]], sheet: Worksheet, collector: Collector) -> None:
    """
    A table with its headings in the first row; a row is called by the last of the columns that stay in sight.

    Where the first row tells a figure in every cell but its first, nothing has a heading.
    """
    if not rows:
        return
    headless = len(rows[0]) > 1 and all(has_figure(_text(cell)) for cell in rows[0][1:])
    head = {cell.column: "" if headless else _text(cell) for cell in rows[0]}
    for cell in () if headless else rows[0]:
        collector.add(_text(cell), _place(sheet, cell))
    naming = _naming(sheet, head)
    name = ""
    for row in rows if headless else rows[1:]:
        if len(row) > 1 and all(cell.data_type == "f" for cell in row[1:]):  # the name of what the workbook calculates
            continue
        texts = {cell.column: _text(cell) for cell in row}
        name = texts.get(naming) or name
        for cell in row:
            context = f"{'' if cell.column == naming else name}·{head.get(cell.column, '')}"
            collector.add(texts[cell.column], _place(sheet, cell), context=context)


def _naming(sheet: Worksheet, head: dict[int, str]) -> int:
    """The column that says what a row is about."""
    frozen = sheet.freeze_panes
    columns = sheet[frozen].column - 1 if frozen else 0
    return columns if columns in head else min(head)


def _text(cell: Cell) -> str:
    """What the cell shows."""
    value = cell.value
    match value:
        case bool() | None:
            return ""
        case str():
            return "" if cell.data_type == "f" else value
        case dt.datetime() | dt.date():
            return f"{value:%Y-%m-%d}"
        case int() | float():
            return shown(value, cell.number_format)
    return ""


def _place(sheet: Worksheet, cell: Cell) -> Place:
    where = f"{sheet.title}!{cell.coordinate}"
    return Words(where, where)
