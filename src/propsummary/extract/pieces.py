"""Pieces of text with their places, and how every format collects them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import attrs

from propsummary.quantities import find_figures

__all__ = ["Collector", "Piece"]

# What a renderer counts: 一、 （一） 1. （1）, in English 1, 1.1, 1.1.1; 表 1 and Figure 2 before a caption.
_COUNTED = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,3})[）)]|"
    r"\d{1,3}\.(?=\s)|\d{1,3}(?:\.\d{1,3}){1,3}(?=\s)|(?P<bare>\d{1,2})(?=\s))\s*"
)
_CAPTION = re.compile(r"\s*\[?(?:表|图|Table|Figure) ?\d{1,4}(?:\u3000|\. |(?=\s*(?:[（(：:]|$)))")


@attrs.frozen(kw_only=True)
class Piece:
    """
    A stretch of text that belongs together: a paragraph, an entry of a list, a cell.

    Attributes:
        text: What stands there.

        context: What the table says about a cell: the name of its row and the heading of its column. Empty for all else.

        line: The line of the source that it begins on, counted from 1; none for sources that have no lines.

        under: The heading that it stands under; may be empty.
    """

    text: str
    context: str = ""
    line: int | None = None
    under: str = ""


class Collector:
    """Collects pieces and remembers the heading they stand under."""

    def __init__(self) -> None:
        self._pieces: list[Piece] = []
        self._under = ""

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What was collected."""
        return tuple(self._pieces)

    def heading(self, text: str, line: int | None = None, *, counted: bool = True) -> None:
        """A heading; the number that a renderer put before it is no part of it."""
        self._under = " ".join((_uncounted(text) if counted else text).split())
        self.add(self._under, line)

    def add(self, text: str, line: int | None = None, *, context: str = "") -> None:
        """Any other text; blank text is none."""
        match = _CAPTION.match(text)
        text = text[match.end() :] if match else text
        if text.strip():
            self._pieces.append(Piece(text=text.strip(), context=context, line=line, under=self._under))

    def table(self, head: Sequence[str], rows: Iterable[Sequence[tuple[str, int | None]]], line: int | None = None) -> None:
        """
        A table, cell by cell.

        Args:
            head: The headings of the columns.

            rows: The cells with their lines; an empty first cell means that the row belongs to the one above.
        """
        for text in head:
            self.add(text, line)
        name = ""
        for row in rows:
            name = row[0][0].strip() or name if row else name
            for column, (text, at) in enumerate(row):
                heading = head[column].strip() if column < len(head) else ""
                self.add(text, at, context=f"{name if column else ''}·{heading}")


def _uncounted(heading: str) -> str:
    """A heading without the number before it; ``12 起投诉`` has none."""
    match = _COUNTED.match(heading)
    if not match or (match["bare"] and any(figure.unit for figure in find_figures(heading)[:1])):
        return heading
    return heading[match.end() :]
