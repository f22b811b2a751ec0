"""Comments around words of a Word file; runs are split where words begin or end within them, formats stay as they are."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from propsummary.drafts.word import Piece, paragraphs
from propsummary.drafts.word.package import W
from propsummary.problems import Span

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Ranges"]

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NAMES = {"w": W[1:-1]}
#: What holds runs, and may hold the marks of comments between them.
_HOLDERS = {
    W + name for name in ("p", "hyperlink", "ins", "moveTo", "sdtContent", "smartTag", "customXml", "fldSimple", "dir", "bdo")
}


@attrs.frozen(eq=False)
class _Range:
    """From which character of which paragraph to before which of which one."""

    first: _Text
    start: int
    last: _Text
    end: int


class Ranges:
    """The places of a document that comments are about: first all are asked for, then they are marked."""

    def __init__(self, document: _Element) -> None:
        """
        Args:
            document: The root of the document, which is changed in place.
        """
        found = list(paragraphs(document)) or [(1, _new_paragraph(document), ())]
        self._texts = {number: _Text(element, list(pieces)) for number, element, pieces in found}
        self._by_element = {text.element: text for text in self._texts.values()}
        self._found: list[_Range] = []

    def add(self, span: Span | None) -> bool:
        """Ask for the words of *span*, or for the first paragraph with words if it has none here; whether it has."""
        first = self._texts.get(span.line) if span else None
        if span is None or first is None:
            opening = next((text for text in self._texts.values() if text.length), None) or next(iter(self._texts.values()))
            self._found.append(_Range(opening, 0, opening, opening.length))
            return False
        last = self._texts.get(span.end_line, first)
        if (host := self._host(first)) is not first:
            self._found.append(_Range(host, 0, host, host.length))
        elif last.element.getparent() is not first.element.getparent():  # a range must not begin in one cell and end in another
            self._found.append(_Range(first, span.column - 1, first, first.length))
        else:
            self._found.append(_Range(first, span.column - 1, last, span.end_column - 1))
        return True

    def mark(self, ids: Sequence[int]) -> None:
        """Put the marks of the comments *ids* around what was asked for, in that order."""
        for one in self._found:
            one.first.cut(one.start)
            one.last.cut(one.end)
        for id, one in zip(ids, self._found, strict=True):
            one.first.begin(one.start, _mark("commentRangeStart", id))
        for id, one in reversed(list(zip(ids, self._found, strict=True))):
            one.last.finish(one.end, _reference(id))
            one.last.finish(one.end, _mark("commentRangeEnd", id))

    def _host(self, text: _Text) -> _Text:
        """The paragraph itself, or the one that the text box hangs on in which it stands: Word comments on no text box."""
        boxes = list(text.element.iterancestors(W + "txbxContent"))
        around = next(boxes[-1].iterancestors(W + "p"), None) if boxes else None
        return text if around is None else self._by_element.get(around, text)


class _Text:
    """The text of a paragraph."""

    def __init__(self, element: _Element, pieces: list[Piece]) -> None:
        self.element = element
        self._pieces = pieces
        self.length = sum(len(piece.text) for piece in pieces)

    def cut(self, offset: int) -> None:
        """See that a run begins with the character at *offset*; what cannot be split (a formula) stays whole."""
        index, into = self._at(offset)
        if index == len(self._pieces) or not _can_be_split(self._pieces[index]):
            return
        if into:
            self._split_text(index, into)
            index += 1
        self._split_run(index)

    def begin(self, offset: int, mark: _Element) -> None:
        """Put *mark* before the character at *offset*."""
        if not self._pieces:
            self.element.append(mark)
            return
        index, _ = self._at(min(offset, self.length - 1))
        _outermost(self._pieces[index]).addprevious(mark)

    def finish(self, offset: int, mark: _Element) -> None:
        """Put *mark* right behind the character before *offset*."""
        if not self._pieces:
            self.element.insert(_behind_starts(self.element), mark)
            return
        index, _ = self._at(max(min(offset, self.length) - 1, 0))
        _outermost(self._pieces[index]).addnext(mark)

    def _at(self, offset: int) -> tuple[int, int]:
        """The piece in which the character at *offset* stands, and how far into it; the number of pieces behind the last."""
        for index, piece in enumerate(self._pieces):
            if offset < len(piece.text):
                return index, offset
            offset -= len(piece.text)
        return len(self._pieces), 0

    def _split_text(self, index: int, into: int) -> None:
        piece = self._pieces[index]
        rest = copy.deepcopy(piece.element)
        piece.element.text, rest.text = piece.text[:into], piece.text[into:]
        for element in (piece.element, rest):
            if element.text != (element.text or "").strip():
                element.set(_SPACE, "preserve")
        piece.element.addnext(rest)
        self._pieces[index : index + 1] = [
            Piece(piece.text[:into], piece.element, piece.run),
            Piece(piece.text[into:], rest, piece.run),
        ]

    def _split_run(self, index: int) -> None:
        """Begin a run of the same format with the piece at *index*, unless one begins there."""
        piece = self._pieces[index]
        run = piece.run
        properties = run.find(W + "rPr")
        if piece.element.getprevious() is properties:
            return
        rest = copy.deepcopy(run)
        rest[:] = rest.findall(W + "rPr")
        for element in (piece.element, *piece.element.itersiblings()):
            rest.append(element)
        run.addnext(rest)
        self._pieces[index:] = [
            attrs.evolve(one, run=rest) if one.element.getparent() is rest else one for one in self._pieces[index:]
        ]


def _can_be_split(piece: Piece) -> bool:
    """Whether marks may stand within the run that *piece* is directly in."""
    around = piece.run.getparent()
    return piece.element.getparent() is piece.run and around is not None and around.tag in _HOLDERS


def _outermost(piece: Piece) -> _Element:
    """What marks stand beside: the run around *piece*, or the formula or annotated character that it belongs to."""
    element = piece.element
    while (around := element.getparent()) is not None and around.tag not in _HOLDERS:
        element = around
    return element


def _behind_starts(paragraph: _Element) -> int:
    starts = paragraph.findall(W + "commentRangeStart")
    return paragraph.index(starts[-1]) + 1 if starts else len(paragraph)


def _new_paragraph(document: _Element) -> _Element:
    """A paragraph in a document that has none, so that something can be said of it."""
    from lxml import etree

    paragraph = etree.Element(W + "p", nsmap=_NAMES)
    next(document.iter(W + "body")).insert(0, paragraph)
    return paragraph


def _mark(name: str, id: int) -> _Element:
    from lxml import etree

    return etree.Element(W + name, {W + "id": str(id)}, nsmap=_NAMES)


def _reference(id: int) -> _Element:
    """The run that hangs a comment on its words."""
    from lxml import etree

    run = etree.Element(W + "r", nsmap=_NAMES)
    run.append(_mark("commentReference", id))
    return run
