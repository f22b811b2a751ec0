"""From the sheets of a form to the plain tree that every reader of drafts hands on."""

from __future__ import annotations

import json
import pathlib
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from propsummary._privacy import mask
from propsummary._text import nearest
from propsummary.catalogue import label
from propsummary.catalogue.codes import Words
from propsummary.drafts.workbook.examples import EXAMPLE, NOTES, example
from propsummary.drafts.workbook.layout import OVERVIEW, Column, Sheet, heading, sheet_named, sheets
from propsummary.drafts.workbook.package import Cell, Grid, Row, letters, open_grids
from propsummary.drafts.workbook.tables import Item, Piece, columns_of, items
from propsummary.drafts.workbook.texts import read_text
from propsummary.drafts.workbook.tree import Growing
from propsummary.model import Draft
from propsummary.problems import Path, Span
from propsummary.serde._source import Limits, Refused, Tree, Unread
from propsummary.serde._suggestions import near_keys
from propsummary.serde.loading import from_tree

__all__ = ["of_json", "read_workbook"]

_TOP = 10  # rows among which the headings are looked for; people put a title above them
_COUNTS = frozenset(map(heading, ("序号", "行号", "No.", "#")))  # columns that only count the rows
_MARKS = frozenset((*NOTES.values(), *EXAMPLE.values()))
_MOST = 40  # characters of a cell in a message


def read_workbook(content: bytes, *, file: str = "", folder: pathlib.Path | None = None, limits: Limits | None = None) -> Draft:
    """
    Read a form that was filled in (XLSX).

    Sheets, columns and lines may stand in any order and be called in either language; empty rows, rows that are hidden and what is
    marked as explanation or example are passed over. Places name sheet and cell.

    Args:
        file: The name that problems carry.

        folder: Where photos are looked for.

        limits: How much is taken; the usual limits if left out.
    """
    limits = limits or Limits()
    form = _Form(file)
    return from_tree(lambda: form.read(open_grids(content, limits)), form, limits, Draft(summary=None, file=file, folder=folder))


class _Form(Growing):
    """A form while it is read."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self._numbers: dict[str, int] = {}  # of the sheets, counted from 1

    def read(self, grids: Sequence[Grid]) -> Tree:
        """
        The tree of *grids*.

        Raises:
            Refused: No sheet is one of the form's, or it is a workbook that was rendered.
        """
        self._numbers = {grid.name: number for number, grid in enumerate(grids, 1)}
        known = {grid.name: sheet for grid in grids if (sheet := sheet_named(grid.name))}
        if not known:
            raise Refused("SHP001", "no_form")
        if any(grid.name in (label("full_text"), label("full_text", "en")) for grid in grids):
            raise Refused("SHP001", "rendered_workbook")
        self.values[()] = self.at(self._cell(grids[0].name, 1, 1))
        found: dict[str, list[Item]] = {}
        order = [OVERVIEW, *sheets()]
        for grid in sorted((grid for grid in grids if grid.name in known), key=lambda grid: order.index(known[grid.name])):
            self._sheet(known[grid.name], grid, found)
        for grid in grids:
            if grid.name not in known and grid.rows and not grid.hidden:
                near = nearest(grid.name, [name for sheet in order for name in (sheet.zh, sheet.en)], 1)
                self._remark(self._cell(grid.name, 1, 1), "SHP003", "sheet_near" if near else "sheet", key=grid.name, near=near)
        return self.grown()

    def _sheet(self, sheet: Sheet, grid: Grid, found: dict[str, list[Item]]) -> None:
        if sheet is OVERVIEW:
            self._overview(grid)
            return
        listed = list(self._items(sheet, grid))
        if sheet.parent:
            self._inside(sheet, grid, listed, found.get(sheet.parent, []))
        elif sheet.path == ("extra",):
            self._carried(listed)
        else:
            found[sheet.path[-1]] = listed
            self.add(sheet.path, listed)

    # The overview

    def _overview(self, grid: Grid) -> None:
        """Lines of a name and, right of it, a value."""
        for row in self._shown(grid):
            place = min(row.cells)
            name, value = row.cells[place], row.cells.get(place + 1, Cell(""))
            column = OVERVIEW.headings.get(heading(name.text))
            if column is not None:
                self.line(column, self._piece(grid, row, place + 1))
            elif read_text(value.text) and not name.merged:
                self._unknown(OVERVIEW, self._cell(grid.name, row.number, place), name.text)

    # Sheets of rows

    def _items(self, sheet: Sheet, grid: Grid) -> Iterator[Item]:
        rows = list(self._shown(grid))
        best = max(rows[:_TOP], key=lambda row: len(columns_of(sheet, self._pieces(grid, row))), default=None)
        columns = columns_of(sheet, self._pieces(grid, best)) if best else {}
        below = [row for row in rows if best and row.number > best.number]
        if best is None or not columns:
            if rows:
                known = tuple(_both(column) for column in sheet.columns)
                self._remark(self._cell(grid.name, rows[0].number, 1), "SHP003", "headings", sheet=grid.name, known=known)
            return
        self._headings(sheet, grid, best, columns, below)
        own = (row for row in below if not self._passed_over(sheet, grid, row, columns))
        yield from items(
            sheet, ((row.number, {column: self._piece(grid, row, place) for place, column in columns.items()}) for row in own)
        )

    def _headings(self, sheet: Sheet, grid: Grid, best: Row, columns: Mapping[int, Column], below: Sequence[Row]) -> None:
        """Tell of columns whose cells are not read, if there is something in them."""
        filled = {place for row in below for place, cell in row.cells.items() if cell.text not in _MARKS}
        for place in sorted(filled - columns.keys()):
            span = self._cell(grid.name, best.number, place)
            name = best.cells[place].text if place in best.cells else ""
            column = sheet.headings.get(heading(name))
            if column is not None:
                first = next(number for number, known in columns.items() if known is column)
                path = (span.place, name)
                self.doubled.append((path, self.at(span)))
                self.keys[path] = self.at(self._cell(grid.name, best.number, first))
            elif not name:
                self._remark(span, "SHP009", "no_heading", sheet=grid.name, column=letters(place))
            elif heading(name) not in _COUNTS:
                self._unknown(sheet, span, name)

    def _passed_over(self, sheet: Sheet, grid: Grid, row: Row, columns: Mapping[int, Column]) -> bool:
        """Whether *row* is explanation or example and none of the summary's; one that was changed is told of."""
        mark = next((cell.text for place, cell in row.cells.items() if place not in columns and cell.text in _MARKS), "")
        if mark in EXAMPLE.values():
            shown = {column: row.cells[place].text for place, column in columns.items() if place in row.cells}
            if shown not in [dict(example(sheet, language)) for language in EXAMPLE]:
                self._remark(self._cell(grid.name, row.number, min(row.cells)), "SHP009", "example", mark=mark)
        return bool(mark)

    def _inside(self, sheet: Sheet, grid: Grid, listed: Sequence[Item], parents: Sequence[Item]) -> None:
        """Rows that belong to the metric that they name, or to that of the row above."""
        field, whose = sheet.path[-1], None
        for item in listed:
            name = item.values.pop("metric", None)
            whose = _parent(name, parents) if name is not None else whose
            if whose is None:
                shown = mask(str(name or ""))[:_MOST]
                self._remark(item.places[()], "SHP005", "belongs", sheet=grid.name, value=shown)
                continue
            here = (sheet.parent, whose, field)
            self.values.setdefault(here, self.at(item.places[()]))
            if field == "breakdown":
                self._named(parents[whose].values.setdefault(field, {}), item, here)
            else:
                members = parents[whose].values.setdefault(field, [])
                self.keep(item, (*here, len(members)))
                members.append(item.values)

    def _named(self, target: dict[str, Any], item: Item, here: Path) -> None:
        """A row that is a name and what it stands for."""
        name = item.values.get("name")
        if not isinstance(name, str):
            name = ""
        place = self.at(item.places.get(("value",), item.places[()]))
        key = self.at(item.places.get(("name",), item.places[()]))
        if name in target:
            self.doubled.append(((*here, name), key))
            return
        target[name] = item.values.get("value")
        self.values[*here, name], self.keys[*here, name] = place, key

    def _carried(self, listed: Sequence[Item]) -> None:
        for item in listed:
            self.values.setdefault(("extra",), self.at(item.places[()]))
            if isinstance(text := item.values.get("value"), str):
                item.values["value"] = of_json(text)
            self._named(self.root.setdefault("extra", {}), item, ("extra",))

    # Cells

    def _shown(self, grid: Grid) -> Iterator[Row]:
        """The rows that can be seen; of the others it is told that they are there."""
        hidden = [row for row in grid.rows if row.hidden]
        if hidden:
            place = self._cell(grid.name, hidden[0].number, min(hidden[0].cells))
            self._remark(place, "SHP009", "hidden", sheet=grid.name, count=len(hidden))
        return (row for row in grid.rows if not row.hidden)

    def _piece(self, grid: Grid, row: Row, place: int) -> Piece:
        cell = row.cells.get(place, Cell(""))
        return Piece(cell.text, self._cell(grid.name, row.number, place), cell.flaw, cell.merged)

    def _pieces(self, grid: Grid, row: Row) -> dict[int, Piece]:
        return {place: self._piece(grid, row, place) for place in row.cells}

    def _cell(self, sheet: str, row: int, column: int) -> Span:
        place = f"{sheet}!{letters(column)}{row}"
        number = self._numbers[sheet]
        return Span(file=self.file, line=row, column=column, end_line=row, end_column=column + 1, place=place, sheet=number)

    def _unknown(self, sheet: Sheet, span: Span, name: str) -> None:
        spelt = {column.en if name.isascii() else column.zh: column for column in sheet.columns}
        near = near_keys(name, spelt)
        known = tuple(_both(column) for column in sheet.columns)
        told = {"sheet": Words(sheet.zh, sheet.en), "key": mask(name)[:_MOST], "near": near, "known": known}
        self._remark(span, "SHP003", "column_near" if near else "column", **told)

    def _remark(self, span: Span, code: str, variant: str, /, **arguments: Any) -> None:
        """Something to say about a cell that is no part of the summary."""
        self.root[span.place] = Unread(code, variant, arguments)
        self.keys[span.place,] = self.values[span.place,] = self.at(span)


def _both(column: Column) -> Words:
    return Words(column.zh, column.en)


def _parent(name: object, parents: Sequence[Item]) -> int | None:
    """Which of *parents* is called *name*: by its id, by another of its names, or by the row that it stands in (第5行)."""
    for field in ("id", "name", "kpi"):
        for number, item in enumerate(parents):
            if item.values.get(field) == name:
                return number
    rows = {f"第{item.number}行": number for number, item in enumerate(parents)}
    return rows.get(str(name))


def of_json(text: str) -> Any:
    """A value that a host system carries along, as JSON writes it; whatever is no JSON is a text."""
    try:
        return json.loads(text, parse_float=Decimal, parse_constant=_no_number)
    except (ValueError, RecursionError):
        return text


def _no_number(word: str) -> Any:
    raise ValueError(word)
