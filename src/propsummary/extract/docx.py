"""Word documents: paragraphs, tables, text boxes, notes and native charts, in reading order."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from propsummary.catalogue.codes import Words
from propsummary.errors import MissingExtraError
from propsummary.extract._charts import collect_chart
from propsummary.extract._word_text import A_CHART, PARAGRAPH, SKIPPED, TABLE, Reader, W, children
from propsummary.extract.pieces import Collector, Piece, Place, Role

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["extract"]

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_NOTES = ("/footnotes", "/endnotes")
_RUNNING = ("/header", "/footer")


def extract(data: bytes) -> tuple[Piece, ...]:
    """
    What a reader of the document sees; running heads are marked as said again.

    Raises:
        MissingExtraError: The packages of the extra ``docx`` are not there.
    """
    try:
        import docx
    except ImportError as error:
        raise MissingExtraError("reading Word files", "docx") from error
    return _Word(docx.Document(io.BytesIO(data))).pieces()


class _Word:
    """A document while its pieces are collected."""

    def __init__(self, document: Document) -> None:
        self._part: Any = document.part
        self._body: Any = document.element.body
        self._levels = {style.style_id: _is_heading(style) for style in document.styles if style.element.tag == f"{W}style"}
        self._collector = Collector()
        self._reader = Reader()
        self._count = 0

    def pieces(self) -> tuple[Piece, ...]:
        self._blocks(self._body, self._part)
        kinds: tuple[str, ...]
        role: Role
        for kinds, role in ((_NOTES, "said"), (_RUNNING, "again")):
            self._collector.role = role
            for part in self._related(kinds):
                self._collector.leave()
                self._reader = Reader()
                self._blocks(_element(part), part)
        return self._collector.pieces

    def _related(self, kinds: tuple[str, ...]) -> Iterator[Any]:
        """The parts of these kinds, in the order of their names."""
        parts = {
            relation.target_part
            for relation in self._part.rels.values()
            if not relation.is_external and relation.reltype.endswith(kinds)
        }
        return iter(sorted(parts, key=lambda part: str(part.partname)))

    def _blocks(self, element: Any, part: Any) -> None:
        for child in children(element):
            if child.tag == PARAGRAPH:
                self._paragraph(child, part)
            elif child.tag == TABLE:
                self._table(child, part)
            elif child.tag not in SKIPPED:
                self._blocks(child, part)

    def _paragraph(self, element: Any, part: Any) -> None:
        self._count += 1
        at = Words(f"第{self._count}段", f"paragraph {self._count}")
        text = self._reader.text(element)
        style = element.find(f"{W}pPr/{W}pStyle")
        if style is not None and self._levels.get(style.get(f"{W}val")):
            self._collector.heading(text, at)
        else:
            self._collector.add(text, at)
        self._drawn(element, part, at)

    def _drawn(self, element: Any, part: Any, at: Place) -> None:
        """Text boxes and charts of a paragraph."""
        for box in self._reader.boxes(element):
            self._blocks(box, part)
        for chart in element.iter(A_CHART):
            found = part.rels.get(chart.get(f"{_R}id"))
            if found is not None and not found.is_external:
                collect_chart(_element(found.target_part), self._collector, at)

    def _table(self, table: Any, part: Any) -> None:
        """A table with a head as one; one that only puts things beside each other cell by cell."""
        rows = [child for child in children(table) if child.tag == f"{W}tr"]
        heads = _heads(table, rows)
        read = [self._row(row, part) for row in rows]
        if heads:
            head = [text for text, _ in read[0]]
            self._collector.table(head, read[heads:], read[0][0][1] if read[0] else None)
            return
        for row in read:
            name = row[0][0] if len(row) == 2 and "\n" not in row[0][0] else ""  # else each cell names itself
            for column, (text, at) in enumerate(row):
                lines = text.split("\n")
                for number, line in enumerate(lines):
                    self._collector.add(line, at, context=name if name and column else lines[0] if number else "")

    def _row(self, row: Any, part: Any) -> list[tuple[str, Place]]:
        """The cells by column; one that spans columns or rows stands where it begins and leaves the others blank."""
        cells: list[tuple[str, Place]] = []
        for cell in children(row):
            if cell.tag != f"{W}tc":
                continue
            self._count += 1
            at: Place = Words(f"第{self._count}段", f"paragraph {self._count}")
            texts = [self._reader.text(paragraph) for paragraph in _paragraphs(cell)]
            for paragraph in _paragraphs(cell):
                self._drawn(paragraph, part, at)
            merged = cell.find(f"{W}tcPr/{W}vMerge")
            continued = merged is not None and merged.get(f"{W}val", "continue") == "continue"
            cells.append(("" if continued else "\n".join(text for text in texts if text.strip()), at))
            cells += [("", at)] * (_span(cell) - 1)
        return cells


def _heads(table: Any, rows: list[Any]) -> int:
    """How many rows are the table's head."""
    count = 0
    while count < len(rows) and rows[count].find(f"{W}trPr/{W}tblHeader") is not None:
        count += 1
    if count:
        return count
    look = table.find(f"{W}tblPr/{W}tblLook")
    marked = look is not None and (look.get(f"{W}firstRow") == "1" or _bit(look.get(f"{W}val"), 0x20))
    return int(marked and len(rows) > 1)


def _bit(value: str | None, bit: int) -> bool:
    try:
        return bool(int(value or "0", 16) & bit)
    except ValueError:
        return False


def _span(cell: Any) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    given = span.get(f"{W}val", "1") if span is not None else "1"
    return int(given) if given.isascii() and given.isdigit() and 0 < int(given[:4]) < 64 else 1


def _paragraphs(cell: Any) -> Iterator[Any]:
    """The paragraphs of a cell, those of tables in it too; text boxes are looked at by themselves."""
    for child in children(cell):
        if child.tag == PARAGRAPH:
            yield child
        elif child.tag not in SKIPPED:
            yield from _paragraphs(child)


def _is_heading(style: Any) -> bool:
    name = (style.name or "").casefold()
    return name.startswith(("heading ", "标题")) or name == "title"


def _element(part: Any) -> Any:
    """The tree of a part, parsed without anything from outside."""
    from docx.oxml.parser import parse_xml

    element = getattr(part, "element", None)
    return parse_xml(part.blob) if element is None else element
