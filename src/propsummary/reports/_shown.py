"""What may be shown of a draft: no personal data, nothing that moves a terminal's cursor, never too much of a line."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence

import attrs

from propsummary._privacy import mask
from propsummary.problems import Report, Span

__all__ = ["Excerpt", "Sources", "as_name", "excerpt", "listed", "one_line", "where"]

_BREAKS = re.compile("\r\n|\n|\r")
_BLANK = re.compile("[\t\n\r]")
# Control characters, line separators, what turns the direction of writing, halves of surrogate pairs.
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

_CUT = "..."  # three columns everywhere, as against an ellipsis, which is one or two


def listed(reports: Report | Sequence[Report]) -> Sequence[Report]:
    """The same as a list, where it is a single one."""
    return (reports,) if isinstance(reports, Report) else reports


def one_line(text: str) -> str:
    """*text* as it may stand in a line of output; as many characters as before."""
    return mask(_UNFIT.sub("\N{REPLACEMENT CHARACTER}", _BLANK.sub(" ", text)))


def as_name(place: str) -> str:
    """A file's name that cannot steer a terminal, but is otherwise as it is."""
    return "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in place)


def where(span: Span) -> str:
    """File and place; headings are part of places, and may hold what must not be shown."""
    return as_name(str(attrs.evolve(span, place=one_line(span.place))))


class Sources:
    """The lines of the checked files, ready to be shown; of a Word file the paragraphs."""

    __slots__ = ("_lines", "_texts")

    def __init__(self, texts: Mapping[str, str]) -> None:
        """
        Args:
            texts: The files' texts, by the names that spans carry.
        """
        self._texts = texts
        self._lines: dict[str, list[str]] = {}

    def line(self, span: Span) -> str | None:
        """The line that *span* begins on; None where the text is not at hand."""
        lines = self.lines(span.file)
        return lines[span.line - 1] if span.line <= len(lines) else None

    def passage(self, span: Span) -> str | None:
        """The stretch that *span* marks; None where the text is not at hand."""
        lines = list(self.lines(span.file)[span.line - 1 : span.end_line])
        if not lines:
            return None
        lines[-1] = lines[-1][: span.end_column - 1]
        lines[0] = lines[0][span.column - 1 :]
        return "\n".join(lines)

    def lines(self, file: str) -> Sequence[str]:
        """All lines of *file*; none where its text is not at hand."""
        if file not in self._lines:
            text = self._texts.get(file, "")
            self._lines[file] = [one_line(line) for line in _BREAKS.split(text)] if text else []
        return self._lines[file]


@attrs.frozen(kw_only=True)
class Excerpt:
    """
    As much of a line as fits, and what goes below it.

    Attributes:
        text: The line, cut around the place that matters.

        marker: Blanks, and carets below that place.
    """

    text: str
    marker: str


def excerpt(line: str, span: Span, room: int) -> Excerpt:
    """
    The part of *line* around *span*.

    Args:
        line: The line that *span* begins on.

        room: Columns that the excerpt may take.
    """
    start = min(span.column - 1, len(line))
    last = span.end_column - 1 if span.end_line == span.line else len(line)
    begin, end = _window(line, start, room)
    head, tail = _CUT * (begin > 0), _CUT * (end < len(line))
    marked = line[start : max(min(last, end), start + 1)]
    return Excerpt(
        text=f"{head}{line[begin:end]}{tail}",
        marker=" " * (len(head) + _columns(line[begin:start])) + "^" * max(_columns(marked), 1),
    )


def _window(line: str, start: int, room: int) -> tuple[int, int]:
    """Where the visible part of *line* begins and ends: all of it if it fits, else with a third of the room before *start*."""
    if len(line) <= room and _columns(line) <= room:
        return 0, len(line)
    before = _fitting(line[max(start - room, 0) : start][::-1], room // 3)
    begin = start - before
    used = _columns(line[begin:start])
    return begin, start + max(_fitting(line[start : start + room], room - used - 2 * len(_CUT)), 1)


def _fitting(text: str, room: int) -> int:
    """How many characters of *text* fit in *room* columns."""
    ends = itertools.accumulate(_columns(character) for character in text)
    return sum(1 for _ in itertools.takewhile(lambda end: end <= room, ends))


def _columns(text: str) -> int:
    from wcwidth import wcswidth

    return len(text) if text.isascii() else max(wcswidth(text), 0)
