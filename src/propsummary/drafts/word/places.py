"""How a person finds a passage in Word, which has no line numbers: by heading and paragraph, or by table, row and column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from propsummary._privacy import mask
from propsummary.drafts.outline import Block, Heading, Image, Paragraph, Table, TableCell, Words

__all__ = ["with_places"]

_LONGEST = 24  # characters of a heading that are enough to know it by
_START = "开头"
_NOTE = "注释{}"


def with_places(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """*blocks*, their words knowing their places (``三、存在的问题，第2段``; ``表2第3行第4列``)."""
    return tuple(_Places().blocks(blocks))


class _Places:
    def __init__(self) -> None:
        self._path: list[tuple[int, str]] = []
        self._paragraphs = 0
        self._line = 0
        self._tables = 0
        self._notes = 0

    def blocks(self, blocks: Sequence[Block]) -> Iterator[Block]:
        for block in blocks:
            match block:
                case Heading():
                    yield self._heading(block)
                case Paragraph():
                    yield attrs.evolve(block, words=attrs.evolve(block.words, place=self._paragraph(block)))
                case Table():
                    yield self._table(block)
                case Image():
                    yield block

    def _heading(self, heading: Heading) -> Heading:
        while self._path and self._path[-1][0] >= heading.level:
            self._path.pop()
        apart = " " if heading.number[-1:].isalnum() else ""
        text = mask(heading.number + apart + heading.words.text)  # before it is cut: half a phone number is not known for one
        name = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
        if heading.level:
            self._path.append((heading.level, name))
            self._paragraphs = 0
        place = self._around() if heading.level else name
        return attrs.evolve(heading, words=attrs.evolve(heading.words, place=place))

    def _around(self) -> str:
        return " > ".join(name for _, name in self._path) or _START

    def _paragraph(self, paragraph: Paragraph) -> str:
        if paragraph.kind == "note":
            self._notes += bool(paragraph.number)
            return _NOTE.format(self._notes)
        line = paragraph.words.marks[0].line
        if line != self._line:  # the lines of one paragraph count once
            self._paragraphs += 1
            self._line = line
        around = self._around()
        return f"{around}第{self._paragraphs}段" if around == _START else f"{around}，第{self._paragraphs}段"

    def _table(self, table: Table) -> Table:
        self._tables += 1
        rows = tuple(
            tuple(self._cell(cell, f"表{self._tables}第{row}行第{column}列") for column, cell in enumerate(cells, 1))
            for row, cells in enumerate(table.rows, 1)
        )
        return attrs.evolve(table, rows=rows)

    @staticmethod
    def _cell(cell: TableCell, place: str) -> TableCell:
        words: tuple[Words, ...] = tuple(attrs.evolve(one, place=place) for one in cell.words)
        return attrs.evolve(cell, words=words)
