"""The text of a paragraph of Word as a reader sees it: fields, revisions, hidden runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

__all__ = ["A_CHART", "PARAGRAPH", "SKIPPED", "TABLE", "Reader", "W", "children"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
PARAGRAPH, TABLE = f"{W}p", f"{W}tbl"
#: What is taken out or moved away by a revision, spoken of rather than said, or said by a property.
SKIPPED = frozenset(
    {
        *(f"{W}{name}" for name in ("del", "moveFrom", "rt", "pPr", "rPr", "sdtPr", "sectPr", "tblPr", "trPr", "tcPr", "comment")),
        f"{_MC}Fallback",
    }
)
_BOXES = f"{W}txbxContent"
_DRAWN = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
_SIGNS = {f"{W}tab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_OFF = {"0", "false", "off"}
#: Fields whose result Word counts by itself.
_COUNTED = re.compile(
    r"\s*(?:TOC|TOA|PAGE|NUMPAGES|SECTIONPAGES|SECTION|PAGEREF|INDEX|AUTONUM\w*|LISTNUM|STYLEREF|NUMWORDS|NUMCHARS)\b"
)
_SEQUENCE = re.compile(r"\s*SEQ\b")
_LABEL = 12  # characters of what a caption is called: 表, Figure
_BEHIND = " \t\u3000.．：:、"  # what parts a caption's number from its text


def children(element: Any) -> Iterator[Any]:
    """The elements in *element*; of what is there for two kinds of programs only what is for the newer ones."""
    for child in element:
        if not isinstance(child.tag, str):  # a comment
            continue
        if child.tag == f"{_MC}AlternateContent":
            yield from (part for choice in child if choice.tag == f"{_MC}Choice" for part in children(choice))
        else:
            yield child


class Reader:
    """Reads the paragraphs of a part one after the other, for a field may begin in one and end in another."""

    def __init__(self) -> None:
        self._fields: list[list[Any]] = []  # of each open field: its instruction, and whether its result has begun
        self._parts: list[str] = []

    def text(self, paragraph: Any) -> str:
        """The text of *paragraph*, without the number that a caption counts."""
        self._parts = []
        for child in children(paragraph):
            self._read(child)
        return "".join(self._parts)

    def boxes(self, element: Any) -> Iterator[Any]:
        """What stands in the text boxes of *element*; boxes in boxes are left to whoever reads the outer one."""
        for child in children(element):
            if child.tag == _BOXES:
                yield child
            elif child.tag not in SKIPPED:
                yield from self.boxes(child)

    def _read(self, element: Any) -> None:
        tag = element.tag
        if tag in SKIPPED or tag in _DRAWN:
            return
        if tag == f"{W}fldChar":
            self._turn(element.get(f"{W}fldCharType"))
        elif tag == f"{W}instrText":
            if self._fields:
                self._fields[-1][0] += element.text or ""
        elif tag == f"{W}fldSimple":
            self._simple(element)
        elif tag in (f"{W}t", f"{_M}t"):
            self._add(element.text or "")
        elif tag in _SIGNS or (tag == f"{W}br" and element.get(f"{W}type") in (None, "textWrapping")):
            self._add(_SIGNS.get(tag, "\n"))
        elif not (tag == f"{W}r" and _is_hidden(element)):
            for child in children(element):
                self._read(child)

    def _add(self, text: str) -> None:
        if all(begun and not _COUNTED.match(instruction) for instruction, begun in self._fields):
            if self._parts == [""]:
                text = text.lstrip(_BEHIND)
            if text:
                self._parts = self._parts if self._parts != [""] else []
                self._parts.append(text)

    def _turn(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(["", False])
        elif kind == "separate" and self._fields:
            self._fields[-1][1] = True
        elif kind == "end" and self._fields:
            self._close()

    def _simple(self, element: Any) -> None:
        self._fields.append([element.get(f"{W}instr", ""), True])
        for child in children(element):
            self._read(child)
        self._close()

    def _close(self) -> None:
        """Ends a field; a number that a caption counts goes with what the caption is called."""
        instruction, _ = self._fields.pop()
        if _SEQUENCE.match(instruction) and len("".join(self._parts)) <= _LABEL:
            self._parts = [""]


def _is_hidden(run: Any) -> bool:
    mark = run.find(f"{W}rPr/{W}vanish")
    return mark is not None and mark.get(f"{W}val") not in _OFF
