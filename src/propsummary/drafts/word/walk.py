"""
One walk through a Word document, in reading order, for whoever reads it and whoever writes remarks into it.

Deleted text and text moved away is passed over, inserted text is kept; content controls, fields and hyperlinks are looked into; of
alternatives for old and new programs one counts; what text boxes hold follows the paragraph they hang on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

import attrs

from propsummary.drafts.word.package import MC, WP, A, M, R, V, W, is_on, value

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["CellNode", "Node", "ParagraphNode", "Picture", "Piece", "TableNode", "Walk", "paragraphs"]

_WRAPPERS = {
    W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "hyperlink", "fldSimple", "dir", "bdo")
}
_WRAPPERS |= {MC + "AlternateContent", MC + "Choice", MC + "Fallback", W + "ruby", W + "rubyBase"}
_TEXTS = {W + "t", M + "t"}
_SHOWN = {W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
_DRAWINGS = {W + "drawing", W + "pict", W + "object"}
_MOST_COLUMNS = 63  # as many as Word allows
_WINGDINGS = {0x6C: "●", 0x6E: "■", 0x75: "◆", 0x9F: "•", 0xA1: "○", 0xA8: "□", 0xD8: "➢", 0xFC: "✓", 0xFE: "☑", 0x6F: "□"}


@attrs.frozen
class Piece:
    """
    Text of a paragraph that stands in one element.

    Attributes:
        text: What is seen of it, character for character; ``\\t`` and ``\\n`` for tabs and breaks.

        element: Where it stands: ``w:t``, or ``w:tab``, ``w:br`` and the like.

        run: The run around it.
    """

    text: str
    element: _Element
    run: _Element


@attrs.frozen
class Picture:
    """
    A picture in a paragraph.

    Attributes:
        offset: Before which character of the paragraph.

        relation: Id of the relation to its part; may be empty.

        alt: What it is said to show.
    """

    offset: int
    relation: str
    alt: str


@attrs.frozen(kw_only=True)
class ParagraphNode:
    """
    A paragraph.

    Attributes:
        number: Counted from 1 in reading order, those in tables and text boxes too, the empty ones too.

        element: Its ``w:p``.

        pieces: Its text.

        pictures: What is drawn in it.

        notes: The foot- and endnotes it refers to, as kind and id.

        position: Which paragraph or table of the body it is or belongs to, from 1.

        kind: As in `propsummary.drafts.outline.Paragraph`.
    """

    number: int
    element: _Element
    pieces: tuple[Piece, ...]
    pictures: tuple[Picture, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    position: int
    kind: str = ""

    @property
    def text(self) -> str:
        """Its text; columns count its characters."""
        return "".join(piece.text for piece in self.pieces)


@attrs.frozen(kw_only=True)
class CellNode:
    """
    A cell of a table, once for every column of the grid it reaches over.

    Attributes:
        nodes: What stands in it, other tables too.

        merged: Whether it only continues a cell to the left or above.
    """

    nodes: tuple[Node, ...] = ()
    merged: bool = False


@attrs.frozen(kw_only=True)
class TableNode:
    """
    A table.

    Attributes:
        rows: Its cells.

        headers: How many rows at its top Word repeats on every page.

        position: As in `ParagraphNode`.
    """

    rows: tuple[tuple[CellNode, ...], ...]
    headers: int
    position: int


Node: TypeAlias = ParagraphNode | TableNode


def paragraphs(root: _Element) -> Iterator[tuple[int, _Element, tuple[Piece, ...]]]:
    """
    The paragraphs below *root* (the document's) in reading order: number, ``w:p`` element, text by runs.

    The numbers are the lines, the characters of the text the columns, of the spans that come from a Word file.
    """
    for node in Walk().nodes(root.find(W + "body") if root.tag == W + "document" else root):
        for paragraph in _flat(node):
            yield paragraph.number, paragraph.element, paragraph.pieces


def _flat(node: Node) -> Iterator[ParagraphNode]:
    if isinstance(node, ParagraphNode):
        yield node
        return
    for row in node.rows:
        for cell in row:
            for inner in cell.nodes:
                yield from _flat(inner)


class Walk:
    """A walk, which counts paragraphs on from one container to the next."""

    def __init__(self) -> None:
        self._number = 0
        self._position = 0

    def nodes(self, container: Iterable[_Element] | None, kind: str = "", *, counting: bool = True) -> Iterator[Node]:
        """Paragraphs and tables in *container*; *counting* says whether its children are the body's."""
        for child in () if container is None else container:
            if child.tag == W + "p":
                self._position += counting
                yield from self._paragraph(child, kind)
            elif child.tag == W + "tbl":
                self._position += counting
                yield self._table(child, kind)
            elif child.tag in _WRAPPERS:
                yield from self.nodes(_chosen(child), kind, counting=False)

    def _paragraph(self, element: _Element, kind: str) -> Iterator[Node]:
        self._number += 1
        found = _Content()
        found.take_all(element, element)
        yield ParagraphNode(
            number=self._number,
            element=element,
            pieces=tuple(found.pieces),
            pictures=tuple(found.pictures),
            notes=tuple(found.notes),
            position=max(self._position, 1),
            kind=kind,
        )
        for box in found.boxes:
            yield from self.nodes(box, kind or "box", counting=False)

    def _table(self, element: _Element, kind: str) -> TableNode:
        rows: list[tuple[CellNode, ...]] = []
        headers = 0
        position = self._position
        for row in _inside(element, W + "tr"):
            properties = row.find(W + "trPr")
            if properties is not None and properties.find(W + "del") is not None:
                continue
            repeated = properties is not None and is_on(properties.find(W + "tblHeader"))
            headers += repeated and headers == len(rows)
            rows.append(tuple(self._row(row, properties, kind)))
        return TableNode(rows=tuple(rows), headers=headers, position=max(position, 1))

    def _row(self, row: _Element, properties: _Element | None, kind: str) -> Iterator[CellNode]:
        before = properties.find(W + "gridBefore") if properties is not None else None
        yield from (CellNode() for _ in range(_columns(before, 0)))
        for cell in _inside(row, W + "tc"):
            settings = cell.find(W + "tcPr")
            span = _columns(settings.find(W + "gridSpan") if settings is not None else None, 1)
            continued = settings is not None and (
                _continues(settings.find(W + "vMerge")) or _continues(settings.find(W + "hMerge"))
            )
            yield CellNode(nodes=tuple(self.nodes(cell, kind, counting=False)), merged=continued)
            yield from (CellNode(merged=True) for _ in range(span - 1))


def _inside(element: Iterable[_Element], tag: str) -> Iterator[_Element]:
    """The children of that tag, also those that content controls and the like stand around."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(_chosen(child), tag)


def _chosen(element: _Element) -> Iterable[_Element]:
    """What counts of *element*: the first of alternatives, nothing of a content control that only says what to write in it."""
    if element.tag == MC + "AlternateContent":
        offered = (element.find(MC + "Choice"), element.find(MC + "Fallback"))
        return next((one for one in offered if one is not None), ())
    if element.tag == W + "sdt" and is_on(element.find(f"{W}sdtPr/{W}showingPlcHdr")):
        return ()
    return element


def _columns(element: _Element | None, default: int) -> int:
    text = value(element)
    return min(int(text), _MOST_COLUMNS) if text.isascii() and text.isdecimal() and len(text) < 6 else default


def _continues(element: _Element | None) -> bool:
    return element is not None and value(element, default="continue") == "continue"


class _Content:
    """What a paragraph holds."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.pictures: list[Picture] = []
        self.notes: list[tuple[str, str]] = []
        self.boxes: list[_Element] = []
        self._length = 0
        self._codes: list[bool] = []  # fields that are open here: whether their instruction is still going on

    def take_all(self, parent: Iterable[_Element], run: _Element) -> None:
        """Take what *parent* holds, which is in *run* or is a run itself."""
        for element in parent:
            tag = element.tag
            if tag == W + "r":
                if not _is_hidden(element):
                    self.take_all(element, element)
            elif tag in _TEXTS:
                if not (self._codes and self._codes[-1]):
                    self._add(element.text or "", element, run)
            elif tag in _SHOWN:
                self._add(_SHOWN[tag], element, run)
            elif tag in _WRAPPERS:
                self.take_all(_chosen(element), run)
            elif tag in _DRAWINGS:
                self._draw(element)
            elif isinstance(tag, str):
                self._take_rest(tag, element, run)

    def _take_rest(self, tag: str, element: _Element, run: _Element) -> None:
        if tag == W + "fldChar":
            self._field(value(element, "fldCharType"))
        elif tag == W + "sym":
            self._add(_symbol(value(element, "char")), element, run)
        elif tag in (W + "footnoteReference", W + "endnoteReference"):
            self.notes.append((tag[len(W) : -len("Reference")], value(element, "id")))
        elif tag.startswith(M):
            self.take_all(element, run)

    def _add(self, text: str, element: _Element, run: _Element) -> None:
        if text:
            self.pieces.append(Piece(text, element, run))
            self._length += len(text)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._codes.append(True)
        elif kind == "separate" and self._codes:
            self._codes[-1] = False
        elif kind == "end" and self._codes:
            self._codes.pop()

    def _draw(self, drawing: _Element) -> None:
        """The pictures and text boxes of a drawing, the boxes inside of boxes left to their own walk."""
        described = drawing.find(f".//{WP}docPr")
        alt = (described.get("descr") or described.get("title") or "") if described is not None else ""
        waiting = [drawing]
        while waiting:
            element = waiting.pop()
            if element.tag == W + "txbxContent":
                self.boxes.append(element)
                continue
            if element.tag == A + "blip":
                self.pictures.append(Picture(self._length, element.get(R + "embed", ""), alt))
            elif element.tag == V + "imagedata":
                self.pictures.append(Picture(self._length, element.get(R + "id", ""), alt or element.get("title", "")))
            waiting += reversed(tuple(_chosen(element)))


def _is_hidden(run: _Element) -> bool:
    properties = run.find(W + "rPr")
    return properties is not None and is_on(properties.find(W + "vanish"))


def _symbol(code: str) -> str:
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if 0xF000 <= number <= 0xF0FF:  # a font's own signs: nearly always the ticks, boxes and bullets of Wingdings
        return _WINGDINGS.get(number - 0xF000, "•")
    return chr(number) if 0x20 <= number < 0xD800 else ""
