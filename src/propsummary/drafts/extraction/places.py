"""Where in the file the fields of a draft stand."""

from __future__ import annotations

from collections.abc import Iterable

from propsummary.drafts.outline import Words
from propsummary.model import Spans
from propsummary.problems import Path, Span

__all__ = ["Places", "around"]


class Places:
    """
    The places of objects and fields, noted while they are made.

    Attributes:
        no_days: The deadlines that no calendar has (6月31日).
    """

    def __init__(self) -> None:
        self._spans: dict[Path, Span] = {}
        self.no_days: list[tuple[Path, Words]] = []

    def put(self, path: Path, *words: Words | None) -> None:
        """Note that what is at *path* stands in *words*."""
        span = around(one for one in words if one)
        if span:
            self._spans[path] = span

    def __contains__(self, path: Path) -> bool:
        """Whether the place of what is at *path* has been noted."""
        return path in self._spans

    def spans(self) -> Spans:
        """All of them."""
        found = self._spans
        return Spans(lambda: (found, {}))


def around(several: Iterable[Words]) -> Span | None:
    """From the beginning of the first to the end of the last."""
    spans = [span for words in several if (span := words.span())]
    if not spans:
        return None
    first = min(spans, key=lambda span: (span.line, span.column))
    last = max(spans, key=lambda span: (span.end_line, span.end_column))
    return Span(
        file=first.file,
        line=first.line,
        column=first.column,
        end_line=last.end_line,
        end_column=last.end_column,
        place=first.place,
    )
