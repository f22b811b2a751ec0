"""What every prose file becomes before anybody asks what it means: headings, paragraphs, tables, pictures, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

import attrs

from propsummary.problems import Problem, Span

__all__ = ["Block", "Heading", "Image", "Mark", "Outline", "Paragraph", "Table", "TableCell", "Words", "join"]


@attrs.frozen
class Mark:
    """From *offset* on, characters stand on *line*, the first of them in *column*, until the next mark."""

    offset: int
    line: int
    column: int


@attrs.frozen(kw_only=True)
class Words:
    """
    A stretch of text that knows where each of its characters stands.

    Attributes:
        text: As a reader sees it; line breaks inside a paragraph of a text file are joined.

        file, place: As in `Span`.

        marks: By offset, the first at 0; empty only for text that stands nowhere.
    """

    text: str
    file: str = ""
    place: str = ""
    marks: tuple[Mark, ...] = ()

    def span(self, start: int = 0, end: int | None = None) -> Span | None:
        """Where the characters from *start* to before *end* stand; none for text that stands nowhere."""
        if not self.marks:
            return None
        last = len(self.text) if end is None else end
        line, column = self._at(start)
        end_line, end_column = self._at(max(last - 1, start))
        end_column += 1 if last > start else 0
        return Span(file=self.file, line=line, column=column, end_line=end_line, end_column=end_column, place=self.place)

    def part(self, start: int, end: int | None = None) -> Words:
        """The characters from *start* to before *end*, without blanks at their edges, each still in its place."""
        last = len(self.text) if end is None else end
        while start < last and self.text[start].isspace():
            start += 1
        while last > start and self.text[last - 1].isspace():
            last -= 1
        if not self.marks:
            return attrs.evolve(self, text=self.text[start:last])
        line, column = self._at(start)
        later = (attrs.evolve(mark, offset=mark.offset - start) for mark in self.marks if start < mark.offset < last)
        return attrs.evolve(self, text=self.text[start:last], marks=(Mark(0, line, column), *later))

    def _at(self, offset: int) -> tuple[int, int]:
        mark = next((mark for mark in reversed(self.marks) if mark.offset <= offset), self.marks[0])
        return mark.line, mark.column + offset - mark.offset


def join(parts: Sequence[Words], between: str = "") -> Words:
    """All *parts* as one text in one place, with *between* between them, each part still where it was."""
    texts: list[str] = []
    marks: list[Mark] = []
    offset = 0
    for words in parts:
        marks += (attrs.evolve(mark, offset=mark.offset + offset) for mark in words.marks)
        texts.append(words.text)
        offset += len(words.text) + len(between)
    first = parts[0] if parts else Words(text="")
    return Words(text=between.join(texts), file=first.file, place=first.place, marks=tuple(marks))


@attrs.frozen(kw_only=True)
class Heading:
    """
    A heading.

    Attributes:
        level: 1 for a section; the title of the whole has 0.

        number: Its number as printed (``一、``, ``（二）``), typed or counted by Word; empty for none.

        words: The heading without its number.

        position: Which block of the file it is, counted from 1: for text files the line, for Word the child of the body.
    """

    level: int
    number: str = ""
    words: Words
    position: int


@attrs.frozen(kw_only=True)
class Paragraph:
    """
    A paragraph, or one entry of a list.

    Attributes:
        number: Its number or bullet as printed (``1.``, ``（1）``, ``•``); empty for none.

        level: How deep an entry stands in its list, from 0.

        words: The text without the number.

        label: How much of the beginning is set off as a label (bold, or before a colon in bold), in characters; 0 for none.

        kind: ``caption`` below or above a table or picture, ``note`` for a foot- or endnote, ``box`` in a text box, ``contents``
            for a line of a table of contents, ``front`` for one of a Markdown file's front matter.
    """

    number: str = ""
    level: int = 0
    words: Words
    label: int = 0
    kind: str = ""
    position: int


@attrs.frozen(kw_only=True)
class TableCell:
    """
    A cell; one that spans several stands where it begins, and again with *merged* set wherever it reaches.

    Attributes:
        words: Its paragraphs.

        merged: Whether this only continues a cell to the left or above.
    """

    words: tuple[Words, ...] = ()
    merged: bool = False

    @property
    def text(self) -> str:
        """Its paragraphs, a line each."""
        return "\n".join(words.text for words in self.words)


@attrs.frozen(kw_only=True)
class Table:
    """
    A table.

    Attributes:
        headers: How many of the first rows are headings.

        rows: All rows, the headings too.
    """

    headers: int = 1
    rows: tuple[tuple[TableCell, ...], ...]
    position: int


@attrs.frozen(kw_only=True)
class Image:
    """
    A picture.

    Attributes:
        name: Its file, or its part in the package.

        alt: What it is said to show; may be empty.
    """

    name: str
    alt: str = ""
    position: int


Block: TypeAlias = Heading | Paragraph | Table | Image


@attrs.frozen(kw_only=True)
class Outline:
    """
    A file's words in reading order; none is lost.

    Attributes:
        problems: What is wrong with the file itself (SHP001, SHP008); there may be blocks all the same.

        source: The text of a text file, for showing lines; empty for Word files.
    """

    file: str = ""
    blocks: tuple[Block, ...] = ()
    problems: tuple[Problem, ...] = ()
    source: str = ""
    encoding: str = "utf-8"

    def words(self) -> Iterator[Words]:
        """All words, in reading order, a merged cell's once."""
        for block in self.blocks:
            match block:
                case Heading() | Paragraph():
                    yield block.words
                case Table():
                    for row in block.rows:
                        for cell in row:
                            if not cell.merged:
                                yield from cell.words
