"""
The cells of an Excel file, as text, with what a person sees of them.

The parts of the package are walked here and not by a spreadsheet library, because a form needs what those leave out when they
read without loading everything: hidden rows, merged cells, formulas that nobody has calculated, the number formats that Chinese
programs name by number only. Nothing is allocated for cells that are not there.
"""

from __future__ import annotations

import functools
import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import IO
from xml.etree import ElementTree as ET

import attrs

from propsummary.drafts.workbook.figures import BUILT_IN, shown
from propsummary.serde._source import Limits, Refused
from propsummary.serde.opc import guard

__all__ = ["Cell", "Grid", "Row", "letters", "open_grids"]

_BROKEN = (KeyError, IndexError, ValueError, ArithmeticError, ET.ParseError, zipfile.BadZipFile)
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_PER_CELL = 4  # elements
_MOST = 200_000  # cells; forms have a few thousand
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


@attrs.frozen
class Cell:
    """
    A cell that holds something.

    Attributes:
        text: What it shows.

        flaw: ``formula`` for one without a result, ``error`` for one that shows an error (``#REF!``).

        merged: Whether the text stands in the cell above, with which this one is merged.
    """

    text: str
    flaw: str = ""
    merged: bool = False


@attrs.frozen(kw_only=True)
class Row:
    """A row, counted from 1, and its cells by their columns, counted from 1 too."""

    number: int
    cells: Mapping[int, Cell]
    hidden: bool = False


@attrs.frozen(kw_only=True)
class Grid:
    """A sheet: its name and the rows that hold something."""

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False


def letters(column: int) -> str:
    """What a spreadsheet calls the column, counted from 1: ``A``, ``Z``, ``AA``."""
    rest, last = divmod(column - 1, 26)
    return (letters(rest) if rest else "") + chr(ord("A") + last)


def open_grids(content: bytes, limits: Limits) -> tuple[Grid, ...]:
    """
    All sheets of the file.

    Raises:
        Refused: The file does harm, is broken, or goes beyond *limits*, where a cell counts as a node.
    """
    guard(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return tuple(_Package(package, limits).grids())
    except _BROKEN as error:
        raise Refused("SHP001", "package", None) from error


class _Package:
    """An open file."""

    def __init__(self, package: zipfile.ZipFile, limits: Limits) -> None:
        self._package = package
        self._limits = limits
        self._cells = 0
        self._names = set(package.namelist())
        self._main = self._related("").get("officeDocument") or "xl/workbook.xml"
        parts = self._related(self._main)
        self._strings = list(self._shared(parts.get("sharedStrings", "")))
        self._formats = self._number_formats(parts.get("styles", ""))
        self._since_1904 = False

    def grids(self) -> Iterator[Grid]:
        """The sheets in the order of their tabs; those that are charts are left out."""
        sheets: list[Mapping[str, str]] = []
        for element in self._elements(self._main, "sheet", "workbookPr"):
            if _local(element.tag) == "workbookPr":
                self._since_1904 = element.get("date1904") in ("1", "true")
            else:
                sheets.append({_local(key): value for key, value in element.items()})
        targets = self._relations(self._main)
        for sheet in sheets:
            kind, part = targets[sheet["id"]]
            if kind == "worksheet":
                yield Grid(name=sheet["name"], rows=self._rows(part), hidden=sheet.get("state", "visible") != "visible")

    def _rows(self, part: str) -> tuple[Row, ...]:
        rows: dict[int, Row] = {}
        merged: list[str] = []
        number = 0
        self._count(self._package.read(part).count(b"<c "))  # before anything is parsed; what this misses, the walk counts
        for element in self._elements(part, "row", "mergeCell"):
            if _local(element.tag) == "mergeCell":
                merged.append(element.get("ref", ""))
                continue
            number = int(element.get("r") or number + 1)
            cells = dict(self._row(element))
            if cells:
                rows[number] = Row(number=number, cells=cells, hidden=element.get("hidden") in ("1", "true"))
        last = max(rows, default=0)
        for reference in merged:
            self._merge(rows, reference, last)
        return tuple(rows[number] for number in sorted(rows))

    def _row(self, element: ET.Element) -> Iterator[tuple[int, Cell]]:
        column = 0
        for one in element:
            if _local(one.tag) != "c":
                continue
            column = _place(one.get("r", ""))[1] or column + 1
            cell = self._cell(one)
            if cell is not None:
                yield column, cell

    def _cell(self, element: ET.Element) -> Cell | None:
        parts = {_local(child.tag): child for child in element}
        kind, value = element.get("t", "n"), parts["v"].text if "v" in parts else None
        if kind == "inlineStr":
            text = _text(parts["is"]) if "is" in parts else ""
        elif value is None:
            return Cell("", "formula") if "f" in parts and kind != "str" else None
        elif kind == "s":
            text = self._strings[int(value)]
        elif kind == "n":
            text = self._number(value, int(element.get("s", 0)))
        elif kind == "e":
            return Cell(value, "error")
        else:  # a truth value, a formula's text, a day
            text = {"1": "是", "0": "否"}[value] if kind == "b" else _decoded(value).removesuffix("T00:00:00")
        return Cell(text) if text and not text.isspace() else None

    def _number(self, value: str, style: int) -> str:
        try:
            number = Decimal(value)
        except InvalidOperation as error:
            raise ValueError(value) from error
        code = self._formats[style] if style < len(self._formats) else "General"
        return shown(number, code, since_1904=self._since_1904) if number.is_finite() else value

    def _merge(self, rows: dict[int, Row], reference: str, last: int) -> None:
        """Let the rows that a merged cell reaches down to hold its text as well."""
        (top, column), (bottom, _) = (_place(corner) for corner in (reference.partition(":")[::2]))
        source = rows[top].cells.get(column) if top in rows else None
        if source is None or bottom <= top:
            return
        reached = range(top + 1, min(bottom, last) + 1)
        self._count(len(reached))
        for number in reached:
            row = rows.get(number)
            if row is not None:
                rows[number] = attrs.evolve(row, cells={column: attrs.evolve(source, merged=True)} | dict(row.cells))

    def _shared(self, part: str) -> Iterator[str]:
        for element in self._elements(part, "si"):
            yield _text(element)

    def _number_formats(self, part: str) -> list[str]:
        """The number format of every cell style, in their order."""
        codes: dict[int, str] = dict(BUILT_IN)
        found: list[str] = []
        for element in self._elements(part, "numFmt", "cellXfs"):
            if _local(element.tag) == "numFmt":
                codes[int(element.get("numFmtId", -1))] = element.get("formatCode", "General")
            else:
                found = [codes.get(int(style.get("numFmtId", 0)), "General") for style in element]
        return found

    def _related(self, part: str) -> dict[str, str]:
        """The parts that *part* relates to, by the kind of relation; of several of a kind the last."""
        return dict(self._relations(part).values())

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """By id, the kind and the part of each relation inside of the package."""
        folder, name = posixpath.split(part)
        listed = self._elements(posixpath.join(folder, "_rels", f"{name}.rels"), "Relationship")
        return {
            one.get("Id", ""): (one.get("Type", "").rpartition("/")[2], posixpath.normpath(_target(folder, one.get("Target", ""))))
            for one in listed
            if one.get("TargetMode") != "External"
        }

    def _elements(self, part: str, *wanted: str) -> Iterator[ET.Element]:
        """The elements called so, in order, each forgotten when the next is asked for; none where the part is not there."""
        if part not in self._names:
            return
        with self._package.open(part) as stream:
            yield from _walk(stream, frozenset(wanted), self._limits)

    def _count(self, cells: int) -> None:
        self._cells += cells
        if self._cells > _most(self._limits):
            raise Refused("SHP008", "cells", None, limit=_most(self._limits))


def _walk(stream: IO[bytes], wanted: frozenset[str], limits: Limits) -> Iterator[ET.Element]:
    around: list[ET.Element] = []
    count = inside = 0  # of all elements, and of how many wanted ones
    for event, element in ET.iterparse(stream, events=("start", "end")):
        is_wanted = _local(element.tag) in wanted
        if event == "start":
            around.append(element)
            count += 1
            inside += is_wanted
            if len(around) > limits.depth:
                raise Refused("SHP008", "depth", None, limit=limits.depth)
            if count > _most(limits) * _PER_CELL:
                raise Refused("SHP008", "cells", None, limit=_most(limits))
            continue
        around.pop()
        if is_wanted:
            inside -= 1
            yield element
        if not inside and around:
            del around[-1][:]


def _most(limits: Limits) -> int:
    return min(limits.nodes, _MOST)


def _target(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)


@functools.lru_cache(maxsize=1024)
def _local(name: str) -> str:
    """A name without its namespace: there are two sets of those, and both mean the same."""
    return name.rpartition("}")[2]


def _place(reference: str) -> tuple[int, int]:
    """Row and column of ``D5``; zeros for what is no reference."""
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        return 0, 0
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column


def _text(element: ET.Element) -> str:
    """The text of runs, without how Chinese characters are pronounced."""
    found = []
    for child in element:
        name = _local(child.tag)
        if name == "t":
            found.append(child.text or "")
        elif name == "r":
            found.append(_text_of_run(child))
    return _decoded("".join(found))


def _text_of_run(run: ET.Element) -> str:
    return "".join(child.text or "" for child in run if _local(child.tag) == "t")


def _decoded(text: str) -> str:
    """*text* with the characters that XML cannot hold: ``_x000D_`` is one of them, ``_x005F_x000D_`` is not."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
