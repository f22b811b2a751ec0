"""Replacing words of a text where they stand, and nothing else of it."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Iterable

from propsummary._privacy.replacing import Replacement, applied
from propsummary.problems import Span

__all__ = ["Replacement", "Ruler", "WayBack", "applied"]


class Ruler:
    """Lines and columns of a text as offsets, and the other way round."""

    def __init__(self, text: str, file: str = "") -> None:
        self._text = text
        self._file = file

    @functools.cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer(r"\r\n|\n|\r", self._text))]

    def extent(self, span: Span) -> tuple[int, int]:
        """Where *span* begins and ends."""
        return self._starts[span.line - 1] + span.column - 1, self._starts[span.end_line - 1] + span.end_column - 1

    def span(self, start: int, end: int) -> Span:
        """The span from *start* to *end*."""
        (line, column), (end_line, end_column) = self._place(start), self._place(end)
        return Span(file=self._file, line=line, column=column, end_line=end_line, end_column=end_column)

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect.bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


class WayBack:
    """From places behind replacements to those before them."""

    def __init__(self, replacements: Iterable[Replacement]) -> None:
        self._starts: list[int] = []
        self._before: list[tuple[int, int, int]] = []  # start, end and new length, by where it now stands
        shift = 0
        for start, end, new in replacements:
            self._starts.append(start + shift)
            self._before.append((start, end, len(new)))
            shift += len(new) - (end - start)

    def __call__(self, offset: int) -> int:
        """Where that stood which stands at *offset* now; inside of a replacement, where it began."""
        at = bisect.bisect_left(self._starts, offset) - 1
        if at < 0:
            return offset
        start, end, length = self._before[at]
        into = offset - self._starts[at]
        return start if into < length else end + into - length
