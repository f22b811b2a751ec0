"""Pieces of text with their places, and how every format collects them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias

import attrs

from propsummary.catalogue.codes import Words
from propsummary.quantities import find_figures

__all__ = ["Collector", "Piece", "Place", "Role"]

#: Where a piece stands: a line counted from 1, or words for what has no lines; none where nobody can tell.
Place: TypeAlias = "int | Words | None"

#: What a piece is: see `Piece`.
Role: TypeAlias = Literal["said", "again", "drawn", "pictured"]

# What a renderer counts: 一、 （一） 1. （1）, in English 1, 1.1, 1.1.1; 表 1 and Figure 2 before a caption.
_COUNTED = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,3})[）)]|"
    r"\d{1,3}\.(?=\s)|\d{1,3}(?:\.\d{1,3}){1,3}(?=\s)|(?P<bare>\d{1,2})(?=\s))\s*"
)
#: What a column is called that numbers the rows.
_COUNTING = {"序号", "编号", "项次", "no.", "no", "#"}
_CAPTION = re.compile(r"\A\s*\[?(?:表|[图圖]|Table|Figure)[ \u00a0]?\d{1,4}(?:[\u2003\u3000]|\. |(?=\s*(?:[（(：:]|$)))")


@attrs.frozen(kw_only=True)
class Piece:
    """
    A stretch of text that belongs together: a paragraph, an entry of a list, a cell.

    Attributes:
        text: What stands there.

        context: What the table says about a cell: the name of its row and the heading of its column. Empty for all else.

        line: The line of the source that it begins on, counted from 1; none for sources that have no lines.

        place: How a person finds it in a source without lines (``第12段``, ``指标!B3``, ``第4页``); none for all others.

        under: The heading that it stands under; may be empty.

        role: ``again`` for what only says once more what stands elsewhere (a running head, a sheet that is worked with beside the
            report), ``drawn`` for the bare number behind a bar or a point, which has no room for 约 and ≥,
            ``pictured`` for words in a picture, ticks of an axis among them: they can answer a figure and are none themselves.
    """

    text: str
    context: str = ""
    line: int | None = None
    place: Words | None = None
    under: str = ""
    role: Role = "said"


class Collector:
    """
    Collects pieces and remembers the heading they stand under.

    Attributes:
        role: What the pieces that come are.
    """

    def __init__(self) -> None:
        self.role: Role = "said"
        self._pieces: list[Piece] = []
        self._under = ""

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What was collected."""
        return tuple(self._pieces)

    def heading(self, text: str, at: Place = None, *, counted: bool = True) -> None:
        """A heading; the number that a renderer put before it is no part of it."""
        text = _CAPTION.sub("", text, count=1)
        self._under = " ".join((_uncounted(text) if counted else text).split())
        self.add(self._under, at)

    def leave(self) -> None:
        """What comes stands under no heading: another part of the file begins."""
        self._under = ""

    def add(self, text: str, at: Place = None, *, context: str = "") -> None:
        """Any other text; blank text is none."""
        text = _CAPTION.sub("", text, count=1)
        if text.strip():
            line, place = (None, at) if isinstance(at, Words) else (at, None)
            piece = Piece(text=text.strip(), context=context, line=line, place=place, under=self._under, role=self.role)
            self._pieces.append(piece)

    def table(self, head: Sequence[str], rows: Iterable[Sequence[tuple[str, Place]]], at: Place = None) -> None:
        """
        A table, cell by cell.

        Args:
            head: The headings of the columns.

            rows: The cells with their places; an empty first cell means that the row belongs to the one above. A first column
                that only counts the rows says nothing.
        """
        for text in head:
            self.add(text, at)
        name, first = "", int(bool(head) and head[0].strip().casefold() in _COUNTING)
        for row in rows:
            name = (row[first][0].strip() if len(row) > first else "") or name
            for column, (text, place) in enumerate(row):
                heading = head[column].strip() if column < len(head) else ""
                if column < first and text.strip().rstrip(".、").isdecimal():
                    continue
                self.add(text, place, context=f"{name if column != first else ''}·{heading}")


def _uncounted(heading: str) -> str:
    """A heading without the number before it; ``12 起投诉`` has none."""
    match = _COUNTED.match(heading)
    if not match or (match["bare"] and any(figure.unit for figure in find_figures(heading)[:1])):
        return heading
    return heading[match.end() :]
