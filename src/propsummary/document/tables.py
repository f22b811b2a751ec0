"""Tables, and the one in which problems are followed to their verification."""

from __future__ import annotations

from typing import Literal

import attrs

from propsummary.document._values import Tone, one_line, several_lines

__all__ = ["Cell", "Chain", "Column", "Link", "Table"]


@attrs.frozen(kw_only=True)
class Column:
    """
    A column of a table.

    Attributes:
        header: Its heading.

        kind: ``key`` names the row, ``figure`` holds numbers, ``word`` a word or two, ``text`` sentences; renderers derive
            alignment and width from it.
    """

    header: str = attrs.field(converter=one_line)
    kind: Literal["key", "figure", "word", "text"] = "text"


@attrs.frozen
class Cell:
    """
    A cell of a table.

    Attributes:
        text: What stands in it; may have several lines.

        tone: What it says about the work.
    """

    text: str = attrs.field(default="", converter=several_lines)
    tone: Tone = ""


@attrs.frozen(kw_only=True)
class Table:
    """
    A table; all rows have as many cells as there are columns.

    Attributes:
        caption: What it holds.

        number: ``表 1``; empty for one that is not counted.

        wide: Whether it wants the whole width of a page, or a landscape one.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = attrs.field(default="", converter=one_line)
    number: str = ""
    wide: bool = False


@attrs.frozen(kw_only=True)
class Link:
    """
    One problem with what is done about it.

    Attributes:
        head: Cells that stand once: the problem, its causes.

        rows: The cells of each measure.
    """

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


@attrs.frozen(kw_only=True)
class Chain:
    """
    The closure table: problem, cause, measure, owner, deadline, verification.

    A table whose first cells span the measures of one problem; the columns are those of *head* and of *rows* together.
    """

    columns: tuple[Column, ...]
    links: tuple[Link, ...]
    caption: str = attrs.field(default="", converter=one_line)
    number: str = ""

    def as_table(self) -> Table:
        """The same as a plain table, for formats in which no cell spans rows: the head stands in its first row only."""
        rows = []
        for link in self.links:
            blank = tuple(Cell() for _ in link.head)
            rows += [(*(blank if i else link.head), *row) for i, row in enumerate(link.rows)]
        return Table(columns=self.columns, rows=tuple(rows), caption=self.caption, number=self.number, wide=True)
